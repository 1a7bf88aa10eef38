"""What the tests of extracting share: documents with their money, dates and quantities found."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting.lexicon import load_lexicon
from briefing_tui.extracting.passages import Reading, open_reading
from briefing_tui.extracting.scan import Scanner
from briefing_tui.extracting.values.dates import find_dates_in_order
from briefing_tui.extracting.values.money import find_money
from briefing_tui.extracting.values.quantities import find_quantities
from briefing_tui.reading import Metadata, read_bytes

WEDNESDAY = "2024-11-20"


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """A text as one document, published on a Wednesday unless told otherwise, with all three kinds of values found."""
    scanner = Scanner(load_lexicon())

    def read(text: str, *, published: str | None = WEDNESDAY, publisher: str | None = None) -> Reading:
        document = read_bytes(
            text.encode("utf-8", "surrogatepass"),
            name="test",
            form="text",
            metadata=Metadata(published=published, publisher=publisher),
        )
        reading = open_reading(document, scanner)
        for passage in reading.passages:
            find_money(passage, document)
        find_dates_in_order(reading)
        for passage in reading.passages:
            find_quantities(passage)
        return reading

    return read
