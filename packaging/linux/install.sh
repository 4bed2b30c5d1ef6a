#!/bin/sh
# Puts the program that lies beside this script into its place, or takes it away again. Run as yourself it installs for you alone,
# run as root for everybody.   sh install.sh [--remove]
# Your recordings and scores are never touched: they lie in ~/.local/share/readaloud-tutor, which is no part of the program.
set -eu
from=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then
    into=/opt/readaloud-tutor bin=/usr/local/bin share=/usr/local/share
else
    into=$HOME/.local/opt/readaloud-tutor bin=$HOME/.local/bin share=${XDG_DATA_HOME:-$HOME/.local/share}
fi

running() {
    for exe in /proc/[0-9]*/exe; do
        [ "$(readlink "$exe" 2>/dev/null)" = "$into/readaloud-tutor" ] && return 0
    done
    return 1
}

remove() {
    rm -rf "$into" "$into.new" "$bin/readaloud-tutor" "$share/applications/readaloud-tutor.desktop"
    rm -f "$share"/icons/hicolor/*/apps/readaloud-tutor.png "$share/mime/packages/readaloud-tutor.xml"
    tell_desktop
}

put() {
    mkdir -p "$(dirname "$into")" "$bin" "$share/applications" "$share/mime/packages"
    rm -rf "$into.new"
    cp -a "$from" "$into.new" # whole, before the old one goes
    remove_old
    mv "$into.new" "$into"
    ln -sf "$into/readaloud-tutor" "$bin/readaloud-tutor"
    sed "s|^Exec=.*|Exec=\"$into/readaloud-tutor\" %f|" "$into/readaloud-tutor.desktop" >"$share/applications/readaloud-tutor.desktop"
    for icon in "$into"/icons/readaloud-tutor-*.png; do
        size=${icon##*-} size=${size%.png}
        mkdir -p "$share/icons/hicolor/${size}x$size/apps"
        cp "$icon" "$share/icons/hicolor/${size}x$size/apps/readaloud-tutor.png"
    done
    cp "$into/readaloud-tutor-mime.xml" "$share/mime/packages/readaloud-tutor.xml"
    tell_desktop
}

tell_desktop() { # which files open with a double click; without these tools it learns so the next time anything is installed
    [ ! -d "$share/mime/packages" ] || update-mime-database "$share/mime" 2>/dev/null || true
    update-desktop-database -q "$share/applications" 2>/dev/null || true
}

remove_old() {
    if [ -d "$into" ]; then rm -rf "$into.old" && mv "$into" "$into.old" && rm -rf "$into.old"; fi
}

if running; then
    echo "Read-aloud Tutor is open. Close it, then try again." >&2
    exit 1
fi
case ${1:-} in
--remove)
    remove
    echo "Read-aloud Tutor is removed. Your recordings and scores are still there."
    ;;
"")
    put
    echo "Read-aloud Tutor is installed in $into. You find it among your programs."
    ;;
*)
    echo "Usage: sh install.sh [--remove]" >&2
    exit 2
    ;;
esac
