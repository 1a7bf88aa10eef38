"""Which library a verb works on: `--library`, else `BRIEFING_TUI_LIBRARY`, else `library` in config.toml, else the data folder's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.folders import config_folder, data_folder

if TYPE_CHECKING:
    from briefing_tui.library import Library

VARIABLE: Final = "BRIEFING_TUI_LIBRARY"
FILE: Final = "library.sqlite"


def add_library_option(parser: CommandParser) -> None:
    """Add `--library`."""
    parser.add_argument(
        "--library",
        metavar="FILE",
        help=f"the library (default: {VARIABLE}, else library in config.toml, else {FILE} of the data folder)",
    )


def library_path(given: str | None) -> Path:
    """The library's file: the one `given` with `--library`, else the person's own.

    Raises:
        UsageError: when config.toml cannot be read, or does not name a file.
    """
    named = given or os.environ.get(VARIABLE)
    if named:
        return _expanded(named)

    from briefing_tui.cli.settings import read_settings

    set_ = read_settings().get("library")
    if set_ is None:
        return data_folder() / FILE
    if not isinstance(set_, str) or not set_:
        raise UsageError(f"{config_folder() / 'config.toml'}: library must be the name of a file")
    return config_folder() / _expanded(set_)


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such person
        return Path(name)


def open_named_library(given: str | None, *, write: bool = False, create: bool = False) -> Library:
    """The library of `library_path`, opened.

    Raises:
        UsageError: see `library_path`.
        LibraryError: see `library.open_library`.
    """
    from briefing_tui.library import open_library

    return open_library(library_path(given), write=write, create=create)
