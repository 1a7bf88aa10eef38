"""The printed lines of a PDF's pages to one text: which lines make a paragraph, and what is printed around the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from briefing_tui.reading.drafts import Draft
from briefing_tui.reading.lines import ends_a_sentence
from briefing_tui.reading.markers import find_marker

_EDGE_LINES: Final = 2
"""So many lines at the top and at the foot of a page may be the same on other pages."""
_LOOSE: Final = 1.35
"""A line this many times the usual distance below the one before it begins a paragraph."""
_OTHER_SIZE: Final = 1.15
_LONGEST_HEADING: Final = 200
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BROKEN_WORD: Final = re.compile(r"[^\W\d_]+\Z")
_REST: Final = re.compile(r"[a-zà-öø-ÿ][^\W\d_]*")
_FOLIO: Final = re.compile(r"(?i)\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*(?:page)?\W*")


class PrintedLine(NamedTuple):
    """A line as it is printed: its words and the box around them, in points from the left and from the foot of the page.

    `is_broken` tells that its last word goes on in the next line, behind a hyphen.
    """

    words: str
    left: float
    right: float
    bottom: float
    top: float
    is_broken: bool = False

    @property
    def height(self) -> float:
        """The size of its letters, near enough."""
        return self.top - self.bottom


def lay_out(pages: Sequence[Sequence[PrintedLine]]) -> tuple[str, list[Draft], int]:
    """The text of the pages, the drafts of its blocks, and how many broken words were made whole."""
    repeated = _repeated(pages)
    layout = _Layout(_vocabulary(pages), _usual_distance(pages), _usual_height(pages))
    for page in pages:
        edges = {id(line) for line in _edge_lines(page)}
        margin = max((line.right for line in page), default=0.0)
        previous: PrintedLine | None = None
        for line in page:
            if id(line) in edges and (_key(line) in repeated or (len(pages) > 1 and _FOLIO.fullmatch(line.words))):
                layout.set_aside(line)
            else:
                layout.add(line, previous, margin)
                previous = line
    layout.close()
    return layout.text(), layout.drafts, layout.joined


@dataclass(slots=True)
class _Layout:
    """The text so far and the paragraph that is still open."""

    vocabulary: Counter[str]
    distance: float
    height: float
    drafts: list[Draft] = field(default_factory=list)
    joined: int = 0
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _open: list[PrintedLine] = field(default_factory=list)
    _aside: list[PrintedLine] = field(default_factory=list)

    def add(self, line: PrintedLine, previous: PrintedLine | None, margin: float) -> None:
        """The next line of the text; `previous` is the one above it on the same page."""
        if self._open and not self._goes_on(line, previous, margin):
            self.close()
        self._open.append(line)

    def set_aside(self, line: PrintedLine) -> None:
        """A line that is printed around the text. It comes behind the paragraph that is open, which may go on on the next page."""
        self._aside.append(line)
        if not self._open:
            self.close()

    def close(self) -> None:
        """The paragraph ends."""
        if self._open:
            words = self._flowed(self._open)
            marker = find_marker(words)
            large = self.height > 0 and min(line.height for line in self._open) > _OTHER_SIZE * self.height
            if marker:
                self._write(words, "list_item", skip=marker.length)
            elif large and len(words) <= _LONGEST_HEADING and len(self._open) <= 3 and not words.endswith((".", ",", ";")):
                self._write(words, "heading", level=1 if len(self.drafts) < 3 else 2)
            else:
                self._write(words, "paragraph")
            self._open = []
        for line in self._aside:
            self._write(line.words + ("-" if line.is_broken else ""), "boilerplate")
        self._aside = []

    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def _write(self, words: str, kind: str, *, skip: int = 0, level: int = 0) -> None:
        lead = "\n\n" if self._parts else ""
        start = self._length + len(lead)
        self._parts += (lead, words)
        self._length = start + len(words)
        draft = Draft("paragraph", start + skip, self._length, level)
        if kind == "list_item":
            draft.kind = "list_item"
        elif kind == "heading":
            draft.kind = "heading"
        elif kind == "boilerplate":
            draft.kind = "boilerplate"
        self.drafts.append(draft)

    def _goes_on(self, line: PrintedLine, previous: PrintedLine | None, margin: float) -> bool:
        """Whether `line` belongs to the paragraph that is open."""
        last = self._open[-1]
        if last.is_broken:
            return True
        ended = ends_a_sentence(last.words)
        marker = find_marker(line.words)
        if marker is not None and (marker.number is None or ended or find_marker(self._open[0].words) is not None):
            return False
        if self.height and abs(line.height - last.height) > (_OTHER_SIZE - 1) * self.height:
            return False
        below = last.bottom - line.bottom
        if previous is None or below < -0.5 * self.height:
            return not ended and (line.words[0].islower() or last.words.endswith((",", "–", "—")))
        if below > _LOOSE * self.distance:
            return False
        if below < 0.3 * self.height:  # beside it, in the same line
            return True
        if _is_short(last, line, margin) and (ended or line.words[0].isupper()):
            return False
        indent = line.left - min(other.left for other in self._open)
        return not (ended and indent > 0.8 * self.height and find_marker(self._open[0].words) is None)

    def _flowed(self, lines: Sequence[PrintedLine]) -> str:
        """The words of a paragraph, line by line, with broken words made whole."""
        parts = [lines[0].words]
        for line, following in pairwise(lines):
            words = following.words
            ends = line.is_broken or parts[-1].endswith("-")
            begun, rest = _BROKEN_WORD.search(parts[-1].removesuffix("-")), _REST.match(words)
            if ends and begun and rest:
                whole = self._whole(begun[0], rest[0])
                self.joined += 1
                token = words.split(" ", 1)
                parts[-1] = parts[-1].removesuffix("-")[: begun.start()] + whole + token[0][rest.end() :]
                words = token[1] if len(token) > 1 else ""
            elif line.is_broken:
                parts[-1] += "-"
            if words:
                parts.append(words)
        if lines[-1].is_broken:
            parts[-1] += "-"
        return "\n".join(parts)

    def _whole(self, begun: str, rest: str) -> str:
        """A word broken by a hyphen: without it where the text has the word so, with it where the halves are words of their own."""
        bare, hyphenated = (begun + rest).lower(), f"{begun}-{rest}".lower()
        if self.vocabulary[bare]:
            return begun + rest
        if (
            self.vocabulary[hyphenated]
            or (self.vocabulary[begun.lower()] and self.vocabulary[rest.lower()])
            or begun[0].isupper()
        ):
            return f"{begun}-{rest}"
        return begun + rest


def _is_short(line: PrintedLine, following: PrintedLine, margin: float) -> bool:
    """Whether the first word of the following line would have had room behind this one."""
    word = following.words.split(" ", 1)[0]
    width = (following.right - following.left) / max(1, len(following.words))
    return line.right + (len(word) + 1.5) * width < margin


def _vocabulary(pages: Sequence[Sequence[PrintedLine]]) -> Counter[str]:
    """Every word that stands in the text whole, with how often."""
    words: Counter[str] = Counter()
    for page in pages:
        after_break = False
        for line in page:
            found = [match[0].lower() for match in _WORD.finditer(line.words)]
            ends = line.is_broken or line.words.endswith("-")
            words.update(found[1 if after_break else 0 : len(found) - 1 if ends else len(found)])
            after_break = ends
    return words


def _usual_distance(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """How far below each other the lines of a paragraph stand."""
    steps = [
        above.bottom - line.bottom
        for page in pages
        for above, line in pairwise(page)
        if 0.5 * line.height < above.bottom - line.bottom < 3 * line.height
    ]
    return _weighed(steps)


def _usual_height(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """The size of most letters."""
    heights = [line.height for page in pages for line in page for _ in range(1 + len(line.words) // 20)]
    return median(heights) if heights else 0.0


def _weighed(steps: Sequence[float]) -> float:
    """The lower quartile: within paragraphs lines stand closest, and most steps are within paragraphs or not much wider."""
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _repeated(pages: Sequence[Sequence[PrintedLine]]) -> set[tuple[str, int]]:
    """What stands at the same place of at least three pages and of a third of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edge_lines(page)})
    return {key for key, count in counts.items() if count >= max(3, len(pages) / 3)}


def _edge_lines(page: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The line nearest to the top and the one nearest to the foot of a page, each with the one that stands close to it."""
    ordered = sorted(page, key=lambda line: line.bottom)
    for edge in (ordered, ordered[::-1]):
        yield from edge[:1]
        for outer, inner in pairwise(edge[:_EDGE_LINES]):
            if abs(inner.bottom - outer.bottom) < 2 * outer.height:
                yield inner


def _key(line: PrintedLine) -> tuple[str, int]:
    """What makes a line the same on another page: its words but for numbers, and its height on the page."""
    return re.sub(r"\d+", "#", line.words).lower(), round(line.bottom / 8)
