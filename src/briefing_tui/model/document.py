"""A briefing's text and its logical structure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing_tui.model.strictness import STRICT
from briefing_tui.model.vocabulary import BlockKind

if TYPE_CHECKING:
    from pydantic import ConfigDict


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item, dateline or boilerplate: `text[start:end]`, which may span several lines.

    `heading` is the index of the block that heads the section this block stands in.
    A list item also knows its list's `introduction`: the index in `Document.blocks` of the
    paragraph or heading that introduces the list ("The package includes:").
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: BlockKind
    start: int
    end: int
    heading: int | None = None
    introduction: int | None = None
    level: int = 0
    """Nesting depth of a list item (0 outermost), or the level of a heading (1 highest)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, `text[start:end]`, without surrounding white space; `block` indexes `Document.blocks`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One decoded briefing.

    `text` is the decoded source: byte-order mark dropped, CRLF and CR turned into LF, nothing else changed.
    `id` is the input's own id, else `content_id`, which is `b:` and the first 16 hex digits of `sha256`.
    `sha256` is of the text's UTF-8 bytes, `source_sha256` of the raw bytes it was read from.
    `published` is an ISO date (YYYY-MM-DD); `published_from` says where it comes from.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    content_id: str
    sha256: str
    source_sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str = "none"
    url: str | None = None
    format: str = "text"
    encoding: str = "utf-8"
    dateline: str | None = None
    notes: tuple[str, ...] = ()
    """What reading had to repair or guess, a line each, for the person to see ("decoded as windows-1252")."""
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
