"""Amounts of money as news writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.extracting.values.money import is_conversion
from briefing_tui.model import Money


@pytest.fixture(scope="session")
def money_in(reading_of):
    def read(text: str, **known: str) -> list[Money]:
        return [money for passage in reading_of(text, **known).passages for money in passage.money]

    return read


@pytest.fixture(scope="session")
def written(money_in):
    def read(text: str, **known: str) -> list[tuple[str, str, str]]:
        """Amount (or low–high), currency and the span's words of each."""
        return [
            (
                f"{money.amount}" + (f"–{money.amount_high}" if money.amount_high else ""),
                money.currency,
                text[money.start : money.end],
            )
            for money in money_in(text, **known)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Washington sent $275 million in arms.", "275000000", "USD"),
        ("The bill adds US$1.2bn for shells.", "1200000000", "USD"),
        ("It cost USD 30m to repair.", "30000000", "USD"),
        ("The sale is worth $8bn.", "8000000000", "USD"),
        ("Madrid found €50m for the fund.", "50000000", "EUR"),
        ("London lent £2.5 billion.", "2500000000", "GBP"),
        ("A further DKK 830m buys drones.", "830000000", "DKK"),
        ("Ottawa pledged C$500 million.", "500000000", "CAD"),
        ("Canberra added A$100m.", "100000000", "AUD"),
        ("The grant is CAD 4.5 million.", "4500000", "CAD"),
        ("Wellington gives NZ$7.6 million.", "7600000", "NZD"),
        ("The union paid 500 million euros.", "500000000", "EUR"),
        ("The fund holds 1.5 billion U.S. dollars.", "1500000000", "USD"),
        ("Congress passed half a billion dollars.", "500000000", "USD"),
        ("It was a billion-dollar package.", "1000000000", "USD"),
        ("They signed a $300-million deal.", "300000000", "USD"),
        ("Berlin offers a 300 million-euro loan.", "300000000", "EUR"),
        ("The request was $61.4bn.", "61400000000", "USD"),
        ("He was paid $1,250,000.50 in all.", "1250000.5", "USD"),
        ("Debt reached $1.25 trillion.", "1250000000000", "USD"),
        ("Oslo gives 600 million Norwegian kroner.", "600000000", "NOK"),
        ("Copenhagen spends 4.2 billion Danish kroner.", "4200000000", "DKK"),
        ("The package costs 16 billion kronor.", "16000000000", "SEK"),
        ("Bern gives 50 million Swiss francs.", "50000000", "CHF"),
        ("Warsaw pays 20 million zlotys.", "20000000", "PLN"),
        ("Kyiv budgets 2.2 trillion hryvnias.", "2200000000000", "UAH"),
        ("He was fined 3,000 rubles.", "3000", "RUB"),
        ("Tokyo lends 471.9 billion yen.", "471900000000", "JPY"),
        ("Seoul offers 500 million won.", "500000000", "KRW"),
        ("Ankara spends 40 million lira.", "40000000", "TRY"),
        ("Pretoria sets aside 500 million rand.", "500000000", "ZAR"),
        ("The army asks for 2.5 billion shekels.", "2500000000", "ILS"),
        ("Delhi sanctioned ₹200 crore.", "2000000000", "INR"),
        ("Riyadh grants 100 million riyals.", "100000000", "SAR"),
        ("Abu Dhabi gives 30 million dirhams.", "30000000", "AED"),
        ("Prague adds 40 million koruna.", "40000000", "CZK"),
        ("The price was 50€ a head.", "50", "EUR"),
        ("It costs EUR50m a year.", "50000000", "EUR"),
        ("They got 3,5 billion euros.", "3500000000", "EUR"),
        (
            "The aid that the ministry in the capital announced on its site is worth $40\nmillion and will come soon.",
            "40000000",
            "USD",
        ),
    ],
)
def test_an_amount_has_its_value_and_currency(money_in, text, amount, currency):
    assert [(f"{money.amount}", money.currency) for money in money_in(text)] == [(amount, currency)]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("It spent nearly $2 billion on it.", "nearly $2 billion", "approx"),
        ("It has some $35 billion left.", "some $35 billion", "approx"),
        ("The sale, at an estimated $4.9 billion, waits.", "an estimated $4.9 billion", "approx"),
        ("The other sale, estimated at $182 million, waits.", "estimated at $182 million", "approx"),
        ("It approved the sale for an estimated cost of $610 million.", "an estimated cost of $610 million", "approx"),
        ("They gave roughly €800 million.", "roughly €800 million", "approx"),
        ("They gave $5 million or so.", "$5 million or so", "approx"),
        ("We committed more than $44.8 billion.", "more than $44.8 billion", "at_least"),
        ("Donors pledged over €2 billion.", "over €2 billion", "at_least"),
        ("It will take upwards of £6 billion.", "upwards of £6 billion", "at_least"),
        ("It needs $10 million or more.", "$10 million or more", "at_least"),
        ("Aid valued at up to $387 million came.", "up to $387 million", "up_to"),
        ("The plan raises as much as 40 billion euros.", "as much as 40 billion euros", "up_to"),
        ("Costs run to a maximum of £5m.", "a maximum of £5m", "up_to"),
        ("It was bought for less than $3 million.", "less than $3 million", "at_most"),
        ("Weapons worth $70 million arrived.", "$70 million", "exact"),
    ],
)
def test_bound_words_are_read_and_lie_in_the_span(money_in, text, words, bound):
    (money,) = money_in(text)
    assert (text[money.start : money.end], money.bound) == (words, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("It may cost $1-2 billion.", "1000000000", "2000000000", "$1-2 billion"),
        ("It needs between $1 billion and $2 billion.", "1000000000", "2000000000", "between $1 billion and $2 billion"),
        ("It may cost $400 to $500 million.", "400000000", "500000000", "$400 to $500 million"),
        ("Oslo will spend from 75 to 85 billion kroner.", "75000000000", "85000000000", "from 75 to 85 billion kroner"),
        ("The fund is €1.1–1.4 billion.", "1100000000", "1400000000", "€1.1–1.4 billion"),
        ("It costs $8bn-$10bn.", "8000000000", "10000000000", "$8bn-$10bn"),
    ],
)
def test_a_range_is_one_amount_with_both_ends(money_in, text, low, high, words):
    (money,) = money_in(text)
    assert (money.amount, money.amount_high, money.bound) == (Decimal(low), Decimal(high), "range")
    assert text[money.start : money.end] == words


def test_a_raise_from_one_amount_to_another_is_two_amounts(written):
    assert written("Parliament raised the fund from 75 to 85 billion kroner.") == [
        ("75000000000", "NOK", "75"),
        ("85000000000", "NOK", "85 billion kroner"),
    ]


def test_a_year_before_an_amount_is_not_the_low_end_of_a_range(written):
    assert written("Aid has grown since 2021 to about 48 billion kronor.") == [("48000000000", "SEK", "about 48 billion kronor")]


@pytest.mark.parametrize(
    "text",
    [
        "Tens of millions of dollars were lost.",
        "Billions of euros are frozen.",
        "It is a multibillion-dollar war.",
        "The stock $TSLA fell.",
        "Some 5 million people fled.",
        "The team won 5 games.",
        "A 2,000-pound bomb fell.",
        "They found 500 pounds of explosives.",
        "Ten pounds of flour are left.",
        "It kept 90 million pounds of nitrogen from the bay.",
        "They fired 155 mm shells, 40% of them old.",
        "The dollar fell and the euro rose.",
        "It happened at 5.30 in room 12.",
    ],
)
def test_what_is_not_money_is_left_alone(money_in, text):
    assert money_in(text) == []


def test_kroner_are_those_of_the_country_named_nearby(money_in):
    assert [money.currency for money in money_in("Norway gives 5 billion kroner. Denmark gives 2 billion kroner.")] == [
        "NOK",
        "DKK",
    ]


def test_kroner_without_a_country_in_the_sentence_follow_the_document(money_in):
    (money,) = money_in("Denmark decided on Friday. The package is worth 2 billion kroner.")
    assert (money.currency, money.currency_inferred) == ("DKK", True)


def test_pounds_of_another_country_are_not_sterling(money_in):
    assert [money.currency for money in money_in("Egypt lent 50 million pounds.")] == ["EGP"]


def test_a_bare_dollar_of_a_canadian_donor_is_canadian_and_marked_inferred(money_in):
    (money,) = money_in("Canada will give Ukraine $500 million this year.")
    assert (money.currency, money.currency_inferred) == ("CAD", True)


def test_a_bare_dollar_of_an_australian_publisher_is_australian(money_in):
    (money,) = money_in("We are giving $20 million.", publisher="Australian Department of Defence")
    assert (money.currency, money.currency_inferred) == ("AUD", True)


def test_a_bare_dollar_stays_american_where_the_text_marks_canadian_ones(money_in):
    assert [
        (money.currency, money.currency_inferred)
        for money in money_in("Canada gives C$500 million. Canada's share is $360 million.")
    ] == [
        ("CAD", False),
        ("USD", False),
    ]


def test_a_bare_dollar_stays_american_where_america_is_named(money_in):
    assert [money.currency for money in money_in("The United States and Canada gave $500 million.")] == ["USD"]


def test_an_elliptical_amount_takes_the_currency_before_it(money_in):
    first, second = money_in("They wanted 40 billion euros and now ask for 5 billion, no more.")
    assert (second.amount, second.currency, second.currency_inferred) == (Decimal(5_000_000_000), "EUR", True)
    assert first.currency_inferred is False


def test_people_after_an_amount_stay_people(money_in):
    assert len(money_in("It gave $5 million to help 2 million people.")) == 1


@pytest.fixture(scope="session")
def conversions(reading_of):
    def read(text: str) -> list[tuple[str, str] | None]:
        found = []
        for passage in reading_of(text).passages:
            for money in passage.money:
                base = is_conversion(passage, money)
                found.append(None if base is None else (f"{money.amount} {money.currency}", f"{base.amount} {base.currency}"))
        return found

    return read


def test_amounts_restated_in_brackets_convert_the_amount_before_them(conversions):
    assert conversions("It is worth 4.1 billion Danish kroner (about €540 million, or $570 million).") == [
        None,
        ("540000000 EUR", "4100000000 DKK"),
        ("570000000 USD", "4100000000 DKK"),
    ]


def test_an_amount_after_or_converts_the_one_before_it(conversions):
    assert conversions("Britain gave £100m, or about $127m, in May.") == [None, ("127000000 USD", "100000000 GBP")]


@pytest.mark.parametrize(
    "text",
    [
        "The package is $2 billion ($500 million of it in loans).",
        "France gave €100 million, Britain £50 million.",
        "Of the $5 million, €2 million is spent.",
    ],
)
def test_amounts_that_stand_for_themselves_convert_nothing(conversions, text):
    assert not any(conversions(text))


@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["$", "€", "£", "US$", "C$"]))
def test_a_formatted_amount_reads_back(money_in, number, sign):
    (money,) = money_in(f"They paid {sign}{number:,} for it.", publisher="The Wire")
    assert money.amount == number


@given(st.text(alphabet="$€£ 0123456789.,-–()abmnkbilonductrswe\n", max_size=80))
def test_no_text_breaks_the_reading_and_every_span_lies_in_its_sentence(reading_of, text):
    for passage in reading_of(f"Text: {text}").passages:
        for money in passage.money:
            assert passage.start <= money.start < money.end <= passage.end
            assert any(letter.isalnum() for letter in passage.text[money.start - passage.start : money.end - passage.start])
