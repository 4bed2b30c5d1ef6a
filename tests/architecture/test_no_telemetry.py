"""Nothing that we build on reports to anybody."""

from tests.program import run_code

_LOOK = """
import tutor.scorer.assessor
import ctypes, sys
assert "onnxruntime" in sys.modules
libc = ctypes.CDLL(None)
libc.getenv.restype = ctypes.c_char_p
print(libc.getenv(b"ORT_DISABLE_TELEMETRY"))
"""


def test_onnxruntime_is_told_not_to_report_before_it_is_imported() -> None:
    """What it then does was watched with strace: no connection; without the variable it looks for events.data.microsoft.com."""
    done = run_code(_LOOK, ORT_DISABLE_TELEMETRY="")
    assert done.stdout.strip() == "b'1'", done.stderr
