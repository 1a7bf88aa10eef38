"""One Aho-Corasick pass: where the words of the lexicon stand in a text."""

from __future__ import annotations

from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from briefing_tui.extracting.folding import fold
from briefing_tui.extracting.lexicon import ANY_CASE, EXACT_CASE, Entry, Lexicon


class Hit(NamedTuple):
    """A surface form found at `text[start:end]`. A named tuple because it is made hundreds of times a page."""

    start: int
    end: int
    entry: Entry
    how: str


class Scanner:
    """The automaton over all surface forms. Building it takes milliseconds; scanning needs no further state."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.entries
        self._senses = lexicon.senses
        self._automaton = AhoCorasick(lexicon.patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)

    def scan(self, text: str) -> list[Hit]:
        """All hits that stand on word boundaries, by start, longer first. Hits may overlap: a name inside a longer name is kept."""
        low = fold(text)
        size = len(low)
        entries, senses = self._entries, self._senses
        hits = []
        new = tuple.__new__  # faster than calling the class
        for pattern, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
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


def _has_capitals(written: str, surface: str) -> bool:
    """Whether every capital of the lexicon's form is a capital in the text; all capitals, as in a heading, will do."""
    return all(there.isupper() or not here.isupper() for here, there in zip(surface, written, strict=True))
