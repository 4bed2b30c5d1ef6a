#!/bin/sh
# Builds PortAudio for the Linux bundle from Debian's source: with ALSA alone. Debian's own library would bring JACK along, and that a
# database library under terms that don't suit us. Prints the library's path.   sh portaudio.sh FOLDER
set -eu
folder=$1
library=$folder/libportaudio.so.2
if [ ! -f "$library" ]; then
    mkdir -p "$folder"
    cd "$folder"
    if ! apt-get source -q --download-only portaudio19 >/dev/null 2>&1; then
        echo "No source packages. Add a deb-src line for your Debian to /etc/apt/sources.list.d, then apt-get update." >&2
        exit 1
    fi
    rm -rf source
    dpkg-source --no-check -x portaudio19_*.dsc source >/dev/null
    cd source
    flags="-O2 -fPIC -ffile-prefix-map=$PWD=."
    ./configure --without-jack --without-oss --disable-static CFLAGS="$flags" >build.log 2>&1
    make lib/libportaudio.la >>build.log 2>&1
    strip --strip-debug -o "$library" lib/.libs/libportaudio.so.2.0.0
    cp LICENSE.txt "$folder/"
fi
echo "$library"
