#!/bin/sh
# Proves the Linux files in a bare Debian: no Python, no project, no network.   sh bare-root.sh BUILD [SHOTS]
# BUILD is the folder of build-linux.sh; SHOTS (default: BUILD/shots) gets pictures of the screen. Needs root and debootstrap.
# The root holds what a desktop has and no more: an X server, a window manager, PulseAudio, fonts; and tools that press keys.
set -eu
build=$(cd "$1" && pwd)
shots=${2:-$build/shots}
here=$(cd "$(dirname "$0")" && pwd)
root=$build/bare-root
desktop="xvfb icewm pulseaudio pulseaudio-utils libasound2-plugins fonts-noto-core espeak-ng libegl1 libgl1 libgl1-mesa-dri libwayland-cursor0 libwayland-egl1"
tools="xdotool x11-apps x11-utils procps xz-utils"

make_root() {
    debootstrap --variant=minbase bookworm "$root" >"$build/debootstrap.log"
    chroot "$root" apt-get install -y -q --no-install-recommends $desktop $tools >>"$build/debootstrap.log"
    chroot "$root" useradd --create-home learner
}

[ -d "$root/home/learner" ] || make_root
if find "$root/usr/bin" "$root/usr/local/bin" -name 'python*' | grep .; then
    echo "This root has a Python: no proof." >&2
    exit 1
fi
rm -rf "$root/proof" "$root/opt/readaloud-tutor" "$root/home/learner" "$root"/tmp/*
mkdir -p "$root/proof/shots" "$root/home/learner" "$root/dev/shm"
cp "$here/inside.sh" "$here/room.sh" "$build"/files/* "$root/proof/"
cp "$here/../../assets/samples/good-adult.opus" "$root/proof/sample.opus"
printf 'computer,name,level\n%s,Ana,A2\n%s,Li Na,B1\nelsewhere,Ben,A1\n' "$(uname -n)" "$(uname -n)" >"$root/proof/plan.csv"
sed 's/^learners=.*/learners=yes/' "$here/../kit/answers.txt" >"$root/proof/answers.txt"
sh "$here/../kit/write-kit.sh" "$root/proof/kit" "$build/files" --plan "$root/proof/plan.csv" --answers "$root/proof/answers.txt"
chroot "$root" chown -R learner /proof /home/learner
mkdir -p "$shots"
mount --bind /proc "$root/proc" && mount --bind /dev "$root/dev"
trap 'umount -l "$root/proc" "$root/dev"' EXIT
status=0
unshare --net chroot "$root" sh /proof/inside.sh || status=$?
for picture in "$root"/proof/shots/*.xwd; do
    if [ -f "$picture" ]; then convert "xwd:$picture" "$shots/$(basename "$picture" .xwd).png"; fi
done
[ "$status" = 0 ] && echo "Proven. Look at the pictures in $shots."
exit "$status"
