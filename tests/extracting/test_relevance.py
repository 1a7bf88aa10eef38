"""Whether a text, and each part of it, is about conflict and foreign affairs."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.relevance import Relevance, may_hold_records, weigh
from briefing_tui.reading import Metadata, read_bytes


def relevance_of(text: str, *, publisher: str | None = None) -> Relevance:
    document = read_bytes(text.encode(), name="test", form="text", metadata=Metadata(publisher=publisher))
    return weigh(default_extractor().read(document))


def test_a_missile_strike_abroad_is_on_the_subject() -> None:
    assert relevance_of(
        "Russian missiles hit Kharkiv and the ceasefire collapsed. The foreign minister of Poland spoke of war."
    ).on_subject


def test_a_tariff_is_not() -> None:
    assert not relevance_of("The senator condemned tariffs on Canadian timber and urged Congress to protect farmers.").on_subject


def test_a_war_without_a_foreign_name_is_not() -> None:
    assert not relevance_of(
        "The town honoured its war veterans, soldiers and prisoners of war. A tank stood in the park."
    ).on_subject


def test_a_passage_far_from_the_subject_is_told_apart_in_a_mixed_text() -> None:
    farm = " ".join(["The harvest was good and the market paid well for barley."] * 18)
    relevance = relevance_of(
        f"{farm} {farm}\n\nIn Sudan the ceasefire collapsed and rebels shelled the embassy of Chad.\n\n{farm}"
    )
    middle = next(index for index, weight in enumerate(relevance.passages) if weight)
    assert relevance.on_subject
    assert relevance.near(middle)
    assert not relevance.near(0)


def test_a_word_repeated_in_a_sentence_counts_once() -> None:
    once = relevance_of("Missiles hit Kharkiv in Ukraine.").passages[0]
    twice = relevance_of("Missiles, missiles and missiles hit Kharkiv in Ukraine.").passages[0]
    assert once == twice


@pytest.mark.parametrize(
    "text",
    [
        "The council approved a grant of $2 million for the school's new gymnasium.",
        "Senators welcomed the farm bill and condemned the delay of payments to growers in Ohio.",
        "The library in Springfield will lend telescopes, and the mayor thanked its donors for $4,000.",
    ],
)
def test_texts_that_can_hold_no_record_are_turned_away_at_the_door(text: str, reading_of: Callable[..., Reading]) -> None:
    assert not may_hold_records(reading_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Russian missiles struck a power station in Kharkiv.",
        "Japan will lend Kenya $40 million for a water plant, part of its development assistance.",  # no war, but help abroad
        "Turkey sent relief supplies, tents and blankets for the survivors in Nepal.",
    ],
)
def test_texts_of_conflict_or_of_help_abroad_are_let_in(text: str, reading_of: Callable[..., Reading]) -> None:
    assert may_hold_records(reading_of(text))
