"""The records everything else speaks in, and the rules that hold for them. Knows nothing of ours, of Qt or of a model."""
