"""The source text with the selected record's evidence marked."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from briefing_tui.model import Briefing, Evidence
from briefing_tui.telling.citing import sentence_span
from briefing_tui.tui.finding import touching
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import Run, blank_line, line_of
from briefing_tui.tui.widgets.scrolled_lines import ScrolledLines
from briefing_tui.tui.wrapping import WrappedText, wrap_document, wrap_excerpt

WIDEST_LINE = 100
"""Cells; longer lines are hard to read, however wide the terminal."""
_GUTTER = 2
_LEAST_FOR_CONTEXT = 6
"""Lines of text in sight from which on a line around the sentence is worth showing."""
_EXCERPT_LINES, _EXCERPT_CELLS = 2, 80
"""Most lines of an excerpt, and their width: what is sent with every row."""
_KEPT_LINES = 600
Mark = tuple[int, int, Style]
"""A span of the text and how it looks."""


class SourceReader(ScrolledLines):
    """Shows one briefing's text. The trigger stands out, other evidence is underlined, search hits are marked.

    Or an excerpt of it: the sentence with the trigger, or with the hit, and nothing else.
    """

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="reader")
        self.is_active = False
        """Whether keys go here."""
        self.number = 0
        """Which briefing of the shelf is shown."""
        self.briefing: Briefing | None = None
        self.hits: Sequence[tuple[int, int]] = ()
        """What the present search found in this text, as offsets in order."""
        self.hit_now: tuple[int, int] | None = None
        """The search hit that was stepped to."""
        self._marks: list[tuple[int, int, Style]] = []
        self._triggers: list[tuple[int, int]] = []
        self._wrapped: tuple[Briefing, int, WrappedText] | None = None
        self._wish: tuple[int, int] | None = None
        self._begin: int | None = None
        self.openings = 0
        """How often another text was opened, with nothing marked in it yet."""
        self._is_whole = True
        self._focus: tuple[int, int] | None = None
        """What was marked or looked for last: an excerpt is the sentence around it."""
        self._excerpt: tuple[Briefing, int, tuple[int, int] | None, WrappedText] | None = None
        self._lines: dict[tuple[object, ...], Strip] = {}
        """Lines as they were drawn, by their number and what is marked in them."""
        self._lines_of: tuple[WrappedText | None, int] = (None, 0)
        """The text that these are of, and how wide they are."""

    @property
    def is_whole(self) -> bool:
        """Whether the whole text is shown, and no excerpt."""
        return self._is_whole

    @is_whole.setter
    def is_whole(self, is_whole: bool) -> None:
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.top, self._wish = 0, self._focus

    def show(self, briefing: Briefing, number: int) -> None:
        """Open a briefing at its beginning, unless its text is open already."""
        if self.briefing is briefing:
            return
        if self.briefing is not None and self.number == number and self.briefing.sha256 == briefing.sha256:
            if self._wrapped is not None and self._wrapped[0] is self.briefing:
                self._wrapped = (briefing, *self._wrapped[1:])
            self.briefing = briefing
        else:
            self.briefing, self.number = briefing, number
            self._marks, self._triggers, self._wish, self.hit_now, self._lines_wished = [], [], None, None, 0
            self._focus = None
            self.openings += 1
            self.top = 0

    def mark(self, evidence: Sequence[Evidence], strong: Sequence[Evidence], *, follow: bool) -> None:
        """Mark evidence in the text, `strong` spans above the rest; `follow` brings the first of them into sight."""
        looks = self.looks
        self._triggers = [(span.start, span.end) for span in strong]
        self._marks = [(span.start, span.end, looks.evidence) for span in evidence if span not in strong]
        self._marks += [(start, end, looks.trigger) for start, end in self._triggers]
        self._wish = self._triggers[0] if follow and self._triggers else None
        self._focus = next(iter(self._triggers), self._focus)

    def bring_into_sight(self, start: int, end: int) -> None:
        """Scroll so that this span can be read, if it cannot already."""
        self._wish = self._focus = (start, end)

    def begin_at(self, offset: int) -> None:
        """Have what is in sight begin with the line of this character, as soon as there are lines."""
        self._wish, self._begin = None, offset

    def text(self) -> WrappedText | None:
        """The open text or the excerpt, wrapped for the present width; None before there is a width."""
        if self.briefing is None or self.size.width == 0:
            return None
        width = max(1, min(self.size.width - _GUTTER - 1, WIDEST_LINE))
        if not self._is_whole:
            return self._excerpt_text(self.briefing, min(width, _EXCERPT_CELLS))
        if self._wrapped is None or self._wrapped[0] is not self.briefing or self._wrapped[1] != width:
            anchor = self._wrapped[2].starts[self.top] if self._wrapped and self._wrapped[0] is self.briefing else None
            self._wrapped = (self.briefing, width, wrap_document(self.briefing, width))
            if anchor is not None:
                self.top = self._wrapped[2].line_at(anchor)
        return self._wrapped[2]

    def offset_at_top(self) -> int:
        """Offset of the first character in sight."""
        text = self.text()
        return 0 if text is None else text.starts[min(self.top, len(text) - 1)]

    def scroll_lines(self, lines: int) -> None:
        """Move the text by this many lines; where it should have gone does not matter any more."""
        self._wish = None
        super().scroll_lines(lines)

    def line_count(self) -> int:
        """Lines of the open text; 0 before there is a width."""
        text = self.text()
        return 0 if text is None else len(text)

    def prepare(self) -> None:
        """Settle what is in sight."""
        text = self.text()
        if text is None:
            return
        room = max(1, self.size.height - 1)
        if self._begin is not None and self._is_whole:
            self.top, self._begin = bisect_left(text.starts, text.starts[text.line_at(self._begin)]), None
        if self._wish is not None and self._is_whole:
            self._bring_lines_into_sight(*self._lines_to_read(text, *self._wish, room), len(text), room)
        self._wish = None
        self.settle_top()

    def draw_line(self, y: int) -> Strip:
        """The title, or a line of the text."""
        if y == 0:
            return self._draw_title()
        text = self.text()
        width = self.size.width
        number = self.top + y - 1
        if text is None or number >= len(text):
            return blank_line(width)
        if self._lines_of[0] is not text or self._lines_of[1] != width or len(self._lines) > _KEPT_LINES:
            self._lines_of = (text, width)
            self._lines.clear()
        start, end = text.starts[number], text.ends[number]
        marks = self._marks_on(start, end)
        is_trigger = any(a < max(end, start + 1) and b > start for a, b in self._triggers)
        key = (number, is_trigger, *marks)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._write_line(text, number, marks, is_trigger=is_trigger)
        return found

    def _write_line(self, text: WrappedText, number: int, marks: Sequence[Mark], *, is_trigger: bool) -> Strip:
        start, end = text.starts[number], text.ends[number]
        base = self.looks.strong if number in text.headings else self.looks.plain
        gutter: Run = ("› ", self.looks.strong) if is_trigger else ("  ", self.looks.plain)
        runs: list[Run] = [gutter, (" " * text.indents[number], base)]
        runs += _styled(text.cells, start, end, base, marks)
        return line_of(runs, self.size.width)

    def _lines_to_read(self, text: WrappedText, start: int, end: int, room: int) -> tuple[int, int]:
        """First and last line of the sentence around a span, so that it can be read and not only seen; of the span if it is long."""
        assert self.briefing is not None
        sentence = sentence_span(self.briefing, start, end)
        first, last = (text.line_at(offset) for offset in (sentence[0], max(sentence[0], sentence[1] - 1)))
        if last - first >= room:
            first, last = text.line_at(start), text.line_at(max(start, end - 1))
        return first, last

    def _bring_lines_into_sight(self, first: int, last: int, count: int, room: int) -> None:
        """Scroll, if these lines and one above and below are not in sight: up to the middle, or down below the first third."""
        around = 1 if room >= _LEAST_FOR_CONTEXT else 0
        is_above = max(0, first - around) < self.top
        is_below = min(last, first + room - 1) + around >= self.top + room and self.top + room < count
        if is_above or is_below:
            before = room // 3 if is_above else room // 2
            self.top = max(first - before, min(first, last + around + 1 - room))

    def _marks_on(self, start: int, end: int) -> list[Mark]:
        """What is marked of a line, the strongest last."""
        marked = self._marks if self._is_whole else [mark for mark in self._marks if mark[2] is self.looks.trigger]
        marks = [mark for mark in marked if mark[0] < end and mark[1] > start]
        marks += [(a, b, self.looks.hit) for a, b in touching(self.hits, start, end)]
        if self.hit_now is not None and self.hit_now[0] < end and self.hit_now[1] > start:
            marks.append((*self.hit_now, self.looks.hit_now))
        return marks

    def _excerpt_text(self, briefing: Briefing, width: int) -> WrappedText:
        if self._excerpt is None or self._excerpt[0] is not briefing or self._excerpt[1:3] != (width, self._focus):
            focus = self._focus or first_sentence(briefing)
            sentence = sentence_span(briefing, *focus)
            excerpt = wrap_excerpt(briefing.text, sentence, focus[0], width, _EXCERPT_LINES)
            self._excerpt = (briefing, width, self._focus, excerpt)
        return self._excerpt[3]

    def _draw_title(self) -> Strip:
        if not self._is_whole:
            title = self.title_run(" 4 Excerpt · enter opens the text ", "", is_active=self.is_active)
            return line_of(title, self.size.width, self.looks.title)
        text = self.text()
        right = ""
        if text is not None:
            bottom = min(len(text), self.top + self.size.height - 1)
            part = "all" if bottom - self.top >= len(text) else f"{100 * bottom // len(text)}%"
            place = f"characters {self._triggers[0][0]}–{self._triggers[0][1]}" if self._triggers else ""
            right = " · ".join(filter(None, [place, part])) + " "
        return line_of(self.title_run(" 4 Source text ", right, is_active=self.is_active), self.size.width)


def first_sentence(briefing: Briefing) -> tuple[int, int]:
    """Where the first sentence stands."""
    return next(((sentence.start, sentence.end) for sentence in briefing.sentences), (0, 0))


def _styled(cells: str, start: int, end: int, base: Style, marks: Sequence[Mark]) -> list[Run]:
    if not marks:
        return [(cells[start:end], base)]
    cuts = sorted({start, end, *(min(max(edge, start), end) for mark in marks for edge in mark[:2])})
    runs: list[Run] = []
    for left, right in itertools.pairwise(cuts):
        style = base
        for a, b, mark in marks:
            if a <= left and b >= right:
                style = mark
        runs.append((cells[left:right], style))
    return runs
