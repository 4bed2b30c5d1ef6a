#!/bin/sh
# Writes a kit for a classroom to a USB stick (or any folder): programs, models, texts, checksums and a page that says how.
#   sh write-kit.sh STICK FILES [--addon DIR] [--models DIR] [--packs DIR] [--plan FILE.csv] [--answers FILE]
# FILES is the folder `files` of a build; installers of Windows and macOS put there come along. DIR of --models holds a folder a
# model, of --packs class packs (.tutorpack, from `tutor pack make`). --plan says who sits where (columns computer, name, ...).
# --answers replaces the answers that come with it: the same file installs thirty machines alike.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
stick=$1 files=$2
shift 2
mkdir -p "$stick/program"
cp "$files"/*.tar.xz "$files"/*.deb "$stick/program/"
for installer in "$files"/*.exe "$files"/*.dmg; do
    if [ -f "$installer" ]; then cp "$installer" "$stick/program/"; fi
done
cp "$here/install.sh" "$here/install.ps1" "$here/answers.txt" "$here/READ-ME-FIRST.html" "$stick/"
while [ $# -gt 0 ]; do
    case $1 in
    --addon | --models | --packs)
        into=$stick/${1#--}
        mkdir -p "$into"
        cp -r "$2"/. "$into/"
        ;;
    --plan) cp "$2" "$stick/plan.csv" ;;
    --answers) cp "$2" "$stick/answers.txt" ;;
    *)
        echo "Not known: $1" >&2
        exit 2
        ;;
    esac
    shift 2
done
# answers.txt and plan.csv may be changed on the stick: they are no part of the sums.
(cd "$stick" && find . -type f ! -name "SHA256SUMS*" ! -name answers.txt ! -name plan.csv | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS.new)
mv "$stick/SHA256SUMS.new" "$stick/SHA256SUMS"
(cd "$stick" && sha256sum --quiet -c SHA256SUMS) # read back from the stick
sync
echo "The kit is on $stick ($(du -sm "$stick" | cut -f1) MB) and reads back whole."
