#!/bin/sh
# Compares two builds: the same commit must give the same files.   sh twice.sh BUILD1 BUILD2
# Build both with build-linux.sh, into folders of the same name and place one after the other (move the first away): Python keeps
# no paths in what we pack, but a second machine differs in its Debian, and so in the libraries taken from there.
set -eu
list() { (cd "$1/readaloud-tutor" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
first=$(mktemp) second=$(mktemp)
trap 'rm -f "$first" "$second"' EXIT
list "$1" >"$first"
list "$2" >"$second"
if diff "$first" "$second"; then
    echo "$(wc -l <"$first") files, all the same."
else
    echo "These differ." >&2
    exit 1
fi
for file in "$1"/files/*; do
    cmp "$file" "$2/files/$(basename "$file")"
    echo "$(basename "$file"): the same"
done
