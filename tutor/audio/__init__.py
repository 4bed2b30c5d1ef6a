"""Microphone and loudspeaker over PortAudio: adapters of the ports in `practice`. Knows no texts, scores or windows."""
