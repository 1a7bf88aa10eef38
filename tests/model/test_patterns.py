"""Expressions compiled on first use behave like compiled ones."""

import re

import pytest

from briefing_tui.model.patterns import LatePattern, compile_later


def test_an_expression_works_like_a_compiled_one() -> None:
    late = compile_later(r"(?P<day>\d+) (may|june)", re.IGNORECASE)
    found = late.search("on 17 May")
    assert found is not None
    assert found["day"] == "17"
    assert late.findall("1 May, 2 June") == [("1", "May"), ("2", "June")]
    assert late.sub("then", "on 17 May") == "on then"
    assert late.groups == 2


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = compile_later("(")
    with pytest.raises(re.error, match="unterminated"):
        wrong.match("(")


def test_once_used_it_answers_with_the_compiled_expressions_own_methods() -> None:
    late = LatePattern("a", 0)
    assert late.match("a") is not None
    assert late.match.__self__ == re.compile("a")
