"""A small stand-in for vLLM's OpenAI-compatible server, on this computer, with the faults of a real one."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class FakeServer:
    """What it answers: a `text`, else one that fits the pattern.

    `faults` come first, one a request: a status, "hang_up" before an answer, "cut" in the middle, "nonsense", "hang" until the
    client goes.
    """

    text: str | None = None
    faults: list[int | str] = field(default_factory=list)
    models: list[dict[str, Any]] = field(default_factory=lambda: [{"id": "base"}, {"id": "tutor", "parent": "base"}])
    asked: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    def answer(self, pattern: str) -> str:
        """The shortest text of the pattern, always its second choice."""
        text = re.sub(r"\(([^|)]*)\|([^|)]*)[^)]*\)", r"\2", pattern).replace("\\n", "\n")
        return re.sub(r"\[\^\n\]\{0,\d+\}$", " “garden” was clear.", text)

    def chunks(self, text: str) -> Iterator[dict[str, Any]]:
        """One token for each run of letters or other sign, with its rivals."""
        for token in re.findall(r"/?[A-Za-z]+|[^A-Za-z]", text):
            slash = token[:1] if token.startswith("/") else ""
            rivals = [{"token": token, "logprob": -0.5}, {"token": f"{slash}Excel", "logprob": -1.5}]
            told = {"token": token, "logprob": -0.5, "top_logprobs": rivals}
            yield {"choices": [{"delta": {"content": token}, "logprobs": {"content": [told]}}]}


class _Handler(BaseHTTPRequestHandler):
    fake: FakeServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silence."""

    def do_GET(self) -> None:
        if not self._faulty():
            self._send(json.dumps({"data": self.fake.models}).encode())

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.fake.asked.append(asked)
        fault = self._faulty()
        if fault is True:
            return
        text = self.fake.text or self.fake.answer(asked["structured_outputs"]["regex"])
        self._begin()
        for at, chunk in enumerate(self.fake.chunks(text)):
            if fault == "cut" and at == 40:
                return
            self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
        self.wfile.write(b"data: [DONE]\n\n")

    def _faulty(self) -> bool | str:
        self.fake.tokens.append(self.headers.get("Authorization"))
        fault = self.fake.faults.pop(0) if self.fake.faults else None
        if isinstance(fault, int):
            self.send_error(fault)
            return True
        if fault == "nonsense":
            self._send(b"data: {not json\n\n")
            return True
        if fault == "hang":
            self._begin()
            self.connection.recv(1)  # until the client goes
            self.fake.gone.set()
            return True
        return True if fault == "hang_up" else fault or False

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.flush()

    def _send(self, body: bytes) -> None:
        self._begin()
        self.wfile.write(body)


@contextmanager
def running(fake: FakeServer) -> Iterator[FakeServer]:
    """The server on a free port of this computer, gone afterwards."""
    handler = type("Handler", (_Handler,), {"fake": fake})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        fake.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()
