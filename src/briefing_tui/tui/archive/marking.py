"""The words of a query in the cells of the rows it found."""

from __future__ import annotations

import re

from briefing_tui.searching.plans import Plan
from briefing_tui.tui.folding import fold


def words_in_rows(plan: Plan) -> re.Pattern[str] | None:
    """Finds what a plan looks for in folded cells; None when it looks for no words."""
    gap = r"[\W_]+"
    phrases = [gap.join(map(_escaped, phrase)) for phrase in plan.marks.phrases if phrase]
    words = [_escaped(word) for word in plan.marks.words]
    beginnings = [_escaped(prefix) + r"\w*" for prefix in plan.marks.prefixes if prefix]
    wanted = sorted({*phrases, *words, *beginnings} - {""}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)") if wanted else None


def _escaped(word: str) -> str:
    return re.escape(fold(word))
