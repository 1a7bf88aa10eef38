"""Modality: who vouches for a statement, and what has not happened."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.modality.modality import ModalityReading, read_modality
from briefing_tui.reading import Metadata, read_bytes

ModalityOf = Callable[..., ModalityReading]


@pytest.fixture(scope="session")
def modality_of() -> ModalityOf:
    """The modality of the words `words` in a text."""

    def read(text: str, words: str, *, publisher: str | None = None) -> ModalityReading:
        document = read_bytes(text.encode(), name="test", metadata=Metadata(published="2024-11-20", publisher=publisher))
        reading = default_extractor().read(document)
        start = text.index(words)
        passage = next(one for one in reading.passages if one.start <= start < one.end)
        return read_modality(reading, passage, start, start + len(words))

    return read


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("A missile struck the port of Odesa on Monday.", "struck", "asserted"),
        # a party's word
        ("Ukraine's military said it struck a depot in Kursk.", "struck", "claimed"),
        ("A missile hit a school in Sumy, the regional governor said.", "hit", "claimed"),
        ("Russia claimed to have attacked an airfield.", "attacked", "claimed"),
        ("The ministry accused Ukraine of setting fire to a depot.", "setting fire", "claimed"),
        ("Rebels in the north say they have taken the garrison.", "taken", "claimed"),
        ("Rebels entered the town on Monday, residents and a rebel official said.", "entered", "claimed"),
        ("Russia fired 90 drones overnight, in what the air force described as a record.", "fired", "asserted"),
        ("It was the first acknowledged Israeli strike on the port.", "strike", "asserted"),
        ("Iran called the barrage revenge for Thursday's strikes.", "strikes", "asserted"),
        ("Kyiv said morale sank after the loss of Lyman, which Russia captured in May.", "captured", "asserted"),
        # confirmation
        ("Kyiv confirmed that its troops had left the town.", "had left", "confirmed"),
        ("The general staff acknowledged that the village had been lost.", "had been lost", "confirmed"),
        # hearsay
        ("The embassy was reportedly hit by a drone.", "hit", "reported"),
        ("The sale comes amid reports of strikes on the capital.", "strikes", "reported"),
        ("Reports suggest foreign soldiers are fighting in the region.", "fighting", "reported"),
        ("A drone fell on a warehouse, according to Telegram channels.", "fell", "reported"),
        ("Israel carried out the attack, two unnamed officials said.", "carried out", "reported"),
        ("Israel bombed the prison gate, Iranian state media report.", "bombed", "reported"),
        ("A drone hit the base, an army source said on condition of anonymity.", "hit", "reported"),
        # guesses
        ("There was speculation about the use of French missiles.", "use of French missiles", "speculated"),
        ("Iran is believed to have supplied the drones.", "supplied", "speculated"),
        ("The blast was a suspected attack.", "attack", "speculated"),
        # what may come
        ("Embassies closed because of anticipated Russian airstrikes.", "airstrikes", "anticipated"),
        ("Missile attacks could begin with little notice.", "Missile attacks", "anticipated"),
        ("Officials warned of a new offensive in the north.", "offensive", "anticipated"),
        ("A second incursion was imminent, he held.", "incursion", "anticipated"),
        # plans
        ("Israel plans to expand its operation in Rafah.", "expand", "planned"),
        ("NATO will deploy four battalions.", "deploy", "planned"),
        ("The parliament voted last month to send warships to the gulf.", "send", "planned"),
        # denial
        ("Kyiv denied that its forces had attacked the Kremlin.", "attacked", "denied"),
        ("The claim that the ship had been hit does not correspond to reality.", "hit", "denied"),
    ],
)
def test_the_nearest_cue_that_governs_the_words_decides(modality_of: ModalityOf, text: str, words: str, modality: str) -> None:
    found = modality_of(text, words)
    assert (found.modality, found.background) == (modality, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If Russia attacks a member, the alliance will respond.", "attacks"),
        ("The batteries protect the city against missile strikes.", "missile strikes"),
        ("The Council called for an immediate ceasefire.", "ceasefire"),
        ("Russia did not attack the plant.", "attack"),
        ("The aid helps to deter further strikes.", "strikes"),
        ("There is no sign of a new mobilization.", "mobilization"),
    ],
)
def test_the_hypothetical_the_wished_for_and_the_averted_are_background(modality_of: ModalityOf, text: str, words: str) -> None:
    assert modality_of(text, words).background


def test_a_later_sentence_may_say_that_nothing_was_verified(modality_of: ModalityOf) -> None:
    text = "Russia said it captured the village. Reuters could not independently verify the report."
    found = modality_of(text, "captured")
    assert found.modality == "unconfirmed"
    assert found.cue is not None
    assert text[slice(*found.cue)] == "could not independently verify"


def test_a_cue_points_at_its_own_words_and_names_its_source(modality_of: ModalityOf) -> None:
    text = "Ukraine said its drones struck a depot in Kursk."
    found = modality_of(text, "struck")
    assert found.cue is not None
    assert text[slice(*found.cue)] == "said"
    assert found.source is not None
    assert [actor.code for actor in found.source.actors] == ["UKR"]


def test_what_stands_in_an_after_clause_is_not_the_speakers_claim(modality_of: ModalityOf) -> None:
    text = "North Korea fired a missile hours after South Korean troops opened a drill, the military said."
    assert modality_of(text, "opened").modality == "asserted"
    assert modality_of(text, "fired").modality == "claimed"


def test_a_list_item_takes_the_modality_of_the_lists_introduction(modality_of: ModalityOf) -> None:
    text = "The army continued its campaign, claiming strikes on:\n- A depot in Kursk.\n- A bridge in Bryansk."
    assert modality_of(text, "A bridge").modality == "claimed"


def test_the_united_states_is_no_verb_of_saying(modality_of: ModalityOf) -> None:
    assert modality_of("The United States strikes targets in Yemen.", "strikes").modality == "asserted"


def test_the_month_of_may_is_no_modal(modality_of: ModalityOf) -> None:
    assert modality_of("The militia has besieged the city since May.", "besieged").modality == "asserted"


def test_words_inside_a_name_are_no_cues(modality_of: ModalityOf) -> None:
    assert not modality_of("Sudan's Rapid Support Forces shelled the market.", "shelled").background


def test_a_saying_nearer_than_a_denial_decides(modality_of: ModalityOf) -> None:
    text = "Hezbollah denied that the border was crossed and said its fighters had shelled a barracks."
    assert modality_of(text, "shelled").modality == "claimed"


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        # an attribution keeps to its own clause
        ("Russia bombed Kyiv on Sunday, and a missile struck a school in Sumy later, officials said.", "bombed", "asserted"),
        ("Russia bombed Kyiv on Sunday, and a missile struck a school in Sumy later, officials said.", "struck", "claimed"),
        ("Israel bombed the ship on which, the army said, a radar had been set up.", "bombed", "asserted"),
        ("The minister, who condemned the strike on Poltava, said more aid would follow.", "strike", "asserted"),
        ("Since Israel invaded Lebanon, a million people have fled, the UN says.", "invaded", "asserted"),
        # what is counted is told by who counts
        ("The ministry counted 31 aircraft near the island, 13 of which crossed the line.", "crossed", "claimed"),
        ("Ten aircraft were detected near the island.", "detected", "asserted"),
        # a verb that treats of a thing does not tell it
        ("The army has not commented on the strikes.", "strikes", "asserted"),
        ("The navy concluded two days of drills on Friday.", "drills", "asserted"),
        # what pictures show
        ("Satellite images reviewed by an agency show that China has deployed jets there.", "deployed", "confirmed"),
        ("A show of force followed the raid.", "raid", "asserted"),
        # not verified
        ("The agency could not verify reports that rebels had entered the town.", "entered", "unconfirmed"),
        ("A shell hit the clinic. Aid workers could not confirm the source of fire.", "hit", "asserted"),
        # whose weapon it was is suspected, not that it struck
        ("A suspected Ukrainian drone struck a refinery.", "struck", "speculated"),
    ],
)  # fmt: skip
def test_a_cue_governs_its_own_clause_and_no_other(modality_of: ModalityOf, text: str, words: str, modality: str) -> None:
    assert modality_of(text, words).modality == modality
