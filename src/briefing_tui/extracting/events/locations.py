"""Where a sentence says things happened: named places of the lexicon, and unknown names that stand where a place stands."""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later

_TYPES: Final = (
    r"(?:region|oblast|province|district|raion|governorate|county|krai|republic|state|peninsula|valley|desert|airport|air ?base|airfield|port|hospital"
    r"|island|islands|strait|straits|corridor|shoal|reef|sea|gulf|bay|channel|river|bridge|dam|pass|crossing|prison|camp|refugee camp|refinery"
    r"|power plant|nuclear power plant|front|direction|sector|axis|heights|hills?|mountains?|suburbs?|neighbou?rhood|city|town|village|settlement|hromada|base|naval base)"
)
_DIRECTION: Final = compile_later(
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|upper|lower|occupied)[ \-]){1,2}$",
    re.IGNORECASE,
)
_EXTENSION: Final = compile_later(rf" (?i:{_TYPES})\b(?! of [A-Z])")
_NAME: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʼ\-]+(?: (?:al-|el-|de |la |as-|ash-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʼ\-]+){0,3}"
_ADJECTIVES: Final = (
    r"(?:(?:Russian|Ukrainian|Israeli|Syrian|Lebanese|Sudanese|Iranian|Pakistani|Indian|Chinese|eastern|western|northern|southern|central|north|south|east|west|occupied|border|nearby"
    r"|coastal|southeastern|northeastern|southwestern|northwestern|front-?line|small|besieged|strategic|capital|Russian-occupied|Russian-held|rebel-held)[\- ]){0,3}"
)
_KINDS: Final = (
    r"(?:city|town|village|port|settlement|district|region|province|area|hamlet|suburb|outskirts|capital|airport|port city|provincial capital|island|locality"
    r"|half|parts?|outskirts|centre|center|suburbs|districts|north|south|east|west|vicinity|direction|villages|towns|cities|settlements|oblast|neighbou?rhood|community|communities|stronghold|refugee camp)"
)
_OWNER: Final = r"(?:[A-ZÀ-Þ][\w]+[’']s (?!and\b))?"
_HEADED: Final = r"(?:(?:Strait|Straits|Gulf|Sea|Bay|Port|Isle|Cape|Mount|Lake) of )?"
_UNKNOWN: Final = compile_later(
    rf"\b(?:in|at|near|outside|around|toward|towards|into|across|off|inside|between|beyond) (?:the )?{_OWNER}{_ADJECTIVES}(?:{_KINDS}(?: of)? )?"
    rf"(?P<name>{_HEADED}{_NAME}(?: {_TYPES})?)"
    rf"|\b(?:on|of|to|from|against|through|reached|entered|and|captured|seized|liberated) (?:the )?{_OWNER}{_ADJECTIVES}{_KINDS}(?: of)? (?P<kinded>{_NAME}(?: {_TYPES})?)"
    rf"|\b(?:on|of|to|from|against|through) (?:the )?{_OWNER}(?P<typed>{_HEADED}{_NAME} {_TYPES}\b)"
    rf"|\b(?:captured|seized|recaptured|retook|retaken|overran|overrun|liberated|entered|shelled|bombed|bombarded|pounded|stormed|besieged|reached|recapture|capture|retake) (?P<taken>{_NAME})"
    r"(?=[,.;]|$| (?:on|in|and|from|after|with|as|last|by|overnight|early|late|during|before|this|to|at|near|for|since|earlier|while|but|again)\b)"
)
_SITES: Final = (
    r"(?i:refugee camp|displacement camp|camp|hospital|clinic|reservoir|prison|airport|air ?base|airfield|military base|naval base|base|barracks|refinery|oil depot|oil terminal|terminal"
    r"|power plant|power station|nuclear plant|dam|bridge|crossing|market|mosque|church|cathedral|university|school|stadium|hotel|beach|square|quarter|neighbou?rhoods?|districts?|suburbs?|junction|port|harbou?r"
    r"|reef|shoal|island|islands|city hall|concert hall|mall|highway|monastery|temple|hill|heights|mine|oil ?field|gas ?field|checkpoint|village|settlement|theatre|station|palace|barrage|canal)"
)
_BEFORE_SITE: Final = frozenset(
    "the of at on in near into from outside around against hit hitting struck striking shelled bombed attacked attacking stormed seized captured retook"
    " recaptured entered overran reached targeted targeting damaged destroyed leaving".split(" ")
)
_SITE: Final = compile_later(rf"(?P<name>{_NAME}(?: and {_NAME})?) (?P<type>{_SITES})\b(?! of [A-Z])")
"""A site by its own name: "the Abu Shouk camp", "Babiker Nahar Paediatric Hospital", "the Golo reservoir"."""
_BOUND_FOR: Final = compile_later(
    rf"\b(?:troops|soldiers|forces|vehicles|moved|moving|sent|sending|deploy\w*|withdr\w+|pulled|retreat\w*|advanc\w+|back|battery|battalions?)\b[^,;.]{{0,60}}? (?:to|toward|towards|into) (?P<name>{_NAME})(?=[,.;]|$| (?:in|near|on|and|from|to)\b)"
)
"""Where forces go: "moved armoured vehicles to Boa Vista"."""
_OF_STRAIT: Final = compile_later(r"(?<=median line) of the [A-Z][\w]+ (?:Strait|Sea)\b")
_WITHIN: Final = re.compile(r",? (?:in|near|outside) (?:the )?(?:\w+ )?(?:(?:city|province|region|state|district|town) of )?")
_SHIP: Final = re.compile(r"(?:BRP|USS|USNS|HMS|HMAS|HMCS|ROKS|INS|RFA|MV|MT)\b")
_LABEL: Final = compile_later(rf"(?:[-–•*] )?(?P<name>{_NAME}): (?=[a-z])")
_TYPED: Final = compile_later(
    rf"\b(?:city|town|village|port city|settlement|hamlet|suburb|district|province|region|villages|towns|settlements|strongholds?|capital) of (?P<name>{_NAME})"
)
_NOT_PLACES: Final = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "telegram",
        "facebook",
        "twitter",
        "x",
        "christmas",
        "easter",
        "ramadan",
        "congress",
        "parliament",
        "president",
        "support",
        "operation",
        "section",
        "article",
        "title",
        "appendix",
        "coordination",
        "partnership",
    ]
)


class Location(NamedTuple):
    """A named place `text[start:end]`. `state` is its ISO 3166-1 alpha-3 code where known; `rank` 0 is a state, 1 a region, 2 a town or site."""

    start: int
    end: int
    name: str
    state: str | None
    rank: int


def locations_in(passage: Passage) -> list[Location]:
    """The named places of a passage, in text order, none inside another."""
    found: list[Location] = []
    for hit in passage.of("state", "place"):
        if hit.entry.category == "state":
            if hit.how not in {"name", "capital"}:
                continue
            state, rank = hit.entry.key, 0 if hit.how == "name" else 2
        else:
            state, rank = hit.entry.get("state"), 1 if hit.entry.get("type") in {"region", "sea", "strait"} else 2
        start, end, rank = _extended(passage, hit.start, hit.end, rank)
        if passage.text[end - passage.start : end - passage.start + 1] != "-" and (not found or start >= found[-1].end):
            found.append(Location(start, end, _written(passage, start, end), state, rank))
    taken = [(location.start, location.end) for location in found]
    taken += [
        (mention.start, mention.end)
        for mention in passage.mentions
        if mention.kind != "collective"
        or " to " not in _written(passage, mention.start, mention.end)  # "more soldiers to Boa Vista"
    ]
    taken += [
        (hit.start, hit.end)
        for hit in passage.hits
        if hit.entry.category in {"weapon", "org", "office", "person", "body", "media"}
    ]
    if passage.block.kind == "heading":
        return found  # every word of a headline may be a capital
    label = _LABEL.match(passage.text) if passage.block.kind == "list_item" else None
    if (
        label is not None
        and (not found or found[0].start > passage.start + label.end("name"))
        and not any(there < passage.start + label.end("name") for there, _ in taken)
    ):
        found.append(Location(passage.start + label.start("name"), passage.start + label.end("name"), label["name"], None, 2))
        taken.append((passage.start, passage.start + label.end()))
    sites = _named_sites(passage, found)
    if sites:
        found = [
            known for known in found if not any(site.start <= known.start and known.end <= site.end for site in sites)
        ] + sites
        taken += [(site.start, site.end) for site in sites]
    for match in (*_UNKNOWN.finditer(passage.text), *_TYPED.finditer(passage.text), *_BOUND_FOR.finditer(passage.text)):
        group = match.lastgroup or "name"
        start, end = passage.start + match.start(group), passage.start + match.end(group)
        name = match[group]
        if name.lower().endswith(
            ("-held", "-occupied", "-controlled", "-backed", "-led", "-made", "-born", "-linked", "-installed", "-appointed")
        ):
            continue
        if any(start < there_end and end > there for there, there_end in taken) or name.split(" ")[0].lower() in _NOT_PLACES:
            continue
        if _SHIP.match(name):
            continue
        taken.append((start, end))
        found.append(Location(start, end, name, None, 2))
    found.sort(key=lambda location: (location.start, -location.end))
    return [_in_its_state(passage, location, after) for location, after in itertools.zip_longest(found, found[1:])]


def _in_its_state(passage: Passage, location: Location, after: Location | None) -> Location:
    """A place not known by itself in the state of the known one it is said to be in: "the SYL hotel in Mogadishu"."""
    if location.state is not None or after is None or after.state is None:
        return location
    gap = passage.text[location.end - passage.start : after.start - passage.start]
    return location._replace(state=after.state) if _WITHIN.fullmatch(gap) else location


def _named_sites(passage: Passage, known: list[Location]) -> list[Location]:
    """Sites with a name of their own, in the state of the known place the name may hold; a mention of people or their body is none."""
    out: list[Location] = []
    mentions = [mention for mention in passage.mentions if mention.actors and not mention.actors[0].code.startswith("org:")]
    for match in _SITE.finditer(passage.text):
        before = passage.text[max(0, match.start() - 14) : match.start()].split(" ")
        if len(before) < 2 or (before[-2].lower() not in _BEFORE_SITE and not before[-2].endswith(("'s", "’s"))):
            continue
        start, end = passage.start + match.start("name"), passage.start + match.end("type")
        if (
            any(start < mention.end and end > mention.start for mention in mentions)
            or match["name"].split(" ")[0].lower() in _NOT_PLACES
        ):
            continue
        inside = next((place for place in known if start <= place.start and place.end <= end), None)
        if inside is not None and match["type"].lower() in {
            "village",
            "settlement",
            "island",
            "islands",
            "district",
            "districts",
        }:
            continue
        out.append(Location(start, end, match[0], inside.state if inside is not None else None, 2))
    return out


def _extended(passage: Passage, start: int, end: int, rank: int) -> tuple[int, int, int]:
    """A known place with its direction and kind: "northern Israel", "the Kharkiv region", "Taiwan Strait"."""
    left = _DIRECTION.search(passage.text, max(0, start - passage.start - 24), start - passage.start)
    right = _EXTENSION.match(passage.text, end - passage.start)
    if left is not None:
        start = passage.start + left.start()
    if right is not None and not (
        passage.text[: end - passage.start].endswith(("Sea", "Gulf")) and right[0].endswith(("city", "town", "port"))
    ):
        end = passage.start + right.end()
    strait = _OF_STRAIT.match(passage.text, end - passage.start)
    if strait is not None:
        end = passage.start + strait.end()
    return start, end, max(rank, 1) if left is not None or right is not None else rank


def _written(passage: Passage, start: int, end: int) -> str:
    return passage.text[start - passage.start : end - passage.start]
