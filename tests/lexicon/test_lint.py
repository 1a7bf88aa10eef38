"""The lexicon under its lint: codes of the standard, values of the contract, and no word that means two things without a rule."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.lexicon import FOLDER, load_lexicon
from briefing_tui.model import vocabulary

FILES = sorted(FOLDER.glob("*.toml"))

ISO_3166_1 = frozenset(
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA "
    "BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU "
    "EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND "
    "HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO "
    "LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC "
    "NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM "
    "SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA "
    "UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE".split()
)
"""The 249 codes of ISO 3166-1 alpha-3, written out so that the table under test is not its own measure."""
USER_ASSIGNED = frozenset({"XKX"})

VALUES: dict[str, dict[str, frozenset[str]]] = {
    "weapon": {"class": frozenset(get_args(vocabulary.ItemClass))},
    "item_noun": {"class": frozenset(get_args(vocabulary.ItemClass))},
    "event": {"action": frozenset(get_args(vocabulary.EventAction)), "turn": frozenset(get_args(vocabulary.Direction))},
    "deed": {
        "action": frozenset(get_args(vocabulary.EventAction)),
        "also": frozenset(get_args(vocabulary.EventAction)),
        "turn": frozenset(get_args(vocabulary.Direction)),
    },
    "act": {"action": frozenset(get_args(vocabulary.ReactionAction)), "stance": frozenset(get_args(vocabulary.Stance))},
    **{name: {"stance": frozenset(get_args(vocabulary.Stance))} for name in ("stance", "stance_noun", "opinion", "label")},
    **{name: {"status": frozenset(get_args(vocabulary.AidStatus))} for name in ("aid_verb", "handover")},
    "mechanism": {"code": frozenset(get_args(vocabulary.Mechanism))},
    "cue": {"modality": frozenset({*get_args(vocabulary.Modality), "background", "source"})},
    "office": {
        "rank": frozenset("head minister speaker official envoy legislator counterpart officer rebel scholar person".split())
    },
    "body": {"kind": frozenset("military ministry government parliament court police mission nation office people".split())},
    "org": {
        "kind": frozenset(
            "agency alliance armed_group bank bloc church commission council court firm government hackers igo mission ngo parliament "
            "party think_tank union".split()
        )
    },
}
"""What an attribute may hold, by category."""

ACTORS = frozenset({"state", "org", "body", "person", "media", "place", "collective", "office", "anaphor"})
RULES = {
    frozenset({"collective", "office"}): "a calling in the plural is a group where nobody owns it",
    frozenset({"body", "collective"}): "people of a state are its organ where a state stands beside them, else a group",
    frozenset({"anaphor", "collective"}): "with a definite article it may point back, else it is a group",
    frozenset({"anaphor", "body"}): "with a definite article it may point back, beside a state it is an organ",
    frozenset({"anaphor", "body", "collective"}): "both of these",
    frozenset({"body", "collective", "office"}): "both of these",
    frozenset({"body", "state"}): "one state either way, which is checked",
    frozenset({"place", "state"}): "a capital is a town where the sentence says so",
}
"""Kinds of words that stand in several categories, and what decides; the order of precedence is in `actors.atoms`."""
DECIDED = {
    "prosecutors": "the state's organ; a prosecutor with a name is of a court or state",
    "rescuers": "the emergency service of a state beside it",
    "joint chiefs": "the organ, the chairman being an office by his longer title",
    "military rulers": "the government of a state beside them",
    "military prosecutors": "the state's organ",
    "nuclear agency": "the agency named before, else a state's",
    "NSA": "the agency; before a name the adviser",
    "Somaliland": "a government that acts by itself, and a place as well",
    "E3": "the three states as a bloc",
}
"""Single words that stand in several categories, and what they are."""


def tables() -> Iterator[tuple[Path, str, str, dict[str, Any]]]:
    """Every line of the lexicon: its file, category, key and attributes."""
    for path in FILES:
        for category, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if not category.startswith("_"):
                for key, attributes in entries.items():
                    yield path, category, key, attributes


def test_the_codes_of_states_are_those_of_the_standard() -> None:
    assert len(ISO_3166_1) == 249
    assert STATE_NAMES.keys() == ISO_3166_1 | USER_ASSIGNED


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_opens_with_what_it_holds_and_where_that_is_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines[: next(i for i, line in enumerate(lines) if not line.startswith("#"))] if len(line) > 2]
    assert len(header) >= 2, "the header says what the file holds, its attributes, and the source or the reasoning"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_holds_no_word_twice(path: Path) -> None:
    doubled = {
        f"{category}.{key}.{attribute}": [word for word, count in Counter(map(str, value)).items() if count > 1]
        for source, category, key, attributes in tables()
        if source == path
        for attribute, value in attributes.items()
        if isinstance(value, list) and len({str(word) for word in value}) < len(value)
    }
    assert doubled == {}


def test_values_are_those_of_the_contract() -> None:
    wrong = [
        f"{path.name}: {category}.{key}.{attribute} = {attributes[attribute]!r}"
        for path, category, key, attributes in tables()
        for attribute, allowed in VALUES.get(category, {}).items()
        if attribute in attributes and attributes[attribute] not in allowed
    ]
    assert wrong == []


def test_every_state_named_by_a_line_is_one_of_the_standard() -> None:
    wrong = []
    for path, category, key, attributes in tables():
        for attribute in ("state", "actor", "politicians", "code"):
            value = attributes.get(attribute)
            if category in ("mechanism", "currency") or not isinstance(value, str) or value.startswith(("org:", "group:")):
                continue
            if value not in STATE_NAMES and not (category == "weapon" or value.islower()):
                wrong.append(f"{path.name}: {category}.{key}.{attribute} = {value!r}")
        for attribute in ("states", "shared"):
            wrong += [f"{path.name}: {key}: {code}" for code in attributes.get(attribute, ()) if code not in STATE_NAMES]
    assert wrong == []


def test_a_word_that_can_be_two_kinds_of_actor_has_a_rule() -> None:
    lexicon = load_lexicon()
    undecided = {}
    for senses in lexicon.senses:
        kinds: dict[str, set[str]] = defaultdict(set)
        states: dict[str, set[str]] = defaultdict(set)
        for index, how, _, surface in senses:
            entry = lexicon.entries[index]
            if entry.category not in ACTORS:
                continue
            kinds[surface].add(entry.category)
            if entry.category == "state":
                states[surface].add(entry.key)
                if how != "capital" and "place" in kinds[surface]:
                    undecided[surface] = "a place and a state's name"
            elif entry.category == "body":
                states[surface].add(entry.get("actor") or "")
        for surface, categories in kinds.items():
            if len(categories) > 1 and surface not in DECIDED and frozenset(categories) not in RULES:
                undecided[surface] = " and ".join(sorted(categories))
            if categories == {"body", "state"} and len(states[surface]) > 1:
                undecided[surface] = "an organ of another state"
    assert undecided == {}
