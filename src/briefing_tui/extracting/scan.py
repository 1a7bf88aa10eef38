"""One Aho-Corasick pass: where the words of the lexicon stand in a text."""

from __future__ import annotations

from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from briefing_tui.extracting.folding import fold
from briefing_tui.extracting.lexicon import ANY_CASE, EXACT_CASE, Entry, Lexicon


class Hit(NamedTuple):
    """A surface form found at `text[start:end]`. A named tuple because it is made hundreds of times a page."""

    start: int
    end: int
    entry: Entry
    how: str


_SHORT: Final = 20_000
"""Code points that are scanned, over all texts, before the automaton over the whole lexicon pays."""
_HEAD: Final = 4


class Scanner:
    """Looks for all surface forms of a lexicon.

    The automaton over all of them takes forty milliseconds to build, longer than a briefing takes to read. So the first few
    pages are scanned with one over the forms that may stand in them alone; what is found is the same.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.entries
        self._patterns = lexicon.patterns
        self._senses = lexicon.senses
        self._scanned = 0
        self._automaton: AhoCorasick | None = None

    def scan(self, text: str) -> list[Hit]:
        """All hits that stand on word boundaries, by start, longer first. Hits may overlap: a name inside a longer name is kept."""
        low = fold(text)
        size = len(low)
        entries, senses = self._entries, self._senses
        hits = []
        new = tuple.__new__  # faster than calling the class
        for pattern, start, end in self._matches(low):
            if (start and low[start - 1].isalnum()) or (end < size and low[end].isalnum()):
                continue
            for entry, how, case, surface in senses[pattern]:
                if case != ANY_CASE:
                    written = text[start:end]
                    if written != surface and (case == EXACT_CASE or not _has_capitals(written, surface)):
                        continue
                hits.append(new(Hit, (start, end, entries[entry], how)))
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits

    def _matches(self, low: str) -> list[tuple[int, int, int]]:
        """Where each form stands in a folded text: (its index, start, end)."""
        self._scanned += len(low) + _SHORT // 8
        if self._automaton is None and self._scanned <= _SHORT:
            heads = {low[place : place + _HEAD] for place in range(len(low)) if not place or not low[place - 1].isalnum()}
            kept = [index for index, form in enumerate(self._patterns) if form[:_HEAD] in heads or len(form) < _HEAD]
            found = _build([self._patterns[index] for index in kept]).find_matches_as_indexes(low, overlapping=True)
            return [(kept[place], start, end) for place, start, end in found]
        if self._automaton is None:
            self._automaton = _build(self._patterns)
        return self._automaton.find_matches_as_indexes(low, overlapping=True)


def _build(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _has_capitals(written: str, surface: str) -> bool:
    """Whether every capital of the lexicon's form is a capital in the text; all capitals, as in a heading, will do."""
    return all(there.isupper() or not here.isupper() for here, there in zip(surface, written, strict=True))
