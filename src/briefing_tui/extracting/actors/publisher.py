"""Who a document speaks for when it says "we": the ministry, the senator or the parties of a joint statement that publish it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_ASIDE: Final = compile_later(r"\s*\([^()]*\)$")
"""What a publisher's name says of itself in brackets: "ECHO (press service)"."""
_LEGISLATOR: Final = compile_later(
    r"^(?:(?:U\.?S\.? )?(?:Sen|Rep)(?:ator|resentative|\.)\s+)?(?P<name>[^(]+?)\s*"
    r"\((?:Republican|Democrat|Democratic|Independent|R|D|I)\b[^)]*\)$"
)
_US_LEGISLATOR: Final = compile_later(
    r"^(?:Office of )?(?:U\.?S\.? )?(?:Senator|Congressman|Congresswoman|Sen\.|Rep\.|Representative)\s+(?P<name>.+)$"
)
_PERSONAL_NAME: Final = compile_later(
    r"^(?!.*\b(?:Relief|Aid|Watch|International|Institute|Centre|Center|Council|Committee|Group|Trust|Foundation|Union|Party|Agency|"
    r"House|Office|Network|Alliance|Forum|Fund|Bank|Mission|Service|Rights|Without|Against|War|Peace|Crisis|Project)\b)"
    r"[A-Z][\w'’.-]+(?: [\"“]?[A-Z][\w'’.-]*[\"”]?| (?:de|van|von|bin|al|der)){1,3}(?:,? Jr\.?| I{2,3})?$"
)
_LEGISLATOR_WRITES: Final = (
    r"\b(?:Sen(?:ators?|s?\.)|Rep(?:resentative|s?\.)?|Congress(?:man|woman))\s+(?:[A-Z][\w'’.-]*\s+){{0,2}}{}\b"
)
_OPENING: Final = 3000
"""Characters of the text that are searched for the publisher's own name with an office."""
_NEWSROOM: Final = compile_later(
    r"\b(?:news|newsroom|newspaper|newswire|wire|wikipedia|wikinews|press(?! office| service| release| statement| corner)|times|post|guardian|broadcast\w*|radio|"
    r"tv|television|journal|herald|tribune|gazette|blog|magazine|independent|coverage|reliefweb|observer|chronicle|encyclopa?edia|"
    r"review|media|voices?|daily|weekly|telegraph|desk|monitor|agencies|correspondents?|online|today|dispatch|standard|mail|express|sun|"
    r"star|globe|courier|examiner|citizen|argus|insider|digest|bulletin|newsletter|podcast|live[- ]blog|factbox|report(?:er|ers)|"
    r"spiegel|presse|prensa|diario|jazeera|arabiya)\b",
    re.IGNORECASE,
)
_OFFICIAL: Final = compile_later(
    r"\b(?:ministry|ministries|minister|government|department|embassy|president|presidency|office|army|armed forces|forces|military|"
    r"parliament|cabinet|secretary|mission|consulate|defen[cs]e|foreign affairs|chancellery|navy|air force|police|permanent "
    r"representation|house)\b",
    re.IGNORECASE,
)
_SPEECH: Final = (
    r"(?:Statement|Remarks|Message|Letter|Op-Ed|Address|Speech|Testimony|Proclamation|Comments?|Declaration|Press Statement|Communiqué|Communique|"
    r"Opening Remarks|Oral Statement|Written Statement)"
)
_TITLE_SPEAKER: Final = compile_later(
    rf"\b{_SPEECH}s?\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>.+?)"
    r"(?=\s+(?i:on|regarding|about|ahead|after|following|before|to|at|in|for|as|marking|concerning|during|with|upon|under|\w+ing)\b|[:,–—-]\s|$)"
)
_JOINT: Final = compile_later(
    rf"\b(?:joint|trilateral|quadrilateral)\b.*\b{_SPEECH}|\bLeaders[’']? {_SPEECH}|\bMinisters[’']? {_SPEECH}", re.IGNORECASE
)
_BLOC_SPEECH: Final = compile_later(
    rf"(?:['’]s?)?\s+(?:(?:Leaders?|Foreign|Finance|Defen[cs]e|Trade|Interior|Ministers?|Ministerial|Heads|of|State|and|Government|Summit|Joint|Presidency|"
    rf"Council|Chair|Members?|Security|Emergency|Special|Annual)['’]?s?\s+){{0,6}}(?:{_SPEECH}|Communiqué|Communique|Conclusions|Pledge)\b"
)
_BLOCS: Final = frozenset({"io", "alliance", "bloc", None})
_SIGNED_BY: Final = compile_later(r"\b(?:by|from)\s+(?:the\s+)?(?=[A-Z])")
_TOPIC: Final = compile_later(r"\s+(?:on|regarding|following|about|concerning|condemning)\s+", re.IGNORECASE)
_TITLE_WORDS: Final = frozenset(
    "president vice prime minister foreign defence defense secretary of state the deputy press spokesperson spokesman spokeswoman national "
    "security advisor adviser nsc ambassador chairman chair chairwoman senator congressman congresswoman representative leader majority "
    "minority speaker high general secretary-general director administrator chief staff and for affairs governor king queen commander "
    "treasury council department permanent special envoy attorney general under assistant acting coordinator minister's interior "
    "first lady dr. mr. mrs. ms. sen. rep. gen. adm. lt. u.s. us uk eu un nato house white senate commissioner executive managing "
    "homeland international development relations external".split()
)
_JOINT_OPENING: Final = compile_later(
    r"^(?:We|The), (?:the )?(?:leaders|governments?|heads|foreign ministers|(?:foreign |defence |defense |finance )?ministers|presidents|members|"
    r"representatives|undersigned)\b",
    re.IGNORECASE,
)


def find_publisher(reading: Reading) -> None:
    """Fill the reading's `publisher`, `publisher_person` and `publishers` from the document's metadata, title and opening."""
    document = reading.document
    name = (document.publisher or "").strip()
    legislator = _LEGISLATOR.match(name) or _US_LEGISLATOR.match(name)
    name = name if legislator else _ASIDE.sub("", name)
    if legislator:
        reading.publisher = _state("USA")
        reading.publisher_person = legislator["name"].strip()
    elif name:
        named_hits = any(hit.entry.category in ("org", "state", "body", "media") for hit in reading.publisher_hits)
        personal = _PERSONAL_NAME.match(name) is not None
        if not (personal and _read_personal_publisher(reading, name)) and (named_hits or not personal):
            reading.publisher = _publisher_of(name, reading.publisher_hits)
    title = document.title or ""
    if title and (not name or reading.publisher is not None):
        _read_title(reading, title)
    if reading.publisher is not None and reading.publisher_person is None:
        reading.publisher_person = _byline_person(reading)
    if not reading.publishers and reading.publisher is not None:
        reading.publishers = (reading.publisher,)
    if name and reading.publisher is None:
        return
    parties = _opening_parties(reading)
    if len(parties) == 1 and parties[0].code.startswith("org:"):  # "We, the leaders of the Group of Seven"
        reading.publisher, reading.publishers, reading.publisher_person = parties[0], parties, None
    elif len(parties) > 1:
        reading.publishers = parties
        reading.publisher = reading.publisher or parties[0]


def _read_personal_publisher(reading: Reading, name: str) -> bool:
    """Whether a page under a person's name is a legislator's or a known office-holder's; if so it speaks for that state in person."""
    surname = re.escape(name.rsplit(" ", 1)[-1])
    head = f"{reading.document.title or ''}\n{reading.text[:_OPENING]}"
    congress = re.match(r"https?://[^/]*\.(?:senate|house)\.gov(?:/|$)", reading.document.url or "")
    known = next((hit for hit in reading.publisher_hits if hit.entry.category == "person"), None)
    if congress or re.search(_LEGISLATOR_WRITES.format(surname), head, re.IGNORECASE):
        reading.publisher, reading.publisher_person = _state("USA"), name
    elif known is not None:
        reading.publisher, reading.publisher_person = _coded(known.entry.get("actor")), name
    return reading.publisher is not None


def publisher_mention(reading: Reading, phrase: Phrase) -> Mention | None:
    """The mention that "we" or "I" makes in a publisher's own text outside quotation marks; None in news."""
    if reading.publisher is None:
        return None
    alone = phrase.pointer == "i" or len(reading.publishers) < 2
    actors = (reading.publisher,) if alone else reading.publishers
    return Mention(
        start=phrase.start,
        end=phrase.end,
        actors=tuple(Actor(code=actor.code, name=actor.name, via="publisher") for actor in actors),
        person=reading.publisher_person if alone else None,
        kind="pronoun",
    )


def _read_title(reading: Reading, title: str) -> None:
    """The person a title says is speaking, and the parties of a joint statement."""
    if _JOINT.search(title):
        cut = _TOPIC.search(title)
        parties = _parties(reading.title_hits, cut.start() if cut else len(title))
        signed = _SIGNED_BY.search(title, cut.end()) if cut else None
        if signed is not None and len(parties) < 2:
            parties = _parties([hit for hit in reading.title_hits if hit.start >= signed.end()], len(title)) or parties
        bloc = next((party for party in parties if party.code.startswith("org:")), None)
        if bloc is not None and len(parties) == 1:
            reading.publisher, reading.publishers = bloc, (bloc,)
        elif len(parties) > 1:
            reading.publishers = tuple(parties)
            reading.publisher = reading.publisher or parties[0]
        return
    bloc = _bloc_speaking(reading, title)
    if bloc is not None:
        reading.publisher, reading.publishers = bloc, (bloc,)
        return
    speaker = _TITLE_SPEAKER.search(title)
    if speaker is None:
        return
    span = speaker.span("who")
    if reading.publisher is None:
        inside = [hit for hit in reading.title_hits if span[0] <= hit.start and hit.end <= span[1]]
        parties = _parties(inside, span[1])
        reading.publisher = parties[0] if parties else None
    if reading.publisher is not None and reading.publisher_person is None:
        reading.publisher_person = _person_in(speaker["who"])


def _bloc_speaking(reading: Reading, title: str) -> Actor | None:
    """The bloc whose statement a title announces, whoever hosts the page: "G7 Statement on Sudan", "NATO Foreign Ministers' Declaration"."""
    for hit in reading.title_hits[:3]:
        if hit.entry.category == "org" and hit.entry.get("kind") in _BLOCS and hit.start <= len("The "):
            return _hit_actor(hit) if _BLOC_SPEECH.match(title, hit.end) else None
    return None


def _byline_person(reading: Reading) -> str | None:
    """The person in whose name an office publishes: a line of its own near the top, "JANE ROE, DEPARTMENT SPOKESPERSON"."""
    for passage in reading.passages[:_BYLINE_WITHIN]:
        line = passage.text.strip()
        match = _BYLINE.match(line) if passage.has("office") and len(line) < _LONGEST_BYLINE else None
        if match is not None:
            name = match["before"] or match["behind"]
            return name.title() if name.isupper() else name
    return None


_BYLINE_WITHIN: Final = 6
"""Passages from the top that may hold a byline."""
_LONGEST_BYLINE: Final = 100
_WORD: Final = r"[A-Z][\w.'’-]*"
_BYLINE: Final = compile_later(
    rf"^(?:(?:Press |Media )?Statements? (?:by|from) )?(?P<before>{_WORD}(?: {_WORD}){{1,3}}), [^.!?:“\"]*$"
    rf"|^(?:Press |Media )?(?:Statement|Remarks|Message) (?:by|from) (?:the )?[^.!?,]*?"
    rf"(?i:spokesperson|spokesman|spokeswoman|secretary|minister|president|ambassador|commissioner) (?P<behind>{_WORD}(?: {_WORD}){{1,3}})$"
)


def _person_in(words: str) -> str | None:
    """The personal name at the end of "NSC Spokesperson Adrienne Watson"; None where only an office stands."""
    parts = words.split()
    start = len(parts)
    while start and parts[start - 1][:1].isupper() and parts[start - 1].lower() not in _TITLE_WORDS:
        start -= 1
    name = parts[start:]
    if not name or len(name) > _LONGEST_NAME or (start and parts[start - 1].lower() in ("of", "for", "the", "and")):
        return None
    if any(part.lower().endswith(("ministry", "government", "governments", "leaders", "ministers")) for part in name):
        return None
    return " ".join(name)


_LONGEST_NAME: Final = 5


def _opening_parties(reading: Reading) -> tuple[Actor, ...]:
    """The parties of "We, the Leaders of Canada, Mexico and the United States, …"."""
    for passage in reading.passages[:4]:
        if _JOINT_OPENING.match(passage.text):
            end = next(
                (token.start for token in passage.tokens if token.low in _AFTER_PARTIES and token.start > passage.start),
                passage.end,
            )
            return tuple(_parties(passage.hits, end))
    return ()


_AFTER_PARTIES: Final = frozenset(
    "met meet met affirm reaffirm condemn welcome declare express call underscore stand gathered gather today reiterate commit recognize "
    "recognise remain are have announce support deplore urge strongly unequivocally hereby convened convene held join joined share recall "
    "underline underlined stress stressed emphasize emphasise note noted pledge agree agreed acknowledge reject demand came spoke firmly "
    "will following marking on in at during for with".split()
)


def _parties(hits: Iterable[Hit], end: int) -> list[Actor]:
    """The states and organisations named in `hits` before `end`, each once, in order; a name within a longer one is left out."""
    found: list[Actor] = []
    reach = -1
    for hit in hits:
        if hit.end > end or hit.start < reach:
            continue
        actor = _hit_actor(hit)
        if actor is None:
            continue
        reach = hit.end
        if actor.code not in {other.code for other in found}:
            found.append(actor)
    return found


def _hit_actor(hit: Hit) -> Actor | None:
    entry = hit.entry
    if entry.category == "state":
        return _state(entry.key) if hit.how != "capital" else None
    code = {"org": "code", "body": "actor", "person": "actor"}.get(entry.category)
    return _coded(entry.get(code)) if code is not None else None


def _publisher_of(name: str, hits: list[Hit]) -> Actor | None:
    """The actor that a publisher's name stands for; None for newsrooms and encyclopaedias."""
    if any(hit.entry.category == "media" and (hit.start == 0 or hit.end - hit.start > len(name) // 2) for hit in hits):
        return None
    if _NEWSROOM.search(name) and not _OFFICIAL.search(name):
        return None
    parties = _parties(hits, len(name))
    whole = next((actor for hit in hits if hit.end - hit.start >= len(name) - 4 and (actor := _hit_actor(hit)) is not None), None)
    if whole is not None:
        return whole
    if parties and (_OFFICIAL.search(name) or parties[0].code.startswith("org:")):
        return parties[0]
    capital = next((hit for hit in hits if hit.entry.category == "state"), None)
    if capital is not None and _OFFICIAL.search(name):
        return _state(capital.entry.key)
    return Actor(code=f"org:{name}", name=name, via="publisher")


def _state(code: str) -> Actor:
    return Actor(code=code, name=STATE_NAMES[code], via="publisher")


def _coded(code: str | None) -> Actor | None:
    return Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via="publisher") if code else None
