"""Characters for terminals that do not know all of Unicode."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from rich.cells import get_character_cell_size

from briefing_tui.tui.profile import FULL, LINUX

UNKNOWN: Final = "?"
"""Stands for a character that nothing comes near to."""
_NEAR: Final = {
    one: near
    for near, many in {
        "-": "─━┄┅┈┉╌╍═‐‑‒–—―−⁃",
        "|": "│┃┆┇┊┋╎╏║¦‖∣",
        "+": "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰±†‡",
        "*": "•∙●○◦▪▫◆◇■□★☆⁎※◉",
        ">": "›»→⇒➔➜▶▸▹►⟩≥⟶",
        "<": "‹«←⇐◀◂◃◄⟨≤⟵",
        "^": "↑⇑▲△▴",
        "v": "↓⇓▼▽▾в",
        "=": "↔⇔≈≠≡↕",
        "~": "…∼",
        '"': "“”„‟″",
        "'": "‘’‚‛′´ʼʻʹъьЪЬ",
        ".": "·⋅․、。",
        "!": "¡",
        "?": "¿\ufffd",
        "x": "×✗✘✕✖",
        "/": "÷⁄∕",
        "#": "№▓▒█░§¶",
        "E": "€ƐЄЭΕΗ",
        "L": "£₤ŁЛΛ",
        "Y": "¥ЫΥ",
        "R": "₽₹РΡ",
        "W": "₩Ω",
        "N": "₦НΝ",
        "U": "₴УЮ",
        "c": "¢цч©",
        "r": "®рρ",
        "o": "°оοøө",
        "u": "µμуюυ",
        "B": "БΒ",
        "b": "бβ",
        "V": "В✓✔",
        "G": "ГҐΓ",
        "g": "гґγ",
        "D": "ДĐÐΔ",
        "d": "дđðδ",
        "e": "еєэεəœ",
        "Z": "ЖЗΖ",
        "z": "жзζ",
        "I": "ИІΙ",
        "i": "иіıιη",
        "J": "ЙЈ",
        "j": "йј",
        "K": "КΚΧ",
        "k": "кκχĸ",
        "l": "лłλ",
        "M": "МΜ",
        "m": "м",
        "n": "нνŋ",
        "O": "ОΟØ",
        "P": "ПΠΦ",
        "p": "пπφ",
        "S": "СШЩΣΨ",
        "s": "сшщσςψßſ",
        "T": "ТΤÞΘ",
        "t": "тτþθŧ",
        "F": "Ф",
        "f": "фƒ",
        "H": "ХĦ",
        "h": "хħ",
        "C": "ЦЧ",
        "A": "АΑÆЯ",
        "a": "аαæя",
        "X": "Ξ",
        "y": "ы",
        "q": "ω",
    }.items()
    for one in many
}
"""One sign for one cell. Letters of Greek and Cyrillic become the Latin one that begins their transliteration."""


@lru_cache(maxsize=4096)
def approximate(character: str, charset: str) -> str:
    """`character`, or what comes near to it in `charset`, in the same number of cells.

    `charset` is a name of Python's, or `LINUX`.
    """
    if _has(character, charset):
        return character
    width = get_character_cell_size(character)
    if width == 0:
        return ""
    letters = "".join(part for part in normalize("NFKD", character) if not category(part).startswith("M"))
    for near in (_NEAR.get(character, ""), letters, _NEAR.get(letters, "")):
        if near and len(near) <= width and all(_has(part, charset) for part in near):
            return near.ljust(width)
    return UNKNOWN * width


def _has(character: str, charset: str) -> bool:
    if character.isascii() or charset == FULL:
        return True
    if charset == LINUX:
        return _has_the_linux_console(character)
    try:
        sent = character.encode(charset)
    except UnicodeEncodeError:
        return False
    return not any(0x80 <= byte < 0xA0 for byte in sent)  # a terminal may take those for controls (ECMA-48, C1)


def _has_the_linux_console(character: str) -> bool:
    """Letters, of which the fonts differ in how many they have; of all else what the kernel's own font has (code page 437).

    Marks and wide characters are drawn in cells of their own there, or in too few.
    """
    if get_character_cell_size(character) != 1:
        return False
    if category(character).startswith("L"):
        return True
    try:
        character.encode("cp437")
    except UnicodeEncodeError:
        return "\xa1" <= character <= "\xff" and character != "\xad"
    return True
