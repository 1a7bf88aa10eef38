"""Who explores a library."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Person(NamedTuple):
    """The name under which corrections are kept, and the lexica by which a text is extracted again."""

    name: str
    own_lexicon: Path | None = None
    cache_folder: Path | None = None
