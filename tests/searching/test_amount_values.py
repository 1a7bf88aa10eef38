from decimal import Decimal

import pytest
from tests.searching.asking import canonical, refused, tree, value

from briefing_tui.searching.tree import And, Numbers, Unknown, Word

MILLION = Decimal(10**6)


@pytest.mark.parametrize(
    ("written", "millions", "currency"),
    [
        ("100m", "100", None),
        ("1.5bn", "1500", None),
        ("275 million", "275", None),
        ('"275 million"', "275", None),
        ("$100m", "100", "USD"),
        ("€1bn", "1000", "EUR"),
        ("100musd", "100", "USD"),
        ("EUR 2 bn", "2000", "EUR"),
        ("2bn EUR", "2000", "EUR"),
        ("2 billion euros", "2000", "EUR"),
        ("US$1,500,000", "1.5", "USD"),
        ("£250k", ".25", "GBP"),
        ("¥3tn", "3000000", "JPY"),
        ("NOK1.2bn", "1200", "NOK"),
        ("1000000", "1", None),
        ("100mxn", ".0001", "MXN"),
        ('"100 m kroner"', "100", "NOK"),
        ("5mm", "5", None),
        ("C$70m", "70", "CAD"),
    ],
)
def test_amounts_are_read(written: str, millions: str, currency: str | None) -> None:
    exact = Decimal(millions) * MILLION
    assert value(f"amount:{written}") == Numbers(exact, exact, currency=currency)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (">=100m", Numbers(100 * MILLION, None)),
        (">€1bn", Numbers(1000 * MILLION, None, includes_low=False, currency="EUR")),
        ("<=$5k", Numbers(None, Decimal(5000), currency="USD")),
        ("<1m", Numbers(None, MILLION, includes_high=False)),
        ("> 100 million", Numbers(100 * MILLION, None, includes_low=False)),
        ('>"$100 m"', Numbers(100 * MILLION, None, includes_low=False, currency="USD")),
        ("100m..1bn", Numbers(100 * MILLION, 1000 * MILLION)),
        ("$100..200m", Numbers(100 * MILLION, 200 * MILLION, currency="USD")),
        ("100m..", Numbers(100 * MILLION, None)),
        ("..€1bn", Numbers(None, 1000 * MILLION, currency="EUR")),
        ("=5m", Numbers(5 * MILLION, 5 * MILLION)),
        ("unknown", Unknown()),
    ],
)
def test_limits_and_ranges_are_read(written: str, expected: object) -> None:
    assert value(f"amount:{written}") == expected


def test_commas_part_thousands_or_values() -> None:
    assert canonical("amount:1,000,000,5m") == 'amount:"1m","5m"'
    assert canonical("amount:100m,200m") == 'amount:"100m","200m"'
    assert value("quantity:>=1,000") == Numbers(Decimal(1000), None)


def test_words_behind_an_amount_stay_words() -> None:
    assert tree("amount:100m try") == And((tree("amount:100m"), Word("try")))  # type: ignore[arg-type]
    assert tree("amount:100 soldiers") == And((tree("amount:100"), Word("soldiers")))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("amount:lots", "is not an amount"),
        ("amount:1.000.000", "is not an amount"),
        ("amount:100-200m", "is not an amount"),
        ("amount:-5m", "is not an amount"),
        ("amount:5mxyz", "neither a scale nor a currency"),
        ("amount:2bn..1bn", "ends before it begins"),
        ("amount:$1m..€2m", "in one currency"),
        ("amount:€1musd", "in one currency"),
        ("amount:..", "at least one of its ends"),
        ("amount:" + "9" * 30, "more digits"),
        ("quantity:$5", "no currency"),
        ("quantity:many", "is not a number"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, message: str) -> None:
    assert message in refused(text)[0]
