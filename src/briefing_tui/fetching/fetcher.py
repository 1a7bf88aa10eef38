"""One document from the web, within limits: size, time, redirects, and which machines may be asked.

Only http and https. No cookies, no passwords in addresses, no proxies from the environment, nothing loaded but the one address.
"""

from __future__ import annotations

import http.client
import re
import ssl
import time
import zlib
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from briefing_tui import __version__
from briefing_tui.fetching.addresses import vetted_addresses
from briefing_tui.fetching.connecting import TimeIsUp, VettedConnection, told
from briefing_tui.fetching.errors import FetchError
from briefing_tui.reading.files import MAX_BYTES

_AGENT: Final = f"briefing-tui/{__version__}"
_PIECE: Final = 65_536
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_LONGEST_URL: Final = 8192
_CONTROLS: Final = re.compile(r"[\x00-\x20\x7f-\x9f]")
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_ZLIB_OR_GZIP: Final = 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one address may cost. `seconds` is for everything together: looking up, connecting, all redirects, reading."""

    size_bytes: int = MAX_BYTES
    seconds: float = 60.0
    redirects: int = 5


class Fetched(NamedTuple):
    """What an address gave. `content_type` is the bare type in lower case, `charset` what the server says of the text."""

    data: bytes
    content_type: str
    charset: str | None
    final_url: str
    requested_url: str


class _Hop(NamedTuple):
    parts: SplitResult
    host: str
    port: int


def fetch(url: str, *, limits: Limits | None = None, allow_private: bool = False) -> Fetched:
    """What stands at `url`.

    `allow_private` also lets machines of the own network be asked, which else no redirect and no name leads to.

    Raises:
        FetchError: one line that tells why nothing is there.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    requested, url = url, _CONTROLS.sub(_quoted, url.strip())
    current = url
    try:
        for _ in range(limits.redirects + 1):
            hop = _checked(current, url)
            addresses = vetted_addresses(
                hop.host, hop.port, deadline=deadline, allow_private=allow_private, name=_named(url, current)
            )
            secure = ssl.create_default_context() if hop.parts.scheme == "https" else None
            connection = VettedConnection(hop.host, addresses, secure=secure, deadline=deadline, name=_named(url, current))
            try:
                answer = _ask(connection, hop, url)
                if answer.status not in _REDIRECTS:
                    return _taken(answer, limits, current, url)._replace(requested_url=requested)
                target = answer.getheader("Location")
            finally:
                connection.hang_up()
            if not target:
                raise FetchError(f"{url}: the server sends on to nowhere")
            current = _joined(current, target, url)
    except TimeIsUp:
        raise FetchError(f"{url}: took longer than {limits.seconds:g} seconds") from None
    except http.client.HTTPException as error:
        raise FetchError(f"{url}: what the server answers is not HTTP ({type(error).__name__})") from error
    except OSError as error:
        raise FetchError(f"{url}: {told(error)}") from error
    raise FetchError(f"{url}: redirected more than {limits.redirects} times")


def _checked(address: str, url: str) -> _Hop:
    """The parts of an address that may be fetched.

    Raises:
        FetchError: when it may not.
    """
    named = _named(url, address)
    if len(address) > _LONGEST_URL:
        raise FetchError(f"{url[:200]}…: the address is too long")
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = _ascii_host(parts.hostname or "")
    except ValueError as error:
        raise FetchError(f"{named}: is not an address of the web") from error
    if parts.scheme not in {"http", "https"}:
        raise FetchError(f"{named}: only http and https are fetched")
    if not host:
        raise FetchError(f"{named}: is not an address of the web; it names no machine")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.scheme}://…@{host}: a user name or password in an address is not sent")
    return _Hop(parts, host, port)


def _ascii_host(host: str) -> str:
    """A host's name as the network knows it; raises ValueError (as UnicodeError) when it is none."""
    plain = host if host.isascii() else host.encode("idna").decode("ascii")
    if not re.fullmatch(r"[A-Za-z0-9_.:-]*", plain):
        raise ValueError(host)
    return plain


def _joined(current: str, target: str, url: str) -> str:
    """Where a redirect leads to."""
    try:
        return _CONTROLS.sub(_quoted, urljoin(current, target))
    except ValueError as error:
        raise FetchError(f"{url}: the server sends on to {target[:100]!r}, which is not an address") from error


def _quoted(control: re.Match[str]) -> str:
    return quote(control[0])


def _ask(connection: VettedConnection, hop: _Hop, url: str) -> http.client.HTTPResponse:
    target = quote(hop.parts.path or "/", safe=_SAFE)
    if hop.parts.query:
        target += "?" + quote(hop.parts.query, safe=_SAFE)
    host = f"[{hop.host}]" if ":" in hop.host else hop.host
    usual = {"http": 80, "https": 443}[hop.parts.scheme]
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", host if hop.port == usual else f"{host}:{hop.port}")
    connection.putheader("User-Agent", _AGENT)
    connection.putheader("Accept", "text/html, application/xhtml+xml, text/*, application/pdf, application/*;q=0.8, */*;q=0.1")
    connection.putheader("Accept-Encoding", "gzip")
    connection.putheader("Connection", "close")
    connection.endheaders()
    answer = connection.getresponse()
    if answer.status not in _REDIRECTS and answer.status != http.client.OK:
        reason = " ".join(answer.reason.split())[:60]
        raise FetchError(f"{url}: the server answers {answer.status} {reason}".rstrip())
    return answer


def _taken(answer: http.client.HTTPResponse, limits: Limits, current: str, url: str) -> Fetched:
    """The body, unpacked as it comes and no further than the limit."""
    length = answer.getheader("Content-Length") or ""
    if length.isascii() and length.isdigit() and (len(length) > 15 or int(length) > limits.size_bytes):
        raise FetchError(_too_large(url, limits))
    unpacker = _unpacker(answer.getheader("Content-Encoding") or "", url)
    parts: list[bytes] = []
    size = 0
    while not (unpacker and unpacker.eof) and (piece := answer.read(_PIECE)):  # what follows what was packed is left unread
        try:
            part = unpacker.decompress(piece, limits.size_bytes + 1 - size) if unpacker else piece
        except zlib.error as error:
            raise FetchError(f"{url}: what was sent is damaged") from error
        parts.append(part)
        size += len(part)
        if size > limits.size_bytes:
            raise FetchError(_too_large(url, limits))
    is_whole = unpacker.eof if unpacker else not answer.length
    if not is_whole:
        raise FetchError(f"{url}: the connection broke before all was there")
    return Fetched(
        b"".join(parts),
        answer.headers.get_content_type(),
        answer.headers.get_content_charset(),
        current,
        url,
    )


def _unpacker(encoding: str, url: str) -> zlib._Decompress | None:
    """What unpacks the body; None when it is not packed."""
    coding = encoding.strip().lower()
    if coding in {"", "identity"}:
        return None
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError(f"{url}: is packed as {coding[:40]!r}, which was not asked for and is not read")
    return zlib.decompressobj(_ZLIB_OR_GZIP)


def _too_large(url: str, limits: Limits) -> str:
    return f"{url}: larger than {limits.size_bytes / 2**20:g} MB"


def _named(url: str, current: str) -> str:
    """How messages name an address that may have been reached by redirects."""
    return url if current == url else f"{url} (which leads to {current[:200]})"
