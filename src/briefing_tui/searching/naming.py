"""Names in filters as what the index has: actors by code, publishers by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from briefing_tui.library.folding import fold_words, joined
from briefing_tui.searching.nearness import nearest

MOST_NAMES: Final = 64
"""Actors or publishers that one name may stand for."""
_LAST: Final = "\U0010ffff"
_OWN_NAMES: Final = ("state", "org", "body")
_ANY_NAME: Final = ("demonym", "capital", "metonym")


class Meaning(NamedTuple):
    """A code and how it is called."""

    code: str
    name: str


def actors_named(connection: sqlite3.Connection, text: str, *, is_prefix: bool) -> list[Meaning]:
    """The actors that a person means by a code or name; an exact one beats the beginning of a longer one. None when nobody knows it.

    Codes come first, then names, then what stands for them (demonyms, capitals), then names that begin so or hold the words.
    """
    found = _by_code(connection, text)
    if found and not is_prefix:
        return found
    form = fold_words(text)
    if not form:
        return []
    for kinds in (_OWN_NAMES, _ANY_NAME):
        found = found or _by_alias(connection, form, kinds)
    found = found or _meanings(connection.execute("SELECT code, name FROM actors WHERE folded = ? LIMIT ?", (form, MOST_NAMES)))
    if found:
        return found
    found = _meanings(
        connection.execute(
            "SELECT code, name FROM actors WHERE folded >= ? AND folded < ? LIMIT ?", (form, form + _LAST, MOST_NAMES)
        )
    )
    marks = ", ".join("?" * len(_OWN_NAMES))
    begun = connection.execute(
        f"SELECT DISTINCT code, name FROM aliases WHERE form >= ? AND form < ? AND kind IN ({marks}) LIMIT ?",
        (form, form + _LAST, *_OWN_NAMES, MOST_NAMES),
    )
    found = _once([*found, *_meanings(begun)])
    if found:
        return found
    inside = f"% {_escaped(form)}%"
    return _meanings(
        connection.execute("SELECT code, name FROM actors WHERE folded LIKE ? ESCAPE '\\' LIMIT ?", (inside, MOST_NAMES))
    )


def nearest_actor(connection: sqlite3.Connection, text: str) -> str | None:
    """The name of an actor that `text` is probably a slip of."""
    form = fold_words(text)
    names = connection.execute(
        "SELECT folded FROM actors WHERE folded LIKE ? UNION SELECT form FROM aliases WHERE form LIKE ? AND kind IN ('state', 'org')",
        (f"{_escaped(form[:1])}%", f"{_escaped(form[:1])}%"),
    )
    return nearest(form, (name for (name,) in names))


def publishers_named(connection: sqlite3.Connection, text: str, *, is_prefix: bool) -> list[Meaning]:
    """The publishers that a person means, their facet words as codes: exactly that name, else all whose name has these words."""
    exact = f"pu{joined(text)}"
    every = [Meaning(facet, value) for facet, value in _publishers(connection)]
    if not is_prefix:
        same = [one for one in every if one.code == exact]
        if same:
            return same
    asked = fold_words(text).split()
    return [one for one in every if _has_words(fold_words(one.name).split(), asked, is_prefix=is_prefix)][:MOST_NAMES]


def nearest_publisher(connection: sqlite3.Connection, text: str) -> str | None:
    """The publisher that `text` is probably a slip of."""
    names = {fold_words(value): value for _, value in _publishers(connection)}
    meant = nearest(fold_words(text), names)
    return names[meant] if meant else None


def _publishers(connection: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    return connection.execute("SELECT facet, value FROM facet_counts WHERE facet >= 'pu' AND facet < 'pv' ORDER BY count DESC")


def _has_words(words: list[str], asked: list[str], *, is_prefix: bool) -> bool:
    for at in range(len(words) - len(asked) + 1):
        window = words[at : at + len(asked)]
        if window == asked or (is_prefix and window[:-1] == asked[:-1] and window[-1].startswith(asked[-1])):
            return True
    return False


def _by_code(connection: sqlite3.Connection, text: str) -> list[Meaning]:
    code = text if ":" in text else text.upper()
    row = connection.execute("SELECT code, name FROM actors WHERE code = ?", (code,)).fetchone()
    if row is None:
        row = connection.execute(
            "SELECT code, name FROM aliases WHERE code = ? AND kind IN ('state', 'org') LIMIT 1", (code,)
        ).fetchone()
    if row is None and ":" in text:
        row = connection.execute("SELECT code, name FROM actors WHERE code = ? COLLATE NOCASE", (text,)).fetchone()
    return [Meaning(*row)] if row else []


def _by_alias(connection: sqlite3.Connection, form: str, kinds: tuple[str, ...]) -> list[Meaning]:
    marks = ", ".join("?" * len(kinds))
    rows = connection.execute(
        f"SELECT DISTINCT code, name FROM aliases WHERE form = ? AND kind IN ({marks}) LIMIT ?", (form, *kinds, MOST_NAMES)
    )
    return _meanings(rows)


def _meanings(rows: Iterable[tuple[str, str]]) -> list[Meaning]:
    return _once(Meaning(code, name) for code, name in rows)


def _once(meanings: Iterable[Meaning]) -> list[Meaning]:
    return list({one.code: one for one in meanings}.values())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
