# Read by inside.sh: a screen, a voice in a room and a microphone in it, all without hardware; and hands on the keys.

begin_room() {
    export HOME=/home/learner DISPLAY=:9 PULSE_RUNTIME_PATH=/tmp/room PULSE_SERVER=unix:/tmp/room/native ALSA_CONFIG_PATH=/tmp/room/asound.conf
    mkdir -p /tmp/room
    plugins=$(dirname "$(find /usr/lib -name libasound_module_pcm_pulse.so)")
    cat >/tmp/room/daemon.pa <<EOF
load-module module-native-protocol-unix socket=/tmp/room/native auth-anonymous=1
load-module module-null-sink sink_name=room rate=48000 channels=1
load-module module-remap-source source_name=desk master=room.monitor
set-default-sink room
set-default-source desk
EOF
    cat >/tmp/room/asound.conf <<EOF
pcm_type.pulse { lib "$plugins/libasound_module_pcm_pulse.so" }
ctl_type.pulse { lib "$plugins/libasound_module_ctl_pulse.so" }
pcm.!default { type pulse hint { show on description "Room" } }
ctl.!default { type pulse }
EOF
    pulseaudio --daemonize=no --exit-idle-time=-1 -n -F /tmp/room/daemon.pa >/tmp/room/pulse.log 2>&1 &
    Xvfb "$DISPLAY" -screen 0 1280x800x24 >/tmp/room/x.log 2>&1 &
    until_true 20 pactl info
    until_true 20 xdpyinfo
    icewm >/tmp/room/wm.log 2>&1 &
}

end_room() {
    kill $(jobs -p) 2>/dev/null || true
}

# until_true SECONDS COMMAND...: waits until the command succeeds.
until_true() {
    left=$(($1 * 5))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || fail "not within its time: $*"
        sleep 0.2
    done
}

fail() {
    echo "FAILED: $*" >&2
    [ -z "${DISPLAY:-}" ] || picture failed
    cat "$HOME"/.local/state/readaloud-tutor/log/*.log "$HOME"/.local/state/readaloud-tutor/log/*.txt 2>/dev/null >&2 || true
    exit 1
}

picture() { # the screen, where xwd shows dialogs black; and the window in front
    xwd -silent -root -display "$DISPLAY" -out "/proof/shots/$1.xwd" 2>/dev/null || true
    xwd -silent -id "$(xdotool getactivewindow)" -out "/proof/shots/$1-window.xwd" 2>/dev/null || true
}
