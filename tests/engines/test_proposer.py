"""What becomes of proposals: a record when the text bears out every word of it, else dropped and counted."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.engines import Answer, Answers, EngineError, Proposal, Proposer
from briefing_tui.extracting import default_extractor
from briefing_tui.model import Briefing, Document, with_records
from briefing_tui.reading import Metadata, read_bytes

TEXT = """\
The lighthouse keepers of Norway gave the island about 1,200 blankets and some $3.5 million on Tuesday.
A fisherman said of it: “We never asked for any of that, and we shall send it back.”

Two paragraphs on, the fisherman was asleep in Bergen."""


class Fixed:
    """An engine that always proposes the same."""

    name = "fixed"
    identity = "fixed/1"

    def __init__(self, *proposals: Proposal, malformed: int = 0) -> None:
        self.answer = Answer(proposals, malformed)
        self.asked = 0

    def propose(self, document: Document) -> Answer:
        self.asked += 1
        return self.answer


def plain(text: str) -> Briefing:
    """The text as a briefing in which nothing was read."""
    document = read_bytes(text.encode(), name="test", form="text", metadata=Metadata(published="2024-11-20"))
    return with_records(document, ())


def supplemented(*proposals: Proposal, text: str = TEXT) -> tuple[Briefing, Proposer]:
    proposer = Proposer(Fixed(*proposals), default_extractor())
    return proposer.supplement(plain(text)), proposer


def test_a_package_is_read_again_from_the_text() -> None:
    briefing, _ = supplemented(
        Proposal(kind="aid_package", quote="some $3.5 million", number="$3.5 million", actors=("Norway",), date="Tuesday")
    )
    (package,) = briefing.records
    assert (package.amount, package.currency, package.bound) == (Decimal(3_500_000), "USD", "approx")
    assert [actor.code for actor in package.donors] == ["NOR"]
    assert package.announced == "2024-11-19"
    assert package.needs_review
    assert {span.role: span.exact for span in package.evidence}["donor"] == "Norway"
    assert {span.rule for span in package.evidence} == {"proposed-by-fixed"}


def test_an_item_has_the_quantity_that_stands_there() -> None:
    briefing, _ = supplemented(Proposal(kind="aid_item", quote="1,200 blankets", number="1,200", item_class="humanitarian"))
    (item,) = briefing.records
    assert (item.description, item.quantity, item.bound, item.item_class) == ("1,200 blankets", 1200, "approx", "humanitarian")


def test_a_reaction_has_its_speaker_and_the_words_between_marks() -> None:
    briefing, _ = supplemented(
        Proposal(
            kind="reaction", quote="said of it", actors=("A fisherman",), said="We never asked for any of that", stance="oppose"
        )
    )
    (reaction,) = briefing.records
    assert (reaction.stance, reaction.directness, reaction.quote) == ("oppose", "direct", "We never asked for any of that")
    assert [actor.name for actor in reaction.actors] == ["fisherman"]


def test_an_event_has_place_and_direction() -> None:
    briefing, _ = supplemented(Proposal(kind="escalation_event", quote="was asleep", action="ceasefire", place="Bergen"))
    (event,) = briefing.records
    assert (event.action, event.place, event.direction) == ("ceasefire", "Bergen", "de_escalation")


def test_an_assessment_has_its_assessor() -> None:
    briefing, _ = supplemented(Proposal(kind="assessment", quote="We never asked for any of that", actors=("fisherman",)))
    (assessment,) = briefing.records
    assert assessment.assessor is not None
    assert assessment.assessor.name == "fisherman"


@pytest.mark.parametrize(
    ("proposal", "reason"),
    [
        (Proposal(kind="aid_item", quote="1,300 blankets"), "quote not in the text"),
        (Proposal(kind="aid_item", quote="1,200 Blankets"), "quote not in the text"),
        (Proposal(kind="aid_item", quote="1,200 blankets", nth=2), "quote not in the text"),
        (Proposal(kind="reaction", quote="send it back.”\n\nTwo paragraphs on"), "quote runs over several paragraphs"),
        (Proposal(kind="aid_item", quote="blankets", number="1,300"), "number not in the text"),
        (Proposal(kind="aid_package", quote="some $3.5 million", number="some of it"), "number not in the text"),
        (Proposal(kind="aid_package", quote="some $3.5 million", number="on Tuesday"), "number not in the text"),
        (Proposal(kind="aid_package", quote="gave the island", number="1,200"), "number not in the text"),
        (Proposal(kind="aid_package", quote="gave the island", actors=("Sweden",)), "actor not in the text"),
        (Proposal(kind="aid_package", quote="gave the island", targets=(" ",)), "actor not in the text"),
        (Proposal(kind="reaction", quote="said of it", person="Ola Nordmann"), "actor not in the text"),
        (Proposal(kind="reaction", quote="said of it", said="We always asked"), "spoken words not in the text"),
        (Proposal(kind="reaction", quote="said of it", said="gave the island"), "spoken words not in the text"),
        (Proposal(kind="escalation_event", quote="was asleep", place="Oslo"), "place not in the text"),
        (Proposal(kind="escalation_event", quote="was asleep", date="Wednesday"), "date not in the text"),
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped_and_counted(proposal: Proposal, reason: str) -> None:
    briefing, proposer = supplemented(proposal)
    assert briefing.records == ()
    assert dict(proposer.tally.dropped) == {reason: 1}
    assert briefing.notes == (f"engine fixed: 0 of 1 proposals kept; dropped: 1 {reason}",)


def test_what_our_own_rules_read_is_not_doubled(briefing_of: Callable[[str], Briefing]) -> None:
    own = briefing_of("Sweden will send 16 Archer howitzers to Ukraine, and a choir.")
    proposer = Proposer(
        Fixed(Proposal(kind="aid_item", quote="Archer howitzers"), Proposal(kind="aid_item", quote="a choir")),
        default_extractor(),
    )
    descriptions = [record.description for record in proposer.supplement(own).records if record.kind == "aid_item"]
    assert descriptions == ["16 Archer howitzers", "a choir"]
    assert str(proposer.tally) == "1 of 2 proposals kept; dropped: 1 already read"


def test_one_thing_proposed_twice_is_kept_once() -> None:
    twice = Proposal(kind="aid_item", quote="1,200 blankets")
    assert len(supplemented(twice, twice)[0].records) == 1


def test_the_tally_counts_over_all_documents() -> None:
    engine = Fixed(Proposal(kind="aid_item", quote="1,200 blankets"), malformed=2)
    proposer = Proposer(engine, default_extractor())
    proposer.supplement(plain(TEXT))
    proposer.supplement(plain("Nothing of the kind."))
    assert str(proposer.tally) == "1 of 6 proposals kept; dropped: 4 not of the form of a proposal, 1 quote not in the text"


def test_a_text_is_asked_about_once(tmp_path: Path) -> None:
    engine = Fixed(Proposal(kind="aid_item", quote="1,200 blankets", item_class="humanitarian"), malformed=1)
    first = Proposer(engine, default_extractor(), Answers(tmp_path)).supplement(plain(TEXT))
    later = Proposer(engine, default_extractor(), Answers(tmp_path))
    assert later.supplement(plain(TEXT)) == first
    assert engine.asked == 1
    assert later.tally.remembered == 1
    later.supplement(plain(TEXT + " More."))
    assert engine.asked == 2


def test_another_model_is_asked_anew(tmp_path: Path) -> None:
    engine = Fixed()
    Proposer(engine, default_extractor(), Answers(tmp_path)).supplement(plain(TEXT))
    engine.identity = "fixed/2"
    Proposer(engine, default_extractor(), Answers(tmp_path)).supplement(plain(TEXT))
    assert engine.asked == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[" * 100_000, b'{"proposals": [{"kind": "x"}], "malformed": 0}', b"\xff"])
def test_a_damaged_answer_is_asked_for_again(tmp_path: Path, damage: bytes) -> None:
    engine = Fixed(Proposal(kind="aid_item", quote="1,200 blankets"))
    proposer = Proposer(engine, default_extractor(), Answers(tmp_path))
    proposer.supplement(plain(TEXT))
    (kept,) = tmp_path.rglob("*.json")
    kept.write_bytes(damage)
    assert len(proposer.supplement(plain(TEXT)).records) == 1
    assert engine.asked == 2


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    engine = Fixed(Proposal(kind="aid_item", quote="1,200 blankets"))
    assert len(Proposer(engine, default_extractor(), Answers(tmp_path / "file")).supplement(plain(TEXT)).records) == 1


def test_an_engine_without_an_answer_raises() -> None:
    class Silent(Fixed):
        def propose(self, document: Document) -> Answer:
            raise EngineError("the engine refused: no")

    with pytest.raises(EngineError):
        Proposer(Silent(), default_extractor()).supplement(plain(TEXT))


WORDS = st.sampled_from(["Norway", "blankets", "1,200", "$3.5 million", "Tuesday", "“We never", "Bergen", "of", "Oslo", "", " "])


@given(
    st.lists(
        st.builds(
            Proposal,
            kind=st.sampled_from(["aid_package", "aid_item", "reaction", "escalation_event", "assessment"]),
            quote=WORDS.filter(str.strip),
            nth=st.integers(1, 3),
            actors=st.lists(WORDS, max_size=2).map(tuple),
            targets=st.lists(WORDS, max_size=2).map(tuple),
            person=st.none() | WORDS,
            number=st.none() | WORDS,
            said=st.none() | WORDS,
            place=st.none() | WORDS,
            date=st.none() | WORDS,
        ),
        max_size=6,
    )
)
def test_whatever_is_proposed_every_span_resolves_and_nothing_is_lost_from_the_count(proposals: list[Proposal]) -> None:
    briefing, proposer = supplemented(*proposals)  # a briefing with a broken span cannot be made
    assert len(briefing.records) == proposer.tally.kept
    assert proposer.tally.proposed == len(proposals)
