"""A small server on this machine that speaks the chat-completions protocol, with answers written by the test."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the server sends; `stall` keeps the connection open and sends nothing more until the test is over."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stall: bool = False


def completion(content: str | None, *, refusal: str | None = None, ended: str = "stop") -> Reply:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return Reply(json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": ended}]}).encode())


def proposing(*records: Any) -> Reply:
    return completion(json.dumps({"records": records}))


class Server:
    """Gives its replies in order, the last one again and again, and keeps what it was asked."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.replies: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving() -> Iterator[Server]:
    """The server, listening; connections it lets hang are freed at the end."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            known.requests.append(json.loads(self.rfile.read(length)))
            known.headers.append({name.lower(): value for name, value in self.headers.items()} | {"path": self.path})
            reply = known.next_reply()
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(reply.body) + (1000 if reply.stall else 0)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            self.wfile.flush()
            if reply.stall:
                over.wait(60)

        def log_message(self, *arguments: Any) -> None:
            """Nothing: the test's own output says enough."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    known = Server(f"http://127.0.0.1:{listening.server_address[1]}/v1")
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield known
    finally:
        over.set()
        listening.shutdown()
        listening.server_close()
        thread.join()
