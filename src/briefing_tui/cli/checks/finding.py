"""What a check found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "note", "wrong"]
"""`note`: worth knowing, and everything works; `wrong`: something does not work until it is mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the doctor's: what it is about, how it is, and what to do, as a command where there is one."""

    about: str
    state: State
    says: str
    fix: str | None = None
    is_damage: bool = False
    """Whether it says that the library itself is damaged."""


def guarded(about: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """The findings of `check`. Whatever goes wrong in it becomes a finding itself: a doctor does not faint."""
    try:
        yield from check()
    except Exception as error:
        if os.environ.get("BRIEFING_TUI_DEBUG"):
            raise
        yield Finding(about=about, state="wrong", says=f"cannot be checked ({type(error).__name__}: {error})")
