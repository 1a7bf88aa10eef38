"""Messages: their header, the text in them and what is attached.

The standard library takes a message apart; header fields are bounded before it looks into them, and nothing a message says
of itself is believed without looking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import Final

from briefing_tui.reading.documents import Structured
from briefing_tui.reading.encoding import decode
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.mail_text import Part, join_parts, looks_cut_down
from briefing_tui.reading.metadata import Metadata

_LONGEST_FIELD: Final = 8192
_LONGEST_SHOWN: Final = 1000
_MOST_PARTS: Final = 20_000
_NAMELESS: Final = "attachment"
_SENDER: Final = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>[^<>]*")
_BREAKS: Final = re.compile(r"[\r\n]+[ \t]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """A message taken apart."""

    stated: Metadata
    texts: tuple[Part, ...]
    attachments: tuple[tuple[str, bytes], ...]
    """File names and contents."""

    @property
    def has_text(self) -> bool:
        """Whether the message says something itself."""
        return any(part.data.strip() for part in self.texts)


class _Bounded(Compat32):
    """The policy that leaves header fields as they are, but no longer than a field can sensibly be."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header field."""
        name, _, value = "".join(sourcelines)[:_LONGEST_FIELD].partition(":")
        return name, value.lstrip(" \t").rstrip("\r\n")


def read_parts(message: bytes, place: str) -> Parts:
    """The parts of a message that hold text, best form of each, and its attachments.

    Raises:
        ReadingError: when it is nested too deeply or in too many parts.
    """
    try:
        root = BytesParser(policy=_Bounded()).parsebytes(message)
        texts: list[Part] = []
        attachments: list[tuple[str, bytes]] = []
        for number, part in enumerate(_leaves(root)):
            if number >= _MOST_PARTS:
                raise ReadingError(f"{place}: the message has more than {_MOST_PARTS:,} parts")
            if isinstance(part, Part):
                texts.append(part)
            else:
                attachments.append(part)
    except RecursionError as error:
        raise ReadingError(f"{place}: the message is nested too deeply") from error
    except MessageError as error:
        raise ReadingError(f"{place}: the message cannot be taken apart: {' '.join(str(error).split())[:100]}") from error
    return Parts(_stated(root), tuple(texts), tuple(attachments))


def read_mail(message: bytes, place: str) -> tuple[Structured, str]:
    """The text of a message with its blocks and what its header states, and the encoding of the text.

    Raises:
        ReadingError: when there is none, or the message cannot be taken apart.
    """
    parts = read_parts(message, place)
    structured, encoding = join_parts(parts.texts, place)
    return replace(structured, stated=parts.stated.over(structured.stated)), encoding


def _leaves(part: Message[str, str]) -> Iterator[Part | tuple[str, bytes]]:
    """The texts and attachments of a part in order; of alternatives the best one."""
    kind = part.get_content_type()
    payload = part.get_payload()
    inner = [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else None
    if kind == "message/rfc822" and inner:
        yield (_file_name(part) or "message.eml", inner[0].as_bytes())
    elif inner is not None:
        if kind == "multipart/alternative":
            yield from _best([list(_leaves(each)) for each in inner])
        else:
            for each in inner[:1] if kind == "multipart/report" else inner:
                yield from _leaves(each)
    else:
        data = part.get_payload(decode=True)
        data = data if isinstance(data, bytes) else b""
        name = _file_name(part)
        is_attached = part.get_content_disposition() == "attachment"
        if kind in {"text/plain", "text/html"} and not is_attached and not (name and kind == "text/html"):
            charset = part.get_content_charset()
            yield Part(data=data, is_html=kind == "text/html", charset=charset)
        elif data:
            yield name or _nameless(kind), data


def _best(alternatives: list[list[Part | tuple[str, bytes]]]) -> Iterator[Part | tuple[str, bytes]]:
    """Of alternatives the plain text, unless it only says that there is a page; attachments of all of them."""
    written = [[part for part in each if isinstance(part, Part)] for each in alternatives]
    plain = next((parts for parts in written if parts and not any(part.is_html for part in parts)), [])
    page = next((parts for parts in reversed(written) if any(part.is_html for part in parts)), [])
    yield from page if page and looks_cut_down(plain, page) else plain
    for each in alternatives:
        yield from (part for part in each if not isinstance(part, Part))


def _nameless(kind: str) -> str:
    endings = {"application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "application/zip": ".zip"}
    return _NAMELESS + endings.get(kind, "")


def _file_name(part: Message[str, str]) -> str:
    """The name of an attached file, without any folder it pretends to lie in."""
    stated = part.get_filename("") or ""
    name = _decoded(str(stated)).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable()).strip()[:200]


def _stated(message: Message[str, str]) -> Metadata:
    """Subject, day and sender."""
    sender = _SENDER.fullmatch(_field(message, "From"))
    name, address = (_decoded(sender["name"]), sender["address"]) if sender else (_decoded(_field(message, "From")), "")
    return Metadata(
        title=_decoded(_field(message, "Subject")) or None,
        publisher=name.strip(" \"'") or address or None,
        published=_day(_field(message, "Date")),
    )


def _field(message: Message[str, str], name: str) -> str:
    raw = (value for field, value in message.raw_items() if field.lower() == name.lower())
    return _BREAKS.sub(" ", next(raw, ""))[:_LONGEST_SHOWN].strip()


def _day(stated: str) -> str | None:
    """The day of a Date field where it was written; zones are not converted."""
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _decoded(value: str) -> str:
    """A header field with its encoded words (RFC 2047) and raw bytes made readable, whatever charset they claim."""
    words: list[str] = []
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError, LookupError):
        pieces = [(value, None)]
    for piece, charset in pieces:
        data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
        words.append(_readable(data, charset))
    return " ".join("".join(words).split())


def _readable(data: bytes, charset: str | None) -> str:
    try:
        return decode(data, name="header", charset=charset).text if data else ""
    except ReadingError:
        return data.decode("ascii", "replace")
