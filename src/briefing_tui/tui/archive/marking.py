"""The words of a query in the cells of the rows it found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_tui.searching.plans import Plan
from briefing_tui.tui.folding import fold


def words_in_rows(plan: Plan) -> re.Pattern[str] | None:
    """Finds what a plan looks for in folded cells; None when it looks for no words."""
    marks = plan.marks
    words = {_in_a_row([word]) for word in marks.words} | {_in_a_row(phrase) for phrase in marks.phrases}
    beginnings = {_in_a_row(prefix) + r"\w*" for prefix in marks.prefixes if any(prefix)}
    wanted = sorted({*words, *beginnings} - {""}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)") if wanted else None


def _in_a_row(words: Sequence[str]) -> str:
    return r"[\W_]+".join(re.escape(fold(word)) for word in words)
