"""A small library of made-up briefings, and what each of its units says, for comparing the index with looking at everything."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from briefing_tui.library import Library, open_library
from briefing_tui.library.aliases import refresh_aliases
from briefing_tui.library.folding import words_of
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Actor, AidItem, AidPackage, Block, Briefing, EscalationEvent, Evidence, Reaction, Record, Sentence
from briefing_tui.model.panes import PANES, pane_records

WORDS = (
    "tanks shells the border nuclear doctrine talks winter Kyïv général grain port a strike aid 東京 🚀 drones-launched".split()
)
STATES = {"NOR": "Norway", "USA": "United States", "UKR": "Ukraine", "RUS": "Russia"}
PUBLISHERS = ["TASS", "Reuters", "The White House", None]
STANCES = ["oppose", "support", "warn"]
AMOUNTS = [Decimal(5), Decimal(150_000_000), Decimal(275_000_000), Decimal("1.5"), Decimal(100_000_000), Decimal(2_000_000_000)]
DATES = ["2024-11-19", "2024-11", "2024", "2024-10-30/2024-11-03", None]
PLACES = ["Belgorod", "Saint Petersburg", None]
FIRST_DAY = date(2024, 11, 1)

NAMES = [(name, "state", code, name) for code, name in STATES.items()] + [
    ("Oslo", "capital", "NOR", "Norway"),
    ("HIMARS", "weapon", "HIMARS", "HIMARS"),
    ("High Mobility Artillery Rocket System", "weapon", "HIMARS", "HIMARS"),
    ("Kyiv", "spelling", "Kyiv", "Kyiv"),
    ("Kiev", "spelling", "Kyiv", "Kyiv"),
    ("United Nations", "org", "org:United Nations", "United Nations"),
    ("UN", "org", "org:United Nations", "United Nations"),
    ("Turtle Bay", "org", "org:United Nations", "United Nations"),
]


@dataclass
class Unit:
    """One record or bare sentence, in the order of the index."""

    document: int
    briefing: Briefing
    words: list[str]
    record: Record | None
    names: list[list[str]] = field(default_factory=list)


def make_briefing(number: int, draw: random.Random) -> Briefing:
    """A briefing of a few random sentences; some of them made records."""
    sentences: list[Sentence] = []
    text = f"No. {number}"
    for _ in range(draw.randint(1, 5)):
        start = len(text) + 1
        text += "\n" + " ".join(draw.choices(WORDS, k=draw.randint(2, 7)))
        sentences.append(Sentence(start=start, end=len(text), block=0))
    records = tuple(
        make_record(f"{number}.{index}", draw, trigger(text, draw.choice(sentences))) for index in range(draw.randint(0, 3))
    )
    digest = sha256(text.encode()).hexdigest()
    published = (FIRST_DAY + timedelta(draw.randint(0, 20))).isoformat() if draw.random() < 0.9 else None
    return Briefing(
        id=f"doc-{number}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=text,
        title=" ".join(draw.choices(WORDS[:8], k=3)) if draw.random() < 0.8 else None,
        publisher=draw.choice(PUBLISHERS),
        published=published,
        published_from="metadata" if published else "none",
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        sentences=tuple(sentences),
        records=records,
    )


def trigger(text: str, sentence: Sentence) -> Evidence:
    return Evidence(
        role="trigger",
        start=sentence.start,
        end=sentence.end,
        exact=text[sentence.start : sentence.end],
        prefix=text[max(0, sentence.start - 32) : sentence.start],
        suffix=text[sentence.end : sentence.end + 32],
        rule="by-hand",
    )


def make_record(name: str, draw: random.Random, evidence: Evidence) -> Record:
    def actors() -> tuple[Actor, ...]:
        codes = draw.sample(sorted(STATES), draw.randint(0, 2))
        return tuple(Actor(code=code, name=STATES[code]) for code in codes)

    match draw.randint(0, 3):
        case 0:
            amount = draw.choice([*AMOUNTS, None])
            return AidPackage(
                id=f"p:{name}",
                donors=actors(),
                recipients=actors(),
                amount=amount,
                amount_high=amount * 3 if amount and draw.random() < 0.3 else None,
                currency=draw.choice(["USD", "EUR"]) if amount else None,
                announced=draw.choice(DATES),
                needs_review=draw.random() < 0.3,
                evidence=(evidence,),
            )
        case 1:
            return AidItem(
                id=f"i:{name}",
                description="rocket launchers",
                designation=draw.choice(["HIMARS", None]),
                item_class=draw.choice(["artillery", "air_defence"]),
                quantity=draw.choice([Decimal(12), Decimal(500), None]),
                evidence=(evidence,),
            )
        case 2:
            return Reaction(
                id=f"r:{name}",
                actors=actors(),
                person=draw.choice(["Espen Barth Eide", "Sergei Lavrov", None]),
                stance=draw.choice(STANCES),
                date=draw.choice(DATES),
                place=draw.choice(PLACES),
                evidence=(evidence,),
            )
    return EscalationEvent(
        id=f"e:{name}",
        action=draw.choice(["strike", "exercise"]),
        actors=actors(),
        targets=actors(),
        date=draw.choice(DATES),
        place=draw.choice(PLACES),
        evidence=(evidence,),
    )


def make_library(path: Path, briefings: list[Briefing], batch: int = 7) -> Library:
    """A library of these briefings, written some at a time."""
    library = open_library(path, write=True, create=True)
    refresh_aliases(library, "test", lambda: NAMES)
    for at in range(0, len(briefings), batch):
        with begin_batch(library, now="2024-12-01T00:00:00Z", rules="test") as writing:
            for briefing in briefings[at : at + batch]:
                writing.add(prepare(briefing), Origin(briefing.id, briefing.id, briefing.sha256))
    return library


def make_units(briefings: list[Briefing]) -> list[Unit]:
    """Every unit of the briefings, newest first, as the index is to order them."""
    units: list[Unit] = []
    numbered = sorted(enumerate(briefings, 1), key=lambda one: (one[1].published or "", one[0]), reverse=True)
    for number, briefing in numbered:
        taken: set[tuple[int, int]] = set()
        for pane in PANES:
            for record in pane_records(briefing, pane):
                span = record.evidence[0]
                taken.add((span.start, span.end))
                units.append(Unit(number, briefing, words_of(span.exact), record, names_of(record)))
        units.extend(
            Unit(number, briefing, words_of(briefing.text[sentence.start : sentence.end]), None)
            for sentence in briefing.sentences
            if (sentence.start, sentence.end) not in taken
        )
    return units


def names_of(record: Record) -> list[list[str]]:
    names = [actor.name for role in ("donors", "recipients", "actors", "targets") for actor in getattr(record, role, ())]
    names += [getattr(record, "person", None) or "", getattr(record, "designation", None) or ""]
    return [words_of(" ".join(dict.fromkeys(filter(None, names))))]


BRIEFINGS_OF_SEVEN = [make_briefing(number, random.Random(number)) for number in range(7)]
"""For tests in which it does not matter what is in the library."""
