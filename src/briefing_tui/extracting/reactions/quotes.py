"""The quoted words of a document: “…”, "…", «…», „…“ and ‘…’, and quotations that run over several paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Reading
from briefing_tui.model.patterns import compile_later

_PAIRS: Final = {"“": "”", "«": "»", "„": "“”"}
_MARK: Final = compile_later('[“”"«»„]')
_SINGLE: Final = compile_later(r"(?<![\w])[‘'](?=[\w\[…])((?:[^‘’'\n]|(?<=\w)[’'](?=\w)){1,400}?)[’'](?!\w)")
_OPENS_AFTER: Final = frozenset(" \n\t\u00a0([—–-/")
_TRAILING: Final = ",.;:!?… \n"


class Quote(NamedTuple):
    """Words between quotation marks. `start` and `end` take in the marks, `inner_start` and `inner_end` do not.

    `opens` is False for a piece that continues a quotation from the paragraph before, `closes` for one that goes on in the next.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closes: bool = True
    continued: bool = False

    def words(self, text: str) -> str:
        """The quoted words without marks and without the comma or full stop that belongs to the sentence around them."""
        return text[self.inner_start : self.inner_end].strip().rstrip(_TRAILING)


class Quotes:
    """A document's quotations in text order, found by offset."""

    def __init__(self, found: list[Quote]) -> None:
        self.all = found
        self._starts = [quote.start for quote in found]

    def within(self, start: int, end: int) -> list[Quote]:
        """The quotations that share characters with `start`–`end`."""
        low = max(0, bisect_right(self._starts, start) - 1)
        return [quote for quote in self.all[low : bisect_left(self._starts, end)] if quote.end > start]

    def at(self, offset: int) -> Quote | None:
        """The quotation whose words include this offset, if any."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.all[place].inner_start <= offset < self.all[place].inner_end:
            return self.all[place]
        return None

    def inside(self, start: int, end: int) -> bool:
        """Whether the whole of `start`–`end` is quoted."""
        quote = self.at(start)
        return quote is not None and end <= quote.end


def find_quotes(reading: Reading) -> Quotes:
    """The quotations of a document. A mark that opens and is never closed counts to the end of its paragraph when the next
    paragraph opens with one (the convention for quotations of several paragraphs) or when it stands at the paragraph's start.
    """
    text = reading.text
    found: list[Quote] = []
    blocks = [block for block in reading.document.blocks if block.kind != "boilerplate"]
    for number, block in enumerate(blocks):
        after = text[blocks[number + 1].start : blocks[number + 1].start + 2].lstrip() if number + 1 < len(blocks) else ""
        continued = bool(found) and not found[-1].closes and found[-1].end == blocks[number - 1].end
        inside = _double(text, block.start, block.end, goes_on=after[:1] in {"“", '"', "«"}, continued=continued)
        found.extend(_with_single(text, block.start, block.end, inside))
    return Quotes(found)


def _double(text: str, start: int, end: int, *, goes_on: bool, continued: bool) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    closer = ""
    for match in _MARK.finditer(text, start, end):
        mark, place = match[0], match.start()
        if opened is None:
            if mark in _PAIRS or (mark == '"' and _may_open(text, place, start, end)):
                opened, closer = place, _PAIRS.get(mark, '"')
        elif mark in closer:
            if mark == '"' and _may_open(text, place, start, end) and not _may_close(text, place, start):
                continue
            first = not found and continued and not text[start:opened].strip()
            found.append(Quote(opened, place + 1, opened + 1, place, continued=first))
            opened = None
        elif mark == '"' and closer == "”":
            found.append(Quote(opened, place + 1, opened + 1, place))
            opened = None
    if opened is not None and (goes_on or not text[start:opened].strip()):
        first = not found and continued and not text[start:opened].strip()
        found.append(Quote(opened, end, opened + 1, end, closes=False, continued=first))
    return found


def _with_single(text: str, start: int, end: int, doubles: list[Quote]) -> list[Quote]:
    """The quotations of a block together with those in single marks that stand outside double ones."""
    if "‘" not in text[start:end] and "'" not in text[start:end]:
        return doubles
    singles = [
        Quote(match.start(), match.end(), match.start(1), match.end(1))
        for match in _SINGLE.finditer(text, start, end)
        if not any(quote.start < match.end() and match.start() < quote.end for quote in doubles)
    ]
    return sorted([*doubles, *singles], key=lambda quote: quote.start) if singles else doubles


def _may_open(text: str, place: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return before in _OPENS_AFTER and not after.isspace()


def _may_close(text: str, place: int, start: int) -> bool:
    return place > start and not text[place - 1].isspace()
