"""Regular expressions that are compiled when they are first used, so that starting need not wait for all of them."""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def compile_later(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""What `re.compile` gives, compiled on first use. For the big and the seldom needed; an error in `source` shows only then.

    >>> compile_later(r"(?P<day>\d+) May").match("17 May")["day"]
    '17'
    """
    return cast("re.Pattern[str]", LatePattern(source, flags))


class LatePattern:
    """Stands in for an `re.Pattern`: the first look at any of its attributes compiles it and takes over its methods."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked only for what is not there yet."""
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
