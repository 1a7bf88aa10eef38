"""What part an amount of aid plays: a package, a part of one, a running total, or what is only asked for."""

import pytest
from tests.extracting.aiding import amounts, packages_of, sides


@pytest.mark.parametrize(
    "text",
    [
        "The European Union agreed a €50 billion facility for Ukraine: €33 billion in loans and €17 billion in grants.",
        "The European Union agreed a €50 billion facility for Ukraine. It runs to 2027. There will be €33 billion in loans and €17 billion in grants for Kyiv.",
        "The European Union agreed a €50 billion facility for Ukraine, comprising €33 billion in loans and €17 billion in grants.",
    ],
)
def test_what_a_sum_is_made_of_are_its_parts(text: str) -> None:
    assert amounts(packages_of(text)) == [
        ("package", 50_000_000_000, "EUR"),
        ("component", 33_000_000_000, "EUR"),
        ("component", 17_000_000_000, "EUR"),
    ]


def test_what_comes_of_a_sum_named_again_is_a_part() -> None:
    found = packages_of("Of the €40 million, €12 million will go to Ukraine's hospitals.")
    assert amounts(found)[-1] == ("component", 12_000_000, "EUR")


def test_two_amounts_that_happen_to_add_up_are_no_parts() -> None:
    found = packages_of("Italy gave Ukraine €50 million. Spain gave Ukraine €33 million and Greece €17 million.")
    assert [package.scope for package in found] == ["package"] * 3


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Britain will send Ukraine £2 billion, its share of a $40 billion G7 loan.", "component"),
        ("Norway will raise this year's support for Ukraine to 85 billion kroner.", "package"),
        ("By June 2023 Estonia had provided Ukraine with €400 million in aid.", "cumulative"),
        ("Donors have contributed $700 million to Ukraine this year.", "cumulative"),
        ("Germany has committed €12 billion in aid to Ukraine, according to the Kiel Institute.", "cumulative"),
        ("Britain stopped aid to Ukraine's railways that came to £32 million last year.", "package"),
        ("Sweden approved its biggest package for Ukraine yet, 16 billion kronor.", "package"),
        ("Seoul has sent Ukraine demining kit since 2022, and pledged $2 billion in aid.", "package"),
        ("A $50 billion package for Ukraine has been stuck in Congress since October.", "package"),
        ("The United States has pledged $90 million in logistics for Ukraine.", "package"),
    ],
)
def test_the_scope_follows_the_words_around_the_amount(sentence: str, scope: str) -> None:
    assert packages_of(sentence)[0].scope == scope


@pytest.mark.parametrize(
    ("sentence", "receivers"),
    [
        ("The United Nations is appealing for $3 billion to help civilians in Sudan.", ["SDN"]),
        ("The UN has received a tenth of the $2 billion it needs to help 9 million people in Yemen.", ["YEM"]),
        ("The World Food Programme needs $90 million to keep its kitchens open.", ["org:World Food Programme"]),
        ("UNHCR said its operation in Chad faced a funding gap of $80 million.", ["TCD"]),
    ],
)
def test_what_is_only_called_for_has_a_receiver_and_no_giver(sentence: str, receivers: list[str]) -> None:
    (package,) = packages_of(sentence)
    assert package.status == "requested"
    assert sides(package) == ([], receivers)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Canada announced C$500 million in military aid for Ukraine. Another 25 million will go to demining.", 25_000_000),
        ("Canada spent C$86 million on Ukraine's police and announced another 15 million earlier this month.", 15_000_000),
        ("Sweden will give Ukraine 9 billion kronor. Of that sum, 800 million is for ammunition.", 800_000_000),
    ],
)
def test_a_bare_number_goes_on_with_the_money_before_it(text: str, amount: int) -> None:
    assert int(packages_of(text)[-1].amount or 0) == amount


def test_a_bare_number_of_people_is_no_money() -> None:
    found = packages_of("Canada announced C$500 million in aid for Ukraine. Another 2 million people have fled.")
    assert amounts(found) == [("package", 500_000_000, "CAD")]


def test_over_is_no_bound_behind_a_verb_of_handing() -> None:
    (handed,) = packages_of("Spain is to hand over €1 billion in weapons to Ukraine.")
    (over,) = packages_of("Spain sent Ukraine weapons worth over €1 billion.")
    assert (handed.bound, over.bound) == ("exact", "at_least")


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland's arms exports to Ukraine reached $600 million.",
        "Western countries spent a trillion dollars on Ukraine.",
        "Investors poured $3 billion into Ukrainian bonds.",
        "The United States agreed to a drawdown of 30 million barrels of oil.",
    ],
)
def test_trade_and_investment_are_no_aid(sentence: str) -> None:
    assert packages_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Estonia has provided Ukraine with €500 million in military aid since 2022.", "delivered"),
        ("Estonia has committed €500 million in military aid to Ukraine since 2022.", "committed"),
        ("Since 2022 Estonia has allocated €500 million to Ukraine.", "allocated"),
        ("A €60 billion aid request for Ukraine is before Congress.", "requested"),
        ("Estonia offered Ukraine €50 million in aid.", "announced"),
        ("Estonia gave Ukraine €50 million in aid.", "delivered"),
        ("Canada's allocation of C$30 million for Ukraine is for food.", "allocated"),
    ],
)
def test_the_status_is_the_verb_s_else_the_noun_s(sentence: str, status: str) -> None:
    (package,) = packages_of(sentence)
    assert package.status == status


def test_a_level_that_a_change_comes_from_is_no_package() -> None:
    found = packages_of("The Pentagon asks for $130 million to train Ukraine's army, down from $148 million this year.")
    assert [int(package.amount or 0) for package in found] == [130_000_000]


def test_a_row_of_packages_behind_a_colon_is_no_row_of_parts() -> None:
    text = "Washington rushed out three packages for Ukraine: $700 million in May, $900 million in June and $500 million in July."
    assert [package.scope for package in packages_of(text)] == ["package"] * 3
