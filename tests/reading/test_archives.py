import gzip
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.reading.finding import found, packed, places, refusals, texts

from briefing_tui.reading import PassedOver, ReadingError, Source


def test_the_files_of_an_archive_are_sources_with_their_bytes(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"b/c.html": b"<p>Ten boats.</p>", "d.txt": b"Five."}))
    first, second = found(path)
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (first.place, first.key, first.load, first.form) == (
        f"{path}: b/c.html",
        f"{path}!/b/c.html",
        b"<p>Ten boats.</p>",
        "html",
    )
    assert second.place == f"{path}: d.txt"


def test_json_lines_in_gzip_in_an_archive_in_an_archive(tmp_path: Path):
    rows = b'{"id": "x", "text": "Ten boats."}\n{"text": "Five."}\n'
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"inner.zip": packed({"many.jsonl.gz": gzip.compress(rows)})}))
    place = f"{path}: inner.zip: many.jsonl.gz"
    assert places(path) == [f"{place}, line 1", f"{place}, line 2"]
    assert [source.key for source in found(path) if isinstance(source, Source)] == [f"{path}!/inner.zip!/many.jsonl.gz#x", None]
    assert texts(path) == ["Ten boats.", "Five."]


def test_gzip_is_looked_through_by_content_and_the_name_within(tmp_path: Path):
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(b"Ten <b>boats</b>."))
    (tmp_path / "odd.txt").write_bytes(gzip.compress(b"Five boats."))
    assert texts(tmp_path / "page.html.gz", tmp_path / "odd.txt") == ["Ten boats.", "Five boats."]
    assert places(tmp_path / "page.html.gz") == [f"{tmp_path}/page.html.gz"]


def test_archives_and_gzip_by_standard_input():
    assert texts("-", stdin=io.BytesIO(packed({"a.txt": b"Ten."}))) == ["Ten."]
    assert texts("-", stdin=io.BytesIO(gzip.compress(b'{"text": "Ten."}\n{"text": "Five."}\n'))) == ["Ten.", "Five."]


def test_patterns_choose_among_the_files_of_an_archive(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(
        packed({"a/x.html": b"x", "a/y.log": b"y", "drafts/z.html": b"z", ".hidden.html": b"h", "__MACOSX/x.html": b"m"})
    )
    assert places(path, exclude=["drafts/**"]) == [
        f"{path}: a/x.html",
        f"{path}: passed over 1 file that is no text of ours (1 .log)",
    ]
    assert places(path, include=["*.log"]) == [f"{path}: a/y.log"]


def test_paths_that_climb_out_of_an_archive_are_only_names(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"../../etc/passwd.txt": b"Ten.", "/abs/a.txt": b"Five.", "C:\\x.txt": b"Six."}))
    assert texts(path) == ["Ten.", "Five.", "Six."]
    assert places(path)[0] == f"{path}: ../../etc/passwd.txt"
    assert list(tmp_path.iterdir()) == [path]


def test_an_office_document_is_no_archive_of_texts(tmp_path: Path):
    path = tmp_path / "report.docx"
    path.write_bytes(packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert refusals(path) == [f"{path}: this is an Office document, an e-book or a program, not an archive of texts"]
    assert isinstance(found(tmp_path)[0], PassedOver)


def test_a_bomb_is_stopped_in_one_line_and_soon(tmp_path: Path):
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed({f"{number}.txt": bytes(60 * 2**20) for number in range(5)}))
    told = [str(each) for each in found(path) if isinstance(each, ReadingError)]
    assert len(told) == 1
    assert "unpacks to more than 200 times its size; the rest is left unread" in told[0]


def test_a_bomb_of_archives_in_archives_is_stopped(tmp_path: Path):
    inner = packed({f"{number}.txt": bytes(16 * 2**20) for number in range(8)})
    path = tmp_path / "nested.zip"
    path.write_bytes(packed({f"{number}.zip": inner for number in range(16)}))
    [told] = [str(each) for each in found(path) if isinstance(each, ReadingError)]
    assert "unpacks to more than 200 times its size" in told


def test_archives_nested_without_end_are_left(tmp_path: Path):
    data = packed({"a.txt": b"Ten."})
    for _ in range(10):
        data = packed({"a.zip": data})
    path = tmp_path / "deep.zip"
    path.write_bytes(data)
    [told] = refusals(path)
    assert told.endswith("archives in archives, more than 5 deep")


def test_one_member_too_large_is_refused_without_unpacking_the_rest(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"huge.txt": bytes(65 * 2**20), "small.txt": b"Ten."}))
    assert texts(path) == [f"{path}: huge.txt: larger than 64 MB", "Ten."]


def test_more_members_than_a_list_may_hold(tmp_path: Path):
    path = tmp_path / "many.zip"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 200 * 2**20, 0, 0)
    path.write_bytes(b"PK\x03\x04" + bytes(1000) + end)
    assert refusals(path) == [f"{path}: holds more than 200,000 files; unpack it first"]


def test_locked_files_are_told_in_one_line(tmp_path: Path):
    data = bytearray(packed({"a.txt": b"Ten.", "b.txt": b"Five.", "c.txt": b"Six."}))
    for start in (0, 1):  # the flag "encrypted" of the first two members, in the list and before the data
        at = -1
        for _ in range(2):
            at = data.index((b"PK\x03\x04", b"PK\x01\x02")[start], at + 1)
            data[at + (6, 8)[start]] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert texts(path) == ["Six.", f"{path}: 2 files in it cannot be read without a password, such as a.txt"]


def test_a_damaged_member_is_told_and_the_rest_goes_on(tmp_path: Path):
    data = packed({"a.txt": b"Ten boats.", "b.txt": b"Five."}, method=zipfile.ZIP_STORED).replace(b"Ten boats.", b"Ten b0ats.", 1)
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    first, second = texts(path)
    assert first.startswith(f"{path}: a.txt: is damaged (bad crc-32")
    assert second == "Five."


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_an_archive_cut_short_is_one_line(tmp_path: Path, cut: int):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"Ten boats." * 50, "b.txt": b"Five."})[:cut])
    [told] = refusals(path)
    assert told.startswith(f"{path}: is no whole ZIP archive")


def test_a_method_nobody_uses_is_told(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"Ten."}, method=zipfile.ZIP_LZMA))
    assert refusals(path) == [f"{path}: a.txt: is packed by a method that is not read; unpack the archive first"]


def test_gzip_cut_short_is_told_in_one_line_behind_what_could_be_read(tmp_path: Path):
    rows = b"".join(b'{"text": "Ten boats %d."}\n' % number for number in range(5000))
    path = tmp_path / "many.jsonl.gz"
    path.write_bytes(gzip.compress(rows)[:-2000])
    *before, last = texts(path)
    assert len(before) > 100
    assert last == f"{path}: is cut short; what came before the break has been read"


def test_gzip_that_is_damaged_is_one_line(tmp_path: Path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 50)
    [told] = refusals(path)
    assert told.startswith(f"{path}: is damaged (")


def test_a_bomb_in_gzip_by_standard_input_is_stopped():
    packer = zlib.compressobj(wbits=31)
    line = b'{"text": "' + b"x" * 2**20 + b'"}\n'
    bomb = b"".join(packer.compress(line) for _ in range(200)) + packer.flush()
    *_, last = found("-", stdin=io.BytesIO(bomb), form="jsonl")
    assert isinstance(last, ReadingError)
    assert str(last) == "standard input: unpacks to more than 200 times its size; the rest is left unread"


def test_gzip_within_gzip_comes_to_an_end(tmp_path: Path):
    data = b"Ten."
    for _ in range(20):
        data = gzip.compress(data)
    path = tmp_path / "a.gz"
    path.write_bytes(data)
    assert refusals(path) == [f"{path}: archives in archives, more than 5 deep"]


def test_empty_members_are_told_together(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({f"{number}.txt": b"" for number in range(1000)}))
    assert refusals(path) == [f"{path}: 1,000 files in it are empty, such as 0.txt"]
