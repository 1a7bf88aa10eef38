"""The logical structure of a text: blocks and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_tui.model import Block, Sentence


def find_blocks(text: str) -> list[Block]:
    """The blocks of a plain text."""
    blocks: list[Block] = []
    heading: int | None = None
    introduction: int | None = None
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        if not line.strip():
            continue
        bullet = re.match(r"\s*(?:[-*•–]|\d+[.)])\s+", line)
        if bullet:
            blocks.append(
                Block(
                    kind="list_item",
                    start=match.start() + bullet.end(),
                    end=match.end(),
                    heading=heading,
                    introduction=introduction,
                )
            )
            continue
        if len(line) < 80 and not line.rstrip().endswith((".", ":", "”", '"', "?", "!")):
            heading = introduction = len(blocks)
            blocks.append(Block(kind="heading", start=match.start(), end=match.end(), level=2))
            continue
        introduction = len(blocks)
        blocks.append(Block(kind="paragraph", start=match.start(), end=match.end(), heading=heading))
    return blocks


def split_sentences(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The sentences of every block, in order."""
    for index, block in enumerate(blocks):
        start = block.start
        for match in re.finditer(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])", text[block.start : block.end]):
            end = block.start + match.end()
            yield Sentence(start=start, end=len(text[:end].rstrip()), block=index)
            start = end
        if start < block.end:
            yield Sentence(start=start, end=block.end, block=index)
