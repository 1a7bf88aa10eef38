"""What a terminal sends, split into text, control sequences and pastes.

The grammar is that of ECMA-48 (5.4 control sequences, 5.6 control strings), with what keyboards send besides: `ESC O x` (SS3),
`ESC [ [ A` (the Linux console), `ESC [ 3 $` (rxvt), `ESC [ M` and three characters (the mouse of X10), and bracketed paste.
Nothing that comes is trusted: whatever is begun has a longest length and a longest wait, and what was a sequence in any way
never comes out as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

LONGEST_PASTE: Final = 1_000
"""Characters; what is pasted beyond them is left out."""
LONGEST_TYPED: Final = 64
"""Characters in one burst beyond which nobody has typed them: they are a paste, though the terminal does not say so."""
LONGEST_BURST: Final = 1_000
"""The same for all keys that are one byte; Backspace held down may come so often after a line has stood still."""
LONGEST_SEQUENCE: Final = 64
"""Characters of a control sequence; a longer one is skipped to its end."""
STRING_SECONDS: Final = 1.0
"""A control string that stands still for so long has no end."""
PASTE_SECONDS: Final = 2.0
"""A paste that stands still for so long has no end."""
FLOOD_SECONDS: Final = 0.35
"""After a flood the line has to be quiet for so long until keys are keys again."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Characters without any sequence among them; control characters are keys."""

    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One complete control sequence, with 7-bit introducers; `ESC x` is x pressed with Alt, `ESC` alone the escape key."""

    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """Pasted text, at most `LONGEST_PASTE` characters of it."""

    text: str


Piece = Typed | Sequence | Pasted
_State = Literal["ground", "overlong", "string", "paste", "flood"]

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
"""Keys that are no text."""
_PLAIN: Final = re.compile("[^\x1b\x80-\x9f\ufffd]+")
_NOTHING: Final = re.compile("[\x80-\x8e\x91-\x97\x99\x9a\x9c\ufffd]+")
"""Bytes that were no text, and C1 controls that introduce nothing."""
_COMPLETE: Final = re.compile(
    r"(?:\x1b\[|\x9b)(?:\[[A-E]|M[\x20-\U0010ffff]{3}|[0-9]{1,2}\$|(?![\[M]|[0-9]{1,2}\$)[0-?]*[ -/]*[@-~])"
    r"|(?:\x1bO|\x8f)[0-9;]{0,5}[ @-~]"
    r"|\x1b[^\x1b\[OPX\]^_\x80-\x9f]"
)
_BEGUN: Final = re.compile(
    r"(?:\x1b\[|\x9b)(?:\[|M[\x20-\U0010ffff]{0,2}|[0-?]*[ -/]*)\Z|(?:\x1bO|\x8f)[0-9;]{0,5}\Z|\x1b\Z", re.DOTALL
)
_STRING: Final = re.compile(r"\x1b[PX\]^_]|[\x90\x98\x9d-\x9f]")
_IN_STRING: Final = re.compile(r"[^\x07\x18\x1a\x1b\x9c]*")
_IN_SEQUENCE: Final = re.compile(r"[ -?]*")
_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"


class Splitter:
    """Takes text as it comes, in pieces of any size, and gives what is complete.

    `rest` has to be called when nothing more waits to be read, and `give_up` when nothing has come for `patience` seconds.
    Between two rests it makes no difference how the text is cut.
    """

    def __init__(self, *, escape_seconds: float, is_remote: bool = False) -> None:
        """`escape_seconds`: how long a sequence may stand still before what there is of it was a key.

        On a remote line Escape and the next key may arrive together: there no key is pressed with Alt.
        """
        self._escape_seconds = escape_seconds
        self._is_remote = is_remote
        self._state: _State = "ground"
        self._buffer = ""
        self._typed = ""
        self._paste: list[str] | None = None
        """What has been pasted so far; None when it has been handed over."""
        self._paste_length = 0
        self._string_length = 0
        self._escape_stood_alone = False

    @property
    def patience(self) -> float | None:
        """How long a silence means that what was begun has no end; None when nothing was begun."""
        match self._state:
            case "paste":
                return PASTE_SECONDS
            case "flood":
                return FLOOD_SECONDS
            case "string" if self._string_length:
                return STRING_SECONDS
            case "ground" if not self._buffer:
                return None
            case _:
                return self._escape_seconds

    def feed(self, text: str) -> Iterator[Piece]:
        """Take text that has arrived. Whoever stops taking pieces before the end calls `drown`."""
        self._buffer += text
        while self._buffer:
            before = len(self._buffer), self._state
            match self._state:
                case "ground":
                    yield from self._split()
                case "overlong":
                    self._skip_sequence()
                case "string":
                    self._skip_string()
                case "paste":
                    yield from self._collect_paste()
                case "flood":
                    yield from self._keep(self._buffer)
                    self._buffer = ""
            if (len(self._buffer), self._state) == before:
                return

    def rest(self) -> Iterator[Piece]:
        """Nothing more waits to be read."""
        self._escape_stood_alone = self._escape_stood_alone or self._buffer == "\x1b"
        yield from self._flush()

    def give_up(self) -> Iterator[Piece]:
        """Nothing has come for `patience` seconds."""
        yield from self._flush()
        if self._state in {"paste", "flood"}:
            if self._paste is not None:
                yield from self._hand_over()
        elif self._state == "string" and not self._string_length:
            yield from self._pressed(self._opener)
        elif self._buffer in {"\x1b", "\x1b[", "\x1bO"}:
            yield from self._pressed(self._buffer)
        self._state, self._buffer, self._escape_stood_alone = "ground", "", False

    def drown(self) -> None:
        """More comes than anybody can mean: drop everything until the line is quiet."""
        self._state, self._buffer, self._typed, self._paste = "flood", "", "", None

    def _split(self) -> Iterator[Piece]:
        """Take one thing off the buffer's front."""
        buffer = self._buffer
        if plain := _PLAIN.match(buffer):
            self._buffer = buffer[plain.end() :]
            yield from self._type(plain[0])
        elif nothing := _NOTHING.match(buffer):
            self._buffer = buffer[nothing.end() :]
        elif self._escape_stood_alone and buffer[0] == "\x1b" and buffer[1:2] not in {"", "[", "O"}:
            yield from self._cut_escape()  # nothing but keys is sent in two parts so often
        elif opener := _STRING.match(buffer):
            yield from self._flush()
            self._state, self._string_length, self._opener = "string", 0, opener[0]
            self._buffer = buffer[opener.end() :]
        elif (complete := _COMPLETE.match(buffer)) and complete.end() <= LONGEST_SEQUENCE:
            yield from self._flush()
            self._escape_stood_alone = False
            self._buffer = buffer[complete.end() :]
            yield from self._sequence(complete[0])
        elif _BEGUN.match(buffer) and len(buffer) <= LONGEST_SEQUENCE:
            return
        elif buffer.startswith("\x1b\x1b"):
            yield from self._cut_escape()
        else:
            yield from self._flush()
            self._escape_stood_alone = False
            self._state = "overlong"
            self._buffer = buffer[2 if buffer[0] == "\x1b" and buffer[1:2] in {"[", "O"} else 1 :]

    def _sequence(self, text: str) -> Iterator[Piece]:
        text = text.replace("\x9b", "\x1b[", 1) if text[0] == "\x9b" else text.replace("\x8f", "\x1bO", 1)
        if text == _PASTE_BEGINS:
            self._state, self._paste, self._paste_length = "paste", [], 0
        elif text != _PASTE_ENDS:
            yield from self._pressed(text) if len(text) == 2 else iter((Sequence(text),))

    def _pressed(self, text: str) -> Iterator[Piece]:
        """What may be a key pressed with Alt, or two keys of which the first was Escape; with Tab it is Shift-Tab of Linux."""
        if len(text) == 2 and text[0] == "\x1b" and text[1] != "\t" and (self._is_remote or self._escape_stood_alone):
            yield Sequence("\x1b")
            yield Typed(text[1])
        else:
            yield Sequence(text)

    def _cut_escape(self) -> Iterator[Piece]:
        yield from self._flush()
        self._escape_stood_alone = False
        self._buffer = self._buffer[1:]
        yield Sequence("\x1b")

    def _type(self, text: str) -> Iterator[Piece]:
        self._typed += text[: LONGEST_BURST + 1]
        if len(self._typed) > LONGEST_BURST or len(_CONTROL.sub("", self._typed)) > LONGEST_TYPED:
            whole = self._typed + text[LONGEST_BURST + 1 :]
            self._typed, self._state, self._paste, self._paste_length = "", "flood", [], 0
            yield from self._keep(whole)

    def _flush(self) -> Iterator[Piece]:
        if self._typed:
            yield Typed(self._typed)
            self._typed = ""

    def _skip_sequence(self) -> None:
        skipped = _IN_SEQUENCE.match(self._buffer)
        rest = self._buffer[skipped.end() if skipped else 0 :]
        if rest:
            self._state = "ground"
            rest = rest[1:] if "@" <= rest[0] <= "~" else rest
        self._buffer = rest

    def _skip_string(self) -> None:
        inside = _IN_STRING.match(self._buffer)
        rest = self._buffer[inside.end() if inside else 0 :]
        self._string_length += len(self._buffer) - len(rest)
        if rest == "\x1b":
            self._string_length += 1
            self._buffer = rest
            return
        if rest:
            self._state = "ground"
            rest = rest[2:] if rest.startswith("\x1b\\") else rest if rest[0] == "\x1b" else rest[1:]
        self._buffer = rest

    def _collect_paste(self) -> Iterator[Piece]:
        end = self._buffer.find(_PASTE_ENDS)
        if end < 0:
            tail = next((size for size in range(len(_PASTE_ENDS) - 1, 0, -1) if self._buffer.endswith(_PASTE_ENDS[:size])), 0)
            yield from self._keep(self._buffer[: len(self._buffer) - tail])
            self._buffer = self._buffer[len(self._buffer) - tail :]
            return
        yield from self._keep(self._buffer[:end])
        self._buffer = self._buffer[end + len(_PASTE_ENDS) :]
        self._state = "ground"
        if self._paste is not None:
            yield from self._hand_over()

    def _keep(self, text: str) -> Iterator[Piece]:
        if self._paste is None:
            return
        text = text[: LONGEST_PASTE - self._paste_length]
        self._paste.append(text)
        self._paste_length += len(text)
        if self._paste_length >= LONGEST_PASTE:
            yield from self._hand_over()

    def _hand_over(self) -> Iterator[Piece]:
        text = "".join(self._paste or ()).replace("\ufffd", "")
        self._paste = None
        yield Pasted(text)
