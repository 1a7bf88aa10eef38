"""What of the bytes that a program sends to a terminal has no reason to be among them."""

import re
import unicodedata

from tests.terminal.test_program import ALLOWED_CSI, SEQUENCE

MOST_MARKS = 4
_CLIPBOARD, _POINTER = b"52;c;", b"22;default"
_ORDINARY = {"\n", "\r", "\t", "\x1b"}
_STRAY_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_STRAY_ASCII = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]")
_STRAY = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


def harmful(sent: bytes, *, copying: bool = False, is_json: bool = False, charset: str = "utf-8") -> list[str]:
    """Escapes, controls, bidirectional and invisible characters, and heaps of marks, each with what stands around it.

    JSON keeps every mark of its texts: a heap of them is ugly and no more.
    """
    odd = [
        _around(sent, match.start(), match.end())
        for match in SEQUENCE.finditer(sent)
        if not _is_ours(match, copying=copying) and match[0] not in {b"\b", b"\x1bM"}
    ]
    text = SEQUENCE.sub(b"", sent).decode(charset, "surrogateescape")
    if text.isascii() and not _STRAY_ASCII.search(text):
        return odd
    marks = 0
    for place, character in enumerate(text):
        category = unicodedata.category(character)
        marks = marks + 1 if category.startswith("M") else 0
        if character not in _ORDINARY and (
            category in _STRAY_CATEGORIES or (marks > MOST_MARKS and not is_json) or _STRAY.match(character)
        ):
            odd.append(ascii(text[max(0, place - 30) : place + 10]))
    return odd


def _is_ours(match: re.Match[bytes], *, copying: bool) -> bool:
    kind = match.lastgroup or ""
    if kind == "csi":
        return ALLOWED_CSI.match(match[kind]) is not None
    return kind == "osc" and (match[kind] == _POINTER or (copying and match[kind].startswith(_CLIPBOARD)))


def _around(sent: bytes, start: int, end: int) -> str:
    return ascii(sent[max(0, start - 30) : end + 10])
