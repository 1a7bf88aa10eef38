"""What a person writes for a field, read into the contract's values."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.editable import KINDS, CorrectionError, editable_fields, read_value
from briefing_tui.model import Actor

KNOWN = {"Norway": Actor(code="NOR", name="Norway"), "NATO": Actor(code="org:NATO", name="NATO")}


def find(name: str) -> Actor:
    if name not in KNOWN:
        raise CorrectionError(f"nobody is known as {name!r}")
    return KNOWN[name]


def read(kind: str, field: str, written: str) -> object:
    return read_value(editable_fields(KINDS[kind])[field], written, find)


def test_every_closed_or_simple_field_can_be_set_and_no_id_reference_or_derived_one() -> None:
    assert {kind: list(editable_fields(made)) for kind, made in KINDS.items()} == {
        "aid_package": [
            *("scope", "donors", "recipients", "amount", "amount_high", "currency", "currency_inferred", "bound", "mechanism"),
            *("tranche", "status", "announced", "since", "modality"),
        ],
        "aid_item": [
            *("description", "designation", "item_class", "quantity", "quantity_high", "bound", "unit", "donors", "recipients"),
            *("status", "modality"),
        ],
        "reaction": [
            *("actors", "person", "role", "stance", "action", "directness", "quote", "toward", "date", "place", "modality"),
        ],
        "escalation_event": [
            *("action", "actors", "targets", "weapons", "count", "killed", "injured", "place", "date", "direction", "modality"),
        ],
        "assessment": ["assessor", "content", "about", "modality"],
    }


@pytest.mark.parametrize(
    ("kind", "field", "written", "value"),
    [
        ("aid_package", "amount", "275000000", 275_000_000),
        ("aid_package", "amount", "275,000,000", 275_000_000),
        ("aid_package", "amount", "275m", 275_000_000),
        ("aid_package", "amount", "1.5 billion", 1_500_000_000),
        ("aid_package", "amount", "0.5", 0.5),
        ("aid_package", "amount", "none", None),
        ("aid_package", "amount", "", None),
        ("aid_package", "currency", "eur", "EUR"),
        ("aid_package", "currency_inferred", "yes", True),
        ("aid_package", "mechanism", "PDA", "pda"),
        ("aid_package", "mechanism", "none", None),
        ("aid_package", "tranche", "71", 71),
        ("aid_package", "announced", "2024-11-20", "2024-11-20"),
        ("aid_package", "announced", "2022-02/2024-11", "2022-02-01/2024-11-30"),
        (
            "aid_package",
            "donors",
            "Norway, NATO, Norway",
            [
                {"code": "NOR", "name": "Norway", "via": "name"},
                {"code": "org:NATO", "name": "NATO", "via": "name"},
            ],
        ),
        ("aid_package", "donors", "none", []),
        ("aid_item", "item_class", "armoured vehicle", "armoured_vehicle"),
        ("aid_item", "description", "  two \n systems ", "two systems"),
        ("escalation_event", "weapons", "ATACMS; Storm Shadow, or SCALP", ["ATACMS", "Storm Shadow, or SCALP"]),
        ("escalation_event", "direction", "de-escalation", "de_escalation"),
        ("assessment", "assessor", "NATO", {"code": "org:NATO", "name": "NATO", "via": "name"}),
    ],
)
def test_what_is_written_becomes_a_value(kind: str, field: str, written: str, value: object) -> None:
    assert read(kind, field, written) == value


@pytest.mark.parametrize(
    ("kind", "field", "written", "said"),
    [
        ("reaction", "stance", "opose", "stance: 'opose' is no stance; did you mean oppose?"),
        (
            "reaction",
            "stance",
            "none",
            "stance cannot be nothing; there are support, defend, oppose, concern, warn, urge, neutral",
        ),
        ("reaction", "date", "2024-13", "there is no month 13"),
        ("reaction", "date", "2024-02-30", "2024-02 has no day 30"),
        ("reaction", "date", "Wednesday", "write YYYY-MM-DD"),
        ("reaction", "date", "2024-12/2024-11", "it ends before it begins"),
        ("reaction", "actors", "Ruritania", "nobody is known as 'Ruritania'"),
        ("reaction", "person", "a\udc80b", "holds what is no character"),
        ("aid_package", "amount", "lots", "amount: 'lots' is no number"),
        ("aid_package", "amount", "-5", "is no number"),
        ("aid_package", "amount", "9" * 30, "is too large"),
        ("aid_package", "tranche", "1.5", "is no whole number"),
        ("aid_package", "currency", "dollars", "is no currency"),
        ("aid_package", "currency_inferred", "perhaps", "is neither yes nor no"),
        ("assessment", "content", "x" * 3000, "more than 2,000 characters"),
    ],
)
def test_what_is_no_value_says_what_can_be_written(kind: str, field: str, written: str, said: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        read(kind, field, written)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.sampled_from(sorted(KINDS)), st.data(), st.text())
def test_no_string_does_anything_but_make_a_value_or_a_complaint(kind: str, data: st.DataObject, written: str) -> None:
    fields = editable_fields(KINDS[kind])
    field = fields[data.draw(st.sampled_from(sorted(fields)))]
    with suppress(CorrectionError):
        read_value(field, written, find)
