"""Who gives and who receives an amount, where the words for it are not the plain "gave" and "to"."""

import pytest
from tests.extracting.aiding import packages_of, sides


@pytest.mark.parametrize(
    ("sentence", "receivers"),
    [
        ("Turkey will lend Somalia's central bank $30 million.", ["SOM"]),
        ("The European Investment Bank signed a €90 million loan with Moldova on Tuesday.", ["MDA"]),
        ("Denmark is putting 300 million kroner into Ukrainian drone makers.", ["UKR"]),
        ("Seoul offered $7 million in food assistance for victims of the war in Gaza.", ["PSE"]),
        ("In Sudan, Britain will spend £15 million on emergency shelter.", ["SDN"]),
        ("Vientiane was granted a further $40 million by Japan.", ["LAO"]),
        ("Manila has been promised $250 million by Washington.", ["PHL"]),
        ("Washington withheld $60 million from UNRWA.", ["org:UNRWA"]),
    ],
)
def test_a_receiver_needs_neither_to_nor_for(sentence: str, receivers: list[str]) -> None:
    (package,) = packages_of(sentence)
    assert sides(package)[1] == receivers


@pytest.mark.parametrize(
    ("sentence", "receivers"),
    [
        ("Japan pledged a $100 million grant to Ukraine and $20 million for Gaza.", [["UKR"], ["PSE"]]),
        ("Norway gave $100 million to Ukraine and $20 million in aid to Gaza.", [["UKR"], ["PSE"]]),
        ("Norway gave $100 million to Ukraine and $20 million to Darfur.", [["UKR"], ["SDN"]]),
        ("Norway gave Ukraine $20 million for Kharkiv.", [["UKR"]]),
        ("The U.S. gave Israel $3 billion for Gaza operations.", [["ISR"]]),
    ],
)
def test_a_place_right_behind_an_amount_receives_it_also_beside_a_state(sentence: str, receivers: list[list[str]]) -> None:
    assert [sides(package)[1] for package in packages_of(sentence)] == receivers


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaking at a summit in Kenya, Norway's minister promised $8 million for Ukraine.",
        "Norway promised Ukraine $8 million after Russian missiles hit Georgia's neighbour.",
        "Norway's $8 million for Ukraine comes from the interest on frozen Russian assets.",
    ],
)
def test_a_name_that_only_stands_near_receives_nothing(sentence: str) -> None:
    (package,) = packages_of(sentence)
    assert sides(package) == (["NOR"], ["UKR"])


@pytest.mark.parametrize(
    ("sentence", "donors"),
    [
        ("Lawmakers in Prague voted to give Ukraine 400 million crowns.", ["CZE"]),
        ("Norway's minister welcomed the decision of Denmark to give Ukraine 1 billion kroner.", ["DNK"]),
        ("France hailed the plan by the United Kingdom to send £30 million to Moldova.", ["GBR"]),
        ("Sweden noted the readiness of Finland to provide €5 million for Ukraine.", ["FIN"]),
        ("The House passed a bill providing $13 billion in military aid to Israel.", ["USA"]),
        ("Italy, which closed its embassy in Syria in May, has given Ukraine €45 million in aid.", ["ITA"]),
        ("The European Commission will lend Ukraine €2 billion.", ["org:European Union"]),
        ("Hungary is blocking €3 billion in European Union military aid to Ukraine.", ["org:European Union"]),
        ("The United States will redirect $50 million in military aid from Egypt to Lebanon.", ["USA"]),
        ("Europe has given Ukraine €90 billion in aid.", ["group:Europe"]),
        ("Ukraine got a loan of $900 million from a fund backed by Japan, the World Bank said.", ["org:World Bank"]),
    ],
)
def test_the_giver_is_found_past_what_stands_between(sentence: str, donors: list[str]) -> None:
    (package,) = packages_of(sentence)
    assert sides(package)[0] == donors


def test_the_commission_gives_in_its_own_name_in_its_own_texts() -> None:
    (package,) = packages_of("The European Commission will lend Ukraine €2 billion.", publisher="European Commission")
    assert sides(package)[0] == ["org:European Commission"]


@pytest.mark.parametrize(
    ("sentence", "givers"),
    [
        ("Germany gave Ukraine €2 billion last year, France €300 million and Italy €120 million.", ["DEU", "FRA", "ITA"]),
        (
            "Britain pledged £60 million for Sudan, the United States $150 million, and Norway 90 million kroner.",
            ["GBR", "USA", "NOR"],
        ),
        ("Spain promised €30 million for Ukraine, Portugal 10 million and Belgium some 20 million.", ["ESP", "PRT", "BEL"]),
        (
            "Three are on board for Ukraine's shells: Germany with €70 million, Belgium with €20 million and Norway with €10 million.",
            ["DEU", "BEL", "NOR"],
        ),
        ("Canada announced C$40 million for Ukraine, while Japan will give $25 million.", ["CAN", "JPN"]),
    ],
)
def test_a_clause_without_its_verb_has_a_giver_of_its_own(sentence: str, givers: list[str]) -> None:
    assert [code for package in packages_of(sentence) for code in sides(package)[0]] == givers


def test_a_clause_without_its_verb_may_have_a_receiver_of_its_own() -> None:
    found = packages_of("The United States gave Sudan $9 million, Chad $4 million and Ethiopia $3 million for refugees.")
    assert [sides(package) for package in found] == [(["USA"], ["SDN"]), (["USA"], ["TCD"]), (["USA"], ["ETH"])]


def test_each_amount_of_a_row_has_the_receiver_right_behind_it() -> None:
    text = "The bill holds $90 billion, including $55 billion for Ukraine, $12 billion for Israel and $6 billion for Taiwan."
    found = [package for package in packages_of(text) if package.scope == "component"]
    assert [sides(package)[1] for package in found] == [["UKR"], ["ISR"], ["TWN"]]


def test_a_receiver_behind_other_amounts_does_not_receive_the_first() -> None:
    text = (
        "The war in Sudan goes on. Japan promised Sudan $80 million and the Netherlands €20 million, "
        "of which €5 million will go to the World Food Programme."
    )
    assert [sides(package)[1] for package in packages_of(text)] == [["SDN"], ["SDN"], ["org:World Food Programme"]]


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Japan will extend a 20 billion yen loan to the Philippines for patrol boats.", True),
        ("Saudi Arabia has given Yemen $500 million.", True),
        ("The United Arab Emirates promised Chad $150 million.", True),
        ("A Japanese retailer will invest $200 million in Kenya.", False),
        ("Egypt exported $90 million of cotton to Turkey last year.", False),
        ("The World Bank promised Chad $150 million for renewables and small businesses.", False),
    ],
)
def test_money_from_state_to_state_is_aid_in_any_text(sentence: str, given: bool) -> None:
    assert bool(packages_of(sentence, setting="")) is given


HELP = "Germany promised Ukraine more air defence systems on Monday. President Volodymyr Zelensky thanked Berlin for its help. "


@pytest.mark.parametrize(
    ("sentence", "donor"),
    [
        ("The government has budgeted 8 billion euros for Kyiv.", "DEU"),
        ("The consignment is worth 90 million euros.", "DEU"),
        ("Spain followed with 300 million euros.", "ESP"),
        ("That is in addition to £70 million from Britain.", "GBR"),
        ("A further 200 million kroner will come from Denmark.", "DNK"),
        ("The aid, worth 40 million euros, is paid for by Luxembourg.", "LUX"),
        ("It is the second tranche, of $2 billion, under the IMF programme.", "org:International Monetary Fund"),
        ("Congress has yet to pass the president's request for a further $12 billion.", "USA"),
    ],
)
def test_the_text_before_says_who_receives(sentence: str, donor: str) -> None:
    (package,) = packages_of(HELP + sentence)
    assert sides(package) == ([donor], ["UKR"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Germany will raise its own defence budget to 62 billion euros.",
        "Russia's budget foresees 13 trillion roubles for defence next year.",
        "The United States spends $850 billion a year on its military.",
        "Poland is buying $12 billion worth of tanks for its army.",
        "A Berlin court ordered the firm to pay 3 million euros in compensation.",
        "Ukraine collected 1.5 trillion hryvnias in taxes.",
        "Gazprom earned $8 billion from gas sales to Europe.",
        "The IMF expects the economy to grow to $190 billion.",
        "The tycoon donated $5 million to his party.",
        "The European Union will lend its members 150 billion euros.",
        "Qatar paid off $15 million in arrears to the World Bank.",
    ],
)
def test_money_at_home_is_no_aid_however_much_the_text_is_about_aid(sentence: str) -> None:
    assert packages_of(HELP + sentence) == []
