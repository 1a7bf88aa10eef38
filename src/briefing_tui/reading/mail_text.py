"""The text of a message: which form of it to read, and what in it are signatures and quoted messages."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing_tui.model import Block
from briefing_tui.reading.documents import Structured, structure_of
from briefing_tui.reading.encoding import decode
from briefing_tui.reading.errors import ReadingError

_TAGS: Final = re.compile(rb"<[^<>]{0,20000}>|&[A-Za-z#0-9]{1,8};")
_UNSEEN: Final = ((b"<style", b"</style"), (b"<script", b"</script"), (b"<!--", b"-->"))
_LETTERS: Final = re.compile(rb"[A-Za-z\x80-\xff]")
_ADDRESSES: Final = re.compile(rb"https?://\S+")
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED_LINE: Final = re.compile(r"[ \t]*>")
_INTRODUCES_QUOTE: Final = re.compile(r"(?:On|Am|Le) .{5,200}(?:wrote|schrieb|a écrit)\s?:", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that is to be read: its bytes and what they are said to be."""

    data: bytes
    is_html: bool
    charset: str | None


def looks_cut_down(plain: Sequence[Part], page: Sequence[Part]) -> bool:
    """Whether the plain form of a message says much less than its page ("View this message in your browser")."""
    return 2 * sum(_letters(part) for part in plain) < sum(_letters(part) for part in page)


def join_parts(parts: Sequence[Part], place: str) -> tuple[Structured, str]:
    """The text of a message with its blocks, and the encoding it was in.

    Raises:
        ReadingError: when a part is not a text.
    """
    written = [part for part in parts if part.data.strip()]
    if not written:
        raise ReadingError(f"{place}: the message has no text")
    decoded = [decode(part.data, name=place, charset=part.charset) for part in written]
    notes = tuple(dict.fromkeys(note for each in decoded for note in each.notes))
    encoding = decoded[0].encoding
    if not any(part.is_html for part in written):
        text = "\n\n".join(each.text.strip("\n") for each in decoded) if len(decoded) > 1 else decoded[0].text
        structured = structure_of(text, "text")
        return replace(structured, blocks=_set_aside(text, structured.blocks), notes=notes), encoding
    page = "<hr>".join(
        each.text if part.is_html else f"<pre>{html.escape(each.text)}</pre>" for part, each in zip(written, decoded, strict=True)
    )
    structured = structure_of(page, "html")
    return replace(structured, stated=replace(structured.stated, title=None), notes=(*notes, *structured.notes)), encoding


def _letters(part: Part) -> int:
    data = _TAGS.sub(b"", _seen(part.data)) if part.is_html else part.data
    return len(_LETTERS.findall(_ADDRESSES.sub(b"", data)))


def _seen(page: bytes) -> bytes:
    """A page without its style sheets, scripts and comments."""
    for opening, closing in _UNSEEN:
        kept: list[bytes] = []
        position = 0
        folded = page.lower()
        while (start := folded.find(opening, position)) >= 0 and (end := folded.find(closing, start)) >= 0:
            kept.append(page[position:start])
            position = end + len(closing)
        page = b"".join((*kept, page[position:]))
    return page


def _set_aside(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the signature made boilerplate, and quoted messages too where something else is said."""
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    quoted = {index for index, block in enumerate(blocks) if _is_quoted(text, block)}
    if not any(
        block.kind in {"paragraph", "list_item"} and block.end <= end and index not in quoted
        for index, block in enumerate(blocks)
    ):
        return list(blocks)
    for index in range(1, len(blocks)):
        if index in quoted and _INTRODUCES_QUOTE.fullmatch(text[blocks[index - 1].start : blocks[index - 1].end][:400]):
            quoted.add(index - 1)
    return [
        replace(block, kind="boilerplate") if index in quoted or block.start >= end else block
        for index, block in enumerate(blocks)
    ]


def _is_quoted(text: str, block: Block) -> bool:
    """Whether every line the block stands on begins with a quote sign."""
    start = text.rfind("\n", 0, block.start) + 1
    return all(_QUOTED_LINE.match(line) for line in text[start : block.end].split("\n"))
