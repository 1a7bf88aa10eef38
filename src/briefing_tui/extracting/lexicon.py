"""Loads the lexicon: TOML files of words, compiled into the patterns the scanner looks for.

Every file of `briefing_tui/lexicon/` and of the user's own `lexicon/` folder is read alike. A file says how its entries
are written in four optional top-level keys:

    _names  = ["name", "capital"]   attributes that hold surface forms as they are
    _nouns  = ["noun"]              surface forms that also get their plural
    _verbs  = ["verb"]              regular verbs, all inflections made by rule
    _irregular = ["irregular"]      principal parts, "strike/struck/struck"

and then one table a category, one line an entry:

    [weapon]
    HIMARS = { class = "artillery", name = ["HIMARS", "High Mobility Artillery Rocket System"] }

A surface form in lower case matches any case. A capital in it must be a capital in the text, and a form of five letters or
fewer in capitals throughout ("US", "WHO", "AMRAAM" is longer) matches only as written. Apostrophes, hyphens and dashes are
folded (see `folding.fold`).
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from briefing_tui.extracting.folding import fold
from briefing_tui.extracting.inflection import inflect_verb, irregular_verb, pluralize

FOLDER: Final = Path(__file__).resolve().parent.parent / "lexicon"
CACHE_VERSION: Final = 2
_CACHE_STEM: Final = "lexicon-"
_EXACT_CAPITALS: Final = 5
"""Acronyms up to this many letters match only as written, so that "us", "who" and "aim" stay words."""
_FORM_KEYS: Final = ("_names", "_nouns", "_verbs", "_irregular")


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names file and place."""


class Entry(NamedTuple):
    """One line of the lexicon: its category ("state", "weapon"), its key, and the attributes that are not surface forms."""

    category: str
    key: str
    attributes: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        """An attribute's value, or `default`."""
        return self.attributes.get(name, default)


Sense = tuple[int, str, int, str]
"""What a pattern may stand for: the index of an entry, the attribute with its tense, how case matters, and the form as the file has it."""

ANY_CASE: Final = 0
CAPITALS: Final = 1
"""A capital in the lexicon must be a capital in the text."""
EXACT_CASE: Final = 2


class Lexicon(NamedTuple):
    """The entries in file order, and every folded surface form (`patterns`) with what it may stand for (`senses`)."""

    entries: list[Entry]
    patterns: list[str]
    senses: list[list[Sense]]


def load_lexicon(extra: Path | None = None, cache: Path | None = None) -> Lexicon:
    """The shipped lexicon and the TOML files in `extra`, compiled for the scanner.

    Compiling takes far longer than anything else at start, so the result is kept in `cache` (a folder) under a name made
    from the files' contents; a cache that cannot be read or written is no error.

    Raises:
        LexiconError: when a file is not valid TOML or not written as described above.
    """
    paths = sorted(FOLDER.glob("*.toml")) + (sorted(extra.glob("*.toml")) if extra is not None and extra.is_dir() else [])
    try:
        sources = [(path, path.read_bytes()) for path in paths]
    except OSError as error:
        raise LexiconError(f"{error.filename}: {error.strerror}") from error
    kept = None if cache is None else cache / _cache_name(sources)
    compiled = None if kept is None else _read_cache(kept)
    if compiled is None:
        compiled = _compile(row for path, source in sources for row in _flatten(path, source))
        if kept is not None:
            _write_cache(kept, compiled)
    rows, patterns, senses = compiled
    return Lexicon([Entry(*row) for row in rows], patterns, senses)


def count_entries(path: Path) -> dict[str, int]:
    """How many entries of each category a lexicon file has, read as `load_lexicon` reads it.

    Raises:
        LexiconError: when `load_lexicon` would refuse it.
    """
    try:
        rows = _flatten(path, path.read_bytes())
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}") from error
    return Counter(category for category, *_ in rows)


_Row = tuple[str, str, dict[str, Any], list[tuple[str, str]]]
_Compiled = tuple[list[tuple[str, str, dict[str, Any]]], list[str], list[list[Sense]]]


def _compile(rows: Iterable[_Row]) -> _Compiled:
    entries: list[tuple[str, str, dict[str, Any]]] = []
    index: dict[str, list[Sense]] = {}
    for category, key, attributes, surfaces in rows:
        for surface, how in surfaces:
            index.setdefault(fold(surface), []).append((len(entries), how, _case_of(surface), surface))
        entries.append((category, key, attributes))
    return entries, list(index), list(index.values())


def _case_of(surface: str) -> int:
    if surface.islower():
        return ANY_CASE
    letters = [letter for letter in surface if letter.isalpha()]
    if not any(letter.isupper() for letter in letters):
        return ANY_CASE
    return EXACT_CASE if len(letters) <= _EXACT_CAPITALS and all(letter.isupper() for letter in letters) else CAPITALS


def _flatten(path: Path, source: bytes) -> list[_Row]:
    try:
        tables = tomllib.loads(source.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error
    names, nouns, verbs, irregular = (_attributes(path, key, tables.pop(key, [])) for key in _FORM_KEYS)
    forms = {*names, *nouns, *verbs, *irregular}
    rows: list[_Row] = []
    for category, entries in tables.items():
        if not isinstance(entries, dict):
            raise LexiconError(f"{path}: {category!r} is not a table of entries")
        for key, attributes in entries.items():
            if not isinstance(attributes, dict):
                raise LexiconError(f"{path}: {category}.{key} is not written as {{ … }}")
            surfaces: dict[str, str] = {}
            rest: dict[str, Any] = {}
            for attribute, value in attributes.items():
                if attribute not in forms:
                    rest[attribute] = value
                    continue
                words = [value] if isinstance(value, str) else value
                if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
                    raise LexiconError(
                        f"{path}: {category}.{key}.{attribute} holds surface forms, so it must be words, not {value!r}"
                    )
                if attribute in names:
                    for word in words:
                        surfaces.setdefault(word, attribute)
                elif attribute in nouns:
                    for word in words:
                        surfaces.setdefault(word, attribute)
                        surfaces.setdefault(pluralize(word), attribute)
                elif attribute in verbs:
                    for word in words:
                        for form, tense in inflect_verb(word).items():
                            surfaces.setdefault(form, f"{attribute}.{tense}")
                else:
                    for word in words:
                        if word.count("/") < 2:
                            raise LexiconError(f"{path}: {category}.{key}: {word!r} is not written as base/past/participle")
                        for form, tense in irregular_verb(word).items():
                            surfaces.setdefault(form, f"verb.{tense}")
            rows.append((category, key, rest, list(surfaces.items())))
    return rows


def _attributes(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise LexiconError(f"{path}: {key} must be a list of attribute names")
    return tuple(value)


def _cache_name(sources: list[tuple[Path, bytes]]) -> str:
    digest = hashlib.sha256(b"\0".join(text for _, text in sources)).hexdigest()[:24]
    return f"{_CACHE_STEM}{CACHE_VERSION}-{digest}.{sys.implementation.cache_tag}.marshal"


def _read_cache(path: Path) -> _Compiled | None:
    try:
        compiled: _Compiled = marshal.loads(path.read_bytes())  # noqa: S302 - our own file in the user's own cache folder
        entries, patterns, senses = compiled
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return compiled if len(patterns) == len(senses) and entries else None


def _write_cache(path: Path, compiled: _Compiled) -> None:
    """Keep `compiled`, and drop what was kept of earlier lexicons."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(marshal.dumps(compiled))
        draft.replace(path)
        for old in path.parent.glob(f"{_CACHE_STEM}*.{sys.implementation.cache_tag}.marshal"):
            if old != path:
                old.unlink(missing_ok=True)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
