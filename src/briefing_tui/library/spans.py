"""Where sentences begin and end, as the index keeps them: numbers of 32 bits, little-endian."""

from __future__ import annotations

import sys
from array import array


def pack_spans(spans: array[int]) -> bytes:
    """Starts and ends, one after the other, as bytes."""
    if sys.byteorder != "little":
        spans = spans[:]
        spans.byteswap()
    return spans.tobytes()


def unpack_spans(packed: bytes) -> array[int]:
    """Starts and ends of bare sentences, one after the other."""
    spans = array("I", packed)
    if sys.byteorder != "little":
        spans.byteswap()
    return spans
