"""How a cell looks to a terminal, and the shortest sequence that gets from one look to another."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from rich.color import Color, ColorSystem, ColorType
from rich.style import Style

_BOLD, _DIM, _ITALIC, _UNDERLINE, _BLINK, _REVERSE, _STRIKE, _OVERLINE = (1 << bit for bit in range(8))
_ON: Final = {
    _BOLD: "1",
    _DIM: "2",
    _ITALIC: "3",
    _UNDERLINE: "4",
    _BLINK: "5",
    _REVERSE: "7",
    _STRIKE: "9",
    _OVERLINE: "53",
}
_OFF: Final = {
    _BOLD: "22",
    _DIM: "22",
    _ITALIC: "23",
    _UNDERLINE: "24",
    _BLINK: "25",
    _REVERSE: "27",
    _STRIKE: "29",
    _OVERLINE: "55",
}
_SHOWS_ON_BLANK: Final = _UNDERLINE | _REVERSE | _STRIKE | _OVERLINE
_OF_A_VT100: Final = _BOLD | _UNDERLINE | _REVERSE


class Pen(NamedTuple):
    """SGR parameters (ECMA-48 8.3.117) of foreground and background, empty for the terminal's own, and attributes as bits."""

    foreground: str = ""
    background: str = ""
    attributes: int = 0

    @property
    def shows_on_blank(self) -> bool:
        """Whether a space in this look can be told from a plain one."""
        return bool(self.background) or bool(self.attributes & _SHOWS_ON_BLANK)


PLAIN: Final = Pen()
"""The terminal's own colours."""


@lru_cache(maxsize=1024)
def pen_of(style: Style | None, *, colours: ColorSystem | None, is_vt100: bool) -> Pen:
    """The look that a style asks for, in the colours there are. A foreground like the background would hide what is written."""
    if style is None:
        return PLAIN
    attributes = 0
    for bit, is_set in (
        (_BOLD, style.bold),
        (_DIM, style.dim),
        (_ITALIC, style.italic),
        (_UNDERLINE, style.underline or style.underline2),
        (_REVERSE, style.reverse),
        (_STRIKE, style.strike),
        (_OVERLINE, style.overline),
    ):
        if is_set:
            attributes |= bit
    if is_vt100:
        return Pen("", "", attributes & _OF_A_VT100)
    foreground = _parameters(style.color, colours, foreground=True)
    background = _parameters(style.bgcolor, colours, foreground=False)
    if foreground and _parameters(style.color, colours, foreground=False) == background:
        return Pen("", "", attributes | _REVERSE)
    return Pen(foreground, background, attributes)


@lru_cache(maxsize=4096)
def transition(before: Pen, after: Pen, *, is_vt100: bool) -> str:
    """The shortest sequence from one look to another; a VT100 can only begin anew."""
    if before == after:
        return ""
    if after == PLAIN:
        return "\x1b[m"
    anew = [] if before == PLAIN else ["0"]
    anew += [_ON[bit] for bit in _ON if after.attributes & bit]
    anew += [part for part in (after.foreground, after.background) if part]
    candidates = [anew]
    if not is_vt100 and before != PLAIN:
        candidates.append(_changes(before, after))
    return min((f"\x1b[{';'.join(parts)}m" for parts in candidates), key=len)


def _changes(before: Pen, after: Pen) -> list[str]:
    gone = before.attributes & ~after.attributes
    new = after.attributes & ~before.attributes
    if gone & (_BOLD | _DIM):
        new |= after.attributes & (_BOLD | _DIM)  # 22 ends both
    parts = list(dict.fromkeys(_OFF[bit] for bit in _OFF if gone & bit))
    parts += [_ON[bit] for bit in _ON if new & bit]
    if before.foreground != after.foreground:
        parts.append(after.foreground or "39")
    if before.background != after.background:
        parts.append(after.background or "49")
    return parts


def _parameters(colour: Color | None, colours: ColorSystem | None, *, foreground: bool) -> str:
    if colour is None or colour.type is ColorType.DEFAULT or colours is None:
        return ""
    return ";".join(colour.downgrade(colours).get_ansi_codes(foreground=foreground))
