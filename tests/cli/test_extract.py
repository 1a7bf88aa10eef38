"""`extract`: shapes of its output, metadata from the command line, failures in the midst of others."""

import json
from pathlib import Path

import pytest

from briefing_tui.model.contract import validate_briefing

STORY = "Norway condemned the strike on Wednesday."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_one_path_gives_one_indented_object(command, story: Path) -> None:
    outcome = command("extract", story)
    assert outcome.out.startswith(b'{\n  "id"')
    assert outcome.out.endswith(b"\n}\n")
    assert json.loads(outcome.out)["text"] == STORY


def test_several_paths_give_a_line_each(command, story: Path) -> None:
    lines = command("extract", story, story).out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == [STORY, STORY]


def test_several_paths_with_json_give_an_array(command, story: Path) -> None:
    assert [briefing["text"] for briefing in json.loads(command("extract", "--json", story, story).out)] == [STORY, STORY]


def test_several_paths_of_which_one_can_be_read_still_give_an_array(command, story: Path) -> None:
    outcome = command("extract", "--json", story, story.with_name("missing.txt"))
    assert outcome.code == 3
    assert len(json.loads(outcome.out)) == 1


def test_several_paths_of_which_none_can_be_read_give_an_empty_array(command, tmp_path: Path) -> None:
    outcome = command("extract", "--json", tmp_path / "a", tmp_path / "b")
    assert outcome.code == 3
    assert json.loads(outcome.out) == []


def test_json_lines_keep_the_ids_of_their_input(command, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("".join(json.dumps({"id": name, "text": STORY}) + "\n" for name in ("first", "second")))
    assert [json.loads(line)["id"] for line in command("extract", source).out.splitlines()] == ["first", "second"]


def test_json_lines_are_recognised_on_standard_input(command) -> None:
    line = json.dumps({"id": "first", "text": STORY}).encode()
    outcome = command("extract", "--jsonl", "-", stdin=line + b"\n" + line)
    assert [json.loads(line)["text"] for line in outcome.out.splitlines()] == [STORY, STORY]


def test_plain_text_comes_by_standard_input(command) -> None:
    assert json.loads(command("extract", "-", stdin=STORY.encode()).out)["text"] == STORY


def test_the_command_line_tells_day_and_publisher(command, story: Path) -> None:
    outcome = command("extract", "--published", "2024-11-20", "--publisher", "Utenriksdepartementet", story)
    briefing = json.loads(outcome.out)
    assert briefing["published"] == "2024-11-20"
    assert briefing["published_from"] == "user"
    assert briefing["publisher"] == "Utenriksdepartementet"


def test_what_cannot_be_read_is_named_and_the_rest_is_done(command, story: Path) -> None:
    missing = story.with_name("missing.txt")
    outcome = command("extract", missing, story)
    assert outcome.code == 3
    assert outcome.complaints == [f"briefing-tui: {missing}: no such file"]
    assert json.loads(outcome.out)["text"] == STORY


def test_the_only_input_failing_is_exit_code_3_as_well(command, tmp_path: Path) -> None:
    outcome = command("extract", tmp_path / "missing.txt")
    assert (outcome.code, outcome.out) == (3, b"")


def test_a_broken_json_line_is_numbered_and_the_rest_goes_on(command) -> None:
    good = json.dumps({"id": "good", "text": STORY}).encode()
    outcome = command("extract", "--from", "jsonl", "--jsonl", "-", stdin=good + b'\n{"id": "bad", "text": \n' + good + b"\n")
    assert outcome.code == 3
    assert outcome.out.count(b"\n") == 2
    assert len(outcome.complaints) == 1
    assert "standard input" in outcome.complaints[0]
    assert "line 2" in outcome.complaints[0]


def test_output_is_valid_by_the_contract(command, story: Path) -> None:
    assert validate_briefing(command("extract", story).out).text == STORY


def test_output_is_utf_8_in_any_locale(process, story: Path) -> None:
    story.write_text("Zelenskyy’s “plan”.")
    outcome = process("extract", story, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(outcome.out.decode("utf-8"))["text"] == "Zelenskyy’s “plan”."


def test_a_fault_in_one_document_does_not_end_the_run(command, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui.extracting import Extractor

    whole = Extractor.extract

    def sometimes(self, document, **options):
        if "second" in document.text:
            raise RuntimeError("what a pity")
        return whole(self, document, **options)

    monkeypatch.setattr(Extractor, "extract", sometimes)
    lines = [json.dumps({"id": text, "text": text}) for text in ("the first", "the second", "the third")]
    outcome = command("extract", "--from", "jsonl", "-", stdin="\n".join(lines).encode())
    assert outcome.code == 3
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["the first", "the third"]
    assert "the second: cannot be extracted" in outcome.complaints[0]


def test_words_of_the_persons_own_lexicon_are_used(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = tmp_path / "lexicon"
    lexicon.mkdir()
    (lexicon / "mine.toml").write_text("not toml at all [")
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path))
    outcome = command("extract", "-", stdin=b"Text.")
    assert outcome.code == 2
    assert "mine.toml" in outcome.complaints[0]


def test_an_address_is_not_fetched_and_says_so(command) -> None:
    outcome = command("extract", "https://example.org/story.html")
    assert outcome.code == 3
    assert "nothing is fetched from the network" in outcome.complaints[0]


def test_leftovers_are_told_only_when_asked_for_and_can_be_verified(command, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Norway condemned the missile strike on Odesa. The bakery sold 340 loaves.")
    assert json.loads(command("extract", story).out)["coverage"] is None
    out = command("extract", "--leftovers", story).out
    assert json.loads(out)["coverage"] == {
        "sentences": 2,
        "used": 1,
        "not_read": 0,
        "leftovers": [{"kind": "number", "start": 62, "end": 65, "exact": "340"}],
    }
    assert validate_briefing(out).coverage is not None
    assert command("verify", "-", stdin=out).code == 0


def test_a_leftover_that_was_changed_is_found_by_verify(command, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Norway condemned the missile strike on Odesa. The bakery sold 340 loaves.")
    out = command("extract", "--leftovers", story).out.replace(b'"exact": "340"', b'"exact": "341"')
    outcome = command("verify", "-", stdin=out)
    assert outcome.code == 4
    assert outcome.complaints == [
        "briefing-tui: standard input: leftover number at 62-65 should read '341', but there stands '340'"
    ]
