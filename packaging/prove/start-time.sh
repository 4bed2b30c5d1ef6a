#!/bin/sh
# Compares how soon the first window is there: of a bundle, and of the same program run from source by the build's own Python.
#   sh start-time.sh PROGRAM PYTHON [TIMES]       needs Xvfb and xdotool; run it while nothing else does
set -eu
program=$1 python=$2 times=${3:-7}
folder=$(mktemp -d)
export DISPLAY=:97 READALOUD_TUTOR_HOME="$folder/home"
Xvfb "$DISPLAY" -screen 0 1280x800x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen; rm -rf "$folder"' EXIT
sleep 2

start() { # prints milliseconds from the start to the window
    began=$(date +%s%N)
    "$@" >/dev/null 2>&1 &
    started=$!
    until xdotool search --onlyvisible --name "Read-aloud tutor" >/dev/null 2>&1; do sleep 0.01; done
    echo $((($(date +%s%N) - began) / 1000000))
    kill $started
    wait $started 2>/dev/null || true
}

start "$program" >/dev/null # once each for the disk's sake
start "$python" -m tutor >/dev/null
for _ in $(seq "$times"); do
    start "$program" >>"$folder/bundle"
    start "$python" -m tutor >>"$folder/source"
done
for which in bundle source; do
    echo "$which: $(sort -n "$folder/$which" | tr '\n' ' ')ms, median $(sort -n "$folder/$which" | sed -n "$(((times + 1) / 2))p")"
done
