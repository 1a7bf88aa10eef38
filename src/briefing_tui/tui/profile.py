"""What kind of terminal, and what kind of person's end of the line, the explorer is for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FULL: Final = "utf-8"
"""The charset in which everything can be sent."""
_CHARSET_OF_LOCALE: Final = re.compile(r"^[A-Za-z_]{2,20}\.([A-Za-z0-9_-]{1,20})(?:@|$)")


@dataclass(frozen=True, slots=True)
class Profile:
    """How to draw, and what may be asked of the terminal."""

    is_remote: bool = False
    """At the other end of a line that may be slow: as few bytes as can be, and nothing that is not needed."""
    is_kiosk: bool = False
    """For people who are not to be trusted: nothing but reading."""
    has_colour: bool = True
    """The terminal's own sixteen colours; without, attributes alone."""
    charset: str = FULL
    """Python's name of the charset of what is sent and typed; what has no place in it is approximated."""
    term: str = "xterm-256color"
    """The terminal's name for itself."""

    @property
    def is_vt100(self) -> bool:
        """A terminal that may know no more than a VT100 of 1978: no colours, no erasing or inserting of characters."""
        return self.term.startswith(("vt1", "vt5"))


def profile_of(
    environment: Mapping[str, str], *, remote: bool | None = None, plain_letters: bool = False, kiosk: bool = False
) -> Profile:
    """Read the environment; `remote` and `plain_letters` (ASCII only) are what the person said, kiosks are always remote."""
    term = environment.get("TERM", "")
    old = term.startswith(("vt1", "vt5"))
    return Profile(
        is_remote=kiosk or (bool(environment.get("SSH_CONNECTION")) if remote is None else remote),
        is_kiosk=kiosk,
        has_colour=not environment.get("NO_COLOR") and not old,
        charset="ascii" if plain_letters or old else charset_of(environment),
        term=term,
    )


def charset_of(environment: Mapping[str, str]) -> str:
    """The charset of the locale; UTF-8 where none is named, as Python holds it with the locale "C" (PEP 538, PEP 540)."""
    locale = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    named = _CHARSET_OF_LOCALE.match(locale)
    if named is None:
        return FULL
    try:
        found = codecs.lookup(named[1])
    except LookupError:
        return FULL
    return found.name if _holds_ascii(found.name) else FULL


def _holds_ascii(charset: str) -> bool:
    """Whether letters and escape sequences are sent as they are."""
    try:
        return "\x1b[Az".encode(charset) == b"\x1b[Az"
    except (UnicodeError, LookupError):
        return False
