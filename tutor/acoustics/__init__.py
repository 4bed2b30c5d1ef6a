"""Numbers from a waveform: level, speech span, pitch, energy, envelope. Knows sound, not texts, models, devices or files."""
