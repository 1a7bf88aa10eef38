"""Markdown: the source's own characters, with blocks found by a CommonMark parser and kept as spans of the source.

Emphasis marks stay in the text; only the marks of blocks (hashes, bullets, quote signs) lie outside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing_tui.reading.documents import Structured
from briefing_tui.reading.drafts import Draft, link_blocks
from briefing_tui.reading.formats import FRONT_MATTER
from briefing_tui.reading.headings import looks_like_heading
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.structure import find_blocks, gather_lines, judge_blocks, mark_bare_items

_LONGEST: Final = 4 * 2**20
"""Code points. Longer sources are read like plain text, whose headings and bullets look the same."""
_FIELD: Final = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)\s*:\s*(?P<value>.*)$", re.MULTILINE)
_BOLD_LINE: Final = re.compile(r"(\*\*|__)(?P<words>(?:(?!\1).)+)\1:?", re.DOTALL)
_BULLET_LINE: Final = re.compile(r"^\s*[•▪●‣◦·]", re.MULTILINE)
_WORDLESS: Final = re.compile(r"[\W_]*")
_KEYS: Final = {
    "title": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "source": "publisher",
    "organization": "publisher",
    "url": "url",
    "link": "url",
    "id": "id",
}


def read_markdown(text: str) -> Structured:
    """The blocks of a Markdown source, and what its front matter states."""
    if len(text) > _LONGEST:
        return Structured(text=text, blocks=find_blocks(text), notes=("too long for Markdown, read as plain text",))
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    drafts = [Draft("boilerplate", 0, front.end())] if front else []
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    walk = _Walk(text, _line_starts(text, body))
    for token in parser.parse(text[body:]):
        walk.take(token)
    drafts += _with_what_is_left(text, body, walk.drafts)
    mark_bare_items(text, drafts)
    drafts = judge_blocks(text, drafts, guess_headings=False)
    stated = _front_matter(front["fields"]) if front else Metadata()
    return Structured(text=text, blocks=link_blocks(text, drafts), stated=stated)


@dataclass(slots=True)
class _Walk:
    """Takes the parser's tokens in order and keeps the drafts of their spans."""

    text: str
    lines: list[int]
    """Where each line begins, and the text's end."""
    drafts: list[Draft] = field(default_factory=list)
    _lists: int = 0
    _items: list[bool] = field(default_factory=list)
    """For each open list item, whether its own words are still to come."""
    _heading: int = 0

    def take(self, token: Token) -> None:
        """One token: opens or closes a list, item or heading, or carries the lines of a block."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
            case "list_item_open":
                self._items.append(True)
            case "list_item_close":
                self._items.pop()
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "inline":
                self._words(token)
            case "tr_open":
                self._lines(token, "paragraph")
            case "fence" | "code_block":
                self._code(token)
            case "html_block":
                comment = token.content.lstrip().startswith("<!--") and token.content.rstrip().endswith("-->")
                self._lines(token, "boilerplate" if comment else "paragraph")
            case "hr":
                self._lines(token, "boilerplate")
            case _:
                pass

    def _words(self, token: Token) -> None:
        """The span of a heading's, item's or paragraph's own words, from its first line to its last."""
        if token.map is None or (self.drafts and self.lines[token.map[0]] < self.drafts[-1].start):
            return
        parts = [line.strip() for line in token.content.strip().split("\n")]
        first, last = token.map[0], min(token.map[1], token.map[0] + len(parts)) - 1
        start = self.text.find(parts[0], self.lines[first], self.lines[first + 1])
        end = self.text.rfind(parts[-1], self.lines[last], self.lines[last + 1])
        if not parts[0] or start < 0 or end < 0 or (self.drafts and start < self.drafts[-1].end):
            return
        self._add(start, end + len(parts[-1]))

    def _add(self, start: int, end: int) -> None:
        content = self.text[start:end]
        if self._heading:
            self.drafts.append(Draft("heading", start, end, self._heading))
        elif self._items and self._items[-1]:
            self._items[-1] = False
            self.drafts.append(Draft("list_item", start, end, max(0, self._lists - 1)))
        elif self._items:
            self.drafts.append(Draft("paragraph", start, end, max(0, self._lists - 1), continues_list=True))
        elif (bold := _BOLD_LINE.fullmatch(content)) and looks_like_heading(" ".join(bold["words"].split()), first=False):
            self.drafts.append(Draft("heading", start + bold.start("words"), start + bold.end("words"), 3))
        elif _BULLET_LINE.search(content):
            self.drafts.extend(gather_lines(self.text, start, end))
        else:
            self.drafts.append(Draft("paragraph", start, end))

    def _lines(self, token: Token, kind: str) -> None:
        if token.map is None:
            return
        start, end = _trim(self.text, self.lines[token.map[0]], self.lines[token.map[1]])
        if start < end and not (self.drafts and start < self.drafts[-1].end):
            self.drafts.append(Draft("boilerplate" if kind == "boilerplate" else "paragraph", start, end))

    def _code(self, token: Token) -> None:
        """The lines of a code block without its fences."""
        if token.map is None:
            return
        first, last = token.map
        if token.type == "fence":
            first += 1
            closed = self.text[self.lines[last - 1] : self.lines[last]].strip(" \t\n>").startswith(token.markup)
            last -= 1 if closed and last - 1 >= first else 0
        start, end = _trim(self.text, self.lines[first], self.lines[max(first, last)])
        if start < end and not (self.drafts and start < self.drafts[-1].end):
            self.drafts.append(Draft("paragraph", start, end, continues_list=bool(self._items)))


def _line_starts(text: str, body: int) -> list[int]:
    """Where each line behind `body` begins; ends with the text's end, twice, as line maps may point there."""
    starts = [body]
    position = text.find("\n", body)
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return [*starts, len(text), len(text)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _with_what_is_left(text: str, body: int, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, and between them every line with words that the parser took for none of its blocks."""
    position = body
    for draft in [*drafts, None]:
        gap_end = draft.start if draft else len(text)
        gap = text[position:gap_end]
        if not _WORDLESS.fullmatch(gap):
            for line in gather_lines(text, position, gap_end):
                content = text[line.start : line.end]
                if _WORDLESS.fullmatch(content) or re.fullmatch(r"\s*(?:>\s*)*\(?\w{1,9}[.)]\s*", content):
                    continue
                known = re.match(r"\[[^\]]+\]:|```|~~~", content)
                yield Draft("boilerplate" if known else "paragraph", line.start, line.end)
        if draft:
            yield draft
            position = draft.end


def _front_matter(fields: str) -> Metadata:
    """Metadata from lines "key: value"; other keys and anything that is not such a line are passed over."""
    found: dict[str, str] = {}
    for match in _FIELD.finditer(fields):
        key = _KEYS.get(match["key"].lower())
        value = match["value"].strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if key and value:
            found.setdefault(key, value)
    return Metadata(**found)
