import pytest

from briefing_tui.searching import QueryError
from briefing_tui.searching.toggling import has_filter, with_filter, without_filter
from briefing_tui.searching.tree import Name


@pytest.mark.parametrize(
    ("text", "field", "value", "narrowed"),
    [
        ("", "stance", "oppose", "stance:oppose"),
        ("mines ", "stance", "oppose", "mines stance:oppose"),
        ("mines  stance:oppose x", "stance", "warn", "mines  stance:oppose,warn x"),
        ("stance:opposes", "stance", "oppose", "stance:opposes"),
        ("actor:NOR", "actor", "USA", "actor:NOR actor:USA"),
        ("actor:nor", "actor", "NOR", "actor:nor"),
        ("-stance:oppose", "stance", "oppose", "-stance:oppose stance:oppose"),
        ("a or b", "kind", "event", "(a or b) kind:event"),
        ("Source:tass", "publisher", "The Times", 'Source:tass,"The Times"'),
        ('mines "open', "stance", "warn", 'mines "open"* stance:warn'),
        ("norway or", "stance", "warn", "norway stance:warn"),
        ("class:mine", "class", "air defence", "class:mine,air_defence"),
        ("x sort:relevance", "is", "quoted", "x sort:relevance is:quoted"),
    ],
)
def test_a_filter_is_added_once_and_the_rest_stays(text: str, field: str, value: str, narrowed: str) -> None:
    assert with_filter(text, field, value) == narrowed
    assert has_filter(narrowed, field, value)


@pytest.mark.parametrize(
    ("text", "field", "value", "widened"),
    [
        ("mines stance:oppose  after:2024", "stance", "oppose", "mines after:2024"),
        ("mines stance:oppose", "stance", "oppose", "mines"),
        ("stance:oppose,warn", "stance", "oppose", "stance:warn"),
        ("stance:oppose,warn,urge", "stance", "warn", "stance:oppose,urge"),
        ("stance:oppose,warn", "stance", "warn", "stance:oppose"),
        ('source:tass,"The Times"', "publisher", "the times", "source:tass"),
        ("a or stance:oppose", "stance", "oppose", "a or stance:oppose"),
        ("(stance:oppose)", "stance", "oppose", "(stance:oppose)"),
        ("-stance:oppose", "stance", "oppose", "-stance:oppose"),
        ("actor:usa,nor", "actor", "usa", "actor:usa,nor"),
        ("(a or b) kind:event", "kind", "event", "(a or b)"),
    ],
)
def test_a_filter_is_taken_out_where_it_stands_alone(text: str, field: str, value: str, widened: str) -> None:
    assert without_filter(text, field, value) == widened


def test_a_typed_value_is_written_as_it_has_to_be() -> None:
    assert with_filter("", "publisher", Name('say "x, y"')) == 'publisher:"say x, y"'


def test_a_value_that_the_field_does_not_know_is_refused() -> None:
    with pytest.raises(QueryError):
        with_filter("", "stance", "green")
