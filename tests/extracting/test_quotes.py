"""Quotation marks, and whose words they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extracting.reacting import reactions_of, told

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.reading import read_bytes


def reading_of(text: str) -> Reading:
    return default_extractor().read(read_bytes(text.encode(), name="test", form="text"))


def quoted(text: str) -> list[str]:
    return [quote.words(text) for quote in find_quotes(reading_of(text)).all]


# Marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “reckless.”", ["reckless"]),
        ('He called it "reckless."', ["reckless"]),
        ("It was «a crime», he said.", ["a crime"]),
        ("Es war „ein Verbrechen“, sagte er.", ["ein Verbrechen"]),
        ("Tehran vows ‘crushing response’ after raid", ["crushing response"]),
        ("The soldiers' tents and the army's trucks burned.", []),
        ("“One,” he said, “and two.”", ["One", "and two"]),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_of_several_paragraphs_goes_on_without_closing() -> None:
    assert quoted("He said: “First.\n\n“Second.”") == ["First", "Second"]


def test_an_inch_mark_opens_nothing() -> None:
    assert quoted('A 12" gun fired.') == []


@given(st.text(alphabet="ab “”\"'‘’\n.«»", max_size=80).map(lambda drawn: f"Text: {drawn}"))
def test_quotations_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    reading = reading_of(text)
    end = 0
    for quote in find_quotes(reading).all:
        assert end <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(reading.text)
        end = quote.end


# Speakers


def speakers(text: str) -> list[tuple[list[str], str | None, str | None]]:
    return [([actor.code for actor in reaction.actors], reaction.person, reaction.quote) for reaction in reactions_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“This is an unacceptable act of terror,” French President Emmanuel Macron said on Tuesday.",
        "“This is an unacceptable act of terror,” said French President Emmanuel Macron.",
        "French President Emmanuel Macron said: “This is an unacceptable act of terror.”",
        "French President Emmanuel Macron: “This is an unacceptable act of terror.”",
        "French President Emmanuel Macron spoke in Paris. “This is an unacceptable act of terror,” he said.",
        '"This is an unacceptable act of terror," quavered French President Emmanuel Macron.',
    ],
)
def test_the_speaker_stands_before_or_after_the_words(text: str) -> None:
    assert speakers(text) == [(["FRA"], "Emmanuel Macron", "This is an unacceptable act of terror")]


def test_words_that_follow_alone_are_the_same_speakers() -> None:
    found = reactions_of("“The bombing is a crime,” Polish President Andrzej Duda said. “It is a crime against all of us.”")
    assert [told(reaction) for reaction in found] == [(["POL"], "oppose", None)]
    assert sum(span.role == "trigger" for span in found[0].evidence) == 2


def test_an_unknown_speaker_is_not_given_the_words_of_the_one_before() -> None:
    found = reactions_of("Polish President Andrzej Duda condemned the bombing. “They will pay for this,” said a shopkeeper.")
    assert [reaction.quote for reaction in found] == [None]


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    found = reactions_of("Kyiv called the strike “barbaric,” and Minsk said it was “fully justified.”")
    assert [(told(reaction)[0], reaction.stance, reaction.quote) for reaction in found] == [
        (["UKR"], "oppose", "barbaric"),
        (["BLR"], "defend", "fully justified"),
    ]


def test_a_whole_sentence_is_direct_and_a_scrap_is_mixed() -> None:
    direct, mixed = reactions_of(
        "“We will retaliate,” Iran's army chief Abdolrahim Mousavi said.\n\nGermany said the strike was “an outrage”."
    )
    assert (direct.directness, mixed.directness) == ("direct", "mixed")


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("They must leave our land at once", "urge"),
        ("We will retaliate and they will pay a heavy price", "warn"),
        ("We are grateful to all who stand with us", "support"),
        ("This is barbaric and a war crime", "oppose"),
        ("We are deeply worried and heartbroken", "concern"),
        ("These claims are baseless", "defend"),
    ],
)
def test_the_words_themselves_give_the_side(words: str, stance: str) -> None:
    found = reactions_of(f"“{words},” Ukrainian Defence Minister Rustem Umerov said.")
    assert [told(reaction) for reaction in found] == [(["UKR"], stance, None)]


def test_an_account_of_what_was_hit_is_no_position() -> None:
    assert reactions_of("The Israeli military said it had struck 30 “terror targets” and killed two commanders.") == []


def test_a_clear_position_handed_on_without_marks_is_one() -> None:
    assert [told(reaction)[1] for reaction in reactions_of("Russia said it would never accept a ceasefire.")] == ["oppose"]


def test_what_a_speaker_avows_in_so_many_words_is_a_position_of_its_own() -> None:
    found = reactions_of(
        "Peru's foreign minister, Ana Rojas, said: “Families have nothing left to eat. We condemn this blockade. I urge the rebels to lift it.”"
    )
    assert [reaction.stance for reaction in found][-2:] == ["oppose", "urge"]
    assert len(reactions_of("Peru's foreign minister, Ana Rojas, said: “This blockade is a crime. It is a disgrace.”")) == 1


def test_an_abbreviated_month_parts_no_quotation_from_its_verb() -> None:
    (reaction,) = reactions_of('Slovak leader Jan Roe said on Dec. 19 that Bratislava would not pay "a single cent" for arms.')
    assert reaction.quote == "a single cent"
