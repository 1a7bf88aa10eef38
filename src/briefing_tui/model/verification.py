"""The rules a briefing must hold to: its evidence resolves, its references lead somewhere, its digests agree.

`Briefing` refuses what breaks `record_faults`; the command `verify` checks results read from elsewhere by all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefing_tui.model.coverage import Coverage
from briefing_tui.model.document import Block, Sentence
from briefing_tui.model.records import AidItem, AidPackage, Record
from briefing_tui.model.values import Evidence

_SHOWN: Final = 60
"""Code points of a text that are shown in a fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule. `record` is the id of the record concerned, None when it concerns the document."""

    record: str | None
    message: str

    def __str__(self) -> str:
        return self.message


def record_faults(records: Sequence[Record], text: str) -> Iterator[Fault]:
    """Every way in which `records` disagree with `text` or with each other, in order of the records."""
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            yield Fault(record.id, f"two records share the id {record.id}")
        seen.add(record.id)
        yield from evidence_faults(record, text)
    packages = {record.id for record in records if isinstance(record, AidPackage)}
    items = {record.id for record in records if isinstance(record, AidItem)}
    for record in records:
        for reference, known in _references(record, packages, items):
            if reference not in known:
                wanted = "no item" if known is items else "no package"
                yield Fault(
                    record.id, f"{record.kind} {record.id} refers to {reference}, and {wanted} of the briefing has that id"
                )


def evidence_faults(record: Record, text: str) -> Iterator[Fault]:
    """The spans of one record that do not say what `text` says there."""
    if not any(span.role == "trigger" for span in record.evidence):
        yield Fault(record.id, f"{record.kind} {record.id} has no trigger evidence")
    for span in record.evidence:
        wrong = span_fault(span, text)
        if wrong:
            yield Fault(record.id, f"{record.kind} {record.id}: {span.role} evidence at {span.start}-{span.end} {wrong}")


def span_fault(span: Evidence, text: str) -> str | None:
    """What is wrong with one span of evidence, None when it resolves: offsets, exact words, and the words around them."""
    if not 0 <= span.start < span.end <= len(text):
        return f"lies outside the text, which has {len(text)} characters"
    there = text[span.start : span.end]
    if there != span.exact:
        return f"should read {_shown(span.exact)}, but there stands {_shown(there)}"
    if not text.startswith(span.suffix, span.end):
        there = text[span.end : span.end + len(span.suffix)]
        return f"should be followed by {_shown(span.suffix)}, but there stands {_shown(there)}"
    if not text.endswith(span.prefix, 0, span.start):
        there = text[max(0, span.start - len(span.prefix)) : span.start]
        return f"should follow {_shown(span.prefix)}, but there stands {_shown(there)}"
    return None


def coverage_faults(coverage: Coverage | None, text: str) -> Iterator[Fault]:
    """The leftovers that do not say what `text` says there."""
    for leftover in () if coverage is None else coverage.leftovers:
        if not 0 <= leftover.start < leftover.end <= len(text):
            yield Fault(None, f"leftover {leftover.kind} at {leftover.start}-{leftover.end} lies outside the text")
        elif (there := text[leftover.start : leftover.end]) != leftover.exact:
            place = f"leftover {leftover.kind} at {leftover.start}-{leftover.end}"
            yield Fault(None, f"{place} should read {_shown(leftover.exact)}, but there stands {_shown(there)}")


def document_faults(
    *, text: str, sha256: str, content_id: str, blocks: Sequence[Block], sentences: Sequence[Sentence]
) -> Iterator[Fault]:
    """The ways in which a document disagrees with its own digest, or its structure with its text."""
    digest = text_digest(text)
    if digest != sha256:
        yield Fault(None, f"the text is not the one that was read: its sha256 begins {digest[:16]}, not {sha256[:16]}")
    elif content_id != content_id_of(sha256):
        yield Fault(None, f"content_id is {content_id}, but the sha256 makes it {content_id_of(sha256)}")
    for index, block in enumerate(blocks):
        if not 0 <= block.start <= block.end <= len(text):
            yield Fault(None, f"block {index} at {block.start}-{block.end} lies outside the text")
        for name, other in (("heading", block.heading), ("introduction", block.introduction)):
            if other is not None and not 0 <= other < len(blocks):
                yield Fault(None, f"block {index} names block {other} as its {name}, and there is none")
    for index, sentence in enumerate(sentences):
        if not 0 <= sentence.start <= sentence.end <= len(text):
            yield Fault(None, f"sentence {index} at {sentence.start}-{sentence.end} lies outside the text")
        if not 0 <= sentence.block < len(blocks):
            yield Fault(None, f"sentence {index} names block {sentence.block}, and there is none")


def text_digest(text: str) -> str:
    """The sha256 of the text's UTF-8 bytes, as hex digits. Lone surrogates, which UTF-8 forbids, are encoded all the same."""
    import hashlib  # noqa: PLC0415 - a search needs records and no digests

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id_of(sha256: str) -> str:
    """The document id that the digest of its text makes."""
    return f"b:{sha256[:16]}"


def _references(record: Record, packages: set[str], items: set[str]) -> Iterator[tuple[str, set[str]]]:
    if isinstance(record, AidItem) and record.package is not None:
        yield record.package, packages
    if isinstance(record, AidPackage):
        if record.parent is not None:
            yield record.parent, packages
        for item in record.items:
            yield item, items


def _shown(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
