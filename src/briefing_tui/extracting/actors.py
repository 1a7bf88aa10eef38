"""Who is named in a text: states, organisations, persons and collectives, and what "he" and "the ministry" refer to."""

from briefing_tui.extracting.passages import Reading


def find_actors(reading: Reading) -> None:
    """Fill every passage's `mentions`, and the reading's `publisher` and `publisher_person`."""
