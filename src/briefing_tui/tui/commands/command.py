"""What a command is. What keys do, help and the key line are all made from these classes, so they cannot disagree."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

Situation = Literal["pane", "text", "why", "panel", "typing", "briefings", "facets", "saved", "fields", "writing"]
"""Where the keys go: to a list of records, the source text, the why panel, a panel of lines, a search being typed, the list of
briefings, the facets, the saved searches, the fields of a record, or a value being written."""

_KEY_NAMES = {
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}


class Command(ABC):
    """One thing a person can do. The docstring of each command is what help says of it."""

    keys: ClassVar[tuple[str, ...]]
    """Default keys by Textual's names, the one to teach first."""
    label: ClassVar[str]
    """A word or two for the key line."""
    brief: ClassVar[str] = ""
    """One word for a narrow key line, where `label` is longer."""
    rank: ClassVar[int] = 5
    """Where not all keys fit on the key line, those with the highest rank go first."""
    group: ClassVar[str]
    """The heading in help."""
    situations: ClassVar[tuple[Situation, ...]] = ("pane", "text", "why", "panel")
    """Where it works."""
    footer: ClassVar[tuple[Situation, ...]] = ()
    """Where the key line shows it."""
    in_kiosk: ClassVar[bool] = True
    """Whether people who are not to be trusted may do it: it writes nothing and starts nothing."""

    @abstractmethod
    def run(self, explorer: ExplorerScreen) -> None:
        """Do it."""

    @classmethod
    def summary(cls, *, in_kiosk: bool = False) -> str:
        """What it does, for help."""
        del in_kiosk
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def shown_label(cls, situation: Situation, *, brief: bool = False) -> str:
        """The words for the key line in this situation."""
        del situation
        return cls.brief if brief and cls.brief else cls.label


def key_name(key: str) -> str:
    """A key as people write it: "esc", "/", "ctrl-d"."""
    return _KEY_NAMES.get(key, key.replace("+", "-"))
