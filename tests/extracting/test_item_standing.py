"""How an item's gift stands, and the package it belongs to."""

import pytest
from tests.extracting.aiding import briefing_of, items_of

from briefing_tui.model import AidItem, AidPackage


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Denmark will hand Ukraine 15 howitzers and winter boots.", "planned"),
        ("Six minehunters are to be transferred to Ukraine next year.", "planned"),
        ("Berlin ruled out giving Ukraine Taurus missiles.", "denied"),
        ("Denmark handed Ukraine 15 howitzers in March.", "asserted"),
    ],
)
def test_what_will_be_given_is_planned_and_what_is_ruled_out_denied(sentence: str, modality: str) -> None:
    assert {item.modality for item in items_of(sentence)} == {modality}


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Washington announced a $90 million package for Ukraine that includes radars.", True),
        ("Warsaw announced military aid for Ukraine, a package of 70 million euros. The consignment includes mortars.", True),
        ("Seoul gave Ukraine ambulances, and pledged $300 million in aid to Ukraine.", False),
        ("Rome sent Ukraine generators on top of the $50 million in aid it gave Ukraine in May.", False),
    ],
)
def test_an_item_belongs_to_the_package_it_is_told_with(text: str, linked: bool) -> None:
    records = briefing_of(text).records
    packages = [record.id for record in records if isinstance(record, AidPackage)]
    (item,) = (record for record in records if isinstance(record, AidItem))
    assert packages
    assert (item.package in packages) == linked
