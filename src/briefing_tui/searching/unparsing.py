"""A tree written as the text of a query that means the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from briefing_tui.model.patterns import compile_later
from briefing_tui.searching.amount_values import SIGNS
from briefing_tui.searching.lexer import continues_number
from briefing_tui.searching.parser import reads_as_word
from briefing_tui.searching.tree import And, Choice, Days, Filter, Name, Node, Not, Numbers, Or, Phrase, Unknown, Value, Word
from briefing_tui.searching.written import plain_words

_PLAIN_NAME: Final = compile_later(r"#?[^\W_][\w.:#'’&+/@-]*")
_SCALES: Final = (("bn", 9), ("m", 6), ("k", 3))


def unparse(tree: Node | None) -> str:
    """The canonical text of `tree`: reading it gives an equal tree, however it was written first.

    >>> from briefing_tui.searching.parser import parse_query
    >>> unparse(parse_query('SOURCE:tass and (a OR NOT "b  c") after:2024-11').tree)
    'publisher:tass (a or -"b c") published:2024-11-01..'
    """
    match tree:
        case None:
            return ""
        case Or():
            return " or ".join(unparse(child) for child in tree.children)
        case And():
            return _joined(tree.children)
        case Not():
            inside = f"({unparse(tree.child)})" if isinstance(tree.child, (And, Or)) else unparse(tree.child)
            return f"NOT {inside}" if inside.startswith("-") else f"-{inside}"
        case Word():
            star = "*" if tree.is_prefix else ""
            return (
                tree.text + star
                if reads_as_word(tree.text, is_prefix=tree.is_prefix) or _is_operator(tree)
                else quoted(tree.text) + star
            )
        case Phrase():
            return quoted(" ".join(tree.words)) + ("*" if tree.is_prefix else "")
        case Filter():
            return _filter(tree, is_followed=False)


def quoted(text: str) -> str:
    """`text` in quotation marks; those in it, which no search looks for, become spaces."""
    return '"' + " ".join(plain_words(text)) + '"'


def write_value(value: Value) -> str:
    """One value as it is written behind a field's colon."""
    match value:
        case Name():
            text = value.text if _PLAIN_NAME.fullmatch(value.text) else quoted(value.text)
            return text + ("*" if value.is_prefix else "")
        case Choice():
            return value.word
        case Days():
            return _days(value)
        case Numbers():
            return _numbers(value)
        case Unknown():
            return "unknown"


def _is_operator(word: Word) -> bool:
    """Words that are text only behind a hyphen, or before a star: -or, not*."""
    return word.text.lower() in {"and", "or", "not"}


def _joined(children: tuple[Node, ...]) -> str:
    text = ""
    for index, child in enumerate(children):
        after = children[index + 1] if index + 1 < len(children) else None
        if text:
            text += " and " if text.lower().endswith("not") else " "
        inner = child.child if isinstance(child, Not) else child
        if isinstance(inner, Filter) and isinstance(after, Word) and continues_number(after.text):
            text += ("-" if inner is not child else "") + _filter(inner, is_followed=True)
        else:
            text += f"({unparse(child)})" if isinstance(child, Or) else unparse(child)
    return text


def _filter(node: Filter, *, is_followed: bool) -> str:
    """`is_followed`: a word stands behind it that an amount would swallow."""
    written = [write_value(value) for value in node.values]
    if any(isinstance(value, Numbers) for value in node.values) and (is_followed or len(written) > 1):
        written = [quoted(text) for text in written]
    return f"{node.field}:{','.join(written)}"


def _days(days: Days) -> str:
    first, last = days.first, days.last
    if first is not None and last is not None:
        if first == last:
            return first.isoformat()
        if first.day == 1 and (last.month, last.day) == (12, 31) and first.month == 1 and first.year == last.year:
            return f"{first.year:04}"
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _is_month_end(last):
            return f"{first.year:04}-{first.month:02}"
    return f"{first.isoformat() if first else ''}..{last.isoformat() if last else ''}"


def _is_month_end(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).month != day.month


def _numbers(numbers: Numbers) -> str:
    low, high = numbers.low, numbers.high
    before = _currency_sign(numbers.currency)
    if low is not None and high is not None:
        if low == high:
            return before + _number(low)
        scaled = not (low < 1000)
        return f"{before}{_number(low, scaled=scaled)}..{_number(high, scaled=scaled)}"
    if low is not None:
        return f">{'=' if numbers.includes_low else ''}{before}{_number(low)}"
    assert high is not None
    return f"<{'=' if numbers.includes_high else ''}{before}{_number(high)}"


def _number(number: Decimal, *, scaled: bool = True) -> str:
    for name, power in _SCALES if scaled else ():
        if number >= 10**power:
            return f"{number.scaleb(-power).normalize():f}{name}"
    return f"{number.normalize():f}"


def _currency_sign(code: str | None) -> str:
    return _SIGN_OF.get(code, code) if code else ""


_SIGN_OF: Final[Mapping[str, str]] = {SIGNS[sign]: sign for sign in "£€$"}
