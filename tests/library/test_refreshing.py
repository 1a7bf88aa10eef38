"""Extracting again while people go on saying what they know."""

from pathlib import Path

import pytest
from tests.library.correcting import library_of

from briefing_tui.library import open_library, refreshing
from briefing_tui.library.adding import Lexica
from briefing_tui.library.corrections import set_published
from briefing_tui.library.documents import document_facts
from briefing_tui.library.refreshing import outdated, refresh
from briefing_tui.model import Briefing


def test_a_day_of_publication_that_is_set_meanwhile_is_not_lost(
    tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexica = Lexica(None, tmp_path / "cache")
    extract = refreshing._extract

    def set_meanwhile(lexica: Lexica, task: object) -> object:
        with open_library(library.path, write=True) as other:
            set_published(other, 1, "2024-12-24", by="ada", at="2024-12-25T09:00:00Z", lexica=lexica)
        return extract(lexica, task)

    monkeypatch.setattr(refreshing, "_extract", set_meanwhile)
    with library_of(tmp_path / "library.sqlite", briefing) as library:
        failed = refresh(
            library,
            outdated(library, "today's"),
            lexica=lexica,
            rules="today's",
            now="2024-12-25T10:00:00Z",
            jobs=1,
            complain=pytest.fail,
            progress=lambda _: None,
        )
        assert failed == 0
        assert document_facts(library, [1])[1].published == "2024-12-24"
