import gzip
import socket
import zlib

import pytest
from tests.fetching.conftest import Server

from briefing_tui.fetching import FetchError, Limits, fetch


def page(body: bytes = b"<p>Ten boats.</p>", *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def moved(target: str) -> bytes:
    return page(b"", f"Location: {target}", status="302 Found")


def refusal(url: str, *, limits: Limits | None = None, allow_private: bool = True) -> str:
    with pytest.raises(FetchError) as refused:
        fetch(url, limits=limits, allow_private=allow_private)
    message = str(refused.value)
    assert "\n" not in message
    return message


def test_a_page_is_fetched_with_what_the_server_says_of_it(server: Server):
    server.answers["/a?b=c"] = page(b"Norwegen", "Content-Type: text/HTML; charset=ISO-8859-1")
    fetched = fetch(server.url("/a?b=c#part"), allow_private=True)
    assert (fetched.data, fetched.content_type, fetched.charset) == (b"Norwegen", "text/html", "iso-8859-1")


def test_the_request_tells_nothing_about_the_person(server: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    server.answers["/"] = page(b"x", "Set-Cookie: a=b")
    fetch(server.url(), allow_private=True)
    fetch(server.url(), allow_private=True)
    names = {line.split(b":")[0] for request in server.requests for line in request.split(b"\r\n")[1:] if line}
    assert names == {b"Host", b"User-Agent", b"Accept", b"Accept-Encoding", b"Connection"}


def test_redirects_are_followed_and_the_last_address_is_told(server: Server):
    server.answers["/old"] = moved("/new")
    server.answers["/new"] = page()
    fetched = fetch(server.url("/old"), allow_private=True)
    assert (fetched.requested_url, fetched.final_url) == (server.url("/old"), server.url("/new"))


def test_redirects_come_to_an_end(server: Server):
    server.answers["/"] = moved("/")
    assert refusal(server.url(), limits=Limits(redirects=3)) == f"{server.url()}: redirected more than 3 times"
    assert len(server.requests) == 4


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a", "gopher://example.org/", "data:text/html,x"])
def test_a_redirect_leads_only_to_the_web(server: Server, target: str):
    server.answers["/"] = moved(target)
    assert "only http and https are fetched" in refusal(server.url())


def test_this_machine_is_not_asked_unless_allowed(server: Server):
    server.answers["/"] = page()
    message = refusal(server.url(), allow_private=False)
    assert message == (f"{server.url()}: an address of this machine or its own network; --allow-private would allow it")
    assert server.requests == []


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_other_spellings_of_this_machine_are_seen_through(server: Server, host: str):
    message = refusal(f"http://{host}:{server.port}/", allow_private=False)
    assert "this machine or its own network" in message or "no machine called" in message
    assert server.requests == []


def test_a_redirect_to_a_private_address_is_vetted_like_the_first(server: Server, monkeypatch: pytest.MonkeyPatch):
    server.answers["/"] = moved("http://10.0.0.1/secret")
    monkeypatch.setattr("briefing_tui.fetching.addresses.is_public", lambda address: address == "127.0.0.1")
    message = refusal(server.url(), allow_private=False)
    assert "which leads to http://10.0.0.1/secret" in message
    assert "its own network" in message


def test_a_name_is_looked_up_once_and_the_connection_made_to_that_answer(server: Server, monkeypatch: pytest.MonkeyPatch):
    server.answers["/"] = page()
    asked: list[str] = []

    def answers(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr("socket.getaddrinfo", answers)
    assert fetch(f"http://rebinding.example:{server.port}/", allow_private=True).data == b"<p>Ten boats.</p>"
    assert asked == ["rebinding.example"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://user:secret@127.0.0.1/", "a user name or password in an address is not sent"),
        ("http:///nothing", "names no machine"),
        ("http://127.0.0.1:99999/", "not an address of the web"),
        ("http://[::1/", "not an address of the web"),
        ("http://a b/", "not an address of the web"),
        ("http://exa\nmple.org/", "not an address of the web"),
        ("javascript:alert(1)", "only http and https"),
        ("http://127.0.0.1/" + "a" * 9000, "too long"),
    ],
)
def test_what_is_no_address_is_refused(url: str, words: str):
    message = refusal(url)
    assert words in message
    assert "secret" not in message


def test_line_ends_in_an_address_do_not_write_headers(server: Server):
    server.answers["/a%0D%0AX-Evil:%201"] = page()
    fetch(server.url("/a\r\nX-Evil: 1"), allow_private=True)
    assert b"\r\nX-Evil" not in server.requests[0]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (page(b"", status="404 Not Found"), "the server answers 404 Not Found"),
        (page(b"", status="500"), "the server answers 500"),
        (page(b"", status="302 Found"), "sends on to nowhere"),
        (page(b"", "Location: http://[::1", status="302 Found"), "'http://[::1', which is not an address"),
        (b"SSH-2.0-OpenSSH\r\n", "is not HTTP"),
        (b"", "is not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n", "is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 2_000_000 + b"\r\n\r\n", "is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "the connection broke before all was there"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort", "is not HTTP"),
        (page(b"x", "Content-Encoding: br"), "packed as 'br'"),
        (page(b"no gzip", "Content-Encoding: gzip"), "damaged"),
        (page(b"\x1f\x8b\x08\0\0\0\0\0\0\0", "Content-Encoding: gzip"), "broke before all was there"),
    ],
)
def test_a_bad_answer_is_one_clear_line(server: Server, answer: bytes, words: str):
    server.answers["/"] = answer
    assert words in refusal(server.url())


def test_nobody_listening_is_one_clear_line():
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/").endswith("the server refuses the connection")


def test_no_secure_connection_to_a_server_without_one(server: Server):
    assert "no secure connection" in refusal(server.url().replace("http:", "https:"), limits=Limits(seconds=5))


def test_packed_answers_are_unpacked(server: Server):
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(b"Ten boats. " * 1000) + packer.flush()
    server.answers["/"] = page(packed, "Content-Encoding: gzip")
    assert fetch(server.url(), allow_private=True).data == b"Ten boats. " * 1000


def test_a_bomb_is_unpacked_no_further_than_the_limit(server: Server):
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(bytes(50_000_000)) + packer.flush()
    server.answers["/"] = page(packed, "Content-Encoding: gzip")
    assert refusal(server.url(), limits=Limits(size_bytes=2**20)) == f"{server.url()}: larger than 1 MB"


def test_an_answer_that_says_it_is_too_large_is_not_read(server: Server):
    server.answers["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n"
    assert refusal(server.url()) == f"{server.url()}: larger than 64 MB"


def test_an_answer_without_end_is_cut_off(server: Server):
    def endless(connected: socket.socket) -> None:
        connected.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connected.sendall(bytes(65536))

    server.answers["/"] = endless
    assert refusal(server.url(), limits=Limits(size_bytes=10**6)).endswith("MB")


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\nA: ", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"])
def test_a_server_that_dawdles_is_left_when_the_time_is_up(server: Server, before: bytes):
    def dawdle(connected: socket.socket) -> None:
        connected.sendall(before)
        while connected.recv(1):
            pass

    server.answers["/"] = dawdle
    assert refusal(server.url(), limits=Limits(seconds=0.3)) == f"{server.url()}: took longer than 0.3 seconds"


def test_a_server_that_drips_is_left_when_the_time_is_up(server: Server):
    def drip(connected: socket.socket) -> None:
        connected.sendall(b"HTTP/1.1 200 OK\r\n")
        connected.settimeout(0.01)
        while True:
            connected.sendall(b"A: b\r\n"[:1])
            try:
                if not connected.recv(1):
                    return
            except TimeoutError:
                continue

    server.answers["/"] = drip
    assert refusal(server.url(), limits=Limits(seconds=0.3)) == f"{server.url()}: took longer than 0.3 seconds"


def test_a_lookup_that_hangs_is_left_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch):
    import threading

    never = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: never.wait(20) and [])
    assert refusal("http://slow.example/", limits=Limits(seconds=0.2)).endswith("looking up slow.example took too long")
    never.set()


def test_what_is_sent_behind_a_packed_page_is_left_unread(server: Server):
    def answer(connected: socket.socket) -> None:
        connected.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"Ten boats."))
        while True:
            connected.sendall(bytes(1_000_000))

    server.answers["/"] = answer
    assert fetch(server.url(), limits=Limits(seconds=10), allow_private=True).data == b"Ten boats."
