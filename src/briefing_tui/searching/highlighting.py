"""Where a sentence says what was looked for, as places in its source."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_tui.library.folding import MARK, Token, shape_of, tokens_of
from briefing_tui.searching.plans import Marks


def highlights(text: str, start: int, marks: Marks) -> list[tuple[int, int]]:
    """The spans to mark in a sentence, ascending and apart from one another.

    Args:
        text: the sentence.
        start: where it begins in its source; the spans are places in that source.
        marks: what to look for.
    """
    if not (marks.words or marks.phrases or marks.prefixes):
        return []
    shape = shape_of(text)
    found: list[tuple[int, int]] = []
    if MARK in shape or _has_phrase(shape, marks):
        tokens = list(tokens_of(text))
        found.extend((token.start, token.end) for token in tokens if _is_marked(token.word, marks))
        found.extend((tokens[first].start, tokens[last].end) for first, last in _phrases(tokens, marks))
    else:
        for word in marks.words:
            found.extend(_places(shape, f" {word} "))
        for prefix in marks.prefixes:
            found.extend(_places(shape, f" {prefix}"))
    return _apart(sorted(found), start)


def _is_marked(word: str, marks: Marks) -> bool:
    return word in marks.words or (bool(marks.prefixes) and word.startswith(marks.prefixes))


def _has_phrase(shape: str, marks: Marks) -> bool:
    """Whether all words of a phrase are there; then it is worth while to look at them one by one."""
    return any(all(f" {word} " in shape for word in phrase) for phrase in marks.phrases)


def _places(shape: str, sought: str) -> Iterator[tuple[int, int]]:
    """The words that begin with `sought`, a blank before it; its last blank is not part of the word."""
    at = shape.find(sought)
    while at >= 0:
        end = shape.find(" ", at + 1)
        yield at, end - 1
        at = shape.find(sought, end)


def _apart(found: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """Spans that touch one another made one, as places in the source."""
    spans: list[tuple[int, int]] = []
    for begin, end in found:
        if spans and start + begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(start + end, spans[-1][1]))
        else:
            spans.append((start + begin, start + end))
    return spans


def _phrases(tokens: list[Token], marks: Marks) -> list[tuple[int, int]]:
    words = tuple(token.word for token in tokens)
    firsts = {phrase[0] for phrase in marks.phrases}
    lengths = sorted({len(phrase) for phrase in marks.phrases}, reverse=True)
    return [
        (at, at + length - 1)
        for at, word in enumerate(words)
        if word in firsts
        for length in lengths
        if words[at : at + length] in marks.phrases
    ]
