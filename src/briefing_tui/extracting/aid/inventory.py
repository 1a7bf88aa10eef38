"""Aid: packages with their amounts, and the things given."""

from __future__ import annotations

from briefing_tui.extracting.aid.items import find_items
from briefing_tui.extracting.aid.opening import open_context
from briefing_tui.extracting.aid.packages import find_packages, to_records
from briefing_tui.extracting.passages import Reading
from briefing_tui.model import AidItem, AidPackage


def read_aid(reading: Reading) -> tuple[list[AidPackage], list[AidItem]]:
    """The packages and items of a document; items name their package by id."""
    if not any(passage.has("aid_noun", "aid_verb", "weapon", "item_noun", "handover") for passage in reading.passages):
        return [], []
    context = open_context(reading)
    packages = find_packages(context)
    items = find_items(context, packages)
    return to_records(context, packages), items
