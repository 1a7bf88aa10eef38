"""The side that everyday words take in quotations without words of opinion."""

import pytest

from briefing_tui.extracting.reactions.tones import tone


@pytest.mark.parametrize(
    ("quoted", "stance"),
    [
        ("The two navies will sail together", "support"),
        ("They never answer our letters", "oppose"),
        ("The children cannot sleep", "concern"),
        ("It depends on what they send", "neutral"),
        ("Contacts are continuing", "neutral"),
        ("Open the gates", "urge"),
        ("our soldiers were on patrol", "defend"),
        ("whoever comes will find us here", "warn"),
        ("What kind of neighbour locks the well?", "oppose"),
        ("Where will the ferry go now?", "concern"),
        ("They come with flowers and leave with the harvest", "oppose"),
        ("This vote changes the weather of the alliance", "support"),
    ],
)
def test_everyday_words_lean_to_a_side(quoted: str, stance: str) -> None:
    assert tone(quoted) == stance


def test_a_purpose_is_the_speakers_own_defence() -> None:
    assert tone("to restore order", "his column had entered the town") == "defend"


def test_a_purpose_of_somebody_else_is_not() -> None:
    assert tone("to restore order", own=False) is None


def test_an_aim_is_support() -> None:
    assert tone("to protect the grain ships", "the aim was") == "support"


def test_colourless_words_tell_nothing() -> None:
    assert tone("a table and two chairs") is None


def test_words_about_nothing_stay_without_a_side_though_others_near_them_have_one() -> None:
    assert [tone(words) for words in ("two rows of benches", "a Tuesday in May", "the road to the ferry")] == [None, None, None]
