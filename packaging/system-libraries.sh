#!/bin/sh
# Sees to the shared libraries that wheels don't carry: sound (PortAudio) and what Qt draws with.
# As root on a Debian or Ubuntu system it installs what is missing; elsewhere it names it with the command to type.
# Called with `for-tests` it also sees to a sound server and a speech engine, so that microphone and model voice are tested without
# hardware. Learners choose an engine themselves: the program says which one it can use.
# It never fails: without sound or a display much of the program still works, and its own messages say what is missing.

[ "$(uname)" = Linux ] || exit 0
PATH=$PATH:/usr/sbin:/sbin  # ldconfig

libraries="
libportaudio.so.2=libportaudio2
libgomp.so.1=libgomp1
libEGL.so.1=libegl1
libGL.so.1=libgl1
libxkbcommon.so.0=libxkbcommon0
libxkbcommon-x11.so.0=libxkbcommon-x11-0
libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1
libglib-2.0.so.0=libglib2.0-0
libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0
libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0
libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0
libxcb-xkb.so.1=libxcb-xkb1
"

for_tests=$1

look_for_what_tests_need() {
    for pair in pulseaudio=pulseaudio pactl=pulseaudio-utils espeak-ng=espeak-ng; do
        command -v "${pair%=*}" >/dev/null || files="$files ${pair%=*}" packages="$packages ${pair#*=}"
    done
    if [ -z "$(find -L /usr/lib -name libasound_module_pcm_pulse.so 2>/dev/null | head -n 1)" ]; then
        files="$files libasound_module_pcm_pulse.so" packages="$packages libasound2-plugins"
    fi
}

look() {
    files=
    packages=
    there=$(ldconfig -p)
    for pair in $libraries; do
        case $there in
        *"${pair%=*} "*) ;;
        *) files="$files ${pair%=*}" packages="$packages ${pair#*=}" ;;
        esac
    done
    if [ -z "$(find -L /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -name '*.[ot]tf' 2>/dev/null | head -n 1)" ]; then
        files="$files (a font)" packages="$packages fonts-dejavu-core"
    fi
    [ -z "$for_tests" ] || look_for_what_tests_need
}

install_missing() {
    export DEBIAN_FRONTEND=noninteractive
    once="apt-get install -y -q --no-install-recommends -o Acquire::Retries=0 -o Acquire::http::Timeout=20"
    $once $packages || { apt-get update -q -o Acquire::http::Timeout=20 && $once $packages; }
}

look
if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing system libraries:$packages"
    install_missing >/dev/null 2>&1
    look
fi
if [ -n "$packages" ]; then
    if command -v apt-get >/dev/null; then
        echo "Missing system libraries. Type: sudo apt-get install$packages" >&2
    else
        echo "Missing system libraries; install them with your package manager:$files" >&2
    fi
fi
exit 0
