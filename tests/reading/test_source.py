import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing_tui.reading import Metadata, ReadingError, read_bytes, read_path
from briefing_tui.reading.files import MAX_BYTES


def refusal(path: Path) -> str:
    with pytest.raises(ReadingError) as refused:
        read_path(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    return message.removeprefix(f"{path}: ")


def test_a_missing_file_is_named(tmp_path: Path):
    assert refusal(tmp_path / "none.txt") == "no such file"


def test_a_directory_is_refused(tmp_path: Path):
    assert refusal(tmp_path) == "is a directory; name the files in it"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").startswith("is a pipe")


def test_a_device_is_refused():
    assert refusal(Path("/dev/zero")) == "is a device or socket, not a file"


def test_a_shells_own_pipe_is_read():
    reader, writer = os.pipe()
    threading.Thread(target=lambda: (os.write(writer, b"Ten boats."), os.close(writer))).start()
    [document] = read_path(f"/dev/fd/{reader}")
    os.close(reader)
    assert document.text == "Ten boats."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path):
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert refusal(path) == "permission denied"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(path) == "larger than 64 MB"


def test_empty_and_blank_files_are_refused(tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"")
    assert refusal(path) == "is empty"
    path.write_bytes(b" \n\t\r\n")
    assert refusal(path) == "nothing but white space"


def test_a_name_with_a_nul_is_refused():
    with pytest.raises(ReadingError, match="not a file name"):
        read_path("a\0b")


def test_the_format_is_known_by_the_name(tmp_path: Path):
    for name, form in (("a.html", "html"), ("a.md", "markdown"), ("a.txt", "text"), ("a.jsonl", "jsonl")):
        path = tmp_path / name
        path.write_text('{"text": "Ten boats."}')
        assert [document.format for document in read_path(path)] == [form]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<!DOCTYPE html><title>Boats</title><p>Ten boats.", "html"),
        ("\n<!-- saved --><html><body>Ten boats.</body></html>", "html"),
        ("<p>Ten boats.</p>", "html"),
        ('{"id": "a", "text": "Ten boats."}', "jsonl"),
        ("---\ntitle: Boats\n---\n\nTen boats.", "markdown"),
        ("<The minister> said ten boats.", "text"),
        ('{"boats": 10}', "text"),
        ("Ten boats.", "text"),
    ],
)
def test_the_format_is_guessed_by_the_content(text: str, form: str):
    assert read_bytes(text.encode(), name="note").format == form


def test_metadata_goes_into_the_document():
    known = Metadata(id="x1", publisher="Harbour Fund", published="2024-05-01", published_from="user", url="https://example.org")
    document = read_bytes(b"Ten boats.", name="note", metadata=known)
    assert (document.id, document.publisher, document.published, document.published_from, document.url) == (
        "x1",
        "Harbour Fund",
        "2024-05-01",
        "user",
        "https://example.org",
    )


def test_lone_surrogates_in_metadata_do_not_get_in():
    assert read_bytes(b"Ten boats.", name="note", metadata=Metadata(publisher="a\udc80b")).publisher == "a�b"


def test_reading_a_plain_text_loads_no_parser_of_other_formats():
    code = (
        "import sys; from briefing_tui.reading import read_bytes; read_bytes(b'Ten boats.', name='note');"
        "print([m for m in ('pydantic', 'lxml', 'markdown_it', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
