"""A tutor for reading aloud in English as a second language, offline."""

import os

# Official builds of onnxruntime report to Microsoft from some seconds after their import on; this is read once, at that import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
