"""A tutor for reading aloud in English as a second language, offline."""
