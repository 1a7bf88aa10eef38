"""Verb forms and quotation marks that only qualify a noun or name a thing, and so tell nobody's position.

"A wanted man", "militants accused of a raid", "aides who asked not to be named" hold participles and requests without a stance;
"the “Desert Eagle” battalion" and "what it calls “liberated land”" hold quotation marks without a saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.model.patterns import compile_later

if TYPE_CHECKING:
    from briefing_tui.extracting.reactions.quotes import Quote
    from briefing_tui.extracting.reactions.subjects import Clauses
    from briefing_tui.extracting.scan import Hit

_DETERMINERS: Final = frozenset(
    "a an the his her its their our most another any every each no this that these those two three four five".split()
)
_ATTRIBUTIVE: Final = frozenset(
    "wanted accused alleged promised threatened demanded condemned feared charged blamed pledged disputed proposed".split()
)
_OF_SUSPECTS: Final = {
    "accused": frozenset({"of"}),
    "charged": frozenset({"with", "over"}),
    "blamed": frozenset({"for"}),
    "wanted": frozenset({"by", "for"}),
    "indicted": frozenset({"for", "on"}),
    "criticised": frozenset({"for"}),
    "criticized": frozenset({"for"}),
}
_OF_GOODS: Final = frozenset(
    "requested guaranteed pledged promised sought demanded needed desired backed supported favoured favored".split()
)
"""Participles that after a noun only say who asked for the thing or stands behind it ("the funds requested by the ministry")."""
_HAVING: Final = frozenset("has have had 've having".split())
_SUBJECTS: Final = frozenset("it he she they we".split())
_RELATIVE_REACH: Final = 6
"""Words before "accused of" within which "which" or "whom" makes it somebody's charge ("whom Ankara accused of")."""
_GOES_ON: Final = frozenset("is are was were has have had".split())
"""Words right after a verb of speech that belong to a relative clause it stands in."""
_REFLEXIVE: Final = frozenset("himself herself itself themselves myself ourselves".split())
_WITHIN_NAMES: Final = frozenset("of the and in for on de al el la le a an to & -".split())
_GLOSSED: Final = compile_later(
    r"(?:\bwhat (?:\w+ ){1,5}?(?:calls?|called|terms?|termed|describes?(?: as)?|described(?: as)?|dubs?|dubbed|refers? to as|referred to as|says? (?:is|are|was|were)|said (?:is|was|were))"
    r"(?: its| his| her| their| the| an?)?|\bso-called|\bcode-?named|\bnick-?named|\bdubbed|\bentitled|\btitled|\bnamed|\bknown as|\bslogan|\bphrase|\bword|\bterm|\bsong|\bfilm|\bbook|"
    r"\bcalled (?:an?|the))\s*$",
)
_GLOSS_REACH: Final = 60


def qualifies(clauses: Clauses, verb: int) -> bool:
    """Whether the verb form at token `verb` only qualifies a noun, or asks for the speaker's own sake."""
    low, before, after = clauses.low(verb), clauses.low(verb - 1), clauses.low(verb + 1)
    if low in _ATTRIBUTIVE and before in _DETERMINERS:
        return clauses.noun(verb - 1) is None
    if low in _OF_SUSPECTS and after in _OF_SUSPECTS[low]:
        relative = any(clauses.low(at) in {"which", "whom"} for at in range(max(0, verb - _RELATIVE_REACH), verb))
        return before not in _HAVING and before not in _SUBJECTS and not relative
    if low in _OF_GOODS and after == "by":
        return clauses.auxiliary(verb) == ""
    if low in {"asked", "asks", "asking"} and after in {"to", "not"}:
        return True  # "asked not to be named", "asked to stay": of oneself
    return low.endswith("ing") and after in _REFLEXIVE  # "describing himself as"


def says_nothing(clauses: Clauses, hit: Hit) -> bool:
    """Whether a verb of speech hands nothing on: "men they say are fighters", "reflected on the year", "his death was reported from Rome"."""
    verb, after = clauses.index(hit.start), clauses.low(clauses.index(hit.end))
    if after in _GOES_ON and hit.entry.key in {"say", "assert", "state", "speak"}:
        return True
    if hit.entry.key == "speak" and clauses.low(verb) in {"hold", "holds", "held", "holding"} and after != "that":
        return True
    if after in {"on", "upon", "about"} and hit.entry.key == "state":
        return True
    return clauses.low(verb) == "reported" and clauses.is_passive(verb)


def names_a_thing(text: str, quote: Quote) -> bool:
    """Whether what stands in quotation marks is a name, a title or somebody's word for a thing rather than a saying."""
    words = text[quote.inner_start : quote.inner_end].split()
    if not words or len(words) > 6 or words[-1][-1] in ".!?":
        return False
    if words[-1][-1] != "," and _GLOSSED.search(text[max(0, quote.start - _GLOSS_REACH) : quote.start].rstrip() + " "):
        return True
    lead = text[max(0, quote.start - 12) : quote.start].split()[-1:]
    titled = (
        all(word[:1].isupper() or word.lower() in _WITHIN_NAMES or word[:1].isdigit() for word in words)
        and words[0][:1].isupper()
    )
    return (
        titled
        and words[-1][-1] != ","
        and lead != []
        and lead[0].lower().strip("(") in _DETERMINERS | {"launch", "called", "and", "of", "in", "for"}
        and (len(words) > 1 or lead[0].lower() != "a")
    )
