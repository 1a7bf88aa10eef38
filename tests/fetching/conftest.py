"""A server on this machine whose answers a test writes byte by byte."""

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

Answer = bytes | Callable[[socket.socket], None]


class Server:
    """Answers each path with prepared bytes, or with whatever a function sends; keeps the requests it got."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                connected, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connected,), daemon=True).start()

    def _answer(self, connected: socket.socket) -> None:
        with connected:
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connected.recv(65536)
                if not piece:
                    return
                request += piece
                if request.startswith(b"\x16"):  # a TLS greeting, which this server does not understand
                    connected.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
            self.requests.append(request)
            answer = self.answers[request.split(b" ")[1].decode()]
            try:
                if isinstance(answer, bytes):
                    connected.sendall(answer)
                else:
                    answer(connected)
                connected.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.close()
