"""Briefings in and out again; what a text that comes again is taken for."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.library.correcting import index_of, library_of, with_facet

from briefing_tui.library import Library, LibraryError, open_library
from briefing_tui.library.documents import (
    all_documents,
    document_facts,
    find_document,
    find_record,
    load_briefing,
    load_extracted,
    load_records,
)
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import Origin, Outcome, begin_batch
from briefing_tui.model import Briefing


def retold(briefing: Briefing, ending: str, **changes: object) -> Briefing:
    """The briefing with another text: its own, and `ending` behind it."""
    text = briefing.text + ending
    digest = sha256(text.encode()).hexdigest()
    return replace(briefing, text=text, sha256=digest, content_id=f"b:{digest[:16]}", **changes)


def add(library: Library, *added: tuple[Briefing, str | None]) -> list[Outcome]:
    """Add briefings under these keys, a transaction each."""
    outcomes = []
    for briefing, key in added:
        with begin_batch(library, now="2026-01-01T00:00:00Z", rules="first") as batch:
            outcomes.append(batch.add(prepare(briefing), Origin("somewhere", key, briefing.sha256 + str(briefing.published))))
    return outcomes


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library.sqlite", write=True, create=True)


def test_a_briefing_comes_out_as_it_went_in(library: Library, briefing: Briefing) -> None:
    add(library, (briefing, None))
    assert load_briefing(library, 1) == briefing
    assert load_extracted(library, 1) == briefing


def test_records_come_by_row_with_their_words(library: Library, briefing: Briefing) -> None:
    add(library, (briefing, None))
    rows = [row for record in briefing.records for row in find_record(library, record.id)]
    loaded = load_records(library, rows)
    assert [loaded[row].id for row in rows] == [record.id for record in briefing.records]
    assert [span.exact for span in loaded[rows[0]].evidence] == ["$275 million package", "$275 million", "The U.S."]


def test_the_same_text_is_one_document_however_often_it_comes(library: Library, briefing: Briefing) -> None:
    assert add(library, (briefing, "a"), (briefing, "a"), (briefing, "b"), (briefing, None)) == [
        "added",
        "known",
        "known",
        "known",
    ]
    assert [one.number for one in all_documents(library)] == [1]


def test_a_changed_text_of_the_same_source_takes_the_place_of_the_older_one(library: Library, briefing: Briefing) -> None:
    newer = retold(briefing, "\nUpdated.")
    assert add(library, (briefing, "url"), (newer, "url")) == ["added", "new version"]
    facts = document_facts(library, [1, 2])
    assert (facts[1].superseded_by, facts[2].superseded_by) == (2, None)
    assert [one.number for one in all_documents(library)] == [2]
    assert with_facet(library, "kdpackage") == 1
    assert load_briefing(library, 1) == briefing


def test_the_index_is_as_if_the_older_version_had_never_been(tmp_path: Path, library: Library, briefing: Briefing) -> None:
    newer = retold(briefing, "\nUpdated.")
    add(library, (briefing, "url"), (newer, "url"))
    with open_library(tmp_path / "other.sqlite", write=True, create=True) as other:
        add(other, (retold(briefing, "\nSomething else altogether."), None))
        with begin_batch(other, now="2026-01-01T00:00:00Z", rules="first") as batch:
            batch.add(prepare(newer), Origin("somewhere", "url", "x"))
        other.connection.execute("BEGIN")
        from briefing_tui.library.indexing import remove_entries

        remove_entries(other.connection, 1, document_facts(other, [1])[1].day)
        other.connection.execute("COMMIT")
        assert index_of(library) == index_of(other)


def test_a_text_that_two_sources_held_stays_current_while_one_still_holds_it(library: Library, briefing: Briefing) -> None:
    add(library, (briefing, "one"), (briefing, "two"))
    assert add(library, (retold(briefing, "\nUpdated."), "one")) == ["added"]
    assert [one.number for one in all_documents(library)] == [2, 1]


def test_a_source_that_goes_back_to_its_older_text_makes_it_current_again(library: Library, briefing: Briefing) -> None:
    newer = retold(briefing, "\nUpdated.")
    add(library, (briefing, "url"), (newer, "url"), (briefing, "url"))
    facts = document_facts(library, [1, 2])
    assert (facts[1].superseded_by, facts[2].superseded_by) == (None, 1)
    assert with_facet(library, "kdpackage") == 1


def test_two_versions_in_one_transaction_leave_only_the_newer_one_in_the_index(library: Library, briefing: Briefing) -> None:
    newer = retold(briefing, "\nUpdated.")
    with begin_batch(library, now="2026-01-01T00:00:00Z", rules="first") as batch:
        batch.add(prepare(briefing), Origin("a", "url", "1"))
        batch.add(prepare(newer), Origin("a", "url", "2"))
    assert [one.number for one in all_documents(library)] == [2]
    assert with_facet(library, "kdpackage") == 1


def test_a_day_that_was_not_known_is_learnt_when_the_text_comes_again(library: Library, briefing: Briefing) -> None:
    undated = replace(briefing, published=None, published_from="none")
    assert add(library, (undated, None), (briefing, None)) == ["added", "completed"]
    assert document_facts(library, [1])[1].published == "2024-11-20"
    assert with_facet(library, "kdpackage") == 1


def test_a_day_from_the_text_is_not_unlearnt(library: Library, briefing: Briefing) -> None:
    undated = replace(briefing, published=None, published_from="none")
    assert add(library, (briefing, None), (undated, None)) == ["added", "known"]
    assert document_facts(library, [1])[1].published == "2024-11-20"


def test_what_a_person_says_of_the_day_wins_over_the_text(library: Library, briefing: Briefing) -> None:
    told = replace(briefing, published="2024-11-19", published_from="user")
    assert add(library, (briefing, None), (told, None), (briefing, None)) == ["added", "completed", "known"]
    assert document_facts(library, [1])[1].published == "2024-11-19"


def test_newest_days_come_first_and_unknown_days_last(library: Library, briefing: Briefing) -> None:
    days = ["2024-11-20", None, "2025-01-01", "1850-06-01", "2024-11-20"]
    for number, day in enumerate(days):
        add(library, (retold(briefing, f"\n{number}", published=day, published_from="metadata" if day else "none"), None))
    assert [one.published for one in all_documents(library)] == ["2025-01-01", "2024-11-20", "2024-11-20", "1850-06-01", None]
    assert [one.number for one in all_documents(library)][1:3] == [5, 1]


def test_nothing_of_a_transaction_that_fails_is_in(library: Library, briefing: Briefing) -> None:
    def fail() -> None:
        with begin_batch(library, now="2026-01-01T00:00:00Z", rules="first") as batch:
            batch.add(prepare(briefing), Origin("a", None, "1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(all_documents(library)) == []
    assert add(library, (briefing, None)) == ["added"]


def test_documents_are_found_by_what_people_call_them(library: Library, briefing: Briefing) -> None:
    add(library, (replace(briefing, url="https://example.org/a"), "https://example.org/a"))
    for name in ("#1", "by-hand", briefing.content_id, briefing.content_id[:8], "https://example.org/a"):
        assert find_document(library, name) == [1], name
    for name in ("#2", "b:", "by", "", "#", "#99999999999999999999", "x\0y", "'; DROP TABLE documents; --"):
        assert find_document(library, name) == [], name


def test_a_document_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(LibraryError, match="there is no document #7"):
        load_briefing(library, 7)


def test_lone_surrogates_and_nothing_but_one_letter_survive(library: Library) -> None:
    from briefing_tui.reading import read_bytes

    document = read_bytes("x\n\ud83d 😀 e\u0301 \u202e".encode("utf-8", "replace"), name="odd.txt")
    from briefing_tui.model import with_records

    odd = with_records(document, ())
    add(library, (odd, None))
    assert load_briefing(library, 1) == odd


def test_long_texts_are_had_in_parts(library: Library) -> None:
    from briefing_tui.library.texts import PART, text_of, text_slices
    from briefing_tui.model import with_records
    from briefing_tui.reading import read_bytes

    text = "".join(f"Sentence {number} of – a long tale. " for number in range(1200))
    assert len(text) > 3 * PART
    add(library, (with_records(read_bytes(text.encode(), name="long.txt"), ()), None))
    assert text_of(library.connection, 1) == text
    places = [(0, 5), (PART - 3, PART + 3), (0, len(text)), (PART, 2 * PART), (len(text) - 1, len(text))]
    assert text_slices(library.connection, [(1, start, end) for start, end in places]) == [
        text[start:end] for start, end in places
    ]


def test_a_library_written_by_two_programs_at_the_same_time_holds_what_both_added(tmp_path: Path, briefing: Briefing) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    with open_library(path, write=True) as one, open_library(path, write=True) as two:
        add(one, (retold(briefing, "\n1"), None))
        add(two, (retold(briefing, "\n2"), None))
        add(one, (retold(briefing, "\n3"), None))
        assert [facts.number for facts in all_documents(two)] == [4, 3, 2, 1]


def test_what_came_without_a_title_takes_none_away(library: Library, briefing: Briefing) -> None:
    known = replace(briefing, publisher="Reuters", url="https://example.org/a")
    dated = replace(briefing, title=None, published="2024-11-19", published_from="user")
    assert add(library, (known, "a"), (dated, "b")) == ["added", "completed"]
    facts = document_facts(library, [1])[1]
    assert (facts.title, facts.publisher, facts.url) == ("By hand", "Reuters", "https://example.org/a")
    assert facts.published == "2024-11-19"
    assert with_facet(library, "pureuters") == 5


def test_an_earlier_text_that_comes_back_stands_in_the_index_where_its_records_stand(
    library: Library, briefing: Briefing
) -> None:
    newer = retold(briefing, "\nUpdated.")
    otherwise_dated = replace(briefing, published="2024-11-25", published_from="dateline")
    add(library, (briefing, "a"), (newer, "a"), (otherwise_dated, "a"))
    assert [one.number for one in all_documents(library)] == [1]
    rows = library.connection.execute("SELECT row FROM records WHERE document = 1 ORDER BY row").fetchall()
    assert library.connection.execute("SELECT row FROM units ORDER BY row").fetchall() == rows


def test_a_text_without_a_sentence_can_be_dated_later(library: Library, briefing: Briefing) -> None:
    stars = replace(briefing, text="***", sha256="0" * 64, content_id="b:0", sentences=(), records=())
    assert add(library, (stars, "a"), (replace(stars, published="2024-11-25", published_from="user"), "a"))[1] == "completed"
    assert library.connection.execute("SELECT day, count FROM day_counts WHERE kind = 'document'").fetchall() == [(45620, 1)]


def test_a_reader_sees_one_state_of_a_briefing_while_its_records_are_replaced(library: Library, briefing: Briefing) -> None:
    add(library, (briefing, None))
    rows = [row for record in briefing.records for row in find_record(library, record.id)]
    replaced: list[str] = []

    def replace_meanwhile(statement: str) -> None:
        if "evidence" in statement and not replaced:
            with begin_batch(library, now="2026-01-02T00:00:00Z", rules="second") as batch:
                batch.replace(1, prepare(replace(briefing, records=())))
            replaced.append(statement)

    for load in (lambda: load_briefing(reader, 1).records, lambda: load_records(reader, rows)):
        with begin_batch(library, now="2026-01-01T00:00:00Z", rules="first") as batch:
            batch.replace(1, prepare(briefing))
        replaced.clear()
        with library.open_again() as reader:
            reader.connection.set_trace_callback(replace_meanwhile)
            assert len(load()) == 5
            assert len(replaced) == 1
            assert load_briefing(reader, 1).records == ()
