"""A briefing cut into the units that can be found: its records, and the sentences that made none."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from briefing_tui.library.folding import words_of
from briefing_tui.library.indexing.entries import Entries, RecordEntry
from briefing_tui.library.indexing.facet_words import SENTENCE, labels, measures, publisher_word, record_facets, record_names
from briefing_tui.library.row_numbers import FIRST_SENTENCE_UNIT, LAST_UNIT
from briefing_tui.library.spans import pack_spans
from briefing_tui.model import Briefing, trigger
from briefing_tui.model.document import Sentence
from briefing_tui.model.panes import PANES, pane_records

LONGEST_TERM: Final = 40
"""Letters; longer runs are addresses and remains of markup, and are no help while typing."""


def prepare_entries(briefing: Briefing, decisions: Mapping[str, str] | None = None) -> Entries:
    """What a briefing puts into the index.

    Args:
        briefing: with its corrections applied.
        decisions: what people decided of its records, by id: accepted, rejected or edited.
    """
    text = indexable(briefing.text)
    publisher = publisher_word(briefing.publisher)
    starts = [sentence.start for sentence in briefing.sentences]
    taken: set[int] = set()
    records: list[RecordEntry] = []
    for number, record in enumerate(record for pane in PANES for record in pane_records(briefing, pane)):
        span = trigger(record)
        at = bisect_right(starts, span.start) - 1
        start, end = span.start, span.end
        if at >= 0 and start < briefing.sentences[at].end:
            taken.add(at)
            start, end = briefing.sentences[at].start, briefing.sentences[at].end
        records.append(
            RecordEntry(
                unit=LAST_UNIT - number,
                start=start,
                end=end,
                words=text[start:end],
                names=indexable(record_names(record)),
                facets=record_facets(record, publisher, (decisions or {}).get(record.id)),
                measures=tuple(measures(record)),
            )
        )
    spans = _spans(briefing.sentences, taken)
    sentences = [text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)]
    terms = set(words_of("\n".join(sentences)))
    for entry in records:
        terms.update(words_of(entry.words))
        terms.update(words_of(entry.names))
    return Entries(
        title=indexable(briefing.title or ""),
        records=tuple(records),
        sentences=sentences,
        spans=pack_spans(spans),
        facets=f"{SENTENCE} {publisher}".rstrip(),
        labels=labels(briefing.records, briefing.publisher),
        terms=[term for term in terms if len(term) <= LONGEST_TERM],
    )


def indexable(text: str) -> str:
    """The text as SQLite takes it: halves of surrogate pairs, which are no characters, become blanks. Offsets stay."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(" " if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def _spans(sentences: Sequence[Sentence], taken: set[int]) -> array[int]:
    """Starts and ends of the sentences that are not `taken`; in a text of very many, neighbours share a unit."""
    spans = array("I")
    together = 1 + len(sentences) // FIRST_SENTENCE_UNIT
    if together == 1:
        for index, sentence in enumerate(sentences):
            if index not in taken:
                spans.append(sentence.start)
                spans.append(sentence.end)
        return spans
    bare = [sentence for index, sentence in enumerate(sentences) if index not in taken]
    for first in range(0, len(bare), together):
        last = bare[min(first + together, len(bare)) - 1]
        spans.extend((bare[first].start, max(bare[first].start, last.end)))
    return spans
