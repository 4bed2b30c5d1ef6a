#!/bin/sh
# Prints the first interpreter of a supported version that can make environments; nothing when there is none.
# Each is run, not only looked up: pyenv leaves commands in the path that do nothing.
for python in python3 python3.13 python3.12 python3.11 python; do
    if "$python" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        command -v "$python"
        exit
    fi
done
