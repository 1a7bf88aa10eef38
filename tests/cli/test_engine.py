"""`--engine`: settings, what is told of the proposals, and documents the engine has no answer for."""

import json
import os
from pathlib import Path

import pytest
from tests.engines.protocol import Reply, Server, completion, proposing

STORY = "The quiet harbour town saw two boats burn on Sunday."
EVENT = {"kind": "escalation_event", "quote": "saw two boats burn", "action": "sabotage"}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


@pytest.fixture
def settings(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`settings(text)` writes the config.toml of the next command; answers kept are its own as well."""
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path / "config"))
    cache = tmp_path / "cache"
    cache.mkdir()
    for kept in Path(os.environ["BRIEFING_TUI_CACHE"]).glob("*"):
        if kept.name != "answers":
            (cache / kept.name).symlink_to(kept)
    monkeypatch.setenv("BRIEFING_TUI_CACHE", str(cache))

    def write(text: str) -> Path:
        path = tmp_path / "config" / "config.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    return write


def test_proposals_the_text_bears_out_are_added_and_counted(command, settings, story: Path, server: Server) -> None:
    settings(f'[engine]\nurl = "{server.url}"\nmodel = "small"\n')
    server.replies = [proposing(EVENT, {"kind": "aid_item", "quote": "three boats"}, "nonsense")]
    outcome = command("extract", "--engine", story)
    assert outcome.code == 0
    counted = "engine small: 1 of 3 proposals kept; dropped: 1 not of the form of a proposal, 1 quote not in the text"
    assert outcome.complaints == [counted]
    briefing = json.loads(outcome.out)
    assert [(record["kind"], record["action"], record["needs_review"]) for record in briefing["records"]] == [
        ("escalation_event", "sabotage", True)
    ]
    assert briefing["notes"] == [counted]
    assert command("verify", "-", stdin=outcome.out).code == 0


def test_the_same_text_is_not_sent_twice(command, settings, story: Path, server: Server) -> None:
    settings(f'[engine]\nurl = "{server.url}"\nmodel = "small"\n')
    server.replies = [proposing(EVENT)]
    assert command("extract", "--engine", story).out == command("extract", "--engine", story).out
    assert len(server.requests) == 1


def test_without_the_option_nothing_is_sent(command, settings, story: Path, server: Server) -> None:
    settings(f'[engine]\nurl = "{server.url}"\nmodel = "small"\n')
    server.replies = [proposing(EVENT)]
    assert json.loads(command("extract", story).out)["records"] == []
    assert server.requests == []


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (completion(None, refusal="Not about wars."), "the engine refused: Not about wars."),
        (Reply(b"\x1b[2Jgone", status=500), "the engine answered 500: ␛[2Jgone"),
    ],
)
def test_a_document_without_an_answer_is_named_and_keeps_its_own_records(  # noqa: PLR0917 - fixtures
    command, settings, story: Path, server: Server, reply: Reply, reason: str
) -> None:
    settings(f'[engine]\nurl = "{server.url}"\nmodel = "small"\n')
    server.replies = [reply]
    outcome = command("extract", "--engine", story)
    assert outcome.code == 3
    assert outcome.complaints[0].endswith(f": engine small: {reason}; the records are those of our own rules")
    assert json.loads(outcome.out)["text"] == STORY


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "--engine needs a table [engine]"),
        ("[engine]\nmodel = 'small'", "engine.url is missing"),
        ("[engine", "Expected ']' at the end of a table declaration"),
        ("engine = 7", "--engine needs a table [engine]"),
    ],
)
def test_settings_that_make_no_engine_are_a_usage_error_that_names_the_file(  # noqa: PLR0917 - fixtures
    command, settings, story: Path, text: str | None, message: str, tmp_path: Path
) -> None:
    if text is not None:
        settings(text)
    outcome = command("extract", "--engine", story)
    assert outcome.code == 2
    assert message in outcome.complaints[0]
    assert str(tmp_path / "config" / "config.toml") in outcome.complaints[0]


def test_the_plain_summary_shows_what_was_proposed(command, settings, story: Path, server: Server) -> None:
    settings(f'[engine]\nurl = "{server.url}"\nmodel = "small"\n')
    server.replies = [proposing(EVENT)]
    assert "saw two boats burn" in command("--plain", "--engine", story).out.decode()
