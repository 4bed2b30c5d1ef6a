"""How the files end that go between a tutor's computer and the learners': they open with a double click."""

PACK, RETURN = ".tutorpack", ".tutorreturn"
