"""What tests of finding and reading share."""

import io
import zipfile
from pathlib import Path

from briefing_tui.model import Document
from briefing_tui.reading import PassedOver, ReadingError, Source, find_sources, read_source


def found(*paths: str | Path, **options: object) -> list[Source | ReadingError]:
    return list(find_sources(paths, **options))


def places(*paths: str | Path, **options: object) -> list[str]:
    """Where each source was found; errors as their messages."""
    return [each.place if isinstance(each, Source) else str(each) for each in found(*paths, **options)]


def read(*paths: str | Path, **options: object) -> list[Document | ReadingError]:
    documents: list[Document | ReadingError] = []
    for each in found(*paths, **options):
        documents += [each] if isinstance(each, ReadingError) else read_source(each)
    return documents


def texts(*paths: str | Path, **options: object) -> list[str]:
    """The text of each document; errors as their messages."""
    return [each.text if isinstance(each, Document) else str(each) for each in read(*paths, **options)]


def refusals(*paths: str | Path, **options: object) -> list[str]:
    return [str(each) for each in read(*paths, **options) if isinstance(each, ReadingError) and not isinstance(each, PassedOver)]


def packed(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
