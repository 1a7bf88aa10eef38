"""The stance of sayings that do several things at once: what is judged first is the point."""

import pytest
from tests.extracting.reacting import reactions_of


def stances(text: str) -> list[str]:
    return [reaction.stance for reaction in reactions_of(text)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“This raid is a direct challenge to our union, and it needs an answer,” the Estonian president said.", "oppose"),
        ("“We will immediately send doctors and generators to Chad,” Norway's foreign minister said.", "support"),
        ("“Chad regrets the decision of Niger to shut the border,” its foreign ministry said.", "oppose"),
        ("Pakistan said it would send its troops into the valley.", "warn"),
        ("Kenya said it would downgrade its ties with Khartoum.", "oppose"),
        ("Armenia said it would never start a war.", "defend"),
        ("Lebanon said its army could not reach the village because of the shelling.", "defend"),
        ("The Houthis said the attack was revenge for the raid on Hodeidah.", "defend"),
        ("Guyana's president vowed to take the matter to the International Court of Justice.", "oppose"),
    ],
)
def test_the_point_of_a_saying_is_taken(text: str, stance: str) -> None:
    assert stance in stances(text)


def test_what_one_will_do_is_no_demand_though_it_is_soon() -> None:
    assert "urge" not in stances("“We will stop the flights,” Turkey's transport minister said.")


def test_what_somebody_needs_is_no_demand_where_it_is_given() -> None:
    assert "urge" not in stances("“We will give Moldova what it needs to defend itself,” the Polish prime minister said.")
