"""What kind of terminal, and what kind of person's end of the line, the explorer is for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

FULL: Final = "utf-8"
"""The charset in which everything can be sent."""
PLAIN: Final = "ascii"
"""The charset that every terminal has."""
LINUX: Final = "linux"
"""What the fonts of the Linux console have in common; sent in UTF-8. No charset of Python's."""
CANNOT_DRAW: Final = frozenset({"", "dumb", "unknown", "emacs", "network", "printer", "teletype", "adm3a", "vt52", "hp", "wy60"})
"""Names of terminals that can only print, or that have controls of their own."""
_TERM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9+._-]{0,63}\Z")
_COLOURLESS: Final = re.compile(r"vt[0-9]|.*-(?:m|mono)\Z")
_CHARSET_OF_LOCALE: Final = re.compile(r"[A-Za-z_]{1,20}\.([A-Za-z0-9_-]{1,20})(?:@|\Z)")
_COERCED: Final = "C.UTF-8"
"""What Python itself puts into LC_CTYPE where the system does not have the locale that is asked for."""
_NO_TERMINALS_CHARSET: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7", "utf-8-sig", "charmap"}
)


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
    """Python's name of the charset of what is sent; what has no place in it is approximated."""
    typed_charset: str = FULL
    """The same of what is typed. Whoever wants plain letters on the screen may still type others."""
    term: str = "xterm-256color"
    """The terminal's name for itself; empty if that is no name."""

    @property
    def is_vt100(self) -> bool:
        """A terminal that may know no more than a VT100 of 1978: no colours, no erasing or inserting of characters."""
        return self.term.startswith("vt1")

    @property
    def repertoire(self) -> str:
        """The characters that the terminal can show: its charset, or less where its fonts hold less."""
        return LINUX if self.charset == FULL and self.term.startswith("linux") else self.charset


def profile_of(
    environment: Mapping[str, str], *, remote: bool | None = None, plain_letters: bool = False, kiosk: bool = False
) -> Profile:
    """Read the environment; `remote` and `plain_letters` (ASCII only) are what the person said, kiosks are always remote."""
    term = term_of(environment)
    typed = charset_of(environment)
    profile = Profile(
        is_remote=kiosk or (bool(environment.get("SSH_CONNECTION")) if remote is None else remote),
        is_kiosk=kiosk,
        has_colour=not environment.get("NO_COLOR") and _COLOURLESS.match(term) is None,
        charset=PLAIN if plain_letters else typed,
        typed_charset=typed,
        term=term,
    )
    return replace(profile, charset=PLAIN) if profile.is_vt100 else profile


def term_of(environment: Mapping[str, str]) -> str:
    """The name of the terminal; empty when there is none, or what there is can be no name."""
    term = environment.get("TERM", "")
    return term if _TERM.match(term) else ""


def can_draw(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that a screen can be drawn on."""
    return term_of(environment) not in CANNOT_DRAW


def charset_of(environment: Mapping[str, str]) -> str:
    """The charset of the locale; UTF-8 where none is named, as Python holds it with the locale "C" (PEP 538, PEP 540).

    Of a charset that is named but unknown only ASCII is certain.
    """
    names = ["LC_ALL", "LC_CTYPE", "LANG"]
    if environment.get("LC_CTYPE") == _COERCED:
        names.remove("LC_CTYPE")
    locale = next(filter(None, map(environment.get, names)), "")
    named = _CHARSET_OF_LOCALE.match(locale)
    if named is None:
        return FULL
    try:
        found = codecs.lookup(named[1]).name
    except LookupError:
        return PLAIN
    return found if _holds_ascii(found) else PLAIN


def _holds_ascii(charset: str) -> bool:
    """Whether letters and escape sequences are sent and typed as they are."""
    if charset.startswith("iso2022") or charset.replace("_", "-") in _NO_TERMINALS_CHARSET:
        return False
    plain = "".join(map(chr, range(128)))
    try:
        return plain.encode(charset) == plain.encode() and plain.encode().decode(charset) == plain
    except (UnicodeError, LookupError, ValueError):
        return False
