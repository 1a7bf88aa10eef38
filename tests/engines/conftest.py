"""Briefings as our own rules read them."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import Briefing
from briefing_tui.reading import Metadata, read_bytes


@pytest.fixture(scope="session")
def briefing_of() -> Callable[[str], Briefing]:
    def extract(text: str) -> Briefing:
        document = read_bytes(text.encode(), name="test", form="text", metadata=Metadata(published="2024-11-20"))
        return default_extractor().extract(document)

    return extract
