"""Which letter a word, mark or lexicon hit is in a row of atoms (see `atoms`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.extracting.actors.word_lists import (
    ACRONYM_WORDS,
    ADJECTIVES,
    ARTICLES,
    CHARGES,
    NAME_HEADS,
    NAMESAKES,
    NEVER_NAMES,
    NUMBERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    US_STATE_CONTEXT,
)
from briefing_tui.extracting.passages import Token
from briefing_tui.extracting.scan import Hit

if TYPE_CHECKING:
    from briefing_tui.extracting.actors.atoms import Atom

_STATE_LETTERS: Final = {"name": "S", "demonym": "D", "people": "P", "capital": "C", "metonym": "M"}
_MARKS: Final = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "“": '"',
    "”": '"',
    '"': '"',
    "«": '"',
    "»": '"',
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "—": "-",
    "–": "-",
    "-": "-",
    "&": "a",
    "/": "/",
}
_LINKS: Final = frozenset({"to", "for", "at", "from"})
_SUFFIXES: Final = frozenset({"ii", "iii", "iv", "jr", "sr"})


def hit_letter(found: tuple[Hit, ...], low: str, text: str) -> str:
    """The letter of words that one or several lexicon hits cover, the first hit the one that counts most."""
    hit = found[0]
    match hit.entry.category:
        case "state":
            return _state_letter(hit, text)
        case "person":
            return "L" if hit.how == "surname" else "N"
        case "org":
            return "O"
        case "body":
            if hit.entry.get("actor"):
                return "W"
            others = {other.entry.category for other in found[1:]}
            if "office" in others and not _is_plural(low):
                return "F"
            return "G" if "collective" in others else "B"
        case "office":
            if hit.how == "style":
                return "H"
            return "G" if low.endswith("s") and not low.endswith(_SINGULAR_ENDS) else "F"
        case "collective":
            return "G" if low.endswith(("s", "n")) or len(found) == 1 or found[1].entry.category != "office" else "F"
        case "media":
            return "A"
        case "place":
            return "Z"
        case "anaphor":
            return "E"
    return "w"


_SINGULAR_ENDS: Final = (
    *("ss", "'s", "affairs", "affaires", "staff", "operations", "forces", "nations", "rights", "refugees", "relations"),
    *("armies", "armed services", "commons", "lords", "communications"),
)
"""Last words of offices that are one person's though they end in "s": "ambassador to the United Nations"."""


def _is_plural(low: str) -> bool:
    return low.endswith(("s", "men", "women", "people")) and not low.endswith((*_SINGULAR_ENDS, "councils"))


def _state_letter(hit: Hit, text: str) -> str:
    letter = _STATE_LETTERS[hit.how]
    if letter in "SC" and hit.entry.key in US_STATE_CONTEXT:
        before, after = text[max(0, hit.start - 12) : hit.start], text[hit.end : hit.end + 14]
        for mark in US_STATE_CONTEXT[hit.entry.key]:
            if before.endswith(mark):
                return "X"
            if after.startswith(mark):
                return "l"
    return letter


CLOSED: Final = {
    **dict.fromkeys(PREPOSITIONS, "f"),
    **dict.fromkeys(_LINKS, "t"),
    **dict.fromkeys(("and", "or"), "a"),
    "of": "o",
    **PRONOUNS,
    **dict.fromkeys(ARTICLES, "d"),
    **_MARKS,
}
"""Words and marks that are one letter wherever they stand, the later line winning."""
SMALL: Final[dict[str, str | None]] = {
    **dict.fromkeys(ADJECTIVES, "q"),
    **dict.fromkeys(PARTICLES, "x"),
    **dict.fromkeys(NUMBERS, None),
}
"""What a word is when it has no capital; none for numbers, which are looked at closer."""
WORDS: Final = {word: letter or "" for word, letter in {**SMALL, **CLOSED}.items() if "-" not in word}
"""The letters of all small words and marks without a hyphen; empty for what must be looked at closer."""


def plain_letter(token: Token, tokens: list[Token], index: int, atoms: list[Atom], text: str, *, shouting: bool) -> str:
    """The letter of a token that no lexicon hit covers and that is of no closed class."""
    low = token.low
    if token.capital:
        if low in NUMBERS:
            return "n"
        if atoms and atoms[-1].letter in "FHXot" and not shouting:
            if low in NAMESAKES and _is_surname(atoms):
                return "X"
            if low in CHARGES and len(atoms) > 1 and atoms[-1].letter in "ot" and atoms[-2].letter == "F":
                return "q"
        return _capital_letter(token, tokens, index, text, shouting=shouting)
    if low in NUMBERS or low[0].isdigit():
        return "n"
    if low[0].isalpha():
        return "X" if "-" in low and low.startswith(_NAME_ARTICLES) and len(low) > len("ash-") else "l"
    if low in ("'", "‘", "’"):
        return "s" if atoms and atoms[-1].end == token.start and low != "‘" and atoms[-1].low.endswith("s") else "'"
    return "l"


def _is_surname(atoms: list[Atom]) -> bool:
    """Whether a common word stands where a family name does: "Senator Hill", "Defence Minister Robert Hill"."""
    index = len(atoms) - 1
    while index > 0 and atoms[index].letter in "XI":
        index -= 1
    if atoms[index].letter == "," and index:
        index -= 1
    return atoms[index].letter in "FH"


_NAME_ARTICLES: Final = ("al-", "el-", "bin-", "ibn-", "as-", "an-", "ar-", "ash-", "ad-")
"""Articles that are written before a name in lower case: "al-Masri"."""


def _capital_letter(token: Token, tokens: list[Token], index: int, text: str, *, shouting: bool) -> str:
    low = token.low
    bare = low.removesuffix("'s")
    if bare in NAME_HEADS:
        return "Y"
    if low in ADJECTIVES:
        return "q"
    if low in PARTICLES and index + 1 < len(tokens) and tokens[index + 1].capital and index:
        return "X"
    if shouting or low in NEVER_NAMES:
        return "l"
    size = token.end - token.start
    if size == 1:
        return "I" if index + 1 < len(tokens) and tokens[index + 1].low == "." and tokens[index + 1].start == token.end else "X"
    if bare in ACRONYM_WORDS:
        return "l"
    word = text[token.start : token.start + len(bare)]
    if word.isupper() and len(word) > 1 and bare not in _SUFFIXES:
        return "R"
    return "X"
