"""What is alike when words are looked up: letters in either case, kinds of apostrophes, hyphens and white space."""

from __future__ import annotations

from typing import Final

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


def fold(text: str) -> str:
    r"""`text` in lower case with apostrophes, hyphens and white space made alike, code point for code point.

    >>> fold("Kyiv’s\nIRIS‑T")
    "kyiv's iris-t"
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c := letter.lower()) == 1 else letter for letter in text)
    for odd, plain in _FOLDED:
        if odd in low:
            low = low.replace(odd, plain)
    return low
