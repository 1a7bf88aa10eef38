"""Closed word classes by which the phrases of a sentence are told apart: prepositions, joiners, words that only count, fighters without a flag."""

from typing import Final

WEAPON_CLASSES: Final[dict[str, str]] = {
    "missile": "munition",
    "uav": "munition",
    "ammunition": "munition",
    "artillery": "armour",
    "mine": "munition",
    "anti_armor": "munition",
    "aviation": "aircraft",
    "naval": "warship",
    "armoured_vehicle": "armour",
    "air_defence": "armour",
}
PREPOSITIONS: Final = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "from",
        "toward",
        "towards",
        "of",
        "to",
        "against",
        "over",
        "for",
        "with",
        "by",
        "into",
        "across",
        "around",
        "off",
        "along",
        "under",
        "through",
        "inside",
        "outside",
        "between",
        "among",
        "behind",
        "beyond",
        "amid",
        "during",
        "within",
        "without",
        "upon",
        "above",
        "below",
        "beside",
        "alongside",
        "despite",
        "including",
        "via",
        "per",
        "like",
        "than",
    ]
)
GLUE_STOPS: Final = PREPOSITIONS | frozenset(
    [
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "whose",
        "whom",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "not",
        "said",
        "says",
        ",",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        '"',
        "—",
        "–",
        "-",
        ".",
    ]
)
NP_STARTS: Final = frozenset(
    "the a an its their his her this these those some several two three four five dozens hundreds".split(" ")
)
PREPOSITION_STOPS: Final = frozenset(
    "; : — ” “ , and but or then – ( ) after before as since while when because although though where if until once that which who whose is are was were be been being"
    " has have had night morning evening afternoon day days week weeks month months year years hour hours minutes dawn dusk noon midnight meantime weekend"
    " night-time overnight".split(" ")
)
"""What no preposition reaches over: clause ends, verbs, and the times a sentence opens with ("In the night Russia attacked …")."""
QUANTITIES: Final = frozenset(
    "one two three four five six seven eight nine ten dozens scores hundreds thousands most all some many several each half number majority barrage"
    " salvo volley wave waves swarm series pair handful dozen couple group convoy column part parts units".split(" ")
)
REBELS: Final = (
    "rebels",
    "insurgents",
    "militants",
    "separatists",
    "jihadists",
    "guerrillas",
    "gunmen",
    "opposition fighters",
    "settlers",
    "protesters",
    "suicide bomber",
    "suicide bombers",
    "suicide attacker",
    "suicide attackers",
    "gunman",
    "extremists",
    "tribesmen",
    "factions",
    "mob",
    "youths",
    "militiamen",
    "opposition forces",
    "rebel forces",
)
"""Fighters whom a country's name places ("Syrian rebels"); they do not act for its state."""
IRREGULARS: Final = (
    "gunmen", "gunman", "militants", "rebels", "insurgents", "attackers", "assailants", "armed men", "settlers", "fighters", "separatists", "jihadists",
    "mercenaries", "protesters", "pirates", "suicide bomber", "suicide bombers", "hackers", "militia", "militias", "bandits", "extremists", "gangs",
    "militiamen", "guerrillas", "terrorists", "cartel", "paramilitaries",
)  # fmt: skip
"""Fighters who are nobody's army: named by these words they are a group of their own."""
FINITE: Final = frozenset("is are was were has have had will would could may might said says".split(" "))
ROUNDINGS: Final = frozenset({"close", "up", "more", "fewer", "less"})
OF_GLUE: Final = frozenset({"of", "from"})
JOINERS: Final = frozenset({"and", ",", "&"})
DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})
SHARED: Final = frozenset({"munition", "aircraft", "force", "warship", "vessel", "armour"})
"""Classes whose second member in a coordination belongs to the owner of the first."""
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
