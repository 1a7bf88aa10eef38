"""What is shown in the place of records and documents that cannot be had."""

from __future__ import annotations

from typing import Final

from briefing_tui.library.documents import DocumentFacts
from briefing_tui.model import AidItem, Briefing, EscalationEvent, Evidence, Reaction, Record
from briefing_tui.model.panes import Pane

GONE: Final = "no longer in the library"


def gone(pane: Pane) -> Record:
    """Stands for a record that was taken out of the library after it had been listed."""
    evidence = (Evidence(role="trigger", start=0, end=0, exact="", rule=""),)
    match pane:
        case "aid":
            return AidItem(id="", description=GONE, evidence=evidence)
        case "reactions":
            return Reaction(id="", quote=GONE, evidence=evidence)
        case "events":
            return EscalationEvent(id="", place=GONE, evidence=evidence)


def unreadable(words: str) -> Briefing:
    """Stands for a document that cannot be read."""
    return Briefing(id="", content_id="", sha256="", source_sha256="", text=words, title="A briefing that cannot be read")


def unknown_document(number: int) -> DocumentFacts:
    """Stands for what is known of a document that is not there any more."""
    return DocumentFacts(
        number=number,
        id="",
        content_id="",
        title=GONE,
        publisher=None,
        published=None,
        url=None,
        characters=0,
        day=0,
        counts={"aid": 0, "reactions": 0, "events": 0},
        rules="",
        added="",
        superseded_by=None,
    )
