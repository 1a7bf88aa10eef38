"""What a text says of itself: its title, its dateline and its day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing_tui.model import Block
from briefing_tui.reading.datelines import bare_dateline, date_in_dateline, date_line, release_line

_TITLE_BLOCKS: Final = 4
_HEAD_BLOCKS: Final = 10
_TAIL_BLOCKS: Final = 4


class Facts(NamedTuple):
    """Title, dateline and publication day (YYYY-MM-DD) as the text itself states them; `published_from` says by what."""

    title: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_from: str = "none"


def read_facts(text: str, blocks: Sequence[Block]) -> Facts:
    """The facts of a text: a line "Published: …" or a lone date at the top is "text", else the dateline counts."""
    title = dateline = stated = from_dateline = None
    at_top = True
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        content = " ".join(text[block.start : block.end].split())
        if block.kind == "heading" and title is None and at_top and index < _TITLE_BLOCKS:
            title = content
        at_top = at_top and block.kind in {"heading", "boilerplate", "dateline"} and dateline is None
        if block.kind == "dateline":
            day = date_line(content)
            if day:
                stated = stated or day
            elif dateline is None:
                dateline = bare_dateline(content)
                from_dateline = date_in_dateline(dateline)
        elif block.kind == "boilerplate":
            stated = stated or release_line(content)
    for block in blocks[_HEAD_BLOCKS:][-_TAIL_BLOCKS:]:
        if stated is None and block.kind in {"boilerplate", "paragraph", "dateline"} and block.end - block.start < 120:
            stated = release_line(" ".join(text[block.start : block.end].split()))
    published = stated or from_dateline
    return Facts(
        title=title,
        dateline=dateline,
        published=published,
        published_from="text" if stated else "dateline" if published else "none",
    )
