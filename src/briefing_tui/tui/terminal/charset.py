"""Characters for terminals that do not know all of Unicode."""

from __future__ import annotations

from rich.cells import get_character_cell_size


def approximate(character: str, charset: str) -> str:
    """`character`, or what comes near to it in `charset`, in the same number of cells."""
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return "?" * get_character_cell_size(character)
    return character
