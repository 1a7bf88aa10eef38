"""The bundled briefing, read whole: what a person who reads it would write down, one claim a test.

Its text is the one in seeds/; it was published on 2024-11-20, a Wednesday.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import AidItem, AidPackage, Briefing, EscalationEvent, Reaction, Record, trigger
from briefing_tui.reading import Metadata, read_bytes


@pytest.fixture(scope="module")
def seed() -> Briefing:
    source = Path(__file__).resolve().parent.parent / "seeds" / "example.txt"
    metadata = Metadata(published="2024-11-20", published_from="user")
    return default_extractor().extract(read_bytes(source.read_bytes(), name=source.name, metadata=metadata))


def sentence_of(record: Record, briefing: Briefing) -> str:
    """The sentence that Enter shows."""
    span = trigger(record)
    return next(
        briefing.text[sentence.start : sentence.end]
        for sentence in briefing.sentences
        if sentence.start <= span.start and span.end <= sentence.end
    )


def packages(briefing: Briefing) -> list[AidPackage]:
    return [record for record in briefing.records if isinstance(record, AidPackage)]


def items(briefing: Briefing) -> list[AidItem]:
    return [record for record in briefing.records if isinstance(record, AidItem)]


def reactions(briefing: Briefing, *codes: str) -> list[Reaction]:
    """The reactions in which every one of `codes` takes part."""
    found = [record for record in briefing.records if isinstance(record, Reaction)]
    return [record for record in found if set(codes) <= {actor.code for actor in record.actors}]


def events(briefing: Briefing, action: str) -> list[EscalationEvent]:
    return [record for record in briefing.records if isinstance(record, EscalationEvent) and record.action == action]


def item(briefing: Briefing, words: str) -> AidItem:
    """The one item whose description has `words`."""
    found = [record for record in items(briefing) if re.search(words, record.description, re.IGNORECASE)]
    assert len(found) == 1, f"{len(found)} items match {words!r}"
    return found[0]


# Aid


def test_the_package_is_counted_once_though_the_text_tells_it_twice(seed: Briefing) -> None:
    assert [(package.scope, package.amount, package.currency, package.bound) for package in packages(seed)] == [
        ("package", Decimal(275_000_000), "USD", "exact")
    ]


def test_both_mentions_of_the_package_are_its_evidence(seed: Briefing) -> None:
    (package,) = packages(seed)
    places = sorted({seed.text[span.start : span.end] for span in package.evidence if "$275 million" in span.exact})
    assert len([span for span in package.evidence if span.role == "trigger"]) >= 2
    assert all("$275 million" in place for place in places)


def test_the_package_goes_from_the_united_states_to_ukraine(seed: Briefing) -> None:
    (package,) = packages(seed)
    assert [actor.code for actor in package.donors] == ["USA"]
    assert [actor.code for actor in package.recipients] == ["UKR"]


def test_the_package_was_announced_on_the_day_of_publication(seed: Briefing) -> None:
    (package,) = packages(seed)
    assert package.status == "announced"
    assert package.announced == "2024-11-20"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("antipersonnel mines", "mine"),
        ("HIMARS|High Mobility Artillery Rocket System", "artillery"),
        ("105 mm artillery rounds", "ammunition"),
        ("Javelin", "anti_armor"),
        ("spare parts", "equipment"),
    ],
)
def test_what_is_in_the_package(seed: Briefing, words: str, kind: str) -> None:
    (package,) = packages(seed)
    found = item(seed, words)
    assert found.package == package.id
    assert found.id in package.items
    assert found.item_class == kind


def test_both_calibres_of_rounds_are_in_the_package(seed: Briefing) -> None:
    (package,) = packages(seed)
    rounds = [record for record in items(seed) if record.item_class == "ammunition"]
    assert all(record.package == package.id for record in rounds)
    covered = " ".join(span.exact for record in rounds for span in record.evidence)
    assert "155 mm" in covered
    assert "105 mm" in covered


def test_a_calibre_is_no_quantity(seed: Briefing) -> None:
    assert [record.quantity for record in items(seed)] == [None] * len(items(seed))


def test_there_is_nothing_else_in_the_package(seed: Briefing) -> None:
    assert 5 <= len(items(seed)) <= 7  # the two calibres may be one record; the mines are told more than once


@pytest.mark.parametrize("missile", ["Storm Shadow", "SCALP"])
def test_missiles_of_other_states_are_not_in_the_package(seed: Briefing, missile: str) -> None:
    assert not [record for record in items(seed) if missile in record.description]
    assert not [span for record in (*packages(seed), *items(seed)) for span in record.evidence if missile in span.exact]


# Reactions


def test_amnesty_opposes_in_its_own_word(seed: Briefing) -> None:
    (amnesty,) = reactions(seed, "org:Amnesty International")
    assert (amnesty.stance, amnesty.action, amnesty.directness, amnesty.quote) == ("oppose", None, "mixed", "reckless")


def test_norways_foreign_minister_opposes(seed: Briefing) -> None:
    norway = reactions(seed, "NOR")
    assert {(record.stance, record.action, record.person) for record in norway} == {("oppose", None, "Espen Barth Eide")}
    assert "Foreign Minister" in str(norway[0].role)


def test_austin_defends_the_decision(seed: Briefing) -> None:
    austin = [record for record in reactions(seed, "USA") if record.person and record.person.endswith("Austin")]
    assert austin[0].stance == "defend"
    assert austin[0].person == "Lloyd Austin"
    assert {record.stance for record in austin} <= {"defend", "support"}


def test_the_american_and_other_western_embassies_closed(seed: Briefing) -> None:
    closed = [record for record in reactions(seed, "USA") if record.action == "embassy_closed"]
    assert len(closed) == 1
    assert sentence_of(closed[0], seed).startswith("U.S. and other Western embassies in Kyiv temporarily closed")


def test_spain_italy_and_greece_followed_suit(seed: Briefing) -> None:
    closed = {actor.code for record in reactions(seed) if record.action == "embassy_closed" for actor in record.actors}
    assert {"ESP", "ITA", "GRC"} <= closed
    assert not closed & {"GBR", "FRA"}


def test_britain_and_france_kept_their_embassies_open(seed: Briefing) -> None:
    kept = {actor.code for record in reactions(seed) if record.action == "embassy_open" for actor in record.actors}
    assert kept == {"GBR", "FRA"}


def test_western_leaders_dismiss_the_rhetoric(seed: Briefing) -> None:
    (leaders,) = reactions(seed, "group:Western leaders")
    assert leaders.stance == "oppose"
    assert sentence_of(leaders, seed).startswith("Western leaders dismissed Russia’s aggressive rhetoric")


# Events


def test_the_nuclear_doctrine_was_revised(seed: Briefing) -> None:
    (doctrine,) = events(seed, "nuclear_posture")
    assert [actor.code for actor in doctrine.actors] == ["RUS"]
    assert doctrine.modality == "asserted"
    assert "Moscow revised its nuclear policy" in sentence_of(doctrine, seed)


def test_north_korean_troops_are_reported(seed: Briefing) -> None:
    (troops,) = events(seed, "troop_deployment")
    assert [actor.code for actor in troops.actors] == ["PRK"]
    assert troops.modality == "reported"


def test_storm_shadow_was_first_used_by_report(seed: Briefing) -> None:
    used = [record for record in events(seed, "weapon_first_use") if record.modality == "reported"]
    assert len(used) == 1
    assert [actor.code for actor in used[0].actors] == ["UKR"]
    assert "Storm Shadow" in " ".join(span.exact for span in used[0].evidence) + " ".join(used[0].weapons)


def test_scalp_is_speculation(seed: Briefing) -> None:
    guessed = [
        record
        for record in seed.records
        if isinstance(record, EscalationEvent)
        and record.modality == "speculated"
        and "SCALP" in " ".join(span.exact for span in record.evidence) + " ".join(record.weapons)
    ]
    assert len(guessed) == 1


@pytest.mark.parametrize("place", ["Belgorod", "Novgorod"])
def test_strikes_are_claimed_by_ukraine_one_a_place(seed: Briefing, place: str) -> None:
    struck = [record for record in events(seed, "strike") if record.place == place]
    assert len(struck) == 1
    assert [actor.code for actor in struck[0].actors] == ["UKR"]
    assert [actor.code for actor in struck[0].targets] == ["RUS"]
    assert struck[0].modality == "claimed"


def test_russian_air_strikes_are_anticipated(seed: Briefing) -> None:
    feared = [record for record in events(seed, "strike") if record.modality == "anticipated"]
    assert len(feared) == 1
    assert [actor.code for actor in feared[0].actors] == ["RUS"]
    assert "anticipated Russian airstrikes" in sentence_of(feared[0], seed)


def test_the_permission_to_use_longer_range_missiles(seed: Briefing) -> None:
    allowed = events(seed, "weapons_authorisation")
    assert len(allowed) == 1
    assert [actor.code for actor in allowed[0].actors] == ["USA"]


# All of it


def test_every_record_leads_to_a_sentence_that_holds_it(seed: Briefing) -> None:
    assert seed.records
    for record in seed.records:
        assert trigger(record).exact in sentence_of(record, seed)


def test_no_record_has_less_than_its_own_evidence(seed: Briefing) -> None:
    for record in seed.records:
        assert trigger(record).rule
        assert len(trigger(record).exact.split()) <= 15
