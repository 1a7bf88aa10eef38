"""One row of text for each record: what the panes list and the plain summary prints. Pure; every string is safe for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from briefing_tui.model import Actor, AidItem, AidPackage, Assessment, Briefing, EscalationEvent, Reaction, Record, trigger
from briefing_tui.model.panes import Pane, is_part
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.wording import (
    DIRECTNESS_WORDS,
    REACTION_ACTION_WORDS,
    STANCE_WORDS,
    actor_brief_names,
    actor_codes,
    actor_names,
    code_words,
    event_action_words,
    item_words,
    package_words,
)

PANE_TITLES: Final[dict[Pane, str]] = {
    "aid": "Aid inventory",
    "reactions": "International reactions",
    "events": "Escalation events",
}
EMPTY_WORDS: Final[dict[Pane, str]] = {
    "aid": "No aid found in this text",
    "reactions": "No reactions found in this text",
    "events": "No escalation events found in this text",
}
COLUMNS: Final[dict[Pane, tuple[str, ...]]] = {
    "aid": ("what", "flow", "status", "modality"),
    "reactions": ("who", "stance", "how", "words", "modality"),
    "events": ("date", "action", "who", "place", "modality"),
}
"""What the cells of a row are, in their order."""
FORMS: Final[tuple[Callable[[Sequence[Actor]], str], ...]] = (actor_names, actor_brief_names, actor_codes)
"""How actors can be written, the fullest way first. A pane writes all of its rows in one of them."""
PROPOSED: Final = "p"
"""Marks the row of a record that an engine proposed."""
UNDATED: Final = "undated"
"""The date of an event whose text gives none."""
_LONGEST_FIRST_WORDS: Final = 160
"""Characters of a text that stand for a title it lacks."""


@dataclass(frozen=True, slots=True)
class RowText:
    """The cells of one record in the order of `COLUMNS`, in each of the `FORMS`."""

    forms: tuple[tuple[str, ...], ...]
    indent: int = 0
    """1 for an item beneath its package, or a part beneath its whole."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells with actors by their full names."""
        return self.forms[0]


def row_text(record: Record, *, is_beneath: bool | None = None) -> RowText:
    """The cells of a record's row. `is_beneath` says whether what it is part of stands above it; None: whatever it is part of does."""
    beneath = is_part(record) if is_beneath is None else is_beneath
    return RowText(tuple(_cells(record, write, is_beneath=beneath) for write in FORMS), int(beneath))


def is_proposed(record: Record) -> bool:
    """Whether an engine proposed the record, rather than our rules reading it."""
    return trigger(record).rule.startswith("proposed-by-")


def one_line(record: Record) -> str:
    """The record in one line of words, for lists outside the explorer."""
    return "  ".join(filter(None, row_text(record).cells))


def briefing_heading(briefing: Briefing) -> str:
    """Title, publisher and date of a briefing on one line."""
    return heading_of(briefing_title(briefing), briefing.publisher, briefing.published)


def heading_of(title: str, publisher: str | None, published: str | None) -> str:
    """A safe title with publisher and date, as far as they are known, on one line."""
    return " · ".join(filter(None, (title, safe_line(publisher or ""), safe_line(published or ""))))


def briefing_title(briefing: Briefing) -> str:
    """The title of a briefing; its first words where it has none."""
    return safe_line(briefing.title or "") or first_words(briefing.text)


def first_words(text: str) -> str:
    """The beginning of a text, in place of a title."""
    words = safe_line(text[: 2 * _LONGEST_FIRST_WORDS])
    return (words if len(words) <= _LONGEST_FIRST_WORDS else words[: _LONGEST_FIRST_WORDS - 1].rstrip() + "…") or "Untitled"


def briefing_source(briefing: Briefing) -> str:
    """Publisher and date of a briefing, as far as they are known."""
    return " · ".join(filter(None, (safe_line(briefing.publisher or ""), safe_line(briefing.published or ""))))


def _cells(record: Record, write: Callable[[Sequence[Actor]], str], *, is_beneath: bool) -> tuple[str, ...]:
    match record:
        case AidPackage():
            what = package_words(record, trigger(record).exact)
            return (what, _flow(record, write), code_words(record.status), record.modality)
        case AidItem():
            flow = "" if is_beneath else _flow(record, write)
            return (item_words(record), flow, code_words(record.status), record.modality)
        case Reaction():
            speaker = safe_line(record.person or "") or safe_line(record.role or "")
            who = " · ".join(filter(None, (write(record.actors), speaker))) or "someone"
            stance = REACTION_ACTION_WORDS[record.action] if record.action else STANCE_WORDS[record.stance]
            words = f"“{safe_line(record.quote)}”" if record.quote else safe_line(trigger(record).exact)
            return (who, stance, DIRECTNESS_WORDS[record.directness], words, record.modality)
        case EscalationEvent():
            action = event_action_words(record.action)
            if record.count is not None and record.count > 1:
                action = f"{action} × {record.count}"
            sides = " → ".join(filter(None, (write(record.actors), write(record.targets))))
            if record.targets and not record.actors:
                sides = f"→ {sides}"
            return (safe_line(record.date or "") or UNDATED, action, sides, safe_line(record.place or ""), record.modality)
        case Assessment():
            who = write([record.assessor]) if record.assessor else "someone"
            return (who, "assesses", DIRECTNESS_WORDS["indirect"], safe_line(record.content), record.modality)


def _flow(record: AidPackage | AidItem, write: Callable[[Sequence[Actor]], str]) -> str:
    if not record.donors and not record.recipients:
        return ""
    return f"{write(record.donors) or '?'} → {write(record.recipients) or '?'}"
