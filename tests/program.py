"""Runs the program as its users do, in its own process, where nothing of the training can be imported and no network is."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOT_IN_THE_BASE_INSTALL = (
    "torch",
    "transformers",
    "bitsandbytes",
    "peft",
    "accelerate",
    "onnx",
    "onnxscript",
    "pocketsphinx",
)
_CLOSED = f"""
import socket, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {NOT_IN_THE_BASE_INSTALL}:
            raise ModuleNotFoundError(f"{{name}} is not part of the base install", name=name)

def refuse(*args, **kwargs):
    raise AssertionError("the program tried to reach the network")

sys.meta_path.insert(0, Absent())
socket.getaddrinfo = socket.create_connection = socket.socket.connect = socket.socket.bind = refuse
"""
_RUN = "import runpy\nsys.argv[0] = 'tutor'\nrunpy.run_module('tutor', run_name='__main__', alter_sys=False)\n"


def run_code(code: str, *args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in such a process; an empty value takes a variable out of its environment."""
    variables = {name: value for name, value in (os.environ | environment).items() if value}
    command = [sys.executable, "-c", _CLOSED + code, *map(str, args)]
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=120, check=False)


def tutor(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`tutor ARGS` in such a process."""
    return run_code(_RUN, *args, **environment)
