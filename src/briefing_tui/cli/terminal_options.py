"""How the explorer draws: `--local`, `--remote` and `--ascii`, else `BRIEFING_TUI_REMOTE` and `BRIEFING_TUI_ASCII`, else config.toml."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError

if TYPE_CHECKING:
    from briefing_tui.tui import Profile

YES_OR_NO: Final = {**dict.fromkeys(("1", "yes", "true", "on"), True), **dict.fromkeys(("0", "no", "false", "off"), False)}
"""What a variable may say, in any case."""


def add_terminal_options(parser: CommandParser) -> None:
    """Add `--local`, `--remote` and `--ascii`."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--remote", action="store_true", help="send as little as can be, as over SSH (there that is the default)")
    where.add_argument("--local", action="store_true", help="draw as on a terminal at hand, even over SSH")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII alone: no lines, dots or accents")


def chosen_profile(options: argparse.Namespace) -> Profile:
    """The terminal as the environment, the settings and the person describe it.

    Raises:
        UsageError: when a variable or a setting says neither yes nor no.
    """
    from briefing_tui.tui import profile_of

    remote = True if options.remote else False if options.local else chosen("remote")
    plain_letters = options.ascii or chosen("ascii") or False
    return profile_of(os.environ, remote=remote, plain_letters=plain_letters)


def chosen(setting: str) -> bool | None:
    """What the setting's variable says, else config.toml; None where neither says anything.

    Raises:
        UsageError: when it is neither yes nor no.
    """
    from briefing_tui.cli.folders import config_folder
    from briefing_tui.cli.settings import read_settings

    variable = f"BRIEFING_TUI_{setting.upper()}"
    said = os.environ.get(variable, "").strip().lower()
    if said:
        if said not in YES_OR_NO:
            raise UsageError(f"{variable} must be 1 or 0, not {said!r}")
        return YES_OR_NO[said]
    value = read_settings().get(setting)
    if value is not None and not isinstance(value, bool):
        raise UsageError(f"{config_folder() / 'config.toml'}: {setting} must be true or false")
    return value
