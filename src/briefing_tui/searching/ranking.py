"""The most relevant hits first: how rare the words are, how often and how near each other a sentence says them."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Callable
from typing import Final

from briefing_tui.library.folding import words_of
from briefing_tui.library.row_numbers import is_record
from briefing_tui.searching.expressions import Expression
from briefing_tui.searching.hits import read_hits
from briefing_tui.searching.plans import Marks, Plan

CANDIDATES: Final = 400
"""Hits that are ranked, the newest ones; all of them when the words are rarer than that."""
_K1: Final = 1.2
_B: Final = 0.75
_USUAL_LENGTH: Final = 24
"""Words of a sentence."""
_RECORD_BONUS: Final = 1.15
"""What the rules have read a record from says more than a sentence in passing."""


def most_relevant(connection: sqlite3.Connection, plan: Plan, newest: Callable[[Expression, int], list[int]]) -> list[int]:
    """The row ids of the newest hits, the most relevant first; among equals the newest.

    Sentences are weighed by BM25 (Robertson and Zaragoza 2009) over the words looked for, counted by documents.
    """
    rows = newest(plan.expression, CANDIDATES)
    if not plan.terms:
        return rows
    weights = _weights(connection, plan.terms)
    scores: dict[int, float] = {}
    for hit in read_hits(connection, rows, Marks()):
        scores[hit.row] = _score(f" {' '.join(words_of(hit.text))} ", weights) * (_RECORD_BONUS if is_record(hit.row) else 1)
    return sorted(scores, key=lambda row: (-scores[row], -row))


def _score(sentence: str, weights: dict[str, float]) -> float:
    length = sentence.count(" ") / _USUAL_LENGTH
    score = 0.0
    for term, weight in weights.items():
        times = sentence.count(f" {term} ")
        if times:
            score += weight * times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * length))
    return score


def _weights(connection: sqlite3.Connection, terms: tuple[str, ...]) -> dict[str, float]:
    """How much each term says: the logarithm of how rare it is; a phrase is as rare as its rarest word."""
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    counts: Counter[str] = Counter()
    for word in {word for term in terms for word in term.split()}:
        row = connection.execute("SELECT count FROM terms WHERE term = ?", (word,)).fetchone()
        counts[word] = row[0] if row else 0
    weights = {}
    for term in terms:
        rarest = min(counts[word] for word in term.split())
        weights[term] = math.log(1 + (documents - rarest + 0.5) / (rarest + 0.5)) * (1 + 0.5 * term.count(" "))
    return weights
