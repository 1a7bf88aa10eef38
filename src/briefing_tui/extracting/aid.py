"""Aid packages and the things in them."""

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import AidItem, AidPackage


def read_aid(reading: Reading) -> tuple[list[AidPackage], list[AidItem]]:
    """The packages of a reading and the items, each item pointing to its package."""
    del reading
    return [], []
