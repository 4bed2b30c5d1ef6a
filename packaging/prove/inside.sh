#!/bin/sh
# Runs in the bare root, called by bare-root.sh: installs, uses, removes and installs again, as a learner would.
set -eu
. /proof/room.sh
if [ "${1:-}" != learner ]; then
    ip_addresses=$(cat /proc/net/fib_trie 2>/dev/null | grep -c LOCAL || true)
    [ "$ip_addresses" = 0 ] || echo "Note: this root has a network." >&2
    dpkg -i /proof/*.deb >/dev/null
    missing=$(find /opt/readaloud-tutor -name '*.so*' -type f -exec env LD_LIBRARY_PATH=/opt/readaloud-tutor/_internal ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
    [ -z "$missing" ] || fail "libraries missing: $missing"
    su learner -c "sh /proof/inside.sh learner" &
    learner=$!
    while kill -0 $learner 2>/dev/null; do # what only root may do, when the learner's part asks for it
        if [ -f /proof/remove ]; then dpkg -r readaloud-tutor >/dev/null && rm /proof/remove && touch /proof/removed; fi
        sleep 1
    done
    wait $learner
    exit
fi

begin_room
trap end_room EXIT
tutor=/usr/bin/readaloud-tutor
passage=/opt/readaloud-tutor/_internal/tutor/passages/a1-sheep-and-ship.toml
log=$HOME/.local/state/readaloud-tutor/log
said=$(sed -n '/^text = """/,/"""$/p' "$passage" | sed 's/text = """//; s/"""//')
espeak-ng -v en-us -s 130 -w /tmp/room/said.wav "$said"

step() { echo "== $*"; }

open_window() {
    began=$(date +%s%N)
    "$tutor" 2>/tmp/room/window.log &
    program=$!
    until_true 60 xdotool search --onlyvisible --name "Read-aloud tutor"
    echo "window after $((($(date +%s%N) - began) / 1000000)) ms"
}

close_window() { # $1: how often at most, since dialogs close first
    for _ in 1 2 3 4 5; do
        kill -0 "$program" 2>/dev/null || break
        xdotool key --clearmodifiers alt+F4
        sleep 1
    done
    code=0
    wait "$program" || code=$?
    [ "$code" = 0 ] || fail "the window ended with $code: $(cat /tmp/room/window.log)"
    if grep -q -s ERROR "$log"/tutor.log; then fail "errors in the log"; fi
}

takes() { "$tutor" history list | grep -c '[0-9]' || true; }
has_takes() { [ "$(takes)" -ge "$1" ]; }

record() { # R, a voice in the room, R
    xdotool key r
    sleep 2
    paplay --device=room /tmp/room/said.wav &
    sleep 5
    picture recording
    wait $!
    xdotool key r
}

step doctor
"$tutor" --version
"$tutor" doctor || fail "the doctor found a problem"

step "a sample is assessed"
"$tutor" assess /proof/sample.opus --text "A black truck stops in front of you." --json /tmp/room/sample.json --html /tmp/room/sample.html
grep -q '"verdict": "scored"' /tmp/room/sample.json || fail "not scored"

step "the window, a recording, its result"
[ "$(takes)" = 0 ] || fail "takes before the first one"
open_window
until_true 60 xdotool search --onlyvisible --name Welcome
sleep 4
picture welcome
for _ in 1 2 3; do xdotool key Escape && sleep 1; done
picture ready
record
until_true 60 has_takes 1
sleep 4
picture result
close_window
"$tutor" history list

step "removed: the history stays"
before=$(find "$HOME" -name '*.db' -o -name '*.flac' | sort)
[ -n "$before" ] || fail "no history on the disk"
echo ready >/proof/remove
until_true 60 test -f /proof/removed
[ ! -e "$tutor" ] || fail "the program is still there"
[ "$before" = "$(find "$HOME" -name '*.db' -o -name '*.flac' | sort)" ] || fail "removing touched the history"

step "installed again, for one person, from the tarball: the history is found"
mkdir /tmp/unpacked
tar -C /tmp/unpacked -xf /proof/*.tar.xz
sh /tmp/unpacked/readaloud-tutor/install.sh
tutor=$HOME/.local/bin/readaloud-tutor
[ "$(takes)" -ge 1 ] || fail "the history was not found"
open_window
sleep 5
for _ in 1 2 3; do xdotool key Escape && sleep 1; done
picture again
"$tutor" pack make /tmp/room/week.tutorpack --title "Week 12" --from "Ms Chen" --passage a1-sheep-and-ship
"$tutor" /tmp/room/week.tutorpack || fail "the pack was not handed to the window that is open" # what a double click runs
until_true 30 xdotool search --onlyvisible --name "Class pack"
sleep 1
picture pack
xdotool key Escape
sleep 1
if sh /tmp/unpacked/readaloud-tutor/install.sh 2>/dev/null; then fail "installed over a program that was open"; fi
close_window
sh "$HOME/.local/opt/readaloud-tutor/install.sh" --remove
[ ! -e "$tutor" ] || fail "the program is still there"
[ "$before" = "$(find "$HOME" -name '*.db' -o -name '*.flac' | sort)" ] || fail "removing touched the history"
step "the kit: installs silently, finds the history, adds who sits here; a second time the same; a damaged one is refused"
for _ in 1 2; do
    out=$(sh /proof/kit/install.sh --answers /proof/kit/answers.txt 2>&1)
    [ -z "$out" ] || fail "the kit said: $out"
    [ "$(takes)" -ge 1 ] || fail "the history was not found"
    "$tutor" learners list | grep -q "Li Na" || fail "nobody was seated"
    if "$tutor" learners list | grep -q Ben; then fail "somebody of another computer was seated"; fi
done
"$tutor" learners list
echo damaged >>/proof/kit/READ-ME-FIRST.html
if sh /proof/kit/install.sh --answers /proof/kit/answers.txt 2>/dev/null; then fail "a damaged kit was installed"; fi
step "done"
