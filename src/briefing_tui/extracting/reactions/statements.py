"""Positions in a text that is itself one actor's statement, where no verb of stance tells them.

"The Houthis' attacks are illegal", "Congress should act", "Our support is ironclad": in a newsroom's text these would be somebody's
quoted words; in a ministry's they are the ministry's own.
"""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.indirect import NEWS
from briefing_tui.extracting.reactions.judgements import judged
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.stances import Leaning, lean
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Stance

_STATEMENT_TITLE: Final = re.compile(
    r"\b(statements?|remarks|readout|letter|communiqu[eé]|declaration|condemns?|response|speech|address|urges?|calls? on|calls? for|welcomes?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = frozenset("we i our us my".split())
_FIRST_PERSON_LEAST: Final = 2
_LONGEST: Final = 1800
"""Words beyond which a text is a transcript of questions and answers rather than a statement."""
_OBLIGED: Final = frozenset("must should".split())
_COPULA: Final = frozenset(
    "is are was were be constitute constitutes represents represent remains remain demonstrate demonstrates amount amounts".split()
)
_PASSING: Final = 5
_RELATIVE: Final = frozenset("that which who whom whose as".split())
_OF_STEPS: Final = frozenset("steps measures actions capabilities weapons resources tools support".split())
_ACCOUNT: Final = frozenset("murdered fleeing fled shot killed wounded arrested detained".split())
_DECREE: Final = compile_later(
    r"\b(?:authority vested in me|hereby (?:order|direct|determine|declare|proclaim|certify|terminate|delegate)|it is hereby ordered|pursuant to the authority|the national emergency declared)\b",
    re.IGNORECASE,
)
_DECREE_OPENS: Final = 3000
"""Characters within which a decree says by what right it is given."""
_DEMAND: Final = compile_later(
    r"(?P<blame>\b(?:must|should) be (?:\w+ly )?(?:condemned|denounced|rejected)\b)|"
    r"\bmust (?:now |also |immediately |all |never |not |again |fully )*be \w+(?:ed|en|ld|pt|ght)\b|\bmust (?:immediately|now) (?:end|stop|cease|release|withdraw|allow)\b|"
    r"(?P<threat>\b(?:will|shall) (?:all )?(?:be held (?:to account|accountable|responsible)|(?:not|never) (?:be tolerated|go unanswered|go unpunished|succeed|prevail|stand))\b)"
)
_WIDE: Final = 2
"""Sentences on either side in which a demand finds its subject."""
_DEMANDED: Final = 8
"""Words before a demand that tell what is demanded."""
_STRONG: Final = 3.0
_FINAL: Final = 8.0
"""Weight of a threat that needs neither "we" nor "must" ("Make no mistake: they will pay")."""
_ON_SUBJECT: Final = 1.0
"""Weight of conflict vocabulary a sentence and its neighbours need."""


def is_decree(reading: Reading) -> bool:
    """Whether a text orders in the law's own words, which urge nobody and support nothing, but condemn and impose."""
    return _DECREE.search(reading.text, 0, _DECREE_OPENS) is not None


def is_statement(hearing: Hearing) -> bool:
    """Whether the whole text is its publisher's own statement: an actor published it and its title or its "we" says so."""
    reading = hearing.reading
    if reading.publisher is None or sum(len(passage.tokens) for passage in reading.passages) > _LONGEST:
        return False
    if _STATEMENT_TITLE.search(reading.document.title or ""):
        return True
    heard = sum(
        token.low in _FIRST_PERSON and not hearing.quoted(token.start, token.end)
        for passage in reading.passages
        for token in passage.tokens
    )
    return heard >= _FIRST_PERSON_LEAST


def _is_explicit(leaning: Leaning, before: list[str]) -> bool:
    """Whether the cue makes a position rather than colours an account: "are illegal", "must", "will not hesitate"."""
    if leaning.stance in {"urge", "warn"}:
        return leaning.weight >= 4
    if leaning.stance == "support":
        return leaning.weight >= 6 or "our" in before or "we" in before
    return bool(_COPULA.intersection(before)) or (leaning.stance == "defend" and leaning.weight >= 5)


def _is_in_passing(leaning: Leaning, words: list[str], at: int) -> bool:
    """Whether the cue stands in a relative clause or an account: "the steps that we need", "civilians were fleeing violence"."""
    before = words[max(0, at - _PASSING) : at]
    if leaning.stance == "urge" and (_RELATIVE.intersection(before[:-1]) or _OF_STEPS.intersection(before)):
        return True
    return leaning.stance == "oppose" and bool(_ACCOUNT.intersection(words))


def read_statement(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The publisher's position in a passage of its statement that has none yet, outside quotation marks."""
    reading = hearing.reading
    if reading.publisher is None or passage.block.kind == "heading" or known or passage.text.endswith("?"):
        return []
    if hearing.quotes.within(passage.start, passage.end):
        return []
    leaning = lean(passage, passage.start, passage.end)
    demand = _DEMAND.search(passage.text)
    if demand is not None and hearing.relevance.around(passage.index, _WIDE) >= _ON_SUBJECT:
        return [_demanded(hearing, passage, demand)]
    view = judged(passage.text) if hearing.relevance.around(passage.index, 1) >= _ON_SUBJECT else None
    if view is not None and not NEWS.intersection(token.low for token in passage.tokens) and "may" not in passage.text:
        return [_judged(hearing, passage, view)]
    if leaning is None or leaning.weight < _STRONG or hearing.relevance.around(passage.index, 1) < _ON_SUBJECT:
        return []
    clauses = hearing.clauses(passage)
    words = [token.low for token in passage.tokens]
    at = clauses.index(leaning.cue[0])
    first_person = any(word in _FIRST_PERSON for word in words)
    obliged = any(word in _OBLIGED for word in words)
    verdict = (leaning.stance in {"oppose", "defend"} and any(word in _COPULA for word in words)) or (
        leaning.stance == "defend" and leaning.weight > _STRONG
    )
    final = leaning.stance == "warn" and leaning.weight >= _FINAL
    timely = leaning.stance == "urge" and hearing.text[leaning.cue[0] : leaning.cue[1]].lower().endswith(
        ("time", "time to", "time has come")
    )
    if not (first_person or obliged or verdict or timely or final) or not _is_explicit(leaning, words[max(0, at - 4) : at]):
        return []
    if _is_in_passing(leaning, words, at) or "never forget" in passage.text:
        return []
    begin = passage.tokens[max(0, at - 6)].start
    speaker = _publisher(hearing, passage)
    return [
        Position(
            passage=passage.index,
            rule="own-statement",
            stance=leaning.stance,
            triggers=[clip(passage, begin, passage.end)],
            speaker=speaker,
            cue=leaning.cue,
            date=nearest_date(passage, leaning.cue[0], leaning.cue[1]),
            confidence=0.65 if leaning.weight > _STRONG else 0.5,
            own_statement=True,
        )
    ]


def _publisher(hearing: Hearing, passage: Passage) -> Speaker:
    reading = hearing.reading
    publishers = reading.publishers or ((reading.publisher,) if reading.publisher is not None else ())
    return Speaker(passage.start, passage.start, publishers, reading.publisher_person)


def _demanded(hearing: Hearing, passage: Passage, demand: re.Match[str]) -> Position:
    """The demand or threat of "All hostages must be freed", "Those behind it will be held to account"."""
    start, end = passage.start + demand.start(), passage.start + demand.end()
    stance: Stance = {"threat": "warn", "blame": "oppose"}.get(demand.lastgroup or "", "urge")  # type: ignore[assignment]  # stances all
    return Position(
        passage=passage.index,
        rule="own-statement",
        stance=stance,
        triggers=[clip(passage, passage.tokens[max(0, passage.token_at(start) - _DEMANDED)].start, passage.end)],
        speaker=_publisher(hearing, passage),
        cue=(start, end),
        date=nearest_date(passage, start, end),
        confidence=0.55,
        own_statement=True,
    )


def _judged(hearing: Hearing, passage: Passage, stance: Stance) -> Position:
    """The verdict of a sentence built as one: "Such launches violate the Council's resolutions"."""
    return Position(
        passage=passage.index,
        rule="own-statement",
        stance=stance,
        triggers=[clip(passage, passage.start, passage.end)],
        speaker=_publisher(hearing, passage),
        date=nearest_date(passage, passage.start, passage.end),
        confidence=0.5,
        own_statement=True,
    )
