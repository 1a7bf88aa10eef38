"""Neighbouring words as one word each, so that a phrase is looked up instead of being searched for among all that have its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefing_tui.library.folding import words_of

JOINT: Final = "\ue000"
"""Stands between the two words: a character for private use, which SQLite's tokenizer takes for a letter and texts do not use."""


def pairs_of(words: Sequence[str]) -> list[str]:
    """Each word with the one behind it; none of a single word.

    >>> [pair.replace(JOINT, "+") for pair in pairs_of(["armed", "forces", "said"])]
    ['armed+forces', 'forces+said']
    """
    return [f"{word}{JOINT}{following}" for word, following in pairwise(words)]


def pair_text(*texts: str) -> str:
    """What the index holds of texts in its column of pairs. No pair reaches from one text into the next."""
    return " ".join(pair for text in texts for pair in pairs_of(words_of(text)))
