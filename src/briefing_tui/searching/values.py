"""What stands behind a field's colon, read into typed values."""

from __future__ import annotations

from datetime import date

from briefing_tui.searching.amount_values import CODES, currency_code, read_numbers
from briefing_tui.searching.day_values import read_after, read_before, read_days
from briefing_tui.searching.fields import Field
from briefing_tui.searching.nearness import nearest
from briefing_tui.searching.tree import Choice, Name, Value
from briefing_tui.searching.written import Written, plain_words, shown


def read_value(field: Field, written: Written, today: date | None) -> tuple[Value, ...]:
    """The values that one written value means: one, but for words of a closed vocabulary that stand for several ("aid").

    Raises:
        QueryError: pointing at the value.
    """
    if not written.text.strip():
        raise written.wrong(f"{field.name}: needs a value", f"for instance {field.example}")
    if field.takes == "choice":
        return tuple(Choice(word) for word in _choose(field, written))
    if field.takes == "name":
        return (_name(field, written),)
    if written.is_prefix:
        raise written.wrong(f"a star means nothing to {field.name}:", f"for instance {field.example}")
    if field.takes == "currency":
        return (_currency(written),)
    if field.takes == "days":
        return (_days(field, written, today),)
    return (read_numbers(written, is_money=field.takes == "amount"),)


def _days(field: Field, written: Written, today: date | None) -> Value:
    if field.name == "after":
        return read_after(written, today)
    if field.name == "before":
        return read_before(written, today)
    return read_days(written, today)


def _name(field: Field, written: Written) -> Name:
    text = " ".join(plain_words(written.text))
    if not any(letter.isalnum() for letter in text):
        raise written.wrong(f"{shown(text)} has no letter or digit to look for", f"for instance {field.example}")
    return Name(text, written.is_prefix or written.is_open)


def _currency(written: Written) -> Choice:
    code = currency_code(written.text)
    if code is None:
        meant = nearest(written.text.strip().upper(), CODES.split())
        raise written.wrong(
            f"{shown(written.text)} is no currency", f"did you mean {meant}?" if meant else "for instance EUR, $ or kroner"
        )
    return Choice(code)


def _choose(field: Field, written: Written) -> tuple[str, ...]:
    """The words of the field's vocabulary that are meant; an exact spelling beats the beginning of one."""
    chosen = choices(field, written.text) if not written.is_prefix else ()
    if chosen:
        return chosen
    if written.is_prefix or written.is_open:
        beginning = fold_spelling(written.text)
        begun = tuple(word for word in field.words if fold_spelling(word).startswith(beginning)) if beginning else ()
        if begun:
            return begun
    raise written.wrong(f"{field.name}: knows no {shown(written.text)}", _what_then(field, written.text))


def _what_then(field: Field, text: str) -> str:
    beginning = fold_spelling(text)
    begun = [word for word in field.words if beginning and fold_spelling(word).startswith(beginning)]
    meant = (
        begun[0] if begun else nearest(text.strip().lower().replace(" ", "_").replace("-", "_"), (*field.words, *field.spellings))
    )
    return f"did you mean {meant}?" if meant else f"it is one of {', '.join(field.words)}"


def choices(field: Field, text: str) -> tuple[str, ...]:
    """The words of a closed vocabulary that `text` spells, in British or American, with or without an ending; else none.

    >>> from briefing_tui.searching.fields import field_named
    >>> choices(field_named("class"), "air-defense"), choices(field_named("stance"), "opposes")
    (('air_defence',), ('oppose',))
    """
    folded = fold_spelling(text)
    known: dict[str, tuple[str, ...]] = {fold_spelling(word): (word,) for word in field.words}
    for spelling, words in field.spellings.items():
        known.setdefault(fold_spelling(spelling), words)
    endings = ("", "s", "es", "d", "ed", "ing")
    for form in (*(folded.removesuffix(ending) for ending in endings), folded.removesuffix("ing") + "e"):
        if form in known:
            return known[form]
    return ()


def fold_spelling(text: str) -> str:
    """`text` without case, spaces, hyphens and the differences between British and American."""
    letters = "".join(letter for letter in text.lower() if letter.isalnum())
    return (
        letters.replace("our", "or")
        .replace("defence", "defense")
        .replace("isation", "ization")
        .replace("ised", "ized")
        .replace("ll", "l")
    )
