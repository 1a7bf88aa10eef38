"""Bytes → text: byte-order marks, UTF-8, UTF-16 without a mark, a declared charset, Windows-1252, and guessing last.

The text has its byte-order mark dropped and CRLF and CR turned into LF; nothing else is changed. Whatever was
guessed or repaired on the way is told in a note.
"""

from __future__ import annotations

import codecs
import re
import string
from typing import Final, NamedTuple

from briefing_tui.reading.errors import ReadingError

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 first: its little-endian mark begins with that of UTF-16."""

_MAGIC: Final = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
)
_CHARSETS: Final = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "euc-jp": "euc_jp",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    **{f"windows-125{digit}": f"cp125{digit}" for digit in "01345678"},
    **{f"cp125{digit}": f"cp125{digit}" for digit in "01345678"},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}
"""Charset labels a page may declare, to codecs; after the WHATWG Encoding Standard. Others are not believed."""

_DECLARED: Final = re.compile(
    rb"(?i)<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml\b[^>]{0,120}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']"
)
_DECLARATION_BYTES: Final = 4096
_SAMPLE_BYTES: Final = 65536
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\b")) + b"\x7f"
_HIGH: Final = bytes(range(0x80, 0x100))
_LETTERS: Final = string.ascii_letters.encode()
_UNDEFINED_IN_1252: Final = b"\x81\x8d\x8f\x90\x9d"
_MARKS_OF_1252: Final = bytes([0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0xA0, 0xA3, 0xA7, 0xAB, 0xB0, 0xB7, 0xBB])


class Decoded(NamedTuple):
    """Text, the encoding it was in, and a line for each thing guessed or repaired."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, charset: str | None = None) -> Decoded:
    """The text of `data`; `name` is the source in messages.

    `charset` is what a mail or a server says of the bytes. It is believed where they are not valid UTF-8 and have no mark.

    Raises:
        ReadingError: when the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _repaired(data[len(mark) :], encoding)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(f"{name}: this is {what}; it holds no text that could be decoded")
    if b"\0" in data:
        wide = _wide_encoding(data)
        if wide:
            found = _repaired(data, wide)
            return Decoded(found.text, wide, (f"decoded as {wide.upper()} although it has no byte-order mark", *found.notes))
    _refuse_binary(data, name)
    try:
        return Decoded(with_line_feeds(data.decode("utf-8")), "utf-8", _control_notes(data))
    except UnicodeDecodeError:
        return _decode_legacy(data, charset)


def with_line_feeds(text: str) -> str:
    """`text` with a byte-order mark dropped from its beginning and CRLF and CR turned into LF."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> tuple[str, int]:
    """`text` with every lone surrogate replaced by U+FFFD, and how many there were. A pair becomes the character it encodes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return paired, paired.count("\ufffd") - text.count("\ufffd")
    return text, 0


def _repaired(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(with_line_feeds(data.decode(encoding)), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(with_line_feeds(text), encoding, (f"some bytes are not valid {encoding.upper()} and read as �",))


_FEWEST_NULS: Final = 8
"""Fewer, where they are not on most letters, are NULs that somebody has put into a text."""


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the NULs of Latin letters and spaces all stand on one side of each unit."""
    sample = data[: _SAMPLE_BYTES - _SAMPLE_BYTES % 4]
    quarters = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    if len(data) % 4 == 0:
        if min(quarters[1:]) > 0.9 and quarters[0] < 0.1:
            return "utf-32-le"
        if min(quarters[:3]) > 0.9 and quarters[3] < 0.1:
            return "utf-32-be"
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if (
            high > 0.08
            and high > 8 * low
            and (high > 0.5 or sample.count(0) >= _FEWEST_NULS)
            and _reads_as_text(sample, encoding)
        ):
            return encoding
    return None


def _reads_as_text(sample: bytes, encoding: str) -> bool:
    try:
        text = sample[: len(sample) - len(sample) % 2].decode(encoding)
    except UnicodeDecodeError:
        return False
    plain = sum(letter.isalnum() or letter.isspace() or letter.isprintable() for letter in text[:4096])
    return plain > 0.95 * min(len(text), 4096)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE_BYTES]
    controls = _count(sample, _CONTROLS)
    if sample.count(0) > max(8, len(sample) // 100) or controls > max(32, len(sample) // 10):
        raise ReadingError(f"{name}: not a text: it holds binary data")


def _control_notes(data: bytes) -> tuple[str, ...]:
    nuls = data.count(0)
    return (f"holds {nuls} NUL character{'s' if nuls > 1 else ''}",) if nuls else ()


def _decode_legacy(data: bytes, charset: str | None) -> Decoded:
    """Bytes that are not UTF-8: as declared, as UTF-8 with a few faults, as Windows-1252, or as the best guess."""
    declared = _CHARSETS.get(charset.strip(" \"'").lower()) if charset else None
    declared = declared or _declared_charset(data)
    if declared and declared != "utf-8":
        try:
            return Decoded(
                with_line_feeds(data.decode(declared)), declared, (f"decoded as {_plain_name(declared)}, as it declares",)
            )
        except UnicodeDecodeError:
            pass
    lenient = data.decode("utf-8", "replace")
    faults = lenient.count("\ufffd") - data.count("\ufffd".encode())
    sound = len(lenient) - lenient.count("\ufffd") - len(data.translate(None, _HIGH))
    if sound > 4 * faults:
        note = (
            f"{faults} byte sequence{'s are' if faults > 1 else ' is'} not valid UTF-8 and read{'' if faults > 1 else 's'} as �"
        )
        return Decoded(with_line_feeds(lenient), "utf-8", (note,))
    if _looks_like_1252(data):
        return Decoded(with_line_feeds(data.decode("cp1252")), "cp1252", ("decoded as windows-1252, as it is not UTF-8",))
    guessed = _guessed_charset(data)
    text = data.decode(guessed or "cp1252", "replace")
    return Decoded(
        with_line_feeds(text), guessed or "cp1252", (f"decoded as {_plain_name(guessed or 'cp1252')}, which is a guess",)
    )


def _declared_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _DECLARATION_BYTES)
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    return _CHARSETS.get(label)


def _looks_like_1252(data: bytes) -> bool:
    """Whether the high bytes are typographic marks, or accented letters sprinkled among plain ones."""
    if any(byte in data for byte in _UNDEFINED_IN_1252):
        return False
    accented = _count(data, _HIGH) - _count(data, _MARKS_OF_1252)
    return accented <= 0.15 * _count(data, _LETTERS)


def _count(data: bytes, wanted: bytes) -> int:
    return len(data) - len(data.translate(None, wanted))


def _guessed_charset(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  only for the rare file that needs it

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        return None
    try:
        data[:_SAMPLE_BYTES].decode(best.encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    return None if best.encoding.startswith(("utf", "ascii")) else best.encoding


def _plain_name(codec: str) -> str:
    return {"cp1252": "windows-1252", "cp1251": "windows-1251", "cp1250": "windows-1250"}.get(codec, codec.replace("_", "-"))
