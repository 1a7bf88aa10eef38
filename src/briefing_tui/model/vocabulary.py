"""The closed vocabularies of the record contract.

Every enumeration is the one of the project's annotation guide. They are plain
string literals, so that records built while reading need no conversion and
JSON carries the words themselves.
"""

from typing import Final, Literal, get_args

RecordKind = Literal["aid_package", "aid_item", "reaction", "escalation_event", "assessment"]

Scope = Literal["package", "component", "cumulative"]
"""Whether an amount is a tranche, a part of one, or a running total. Totals never add the last two."""

Bound = Literal["exact", "approx", "at_least", "at_most", "up_to", "range"]

Mechanism = Literal["pda", "usai", "fms", "fmf", "loan", "grant", "procurement", "coalition", "other"]
"""How aid is financed: Presidential Drawdown Authority, Ukraine Security Assistance Initiative, Foreign Military Sales and Financing …"""

AidStatus = Literal[
    "requested",
    "considered",
    "pledged",
    "announced",
    "authorized",
    "committed",
    "allocated",
    "contracted",
    "in_delivery",
    "delivered",
    "suspended",
    "cancelled",
]

ItemClass = Literal[
    "air_defence",
    "artillery",
    "ammunition",
    "missile",
    "mine",
    "armoured_vehicle",
    "vehicle",
    "aviation",
    "uav",
    "naval",
    "small_arms",
    "anti_armor",
    "sensor",
    "engineering",
    "medical",
    "equipment",
    "training",
    "energy",
    "humanitarian",
    "financial",
    "other",
]

Stance = Literal["support", "defend", "oppose", "concern", "warn", "urge", "neutral"]

ReactionAction = Literal[
    "embassy_closed",
    "embassy_reopened",
    "embassy_open",
    "embassy_limited",
    "evacuation",
    "travel_warning",
    "ambassador_summoned",
    "ambassador_recalled",
    "diplomats_expelled",
    "relations_cut",
    "sanctions",
    "talks",
    "visit",
    "call",
    "talks_suspended",
    "un_vote",
    "protest_note",
    "legislation",
    "other",
]

Directness = Literal["direct", "mixed", "indirect", "act"]

EventAction = Literal[
    "strike",
    "ground_assault",
    "territory_change",
    "targeted_killing",
    "abduction",
    "cyber",
    "sabotage",
    "naval_incident",
    "airspace_violation",
    "missile_test",
    "troop_deployment",
    "mobilisation",
    "exercise",
    "weapons_authorisation",
    "weapon_first_use",
    "nuclear_posture",
    "air_alert",
    "blockade",
    "invasion",
    "ceasefire",
    "withdrawal",
    "prisoner_exchange",
    "air_defence_intercept",
    "crackdown",
    "other",
]

Direction = Literal["escalation", "de_escalation", "neutral"]

Modality = Literal[
    "asserted", "confirmed", "claimed", "reported", "speculated", "anticipated", "planned", "denied", "unconfirmed"
]
"""Who vouches for a record: the document's own voice, a party to the matter, media, nobody yet …"""

EvidenceRole = Literal[
    "trigger",
    "actor",
    "person",
    "donor",
    "recipient",
    "target",
    "weapon",
    "amount",
    "quantity",
    "item",
    "mechanism",
    "status",
    "tranche",
    "place",
    "date",
    "quote",
    "content",
    "stance_cue",
    "modality_cue",
    "attribution",
]

BlockKind = Literal["heading", "paragraph", "list_item", "dateline", "boilerplate"]

ActorVia = Literal["name", "role", "demonym", "metonym", "pronoun", "definite_phrase", "publisher", "list_heading", "collective"]

DatePrecision = Literal["day", "month", "season", "year", "interval", "unknown"]

DateAnchor = Literal["metadata", "dateline", "user", "text", "none"]

RECORD_KINDS: Final[tuple[RecordKind, ...]] = get_args(RecordKind)
