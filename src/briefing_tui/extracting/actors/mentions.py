"""Who is named in a text: states, organisations, persons and collectives, and what "he" and "the ministry" refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.actors.atoms import AtomRow, atomize
from briefing_tui.extracting.actors.borrowed_states import hyphened_pair, joined_state, state_ahead
from briefing_tui.extracting.actors.coordination import coordinations
from briefing_tui.extracting.actors.coreference import resolve
from briefing_tui.extracting.actors.discourse import Discourse, Setting
from briefing_tui.extracting.actors.home import home_of, is_dateline
from briefing_tui.extracting.actors.owners import Phrase, actor_of
from briefing_tui.extracting.actors.phrases import find_phrases
from briefing_tui.extracting.actors.publisher import publisher_mention
from briefing_tui.extracting.actors.word_lists import NEVER_NAMES, PRONOUNS
from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.model import Actor

_TITLE_CASE: Final = 0.6
"""A heading with this share of capitalised words is in title case: its capitals mark no names."""


def find_actors(reading: Reading) -> None:
    """Fill every passage's `mentions`. Needs the publisher."""
    publisher = reading.publisher
    own = publisher if publisher is not None and len(publisher.code) == _STATE_CODE else None
    titled = tuple(hit.entry.key for hit in reading.title_hits if hit.entry.category == "state" and hit.how != "capital")
    discourse = Discourse(
        published=reading.document.published, home=home_of(reading), own=own, titled=titled, publishers=reading.publishers
    )
    quoted, block = False, -1
    for passage in reading.passages:
        quoted = quoted and passage.sentence.block == block
        block = passage.sentence.block
        quoted = _read_passage(reading, passage, discourse, quoted=quoted)


_HEAD: Final = 4
"""Passages within which a dateline may stand."""


def _read_passage(reading: Reading, passage: Passage, discourse: Discourse, *, quoted: bool) -> bool:
    """Fill the mentions of one passage; tells whether a quotation is still open at its end."""
    if _is_silent(passage):
        return quoted
    text = reading.text
    row = atomize(passage, text, shouting=_is_title_case(passage))
    say_starts = {hit.start for hit in passage.hits if hit.entry.category == "say"}
    inside, still_quoted = _quoted_atoms(row, text, opened=quoted)
    places = tuple(_place_states(row)) if "Z" in row.letters or "C" in row.letters else ()
    scene = _SCENE.match(row.letters)
    if scene is not None and (town := actor_of(row.atoms[scene.end() - 1])) is not None:
        discourse.scene = (passage.sentence.block, town.code)
    if "-" in row.letters and (pair := hyphened_pair(row)):
        discourse.paired = (passage.index, pair)
    mentions: list[Mention] = []
    opening: Mention | None = None
    for phrase in find_phrases(row, text):
        if phrase.kind == "capital" and (
            passage.block.kind == "dateline"
            or _is_place(row, phrase, text)
            or (passage.index < _HEAD and is_dateline(text, phrase.start, phrase.end))
        ):
            continue
        if phrase.kind == "pronoun":
            if inside[phrase.first]:
                continue
            if phrase.pointer == "i" and text[phrase.start] != "I":
                continue
            if phrase.pointer in _FIRST_PERSON:
                mention = publisher_mention(reading, phrase)
                if mention is not None:
                    mentions.append(mention)
                continue
            speaks = _speaks_after(row, phrase.last, say_starts)
            if phrase.pointer == "it" and (
                _is_evaluated(row, phrase.first) or (not speaks and _is_expletive(row, phrase.first, say_starts))
            ):
                continue
        else:
            speaks = _speaks(row, phrase, say_starts)
        before = mentions[-1].start if phrase.kind == "pronoun" and mentions and _is_aside(row, phrase, mentions[-1]) else None
        if opening is None and mentions and phrase.pointer in _BACKWARD and _follows_adjunct(row, phrase.first):
            before = passage.start
        subject = speaks or _is_subject(row, phrase)
        relative = phrase.first > 0 and row.atoms[phrase.first - 1].low in _RELATIVE
        quoted_here = inside[min(phrase.first, len(inside) - 1)]
        setting = Setting(passage, subject, speaks, before, places, relative=relative, quoted=quoted_here)
        if phrase.kind == "person" and not phrase.owners and phrase.pointer is None:
            setting = setting._replace(joined=joined_state(row, phrase, mentions), ahead=state_ahead(row, phrase))
        mention = resolve(discourse, phrase, setting)
        if mention is None:
            continue
        if setting.subject and opening is None:
            opening = mention
        if row.letters[phrase.last : phrase.last + 1] == "s" or row.letters[phrase.last - 1] == "s":
            mention = replace(mention, possessive=True)
        mentions.append(mention)
        _learn_acronym(row, phrase, mention, discourse, text)
    if _BRACKETED.search(row.letters):
        _learn_spelled_acronyms(passage, discourse)
    passage.mentions = mentions
    if len(mentions) > 1:
        for group in coordinations(passage, mentions):
            discourse.traces.add_group(passage.index, group, subject=opening in group)
    return still_quoted


_SCENE: Final = re.compile(r"fd?q{0,2}[CZS](?=,|fd?[CZS],)")
"""How a paragraph says where it plays: "In Brasilia, …", "In the eastern city of Goma, …"."""


def _is_silent(passage: Passage) -> bool:
    """Whether nothing in a sentence can name anybody: no word of the lexicon's that does, no pronoun, no capital, no quotation mark."""
    return not passage.has(*_NAMING) and not any(
        token.low in PRONOUNS or token.low in _QUOTES or (token.capital and (index or token.low not in NEVER_NAMES))
        for index, token in enumerate(passage.tokens)
    )


_NAMING: Final = ("state", "org", "body", "person", "office", "collective", "media", "anaphor", "place")
_QUOTES: Final = frozenset('"“”«»')


def _place_states(row: AtomRow) -> Iterator[str]:
    for atom in row.atoms:
        if atom.letter == "Z" and (code := atom.hits[0].entry.get("state")):
            yield code
        elif atom.letter == "C" and len(atom.hits[0].entry.key) == _STATE_CODE:
            yield atom.hits[0].entry.key


_STATE_CODE: Final = 3
_FIRST_PERSON: Final = frozenset({"i", "we"})
_MOTION: Final = frozenset(
    "travel travels traveled travelled trip visit visits visited visiting flight flights fly flew arrive arrived return returned "
    "returning train trains drive went go going came come road way headed heading missile missiles strike strikes attack attacks "
    "drone drones assault bombardment advance march raid raids explosion explosions sent flown moved move back".split()
)
_PLACE_PREPOSITIONS: Final = frozenset(
    "in at near around over across into through toward towards outside inside onto off above below beyond throughout".split()
)


def _is_title_case(passage: Passage) -> bool:
    if passage.block.kind != "heading":
        return False
    words = [token for token in passage.tokens if len(token.low) > 3 and token.low[0].isalpha()]
    return bool(words) and sum(token.capital for token in words) >= _TITLE_CASE * len(words)


def _is_place(row: AtomRow, phrase: Phrase, text: str) -> bool:
    """Whether a capital is meant as a town here: after "in" or "near", before a comma and its state, as the goal of a journey."""
    letters, atoms = row.letters, row.atoms
    before = phrase.first - 1
    first = max(0, before - _LONGEST_LIST)
    while before >= first and letters[before] in "qdnaC,/-":
        if letters[before] in "a," and (before == 0 or letters[before - 1] not in "CZ"):
            break
        before -= 1
    if before >= 0:
        low = atoms[before].low
        if low in _PLACE_PREPOSITIONS or (letters[before] == "o" and before and atoms[before - 1].low in _PARTS_OF_TOWNS):
            return True
        if low in ("on", "to", "from", "for") and before and atoms[before - 1].low in _MOTION:
            return True
        if low in _MOTION and letters[before] == "l" and low not in ("back", "missile", "drone"):
            return True
    after = atoms[phrase.last].low if phrase.last < len(atoms) else ""
    if after in _PARTS_OF_TOWNS or (
        letters[phrase.last : phrase.last + 1] in ("X", "Y", "l", "w") and text[atoms[phrase.last].start].isupper()
    ):
        return True
    return phrase.last + 1 < len(atoms) and letters[phrase.last] == "," and letters[phrase.last + 1] == "S" and after == ","


_LONGEST_LIST: Final = 40
"""Atoms that a list of towns may be long: "in Riga, Vilnius and Tallinn"."""
_PARTS_OF_TOWNS: Final = frozenset(
    "city centre center suburb suburbs outskirts streets metro airport region oblast residents time mayor east west north south "
    "downtown capital port neighbourhood neighborhood district bureau hospital siege battle bombing fall".split()
)


def _speaks(row: AtomRow, phrase: Phrase, say_starts: set[int]) -> bool:
    """Whether a verb of saying stands right beside the phrase: "X said", "said X", "X, the minister, said"."""
    if not say_starts:
        return False
    if _speaks_after(row, phrase.last, say_starts, set_off="," in row.letters[phrase.first : phrase.last]):
        return True
    before = phrase.first - 1
    while before >= 0 and row.letters[before] in "dq" and row.atoms[before].low != "that":
        before -= 1
    return before >= 0 and row.atoms[before].start in say_starts and row.atoms[before].low not in _ADDRESSING


_ADDRESSING: Final = frozenset(
    "told tell tells telling informed informs informing reminded reminds assured assures reassured reassures notified warned warns "
    "warning urged urges asked asks advised advises accused accuses blamed blames quoted quotes quoting cited cites citing".split()
)
"""Verbs of saying whose object is not the speaker: "told reporters"."""


def _speaks_after(row: AtomRow, after: int, say_starts: set[int], *, set_off: bool = False) -> bool:
    atoms, letters = row.atoms, row.letters
    if after >= len(atoms) or not say_starts:
        return False
    if letters[after] == ",":
        if set_off and after + 1 < len(atoms) and atoms[after + 1].start in say_starts:
            return True
        following = letters.find(",", after + 1)
        return 0 < following < min(after + _APPOSITION, len(atoms) - 1) and atoms[following + 1].start in say_starts
    for atom in atoms[after : after + 3]:
        if atom.start in say_starts:
            return True
        if atom.letter not in "lqw":
            return False
    return False


_APPOSITION: Final = 14
"""Words that may stand between a name and its verb within commas."""


def _is_subject(row: AtomRow, phrase: Phrase) -> bool:
    """Whether the phrase opens its clause and a lower-case word, hence probably a verb, follows."""
    letters = row.letters
    if phrase.first and row.atoms[phrase.first - 1].low == "that":
        return phrase.last < len(letters)
    before = phrase.first - 1
    while before >= 0 and letters[before] in "dqn":
        before -= 1
    opener = before < 0 or letters[before] in ',;:."-(a' or row.atoms[before].low in _CLAUSE_OPENERS
    if not opener:
        return False
    after = letters[phrase.last : phrase.last + 1]
    if before > 0 and letters[before] == "a" and letters[before - 1] in _NAMED and after != "l":
        return False
    return after != "" and after in "l,qa(ftdw"


_RELATIVE: Final = frozenset({"whom", "which"})
_NAMED: Final = "NLXSCOMPWGF"
"""Letters of names and groups: what stands behind "and" after them is one of a list, not a subject by itself."""
_CLAUSE_OPENERS: Final = frozenset(
    "that when while as because since if after before but then where whether said says and although whereas though whilst unless until so".split()
)


def _is_aside(row: AtomRow, phrase: Phrase, last: Mention) -> bool:
    """Whether a pronoun stands in ", he fumed," right behind the last mention."""
    return (
        row.letters[phrase.first - 1 : phrase.first] == ","
        and row.atoms[phrase.first - 1].start == last.end
        and "," in row.letters[phrase.last : phrase.last + 3]
    )


_BACKWARD: Final = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_ADJUNCTS: Final = frozenset("after before while when upon on without despite since by in following whilst besides".split())


def _follows_adjunct(row: AtomRow, index: int) -> bool:
    """Whether a pronoun opens the clause behind "After meeting the ambassador,", whose objects it does not mean."""
    if row.letters[index - 1 : index] != ",":
        return False
    first, second = row.atoms[0].low, row.atoms[1].low
    return (first in _ADJUNCTS and second.endswith("ing")) or (first.endswith("ing") and row.atoms[0].letter == "l")


_IMPERSONAL: Final = frozenset(
    "takes took seems seemed appears appeared remains remained is was isn't wasn't would will may might could can becomes became comes "
    "follows turns turned makes made matters doesn't does did".split()
)


def _is_expletive(row: AtomRow, index: int, say_starts: set[int]) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "as long as it takes"; behind "says" it stands for the sayer."""
    after = row.atoms[index + 1].low if index + 1 < len(row.atoms) else ""
    if after not in _IMPERSONAL:
        return False
    before = [atom for atom in row.atoms[max(0, index - 2) : index] if atom.low != "that"]
    return not (before and before[-1].start in say_starts) or after in ("takes", "took")


_BEING: Final = frozenset("is was isn't wasn't be been has had will would may might also now still not being".split())
_EVALUATED: Final = frozenset(
    "understood thought believed reported said feared hoped expected alleged estimated claimed known assumed rumoured rumored suggested "
    "important necessary clear possible impossible hard difficult time unlikely likely unclear crucial vital essential imperative "
    "inevitable too high".split()
)


def _is_evaluated(row: AtomRow, index: int) -> bool:
    """Whether "it" is only held out for what follows: "it is understood that", "it was time for"."""
    at = index + 1
    while at < len(row.atoms) and at < index + 5 and row.atoms[at].low in _BEING:
        at += 1
    return (
        at > index + 1
        and at < len(row.atoms)
        and row.atoms[at].low in _EVALUATED
        and row.letters[at + 1 : at + 2] not in ("", ".")
    )


def _quoted_atoms(row: AtomRow, text: str, *, opened: bool) -> tuple[list[bool], bool]:
    """For each atom whether it stands between quotation marks, and whether a quotation is still open at the end.

    `opened` says that one runs on from the sentence before.
    """
    if '"' not in row.letters:
        return [opened] * len(row.atoms), opened
    inside: list[bool] = []
    within = opened
    for atom in row.atoms:
        if atom.letter == '"':
            within = atom.low in "“«" or (atom.low == '"' and _opens(text, atom.start, within=within))
        inside.append(within)
    return inside, within


def _opens(text: str, at: int, *, within: bool) -> bool:
    """Whether a straight mark opens a quotation: by the blank before or behind it, else by what has gone before."""
    before, after = at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–", text[at + 1 : at + 2].strip() == ""
    return not within if before == after else before


def _learn_acronym(row: AtomRow, phrase: Phrase, mention: Mention, discourse: Discourse, text: str) -> None:
    """Remember the letters in brackets behind a name: "the Baltic Defence Institute (BDI)"."""
    at = phrase.last
    if phrase.kind in _UNEXPLAINED:
        return
    if row.letters[at : at + 3] in ("(R)", "(O)", "(X)", "(W)") and mention.person is None and mention.actors:
        atom = row.atoms[at + 1]
        discourse.learn_acronym(text[atom.start : atom.end], mention.actors)


_UNEXPLAINED: Final = frozenset({"state", "capital", "metonym", "demonym", "people"})
"""What brackets never abbreviate: "KENYA (AP)"."""
_BRACKETED: Final = re.compile(r"\([ROAWX]\)")
"""One atom in brackets behind a name, as letters."""
_SPELLED: Final = re.compile(
    r"((?:[A-Z][\w'’-]*\s+|(?:of|for|the|and|de|la|des|du|al|on|in|y|et)\s+){1,9})\(([A-Z][A-Za-z]{1,6}[A-Z])\)"
)


def _learn_spelled_acronyms(passage: Passage, discourse: Discourse) -> None:
    """Remember "Pakistan Tehreek-e-Insaf (PTI)": letters in brackets that are the initials of the capitalised words before them."""
    for match in _SPELLED.finditer(passage.text):
        words = list(re.finditer(r"[A-Z][\w'’]*", match[1]))
        letters = match[2].upper()
        for index in range(len(words)):
            if "".join(word[0][0] for word in words[index:]).upper() == letters:
                name = match[1][words[index].start() :].strip()
                discourse.learn_acronym(match[2], (Actor(code=f"org:{name}", name=name),))
                break
