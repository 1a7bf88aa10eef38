"""Everything a person can do, in the order the key line and help show it."""

from typing import Final, NamedTuple

from briefing_tui.tui.commands.archive import (
    Briefings,
    Facets,
    LibraryCommand,
    NextBriefingInList,
    OpenBriefing,
    OpenSaved,
    PreviousBriefingInList,
    SavedSearches,
    Sort,
    ToggleFacet,
)
from briefing_tui.tui.commands.command import Command, Situation, key_name
from briefing_tui.tui.commands.correcting import Accept, DropValue, Edit, EditField, KeepValue, Reject, SetPublished, Undo
from briefing_tui.tui.commands.going import (
    Back,
    Leave,
    NextBriefing,
    NextPlace,
    OpenSource,
    PreviousBriefing,
    PreviousPlace,
    Quit,
    Suspend,
    ToAid,
    ToEvents,
    ToReactions,
    ToText,
)
from briefing_tui.tui.commands.moving import Down, First, HalfPageDown, HalfPageUp, Last, PageDown, PageOn, PageUp, Up
from briefing_tui.tui.commands.searching import (
    CancelSearch,
    KeepSearch,
    NextHit,
    NextHitWhileTyping,
    PreviousHit,
    PreviousHitWhileTyping,
    Search,
)
from briefing_tui.tui.commands.showing import Copy, Help, Problems, Redraw, Why

COMMANDS: Final[tuple[type[Command], ...]] = (
    OpenSource,
    Back,
    Search,
    KeepSearch,
    NextHitWhileTyping,
    PreviousHitWhileTyping,
    CancelSearch,
    NextHit,
    PreviousHit,
    Copy,
    Why,
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageOn,
    PageUp,
    First,
    Last,
    ToAid,
    ToReactions,
    ToEvents,
    ToText,
    NextPlace,
    PreviousPlace,
    NextBriefing,
    PreviousBriefing,
    Briefings,
    OpenBriefing,
    NextBriefingInList,
    PreviousBriefingInList,
    Facets,
    ToggleFacet,
    Sort,
    SavedSearches,
    OpenSaved,
    Accept,
    Reject,
    Edit,
    EditField,
    SetPublished,
    KeepValue,
    DropValue,
    Undo,
    Help,
    Problems,
    Redraw,
    Leave,
    Suspend,
    Quit,
)

__all__ = ["COMMANDS", "Command", "KeyHint", "Situation", "command_for", "commands_of", "key_hints", "key_name", "steady_hints"]


class KeyHint(NamedTuple):
    """A key on the key line with its words, and its rank: the highest are left out first."""

    key: str
    words: str
    brief: str
    rank: int


def commands_of(*, in_kiosk: bool = False) -> tuple[type[Command], ...]:
    """All commands, or those of a kiosk."""
    return tuple(command for command in COMMANDS if command.in_kiosk) if in_kiosk else COMMANDS


def command_for(key: str, situation: Situation, *, in_kiosk: bool = False) -> type[Command] | None:
    """The command this key means here."""
    commands = commands_of(in_kiosk=in_kiosk)
    return next((command for command in commands if key in command.keys and situation in command.situations), None)


def key_hints(situation: Situation, *, in_library: bool = False, in_kiosk: bool = False) -> list[KeyHint]:
    """What the key line shows here; over files nothing that needs a library."""
    return [
        KeyHint(key_name(one.keys[0]), one.shown_label(situation), one.shown_label(situation, brief=True), one.rank)
        for one in commands_of(in_kiosk=in_kiosk)
        if situation in one.footer and (in_library or not issubclass(one, LibraryCommand))
    ]


def steady_hints(situation: Situation, *, in_library: bool = False, in_kiosk: bool = False) -> list[KeyHint]:
    """The same, with the keys of the text in the places that those of the panes have, so that few of them change."""
    if situation != "text":
        return key_hints(situation, in_library=in_library, in_kiosk=in_kiosk)
    back = Leave.shown_label("text", brief=True)
    instead = {
        key_name(OpenSource.keys[0]): KeyHint(key_name(Back.keys[0]), Leave.shown_label("text"), back, Back.rank),
        key_name(Leave.keys[0]): KeyHint(key_name(Leave.keys[0]), back, back, Leave.rank),
    }
    return [instead.get(hint.key, hint) for hint in key_hints("pane", in_library=in_library, in_kiosk=in_kiosk)]
