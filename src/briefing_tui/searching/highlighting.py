"""Where a sentence says what was looked for, as places in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_tui.library.folding import MARK, shape_of
from briefing_tui.searching.plans import Marks


class Highlighter:
    """Finds the marks of one query in sentence after sentence.

    It looks at the shape of a sentence, in which whatever is no letter is a blank: so a word is found by its letters between blanks.
    """

    def __init__(self, marks: Marks) -> None:
        self._words = tuple(f" {word} " for word in sorted(marks.words))
        self._beginnings = tuple(f" {words[0]}" for words in marks.prefixes if len(words) == 1)
        runs = [" +".join(phrase) + "(?= )" for phrase in marks.phrases]
        runs.extend(" +".join(words) + "[^ ]*" for words in marks.prefixes if len(words) > 1)
        self._runs = re.compile(f"(?<= )(?:{'|'.join(sorted(runs))})") if runs else None

    def spans(self, text: str, start: int) -> list[tuple[int, int]]:
        """The spans to mark in the sentence `text` that begins at `start` of its source, ascending and apart from one another."""
        shape = shape_of(text)
        if MARK in shape:
            kept = [at for at, letter in enumerate(shape) if letter != MARK]
            found = [(kept[first], kept[last - 1] + 1) for first, last in self._found(shape.replace(MARK, ""))]
        else:
            found = list(self._found(shape))
        spans: list[tuple[int, int]] = []
        shift = start - 1
        for first, last in sorted(found):
            if spans and first + shift <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(last + shift, spans[-1][1]))
            else:
                spans.append((first + shift, last + shift))
        return spans

    def _found(self, shape: str) -> Iterator[tuple[int, int]]:
        """Places in a shape, which begins with a blank that its text has not."""
        for sought in (*self._words, *self._beginnings):
            at = shape.find(sought)
            while at >= 0:
                end = shape.find(" ", at + 1)
                yield at + 1, end
                at = shape.find(sought, end)
        if self._runs is not None:
            for match in self._runs.finditer(shape):
                yield match.span()


def highlights(text: str, start: int, marks: Marks) -> list[tuple[int, int]]:
    """The spans to mark in one sentence; see `Highlighter.spans`.

    >>> highlights("Kyiv: 155-mm shells", 100, Marks(words=frozenset({"kyiv"}), phrases=frozenset({("155", "mm")})))
    [(100, 104), (106, 112)]
    """
    return Highlighter(marks).spans(text, start)
