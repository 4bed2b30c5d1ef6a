"""The command line: the use cases without Qt. Each command is a module with `add` (its arguments) and `run` (its work)."""
