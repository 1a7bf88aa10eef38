"""`doctor`: a line each, whatever the state of the machine."""

import json
import sqlite3
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.library.correcting import library_of, read_again

from briefing_tui.library import open_library
from briefing_tui.library.corrections import decide
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Briefing


def everything(folder: Path) -> dict[str, bytes]:
    """All files but the empty journal that SQLite sets up beside a library that is read."""
    kept = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal")))
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "archive" / "library.sqlite"
    open_library(path, write=True, create=True).close()
    return path


def states(outcome) -> dict[str, str]:
    worst = {}
    for finding in json.loads(outcome.out):
        if worst.get(finding["about"]) != "wrong":
            worst[finding["about"]] = finding["state"]
    return worst


def test_a_sound_machine_has_nothing_wrong_and_nothing_is_written(command, library: Path, tmp_path: Path) -> None:
    before = everything(tmp_path)
    outcome = command("doctor", "--library", library)
    assert outcome.code == 0, outcome.out
    lines = outcome.out.decode().splitlines()
    assert all(line.split()[0] in {"ok", "note"} for line in lines)
    assert any("whole, format" in line for line in lines)
    assert outcome.err == b""
    assert everything(tmp_path) == before


def test_json_tells_the_same(command, library: Path) -> None:
    outcome = command("doctor", "--json", "--library", library)
    assert {"about", "state", "says", "fix"} == set(json.loads(outcome.out)[0])
    assert states(outcome)["library"] == "ok"


def test_no_library_is_no_fault(command, tmp_path: Path) -> None:
    outcome = command("doctor", "--json", "--library", tmp_path / "none.sqlite")
    assert outcome.code == 0
    assert states(outcome)["library"] == "ok"


def test_a_damaged_library_ends_with_4(command, library: Path) -> None:
    with sqlite3.connect(library) as connection:
        connection.executemany("INSERT INTO actors VALUES (?, ?, ?)", [(f"org:{n}", "x" * 200, "x") for n in range(500)])
    connection.close()
    content = bytearray(library.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40_000] = bytes(40_000)
    library.write_bytes(content)
    outcome = command("doctor", "--library", library)
    assert outcome.code == 4
    assert any(line.startswith(b"wrong  library:") and b"damaged" in line for line in outcome.out.splitlines())


def test_a_file_that_is_no_library_ends_with_4_and_one_from_the_future_with_3(command, tmp_path: Path, library: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"not a database at all" * 1000)
    assert command("doctor", "--library", other).code == 4
    with sqlite3.connect(library) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    outcome = command("doctor", "--library", library)
    assert outcome.code == 3
    assert b"newer briefing-tui" in outcome.out


def test_broken_settings_are_told_and_the_rest_is_still_looked_at(command, monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("libary = \n")
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path))
    outcome = command("doctor", "--json")
    assert outcome.code == 3
    assert states(outcome)["settings"] == "wrong"
    assert states(outcome)["library"] == "wrong"
    assert states(outcome)["sqlite"] == "ok"


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "", "LC_ALL": "C", "HOME": "/nonexistent"},
        {"BRIEFING_TUI_CONFIG": "/dev/null/x", "BRIEFING_TUI_STATE": "/dev/null", "BRIEFING_TUI_LIBRARY": "/dev/null"},
        {"BRIEFING_TUI_LIBRARY": "/", "TMUX": "/nonexistent,1,0", "TERM": "tmux"},
        {"BRIEFING_TUI_LIBRARY": "~nobody/a\udc80", "BRIEFING_TUI_CONFIG": "/proc/self/mem"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_no_state_of_the_machine_makes_it_faint(process, variables: dict[str, str]) -> None:
    outcome = process("doctor", **variables)
    assert outcome.code in {0, 3, 4}, outcome.err
    assert outcome.err == b""
    assert b"cannot be checked" not in outcome.out
    assert len(outcome.out.splitlines()) > 8


def test_names_of_files_cannot_steer_the_terminal(command, tmp_path: Path) -> None:
    outcome = command("doctor", "--library", tmp_path / "a\x1b]0;pwned\x07")
    assert b"\x1b" not in outcome.out
    assert b"\x07" not in outcome.out


def test_doctor_takes_no_path(command) -> None:
    assert command("doctor", "story.txt").code == 2


def test_corrections_without_their_record_and_records_of_older_rules_are_noted(
    command, tmp_path: Path, briefing: Briefing
) -> None:
    path = tmp_path / "corrected.sqlite"
    with library_of(path, briefing) as library:
        decide(library, "e:1", "accept", by="ada", at="2024-11-22T09:00:00Z")
        read_again(library, briefing, *(one for one in briefing.records if one.id != "e:1"))
    outcome = command("doctor", "--json", "--library", path)
    assert outcome.code == 0
    notes = {one["about"]: one for one in json.loads(outcome.out) if one["state"] == "note"}
    assert notes["corrections"]["says"].startswith("1 correction of records that today's rules do not read")
    assert notes["extraction"]["fix"] == f"briefing-tui add --refresh --library {path}"


def test_a_library_whose_tables_hold_what_they_should_not_is_damaged_and_nobody_faints(command, tmp_path: Path, briefing) -> None:
    path = tmp_path / "odd.sqlite"
    with library_of(path, briefing) as library:
        decide(library, "e:1", "accept", by="ada", at="2024-11-22T09:00:00Z")
        library.connection.execute("UPDATE corrections SET new = '{'")
    outcome = command("doctor", "--library", path)
    assert outcome.code == 4
    assert b"correction 1 is damaged" in outcome.out
    with open_library(path, write=True) as library:
        library.connection.execute("DROP TABLE saved_searches")
    assert command("doctor", "--library", path).code in {3, 4}


def test_corrections_of_a_text_that_has_a_newer_version_are_noted(command, tmp_path: Path, briefing: Briefing) -> None:
    path = tmp_path / "versions.sqlite"
    with library_of(path, briefing) as library:
        decide(library, "e:1", "accept", by="ada", at="2024-11-22T09:00:00Z")
        text = f"{briefing.text}\nMore."
        digest = sha256(text.encode()).hexdigest()
        newer = replace(briefing, text=text, records=(), sha256=digest, content_id=f"b:{digest[:16]}")
        with begin_batch(library, now="2024-11-23T08:00:00Z", rules="first") as batch:
            assert batch.add(prepare(newer), Origin("1.txt", "1.txt", "other")) == "new version"
    (note,) = [one for one in json.loads(command("doctor", "--json", "--library", path).out) if one["about"] == "corrections"]
    assert note["says"] == "1 correction of earlier versions of briefings; look whether the new ones need them too"
