"""The search as it is typed: one line of text with a caret."""

from __future__ import annotations

from typing import Final
from unicodedata import category

from briefing_tui.model.safe_text import MOST_MARKS, safe_line
from briefing_tui.tui.cells import fitting, width_cells

LONGEST_QUERY: Final = 1_000
"""Characters; what is typed or pasted beyond them is left out."""
_MOST_CHARACTERS_IN_A_CELL: Final = 1 + MOST_MARKS


class SearchBox:
    """Edits one line with the keys of a shell. Whatever is typed or pasted becomes safe text at once."""

    def __init__(self) -> None:
        self.text = ""
        self.caret = 0
        """Offset of the character under the caret."""

    def insert(self, words: str) -> None:
        """Put words in at the caret."""
        words = words[: 10 * LONGEST_QUERY].replace("\r", "\n")  # as terminals send the line ends of what is pasted
        letter = self._letter_before_caret()  # what marks that are typed after it may stand on
        is_spaced = words[:1].isspace()
        if letter and not is_spaced:
            words = safe_line(letter + words)[len(letter) :]
        else:
            words = (" " if is_spaced and words.strip() else "") + safe_line(words) or (" " if is_spaced else "")
        words = words[: max(0, LONGEST_QUERY - len(self.text))]
        self.text = self.text[: self.caret] + words + self.text[self.caret :]
        self.caret += len(words)

    def press(self, key: str, character: str | None) -> bool:
        """Handle a key; False when it is not one for editing."""
        match key:
            case "left" | "ctrl+b":
                self.caret = max(0, self.caret - 1)
            case "right" | "ctrl+f":
                self.caret = min(len(self.text), self.caret + 1)
            case "home" | "ctrl+a":
                self.caret = 0
            case "end" | "ctrl+e":
                self.caret = len(self.text)
            case "backspace" | "ctrl+h":
                self._cut(self.caret - 1, self.caret)
            case "delete" | "ctrl+d":
                self._cut(self.caret, self.caret + 1)
            case "ctrl+u":
                self._cut(0, self.caret)
            case "ctrl+k":
                self._cut(self.caret, len(self.text))
            case "ctrl+w":
                kept = self.text[: self.caret].rstrip()
                self._cut(kept.rfind(" ") + 1, self.caret)
            case _:
                if character is None or not character.isprintable():
                    return False
                self.insert(character)
        return True

    def visible(self, room: int) -> tuple[str, str, str]:
        """What is shown in `room` cells: the text before, at and after the caret."""
        before, under, after = self.text[: self.caret], self.text[self.caret : self.caret + 1], self.text[self.caret + 1 :]
        before = before[-room * _MOST_CHARACTERS_IN_A_CELL :]
        while before and width_cells(before) > room - 3:
            before = before[1:]
        left = max(0, room - width_cells(before) - width_cells(under or " "))
        return before, under, after[: fitting(after, 0, len(after), left)]

    def _letter_before_caret(self) -> str:
        start = self.caret - 1
        while start > 0 and category(self.text[start]).startswith("M"):
            start -= 1
        return self.text[max(0, start) : self.caret].strip()

    def _cut(self, start: int, end: int) -> None:
        start = max(0, start)
        self.text = self.text[:start] + self.text[end:]
        self.caret = start
