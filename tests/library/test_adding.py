"""Adding many sources: interrupted, with processes that die, with texts that cannot be extracted."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from briefing_tui.library import Library, LibraryError, adding, open_library, opening, preparing
from briefing_tui.library.adding import Lexica, Tally, add_sources
from briefing_tui.library.documents import all_documents
from briefing_tui.reading import ReadingError
from briefing_tui.reading.sources import PassedOver, Source


def sources(count: int) -> list[Source | ReadingError]:
    return [
        Source(place=f"{number}.txt", key=f"/{number}.txt", load=f"{number}. Norway gave Ukraine 20 tanks on Monday.\n".encode())
        for number in range(count)
    ]


def take_in(
    library: Library,
    found: Iterable[Source | ReadingError],
    *,
    jobs: int = 1,
    progress: Callable[[Tally], None] = lambda _: None,
    complaints: list[str] | None = None,
) -> Tally:
    return add_sources(
        library,
        found,
        lexica=Lexica(None, None),
        rules="test",
        now=lambda: "2026-01-01T00:00:00Z",
        jobs=jobs,
        complain=([] if complaints is None else complaints).append,
        progress=progress,
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library.sqlite", write=True, create=True)


def texts(library: Library) -> list[tuple[int, str]]:
    return sorted((facts.number, facts.content_id) for facts in all_documents(library))


def test_what_was_written_before_an_interruption_stays_and_the_rest_follows(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_CHARACTERS", 100)

    def interrupt(tally: Tally) -> None:
        if tally.documents >= 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(library, sources(20), progress=interrupt)
    kept = len(texts(library))
    assert 0 < kept < 20
    tally = take_in(library, sources(20))
    assert (tally.skipped, tally.outcomes["added"]) == (kept, 20 - kept)
    with open_library(tmp_path / "undisturbed.sqlite", write=True, create=True) as undisturbed:
        take_in(undisturbed, sources(20))
        assert texts(library) == texts(undisturbed)


def test_being_asked_to_end_keeps_all_that_was_read_before_it(library: Library) -> None:
    def found() -> Iterator[Source | ReadingError]:
        yield from sources(12)
        os.kill(os.getpid(), signal.SIGTERM)  # as Ctrl-C, which is ignored where a shell runs the tests in the background
        yield from sources(20)[12:]

    with pytest.raises(KeyboardInterrupt):
        take_in(library, found())
    assert len(texts(library)) == 12


def test_a_library_that_is_deleted_while_it_is_written_is_told(library: Library) -> None:
    def found() -> Iterator[Source | ReadingError]:
        yield from sources(12)
        library.path.unlink()

    with pytest.raises(LibraryError, match="was deleted, moved or replaced while it was written"):
        take_in(library, found())


def die(source: Source) -> list[object]:
    if source.place == "13.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return list(adding_read(source))


adding_read = adding.read_source


def test_a_source_that_ends_the_process_that_reads_it_is_named_and_the_rest_is_in(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "read_source", die)
    monkeypatch.setattr(adding, "CHUNK_SOURCES", 5)
    complaints: list[str] = []
    tally = take_in(library, sources(30), jobs=2, complaints=complaints)
    assert complaints == ["13.txt: reading it ended the process that did (out of memory?); it was passed over"]
    assert (tally.outcomes["added"], tally.failures) == (29, 1)


def test_a_fault_of_our_own_in_one_text_is_told_and_the_rest_is_in(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Source) -> list[object]:
        if source.place == "3.txt":
            raise ZeroDivisionError("by nought")
        return list(adding_read(source))

    monkeypatch.setattr(adding, "read_source", fail)
    monkeypatch.delenv("BRIEFING_TUI_DEBUG", raising=False)
    complaints: list[str] = []
    tally = take_in(library, sources(5), complaints=complaints)
    assert complaints == ["3.txt: cannot be read, by a fault of this program (ZeroDivisionError: by nought)"]
    assert tally.outcomes["added"] == 4


def test_what_is_passed_over_is_told_and_is_no_failure(library: Library) -> None:
    complaints: list[str] = []
    tally = take_in(library, [PassedOver("a.zip: holds a picture"), ReadingError("b.txt: is empty")], complaints=complaints)
    assert complaints == ["a.zip: holds a picture", "b.txt: is empty"]
    assert tally.failures == 1


def page(key: str, text: str) -> Source:
    return Source(place=key, key=key, load=text.encode())


TANKS, BOATS = "Norway gave Ukraine 20 tanks on Monday.\n", "Norway gave Ukraine 20 boats on Monday.\n"


def test_a_text_that_another_file_still_holds_stays_current_when_one_of_them_changes(library: Library) -> None:
    take_in(library, [page("/a", TANKS)])
    assert take_in(library, [page("/b", TANKS)]).skipped == 1
    take_in(library, [page("/a", BOATS), page("/b", TANKS)])
    assert [number for number, _ in texts(library)] == [1, 2]
    take_in(library, [page("/b", BOATS)])
    assert [number for number, _ in texts(library)] == [2]


def test_a_file_that_takes_up_a_text_the_library_knows_gives_up_its_own(library: Library) -> None:
    take_in(library, [page("/a", TANKS), page("/b", BOATS)])
    take_in(library, [page("/b", TANKS)])
    assert [number for number, _ in texts(library)] == [1]
    assert take_in(library, [page("/b", TANKS)]).documents == 1


def test_what_is_known_under_another_name_is_not_extracted_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(library, [page("/a", TANKS), page("/b", BOATS)])
    monkeypatch.setattr(adding, "prepare", None)
    complaints: list[str] = []
    assert take_in(library, [page("/moved/a", TANKS), page("/moved/b", BOATS)], complaints=complaints).skipped == 2
    assert complaints == []


def test_of_two_texts_under_one_name_the_later_one_counts_however_often_they_are_added(library: Library) -> None:
    for _ in range(3):
        take_in(library, [page("/rows#7", TANKS), page("/rows#7", BOATS)])
        assert [number for number, _ in texts(library)] == [2]


def test_a_text_of_more_records_than_a_document_has_room_for_is_told_and_passed_over(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "MOST_RECORDS", 1)
    complaints: list[str] = []
    take_in(
        library,
        [page("/a", TANKS + "Germany gave Ukraine 30 boats on Tuesday.\n"), page("/b", "Nothing happened.\n")],
        complaints=complaints,
    )
    assert complaints == ["/a: makes 2 records, and one document of a library may have 1; cut it into parts"]
    assert [number for number, _ in texts(library)] == [1]


def test_others_may_write_while_a_source_takes_long(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(adding, "CHUNK_BYTES", 1_000)
    read, long = adding._read, TANKS + "Nothing else was said.\n" * 50

    def written_by_another(lexica: Lexica, wanted: adding.Wanted) -> object:
        if wanted.source.key == "/long":
            with open_library(library.path, write=True) as other:
                take_in(other, [page("/other", BOATS)])
        return read(lexica, wanted)

    monkeypatch.setattr(adding, "_read", written_by_another)
    take_in(library, [page("/a", TANKS), page("/long", long)])
    assert [number for number, _ in texts(library)] == [1, 2, 3]


def test_names_and_addresses_that_are_no_unicode_are_kept_apart_and_do_no_harm(library: Library) -> None:
    found = [
        Source(place=f"bad{byte}.txt", key=f"/bad{byte}.txt", load=f"Text of {ord(byte)}.".encode()) for byte in "\udcfe\udcff"
    ]
    take_in(library, found)
    take_in(library, found)
    assert library.connection.execute("SELECT key, place FROM sources ORDER BY number").fetchall() == [
        ("/bad\\udcfe.txt", "bad\\udcfe.txt"),
        ("/bad\\udcff.txt", "bad\\udcff.txt"),
    ]
