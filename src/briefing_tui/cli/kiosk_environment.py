"""What a kiosk takes from an environment that others may have filled: next to nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

SAFE_TERM: Final = "vt100"
"""Taken for a terminal we do not know: no colours, no letters beyond ASCII, and every terminal since understands it."""
KNOWN_TERMS: Final = frozenset(
    """
    alacritty contour cygwin eterm foot gnome gnome-256color iterm2 konsole konsole-256color linux mlterm mintty
    putty putty-256color rxvt rxvt-256color rxvt-unicode rxvt-unicode-256color
    screen screen-256color screen.linux screen.xterm-256color st st-256color tmux tmux-256color
    vt100 vt102 vt220 vt320 vte vte-256color wezterm xterm xterm-16color xterm-256color xterm-color xterm-direct
    xterm-ghostty xterm-kitty xterm-new xterm-old
    """.split()
)
"""Terminals that understand what a kiosk sends."""
UNDRAWABLE: Final = "dumb"
_LOCALE: Final = re.compile(r"[A-Za-z]{1,3}(?:_[A-Z]{2})?\.(?:utf-?8|iso-?8859-\d{1,2}|koi8-[ru]|cp125\d)", re.IGNORECASE)
_OF_PYTHON: Final = "PYTHON"


def trusted_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The terminal's name, the wish for no colour and the charset: each as a value that we know, whatever was given.

    >>> trusted_environment({"TERM": "../../etc/passwd", "PAGER": "sh", "LANG": "de_DE.UTF-8"})
    {'TERM': 'vt100', 'LANG': 'de_DE.UTF-8'}
    """
    term = environment.get("TERM", "")
    trusted = {"TERM": term if term in KNOWN_TERMS or term == UNDRAWABLE else SAFE_TERM}
    if environment.get("NO_COLOR"):
        trusted["NO_COLOR"] = "1"
    locale = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    trusted["LANG"] = locale if _LOCALE.fullmatch(locale) else "C.UTF-8"
    return trusted


def steers_python(environment: Mapping[str, str]) -> bool:
    """Whether there are variables that an interpreter obeys unless it was started with -I."""
    return any(name.startswith(_OF_PYTHON) for name in environment)
