"""The judge on another computer: vLLM's OpenAI-compatible chat with sound, at the address the user typed and nowhere else.

Same prompt, same parser; the response is held to a regular expression made of the codec's pieces, and label probabilities come
from the tokens' logprobs. Plain HTTP of the standard library: no redirects, no proxies, no torch, so a desk needs nothing more.
"""

import base64
import io
import json
import queue
import re
import socket
import threading
import time
import wave
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, TypeVar
from urllib.parse import urlsplit

import numpy as np

from tutor.domain.errors import ModelError
from tutor.speechllm.asking import RATE, Clip
from tutor.speechllm.codec import RATIONALE, Slot, pieces, prompt, read
from tutor.speechllm.grammar import Chances
from tutor.speechllm.replies import Reply, Told

_TRIES, _PAUSE_S = 3, 0.5
_CONNECT_S = 5.0
_SILENCE_S = 60.0  # without a byte: the server is gone
_GLANCE_S = 0.1  # how often it is asked whether to stop
_TEMPORARY = {429, 500, 502, 503, 504}
_FREE = 700  # characters of explanation
_LOGPROBS = 20  # vLLM's own limit
Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Address:
    """A server as typed: `http://HOST:PORT` or https, with or without a path before `/v1`."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Raises `ModelError` (`bad_address`)."""
        parts = urlsplit(text)
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            port = 0
        if parts.scheme not in ("http", "https") or not parts.hostname or not port or parts.username:
            raise ModelError("bad_address", address=text)
        return cls(parts.scheme, parts.hostname, port, parts.path.rstrip("/").removesuffix("/v1"))

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}{self.path}"

    def open(self, seconds: float) -> HTTPConnection:
        """A connection, not yet made."""
        kind = HTTPSConnection if self.scheme == "https" else HTTPConnection
        return kind(self.host, self.port, timeout=seconds)


class ServerJudge:
    """Asks one sentence after the other; the server batches over desks. `silence_s`: how long it may say nothing."""

    def __init__(self, address: str, token: str | None = None, silence_s: float = _SILENCE_S, pause_s: float = _PAUSE_S) -> None:
        self._address, self._token, self._silence_s, self._pause_s = Address.parse(address), token, silence_s, pause_s
        self.model = self._model()

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        """See `replies.Judge`."""
        replies = []
        for at, clip in enumerate(clips):
            answer = self._again(lambda: self._ask(clip, lambda share, so_far: told((at + share) / len(clips), so_far), brief))  # noqa: B023
            replies.append(answer.reply(clip))
        return replies

    def _model(self) -> str:
        """The served adapter, or the base where there is none."""
        said = self._again(lambda: b"".join(self._lines("GET", "/v1/models", None, lambda: None)))
        try:
            served = json.loads(said)["data"]
            return str(next((each for each in served if each.get("parent")), served[0])["id"])
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise ModelError("server_answer", address=str(self._address)) from error

    def _ask(self, clip: Clip, told: Told, brief: bool) -> "_Answer":
        answer = _Answer()
        expected = len("".join(str(each) for each in pieces(clip.words) if isinstance(each, str))) + 6 * len(clip.words)

        def tick() -> None:
            told(min(0.99, len(answer.text) / (expected + _FREE)), answer.reply(clip) if RATIONALE in answer.text else None)

        for line in self._lines("POST", "/v1/chat/completions", _question(self.model, clip, brief=brief), tick):
            if not line.startswith(b"data:"):
                continue
            if (said := line[5:].strip()) == b"[DONE]":
                return answer
            try:
                answer.add(json.loads(said))
            except (ValueError, KeyError, IndexError, TypeError) as error:
                raise ModelError("server_answer", address=str(self._address)) from error
        return answer  # cut off: the parser counts what is missing

    def _again(self, ask: Callable[[], T]) -> T:
        """Try again what may be temporary, waiting a little longer each time."""
        for attempt in range(_TRIES - 1):
            try:
                return ask()
            except ModelError as error:
                if error.code != "server_silent" and error.facts.get("status") not in _TEMPORARY:
                    raise
                time.sleep(self._pause_s * 2**attempt)
        return ask()

    def _lines(self, method: str, path: str, body: Json | None, tick: Callable[[], None]) -> Iterator[bytes]:
        """The answer line by line, read in a thread of its own so that `tick` can stop it at any time by raising."""
        exchange = _Exchange(self._address.open(_CONNECT_S), self._token, self._silence_s)
        reader = threading.Thread(target=exchange.run, args=(method, self._address.path + path, body), daemon=True)
        reader.start()
        try:
            while True:
                tick()
                try:
                    line = exchange.lines.get(timeout=_GLANCE_S)
                except queue.Empty:
                    continue
                if line is None:
                    return
                if isinstance(line, Exception):
                    raise self._as_error(line) from line
                yield line
        finally:
            exchange.hang_up()
            reader.join()

    def _as_error(self, error: Exception) -> ModelError:
        address = str(self._address)
        if isinstance(error, _Status):
            if error.status in (401, 403):
                return ModelError("server_refuses", address=address)
            return ModelError("server_error", address=address, status=error.status)
        return ModelError("server_silent", address=address, reason=str(error) or type(error).__name__)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One request and its answer, read in a thread: lines, then None, or what went wrong."""

    connection: HTTPConnection
    token: str | None
    silence_s: float
    lines: "queue.SimpleQueue[bytes | Exception | None]" = field(default_factory=queue.SimpleQueue)
    held: list[socket.socket] = field(default_factory=list)  # the connection lets go of it once the answer begins

    def run(self, method: str, path: str, body: Json | None) -> None:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        try:
            with closing(self.connection):
                self.connection.connect()
                self.held.append(self.connection.sock)
                self.connection.sock.settimeout(self.silence_s)
                self.connection.request(method, path, json.dumps(body) if body else None, headers)
                self._take()
            self.lines.put(None)
        except (OSError, HTTPException, ValueError, AttributeError) as error:  # the last two: hung up while reading
            self.lines.put(error)

    def hang_up(self) -> None:
        """Wakes a reader that waits; the server drops a request whose client is gone."""
        for sock in self.held:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _take(self) -> None:
        with closing(self.connection.getresponse()) as answer:
            if answer.status != 200:
                raise _Status(answer.status)
            for line in answer:
                self.lines.put(line)


class _Status(OSError):
    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


@dataclass(slots=True)
class _Answer:
    """What came so far: the text, and for each token where it ends in it and what else it might have been."""

    text: str = ""
    tokens: list[tuple[int, int, list[Json]]] = field(default_factory=list)

    def add(self, chunk: Json) -> None:
        for choice in chunk["choices"]:
            at = len(self.text)
            self.text += choice["delta"].get("content") or ""
            for token in (choice.get("logprobs") or {}).get("content") or ():
                self.tokens.append((at, at := at + len(token["token"]), token.get("top_logprobs") or []))

    def reply(self, clip: Clip) -> Reply:
        """What it says of the clip, as far as it came."""
        return Reply(read(self.text, clip.words), self.chances(clip))

    def chances(self, clip: Clip) -> dict[Slot, Chances]:
        """Probabilities of each slot's labels, as far as the text follows the form and the server told them."""
        found, at = {}, 0
        for piece in pieces(clip.words):
            options = (piece,) if isinstance(piece, str) else piece.options
            written = next((option for option in options if self.text.startswith(option, at)), None)
            if written is None:
                break
            if isinstance(piece, Slot) and (weights := self._weights(at, piece)) is not None:
                found[piece] = weights
            at += len(written)
        return found

    def _weights(self, at: int, slot: Slot) -> Chances | None:
        """From the token that holds the label's first letter, which no two labels share."""
        letter = at + 1
        for start, end, others in self.tokens:
            if start <= letter < end:
                wanted = [self.text[start:at] + option[max(0, start - at) :] for option in slot.options]
                weights = np.array([sum(_share(other, label, letter - start) for other in others) for label in wanted])
                return weights / weights.sum() if weights.sum() > 0 else None
        return None


def _share(other: Json, label: str, letter: int) -> float:
    token = str(other["token"])
    fits = len(token) > letter and (label.startswith(token) or token.startswith(label))
    return float(np.exp(other["logprob"])) if fits else 0.0


def _question(model: str, clip: Clip, *, brief: bool) -> Json:
    sound = {"data": base64.b64encode(_wav(clip)).decode("ascii"), "format": "wav"}
    content = [{"type": "input_audio", "input_audio": sound}, {"type": "text", "text": prompt(clip.words)}]
    return {
        "model": model, "messages": [{"role": "user", "content": content}], "temperature": 0, "stream": True, "logprobs": True,
        "top_logprobs": _LOGPROBS, "max_tokens": 200 + 12 * sum(2 + len(word.pronunciations[0]) for word in clip.words),
        "structured_outputs": {"regex": _pattern(clip, 0 if brief else _FREE)},
    }  # fmt: skip


def _pattern(clip: Clip, free: int) -> str:
    parts = (
        _quoted(piece) if isinstance(piece, str) else f"({'|'.join(map(_quoted, piece.options))})" for piece in pieces(clip.words)
    )
    return "".join(parts) + (f"[^\\n]{{0,{free}}}" if free else "")


def _quoted(text: str) -> str:
    return re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", text).replace("\n", "\\n")


def _wav(clip: Clip) -> bytes:
    """16-bit PCM."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(clip.samples, -1, 1) * 32767).astype("<i2").tobytes())
    return out.getvalue()
