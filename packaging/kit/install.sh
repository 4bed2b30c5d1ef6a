#!/bin/sh
# Installs Read-aloud Tutor from this stick, without internet.
#   sh install.sh                     asks what to install
#   sh install.sh --answers FILE      asks nothing; the same file does for every machine
#   sh install.sh --remove            takes the program away; recordings and scores stay
# Run as yourself it installs for you alone, run as root for everybody (then learners, packs and models are left to each person).
set -eu
stick=$(cd "$(dirname "$0")" && pwd)
learners=no packs=no packs_from= addon=no models=no silent=

say() { [ -n "$silent" ] || echo "$*"; }

ask() { # ask QUESTION: yes or no
    printf '%s [y/n] ' "$1"
    read -r answer
    case $answer in [Yy]*) echo_yes=yes ;; *) echo_yes=no ;; esac
}

read_answers() {
    silent=yes
    while IFS='=' read -r name value; do
        value=$(printf %s "$value" | tr -d '\r')
        case $name in
        learners | packs | packs_from | addon | models) eval "$name=\$value" ;;
        '' | '#'*) ;;
        *)
            echo "$1 has a line nobody knows: $name" >&2
            exit 2
            ;;
        esac
    done <"$1"
}

ask_all() {
    if [ -f "$stick/plan.csv" ]; then ask "Add the learners who sit at this computer?" && learners=$echo_yes; fi
    if [ -d "$stick/packs" ]; then
        ask "Give them the class packs?" && packs=$echo_yes
        if [ "$packs" = yes ]; then printf 'The number of your tutor key: ' && read -r packs_from; fi
    fi
    if [ -d "$stick/addon" ]; then ask "Install what large models need (only with a graphics card)?" && addon=$echo_yes; fi
    if [ -d "$stick/models" ]; then ask "Copy the models?" && models=$echo_yes; fi
}

unpack() {
    room=$(mktemp -d)
    trap 'rm -rf "$room"' EXIT
    tar -C "$room" -xf "$stick"/program/*linux*.tar.xz
    sh "$room/readaloud-tutor/install.sh" "$@" | { if [ -n "$silent" ]; then cat >/dev/null; else cat; fi; }
}

each_learner() { # a name a line
    "$tutor" learners list | awk -F '  +' 'NR > 1 && $1 != "" { print $1 }'
}

open_packs() {
    for pack in "$stick"/packs/*.tutorpack; do
        each_learner | while read -r name; do
            "$tutor" pack open "$pack" --learner "$name" --accept "$packs_from" >/dev/null
        done
        say "Class pack: $(basename "$pack")"
    done
}

copy_models() {
    for model in "$stick"/models/*; do
        if "$tutor" models check "$(basename "$model")" >/dev/null 2>&1; then continue; fi # there since the last time
        "$tutor" models import "$model" >/dev/null
        say "Model: $(basename "$model")"
    done
}

case ${1:-} in
--answers) read_answers "$2" ;;
--remove)
    unpack --remove
    exit
    ;;
"") ask_all ;;
*)
    sed -n '3,5s/^# //p' "$0" >&2
    exit 2
    ;;
esac

say "Checking the stick…"
if ! (cd "$stick" && sha256sum --quiet -c SHA256SUMS); then
    echo "The stick is damaged or was changed. Write the kit again." >&2
    exit 1
fi
unpack
if [ "$(id -u)" = 0 ]; then exit; fi
tutor=$HOME/.local/bin/readaloud-tutor
if [ "$learners" = yes ]; then "$tutor" learners seat "$stick/plan.csv" >/dev/null; fi
if [ "$packs" = yes ]; then open_packs; fi
case $addon in
yes) "$tutor" addon install "$stick/addon" >/dev/null || echo "Without the add-on: the built-in assessor needs none." >&2 ;;
compact) "$tutor" addon install "$stick/addon" --without-card >/dev/null ;;
esac
if [ "$models" = yes ]; then copy_models; fi
say "Done."
