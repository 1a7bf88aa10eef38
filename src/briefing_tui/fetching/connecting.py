"""A connection to one vetted address that ends by a deadline, however slowly the other side talks."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Sequence
from typing import IO, Final, cast

from briefing_tui.fetching.addresses import Vetted
from briefing_tui.fetching.errors import FetchError

_LONGEST_CONNECT_SECONDS: Final = 10.0


class TimeIsUp(Exception):  # noqa: N818  it is the limit that was set, no fault
    """The deadline has passed."""


class _Timed(io.RawIOBase):
    """What a socket receives, each wait cut to what is left of the time."""

    def __init__(self, connected: socket.socket, deadline: float) -> None:
        super().__init__()
        self._connected = connected
        self._deadline = deadline

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Receive some bytes.

        Raises:
            TimeIsUp: when the deadline passes first.
        """
        _set_time(self._connected, self._deadline)
        try:
            return self._connected.recv_into(cast("bytearray", buffer))
        except TimeoutError as error:
            raise TimeIsUp from error


class _TimedSocket:
    """As much of a socket as `http.client` uses, with one deadline for everything."""

    def __init__(self, connected: socket.socket, deadline: float) -> None:
        self._connected = connected
        self._deadline = deadline

    def makefile(self, mode: str) -> IO[bytes]:
        """What is received, as a file."""
        del mode
        return cast("IO[bytes]", io.BufferedReader(_Timed(self._connected, self._deadline)))

    def sendall(self, data: bytes) -> None:
        """Send all of `data`."""
        _set_time(self._connected, self._deadline)
        try:
            self._connected.sendall(data)
        except TimeoutError as error:
            raise TimeIsUp from error

    def close(self) -> None:
        """Nothing yet: `http.client` says so before the answer is read. `VettedConnection.hang_up` closes."""


class VettedConnection(http.client.HTTPConnection):
    """HTTP to one of the given addresses and to nowhere else; over TLS the certificate must be the host's."""

    def __init__(
        self, host: str, addresses: Sequence[Vetted], *, secure: ssl.SSLContext | None, deadline: float, name: str
    ) -> None:
        super().__init__(host, addresses[0].port)
        self._host_name = host
        self._addresses = addresses
        self._secure = secure
        self._deadline = deadline
        self._name = name
        self._connected: socket.socket | None = None

    def hang_up(self) -> None:
        """Close the connection, whatever is still to come."""
        if self._connected is not None:
            self._connected.close()

    def connect(self) -> None:
        """Connect to the first address that answers.

        Raises:
            FetchError: when none does.
        """
        problem: OSError | None = None
        for family, address, port in self._addresses:
            connected = socket.socket(family, socket.SOCK_STREAM)
            try:
                _set_time(connected, min(self._deadline, time.monotonic() + _LONGEST_CONNECT_SECONDS))
                connected.connect((address, port))
                if self._secure is not None:
                    _set_time(connected, self._deadline)
                    connected = self._secure.wrap_socket(connected, server_hostname=self._host_name)
            except OSError as error:
                connected.close()
                problem = error
                if isinstance(error, ssl.SSLError):
                    break
                continue
            self._connected = connected
            self.sock = cast("socket.socket", _TimedSocket(connected, self._deadline))
            return
        if time.monotonic() >= self._deadline:
            raise TimeIsUp
        raise FetchError(f"{self._name}: {told(problem)}")


def told(error: OSError | None) -> str:
    """What the network says is wrong, in a few words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate of the server is not to be trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {error.reason or 'the server speaks another language'}".lower()
    if isinstance(error, TimeoutError):
        return "the server does not answer"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses the connection"
    return (getattr(error, "strerror", None) or str(error) or "the connection broke").lower()


def _set_time(connected: socket.socket, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeIsUp
    connected.settimeout(left)
