"""Web pages: the rendered text in reading order, with the kinds of its blocks taken from the tags.

The page is parsed as a stream of events, never as a tree, so that depth costs nothing, however broken the page is.
No entity is defined, no network is used, no script is read but for the date it states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree  # type: ignore[import-untyped]

from briefing_tui.reading.documents import Structured
from briefing_tui.reading.drafts import Draft, link_blocks
from briefing_tui.reading.html_page import Page, Piece
from briefing_tui.reading.structure import gather_lines, judge_blocks, mark_bare_items

_SOFT: Final = str.maketrans({"\xad": None, "\u200b": None, "\xa0": " "})


def read_html(source: str) -> Structured:
    """The rendered text of a page with its blocks, and what its head states.

    Paragraphs stand between blank lines, list items behind "- ", cells between " | "; `<br>` is a line break.
    """
    page = Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, recover=True, huge_tree=True)
    notes: tuple[str, ...] = ()
    try:
        parser.feed(source.replace("\0", "�").encode("utf-8"))
        parser.close()
    except etree.LxmlError:
        page.close()
        notes = ("the page is too broken to be read to its end",)
    text, drafts = _render(page.pieces)
    drafts = [part for draft in drafts for part in _broken_lines(text, draft)]
    mark_bare_items(text, drafts)
    drafts = judge_blocks(text, drafts, guess_headings=False)
    return Structured(text=text, blocks=link_blocks(text, drafts), stated=page.head.metadata(), notes=notes)


def _render(pieces: Sequence[Piece]) -> tuple[str, list[Draft]]:
    parts: list[str] = []
    drafts: list[Draft] = []
    offset = 0
    previous: Piece | None = None
    for piece in pieces:
        words = _tidy(piece.text)
        if not words:
            continue
        in_list = piece.kind == "list_item" or piece.continues_list
        lead = ""
        if previous is not None:
            lead = "\n" if in_list and (previous.kind == "list_item" or previous.continues_list) else "\n\n"
        if in_list:
            lead += "  " * piece.level + ("- " if piece.kind == "list_item" else "  ")
        parts += (lead, words)
        offset += len(lead)
        drafts.append(Draft(piece.kind, offset, offset + len(words), piece.level, piece.continues_list))
        offset += len(words)
        previous = piece
    return "".join(parts), drafts


def _tidy(text: str) -> str:
    """Text without soft hyphens, its spaces single, each of its lines without surrounding space."""
    lines = (re.sub(r"[ \t\f\v]+", " ", line).strip() for line in text.translate(_SOFT).split("\n"))
    return "\n".join(line for line in lines if line)


def _broken_lines(text: str, draft: Draft) -> Iterator[Draft]:
    """A paragraph broken by `<br>` as the lines it shows: bullets typed by hand, addresses, paragraphs."""
    if draft.kind == "paragraph" and not draft.continues_list and "\n" in text[draft.start : draft.end]:
        yield from gather_lines(text, draft.start, draft.end)
    else:
        yield draft
