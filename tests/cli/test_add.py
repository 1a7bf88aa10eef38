"""`add`, `add --refresh` and `verify --library` as people use them."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

STORY = (
    "Norway will donate 20 Leopard 2 tanks to Ukraine, the defence ministry said on Monday.\n\nMoscow condemned the decision.\n"
)
Command = Callable[..., object]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library" / "archive.sqlite"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Story {number}.\n\n{STORY}")
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder where there is nothing."""
    monkeypatch.chdir(tmp_path)


def content(library: Path) -> list[tuple[object, ...]]:
    """What a library holds, but for when it came in."""
    with sqlite3.connect(library) as connection:
        return [
            row
            for question in (
                "SELECT number, id, sha256, title, published, day, aid, reactions, events, superseded_by FROM documents ORDER BY number",
                "SELECT number, body FROM passages ORDER BY number",
                "SELECT document, key, place, digest, is_latest FROM sources ORDER BY number",
                "SELECT * FROM records ORDER BY row",
                "SELECT * FROM evidence ORDER BY document, ordinal, place",
                'SELECT row, start, "end", facets, names FROM units JOIN combos ON id = combo ORDER BY row',
                "SELECT * FROM terms ORDER BY term",
                "SELECT * FROM day_counts ORDER BY day, kind",
            )
            for row in connection.execute(question)
        ]


def test_a_folder_is_added_once_and_proved(command, library: Path, stories: Path) -> None:
    first = command("add", "--library", library, stories)
    assert first.code == 0
    assert first.out.decode().startswith("12 briefings added with ")
    assert first.out.decode().endswith(f"; {library} holds 12 briefings\n")
    again = command("add", "--library", library, stories)
    assert again.out.decode() == f"0 briefings added with 0 records, 12 there already; {library} holds 12 briefings\n"
    proved = command("verify", "--library", library)
    assert proved.code == 0
    assert proved.out.decode().startswith("12 documents, ")
    assert proved.out.decode().endswith("all hold\n")


def test_one_process_and_many_write_the_same_library(command, tmp_path: Path, stories: Path) -> None:
    alone, together = tmp_path / "alone.sqlite", tmp_path / "together.sqlite"
    command("add", "--library", alone, "--jobs", "1", stories)
    command("add", "--library", together, "--jobs", "3", stories)
    assert content(alone) == content(together)


def test_what_cannot_be_read_is_named_and_the_rest_is_in(command, library: Path, stories: Path) -> None:
    (stories / "05.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (stories / "06.txt").write_text("")
    outcome = command("add", "--library", library, stories, stories / "missing.txt")
    assert outcome.code == 3
    assert len(outcome.complaints) == 3
    assert {str(stories / "missing.txt") in line for line in outcome.complaints} == {False, True}
    assert "10 briefings added" in outcome.out.decode()
    assert "3 that could not be read" in outcome.out.decode()


def test_standard_input_and_json_lines_are_added(command, library: Path, tmp_path: Path) -> None:
    rows = [{"id": f"n{number}", "published": "2024-11-20", "text": f"{number}. {STORY}"} for number in range(3)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"id": "n4"}\n')
    outcome = command("add", "--library", library, tmp_path / "rows.jsonl", "-", stdin=f"From a pipe. {STORY}".encode())
    assert outcome.code == 3
    assert outcome.complaints == [f"briefing-tui: {tmp_path / 'rows.jsonl'}, line 4: no text"]
    assert "4 briefings added" in outcome.out.decode()


def test_a_changed_file_becomes_a_newer_version(command, library: Path, stories: Path) -> None:
    command("add", "--library", library, stories)
    (stories / "03.txt").write_text(STORY.replace("20", "30"))
    outcome = command("add", "--library", library, stories)
    assert "1 briefing added" in outcome.out.decode()
    assert "1 of them newer versions" in outcome.out.decode()
    assert command("verify", "--library", library).code == 0


def test_refresh_extracts_again_what_other_words_extracted(
    command, own_folders: dict[str, str], library: Path, stories: Path
) -> None:
    command("add", "--library", library, stories)
    fresh = command("add", "--library", library, "--refresh")
    assert fresh.out.decode() == f"every briefing was extracted by today’s rules; {library}\n"
    own = Path(own_folders["BRIEFING_TUI_CONFIG"]) / "lexicon"
    own.mkdir(parents=True)
    try:
        (own / "mine.toml").write_text('_names = ["name"]\n[org]\n"Story" = { code = "org:Story", name = ["Quillon Relief"] }\n')
        outcome = command("add", "--library", library, "--refresh")
        assert outcome.out.decode() == f"12 briefings extracted again; {library}\n"
        assert command("verify", "--library", library).code == 0
    finally:
        shutil.rmtree(own)


def test_a_run_that_is_killed_and_run_again_gives_the_library_of_an_undisturbed_one(
    environment: dict[str, str], tmp_path: Path
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": str(number), "text": f"{number}. {STORY * 3}"}) + "\n" for number in range(400)))
    whole, killed = tmp_path / "whole.sqlite", tmp_path / "killed.sqlite"
    program = [sys.executable, "-m", "briefing_tui", "add", "--jobs", "2", "--library"]
    subprocess.run([*program, whole, rows], env=environment, check=True, stdout=subprocess.DEVNULL)
    running = subprocess.Popen([*program, killed, rows], env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    while not killed.exists():
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    subprocess.run([*program, killed, rows], env=environment, check=True, stdout=subprocess.DEVNULL)
    assert content(killed) == content(whole)
    subprocess.run([sys.executable, "-m", "briefing_tui", "verify", "--library", killed], env=environment, check=True)


def test_two_processes_that_add_the_same_folder_make_one_library(
    environment: dict[str, str], library: Path, stories: Path
) -> None:
    program = [sys.executable, "-m", "briefing_tui", "add", "--library", library, stories]
    running = [subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    with sqlite3.connect(library) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (12,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_changed_library_does_not_verify(command, library: Path, stories: Path) -> None:
    command("add", "--library", library, stories)
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE evidence SET exact = 'Sweden' WHERE role = 'donor' AND document = 4")
    outcome = command("verify", "--library", library)
    assert outcome.code == 4
    assert "document #4: aid_" in outcome.complaints[0]
    assert "'Sweden', but there stands 'Norway'" in outcome.complaints[0]


def test_a_library_whose_index_lacks_a_record_does_not_verify(command, library: Path, stories: Path) -> None:
    command("add", "--library", library, stories)
    with sqlite3.connect(library) as connection:
        connection.execute("DELETE FROM units WHERE row = (SELECT max(row) FROM units)")
    outcome = command("verify", "--library", library)
    assert outcome.code == 4
    assert outcome.complaints == [f"briefing-tui: {library}: 1 records that the index lacks"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["add"], 2, "add needs a PATH, or - for standard input"),
        (["add", "--refresh", "x"], 2, "--refresh takes no PATH"),
        (["add", "--watch", "nothing.txt"], 2, "only folders can be watched"),
        (["add", "--jobs", "many", "x"], 2, "is not a whole number from 1 to 256"),
        (["add", "--allow-private", "x"], 2, "--allow-private goes with --fetch"),
        (["add", "https://example.org/a"], 3, "nothing is fetched from the network without --fetch"),
        (["verify", "--library", "nowhere.sqlite"], 3, "there is no library"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
def test_what_cannot_be_done_is_told_in_a_line(command, arguments: list[str], code: int, said: str) -> None:
    outcome = command(*arguments)
    assert outcome.code == code
    assert said in outcome.complaints[0]


@pytest.mark.skipif(os.getuid() != 0 or sys.platform != "linux", reason="mounts a small disk, which only root can")
def test_a_full_disk_ends_in_one_line_and_the_library_opens_afterwards(command, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": str(n), "text": f"{n}. " + os.urandom(9000).hex()}) + "\n" for n in range(500)))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=7m", "tmpfs", disk], check=False, capture_output=True).returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    try:
        library = disk / "library.sqlite"
        outcome = command("add", "--library", library, rows)
        assert outcome.code == 6
        assert outcome.complaints == [f"briefing-tui: {library}: no space left on the disk; what was added before is kept"]
        assert command("verify", "--library", library).code == 0
    finally:
        subprocess.run(["umount", disk], check=True)
