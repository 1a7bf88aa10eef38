"""Aid packages: what makes an amount aid, who gives and receives it, and what part it plays."""

import pytest
from tests.extracting.aiding import amounts, packages_of, sides

from briefing_tui.model import trigger


@pytest.mark.parametrize(
    ("sentence", "amount", "currency", "donor"),
    [
        ("Norway announced a 500 million kroner military aid package for Ukraine.", 500_000_000, "NOK", "NOR"),
        ("Spain will give Ukraine €300 million in security assistance.", 300_000_000, "EUR", "ESP"),
        ("Canada unveiled military equipment worth C$90 million for Kyiv.", 90_000_000, "CAD", "CAN"),
        ("Japan pledged $150 million to Ukraine.", 150_000_000, "USD", "JPN"),
        ("The Netherlands has earmarked €75 million for Ukraine.", 75_000_000, "EUR", "NLD"),
        ("Sweden's 19th support package for Ukraine is worth 13 billion kronor.", 13_000_000_000, "SEK", "SWE"),
    ],
)
def test_an_amount_is_aid_by_its_noun_or_its_verb(sentence: str, amount: int, currency: str, donor: str) -> None:
    (package,) = packages_of(sentence)
    assert (package.amount, package.currency) == (amount, currency)
    assert sides(package) == ([donor], ["UKR"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Germany seized $40 million from a Russian oligarch.",
        "The strike caused damage of $12 million in Ukraine.",
        "Washington put a $5 million bounty on the commander.",
        "Ukraine's economy lost €3 billion to the war.",
        "Sweden set aside 20 billion kronor for Sweden's own defence.",
    ],
)
def test_money_that_is_no_aid_makes_no_package(sentence: str) -> None:
    assert packages_of(sentence) == []


def test_a_grant_at_home_is_no_foreign_aid() -> None:
    text = "Senator Doe announced a $4 million federal grant to the fire department in Springfield. The town will buy two ambulances."
    assert packages_of(text, setting="") == []


def test_a_conversion_belongs_to_its_amount() -> None:
    (package,) = packages_of("Denmark announced a package of 1.4 billion kroner ($200 million) for Ukraine.")
    assert (package.amount, package.currency) == (1_400_000_000, "DKK")
    assert [(int(money.amount), money.currency) for money in package.converted] == [(200_000_000, "USD")]


def test_a_part_knows_the_whole_it_is_part_of() -> None:
    whole, part = packages_of(
        "Finland announced a €200 million aid package for Ukraine, including €50 million for artillery shells."
    )
    assert (whole.scope, part.scope) == ("package", "component")
    assert part.parent == whole.id


def test_a_running_total_is_cumulative_with_its_date() -> None:
    text = (
        "Italy approved €120 million in military aid for Ukraine, bringing its total support to €2.2 billion since February 2022."
    )
    found = packages_of(text)
    assert amounts(found) == [("package", 120_000_000, "EUR"), ("cumulative", 2_200_000_000, "EUR")]
    assert found[1].since == "2022-02"


def test_a_second_mention_of_one_package_is_more_evidence_of_it() -> None:
    text = "Poland announced a $90 million military aid package for Ukraine.\n\nThe $90 million package includes drones."
    (package,) = packages_of(text)
    assert [evidence.exact for evidence in package.evidence if evidence.role == "trigger"] == [
        "$90 million military aid package",
        "$90 million package",
    ]


def test_amounts_named_respectively_have_their_own_givers() -> None:
    found = packages_of("Belgium and Austria pledged €40 million and €60 million, respectively, to Ukraine.")
    assert [(sides(package)[0], int(package.amount or 0)) for package in found] == [(["BEL"], 40_000_000), (["AUT"], 60_000_000)]


def test_the_mechanism_is_only_what_the_text_names() -> None:
    drawn, plain = (
        packages_of("The United States announced $100 million for Ukraine under Presidential Drawdown Authority."),
        packages_of("The United States announced $100 million in weapons for Ukraine."),
    )
    assert drawn[0].mechanism == "pda"
    assert plain[0].mechanism is None


def test_a_package_without_an_amount_keeps_its_number_in_the_row() -> None:
    (package,) = packages_of("Lithuania announced its eighth military aid package for Ukraine on Tuesday.")
    assert (package.amount, package.tranche) == (None, 8)
    assert trigger(package).exact.endswith("military aid package for Ukraine")


def test_an_arms_sale_goes_to_its_buyer() -> None:
    text = "The State Department approved a possible $360 million arms sale to Taiwan, the Pentagon said."
    (package,) = packages_of(text, setting="")
    assert sides(package) == (["USA"], ["TWN"])
    assert package.status == "authorized"


def test_we_is_the_publisher() -> None:
    text = "Today we are announcing a further £80 million in humanitarian assistance to Sudan."
    (package,) = packages_of(text, publisher="UK Foreign, Commonwealth & Development Office")
    assert sides(package) == (["GBR"], ["SDN"])


def test_an_up_to_amount_is_bounded() -> None:
    (package,) = packages_of("Australia will provide Ukraine with up to $70 million in aid.")
    assert package.bound == "up_to"


@pytest.mark.parametrize(
    ("sentence", "amount", "scope"),
    [
        (
            "Kyiv says it got $90 million from Oslo, and $40 million of that money will pay for shells for Ukraine.",
            40_000_000,
            "component",
        ),
        ("Norway's military aid to Ukraine has reached 48 billion kroner.", 48_000_000_000, "cumulative"),
        ("Commitments to Ukraine for the year rose to €21 billion.", 21_000_000_000, "cumulative"),
        ("Finland raised by €30 million the help given to Ukraine since 2022.", 30_000_000, "package"),
        ("Denmark has so far given Ukraine 30 million kroner.", 30_000_000, "cumulative"),
    ],
)
def test_the_scope_of_an_amount_follows_from_the_words_beside_it(sentence: str, amount: int, scope: str) -> None:
    found = {package.amount: package.scope for package in packages_of(sentence)}
    assert found.get(amount) == scope


def test_amounts_that_share_a_verb_keep_their_own_givers() -> None:
    found = packages_of("Canada has announced 80 million Canadian dollars for Ukraine and Latvia €3 million.")
    assert [(package.amount, sides(package)) for package in found] == [
        (80_000_000, (["CAN"], ["UKR"])),
        (3_000_000, (["LVA"], ["UKR"])),
    ]


def test_an_appeal_has_no_giver() -> None:
    (package,) = packages_of("The United Nations appeal of $2 billion for Ukraine is a tenth funded.")
    assert sides(package) == ([], ["UKR"])
    assert package.status == "requested"


def test_a_newspaper_is_no_giver() -> None:
    (package,) = packages_of(
        "Some 4 billion euros are earmarked for military aid to Ukraine.", publisher="Harbour Gazette (weekly)"
    )
    assert sides(package) == ([], ["UKR"])


def test_a_programme_that_only_one_giver_has_names_the_giver() -> None:
    (package,) = packages_of("Ukraine will get €12 million in aid from the European Peace Facility.")
    assert sides(package) == (["org:European Union"], ["UKR"])


def test_the_state_in_a_currency_receives_nothing() -> None:
    (package,) = packages_of("Latvia pledged US$40 million in aid to Ukraine.")
    assert sides(package) == (["LVA"], ["UKR"])


def test_aid_that_is_suspended_is_a_package_without_amount() -> None:
    (package,) = packages_of("Military aid to Niger was suspended after the coup.")
    assert (package.status, sides(package)[1]) == ("suspended", ["NER"])


def test_who_says_it_is_kept_with_the_package() -> None:
    (package,) = packages_of("Sweden will give Ukraine a 30 million kronor aid package, Poland's foreign ministry said.")
    assert package.attribution is not None
    assert package.attribution.source is not None
    assert (package.attribution.source.code, package.attribution.interested) == ("POL", False)
