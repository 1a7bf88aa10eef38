"""Corrections in a library: written with their history, seen by readers and the index, kept when rules read anew."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.library.correcting import index_of, library_of, read_again, with_facet

from briefing_tui.exporting.contexts import in_context
from briefing_tui.library import DamagedLibraryError, Library, LibraryError, open_library
from briefing_tui.library.adding import Lexica
from briefing_tui.library.checking import structure_faults
from briefing_tui.library.corrections import (
    CorrectionError,
    all_corrections,
    corrections_of,
    decide,
    edit,
    edit_fields,
    orphans,
    set_published,
    undo,
    undo_published,
)
from briefing_tui.library.documents import document_facts, load_briefing, load_corrected, load_extracted, load_records
from briefing_tui.library.row_numbers import day_of, place_of
from briefing_tui.model import Briefing, Record

ADA = {"by": "ada", "at": "2024-11-22T09:00:00Z"}
BEN = {"by": "ben", "at": "2024-11-23T10:00:00Z"}


@pytest.fixture
def library(tmp_path: Path, briefing: Briefing):
    with library_of(tmp_path / "library.sqlite", briefing) as made:
        yield made


@pytest.fixture(scope="module")
def lexica(tmp_path_factory: pytest.TempPathFactory) -> Lexica:
    return Lexica(None, tmp_path_factory.mktemp("cache"))


def record(library: Library, id_: str) -> Record:
    return next(one for one in load_briefing(library, 1).records if one.id == id_)


def states(library: Library) -> list[str]:
    return [told.state for told in corrections_of(library, 1)]


def test_a_decision_is_kept_with_who_and_when_and_shows_in_the_index(library: Library) -> None:
    made = decide(library, "r:1", "reject", note="no quote", **ADA)
    assert (made.by, made.at, made.action, made.note) == ("ada", "2024-11-22T09:00:00Z", "reject", "no quote")
    assert (made.kind, made.record, made.start) == ("reaction", "r:1", 72)
    assert load_corrected(library, 1)[1] == {"r:1": "rejected"}
    assert with_facet(library, "isrejected") == 1


def test_an_edit_shows_in_records_and_index_and_leaves_the_extracted_record(library: Library) -> None:
    edit(library, "r:1", "actors", "Norway", **ADA)
    assert [actor.code for actor in record(library, "r:1").actors] == ["NOR"]
    assert with_facet(library, "acnor") == 1
    assert with_facet(library, "acorgamnestyinternational") == 0
    assert with_facet(library, "isedited") == 1
    (extracted,) = [one for one in load_extracted(library, 1).records if one.id == "r:1"]
    assert extracted.actors[0].code == "org:Amnesty International"
    row = library.connection.execute("SELECT row FROM records WHERE id = 'r:1'").fetchone()[0]
    assert load_records(library, [row])[row].actors[0].name == "Norway"


def test_two_people_correct_the_same_record_and_the_later_counts(library: Library) -> None:
    edit(library, "r:1", "stance", "warn", **ADA)
    edit(library, "r:1", "stance", "concern", **BEN)
    edit(library, "r:1", "person", "Agnès Callamard", **ADA)
    assert (record(library, "r:1").stance, record(library, "r:1").person) == ("concern", "Agnès Callamard")
    assert states(library) == ["superseded", "counts", "counts"]
    told = corrections_of(library, 1)
    assert [(one.correction.by, one.correction.old, one.correction.new) for one in told[:2]] == [
        ("ada", "oppose", "warn"),
        ("ben", "warn", "concern"),
    ]


def test_undo_withdraws_one_after_the_other_and_leaves_the_index_as_it_was(library: Library) -> None:
    before = index_of(library)
    decide(library, "r:1", "accept", **ADA)
    edit(library, "r:1", "stance", "warn", **BEN)
    undo(library, "r:1", **ADA)
    assert record(library, "r:1").stance == "oppose"
    assert load_corrected(library, 1)[1] == {"r:1": "accepted"}
    assert states(library) == ["counts", "withdrawn", "undo"]
    undo(library, "r:1", **ADA)
    assert index_of(library) == before
    with pytest.raises(CorrectionError, match="nobody has corrected reaction r:1"):
        undo(library, "r:1", **ADA)
    assert len(corrections_of(library, 1)) == 4


def test_several_fields_are_set_together_or_not_at_all(library: Library) -> None:
    with pytest.raises(CorrectionError, match="currency"):
        edit_fields(library, "p:1", {"amount": "300m", "currency": "doubloons"}, **ADA)
    assert corrections_of(library, 1) == []
    edit_fields(library, "p:1", {"amount": "300m", "currency": "EUR"}, **ADA)
    assert (record(library, "p:1").amount, record(library, "p:1").currency) == (300_000_000, "EUR")
    assert with_facet(library, "cueur") == 1


@pytest.mark.parametrize(
    ("id_", "field", "said"),
    [
        ("r:9", "stance", "there is no record 'r:9'"),
        ("r:1", "stanse", "a reaction has no field 'stanse' to set; did you mean stance?"),
        ("e:1", "id", "an escalation event has no field 'id' to set; there are action,"),
        ("", "stance", "more than one record has an id that begins with ''"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_is_changed(library: Library, id_: str, field: str, said: str) -> None:
    before = index_of(library)
    with pytest.raises(CorrectionError) as caught:
        edit(library, id_, field, "warn", **ADA)
    assert said in str(caught.value)
    assert corrections_of(library, 1) == []
    assert index_of(library) == before


def test_the_beginning_of_an_id_is_enough_when_only_one_has_it(library: Library) -> None:
    assert decide(library, "r", "accept", **ADA).record == "r:1"


def test_corrections_stay_when_other_rules_give_the_same_record_another_id(library: Library, briefing: Briefing) -> None:
    edit(library, "r:1", "stance", "warn", **ADA)
    old = next(one for one in briefing.records if one.id == "r:1")
    wider = replace(old.evidence[0], start=65, exact=briefing.text[65 : old.evidence[0].end], prefix=briefing.text[33:65])
    moved = replace(old, id="r:new", person="somebody", evidence=(wider, *old.evidence[1:]))
    others = [one for one in briefing.records if one.id not in ("r:1", "e:1")]
    read_again(library, briefing, *others[:2], moved, *others[2:])
    assert (record(library, "r:new").stance, record(library, "r:new").person) == ("warn", "somebody")
    assert with_facet(library, "isedited") == 1
    assert with_facet(library, "stwarn") == 1
    assert [(told.state, told.record) for told in corrections_of(library, 1)] == [("counts", "r:new")]
    edit(library, "r:new", "stance", "urge", **BEN)
    assert record(library, "r:new").stance == "urge"
    assert orphans(library) == []
    undo(library, "r:new", **BEN)
    assert record(library, "r:new").stance == "warn"


def test_a_correction_whose_record_is_gone_is_kept_and_listed_and_comes_back_with_it(
    library: Library, briefing: Briefing
) -> None:
    decide(library, "e:1", "accept", **ADA)
    read_again(library, briefing, *(one for one in briefing.records if one.id != "e:1"))
    assert [one.record for one in orphans(library)] == ["e:1"]
    assert states(library) == ["orphaned"]
    assert with_facet(library, "isaccepted") == 0
    read_again(library, briefing, *briefing.records)
    assert orphans(library) == []
    assert with_facet(library, "isaccepted") == 1


def test_a_damaged_row_is_a_library_error(library: Library) -> None:
    decide(library, "r:1", "accept", **ADA)
    library.connection.execute("UPDATE corrections SET new = '{'")
    with pytest.raises(LibraryError, match="correction 1 is damaged"):
        load_briefing(library, 1)


@pytest.mark.parametrize(
    "words",
    ["'; DROP TABLE corrections; --", "\x1b]0;pwned\x07", "a\x00b", "\u202egnp.exe", "\udcff", "𝔘𝔫𝔦\n\n", "%s %d {0}", '"]}'],
)
def test_hostile_words_are_kept_as_words(library: Library, words: str) -> None:
    decide(library, "r:1", "accept", by=words, at=ADA["at"], note=words)
    (told,) = all_corrections(library)
    kept = words.replace("\udcff", "?")
    assert (told.correction.by, told.correction.note) == (kept, kept)
    if "\udcff" not in words:
        edit(library, "r:1", "person", words, **ADA)
        assert record(library, "r:1").person == " ".join(words.split())


def test_a_library_open_for_reading_refuses_in_one_line(library: Library) -> None:
    with open_library(library.path) as reader, pytest.raises(LibraryError, match="is open for reading only") as caught:
        decide(reader, "r:1", "accept", **ADA)
    assert "\n" not in str(caught.value)


def test_a_reader_sees_a_correction_only_whole(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("no space")

    monkeypatch.setattr("briefing_tui.library.writing.write_entries", fail)
    before = index_of(library)
    with pytest.raises(LibraryError, match="no space"):
        decide(library, "r:1", "accept", **ADA)
    assert index_of(library) == before
    assert corrections_of(library, 1) == []


def test_corrections_wait_for_the_disk_and_batches_do_not(library: Library) -> None:
    seen: list[str] = []
    library.connection.set_trace_callback(seen.append)
    decide(library, "r:1", "accept", **ADA)
    library.connection.set_trace_callback(None)
    assert seen.index("PRAGMA synchronous = FULL") < seen.index("COMMIT") < seen.index("PRAGMA synchronous = NORMAL")


def test_a_day_of_publication_is_set_and_weekdays_are_read_against_it(tmp_path: Path, lexica: Lexica) -> None:
    from briefing_tui.extracting import default_extractor
    from briefing_tui.reading import read_bytes

    document = read_bytes(b"On Wednesday Russia launched missiles at Kharkiv, killing three people.", name="a.txt")
    briefing = default_extractor(*lexica).extract(document)
    with library_of(tmp_path / "a.sqlite", briefing) as library:
        before = index_of(library)
        (event,) = [one for one in load_briefing(library, 1).records if one.kind == "escalation_event"]
        assert event.date is None
        decide(library, event.id, "accept", **ADA)
        made = set_published(library, 1, "2024-11-21", lexica=lexica, note="from the archive", **BEN)
        assert made.old == {"published": None, "published_from": "none"}
        (event,) = [one for one in load_briefing(library, 1).records if one.kind == "escalation_event"]
        assert event.date == "2024-11-20"
        assert document_facts(library, [1])[1].published == "2024-11-21"
        assert with_facet(library, "isaccepted") == 1
        rows = [row for (row,) in library.connection.execute("SELECT row FROM units")]
        assert {day_of(place_of(row).day) for row in rows} == {"2024-11-21"}
        undo_published(library, 1, lexica=lexica, **BEN)
        assert document_facts(library, [1])[1].published is None
        with pytest.raises(CorrectionError, match="nobody has set the day of publication of #1"):
            undo_published(library, 1, lexica=lexica, **BEN)
        undo(library, event.id, **ADA)
        assert index_of(library) == before
        assert states(library) == ["withdrawn", "withdrawn", "undo", "undo"]


def test_a_briefing_that_is_not_there_cannot_be_dated(library: Library, lexica: Lexica) -> None:
    with pytest.raises(CorrectionError, match="there is no briefing #7"):
        set_published(library, 7, "2024-11-21", lexica=lexica, **ADA)


def test_an_id_that_two_briefings_share_has_to_be_told_apart(tmp_path: Path, briefing: Briefing) -> None:
    text = briefing.text + "\nMore."
    digest = sha256(text.encode()).hexdigest()
    copy = replace(briefing, text=text, sha256=digest, content_id=f"b:{digest[:16]}")
    copy = replace(copy, records=tuple(in_context(record, text) for record in copy.records))
    with library_of(tmp_path / "two.sqlite", briefing, copy) as library:
        with pytest.raises(CorrectionError, match="r:1 is in several briefings: #1, #2; say which"):
            decide(library, "r:1", "accept", **ADA)
        assert decide(library, "r:1", "reject", document=1, **ADA).content_id == briefing.content_id
        assert load_corrected(library, 2)[1] == {}


@pytest.mark.parametrize(
    "change",
    [
        "action = 'bless'",
        "old = '[]', action = 'undo'",
        "action = 'publish'",
        "record = NULL",
        "start = NULL",
        "field = 'stance'",
        "new = '['",
    ],
)
def test_a_row_that_cannot_be_is_damage_and_never_a_fault(library: Library, change: str) -> None:
    decide(library, "r:1", "accept", **ADA)
    library.connection.execute(f"UPDATE corrections SET {change}")
    with pytest.raises(DamagedLibraryError, match="correction 1 is damaged"):
        corrections_of(library, 1)


def test_people_who_correct_at_the_same_time_all_have_their_say(library: Library) -> None:
    def say(name: str) -> None:
        with open_library(library.path, write=True) as own:
            for number in range(8):
                decide(own, ("r:1", "e:1", "p:1")[number % 3], "accept" if number % 2 else "reject", by=name, at=ADA["at"])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(say, ("ada", "ben", "cem", "dan")))
    assert len(corrections_of(library, 1)) == 32
    assert structure_faults(library) == []
    decisions = load_corrected(library, 1)[1]
    assert with_facet(library, "isaccepted") == sum(word == "accepted" for word in decisions.values())
    assert with_facet(library, "isrejected") == sum(word == "rejected" for word in decisions.values())
