"""Briefings made by hand, for looking at without reading and extracting."""

import hashlib
import re
from decimal import Decimal

from briefing_tui.model import (
    Actor,
    AidItem,
    AidPackage,
    Assessment,
    Attribution,
    Block,
    Briefing,
    EscalationEvent,
    Evidence,
    Reaction,
    Record,
    Sentence,
)

USA = Actor(code="USA", name="United States", via="demonym")
UKR = Actor(code="UKR", name="Ukraine")
RUS = Actor(code="RUS", name="Russia")
NOR = Actor(code="NOR", name="Norway", via="role")
AMNESTY = Actor(code="org:Amnesty International", name="Amnesty International")
ISW = Actor(code="org:Institute for the Study of War", name="Institute for the Study of War")


def evidence(text: str, role: str, words: str, rule: str = "by-hand") -> Evidence:
    start = text.index(words)
    end = start + len(words)
    return Evidence(
        role=role,
        start=start,
        end=end,
        exact=words,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        rule=rule,
    )


def briefing(text: str, records: tuple[Record, ...] = (), **metadata: str | None) -> Briefing:
    """A briefing of `text`: each line a block, a short line without a stop a heading."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"[^\n]+", text):
        kind = "heading" if len(match[0]) < 40 and not match[0].endswith((".", ":", "”")) else "paragraph"
        blocks.append(Block(kind=kind, start=match.start(), end=match.end()))
        sentences.extend(
            Sentence(start=match.start() + part.start(), end=match.start() + part.end(), block=len(blocks) - 1)
            for part in re.finditer(r"\S(?:[^.]|\.(?=\S))*\.?”?", match[0])
        )
    return Briefing(
        id=f"b:{digest[:16]}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=text,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        records=records,
        **metadata,
    )


HARBOUR_TEXT = """\
Washington widens its support
The United States will send Ukraine a $425 million military aid package, officials said on Monday. It includes:
- 20 Bradley fighting vehicles
- 155 mm artillery rounds
- medical supplies for field hospitals
“We will not look away,” said Norwegian Foreign Minister Kari Nordmann, who called the shelling of Odesa’s harbour a crime.
Amnesty International urged both sides to spare grain ships.
Reactions and fighting
Ukraine claimed a drone strike on an oil depot near Bryansk on 3 March 2025. Russia said its air defences had destroyed the drones.
According to the Institute for the Study of War, the front will hardly move before May.
"""


def harbour() -> Briefing:
    """A rich, ordinary briefing with records of every kind."""
    text = HARBOUR_TEXT

    def at(role: str, words: str, rule: str = "by-hand") -> Evidence:
        return evidence(text, role, words, rule)

    items = tuple(
        AidItem(
            id=f"i:{number}",
            description=words,
            item_class=kind,
            quantity=quantity,
            package="p:1",
            donors=(USA,),
            recipients=(UKR,),
            evidence=(at("trigger", words, "list-item"), at("item", words, "item-noun")),
        )
        for number, (words, kind, quantity) in enumerate(
            [
                ("20 Bradley fighting vehicles", "armoured_vehicle", Decimal(20)),
                ("155 mm artillery rounds", "ammunition", None),
                ("medical supplies for field hospitals", "medical", None),
            ]
        )
    )
    package = AidPackage(
        id="p:1",
        donors=(USA,),
        recipients=(UKR,),
        amount=Decimal(425_000_000),
        currency="USD",
        items=tuple(item.id for item in items),
        evidence=(
            at("trigger", "a $425 million military aid package", "aid-noun-with-amount"),
            at("donor", "The United States", "subject-of-aid-verb"),
            at("recipient", "Ukraine", "indirect-object"),
            at("amount", "$425 million", "money"),
        ),
        attribution=Attribution(cue="officials said", directness="indirect"),
    )
    norway = Reaction(
        id="r:1",
        actors=(NOR,),
        person="Kari Nordmann",
        role="Foreign Minister",
        stance="oppose",
        directness="mixed",
        quote="We will not look away",
        toward="the shelling of Odesa’s harbour",
        evidence=(
            at("trigger", "called the shelling of Odesa’s harbour a crime", "stance-verb"),
            at("actor", "Norwegian Foreign Minister", "office-of-state"),
            at("person", "Kari Nordmann", "name-after-office"),
            at("quote", "We will not look away", "quotation"),
            at("stance_cue", "a crime", "negative-predicate"),
        ),
        confidence=0.9,
    )
    amnesty = Reaction(
        id="r:2",
        actors=(AMNESTY,),
        stance="urge",
        evidence=(at("trigger", "urged both sides to spare grain ships"), at("actor", "Amnesty International")),
    )
    strike = EscalationEvent(
        id="e:1",
        action="strike",
        actors=(UKR,),
        targets=(RUS,),
        weapons=("drone",),
        place="Bryansk",
        date="2025-03-03",
        modality="claimed",
        needs_review=True,
        evidence=(
            at("trigger", "a drone strike on an oil depot", "strike-noun"),
            at("place", "Bryansk"),
            at("date", "3 March 2025"),
            at("modality_cue", "claimed", "claim-verb"),
        ),
    )
    assessment = Assessment(
        id="a:1",
        assessor=ISW,
        content="the front will hardly move before May",
        modality="anticipated",
        evidence=(
            at("trigger", "According to the Institute for the Study of War"),
            at("content", "the front will hardly move before May"),
            at("actor", "Institute for the Study of War"),
        ),
    )
    return briefing(
        text,
        (package, *items, norway, amnesty, strike, assessment),
        title="Washington widens its support",
        publisher="Harbour Wire",
        published="2025-03-04",
    )


def quiet(title: str = "A quiet day") -> Briefing:
    """A briefing without any record."""
    return briefing("Nothing of note happened today.\n", (), title=title, publisher="Harbour Wire", published="2025-03-05")


HOSTILE_TEXT = (
    "[the mines] [sic] [/red] [@click=app.quit]press[/] [link=http://x]link[/link]\n"
    "escape \x1b[31mred\x1b[0m \x1b]0;PWNED\x07 \x1b]52;c;UFdORUQ=\x07 \x1bPq#0\x1b\\ bell\x07 back\x08space\n"
    "c1 \x9b31m \x9d0;PWNED\x9c \x85 bidi \u202eevil\u202c \u2066x\u2069 \u200f\u061c zero\u200bwidth\u200d\ufeff soft\u00adhyphen\n"
    "separators \u2028 and \u2029 tags \U000e0041\U000e0042 vs \ufe0f\U000e0100 private \ue000 mark a" + "\u0301" * 40 + "\n"
    "wide 日本語のテキスト 🚀🚀 mixed ｆｕｌｌ sharp ß İstanbul ﷽\n"
    "Ukraine said [the mines] \x1b[2Jwere \u202edelivered\u202c.\n"
)


def hostile() -> Briefing:
    """A briefing that tries everything against the terminal and the markup."""
    text = HOSTILE_TEXT
    words = "[the mines] \x1b[2Jwere \u202edelivered\u202c"
    item = AidItem(
        id="i:\x1b[31m",
        description=words,
        donors=(Actor(code="org:[/red]\x1b]0;x\x07", name="[@click=app.quit]\x9b31m"),),
        recipients=(UKR,),
        evidence=(evidence(text, "trigger", words, "rule\x1b[1m"),),
    )
    reaction = Reaction(
        id="r:hostile",
        actors=(Actor(code="group:\u202e", name="\u202e[sic]"),),
        person="\x1b]52;c;UFdORUQ=\x07",
        quote="[/red] \x07 \u2028",
        evidence=(evidence(text, "trigger", "[sic] [/red] [@click=app.quit]press"),),
    )
    event = EscalationEvent(
        id="e:hostile",
        action="strike",
        place="\x9b2J [link=http://x]",
        date="\x1b[5m",
        targets=(Actor(code="\ud800", name="\ud800\udfff"),),
        evidence=(evidence(text, "trigger", "\x1b]0;PWNED\x07"),),
    )
    return briefing(
        text, (item, reaction, event), title="[b]Bold\x1b[31m[/b] \u202etitle", publisher="\x07[/]", published="\x1b[1m"
    )


def long_line(characters: int = 2_000_000) -> Briefing:
    """One line of two million characters."""
    return briefing(("lorem ipsum dolor " * (characters // 18 + 1))[:characters], (), title="One line")
