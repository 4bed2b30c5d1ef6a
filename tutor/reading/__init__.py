"""From a text to what is to be said: passages, words, phones. Knows nothing of sound, screens or models of speech."""
