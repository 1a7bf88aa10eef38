"""Other ways of writing the same words: 155mm and 155 mm, Kyiv and Kiev, HIMARS and its full name."""

from __future__ import annotations

import re
import sqlite3
from typing import Final

from briefing_tui.searching.plans import Words

LONGEST_NAME: Final = 6
"""Words of the longest name that is looked up."""
MOST_FORMS: Final = 16
_SAME_THING: Final = ("spelling", "weapon")
"""The kinds of names that all stand for the very same thing."""
_SHORTENED: Final = ("state", "org")
"""The kinds of names of which only a full name and its initials do: "Wales" is among the names of the United Kingdom."""
_PASSED_OVER: Final = frozenset({"of", "the", "and", "for", "on", "in", "to"})
_PIECES: Final = re.compile(r"\d+|\D+")


def forms_of(connection: sqlite3.Connection, words: Words) -> list[Words]:
    """The words themselves and every other way of writing them, the words first."""
    forms: dict[Words, None] = {words: None}
    for form in (*_with_unit_apart(words), *_named_alike(connection, words)):
        forms.setdefault(form)
    for form in list(forms)[1:]:
        for other in _with_unit_apart(form):
            forms.setdefault(other)
    return list(forms)[:MOST_FORMS]


def is_name(connection: sqlite3.Connection, words: Words) -> bool:
    """Whether these words together are a name that is written in other ways too."""
    return bool(_named_alike(connection, words))


def _with_unit_apart(words: Words) -> list[Words]:
    """The same with the numbers joined to the letters around them, or apart from them: "155mm", "155 mm", "155-mm"."""
    apart: list[str] = []
    for word in words:
        pieces = _PIECES.findall(word) if word.isascii() else [word]
        apart.extend(pieces if len(pieces) <= 3 else [word])
    together: list[str] = []
    for word in apart:
        if together and together[-1][-1].isdigit() != word[0].isdigit() and (together[-1][-1].isdigit() or word[0].isdigit()):
            together[-1] += word
        else:
            together.append(word)
    return [form for form in (tuple(apart), tuple(together)) if form != words]


def _named_alike(connection: sqlite3.Connection, words: Words) -> list[Words]:
    if not 1 <= len(words) <= LONGEST_NAME:
        return []
    rows = connection.execute(
        """SELECT DISTINCT other.form, other.kind FROM aliases own JOIN aliases other USING (code, kind)
           WHERE own.form = ? AND own.form <> other.form ORDER BY length(other.form), other.form""",
        (" ".join(words),),
    )
    forms = {tuple(form.split()): kind for form, kind in rows}
    return [
        form
        for form, kind in forms.items()
        if (
            kind in _SAME_THING
            or (kind in _SHORTENED and _is_shortened(words, form))
            or (kind == "person" and len(form) == len(words))  # Zelensky and Zelenskyy, but not everybody's first name
        )
        and not _holds(form, words)
        and form != ("us",)
    ]


def _is_shortened(one: Words, other: Words) -> bool:
    """Whether one of them is the initials of the other, with or without its small words: UN, U.N., United Nations."""
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    initials = "".join(short)
    return len(long) >= 2 and initials in (
        "".join(word[0] for word in long),
        "".join(word[0] for word in long if word not in _PASSED_OVER),
        "".join(long),
    )


def _holds(form: Words, words: Words) -> bool:
    """Whether a form says the words anyway."""
    return any(form[at : at + len(words)] == words for at in range(len(form) - len(words) + 1))
