"""Command-line paths to documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, Source, find_sources, read_source
from briefing_tui.reading.formats import Format, format_of_name
from briefing_tui.reading.sources import STDIN


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


def holds_many(path: str, options: InputOptions) -> bool:
    """Whether the command line alone says that `path` is no single document."""
    bare = path.lower().removesuffix(".gz")
    if (options.form or format_of_name(bare)) in {"jsonl", "feed"} or bare.endswith((".mbox", ".mbx", ".zip")):
        return True
    return path != "-" and os.path.isdir(path)  # noqa: PTH112  a Path refuses what is no name with an exception


def read_documents(paths: Sequence[str], options: InputOptions, stdin: IO[bytes] | None) -> Iterator[Document | ReadingError]:
    """The documents of `paths` in order, each as soon as it can be read; `-` is `stdin`, which may be closed (None).

    What cannot be read gives a `ReadingError` in its place.
    """
    for path in paths:
        if path.startswith(("http://", "https://")) and not Path(path).exists():
            yield ReadingError(
                f"{path}: nothing is fetched from the network here; “briefing-tui add --fetch” takes it into the library"
            )
            continue
        for source in _sources(path, options, stdin):
            if isinstance(source, ReadingError):
                yield source
            else:
                yield from _read(source)


def _sources(path: str, options: InputOptions, stdin: IO[bytes] | None) -> Iterator[Source | ReadingError]:
    try:
        yield from find_sources([path], form=options.form, metadata=options.metadata, stdin=stdin)
    except OSError as error:
        yield ReadingError(f"{STDIN if path == '-' else path}: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001  one bad source must not end a run over thousands; it is reported
        yield _fault(path, error)


def _read(source: Source) -> Iterator[Document | ReadingError]:
    try:
        yield from read_source(source)
    except Exception as error:  # noqa: BLE001  as above
        yield _fault(source.place, error)


def _fault(place: str, error: Exception) -> ReadingError:
    if os.environ.get("BRIEFING_TUI_DEBUG"):
        raise error
    return ReadingError(f"{place}: cannot be read, by a fault of this program ({type(error).__name__}: {error})")
