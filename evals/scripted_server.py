"""A server on this computer that speaks OpenAI's protocol and says what it is told to say.

Real HTTP and real streaming, so that the client people run is the client that is measured and
tested, and every way a server can fail can be brought about::

    with Scripted() as server:
        server.reply('{"body": "Dear Elena"}')                 # one reply, in one piece
        server.reply("Dear", " Elena", given=2)                # in pieces, as they are streamed
        server.reply("Dear", drop=True)                        # the connection is cut after them
        server.reply("Dear", stall=True)                       # nothing more comes
        server.reply(calls=[ToolCall("search", '{"query": "agenda"}')])
        server.reply(status=429, headers={"retry-after": "2"}, error="Slow down.")
        server.reply(body="<html>", content_type="text/html")
        server.obey(lambda request: Reply(request.messages[-1]["content"]))
        ...
        server.requests[0].body["messages"]                    # what was sent, in full

Replies are given in the order in which they were queued; when none is left, the function given to
``obey`` answers; without one, the server says that nothing was scripted (status 501).
"""

import json
import select
import threading
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Self

from evals.scripted_reply import (
    Reply,
    Request,
    ToolCall,
    completion,
    deltas,
    event,
    finish_reason,
    told_error,
    told_usage,
)

__all__ = ["Obey", "Reply", "Request", "Scripted", "ToolCall"]

LONGEST_STALL = 30.0


Obey = Callable[[Request], "Reply | str"]


class Scripted:
    """The server. Use it in a ``with`` block, or call ``close``.

    Args:
        models: the ids that ``/v1/models`` lists.
        port: 0 for any that is free.

    Attributes:
        requests: what was asked, oldest first; listings of the models are not among them.
        owner: whom the models are owned by, by which kinds of servers are told apart.
        listing: what ``/v1/models`` says instead; None to say nothing.
        moved_to: where ``/v1/models`` sends its client instead.
    """

    def __init__(self, models: Sequence[str] = ("scripted",), port: int = 0) -> None:
        self.requests: list[Request] = []
        self.models = tuple(models)
        self.owner = ""
        self.listing: str | None = ""
        self.moved_to = ""
        self.closing = threading.Event()
        self._queue: list[Reply] = []
        self._obey: Obey | None = None
        self._lock = threading.Lock()
        self._http = _Server(("127.0.0.1", port), _Handler)
        self._http.script = self
        self.port = int(self._http.server_address[1])
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """What ``OPENAI_BASE_URL`` is set to."""
        return f"http://127.0.0.1:{self.port}/v1"

    def reply(self, *pieces: str, times: int = 1, **how: Any) -> None:
        """Queue a reply, or the same one several times; see ``Reply`` for what can be given."""
        if pieces:
            how["pieces"] = pieces
        with self._lock:
            self._queue.extend([Reply(**how)] * times)

    def obey(self, function: Obey) -> None:
        """Answer by a function whatever no reply is queued for."""
        self._obey = function

    def answer(self, request: Request) -> Reply:
        """Record a request and choose its reply."""
        with self._lock:
            self.requests.append(request)
            if self._queue:
                return self._queue.pop(0)
        if self._obey is None:
            return Reply(status=501, error="Nothing was scripted for this request.")
        found = self._obey(request)
        return Reply(found) if isinstance(found, str) else found

    def close(self) -> None:
        """Stop serving; what stalls is let go."""
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    script: Scripted

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are part of the script."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        """Answer ``/v1/models``, and nothing else."""
        script = self.server.script
        models = [{"id": one, "object": "model", "owned_by": script.owner} for one in script.models]
        usual = json.dumps({"object": "list", "data": models})
        if self.path.rstrip("/") != "/v1/models":
            self._plain(404, '{"error": {"message": "Not Found"}}')
        elif script.moved_to:
            self._plain(302, "", headers={"location": script.moved_to})
        elif script.listing is None:
            self._wait_for_hang_up(Request(self.path, {}, {}))
        else:
            self._plain(200, script.listing or usual)

    def do_POST(self) -> None:
        """Answer one chat completion as scripted."""
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.path, headers, json.loads(raw or b"{}"))
        reply = self.server.script.answer(request)
        if reply.wait:
            sleep(reply.wait)
        try:
            self._respond(request, reply)
        except OSError:
            request.hung_up.set()
            self.close_connection = True

    def _respond(self, request: Request, reply: Reply) -> None:
        if reply.silent:
            self._wait_for_hang_up(request)
        elif reply.gone:
            self.close_connection = True
        elif reply.body is not None:
            self._plain(reply.status, reply.body, reply.content_type, reply.headers)
        elif reply.status != 200:
            self._plain(
                reply.status, json.dumps({"error": told_error(reply)}), headers=reply.headers
            )
        elif request.body.get("stream"):
            self._stream(request, reply)
        else:
            self._plain(200, json.dumps(completion(request, reply)), headers=reply.headers)

    def _plain(
        self,
        status: int,
        text: str,
        content_type: str = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, request: Request, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        length = 0
        for number, delta in enumerate(deltas(reply)):
            if number > 1 and reply.every:
                sleep(reply.every)
            length += len(delta.get("content") or "")
            self._event(event(request, [{"index": 0, "delta": delta, "finish_reason": None}]))
        if reply.stall:
            self._wait_for_hang_up(request)
            return
        if reply.drop:
            self.close_connection = True
            return
        if reply.late:
            self._event({"error": told_error(reply)})
        else:
            end = {"index": 0, "delta": {}, "finish_reason": finish_reason(reply)}
            self._event(event(request, [end]))
            if (request.body.get("stream_options") or {}).get("include_usage"):
                self._event(event(request, []) | {"usage": told_usage(request, reply, length)})
            self._write(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, data: Mapping[str, Any]) -> None:
        self._write(b"data: " + json.dumps(data).encode() + b"\n\n")

    def _write(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def _wait_for_hang_up(self, request: Request) -> None:
        """Hold the line until the client closes it, the server closes, or half a minute is over."""
        until = monotonic() + LONGEST_STALL
        while monotonic() < until and not self.server.script.closing.is_set():
            readable, _, _ = select.select([self.connection], [], [], 0.05)
            if readable and not self.connection.recv(1):
                request.hung_up.set()
                break
        self.close_connection = True
