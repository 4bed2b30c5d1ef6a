#!/bin/sh
# Builds everything for Linux into a folder (default: build): the program's own folder, a tarball, a .deb, and their checksums.
#   sh packaging/bundle/build-linux.sh [FOLDER]
# Needs Debian 12 or its like with: python3 >= 3.11, binutils, dpkg-dev, gcc, make, libasound2-dev, xz-utils, a deb-src line.
# The same commit gives the same files: dates, order and hashes are fixed. packaging/prove/twice.sh compares two builds.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "${1:-$root/build}"
out=$(cd "${1:-$root/build}" && pwd)
here=$root/packaging
cd "$root"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}" PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC

[ -x "$out/venv/bin/python" ] || "$(sh "$here/find-python.sh")" -m venv "$out/venv"
"$out/venv/bin/pip" install --disable-pip-version-check -q -c "$here/constraints.txt" -e '.[bundle]'
version=$("$out/venv/bin/python" -c 'from importlib.metadata import version; print(version("readaloud-tutor"))')

TUTOR_PORTAUDIO=$(sh "$here/bundle/portaudio.sh" "$out/portaudio")
export TUTOR_PORTAUDIO
rm -rf "$out/work" "$out/readaloud-tutor" "$out/files"
"$out/venv/bin/pyinstaller" -y --log-level WARN --workpath "$out/work" --distpath "$out" "$here/bundle/readaloud-tutor.spec"
program=$out/readaloud-tutor
QT_QPA_PLATFORM=offscreen "$out/venv/bin/python" "$here/bundle/icons.py" "$program/icons"
cp "$here/linux/install.sh" "$here/linux/readaloud-tutor.desktop" "$here/linux/readaloud-tutor-mime.xml" LICENSE NOTICE CHANGELOG.md "$program/"
"$out/venv/bin/python" "$here/bundle/sbom.py" "$program"

size=$(du -sb "$program" | cut -f1)
if [ "$size" -gt 250000000 ]; then
    echo "The program takes $size bytes unpacked; it may take 250 MB. See packaging/bundle/contents.py." >&2
    exit 1
fi

find "$program" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
mkdir "$out/files"
tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w -c readaloud-tutor |
    xz -T1 -4 >"$out/files/readaloud-tutor-$version-linux-x86_64.tar.xz"
sh "$here/linux/deb.sh" "$program" "$version" "$out/files"
(cd "$out/files" && sha256sum -- *.tar.xz *.deb >SHA256SUMS)
echo "$((size / 1000000)) MB unpacked"
ls -l "$out/files"
