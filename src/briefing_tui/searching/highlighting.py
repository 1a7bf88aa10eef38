"""Where a sentence says what was looked for, as places in its source."""

from __future__ import annotations

from briefing_tui.library.folding import Token, tokens_of
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
    tokens = list(tokens_of(text))
    marked = [
        index
        for index, token in enumerate(tokens)
        if token.word in marks.words or (marks.prefixes and token.word.startswith(marks.prefixes))
    ]
    runs = [(index, index) for index in marked]
    if marks.phrases:
        runs.extend(_phrases(tokens, marks))
    spans: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        begin, end = start + tokens[first].start, start + tokens[last].end
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
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
