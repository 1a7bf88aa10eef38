"""Inputs that are broken, enormous or malicious: one clear line or a faithful safe display, never a traceback or a control."""

import base64
import codecs
import json
import os
import unicodedata
from pathlib import Path

import pytest

HOSTILE_TEXT = (
    "Minister [the mines] said [sic] [/red] [@click=app.quit]quit[/] this.\n"
    "\x1b[31mred\x1b]52;c;cHduZWQ=\x07 \x9b31m \u202ereversed\u202c \U000e0041tag \x00nul \x08back.\n"
    "Amnesty International condemned the \x1b[2Jmove.\n"
)
LINES_MAY_HOLD = {"\n"}


def unsafe_characters(shown: bytes) -> set[str]:
    """Characters in `shown` that could steer a terminal or hide text: controls, formats, surrogates, private use."""
    text = shown.decode("utf-8")
    return {letter for letter in text if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}} - LINES_MAY_HOLD


def assert_calm(outcome, *, code: int) -> None:
    assert outcome.code == code, outcome.err
    assert b"Traceback" not in outcome.err
    assert not unsafe_characters(outcome.err)


def assert_refused(outcome, *words: str) -> None:
    """Exit code 3 and exactly one line, which holds `words`."""
    assert_calm(outcome, code=3)
    assert len(outcome.complaints) == 1
    for word in words:
        assert word in outcome.complaints[0]
    assert outcome.out in (b"", b"[]\n")


@pytest.fixture(params=["extract", "summary"])
def face(request: pytest.FixtureRequest) -> list[str]:
    """The two ways a document is read without a terminal."""
    return ["extract", "--json"] if request.param == "extract" else []


def test_a_missing_file(command, face: list[str], tmp_path: Path) -> None:
    assert_refused(command(*face, tmp_path / "gone.txt"), "gone.txt")


def test_an_empty_file(command, face: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert_refused(command(*face, empty), "empty.txt", "empty")


def test_a_file_of_white_space_only(command, face: list[str], tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n\t\n")
    assert_refused(command(*face, blank), "blank.txt")


def test_a_binary_file(command, face: list[str], tmp_path: Path) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 64)
    assert_refused(command(*face, binary), "binary.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(command, face: list[str], tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("Text.")
    locked.chmod(0)
    assert_refused(command(*face, locked), "locked.txt", "ermission denied")


def test_a_file_larger_than_64_megabytes_is_refused_without_being_read(command, face: list[str], tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as sparse:
        sparse.truncate(70 * 2**20)
    assert_refused(command(*face, huge), "huge.txt", "64 MB")


def test_a_directory(command, face: list[str], tmp_path: Path) -> None:
    assert_refused(command(*face, tmp_path), "directory")


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl"])
def test_a_named_pipe_without_a_writer_does_not_hang(command, face: list[str], tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert_refused(command(*face, tmp_path / name), name)


def test_a_device(command, face: list[str]) -> None:
    assert_refused(command(*face, "/dev/zero"), "/dev/zero")


def test_a_file_name_of_control_characters(command, face: list[str], tmp_path: Path) -> None:
    assert_refused(command(*face, tmp_path / "a\x1b]0;pwned\x07\u202etxt.exe"), "a␛]0;pwned␇")


def test_a_file_name_that_is_not_utf_8(command, face: list[str], tmp_path: Path) -> None:
    assert_refused(command(*face, os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.txt")), "no such file")


def test_a_file_name_with_a_nul(command, face: list[str]) -> None:
    assert_refused(command(*face, "a\0b"), "a␀b")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Norwegen prüft – “ja”.".encode("cp1252"), "Norwegen prüft – “ja”."),
        (codecs.BOM_UTF16_LE + "Norway said “no”.".encode("utf-16-le"), "Norway said “no”."),
        ("Norway said no to it.".encode("utf-16-be"), "Norway said no to it."),
        (codecs.BOM_UTF8 + b"Norway said no.\r\nTwice.\r", "Norway said no.\nTwice.\n"),
    ],
)
def test_other_encodings_are_read(command, tmp_path: Path, data: bytes, text: str) -> None:
    source = tmp_path / "story.txt"
    source.write_bytes(data)
    outcome = command("extract", source)
    assert_calm(outcome, code=0)
    assert json.loads(outcome.out)["text"] == text


def test_bytes_that_are_not_utf_8_are_marked_and_noted(command, tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_bytes("Zelenskyy’s “plan” – née.\n".encode() * 5 + b"one bad \xff byte")
    briefing = json.loads(command("extract", source).out)
    assert "one bad � byte" in briefing["text"]
    assert briefing["notes"]


def test_a_single_line_of_two_megabytes(command, face: list[str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("word " * 400_000)
    assert_calm(command(*face, long), code=0)


def test_two_megabytes_without_a_space(command, face: list[str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("x" * 2_000_000)
    assert_calm(command(*face, long), code=0)


def test_nul_characters_within_a_text_are_kept_and_shown_as_pictures(command, tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_bytes(b"Norway con\0demned the strike on the town, and that was all.")
    briefing = json.loads(command("extract", source).out)
    assert "con\0demned" in briefing["text"]
    outcome = command(source)
    assert_calm(outcome, code=0)
    assert not unsafe_characters(outcome.out)


def test_a_broken_json_line_is_numbered_and_the_rest_goes_on(command, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    good = json.dumps({"id": "good", "text": "Norway condemned the strike."})
    source.write_text(f"{good}\n{{broken\n[1]\n{{}}\n{'[' * 100_000}\n{good}\n")
    outcome = command("extract", source)
    assert_calm(outcome, code=3)
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["good", "good"]
    assert len(outcome.complaints) == 4
    for number, complaint in zip((2, 3, 4, 5), outcome.complaints, strict=True):
        assert f"line {number}" in complaint


@pytest.mark.parametrize("page", ["<!--" * 50_000, "<html><body>" + "<div>" * 40_000 + "Text.", "<p>" + "&" * 200_000])
def test_pages_made_to_choke_a_parser(command, face: list[str], tmp_path: Path, page: str) -> None:
    source = tmp_path / "page.html"
    source.write_text(page)
    outcome = command(*face, source)
    assert outcome.code in (0, 3)
    assert b"Traceback" not in outcome.err
    assert b"fault of this program" not in outcome.err
    assert not unsafe_characters(outcome.err)


def test_markup_and_controls_are_kept_in_json_and_harmless_in_the_summary(command, tmp_path: Path) -> None:
    source = tmp_path / "hostile.txt"
    source.write_text(HOSTILE_TEXT)
    extracted = command("extract", source)
    assert_calm(extracted, code=0)
    assert json.loads(extracted.out)["text"] == HOSTILE_TEXT
    summary = command(source)
    assert_calm(summary, code=0)
    assert not unsafe_characters(summary.out)


def test_a_title_and_publisher_of_controls_are_harmless(command) -> None:
    row = {"id": "\x1b[2J", "title": "Ti\x1btle \u202e", "publisher": "\x9b31m", "published": "2024-11-20", "text": HOSTILE_TEXT}
    outcome = command("--from", "jsonl", "-", stdin=json.dumps(row).encode())
    assert_calm(outcome, code=0)
    assert not unsafe_characters(outcome.out)
    assert "Ti␛tle" in outcome.out.decode()


def test_hostile_vectors_from_the_terminal_collection(command, shared_folder: Path) -> None:
    collection = shared_folder / "terminal" / "hostile_inputs.json"
    if not collection.exists():
        pytest.skip("the collection of hostile inputs is not beside this source tree")
    vectors = [entry for entry in json.loads(collection.read_text())["inputs"] if entry.get("bytes_b64")]
    assert vectors
    for vector in vectors:
        data = base64.b64decode(vector["bytes_b64"])
        extracted = command("extract", "--from", "text", "-", stdin=data)
        assert extracted.code in (0, 3), vector["name"]
        assert b"Traceback" not in extracted.err
        assert not unsafe_characters(extracted.err), vector["name"]
        summary = command("--from", "text", "-", stdin=b"Minister said: " + data + b"\nAmnesty International condemned the move.")
        assert summary.code in (0, 3), vector["name"]
        assert not unsafe_characters(summary.out + summary.err), vector["name"]
