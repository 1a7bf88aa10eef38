"""Which key a character or a control sequence stands for, by Textual's names of keys.

Sequences as xterm (ctlseqs, "PC-Style Function Keys"), rxvt, screen, the Linux console and the VT100 in either mode of its
cursor keys send them, and the two forms in which terminals tell keys that have no other (`CSI 27;m;c~`, `CSI c;m u`). What
is no key, such as the answer to a question that was not asked, has no name.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from unicodedata import name

from textual.keys import KEY_NAME_REPLACEMENTS

_BY_LETTER: Final = dict(zip("ABCDHFPQRS", "up down right left home end f1 f2 f3 f4".split(), strict=True))
_BY_NUMBER: Final = dict(enumerate("home insert delete end pageup pagedown home end".split(), start=1)) | {
    number: f"f{index}"
    for index, number in enumerate([*range(11, 16), *range(17, 22), *range(23, 27), 28, 29, *range(31, 35)], start=1)
}
_ON_KEYPAD: Final = dict(zip("jklmnopqrstuvwxyMX ", "*+,-./0123456789\r= ", strict=True))
_OF_LINUX: Final = {f"\x1b[[{letter}": f"f{index}" for index, letter in enumerate("ABCDE", start=1)}
_OF_RXVT: Final = {"$": "shift", "^": "ctrl", "@": "ctrl+shift"}
_CONTROLS: Final = {chr(code): f"ctrl+{chr(code + 96)}" for code in range(1, 27)} | {
    "\b": "backspace",
    "\t": "tab",
    "\r": "enter",
    "\x1b": "escape",
    "\x1c": "ctrl+backslash",
    "\x1d": "ctrl+right_square_bracket",
    "\x1e": "ctrl+circumflex_accent",
    "\x1f": "ctrl+underscore",
    "\x7f": "backspace",
}
_SHIFT, _ALT, _CONTROL = 1, 2, 4
_LOCKS: Final = 64 | 128
_CSI: Final = re.compile(r"\x1b\[([0-9:;]*)([@-~]|\$)\Z")
_SS3: Final = re.compile(r"\x1bO(?:1;)?([0-9]{0,3})([ @-~])\Z")
_MOST: Final = 0x10FFFF


class Key(NamedTuple):
    """A key's name, and the character it types if it types one."""

    name: str
    character: str | None = None


def key_of_character(character: str) -> Key | None:
    """The key that types this character, or sends this control character."""
    if character in _CONTROLS:
        return Key(_CONTROLS[character], character)
    if not character.isprintable():
        return None
    if character.isalnum():
        return Key(character, character)
    words = name(character, "").lower().replace("-", "_").replace(" ", "_") or character
    return Key(KEY_NAME_REPLACEMENTS.get(words, words), character)


def key_of_sequence(sequence: str) -> Key | None:
    """The key that sends this; None for everything that no key sends."""
    if sequence == "\x1b":
        return Key("escape", sequence)
    if len(sequence) == 2:
        return _with_alt(sequence[1])
    if sequence in _OF_LINUX:
        return Key(_OF_LINUX[sequence])
    if single := _SS3.match(sequence):
        return _of_single_shift(single[2], _number(single[1]) or 1)
    if control := _CSI.match(sequence):
        return _of_parameters(control[1], control[2])
    return None


def _of_single_shift(letter: str, modifiers: int) -> Key | None:
    if letter in _BY_LETTER:
        return _modified(_BY_LETTER[letter], modifiers)
    if letter in "abcd":
        return Key(f"ctrl+{_BY_LETTER[letter.upper()]}")
    typed = _ON_KEYPAD.get(letter)
    return key_of_character(typed) if typed else None


def _of_parameters(parameters: str, letter: str) -> Key | None:
    fields = parameters.split(";")
    if fields[1:] and fields[1].endswith(":3"):
        return None  # the key was let go
    numbers = [_number(field.split(":")[0]) for field in fields]
    if letter in _OF_RXVT and parameters.isdecimal():
        known = _BY_NUMBER.get(numbers[0])
        return Key(f"{_OF_RXVT[letter]}+{known}") if known else None
    match letter, numbers:
        case "Z", _:
            return Key("shift+tab")
        case "a" | "b" | "c" | "d", [0] if not parameters:
            return Key(f"shift+{_BY_LETTER[letter.upper()]}")
        case "A" | "B" | "C" | "D" | "H" | "F", [0 | 1]:
            return Key(_BY_LETTER[letter])
        case "A" | "B" | "C" | "D" | "H" | "F" | "P" | "Q" | "S", [1, modifiers]:
            return _modified(_BY_LETTER[letter], modifiers)
        case "A" | "B" | "C" | "D", [5]:
            return Key(f"ctrl+{_BY_LETTER[letter]}")  # tmux
        case "~", [27, modifiers, code]:
            return _told(code, modifiers)
        case "~", [number]:
            return _modified(_BY_NUMBER.get(number), 1)
        case "~", [number, modifiers]:
            return _modified(_BY_NUMBER.get(number), modifiers)
        case "u", [code, *rest] if code:
            shifted = _number([*fields[0].split(":"), ""][1])
            modifiers = rest[0] if rest else 1
            return _told(shifted if shifted and (modifiers - 1) & _SHIFT else code, modifiers)
        case _:
            return None


def _told(code: int, modifiers: int) -> Key | None:
    """A key told by the code point of its character."""
    if not 0 < code <= _MOST or 0xD800 <= code <= 0xF8FF:
        return None
    character = chr(code)
    held = (max(modifiers, 1) - 1) & ~_LOCKS
    if held in {0, _SHIFT} and character.isprintable() and character != " ":
        return key_of_character(character.upper() if held and len(character.upper()) == 1 else character)
    known = key_of_character(character)
    if known is None or known.name.startswith("ctrl+"):
        return None
    return known if not held else _modified(known.name.lower(), modifiers)


def _with_alt(character: str) -> Key | None:
    known = key_of_character(character)
    if known is None:
        return None
    return Key("shift+tab") if known.name == "tab" else Key(f"alt+{known.name}")


def _modified(known: str | None, modifiers: int) -> Key | None:
    """A key with what is held down with it, which xterm tells as one more than the sum of 1 Shift, 2 Alt, 4 Control."""
    held = (max(modifiers, 1) - 1) & ~_LOCKS
    if known is None or held > _SHIFT | _ALT | _CONTROL:
        return None
    names = [word for word, bit in (("alt", _ALT), ("ctrl", _CONTROL), ("shift", _SHIFT)) if held & bit]
    return Key("+".join([*names, known]))


def _number(digits: str) -> int:
    return int(digits) if 0 < len(digits) <= 7 else -1 if digits else 0
