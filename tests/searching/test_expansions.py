"""What a query is taken for, and how that is told."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.searching.small_library import make_library

from briefing_tui.model import Actor, AidItem, AidPackage, Block, Briefing, Evidence, Reaction, Sentence
from briefing_tui.searching import QueryError, parse_query, parse_typing
from briefing_tui.searching.searcher import Hit, Searcher

TEXTS = {
    "2024-11-18": "Kiev was struck twice. Oslo sent 155mm shells. The weather was fine.",
    "2024-11-19": "Kyiv answered with 155-mm guns. The UN Security Council met. UN envoys left.",
    "2024-11-20": "HIMARS were sent to the port. A High Mobility Artillery Rocket System fired. The United Nations spoke of a nuclear doctrine.",
}


def briefing(day: str, text: str) -> Briefing:
    digest = sha256(text.encode()).hexdigest()
    sentences, start = [], 0
    for part in text.split(". "):
        end = min(len(text), start + len(part) + 1)
        sentences.append(Sentence(start=start, end=end, block=0))
        start = end + 1
    return Briefing(
        id=f"doc-{day}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=text,
        title=f"News of {day}",
        publisher="Agence France-Presse",
        published=day,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        sentences=tuple(sentences),
    )


def evidence(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    end = start + len(words)
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return (Evidence(role="trigger", start=start, end=end, exact=words, rule="by-hand", **around),)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    first, second, third = (briefing(day, text) for day, text in TEXTS.items())
    norway = Actor(code="NOR", name="Norway", via="metonym")
    shells = AidItem(id="i:1", description="155mm shells", donors=(norway,), evidence=evidence(first.text, "155mm shells"))
    envoys = Reaction(
        id="r:1", actors=(Actor(code="org:United Nations", name="United Nations"),), evidence=evidence(second.text, "left")
    )
    package = AidPackage(id="p:1", evidence=evidence(third.text, "were sent"))
    briefings = [replace(first, records=(shells,)), replace(second, records=(envoys,)), replace(third, records=(package,))]
    path: Path = tmp_path_factory.mktemp("expanding") / "library.sqlite"
    with make_library(path, briefings) as library:
        yield Searcher(library)


def found(searcher: Searcher, text: str) -> list[Hit]:
    return searcher.page(searcher.plan(parse_query(text)))


def told(searcher: Searcher, text: str) -> list[str]:
    return [str(one) for one in searcher.plan(parse_query(text)).expansions]


def marked(searcher: Searcher, text: str) -> list[list[str]]:
    return [[hit.text[first - hit.start : last - hit.start] for first, last in hit.highlights] for hit in found(searcher, text)]


def test_either_spelling_of_a_place_finds_both(searcher: Searcher) -> None:
    assert marked(searcher, "kiev") == marked(searcher, "Kyiv") == [["Kyiv"], ["Kiev"]]
    assert told(searcher, "Kyiv") == ["Kyiv → kyiv, kiev, kyyiv"]


@pytest.mark.parametrize("written", ["155mm", "155 mm", "155-mm", '"155 mm"'])
def test_a_number_and_its_unit_are_found_however_they_are_joined(searcher: Searcher, written: str) -> None:
    assert [hit.published for hit in found(searcher, written)] == ["2024-11-19", "2024-11-18"]


@pytest.mark.parametrize(
    "written", ["himars", '"high mobility artillery rocket system"', "high mobility artillery rocket system"]
)
def test_a_weapon_is_found_by_all_its_names(searcher: Searcher, written: str) -> None:
    assert len(found(searcher, written)) == 2


def test_a_name_and_its_initials_are_one_but_not_what_else_stands_for_it(searcher: Searcher) -> None:
    assert told(searcher, "united nations") == ["united nations → united nations, un"]
    assert [hit.text for hit in found(searcher, "un")] == [
        "The United Nations spoke of a nuclear doctrine.",
        "UN envoys left.",
        "The UN Security Council met.",
    ]


def test_what_oslo_sent_is_found_as_norways(searcher: Searcher) -> None:
    (hit,) = found(searcher, "norway shells")
    assert (hit.kind, hit.record, hit.text) == ("aid_item", "i:1", "Oslo sent 155mm shells.")
    assert [hit.record for hit in found(searcher, "actor:norway")] == ["i:1"]
    assert [hit.record for hit in found(searcher, "donor:oslo")] == ["i:1"]
    assert told(searcher, "donor:oslo") == ["donor:oslo → Norway (NOR)"]


def test_a_word_being_typed_stands_for_the_words_that_begin_so(searcher: Searcher) -> None:
    plan = searcher.plan(parse_typing("spok"))
    assert [str(one) for one in plan.expansions] == ["spok… → spoke"]
    (hit,) = searcher.page(plan)
    assert [hit.text[first - hit.start : last - hit.start] for first, last in hit.highlights] == ["spoke"]


def test_the_last_word_of_a_phrase_may_go_on(searcher: Searcher) -> None:
    assert marked(searcher, '"nuclear doc*"') == [["nuclear doctrine"]]
    assert found(searcher, '"nuclear do"') == []


def test_a_name_nobody_has_is_refused_with_the_one_that_was_meant(searcher: Searcher) -> None:
    with pytest.raises(QueryError) as caught:
        found(searcher, "shells actor:norwya")
    assert (caught.value.start, caught.value.end) == (7, 19)
    assert str(caught.value) == "actor: nobody here is called “norwya”; did you mean norway?"


def test_to_leave_out_a_publisher_that_is_not_there_leaves_nothing_out(searcher: Searcher) -> None:
    assert len(found(searcher, "-source:tass")) == len(found(searcher, ""))
    assert told(searcher, "-source:tass") == ["publisher:tass → nothing (nobody here is called so)"]


def test_a_publisher_is_found_by_words_of_its_name(searcher: Searcher) -> None:
    assert len(found(searcher, "source:agence")) == len(found(searcher, 'source:"france presse"')) == len(found(searcher, ""))
    with pytest.raises(QueryError, match="did you mean Agence France-Presse"):
        found(searcher, '''source:"agence france-pres5e"''')


def test_the_united_nations_are_found_by_their_initials_as_an_actor(searcher: Searcher) -> None:
    assert [hit.record for hit in found(searcher, "actor:UN")] == ["r:1"]
    assert [hit.record for hit in found(searcher, "actor:“org:United Nations”")] == ["r:1"]


@pytest.mark.parametrize(("written", "hits"), [("id:i:1", 1), ("id:#2", 3), ("id:doc-2024-11-20", 3), ("id:#2 or id:i:1", 4)])
def test_ids_find_documents_and_records(searcher: Searcher, written: str, hits: int) -> None:
    assert len(found(searcher, written)) == hits


def test_days_of_publication_bound_a_search(searcher: Searcher) -> None:
    assert {hit.published for hit in found(searcher, "after:2024-11-19")} == {"2024-11-19", "2024-11-20"}
    assert {hit.published for hit in found(searcher, "before:2024-11-19")} == {"2024-11-18"}
    assert {hit.published for hit in found(searcher, "himars or before:2024-11-19")} == {"2024-11-18", "2024-11-20"}
