"""The embedded assessor: any CPU, onnxruntime and numpy only. Knows nothing of training, Qt or the store."""
