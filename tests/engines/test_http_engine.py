"""The HTTP engine against a server on this machine: what it sends, what it makes of answers, and of the lack of them."""

import json
from collections.abc import Callable

import pytest
from tests.engines.protocol import Reply, Server, completion, proposing

from briefing_tui.engines import EngineError
from briefing_tui.engines.http_engine import MOST_BYTES, HttpEngine
from briefing_tui.model import Briefing

TEXT = "The quiet harbour town saw two boats burn on Sunday."
EVENT = {"kind": "escalation_event", "quote": "saw two boats burn", "action": "sabotage"}


@pytest.fixture
def ask(server: Server, briefing_of: Callable[[str], Briefing]):
    """`ask(reply, …)` gives the engine's answer about `TEXT` when the server gives these replies."""

    def run(*replies: Reply, text: str = TEXT, **settings):
        server.replies = list(replies)
        return HttpEngine(url=server.url, model="small", pause=lambda seconds: None, **settings).propose(briefing_of(text))

    return run


def test_the_text_and_its_day_are_sent_to_the_endpoint(ask, server: Server) -> None:
    ask(proposing())
    assert server.headers[0]["path"] == "/v1/chat/completions"
    request = server.requests[0]
    assert (request["model"], request["temperature"]) == ("small", 0)
    assert request["messages"][1]["content"] == f"published: 2024-11-20\n\n{TEXT}"


def test_a_key_is_sent_as_a_bearer_token(ask, server: Server) -> None:
    ask(proposing(), key="opensesame")
    assert server.headers[0]["authorization"] == "Bearer opensesame"


def test_no_key_is_sent_where_there_is_none(ask, server: Server) -> None:
    ask(proposing())
    assert "authorization" not in server.headers[0]


def test_proposals_are_read(ask) -> None:
    answer = ask(proposing(EVENT))
    assert [(proposal.kind, proposal.quote, proposal.action) for proposal in answer.proposals] == [
        ("escalation_event", "saw two boats burn", "sabotage")
    ]
    assert answer.malformed == 0


@pytest.mark.parametrize(
    "broken",
    [
        "saw two boats burn",
        {"quote": "saw two boats burn"},
        {"kind": "rumour", "quote": "saw two boats burn"},
        {"kind": "escalation_event", "quote": "   "},
        {"kind": "escalation_event", "quote": 12},
        {"kind": "escalation_event", "quote": "saw", "action": "picnic"},
        {"kind": "escalation_event", "quote": "saw", "nth": 0},
        {"kind": "reaction", "quote": "saw", "stance": "thrilled"},
        {"kind": "reaction", "quote": "saw", "actors": {"name": "Norway"}},
        None,
    ],
)
def test_what_is_not_of_the_form_of_a_proposal_is_counted_and_the_rest_kept(ask, broken) -> None:
    answer = ask(proposing(broken, EVENT))
    assert (len(answer.proposals), answer.malformed) == (1, 1)


@pytest.mark.parametrize("content", ['```json\n{"records": []}\n```', "[]", '{"records": [], "remarks": "none"}'])
def test_fences_and_a_bare_list_are_understood(ask, content: str) -> None:
    assert ask(completion(content)).proposals == ()


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (
            completion("I'm sorry, I can't help with that."),
            "the engine answered without JSON: I'm sorry, I can't help with that.",
        ),
        (completion('{"records": [{"kind"'), 'the engine answered without JSON: {"records": [{"kind"'),
        (completion("[" * 100_000), "the engine answered without JSON: " + "[" * 119 + "…"),
        (completion('{"answer": 42}'), 'the engine\'s JSON has no list of records: {"answer": 42}'),
        (completion(None), "the engine answered nothing"),
        (completion(None, refusal="Not about wars."), "the engine refused: Not about wars."),
        (completion("", ended="content_filter"), "the engine refused: its content filter held the answer back"),
        (completion('{"records": [', ended="length"), "the engine's answer was cut off; make part_characters smaller"),
        (Reply(b"<html>Welcome to the hotel"), "the engine's answer is no JSON: <html>Welcome to the hotel"),
        (Reply(b"\xff\xfe"), "the engine's answer is no JSON: \ufffd\ufffd"),
        (Reply(b'{"choices": []}'), 'the engine\'s answer is no chat completion: {"choices": []}'),
        (Reply(b"null"), "the engine's answer is no chat completion: null"),
        (Reply(b"no such model", status=404), "the engine answered 404: no such model"),
        (Reply(b"", status=302, headers={"Location": "http://127.0.0.1:9/"}), "the engine answered 302: "),
        (Reply(b"x" * (MOST_BYTES + 1)), "the engine's answer is longer than 4,000,000 bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 70 else "",
)
def test_an_answer_that_is_none_says_why(ask, reply: Reply, message: str) -> None:
    with pytest.raises(EngineError) as raised:
        ask(reply)
    assert str(raised.value) == message


@pytest.mark.parametrize("body", [b"", b'{"choices": [{"message": {"content": "'])
def test_a_server_that_never_finishes_is_given_up(ask, body: bytes) -> None:
    with pytest.raises(EngineError, match=r"no (whole )?answer within 0\.2 s"):
        ask(Reply(body, stall=True), timeout_seconds=0.2)


def test_a_server_that_is_not_there_is_named_as_such(briefing_of: Callable[[str], Briefing], server: Server) -> None:
    nobody = HttpEngine(url="http://127.0.0.1:1/v1", model="small", pause=lambda seconds: None)
    with pytest.raises(EngineError, match="cannot be reached"):
        nobody.propose(briefing_of(TEXT))


def test_a_busy_server_is_asked_again_after_the_pause_it_wishes_for(
    server: Server, briefing_of: Callable[[str], Briefing]
) -> None:
    server.replies = [Reply(b"busy", status=429, headers={"Retry-After": "7"}), Reply(b"busy", status=503), proposing(EVENT)]
    pauses: list[float] = []
    answer = HttpEngine(url=server.url, model="small", pause=pauses.append).propose(briefing_of(TEXT))
    assert len(answer.proposals) == 1
    assert pauses == [7.0, 4.0]


def test_a_server_that_stays_busy_is_given_up(ask, server: Server) -> None:
    with pytest.raises(EngineError, match="the engine answered 429: slow down"):
        ask(Reply(b"slow down", status=429))
    assert len(server.requests) == 3


def test_a_long_text_is_sent_in_parts_that_are_the_whole_text_together(ask, server: Server) -> None:
    text = "\n\n".join(f"Paragraph {number} tells of the harbour and of its boats." for number in range(40)) + "\n\n" + "x" * 900
    answer = ask(proposing(EVENT), text=text, part_characters=300)
    sent = [request["messages"][1]["content"].partition("\n\n")[2] for request in server.requests]
    assert all(len(part) <= 300 for part in sent)
    assert "".join("".join(sent).split()) == "".join(text.split())
    assert len(answer.proposals) == len(sent) > 5


def test_any_text_can_be_sent(ask, server: Server) -> None:
    ask(proposing(), text="Broken \ud83d words, \x1b[31mred\x1b[0m ones and “quotes”".encode("utf-8", "replace").decode())
    assert "\x1b[31mred" in json.dumps(server.requests[0], ensure_ascii=False).replace("\\u001b", "\x1b")


def test_a_key_is_never_sent_in_the_clear_over_the_network() -> None:
    with pytest.raises(EngineError, match=r"sent unencrypted to models\.example\.org"):
        HttpEngine(url="http://models.example.org/v1", model="small", key="opensesame")
    HttpEngine(url="https://models.example.org/v1", model="small", key="opensesame")
    HttpEngine(url="http://[::1]:8080/v1", model="small", key="opensesame")


@pytest.mark.parametrize("url", ["", "models.example.org", "file:///etc/passwd", "http://"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(EngineError, match="is no http address"):
        HttpEngine(url=url, model="small")
