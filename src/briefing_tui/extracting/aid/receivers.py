"""Receivers that no "to" or "for" announces: "Yemen's central bank", "a loan with Moldova", "drones that Ukraine can buy", "In Sudan, …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side, groups_of, side_of
from briefing_tui.extracting.aid.places import GIVERS
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later


def receiver_beside(
    context: AidContext, passage: Passage, start: int, end: int, *, donors: Side, verb: Hit | None = None
) -> Side:
    """Whom the words around `start`–`end` make the receiver, though they stand after neither "to" nor "for".

    What follows in the clause comes first, then a fronted "In Sudan, …".
    """
    groups = groups_of(context, passage)
    for group in groups:
        if group[0].start < start:
            continue
        if passage.distance(end, group[0].start) > _REACH or _BARRIER.search(
            passage.text, end - passage.start, group[0].start - passage.start
        ):
            break
        if _receives(passage, group) and _may_receive(context, group, donors):
            return side_of(group)
    for group in groups:
        if group[0].start >= start:
            break
        given = (
            verb is not None
            and verb.end <= group[0].start
            and passage.distance(verb.end, group[0].start) <= _FRONT
            and passage.distance(group[-1].end, start) <= _INDIRECT
            and (group[-1].possessive or group[-1].adjective)
            and _OWN_PEOPLE.match(passage.text, group[-1].end - passage.start)
        )
        if given and _may_receive(context, group, donors):
            return side_of(group)
        fronted = passage.token_at(group[0].start) <= _FRONT and passage.tokens[0].low in {"in", "across", "inside", "for"}
        needy = _NEEDY.search(passage.text, 0, group[0].start - passage.start) is not None
        if (fronted or needy) and not (group[-1].possessive or group[-1].adjective) and _may_receive(context, group, donors):
            return side_of(group)
    return NOBODY


_REACH: Final = 22
"""Tokens behind an amount within which its receiver is looked for."""
_NEEDY: Final = compile_later(
    r"\b(?:operations?|response|programmes?|programs?|relief work|work|appeal|refugees|displaced people|civilians|children|families|people|communities|victims|crisis|famine|needs) in (?:the |eastern |northern |southern |western )?$"
)
"""Before a country where those in need are."""
_FRONT: Final = 2
_INDIRECT: Final = 5
"""Tokens that the rest of an indirect object takes ("lent Ukraine's grid operator €46 million")."""
_BARRIER: Final = compile_later(
    r"[;”“:]|\b(?:said|says|told|while|whereas|although|but|after|before|since|because|despite|amid|following|according)\b"
)


def _receives(passage: Passage, group: Sequence[Mention]) -> bool:
    """Whether a group after an amount stands where a receiver can."""
    first, last = group[0], group[-1]
    position = passage.token_at(first.start)
    before = [token.low for token in passage.tokens[max(0, position - 4) : position]]
    while before and before[-1] in {"the", "its", "a"}:
        before.pop()
    word = before[-1] if before else ""
    following = passage.text[last.end - passage.start : last.end - passage.start + 60]
    if last.possessive or last.adjective:
        return word not in _SOURCES and _OWN_PEOPLE.match(following) is not None
    if word == "with":
        return bool(
            {"loan", "deal", "agreement", "grant", "programme", "program", "arrangement", "signed"} & set(before)
        ) or bool(_WITH.search(passage.text[: first.start - passage.start][-60:]))
    if word == "in":
        return not _GATHERED.search(passage.text[: first.start - passage.start][-50:])
    if word in {"inside", "across", "throughout", "within"}:
        return True
    if word in {"that", "which"}:
        return _CAN_USE.match(following) is not None
    return first.kind == "organ" and word not in _SOURCES


_SOURCES: Final = frozenset(
    {"from", "by", "against", "than", "via", "through", "with", "and", ",", "under", "near", "like", "on"}
)
_OWN_PEOPLE: Final = compile_later(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:grid|operators?|(?:central )?banks?|budgets?|treasury|arm(?:y|ies)|military|militaries|forces|troops|soldiers|navy|air force|police|guard"
    r"|government|authorities|ministry|economy|people|civilians|refugees|children|families|farmers|villages|hospitals|schools|energy|power|electricity|railways?|infrastructure|defen[cs]es?"
    r"|coast ?guard|air defen[cs]e|security|reconstruction|recovery|(?:arms|drone|weapons|ammunition|defen[cs]e) (?:makers?|industry|production|manufacturing|firms|companies|start-?ups|producers)|ports?|roads|repairs|demining|industry|sector|contingent|war effort|needs|population|communit(?:y|ies)|state|reforms?|producers|manufacturers|companies)\b",
)
"""After "Ukraine's" or "Lebanese": what belongs to a country that is helped when it is."""
_WITH: Final = compile_later(
    r"\b(?:loan|deal|agreement|grant|programme|program|arrangement|credit)s?(?: [\w-]+)? with (?:the )?$"
)
_GATHERED: Final = compile_later(
    r"\b(?:conference|summit|meeting|talks|gathering|forum|speech|speaking|news|reporters|visit|statement|said|told|announced|war|invasion|troops|factory|plant|base|embassy|made|built|produced)\b[^,]{0,30} in (?:the )?$",
    0,
)
"""Before a country where the money is only spoken of, or is spent by its giver."""
_CAN_USE: Final = compile_later(r" (?:can|could|will|would|may|needs?|has (?:asked|requested|sought)|uses?|hopes|plans|is to)\b")


def _may_receive(context: AidContext, group: Sequence[Mention], donors: Side) -> bool:
    side = side_of(group)
    return (
        not side.codes & (donors.codes | _ADVERSARIES)
        and bool(side.codes - GIVERS)
        and group[0].kind not in {"pronoun", "definite", "person", "role"}
        and context.is_receiver(side)
    )


_ADVERSARIES: Final = frozenset({"RUS", "BLR", "IRN", "PRK", "CHN"})
