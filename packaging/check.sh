#!/bin/sh
# Runs every check with the tools of the folder given, all of them even when one fails, and names those that failed.
bin=$1
export CI=true # libraries say more where this is set: the tests must see the same everywhere
failed=

check() {
    echo "== $*"
    tool=$1
    shift
    "$bin/$tool" "$@" || failed="$failed $tool"
}

check ruff format --check
check ruff check
check mypy
check lint-imports
check pytest
if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
