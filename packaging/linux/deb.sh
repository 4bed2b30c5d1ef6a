#!/bin/sh
# Makes a .deb of the bundle, the same one for the same bundle.   sh deb.sh PROGRAM VERSION FOLDER       (with SOURCE_DATE_EPOCH set)
# It depends only on what every Debian or Ubuntu desktop has; it has no scripts, so nothing of it runs as root. The kinds of files
# it opens become known by triggers of shared-mime-info and desktop-file-utils, which every desktop has.
set -eu
program=$1 version=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
tree=$folder/tree
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" "$tree/usr/share/doc/readaloud-tutor"
cp -a "$program" "$tree/opt/readaloud-tutor"
rm "$tree/opt/readaloud-tutor/install.sh" "$tree/opt/readaloud-tutor/readaloud-tutor-mime.xml"
ln -s /opt/readaloud-tutor/readaloud-tutor "$tree/usr/bin/readaloud-tutor"
cp "$here/readaloud-tutor.desktop" "$tree/usr/share/applications/"
cp "$here/readaloud-tutor-mime.xml" "$tree/usr/share/mime/packages/readaloud-tutor.xml"
cat "$program/LICENSE" "$program/NOTICE" >"$tree/usr/share/doc/readaloud-tutor/copyright"
for icon in "$program"/icons/readaloud-tutor-*.png; do
    size=${icon##*-} size=${size%.png}
    mkdir -p "$tree/usr/share/icons/hicolor/${size}x$size/apps"
    cp "$icon" "$tree/usr/share/icons/hicolor/${size}x$size/apps/readaloud-tutor.png"
done
cat >"$tree/DEBIAN/control" <<EOF
Package: readaloud-tutor
Version: $version
Architecture: amd64
Section: education
Priority: optional
Maintainer: The Read-aloud Tutor team <readaloud-tutor@localhost>
Installed-Size: $(($(du -sb "$program" | cut -f1) / 1024))
Depends: libc6 (>= 2.36), libstdc++6, libgcc-s1, zlib1g, libasound2 | libasound2t64, libdbus-1-3, libegl1, libgl1, libfontconfig1, libfreetype6, libglib2.0-0 | libglib2.0-0t64, libx11-6, libx11-xcb1, libxcb1, libwayland-cursor0, libwayland-egl1, libexpat1, xkb-data
Recommends: libasound2-plugins | pipewire-alsa, fonts-noto-core | fonts-dejavu-core
Suggests: espeak-ng
Description: practise reading English aloud, without internet
 You read a passage into the microphone and see how it went: every word and
 every sound, the melody of your voice, scores that say how sure they are, and
 an explanation. Nothing you say leaves your computer.
EOF
chmod -R u=rwX,go=rX "$tree"
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --threads-max=1 -Zxz -z4 --build "$tree" "$folder/readaloud-tutor_${version}_amd64.deb" >/dev/null
rm -rf "$tree"
