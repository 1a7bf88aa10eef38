"""How near two spellings are, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` is probably a slip of; None when none is near enough.

    Words under four letters are like too many others, those under six may differ by one slip, longer ones by two.

    >>> nearest("opose", ["support", "oppose"])
    'oppose'
    """
    best: str | None = None
    least = 99
    for other in known:
        shorter = min(len(word), len(other))
        allowed = 0 if shorter < 4 else 1 if shorter < 6 else 2
        if abs(len(word) - len(other)) <= allowed:
            slips = count_slips(word, other)
            if slips <= allowed and slips < least:
                best, least = other, slips
    return best


def count_slips(first: str, second: str) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment distance).

    >>> count_slips("recieve", "receive")
    1
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for index, letter in enumerate(first, 1):
        earlier, before, row = before, row, [index]
        for place, other in enumerate(second, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != other))
            if index > 1 and place > 1 and letter == second[place - 2] and first[index - 2] == other:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
    return row[-1]
