"""Command-line paths to documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, read_bytes, read_jsonl, read_path
from briefing_tui.reading.files import MAX_BYTES
from briefing_tui.reading.formats import Format, format_of_name

STDIN = "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """What the command line says of all inputs: their format and what it knows of their origin."""

    form: Format | None = None
    published: str | None = None
    publisher: str | None = None

    @property
    def metadata(self) -> Metadata:
        """The same for the reading layer."""
        return Metadata(publisher=self.publisher, published=self.published, published_from="user")


def is_json_lines(path: str, options: InputOptions) -> bool:
    """Whether the command line alone says that `path` holds many documents."""
    return (options.form or format_of_name(path)) == "jsonl"


def read_documents(paths: Sequence[str], options: InputOptions, stdin: IO[bytes] | None) -> Iterator[Document | ReadingError]:
    """The documents of `paths` in order, each as soon as it can be read; `-` is `stdin`, which may be closed (None).

    What cannot be read gives a `ReadingError` in its place.
    """
    for path in paths:
        try:
            if path == "-":
                yield from _standard_input(stdin, options)
            elif path.startswith(("http://", "https://")) and not Path(path).exists():
                yield ReadingError(f"{path}: nothing is fetched from the network; save the page and name the file")
            elif is_json_lines(path, options) and Path(path).is_file():  # read as a stream, of any length
                with Path(path).open("rb") as lines:
                    yield from read_jsonl(_bounded_lines(lines), name=path, metadata=options.metadata)
            else:
                yield from read_path(path, form=options.form, metadata=options.metadata)
        except ReadingError as error:
            yield error
        except OSError as error:
            yield ReadingError(f"{path}: {error.strerror or error}")
        except ValueError as error:  # a NUL in a path
            yield ReadingError(f"{path}: {error}")
        except Exception as error:  # one bad source must not end a run over thousands; it is reported
            if os.environ.get("BRIEFING_TUI_DEBUG"):
                raise
            yield ReadingError(f"{path}: cannot be read, by a fault of this program ({type(error).__name__}: {error})")


def _standard_input(stdin: IO[bytes] | None, options: InputOptions) -> Iterator[Document | ReadingError]:
    if stdin is None:
        yield ReadingError(f"{STDIN} is closed")
        return
    if options.form == "jsonl":
        yield from read_jsonl(_bounded_lines(stdin), name=STDIN, metadata=options.metadata)
        return
    start = b""
    if options.form is None:
        start = stdin.readline(MAX_BYTES + 1)
        if _is_briefing_line(start):
            yield from read_jsonl(chain([start], _bounded_lines(stdin)), name=STDIN, metadata=options.metadata)
            return
    rest = stdin.read(MAX_BYTES + 1 - len(start)) if len(start) <= MAX_BYTES else b""
    yield read_bytes(start + rest, name=STDIN, form=options.form, metadata=options.metadata)


def _bounded_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of `stream` as they arrive. Of a line too long to be read its first `MAX_BYTES + 1` bytes are given."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _is_briefing_line(line: bytes) -> bool:
    """Whether a first line is a whole JSON object with a text, so that JSON Lines follow."""
    import json

    if not line.lstrip().startswith(b"{"):
        return False
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str)
