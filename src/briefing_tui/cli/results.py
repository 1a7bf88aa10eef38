"""Files that `extract` made: JSON and JSON Lines, parsed one briefing at a time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any


class ResultError(Exception):
    """A file of results cannot be read; the message names file, line and column."""


@dataclass(frozen=True, slots=True)
class Result:
    """One parsed JSON value that should be a briefing, and where it stands."""

    place: str
    value: Any


def read_results(path: str) -> Iterator[Result | ResultError]:
    """Every briefing of a file, `-` being standard input; a `ResultError` for what is not JSON. Lines are read as they come."""
    name = "standard input" if path == "-" else path
    if path == "-" and sys.stdin is None:
        yield ResultError("standard input is closed")
        return
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as stream:
            yield from _parse(stream, name)
    except OSError as error:
        yield ResultError(f"{name}: {error.strerror or error}")
    except ValueError as error:  # a NUL in a path
        yield ResultError(f"{name}: {error}")


def _parse(stream: IO[bytes], name: str) -> Iterator[Result | ResultError]:
    number, line = 1, stream.readline()
    while line and not line.strip():
        number, line = number + 1, stream.readline()
    if not line:
        yield ResultError(f"{name}: is empty")
        return
    if line.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b'{"'):
        while line:
            if line.strip():
                value = _value(line, name, number)
                yield value if isinstance(value, ResultError) else Result(f"{name}, line {number}", value)
            number, line = number + 1, stream.readline()
        return
    value = _value(b"\n" * (number - 1) + line + stream.read(), name, 1)
    if isinstance(value, ResultError):
        yield value
    elif value == []:
        yield ResultError(f"{name}: holds no briefing")
    elif isinstance(value, list):
        for index, part in enumerate(value, 1):
            yield Result(f"{name}, briefing {index}", part)
    else:
        yield Result(name, value)


def _value(source: bytes, name: str, line: int) -> Any:
    """The parsed `source`, or the `ResultError` that says where it is not JSON; `line` is the number of its first line.

    Bytes that are not UTF-8 are let through as lone surrogates: it is the digests that must notice them.
    """
    try:
        return json.loads(source.decode("utf-8-sig", "surrogateescape"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return ResultError(f"{name}, line {line + error.lineno - 1}, column {error.colno}: not JSON: {error.msg}")
    except RecursionError:
        return ResultError(f"{name}, line {line}: nested too deeply to be a result of extract")
    except ValueError as error:  # NaN, or a number of thousands of digits
        return ResultError(f"{name}, line {line}: not JSON: {error}")


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON number")
