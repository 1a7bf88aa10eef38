"""Command-line paths to documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, read_bytes, read_jsonl, read_path
from briefing_tui.reading.source import MAX_BYTES, Format

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


def read_documents(paths: Sequence[str], options: InputOptions) -> Iterator[Document | ReadingError]:
    """The documents of `paths` in order, each as soon as it can be read; `-` is standard input.

    What cannot be read gives a `ReadingError` in its place.
    """
    for path in paths:
        try:
            if path == "-":
                yield from _standard_input(options)
            else:
                yield from read_path(path, form=options.form, metadata=options.metadata)
        except ReadingError as error:
            yield error
        except OSError as error:
            yield ReadingError(f"{path}: {error.strerror or error}")


def _standard_input(options: InputOptions) -> Iterator[Document | ReadingError]:
    if sys.stdin is None:
        yield ReadingError(f"{STDIN} is closed")
        return
    if options.form == "jsonl":
        yield from read_jsonl(sys.stdin.buffer, name=STDIN, metadata=options.metadata)
        return
    yield read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), name=STDIN, form=options.form, metadata=options.metadata)
