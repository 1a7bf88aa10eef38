"""A document's blocks and sentences as a few bytes, and back."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Sequence
from typing import Final, get_args

from briefing_tui.model import Block, Sentence
from briefing_tui.model.vocabulary import BlockKind

_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)
_LEVEL: Final = 1
"""zlib's fastest: these are written far more often than they are read, and the next level saves a twentieth."""


class PackingError(ValueError):
    """Packed bytes are not what packing made of them."""


def pack_structure(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> bytes:
    """The bytes of a document's structure: the number of blocks, six numbers a block, three a sentence, places as distances."""
    numbers = array("i", [len(blocks)])
    before = 0
    for block in blocks:
        heading = -1 if block.heading is None else block.heading
        introduction = -1 if block.introduction is None else block.introduction
        numbers.extend(
            (_KINDS.index(block.kind), block.start - before, block.end - block.start, heading, introduction, block.level)
        )
        before = block.end
    before = 0
    for sentence in sentences:
        numbers.extend((sentence.start - before, sentence.end - sentence.start, sentence.block))
        before = sentence.end
    if sys.byteorder != "little":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes(), _LEVEL)


def unpack_structure(packed: bytes) -> tuple[tuple[Block, ...], tuple[Sentence, ...]]:
    """Blocks and sentences of `pack_structure`.

    Raises:
        PackingError: when the bytes were damaged.
    """
    numbers = array("i")
    try:
        numbers.frombytes(zlib.decompress(packed))
        if sys.byteorder != "little":
            numbers.byteswap()
        count = numbers[0]
        blocks: list[Block] = []
        before = 0
        for at in range(1, 1 + 6 * count, 6):
            kind, gap, length, heading, introduction, level = numbers[at : at + 6]
            start = before + gap
            before = start + length
            blocks.append(
                Block(
                    kind=_KINDS[kind],
                    start=start,
                    end=before,
                    heading=None if heading < 0 else heading,
                    introduction=None if introduction < 0 else introduction,
                    level=level,
                )
            )
        sentences: list[Sentence] = []
        before = 0
        for at in range(1 + 6 * count, len(numbers), 3):
            gap, length, block_number = numbers[at : at + 3]
            start = before + gap
            before = start + length
            sentences.append(Sentence(start=start, end=before, block=block_number))
    except (zlib.error, ValueError, IndexError) as error:
        raise PackingError(f"the structure of a document is damaged: {error}") from error
    return tuple(blocks), tuple(sentences)
