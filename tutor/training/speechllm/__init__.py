"""Training of the SpeechLLM: targets, preference pairs, losses, adapters, the head for scores, calibration."""
