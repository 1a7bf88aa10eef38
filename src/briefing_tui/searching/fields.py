"""The fields of queries: one table from which the parser, "did you mean", help, README and shell completion are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

from briefing_tui.model import vocabulary
from briefing_tui.searching.nearness import nearest

Takes = Literal["choice", "name", "currency", "days", "amount", "number"]
"""What kind of value a field takes."""

_NONE: Final[Mapping[str, tuple[str, ...]]] = {}


class Field(NamedTuple):
    """One field: how it is written and what it takes.

    `words` is its closed vocabulary, `spellings` what else people write for those words. `is_plural`: a record may have several
    values at once, so that asking for two of them narrows a search instead of widening it.
    """

    name: str
    takes: Takes
    help: str
    example: str
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    spellings: Mapping[str, tuple[str, ...]] = _NONE
    is_plural: bool = False


FIELDS: Final[tuple[Field, ...]] = (
    Field(
        "kind",
        "choice",
        "what is looked for; `aid` is packages and items",
        "kind:reaction",
        ("type",),
        ("package", "item", "reaction", "event", "assessment", "sentence"),
        {
            "aid": ("package", "item"),
            "aid_package": ("package",),
            "aid_item": ("item",),
            "escalation_event": ("event",),
            "escalation": ("event",),
            "text": ("sentence",),
        },
    ),
    Field("actor", "name", "whoever takes part, by name or code", "actor:norway", ("who", "actors"), is_plural=True),
    Field("person", "name", "a person who is quoted or named", 'person:"Barth Eide"', ("speaker",), is_plural=True),
    Field("country", "name", "a state that takes part", "country:NOR", ("state",), is_plural=True),
    Field("donor", "name", "who gives", "donor:germany", ("donors", "giver"), is_plural=True),
    Field("recipient", "name", "who receives", "recipient:ukraine", ("recipients", "receiver"), is_plural=True),
    Field("target", "name", "who is hit", "target:russia", ("targets",), is_plural=True),
    Field(
        "stance",
        "choice",
        "the position a reaction takes",
        "stance:oppose,warn",
        (),
        get_args(vocabulary.Stance),
        {"against": ("oppose",), "criticism": ("oppose",), "worry": ("concern",), "for": ("support",)},
    ),
    Field(
        "action",
        "choice",
        "the step taken, or what happened",
        "action:strike",
        (),
        tuple(dict.fromkeys((*get_args(vocabulary.EventAction), *get_args(vocabulary.ReactionAction)))),
        {
            "mobilization": ("mobilisation",),
            "attack": ("strike",),
            "assault": ("ground_assault",),
            "deployment": ("troop_deployment",),
            "drill": ("exercise",),
            "intercept": ("air_defence_intercept",),
            "interception": ("air_defence_intercept",),
            "embassy": ("embassy_closed", "embassy_reopened", "embassy_open", "embassy_limited"),
            "nuclear": ("nuclear_posture",),
            "sanction": ("sanctions",),
            "truce": ("ceasefire",),
        },
    ),
    Field("item", "name", "words of what is given: system, description", "item:himars", ("items", "weapon"), is_plural=True),
    Field(
        "class",
        "choice",
        "the class of what is given",
        'class:"air defence"',
        ("itemclass",),
        get_args(vocabulary.ItemClass),
        {
            "drone": ("uav",),
            "unmanned": ("uav",),
            "ammo": ("ammunition",),
            "tank": ("armoured_vehicle",),
            "armour": ("armoured_vehicle",),
            "anti_tank": ("anti_armor",),
            "antitank": ("anti_armor",),
            "aircraft": ("aviation",),
            "landmine": ("mine",),
            "ship": ("naval",),
            "radar": ("sensor",),
            "money": ("financial",),
            "medicine": ("medical",),
        },
    ),
    Field("amount", "amount", "money of a package; without a currency any", "amount:>=100m", ("money",)),
    Field("currency", "currency", "currency of an amount", "currency:eur", ()),
    Field("quantity", "number", "how many of an item, or counted in an event", "quantity:>=1000", ("count", "number")),
    Field("date", "days", "the day the record itself tells", "date:2024-11-01..2024-11-20", ("day",)),
    Field("published", "days", "the day of publication", "published:2024-11", ()),
    Field("after", "days", "published on that day or later", "after:2024-11-18", ("since",)),
    Field("before", "days", "published before that day", "before:2024-12", ()),
    Field("place", "name", "where something happens", "place:belgorod", ("where", "location"), is_plural=True),
    Field("publisher", "name", "who published the text", "-source:tass", ("source", "outlet")),
    Field("title", "name", "words of the text's title", "title:mines", ("headline",), is_plural=True),
    Field(
        "status",
        "choice",
        "how far aid has come",
        "status:delivered",
        (),
        get_args(vocabulary.AidStatus),
        {"promised": ("pledged",), "contract": ("contracted",), "approved": ("authorized",)},
    ),
    Field(
        "modality",
        "choice",
        "how far the text vouches for it",
        "modality:claimed",
        ("certainty",),
        get_args(vocabulary.Modality),
        {"expected": ("anticipated",), "speculative": ("speculated",)},
    ),
    Field(
        "scope",
        "choice",
        "a whole package, a part of one, or a running total",
        "scope:package",
        (),
        get_args(vocabulary.Scope),
        {"part": ("component",), "total": ("cumulative",), "running_total": ("cumulative",)},
    ),
    Field(
        "mechanism",
        "choice",
        "how aid is financed",
        "mechanism:pda",
        (),
        get_args(vocabulary.Mechanism),
        {
            "presidential_drawdown_authority": ("pda",),
            "drawdown": ("pda",),
            "ukraine_security_assistance_initiative": ("usai",),
            "foreign_military_sales": ("fms",),
            "foreign_military_financing": ("fmf",),
        },
    ),
    Field(
        "direction",
        "choice",
        "whether an event raises or lowers the level of conflict",
        "direction:escalation",
        (),
        get_args(vocabulary.Direction),
        {"up": ("escalation",), "down": ("de_escalation",)},
    ),
    Field(
        "is",
        "choice",
        "what became of it; the rejected are left out unless asked for",
        "is:review",
        (),
        ("review", "quoted", "accepted", "rejected", "edited", "inferred"),
        {"quote": ("quoted",), "needs_review": ("review",), "corrected": ("edited",)},
        is_plural=True,
    ),
    Field(
        "has",
        "choice",
        "what the record tells",
        "has:quote",
        (),
        ("amount", "quote", "date", "place", "person", "item", "quantity", "attribution"),
        {"money": ("amount",), "quotation": ("quote",), "number": ("quantity",), "source": ("attribution",)},
        is_plural=True,
    ),
    Field(
        "sort", "choice", "the order: newest first, or most relevant first", "sort:relevance", ("order",), ("date", "relevance")
    ),
    Field("id", "name", "a document or record by its id or number", "id:#12"),
)
"""All fields, in the order that help tells them."""

_BY_SPELLING: Final = {spelling: field for field in FIELDS for spelling in (field.name, *(alias for alias in field.aliases))}


def field_named(written: str) -> Field | None:
    """The field that is written so, in any case, with hyphens or not: "Source" is publisher, "item-class" is class.

    >>> field_named("Item-Class").name
    'class'
    """
    return _BY_SPELLING.get(written) or _BY_SPELLING.get(written.lower().replace("-", "").replace("_", ""))


def nearest_field(written: str) -> str | None:
    """The field's name or alias that `written` is probably a slip of, or None when it is no more like one than any word.

    >>> nearest_field("stanse"), nearest_field("http")
    ('stance', None)
    """
    return nearest(written.lower(), _BY_SPELLING)


def completions() -> dict[str, tuple[str, ...]]:
    """Every field with the values that a shell may offer for it; none where they are open."""
    return {field.name: field.words for field in FIELDS}
