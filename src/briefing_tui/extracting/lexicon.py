"""Loads the lexicon: TOML files of words, flattened into the forms the scanner looks for.

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
folded (see `scan.fold`).
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from briefing_tui.extracting.inflection import inflect_verb, irregular_verb, pluralize

FOLDER: Final = Path(__file__).resolve().parent.parent / "lexicon"
CACHE_VERSION: Final = 1
_FORM_KEYS: Final = ("_names", "_nouns", "_verbs", "_irregular")


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names file and place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon: its category ("state", "weapon"), its key, and the attributes that are not surface forms."""

    category: str
    key: str
    attributes: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        """An attribute's value, or `default`."""
        return self.attributes.get(name, default)


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of an entry. `how` is the attribute it came from ("name", "demonym"), with the tense for verbs ("verb.ed")."""

    surface: str
    entry: Entry
    how: str


def load_lexicon(extra: Path | None = None, cache: Path | None = None) -> list[Form]:
    """Every surface form of the shipped lexicon and of the TOML files in `extra`, in file order.

    Parsing takes far longer than anything else at start, so the flattened forms are kept in `cache` (a folder) under a name
    made from the files' contents; a cache that cannot be read or written is no error.

    Raises:
        LexiconError: when a file is not valid TOML or not written as described above.
    """
    paths = sorted(FOLDER.glob("*.toml")) + (sorted(extra.glob("*.toml")) if extra is not None and extra.is_dir() else [])
    try:
        sources = [(path, path.read_bytes()) for path in paths]
    except OSError as error:
        raise LexiconError(f"{error.filename}: {error.strerror}") from error
    kept = None
    if cache is not None:
        digest = hashlib.sha256(b"\0".join(text for _, text in sources)).hexdigest()[:24]
        kept = cache / f"lexicon-{CACHE_VERSION}-{sys.implementation.cache_tag}-{digest}.marshal"
        rows = _read_cache(kept)
        if rows is not None:
            return _forms(rows)
    rows = []
    for path, source in sources:
        rows.extend(_flatten(path, source))
    if kept is not None:
        _write_cache(kept, rows)
    return _forms(rows)


_Row = tuple[str, str, dict[str, Any], list[tuple[str, str]]]


def _forms(rows: list[_Row]) -> list[Form]:
    out: list[Form] = []
    for category, key, attributes, surfaces in rows:
        entry = Entry(category, key, attributes)
        out.extend(Form(surface, entry, how) for surface, how in surfaces)
    return out


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


def _read_cache(path: Path) -> list[_Row] | None:
    try:
        rows = marshal.loads(path.read_bytes())  # noqa: S302 - our own file in the user's own cache folder
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return rows if isinstance(rows, list) else None


def _write_cache(path: Path, rows: list[_Row]) -> None:
    draft = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(marshal.dumps(rows))
        draft.replace(path)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
