"""What is found when the parts of a library disagree, and that nothing is found in a sound one that others write to."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.correcting import library_of

from briefing_tui.library import Library
from briefing_tui.library.checking import check_documents, structure_faults
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import begin_batch
from briefing_tui.model import Briefing


@pytest.fixture
def library(tmp_path: Path, briefing: Briefing) -> Library:
    return library_of(tmp_path / "library.sqlite", briefing)


def test_a_sound_library_has_no_faults(library: Library) -> None:
    assert structure_faults(library) == []
    assert [(one.records, one.faults) for one in check_documents(library)] == [(5, ())]


def test_counts_of_records_that_are_off_are_told(library: Library) -> None:
    library.connection.execute("UPDATE day_counts SET count = 7 WHERE kind = 'reaction'")
    assert structure_faults(library) == ["the counts of reactions are off"]


def test_records_that_the_index_lacks_are_told(library: Library) -> None:
    library.connection.execute("DELETE FROM units WHERE row = (SELECT max(row) FROM units)")
    assert structure_faults(library) == ["1 records that the index lacks"]


def test_a_library_that_is_written_to_meanwhile_has_no_faults(library: Library, briefing: Briefing) -> None:
    texts = [replace(briefing, records=()), replace(briefing, records=briefing.records[3:]), briefing]
    written = []

    def write_meanwhile(statement: str) -> None:
        if statement.lstrip().startswith("SELECT"):
            texts.append(texts.pop(0))
            with begin_batch(library, now="2026-01-02T00:00:00Z", rules="second") as batch:
                batch.replace(1, prepare(texts[0]))
            written.append(statement)

    with library.open_again() as reader:
        reader.connection.set_trace_callback(write_meanwhile)
        assert structure_faults(reader) == []
        assert [one.faults for one in check_documents(reader)] == [()]
    assert len(written) > 10
