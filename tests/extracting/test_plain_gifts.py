"""Aid told without an amount: who gave or stopped what for whom, and the talk about aid that is no record."""

import pytest
from tests.extracting.aiding import packages_of, sides

_WAR = " The war has killed thousands of soldiers, and fighting went on along the front line overnight."


@pytest.mark.parametrize(
    ("sentence", "donors", "recipients"),
    [
        ("Qatar sent weapons to Libya during the uprising.", ["QAT"], ["LBY"]),
        ("Denmark has begun shipping arms to Ukraine.", ["DNK"], ["UKR"]),
        ("Italy and Spain promised military aid to the Peshmerga.", ["ITA", "ESP"], ["org:Peshmerga"]),
        ("Lebanon received a shipment of ammunition from Jordan.", ["JOR"], ["LBN"]),
        ("A consignment of arms was delivered to Somalia by Turkey.", ["TUR"], ["SOM"]),
    ],
)
def test_aid_without_an_amount_is_a_package_where_giver_deed_and_receiver_are_named(
    sentence: str, donors: list[str], recipients: list[str]
) -> None:
    (package,) = packages_of(sentence + _WAR)
    assert sides(package) == (donors, recipients)
    assert package.amount is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark could send weapons to Ukraine.",
        "Protesters urged Denmark to send weapons to Ukraine.",
        "Denmark sent no weapons to Ukraine.",
        "Denmark accused Serbia of supplying weapons to Libya.",
        "France gave information about weapons to Ukraine.",
        "Russia attacked weapons depots in Ukraine.",
    ],
)
def test_talk_of_aid_that_is_not_given_is_no_package(sentence: str) -> None:
    assert packages_of(sentence + _WAR) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Belgium suspended military aid to Niger.",
        "Belgium decided to freeze arms shipments to Niger.",
        "Belgium's suspension of development aid to Niger angered the junta.",
        "Belgium has paused funding for Niger.",
    ],
)
def test_aid_that_is_stopped_is_a_suspended_package(sentence: str) -> None:
    (package,) = packages_of(sentence + _WAR)
    assert (sides(package), package.status) == ((["BEL"], ["NER"]), "suspended")


def test_a_vague_sum_given_over_years_is_a_running_total_without_an_amount() -> None:
    (package,) = packages_of(
        "Norway has sent hundreds of millions of dollars in military aid to Moldova since the invasion." + _WAR
    )
    assert (package.scope, package.amount, package.currency) == ("cumulative", None, "USD")


def test_aid_in_general_is_the_package_told_with_its_amount() -> None:
    (package,) = packages_of(
        "Norway has sent weapons to Ukraine. Norway announced a $70 million military aid package for Ukraine." + _WAR
    )
    assert package.amount == 70_000_000


@pytest.mark.parametrize(
    "sentence",
    [
        "Wounded Syrians are receiving treatment from aid workers in Jordan.",
        "Washington restricted U.S. exports to Russia.",
        "The crackdown has frozen $30 million in militant assets in Yemen.",
    ],
)
def test_trade_agencies_and_frozen_assets_are_no_aid(sentence: str) -> None:
    assert packages_of(sentence + _WAR) == []


def test_a_bill_that_names_no_receiver_goes_to_all_its_parts_go_to() -> None:
    whole, *parts = packages_of(
        "The US Senate passed a $50bn foreign aid bill which includes $30bn for Ukraine and $9bn for Israel." + _WAR
    )
    assert sides(whole) == (["USA"], ["UKR", "ISR"])
    assert [sides(part)[1] for part in parts] == [["UKR"], ["ISR"]]


def test_an_armed_group_behind_the_possessive_of_its_country_is_the_receiver() -> None:
    (package,) = packages_of("Chad has supplied weapons to Sudan's Rapid Support Forces." + _WAR)
    assert sides(package) == (["TCD"], ["org:Rapid Support Forces"])


def test_a_government_asks_its_own_parliament_for_what_it_will_give() -> None:
    (package,) = packages_of("President Barack Obama asked Congress for $5 million to train and equip Syrian rebels." + _WAR)
    assert (package.status, sides(package)[0]) == ("requested", ["USA"])


def test_two_givers_before_two_amounts_give_one_each() -> None:
    found = packages_of("Iceland and Norway will give Ukraine $3 million and $8 million." + _WAR)
    assert [(sides(package)[0], int(package.amount or 0)) for package in found] == [(["ISL"], 3_000_000), (["NOR"], 8_000_000)]


def test_money_that_a_sanctioned_bank_moved_is_no_aid() -> None:
    assert packages_of("Washington imposed sanctions on a bank that moved $7 million for Hezbollah." + _WAR) == []


def test_a_sale_and_the_price_of_its_deal_are_one_package() -> None:
    (package,) = packages_of(
        "Washington approved the potential sale of missiles to Taiwan in a deal valued at $9 million." + _WAR
    )
    assert package.amount == 9_000_000


def test_several_givers_may_each_give_the_amount() -> None:
    (package,) = packages_of("Estonia and Latvia pledged $5 million each for Ukraine." + _WAR)
    assert (sides(package), package.amount) == ((["EST", "LVA"], ["UKR"]), 5_000_000)


def test_packages_told_after_a_larger_one_that_they_add_up_to_are_its_parts() -> None:
    found = packages_of(
        "Norway announced a new military aid package for Ukraine totaling $90 million. Norway is committing $60 million in ammunition to"
        " Ukraine. It is also sending Ukraine $30 million worth of vehicles." + _WAR
    )
    assert [(int(package.amount or 0), package.scope) for package in found] == [
        (90_000_000, "package"),
        (60_000_000, "component"),
        (30_000_000, "component"),
    ]


def test_money_for_the_own_forces_beside_talk_of_aid_is_no_aid() -> None:
    found = packages_of("Although its military aid to Kyiv goes down, Spain will cut procurement by €40 million." + _WAR)
    assert [package.amount for package in found if package.amount is not None] == []


def test_a_level_is_aid_of_its_own_where_it_is_told_with_its_year() -> None:
    found = packages_of("Belgian aid to Ukraine falls to €1 billion in 2026 from around €2 billion in 2025." + _WAR)
    assert [int(package.amount or 0) for package in found] == [1_000_000_000, 2_000_000_000]
