"""A library of three briefings that tell of the same package, for the verbs that ask a library."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.searching.small_library import make_library

from briefing_tui.model import AidPackage, Block, Briefing, Sentence


def retold(briefing: Briefing, number: int, *, words: str, published: str, publisher: str, title: str) -> Briefing:
    """The same records in another document, which says some more words at its end."""
    text = f"{briefing.text}\n{words}"
    digest = sha256(text.encode()).hexdigest()
    start = len(briefing.text) + 1
    ids = {record.id: record.id.replace(":1", f":{number}") for record in briefing.records}
    records = []
    for record in briefing.records:
        named = replace(record, id=ids[record.id])
        if isinstance(named, AidPackage):
            named = replace(named, items=tuple(ids[item] for item in named.items))
        if named.kind == "aid_item" and named.package:
            named = replace(named, package=ids[named.package])
        records.append(
            replace(named, evidence=tuple(replace(span, suffix=text[span.end : span.end + 32]) for span in named.evidence))
        )
    return replace(
        briefing,
        id=f"doc-{number}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=text,
        title=title,
        publisher=publisher,
        published=published,
        blocks=(*briefing.blocks, Block(kind="paragraph", start=start, end=len(text))),
        sentences=(*briefing.sentences, Sentence(start=start, end=len(text), block=len(briefing.blocks))),
        records=tuple(records),
    )


def make_archive(path: Path, briefing: Briefing) -> Path:
    """The library, in the file `path`."""
    briefings = [
        briefing,
        retold(briefing, 2, words="Oslo kept silent.", published="2024-11-22", publisher="TASS", title="=cmd|' /C calc'!A0"),
        retold(
            briefing,
            3,
            words="Winter \x1b[31mcame.",
            published="2025-03-01",
            publisher="Reuters",
            title="A [look](http://a.b) back",
        ),
    ]
    make_library(path, briefings).close()
    return path
