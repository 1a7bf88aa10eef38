"""`verify`: what holds is counted, what was changed is named with its place."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_tui.cli import main
from briefing_tui.model import Briefing
from briefing_tui.model.json_form import to_json


@pytest.fixture
def result(tmp_path: Path, briefing: Briefing) -> Path:
    path = tmp_path / "result.json"
    path.write_text(to_json(briefing, indent=2) + "\n")
    return path


def test_an_unchanged_result_is_counted(command, result: Path) -> None:
    outcome = command("verify", result)
    assert outcome.code == 0
    assert outcome.out == b"1 briefing, 5 records, 9 spans of evidence: all hold\n"
    assert outcome.err == b""


def test_json_lines_and_arrays_and_standard_input_are_verified(command, result: Path, briefing: Briefing) -> None:
    line = to_json(briefing)
    result.write_text(f"[\n{to_json(briefing, indent=2)},\n{line}\n]\n")
    assert command("verify", result).out.startswith(b"2 briefings, 10 records")
    assert command("verify", "-", stdin=f"{line}\n{line}\n\n{line}".encode()).out.startswith(b"3 briefings")


def test_what_extract_prints_is_verified(command, tmp_path: Path) -> None:
    made = command("extract", "-", stdin="Norway’s minister said “no” on Wednesday.".encode())
    assert command("verify", "-", stdin=made.out).code == 0


def test_a_changed_text_names_file_record_role_and_what_stands_there(command, result: Path) -> None:
    result.write_text(result.read_text().replace("labeled the move “reckless.”", "labeled the move “feckless.”", 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert outcome.out == b""
    said = "\n".join(outcome.complaints)
    assert f"{result}: the text is not the one that was read" in said
    assert f"{result}: reaction r:1: trigger evidence at 72-100 should read 'labeled the move “reckless.”'" in said
    assert "but there stands 'labeled the move “feckless.”'" in said


def test_a_changed_quotation_names_its_place(command, result: Path) -> None:
    result.write_text(result.read_text().replace('"exact": "HIMARS"', '"exact": "HYMARS"', 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert outcome.complaints == [
        f"briefing-tui: {result}: aid_item i:1: trigger evidence at 56-62 should read 'HYMARS', but there stands 'HIMARS'"
    ]


def test_changed_surroundings_of_a_quotation_are_noticed(command, result: Path) -> None:
    result.write_text(result.read_text().replace('"suffix": ".', '"suffix": "!', 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert "should be followed by" in outcome.complaints[0]


def test_a_changed_field_that_no_span_covers_breaks_the_seal(command, result: Path) -> None:
    result.write_text(result.read_text().replace('"amount": 275000000', '"amount": 375000000', 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert "seal" in outcome.complaints[0]


def test_a_reference_that_leads_nowhere_is_named(command, result: Path) -> None:
    result.write_text(result.read_text().replace('"package": "p:1"', '"package": "p:7"', 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert "aid_item i:1 refers to p:7" in outcome.complaints[0]


def test_a_word_that_no_vocabulary_has_counts_as_changed(command, result: Path) -> None:
    result.write_text(result.read_text().replace('"stance": "oppose"', '"stance": "oppos3"', 1))
    outcome = command("verify", result)
    assert outcome.code == 4
    assert "records[2].stance" in outcome.complaints[0]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('{\n  "id": \n}', "line 3, column 1"),
        ('{"id": "a" "b"}', "line 1, column 12"),
        ("not json", "line 1, column 1"),
        ("[" * 100_000, "line 1"),
        ('{"id": NaN}', "line 1"),
    ],
)
def test_malformed_json_is_exit_code_3_with_the_place(command, tmp_path: Path, source: str, place: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(source)
    outcome = command("verify", path)
    assert outcome.code == 3
    assert len(outcome.complaints) == 1
    assert f"{path}, {place}" in outcome.complaints[0]


@pytest.mark.parametrize("source", ["", "   \n", "[]", "{}", "[1]", '"text"', '{"id": "a", "text": "b"}'])
def test_other_json_is_no_result(command, source: str) -> None:
    assert command("verify", "-", stdin=source.encode()).code == 3


def test_later_lines_are_checked_after_a_malformed_one(command, briefing: Briefing) -> None:
    line = to_json(briefing)
    outcome = command("verify", "-", stdin=f"{line}\n{{broken\n{line.replace('HIMARS', 'HYMARS')}\n".encode())
    assert outcome.code == 4
    assert "line 2, column 2" in outcome.complaints[0]
    assert "line 3" in outcome.complaints[1]


def test_a_missing_file_is_exit_code_3(command, tmp_path: Path) -> None:
    assert command("verify", tmp_path / "gone.json").code == 3


def test_faults_beyond_twenty_are_counted(command, result: Path) -> None:
    value = json.loads(result.read_text())
    value["records"][0]["evidence"] *= 30
    for span in value["records"][0]["evidence"]:
        span["exact"] = "something else"
    result.write_text(json.dumps(value))
    outcome = command("verify", result)
    assert len(outcome.complaints) == 21
    assert outcome.complaints[-1].endswith("and 10 more") or "more" in outcome.complaints[-1]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_flipped_character_is_caught(tmp_path: Path, briefing: Briefing, data: st.DataObject) -> None:
    whole = to_json(briefing)
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda letter: letter != whole[place]))
    path = tmp_path / "flipped.json"
    path.write_text(whole[:place] + other + whole[place + 1 :], encoding="utf-8", newline="")
    changed = _parsed(path.read_text(encoding="utf-8")) != json.loads(whole)
    assert main(["verify", str(path)]) in ((3, 4) if changed else (0,))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_flipped_bit_of_the_text_is_an_integrity_failure(tmp_path: Path, briefing: Briefing, data: st.DataObject) -> None:
    whole = to_json(briefing).encode()
    start = whole.index(b'"text": "') + 9
    place = data.draw(st.integers(start, whole.index(b'", "title"') - 1))
    flipped = bytes([whole[place] ^ 1 << data.draw(st.integers(0, 7))])
    path = tmp_path / "flipped.json"
    path.write_bytes(whole[:place] + flipped + whole[place + 1 :])
    code = main(["verify", str(path)])
    assert code == 4 if _parsed(path.read_bytes().decode("utf-8", "surrogateescape")) is not None else code == 3


def _parsed(source: str) -> object:
    try:
        return json.loads(source)
    except ValueError:
        return None
