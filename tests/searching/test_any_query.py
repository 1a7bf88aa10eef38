"""Whatever is typed is a query or an error with a place in it, never anything else."""

import os
import random
from datetime import date
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.searching import QueryError, parse_query, parse_typing, render_error
from briefing_tui.searching.fields import FIELDS
from briefing_tui.searching.toggling import has_filter, with_filter, without_filter
from briefing_tui.searching.unparsing import unparse

TODAY = date(2024, 11, 20)
ROUNDS = int(os.environ.get("BRIEFING_TUI_FUZZ_ROUNDS", "3000"))
"""Set to 100000 for the full run."""
PIECES = [
    *'()|-*"“”:,.<>=≤ \t\n\x00\x1b\ud800\u202e日é٣$€',
    " or ", " OR ", " and ", " not ", " NOT ", "..", ">=", "norway", "anti-armor", "155-mm", "10:30", "http://x", "unknown", "today",
    "7d", "2024-11-18", "2024", "100m", "1,000", "million", "usd", "EUR 2 bn", "sort:", "stanse:", "oppose", "air defence", "*", "((", '""',
    *(f"{name}:" for field in FIELDS for name in (field.name, *field.aliases)),
    *(field.example for field in FIELDS),
]  # fmt: skip


def check(text: str) -> None:
    """What holds for every text."""
    typed = parse_typing(text, today=TODAY)
    if typed.tree is not None:
        assert parse_query(unparse(typed.tree), today=TODAY).tree == typed.tree
    try:
        query = parse_query(text, today=TODAY)
    except QueryError as error:
        check_error(error, text)
        return
    again = parse_query(unparse(query.tree), today=TODAY)
    assert again.tree == query.tree
    assert unparse(again.tree) == unparse(query.tree)


def check_error(error: QueryError, text: str) -> None:
    assert 0 <= error.start <= error.end <= len(text)
    assert error.message
    line, carets = render_error(error, text).split("\n")
    assert not any(category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in line)
    assert carets.strip() == "^" * carets.count("^") != ""


def random_text(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return "".join(
            chr(chance.randrange(0x110000)) if chance.random() < 0.2 else chr(chance.randrange(128))
            for _ in range(chance.randrange(30))
        )
    return "".join(chance.choice(PIECES) + (" " if chance.random() < 0.3 else "") for _ in range(chance.randrange(12)))


def grown_query(chance: random.Random, depth: int = 0) -> str:
    """A query that is right by construction."""
    match chance.randrange(9 if depth < 4 else 6):
        case 0 | 1:
            return chance.choice(["norway", "mines", "anti-armor", "155-mm", "Zelensky's", "nuc*", "10:30", "été"])
        case 2:
            return chance.choice(['"nuclear doctrine"', "“red line”", '"155 mm shel*"', '"x"*'])
        case 3 | 4:
            field = chance.choice([field for field in FIELDS if field.name != "sort"])
            if field.words:
                return f"{field.name}:{','.join(chance.sample(field.words, chance.randint(1, 3)))}"
            return field.example
        case 5:
            return "-" + chance.choice(["tass", '"red line"', "source:tass", "(a or b)"])
        case 6:
            return f"({grown_query(chance, depth + 1)})"
        case 7:
            return f"{grown_query(chance, depth + 1)}{chance.choice([' or ', ' | ', ' OR '])}{grown_query(chance, depth + 1)}"
        case _:
            return f"{grown_query(chance, depth + 1)}{chance.choice([' ', '  ', ' and '])}{grown_query(chance, depth + 1)}"


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        match chance.randrange(3):
            case 0:
                text = text[:place] + chance.choice(PIECES) + text[place:]
            case 1:
                text = text[:place] + text[place + chance.randint(1, 3) :]
            case _:
                other = chance.randrange(len(text) + 1)
                text = text[: min(place, other)] + text[max(place, other) :] + text[min(place, other) : max(place, other)]
    return text


@pytest.mark.parametrize("seed", range(4))
def test_random_texts(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS // 4):
        check(random_text(chance))


@pytest.mark.parametrize("seed", range(4))
def test_good_queries_are_read_in_full_and_their_beginnings_while_typing(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS // 40):
        text = grown_query(chance)
        query = parse_query(text, today=TODAY)
        assert parse_query(unparse(query.tree), today=TODAY).tree == query.tree
        for end in range(len(text) + 1):
            check(text[:end])


@pytest.mark.parametrize("seed", range(4))
def test_good_queries_with_something_wrong_in_them(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS // 4):
        check(mutated(grown_query(chance), chance))


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(st.sampled_from('ab:"()-*|, \u201corn><=.1m$'), max_size=40))
@settings(max_examples=300)
def test_any_text_of_the_characters_that_mean_something(text: str) -> None:
    check(text)


@pytest.mark.parametrize("seed", range(2))
def test_a_filter_that_was_added_is_there_and_can_be_taken_out(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS // 10):
        text = grown_query(chance) if chance.random() < 0.5 else random_text(chance)
        field, value = chance.choice([("stance", "oppose"), ("actor", "NOR"), ("publisher", "The, Times"), ("is", "quoted")])
        with_it = with_filter(text, field, value, today=TODAY)
        parse_query(with_it, today=TODAY)
        assert has_filter(with_it, field, value, today=TODAY)
        without = without_filter(with_it, field, value, today=TODAY)
        parse_query(without, today=TODAY)
        assert len(without) < len(with_it)
