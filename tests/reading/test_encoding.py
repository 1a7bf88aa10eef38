import codecs
import hashlib

import pytest

from briefing_tui.reading import ReadingError, read_bytes
from briefing_tui.reading.encoding import decode

TEXT = "“Norway” paid 5 €. Oslo said it would pay more."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_dropped(mark: bytes, encoding: str):
    decoded = decode(mark + TEXT.encode(encoding), name="note")
    assert (decoded.text, decoded.encoding, decoded.notes) == (TEXT, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_without_a_mark_and_noted(encoding: str):
    decoded = decode(TEXT.encode(encoding), name="note")
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)
    assert "byte-order mark" in decoded.notes[0]


def test_windows_1252_is_recognised_and_noted():
    decoded = decode("The “grant” – 5 million – is for the café in Malmö.".encode("cp1252"), name="note")
    assert decoded.text == "The “grant” – 5 million – is for the café in Malmö."
    assert decoded.notes == ("decoded as windows-1252, as it is not UTF-8",)


def test_a_declared_charset_is_believed_unless_it_is_nonsense():
    page = '<meta charset="windows-1251"><p>Норвегия'
    assert decode(page.encode("cp1251"), name="page").text == page
    assert decode(b'<meta charset="utf-7"><p>+ADw-', name="page").text.endswith("+ADw-")
    assert decode(b'<meta charset="rot13"><p>caf\xe9', name="page").text.endswith("café")


def test_cyrillic_without_a_declaration_is_guessed():
    text = "Министерство обороны сообщило о передаче новых кораблей береговой охране. " * 5
    decoded = decode(text.encode("cp1251"), name="note")
    assert decoded.text == text
    assert "guess" in decoded.notes[0]


def test_a_fault_in_utf8_is_shown_and_noted():
    decoded = decode("“Norway” paid 5 € and “more”".encode() + b" \xff then", name="note")
    assert decoded.text == "“Norway” paid 5 € and “more” � then"
    assert decoded.notes == ("1 byte sequence is not valid UTF-8 and reads as �",)


def test_line_ends_become_line_feeds_and_nothing_else_changes():
    assert decode(b"a\r\nb\rc\n\n d\t\xcc\x81e\x0c", name="note").text == "a\nb\nc\n\n d\t\u0301e\x0c"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"%PDF-1.7\n...", "this PDF is broken"),
        (b"PK\x03\x04....", "a ZIP archive or an Office document"),
        (b"\x1f\x8b\x08....", "compressed with gzip"),
        (b"\x00\x01\x02\x03" * 100, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, what: str):
    with pytest.raises(ReadingError) as refused:
        read_bytes(data, name="thing")
    assert str(refused.value).startswith("thing: ")
    assert what in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_few_nuls_are_kept_and_noted():
    document = read_bytes(b"Ten boats\0 went out. They came back.", name="note")
    assert "\0" in document.text
    assert document.notes == ("holds 1 NUL character",)


def test_digests_are_of_the_text_and_of_the_raw_bytes():
    data = codecs.BOM_UTF8 + b"Ten boats.\r\n"
    document = read_bytes(data, name="note")
    assert document.sha256 == hashlib.sha256(b"Ten boats.\n").hexdigest()
    assert document.source_sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == document.content_id == "b:" + document.sha256[:16]


def test_a_nul_that_somebody_has_put_into_a_text_does_not_make_it_utf_16():
    assert read_bytes(b"Title\0hidden\nbody", name="note").text == "Title\0hidden\nbody"
