"""What the command line names, to the sources in it: the one way in for files, folders, archives, mailboxes and pipes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from briefing_tui.model import Document
from briefing_tui.reading.allowance import Allowance
from briefing_tui.reading.choice import Choice
from briefing_tui.reading.errors import PassedOver, ReadingError
from briefing_tui.reading.files import open_file
from briefing_tui.reading.folders import walk_folder
from briefing_tui.reading.formats import Format
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.reader import read_source
from briefing_tui.reading.signatures import ZIP_BEGINS
from briefing_tui.reading.source import Source, source_bytes
from briefing_tui.reading.streams import Stream
from briefing_tui.reading.unpacking import Found, Spot, Unpacking, guarded, passed_over, unpack, unpack_zip_file

__all__ = ["STDIN", "PassedOver", "Source", "find_in_stream", "find_sources", "read_path", "read_source", "source_bytes"]

STDIN: Final = "standard input"


def find_sources(
    paths: Iterable[str | Path],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    form: Format | None = None,
    metadata: Metadata | None = None,
    stdin: IO[bytes] | None = None,
    are_named: bool = True,
) -> Iterator[Source | ReadingError]:
    """The sources in `paths`, in order, each as soon as it is found; nothing but mail, feeds and archives is taken apart for it.

    A path is a file, a folder (walked in the order of names, hidden files left out), a pattern the shell did not expand, or
    `-` for `stdin`, which may be closed (None). `include` and `exclude` are patterns of file names for folders and archives
    (see `Choice`). `form` and `metadata` are those of all inputs. What cannot be read gives a `ReadingError` in its place; a
    `PassedOver` is told like one but means that nothing is missing. `are_named` False says that nobody named these files one
    by one, as when a folder is watched: what is no text among them is passed over and not a failure.
    """
    choice = Choice(tuple(include), tuple(exclude))
    known = metadata or Metadata()
    for given in paths:
        path = os.fspath(given)
        if path == "-":
            if stdin is None:
                yield ReadingError(f"{STDIN} is closed")
            else:
                yield from find_in_stream(stdin, name=STDIN, choice=choice, form=form, metadata=known)
            continue
        for name in _expanded(path):
            wanted = Unpacking(form=form, metadata=known, choice=choice)
            if os.path.isdir(name):  # noqa: PTH112  a Path refuses what is no name with an exception
                yield from _in_folder(name, wanted)
            elif are_named:
                yield from guarded(_in_file(name, name, wanted))
            else:
                yield from _unnamed(name, wanted)


def find_in_stream(
    stream: IO[bytes],
    *,
    name: str,
    key: str | None = None,
    choice: Choice | None = None,
    form: Format | None = None,
    metadata: Metadata | None = None,
    charset: str | None = None,
) -> Iterator[Source | ReadingError]:
    """The sources in a stream called `name` in messages; JSON Lines and mailboxes are given piece by piece as they arrive."""
    wanted = Unpacking(form=form, metadata=metadata or Metadata(), choice=choice or Choice())
    yield from guarded(unpack(Stream(stream), Spot(name, key, "", charset=charset), wanted))


def read_path(path: str | Path, *, form: Format | None = None, metadata: Metadata | None = None) -> list[Document | ReadingError]:
    """The documents of a file: one, or many where it holds many; what in it cannot be read gives a `ReadingError` in its place.

    `form` None guesses by name and content. Raises `ReadingError` when the file itself cannot be read.
    """
    read: list[Document | ReadingError] = []
    for found in _in_file(os.fspath(path), str(path), Unpacking(form=form, metadata=metadata or Metadata())):
        read += [found] if isinstance(found, ReadingError) else read_source(found)
    if len(read) == 1 and isinstance(read[0], ReadingError):
        raise read[0]
    return read


def _expanded(path: str) -> list[str]:
    """The files a pattern stands for, when the shell did not expand it; else the path itself."""
    if not glob.has_magic(path) or os.path.lexists(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207  names are kept as they were written


def _unnamed(name: str, wanted: Unpacking) -> Iterator[Found]:
    """A file that was chosen by its folder and by patterns already."""
    others: list[str] = []
    choice = replace(wanted.choice, include=()) if wanted.choice.includes(name) else wanted.choice
    yield from guarded(_in_file(name, name, replace(wanted, choice=choice, pass_over=others.append)))
    if others:
        yield passed_over(name, others)


def _in_file(path: str, name: str, wanted: Unpacking) -> Iterator[Found]:
    """The sources in the file at `path`, whose format and choice go by `name`."""
    with open_file(path) as file:
        is_regular = file.seekable()
        key = os.path.abspath(path) if is_regular else None  # noqa: PTH100  links are kept as they are named
        spot = Spot(path, key, name, path=path if is_regular else None)
        if is_regular:
            start = file.read(4)
            file.seek(0)
            if start in ZIP_BEGINS:
                yield from unpack_zip_file(file, spot, wanted)
                return
        yield from unpack(Stream(file), spot, wanted)


def _in_folder(folder: str, wanted: Unpacking) -> Iterator[Found]:
    others: list[str] = []
    nothing = True
    for found in walk_folder(folder, wanted.choice):
        nothing = False
        if isinstance(found, ReadingError):
            yield found
        else:
            inside = replace(wanted, allowance=Allowance(), is_named=False, pass_over=others.append)
            yield from guarded(_in_file(found, os.path.relpath(found, folder), inside))
    if nothing:
        yield ReadingError(f"{folder}: there is nothing to read in this directory")
    if others:
        yield passed_over(folder, others)
