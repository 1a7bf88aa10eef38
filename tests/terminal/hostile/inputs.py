"""Hostile inputs: those of the list that lies beside the repository, where it is there, and some of our own."""

import base64
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

LIST = Path(__file__).resolve().parents[4] / "shared" / "terminal" / "hostile_inputs.json"
NO_LIST = "the list of hostile inputs is not beside the repository"
PIECE = 2**20


@dataclass(frozen=True, eq=False)
class HostileInput:
    """Something that a document, a folder, a terminal, an environment or a person may come with."""

    name: str
    kind: str
    given: dict[str, Any] = field(repr=False)
    """How the bytes come about: `bytes_b64`, `text`, `generate`, `setup`, `env`, or `cols` and `rows`."""

    @cached_property
    def data(self) -> bytes:
        """The exact bytes."""
        match self.given:
            case {"bytes_b64": str(coded)}:
                return base64.b64decode(coded)
            case {"text": str(text)}:
                return text.encode()
            case {"generate": recipe}:
                return generated(recipe)
        return b""

    @cached_property
    def text(self) -> str:
        """The bytes as text; those that are no UTF-8 become lone surrogates."""
        return self.data.decode("utf-8", "surrogateescape")

    @property
    def limits(self) -> dict[str, Any]:
        """What the input must not exceed: `max_seconds`, `max_rss_mb`, `max_first_frame_s` …"""
        return dict(self.given.get("check", {}))

    def __str__(self) -> str:
        return self.name


def generated(recipe: dict[str, Any]) -> bytes:
    """Large inputs, described by what is repeated how often, or by what an archive holds."""
    match recipe:
        case {"repeat_b64": str(coded), "times": int(times)}:
            return base64.b64decode(coded) * times
        case {"parts": list(parts)}:
            return b"".join(generated(part) for part in parts)
        case {"zip": list(members)}:
            return _zip({one["name"]: _pieces(one) for one in members})
        case {"zip_members": int(count)}:
            return _zip({f"{number}.txt": iter([b""]) for number in range(count)}, stored=True)
        case {"nested_zip_depth": int(depth)}:
            inner = _zip({"deep.txt": iter([b"Norway condemned the attack."])})
            for level in range(depth):
                inner = _zip({f"level{level}.zip": iter([inner])})
            return inner
    raise ValueError(f"no way to make {recipe}")


def _pieces(member: dict[str, Any]) -> Iterator[bytes]:
    unit, rest = base64.b64decode(member["repeat_b64"]), member["times"]
    piece = unit * (PIECE // len(unit))
    while rest > 0:
        yield piece if rest * len(unit) >= len(piece) else unit * rest
        rest -= len(piece) // len(unit)


def _zip(members: dict[str, Iterator[bytes]], *, stored: bool = False) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in members.items():
            with archive.open(name, "w", force_zip64=False) as member:
                for piece in pieces:
                    member.write(piece)
    return target.getvalue()


def _own(name: str, text: str, **check: object) -> HostileInput:
    coded = base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()
    return HostileInput(f"own_{name}", "text", {"bytes_b64": coded, "check": {"forbid_raw": True, **check}})


OWN = (
    _own("window_title", "a\x1b]0;PWN\x07b"),
    _own("clipboard", "a\x1b]52;c;UFdO\x1b\\b"),
    _own("clear", "a\x1b[2J\x1b[Hb"),
    _own("c1", "a\x9b31mPWN\x9d0;PWN\x9c \x90$qm\x9c\x85"),
    _own("overwritten", "safe\b\b\b\bevil\rEVIL\x7f\x00"),
    _own("bidi", "user\u202egpj.exe\u202c \u2066x\u2069 \u200f\u061c"),
    _own("unseen", "pay\u200bpal\u2060\ufeff\u00ad\U000e0041\ufe0f\u2028\u2029"),
    _own("zalgo", "Z" + "\u0301\u0316\u0327" * 20),
    _own("marks_first", "\u0301\u0301abc"),
    _own("stacked", "ཧྐྵྨླྺྼྻྂ กิ่่่่่ ᄀᄀᄀ각ㅤᅠ", shown_literally=False),
    _own("family", "👨‍👩‍👧‍👦🏳️‍🌈🇷🇺👍🏽 x"),
    _own("newest_pictures", "🫨🩷🪽🫎🪭🧑🏿‍🦽‍➡️ x"),
    _own("wide", "漢字" * 80),
    _own("ligature", "﷽﷽﷽ ⸻⸻ 𒐫𒐫 ꧅"),
    _own("rows_and_tabs", "a\tb\tc\vd\fe\x1cf\x85g"),
    _own("markup", "[@click=app.quit]PWN[/] [/red] [link=http://e]x[/link] [sic] [[] $x", shown_literally=True),
    _own("from_right", "שלום 123 عربي ٤٥٦ abc"),
    _own("private", "\ue000\uf8ff\U00100000\ufffe\uffff\U0001ffff"),
)


def listed(*kinds: str) -> list[HostileInput]:
    """The inputs of these kinds of the list, all of them without `kinds`; none where there is no list."""
    if not LIST.is_file():
        return []
    rows = json.loads(LIST.read_text("utf-8"))["inputs"]
    return [HostileInput(row["name"], row["class"], row) for row in rows if not kinds or row["class"] in kinds]
