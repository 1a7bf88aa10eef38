"""One Aho-Corasick pass: where the words of the lexicon stand in a text."""

from __future__ import annotations

from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from briefing_tui.extracting.lexicon import Entry, Form

_FOLDED: Final = (
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("‐", "-"),
    ("‑", "-"),
    ("–", "-"),
    ("\n", " "),
    ("\t", " "),
    ("\u00a0", " "),
    ("\u202f", " "),
)
_EXACT_CAPITALS: Final = 5
"""Acronyms up to this many letters match only as written, so that "us", "who" and "aim" stay words."""


class Hit(NamedTuple):
    """A surface form found at `text[start:end]`. A named tuple because it is made hundreds of times a page."""

    start: int
    end: int
    entry: Entry
    how: str


def fold(text: str) -> str:
    r"""`text` in lower case with apostrophes, hyphens and white space made alike, code point for code point.

    >>> fold("Kyiv’s\\nIRIS‑T")
    "kyiv's iris-t"
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c := letter.lower()) == 1 else letter for letter in text)
    for odd, plain in _FOLDED:
        if odd in low:
            low = low.replace(odd, plain)
    return low


class Scanner:
    """The automaton over all surface forms. Building it takes milliseconds; scanning needs no further state."""

    def __init__(self, forms: list[Form]) -> None:
        index: dict[str, list[Form]] = {}
        for form in forms:
            index.setdefault(fold(form.surface), []).append(form)
        self._forms = [
            tuple((form.entry, form.how, _case_of(form.surface), form.surface) for form in alike) for alike in index.values()
        ]
        self._automaton = AhoCorasick(list(index), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)

    def scan(self, text: str) -> list[Hit]:
        """All hits that stand on word boundaries, by start, longer first. Hits may overlap: a name inside a longer name is kept."""
        low = fold(text)
        size = len(low)
        hits = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if (start and low[start - 1].isalnum()) or (end < size and low[end].isalnum()):
                continue
            written = text[start:end]
            for entry, how, case, surface in self._forms[pattern]:
                if (
                    case == "any"
                    or (case == "exact" and written == surface)
                    or (case == "capital" and _has_capitals(written, surface))
                ):
                    hits.append(Hit(start, end, entry, how))
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits


def _case_of(surface: str) -> str:
    if surface.islower() or not any(letter.isupper() for letter in surface):
        return "any"
    letters = [letter for letter in surface if letter.isalpha()]
    if len(letters) <= _EXACT_CAPITALS and all(letter.isupper() for letter in letters):
        return "exact"
    return "capital"


def _has_capitals(written: str, surface: str) -> bool:
    """Whether every capital of the lexicon's form is a capital in the text; all capitals, as in a heading, will do."""
    return all(there.isupper() or not here.isupper() for here, there in zip(surface, written, strict=True))
