"""`show`: a record with its evidence, a briefing with its records."""

import json
import shutil
from pathlib import Path

import pytest

from briefing_tui.model import Briefing


@pytest.fixture
def show(command, archive: Path):
    return lambda *arguments: command("show", "--library", archive, *arguments)


def test_a_record_is_shown_field_by_field_with_the_words_it_was_read_from(show) -> None:
    out = show("p:1").out.decode()
    assert out.startswith("$275M · United States → Ukraine · announced\n")
    assert "\namount      $275M\n            21–33  “$275 million”  by-hand\n" in out
    assert "“The U.S. announced a $275 million package that includes HIMARS.” — By hand, 2024-11-20, characters 0–63" in out


def test_a_record_as_json_has_its_document_and_the_words_around_its_evidence(show) -> None:
    value = json.loads(show("--json", "e:1").out)
    assert value["document"]["id"] == "by-hand"
    assert value["record"]["evidence"][1]["suffix"] == " a drone factory in Belgorod was"


def test_an_edited_field_is_not_shown_as_if_the_text_said_so(command, archive: Path, tmp_path: Path) -> None:
    library = shutil.copy(archive, tmp_path / "library.sqlite")
    command("correct", "--library", library, "p:1", "--set", "donors=norway", "--by", "anna")
    out = command("show", "--library", library, "p:1").out.decode()
    assert "\ndonors      Norway (NOR), by name — corrected by anna; read from the text was:\n" in out
    command("correct", "--library", library, "p:1", "--undo")
    assert "anna; read" not in command("show", "--library", library, "p:1").out.decode()


def test_the_text_of_a_record_is_its_sentence(show) -> None:
    assert show("--text", "r:1").out.decode() == "Amnesty labeled the move “reckless.”\n"


@pytest.mark.parametrize("name", ["by-hand", "#1", "1"])
def test_a_briefing_is_found_by_its_id_and_number(show, name: str) -> None:
    out = show(name).out.decode()
    assert out.startswith("By hand · 2024-11-20\n")
    assert "Aid inventory · 2" in out


def test_a_briefing_is_shown_with_the_ids_of_its_records(show) -> None:
    assert "    113-148  “a drone factory in Belgorod was hit”  e:1\n" in show("by-hand").out.decode()


def test_a_briefing_tells_where_it_was_found_and_of_older_versions(command, tmp_path: Path) -> None:
    story, library = tmp_path / "story.txt", tmp_path / "library.sqlite"
    for tanks in (20, 30, 40):
        story.write_text(f"OSLO, Nov. 20, 2024 - Norway gave Ukraine {tanks} tanks.\n")
        assert command("add", "--library", library, story).code == 0
    newest = command("show", "--library", library, "3").out.decode()
    assert f"\nfound in {story}\nolder version: #2, added " in newest
    assert "\nolder version: #1, added " in newest
    oldest = command("show", "--library", library, "1").out.decode()
    assert oldest.startswith("An older version; #2 has taken its place.\n")
    assert f"\nfound in {story}, where there is another text now\n" in oldest


def test_the_beginning_of_an_id_that_begins_no_other_is_enough(show) -> None:
    assert show("by-h").out.decode().startswith("By hand")
    outcome = show("doc-")
    assert outcome.code == 1
    assert outcome.complaints[0] == "briefing-tui: 'doc-' means 2 briefings:"
    assert [line.split()[0] for line in outcome.complaints[1:]] == ["#2", "#3"]


def test_a_briefing_is_found_by_the_beginning_of_its_content_id(show, briefing: Briefing) -> None:
    assert show(briefing.content_id[:10]).out.decode().startswith("By hand")


def test_a_briefing_as_json_is_sealed(show, command, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(show("--json", "doc-2").out)
    assert command("verify", path).code == 0


def test_the_text_of_a_briefing_is_exact_in_a_pipe(show) -> None:
    assert show("--text", "doc-3").out.endswith(b"\nWinter \x1b[31mcame.\n")


def test_an_id_that_means_several_lists_them_and_shows_nothing(show) -> None:
    outcome = show("p:")
    assert (outcome.code, outcome.out) == (1, b"")
    outcome = show("b:")
    assert outcome.code == 1


def test_an_unknown_id_is_named(show) -> None:
    outcome = show("r:ffff")
    assert outcome.code == 1
    assert "there is no record and no briefing 'r:ffff'" in outcome.complaints[0]


def test_several_ids_are_shown_one_after_the_other(show) -> None:
    assert show("--text", "r:1", "r:2").out.decode() == "Amnesty labeled the move “reckless.”\n" * 2


def test_show_needs_an_id(show) -> None:
    assert show().code == 2
