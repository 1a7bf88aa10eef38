"""The events of a page's tags, gathered into pieces of text: what is shown, block by block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from briefing_tui.model.vocabulary import BlockKind
from briefing_tui.reading.headings import looks_like_heading
from briefing_tui.reading.html_head import HEAD_TAGS, Head

_DROPPED: Final = frozenset(
    {
        *("script", "style", "template", "noscript", "nav", "svg", "math", "canvas", "iframe", "object", "embed", "video"),
        *("audio", "map", "select", "datalist", "textarea", "button", "input", "frameset"),
    }
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "blockquote", "pre"),
        *("address", "details", "summary", "dl", "dt", "dd", "fieldset", "legend", "form", "hgroup", "center", "body", "html"),
        *(
            "dir",
            "menu",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "caption",
            "hr",
            "dialog",
            "search",
            "option",
        ),
        *_HEADINGS,
    }
)
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_STRUCTURE: Final = frozenset({"li", "table", "tr", *_LISTS, *_HEADINGS})
_WHOLE: Final = frozenset({"html", "body", "main", "article"})
_BOLD: Final = frozenset({"b", "strong", "u"})
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?:\s|$)", re.IGNORECASE
)
_COOKIES: Final = re.compile(r"cookie|consent|gdpr|onetrust", re.IGNORECASE)
_SHARING: Final = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|skip-?link|newsletter|related|promo|advert\w*)(?:$|[\s_-])", re.IGNORECASE
)
_WHITE: Final = re.compile(r"[ \t\n\r\f\v]+")
_LONGEST_NOTICE: Final = 3000
_LONGEST_BAR: Final = 400
_LONGEST_FOOT: Final = 30_000
_WIDEST_CELL: Final = 200
"""Characters. A longer cell is a column of a layout, not a value of a table, and stands for itself."""


@dataclass(slots=True)
class Piece:
    """One block of a page before it is laid out; `text` may hold line breaks."""

    kind: BlockKind
    text: str
    level: int = 0
    continues_list: bool = False


@dataclass(frozen=True, slots=True)
class _Region:
    """An element whose pieces, from `first` on, are dropped or set aside at its end if they are no longer than `longest`."""

    depth: int
    first: int
    action: Literal["drop", "set aside"]
    longest: int


class Page:
    """A parser target (as lxml calls it): takes the events of the tags and keeps `pieces` and `head`."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.head = Head()
        self._buffer: list[str] = []
        self._depth = 0
        self._dropped = 0
        self._articles = 0
        self._heading = 0
        self._lists = 0
        self._items: list[bool] = []
        self._preformatted = 0
        self._bold = 0
        self._letters = 0
        self._bold_letters = 0
        self._cells = 0
        self._cell_is_empty = False
        self._cell_is_broken = False
        self._row_is_layout = False
        self._regions: list[_Region] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if tag in HEAD_TAGS:
            self.head.start(tag, attributes, at_top=len(self.pieces) < 6 or self._articles > 0)
        if self._dropped:
            self._dropped += 1
            return
        if tag in _DROPPED or (tag not in _WHOLE and _is_hidden(tag, attributes)):
            self._dropped = 1
            return
        if tag == "br":
            self._buffer.append("\n")
        elif tag in {"td", "th"}:
            self._begin_cell()
        elif tag in _BLOCKS:
            self._begin_block(tag)
        elif tag in _BOLD:
            self._bold += 1
        self._open_region(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends; broken pages have their missing ends supplied by the parser."""
        if tag in HEAD_TAGS:
            self.head.end(tag)
        if self._dropped:
            self._dropped -= 1
            self._depth -= 1
            return
        if tag in {"td", "th"}:
            self._cells = max(0, self._cells - 1)
            self._cell_is_broken = False
        elif tag in _BLOCKS:
            self._end_block(tag)
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        while self._regions and self._regions[-1].depth >= self._depth:
            self._close_region(self._regions.pop())
        self._depth -= 1

    def data(self, text: str) -> None:
        """Text between tags."""
        self.head.data(text)
        if self._dropped or self.head.in_title:
            return
        if not self._preformatted:
            text = _WHITE.sub(" ", text)
        solid = len(text) - text.count(" ")
        if solid:
            if self._cell_is_broken:
                self._divide_cell()
            self._cell_is_empty = self._cell_is_broken = False
            self._letters += solid
            self._bold_letters += solid if self._bold else 0
        self._buffer.append(text)

    def comment(self, text: str) -> None:
        """A comment, which is not read."""

    def pi(self, target: str, text: str | None = None) -> None:
        """A processing instruction, which is not read."""

    def close(self) -> None:
        """The page ends."""
        self._flush()

    def _begin_block(self, tag: str) -> None:
        if self._cells and tag not in _STRUCTURE and tag != "pre":
            if self._cell_is_empty:
                self._buffer.append(" ")
            else:
                self._divide_cell()
            return
        self._flush()
        self._heading = _HEADINGS.get(tag, self._heading)
        if tag in _LISTS:
            self._lists += 1
        elif tag == "li":
            self._items.append(True)
        elif tag == "tr":
            self._row_is_layout = False
        elif tag == "pre":
            self._preformatted += 1
        elif tag in {"article", "main"}:
            self._articles += 1

    def _end_block(self, tag: str) -> None:
        if self._cells and tag not in _STRUCTURE and tag != "pre":
            self._cell_is_broken = not self._cell_is_empty
            return
        self._flush()
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in _LISTS:
            self._lists = max(0, self._lists - 1)
        elif tag == "li" and self._items:
            self._items.pop()
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag in {"article", "main"}:
            self._articles = max(0, self._articles - 1)

    def _divide_cell(self) -> None:
        """A second paragraph within one cell: the table lays out a page, and its cells stand for themselves."""
        self._row_is_layout = True
        self._flush()

    def _begin_cell(self) -> None:
        self._cells += 1
        self._cell_is_empty, self._cell_is_broken = True, False
        written = "".join(self._buffer).strip()
        if self._row_is_layout or len(written) > _WIDEST_CELL:
            self._flush()
        elif written:
            self._buffer.append(" | ")

    def _open_region(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a region at a cookie notice, a sharing bar or the page's foot; within one of its kind nothing begins anew."""
        if tag in _WHOLE or (not attributes and tag != "footer"):
            return
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if _COOKIES.search(names):
            self._begin_region("drop", _LONGEST_NOTICE)
        elif tag in _BLOCKS and _SHARING.search(names):
            self._begin_region("set aside", _LONGEST_BAR)
        elif (tag == "footer" or attributes.get("role") == "contentinfo") and not self._articles:
            self._begin_region("set aside", _LONGEST_FOOT)

    def _begin_region(self, action: Literal["drop", "set aside"], longest: int) -> None:
        if all(region.action != action for region in self._regions):
            self._flush()
            self._regions.append(_Region(self._depth, len(self.pieces), action, longest))

    def _close_region(self, region: _Region) -> None:
        self._flush()
        inside = self.pieces[region.first :]
        if sum(len(piece.text) for piece in inside) > region.longest:
            return
        if region.action == "drop":
            del self.pieces[region.first :]
            return
        for piece in inside:
            piece.kind = "boilerplate"

    def _flush(self) -> None:
        """Make a piece of what was written since the last one. An empty line within it divides paragraphs."""
        text = "".join(self._buffer)
        self._buffer.clear()
        all_bold = 0 < self._letters == self._bold_letters
        self._letters = self._bold_letters = 0
        if not text.strip():
            return
        for part in re.split(r"\n[^\S\n]*\n", text) if "\n" in text else (text,):
            if part.strip():
                self.pieces.append(self._piece(part, all_bold=all_bold))

    def _piece(self, text: str, *, all_bold: bool) -> Piece:
        if self._heading:
            return Piece("heading", text, self._heading)
        if self._items:
            level = max(0, self._lists - 1)
            if self._items[-1]:
                self._items[-1] = False
                return Piece("list_item", text, level)
            return Piece("paragraph", text, level, continues_list=True)
        if all_bold and not self._cells and looks_like_heading(" ".join(text.split()), first=False):
            return Piece("heading", text, 3)
        return Piece("paragraph", text)


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") == "navigation"
        or (tag == "dialog" and "open" not in attributes)
        or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
        or _HIDDEN_CLASS.search(attributes.get("class", "")) is not None
    )
