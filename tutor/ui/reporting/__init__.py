"""Reports in the window: what is asked for (`choices`), how it will look (`preview`), and writing it (`panel`, with `work`)."""
