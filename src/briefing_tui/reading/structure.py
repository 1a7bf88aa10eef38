"""The logical structure of a plain text: its blocks.

Lines are gathered into paragraphs and list items, then each is judged a heading, dateline or boilerplate.
The text itself is never rewritten: a block is a span of it, over one or several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from briefing_tui.model import Block
from briefing_tui.reading import boilerplate
from briefing_tui.reading.datelines import date_line, find_dateline, is_lone_dateline
from briefing_tui.reading.drafts import Draft, link_blocks
from briefing_tui.reading.headings import hashes, is_capitals, looks_like_heading
from briefing_tui.reading.lines import Line, breaks_for_want_of_room, ends_a_sentence, read_lines, wrap_width
from briefing_tui.reading.markers import Marker, find_marker

_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_INLINE_BULLET: Final = re.compile(r"[•▪●‣◦](?<=\s.)\s*+(?=\S)")
_LONGEST_BARE_ITEM: Final = 140
_COLUMN: Final = 4
"""From so many headings on without a text between them, they are none."""
_TOP_BLOCKS: Final = 8
"""Among this many first blocks a title, by-line and dateline are looked for."""


def find_blocks(text: str) -> list[Block]:
    """The blocks of a plain text, in order."""
    drafts = gather_lines(text, 0, len(text))
    mark_bare_items(text, drafts)
    return link_blocks(text, judge_blocks(text, drafts, guess_headings=True))


@dataclass(slots=True)
class _Gathering:
    """The drafts so far, and the list and block that are still open."""

    drafts: list[Draft] = field(default_factory=list)
    open: Draft | None = None
    """The block that the next line may continue."""
    column: int = 0
    """Where its text begins."""
    lines: int = 0
    """How many lines it has."""
    styles: list[tuple[int, str]] = field(default_factory=list)
    """Indent and bullet of each level of the open list."""
    marker: Marker | None = None
    """The last bullet or number of the open list."""


def gather_lines(text: str, start: int, end: int) -> list[Draft]:
    """The lines of `text[start:end]` as paragraphs, list items and marked headings."""
    lines = read_lines(text, start, end)
    width = wrap_width(text, lines)
    state = _Gathering()
    previous: Line | None = None
    for line in lines:
        if line.after_blank:
            state.open = None
        content = text[line.start : line.end]
        opened = state.open
        if (
            opened is not None
            and previous is not None
            and state.lines == 1
            and opened.kind == "paragraph"
            and _UNDERLINE.fullmatch(content)
        ):
            opened.kind, opened.level = "heading", 1 if content[0] == "=" else 2
            state.open = None
        elif boilerplate.is_rule(content):
            _add(state, Draft("boilerplate", line.start, line.end), 0)
            state.open = None
        elif mark := hashes(content):
            words = content.rstrip("#")
            end = line.start + len(words.rstrip()) if words[-1].isspace() and len(words) > mark else line.end
            _add(state, Draft("heading", line.start + mark, end, content[:mark].count("#")), 0)
            state.open, state.styles = None, []
        elif marker := _list_marker(text, line, previous, state, width):
            level = _nest(state, line.indent, marker)
            _add(state, Draft("list_item", line.start + marker.length, line.end, level), line.indent + marker.length)
            state.marker = marker
        elif opened is not None and previous is not None and _continues(text, previous, line, state, width):
            opened.end = line.end
            state.lines += 1
        else:
            inside = bool(state.styles) and line.after_blank and line.indent > state.styles[0][0]
            _add(state, Draft("paragraph", line.start, line.end, continues_list=inside), line.indent)
            if not inside:
                state.styles, state.marker = [], None
        previous = line
    return [part for draft in state.drafts for part in _split_inline_bullets(text, draft)]


def _add(state: _Gathering, draft: Draft, column: int) -> None:
    state.drafts.append(draft)
    state.open, state.column, state.lines = draft, column, 1


def _list_marker(text: str, line: Line, previous: Line | None, state: _Gathering, width: int | None) -> Marker | None:
    """The bullet of a line that begins a list item; None for a wrapped line that happens to begin with a dash or number."""
    content = text[line.start : line.end]
    marker = find_marker(content)
    if marker is None:
        return None
    if marker.style in {"o", "+"} and not state.styles and state.open is not None and not content[:2].isspace():
        before = text[previous.start : previous.end] if previous else ""
        if not ends_a_sentence(before):
            return None
    if marker.number is not None and marker.style.startswith(("1(", "a", "A", "i")):
        starts = marker.number == 1 or (marker.style.startswith("i") and marker.number == 1)
        if not starts and not marker.follows(state.marker) and not any(style == marker.style for _, style in state.styles):
            return None
    if state.open is not None and state.open.kind == "paragraph" and previous is not None:
        before = text[previous.start : previous.end]
        after = content[marker.length : marker.length + 1]
        unfinished = not ends_a_sentence(before)
        forced = width is not None and breaks_for_want_of_room(text, previous, line, width)
        if unfinished and forced and (after.islower() or marker.number is not None):
            return None
        if (
            unfinished
            and marker.style in {"–", "—", "-"}
            and after.islower()
            and line.indent <= previous.indent
            and len(before) > 40
        ):
            return None
    return marker


def _nest(state: _Gathering, indent: int, marker: Marker) -> int:
    """The level of a new item, 0 outermost, by its indent; at one indent another bullet opens an inner list."""
    styles = state.styles
    while styles and styles[-1][0] > indent:
        styles.pop()
    here = [place for place, (column, style) in enumerate(styles) if column == indent and style == marker.style]
    if here:
        del styles[here[-1] + 1 :]
    else:
        styles.append((indent, marker.style))
    return len(styles) - 1


def _continues(text: str, previous: Line, line: Line, state: _Gathering, width: int | None) -> bool:
    """Whether a line goes on with the block of the line before it."""
    if state.open is not None and state.open.kind == "heading":
        return False
    before = text[previous.start : previous.end]
    ended = ends_a_sentence(before)
    if state.open is not None and state.open.kind == "list_item":
        if line.indent == state.column:
            return True
        if line.indent > state.styles[-1][0] and not (ended and text[line.start].isupper()):
            return True
    if width is not None and previous.right <= width and breaks_for_want_of_room(text, previous, line, width):
        return True
    if ended:
        return False
    runs_on = text[line.start].islower() or before.endswith(
        (",", " and", " or", " of", " the", " to", " in", " by", " for", " a")
    )
    return runs_on and len(before) >= 40


def _split_inline_bullets(text: str, draft: Draft) -> Iterator[Draft]:
    """A paragraph that carries a whole list on one line ("… includes: • A • B • C"), as its parts."""
    marks = [] if draft.kind != "paragraph" else list(_INLINE_BULLET.finditer(text, draft.start, draft.end))
    if len(marks) < 2:
        yield draft
        return
    yield Draft("paragraph", draft.start, _rstripped(text, draft.start, marks[0].start()))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = _rstripped(text, mark.end(), following.start()) if following else draft.end
        if mark.end() < end:
            yield Draft("list_item", mark.end(), end)


def _rstripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def mark_bare_items(text: str, drafts: list[Draft]) -> None:
    """Make list items of the lines behind "… includes:" that carry no bullets: all ending in ";", or short and unpunctuated."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        index += 1
        if draft.kind != "paragraph" or text[draft.end - 1] != ":":
            continue
        run = index
        while run < len(drafts) and drafts[run].kind == "paragraph" and _is_bare_item(text, drafts[run]):
            run += 1
        closes = run > index and text[drafts[run - 1].start : drafts[run - 1].end].endswith((";", "; and", "; or", ", and"))
        if closes and run < len(drafts) and drafts[run].kind == "paragraph":
            run += 1
        if run - index >= 2:
            for item in drafts[index:run]:
                item.kind = "list_item"
            index = run


def _is_bare_item(text: str, draft: Draft) -> bool:
    content = text[draft.start : draft.end]
    if content.endswith((";", "; and", "; or", ", and")):
        return True
    return len(content) <= _LONGEST_BARE_ITEM and not ends_a_sentence(content) and not is_capitals(content)


def judge_blocks(text: str, drafts: list[Draft], *, guess_headings: bool) -> list[Draft]:
    """The drafts with headings (unless the format marks its own), datelines and boilerplate told from paragraphs."""
    judged = list(_judge(text, drafts, guess_headings=guess_headings))
    if guess_headings:
        _unmark_columns(text, judged)
    _mark_self_descriptions(text, judged)
    return judged


def _judge(text: str, drafts: list[Draft], *, guess_headings: bool) -> Iterator[Draft]:
    seen_prose = False
    for index, draft in enumerate(drafts):
        content = (
            " ".join(text[draft.start : draft.end].split()) if draft.end - draft.start < 1000 else text[draft.start : draft.end]
        )
        if draft.kind == "list_item" and boilerplate.is_boilerplate(content):
            draft.kind = "boilerplate"
        if draft.kind != "paragraph" or draft.continues_list:
            yield draft
            continue
        top = index < _TOP_BLOCKS and not seen_prose
        if boilerplate.is_boilerplate(content) or (top and boilerplate.is_byline(content)):
            draft.kind = "boilerplate"
        elif top and (date_line(content) or is_lone_dateline(content, first=index == 0)):
            draft.kind = "dateline"
        elif guess_headings and index + 1 < len(drafts) and looks_like_heading(content, first=index == 0):
            draft.kind, draft.level = "heading", 1 if index == 0 else 2
        else:
            found = find_dateline(text[draft.start : draft.end], first=not seen_prose) if index < _TOP_BLOCKS else 0
            seen_prose = True
            if found:
                dash = draft.start + found
                yield Draft("dateline", draft.start, draft.start + len(text[draft.start : dash].rstrip()))
                draft.start = dash
        yield draft


def _unmark_columns(text: str, drafts: list[Draft]) -> None:
    """Make paragraphs again of what looked like many headings one below the other: a column of names, not of titles."""
    run: list[Draft] = []
    for draft in [*drafts[1:], None]:
        if draft is not None and draft.kind == "heading":
            run.append(draft)
            continue
        for heading in run[:-1] if len(run) >= _COLUMN else ():
            if not is_capitals(text[heading.start : heading.end]):
                heading.kind, heading.level = "paragraph", 0
        run = []


def _mark_self_descriptions(text: str, drafts: list[Draft]) -> None:
    """Set aside "About NAME" with the paragraph that says what NAME is, as organisations end their releases."""
    for draft, following in pairwise(drafts):
        if draft.kind == "heading" and following.kind == "paragraph":
            heading = text[draft.start : draft.end]
            if boilerplate.introduces_self_description(heading, text[following.start : following.start + 300]):
                draft.kind = following.kind = "boilerplate"
