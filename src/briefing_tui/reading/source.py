"""One source: where a text comes from and how its bytes are had, before anything is read of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.reading.files import load_file
from briefing_tui.reading.formats import Format
from briefing_tui.reading.metadata import Metadata

__all__ = ["Metadata", "Source", "source_bytes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What gives one document (or, where its format is only found out later, several). Can be sent between processes."""

    place: str
    """What messages call it: "mail.mbox, message 3", "a.zip: b/c.html", "x.jsonl, line 7"."""
    load: bytes | str
    """Its bytes, or the path of the file that holds them."""
    key: str | None = None
    """What stays the same when its text changes: an address, an absolute path, a Message-ID. None when nothing does."""
    form: Format | None = None
    """None: by its name and content."""
    metadata: Metadata = field(default_factory=Metadata)
    charset: str | None = None
    """What a mail or a server says the bytes are encoded in; believed only when they are not plainly something else."""
    is_piece: bool = False
    """Whether the bytes are one line, message or entry of its format and not a whole file of them."""

    def __post_init__(self) -> None:
        """Names of files and identifiers may be no Unicode; what is kept and told of them is, and two stay two."""
        object.__setattr__(self, "place", _unicode(self.place))
        object.__setattr__(self, "key", self.key and _unicode(self.key))


def source_bytes(source: Source) -> bytes:
    """The bytes of a source.

    Raises:
        ReadingError: when they come from a file that cannot be read.
    """
    return source.load if isinstance(source.load, bytes) else load_file(source.load)


def _unicode(text: str) -> str:
    """Lone surrogates, as undecodable bytes of file names come, written out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
