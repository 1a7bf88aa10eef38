"""The program itself: its Python, its SQLite, the packages it needs and those it can use."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Final

from briefing_tui.cli.checks.finding import Finding

PACKAGE: Final = "briefing-tui"
OLDEST_SQLITE: Final = (3, 37, 0)
_EXTRA: Final = re.compile(r"""extra\s*==\s*['"]([\w.-]+)['"]""")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FOR_DEVELOPERS: Final = "dev"


def check_program() -> Iterator[Finding]:
    """Versions, SQLite's full-text search, shipped files, packages."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        about="program",
        state="ok",
        says=f"briefing-tui {_version(PACKAGE) or '(not installed)'}, Python {python} at {sys.executable}",
    )
    yield from _sqlite()
    yield from _shipped()
    yield from package_findings(requires(PACKAGE) or [])


def _sqlite() -> Iterator[Finding]:
    about, fix = "sqlite", "install a Python whose SQLite is newer, such as that of python.org or uv"
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        yield Finding(
            about=about, state="wrong", says=f"SQLite {sqlite3.sqlite_version}; libraries need {oldest} or newer", fix=fix
        )
        return
    lacking = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for what, statement in (
            ("full-text search (FTS5)", "CREATE VIRTUAL TABLE probe USING fts5(words)"),
            ("JSON", "SELECT json_extract('{\"a\": 1}', '$.a')"),
        ):
            try:
                connection.execute(statement)
            except sqlite3.Error:
                lacking.append(what)
    if lacking:
        yield Finding(
            about=about, state="wrong", says=f"SQLite {sqlite3.sqlite_version} was built without {' and '.join(lacking)}", fix=fix
        )
    else:
        yield Finding(about=about, state="ok", says=f"SQLite {sqlite3.sqlite_version} with full-text search")


def _shipped() -> Iterator[Finding]:
    from briefing_tui.shipped import shipped_folder

    for name in ("seeds", "styles"):
        try:
            shipped_folder(name)
        except FileNotFoundError as error:
            yield Finding(about="program", state="wrong", says=str(error), fix=f"pip install --force-reinstall {PACKAGE}")


def package_findings(requirements: Iterable[str]) -> Iterator[Finding]:
    """Whether the packages of `requirements` (as package metadata writes them) are there, those of an extra together."""
    extras: dict[str, list[str]] = {}
    missing: list[str] = []
    for requirement in requirements:
        name = _NAME.match(requirement)
        if name is None or name[0] == PACKAGE:
            continue
        condition = _EXTRA.search(requirement)
        if condition is not None:
            extras.setdefault(condition[1], []).append(name[0])
        elif _version(name[0]) is None:
            missing.append(name[0])
    if missing:
        fix = f"pip install --force-reinstall {PACKAGE}"
        yield Finding(about="packages", state="wrong", says=f"not installed: {', '.join(missing)}", fix=fix)
    else:
        yield Finding(about="packages", state="ok", says="all that it needs are installed")
    for extra, names in extras.items():
        lacking = [name for name in names if _version(name) is None]
        if extra == _FOR_DEVELOPERS:
            continue
        if lacking:
            says = f"not installed: {', '.join(lacking)}; optional"
            yield Finding(about=f"extra {extra}", state="note", says=says, fix=f"pip install '{PACKAGE}[{extra}]'")
        else:
            yield Finding(about=f"extra {extra}", state="ok", says=", ".join(f"{name} {_version(name)}" for name in names))


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
