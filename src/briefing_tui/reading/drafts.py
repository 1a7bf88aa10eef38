"""Blocks in the making, and how they are tied to their headings and list introductions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_tui.model import Block
from briefing_tui.model.vocabulary import BlockKind


@dataclass(slots=True)
class Draft:
    """A block before its heading and introduction are known.

    `continues_list` marks a paragraph that belongs to the list item before it, so that the list goes on behind it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    continues_list: bool = False


def link_blocks(text: str, drafts: Sequence[Draft]) -> list[Block]:
    """The blocks of `drafts`, each knowing the heading of its section and, in a list, what introduces the list.

    A nested item is introduced by the item above it when that one ends in a colon, else like its parent.
    """
    blocks: list[Block] = []
    heading: int | None = None
    lead: int | None = None
    parents: list[tuple[int, int | None]] = []
    for index, draft in enumerate(drafts):
        introduction = None
        if draft.kind == "list_item":
            del parents[draft.level :]
            introduction = lead
            if parents:
                parent, introduction = parents[-1]
                if text[drafts[parent].end - 1] == ":":
                    introduction = parent
            while len(parents) <= draft.level:
                parents.append((index, introduction))
        blocks.append(
            Block(
                kind=draft.kind,
                start=draft.start,
                end=draft.end,
                heading=None if draft.kind == "heading" else heading,
                introduction=introduction,
                level=draft.level,
            )
        )
        if draft.kind == "heading":
            heading = index
        if draft.kind == "heading" or (draft.kind == "paragraph" and not draft.continues_list):
            lead = index
            parents.clear()
    return blocks
