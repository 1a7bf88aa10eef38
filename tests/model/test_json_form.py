"""The JSON form: there and back, the same bytes for the same briefing, the same words for every reader."""

import hashlib
import json
import string
from dataclasses import replace
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefing_tui.model import Actor, AidPackage, Block, Briefing, DateValue, Evidence, Money, Reaction, Sentence
from briefing_tui.model.contract import json_schema, validate_briefing
from briefing_tui.model.json_form import seal_of, to_json
from briefing_tui.model.json_reading import FormError, from_plain
from briefing_tui.model.vocabulary import Bound, Modality, Scope, Stance

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=30)
AMOUNTS = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw: st.DrawFn, text: str, role: str = "trigger") -> Evidence:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Evidence(
        role=role,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - 8) : start],
        suffix=text[end : end + 8],
        rule="drawn",
    )


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    text = draw(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=120))
    digest = hashlib.sha256(text.encode()).hexdigest()
    actors = st.lists(st.builds(Actor, code=st.sampled_from(["USA", "org:NATO", "group:rights groups"]), name=WORDS), max_size=3)
    days = st.dates().map(lambda day: day.isoformat())
    money = st.builds(Money, amount=AMOUNTS, currency=st.just("EUR"), start=st.just(0), end=st.just(1))
    packages = [
        AidPackage(
            id=f"p:{number}",
            scope=draw(st.sampled_from(Scope.__args__)),
            donors=tuple(draw(actors)),
            amount=draw(st.none() | AMOUNTS),
            currency=draw(st.none() | st.just("USD")),
            converted=tuple(draw(st.lists(money, max_size=2))),
            bound=draw(st.sampled_from(Bound.__args__)),
            tranche=draw(st.none() | st.integers(1, 99)),
            announced=draw(st.none() | days),
            announced_date=DateValue(iso=None, precision="unknown", anchor="none", start=0, end=1),
            modality=draw(st.sampled_from(Modality.__args__)),
            confidence=draw(st.floats(0, 1)),
            needs_review=draw(st.booleans()),
            evidence=(draw(spans(text)), draw(spans(text, "amount"))),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    reactions = [
        Reaction(
            id=f"r:{number}",
            actors=tuple(draw(actors)),
            person=draw(st.none() | WORDS),
            stance=draw(st.sampled_from(Stance.__args__)),
            quote=draw(st.none() | WORDS),
            evidence=(draw(spans(text)),),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return Briefing(
        id=draw(WORDS),
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=text,
        title=draw(st.none() | WORDS),
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        sentences=(Sentence(start=0, end=len(text), block=0),),
        records=(*packages, *reactions),
    )


@given(briefings())
def test_a_briefing_survives_the_way_to_json_and_back(briefing: Briefing) -> None:
    written = to_json(briefing)
    assert validate_briefing(written) == briefing
    assert from_plain(Briefing, json.loads(written)) == briefing
    assert to_json(from_plain(Briefing, json.loads(written))) == written


@given(briefings())
def test_both_readers_and_both_shapes_agree_with_the_schema(briefing: Briefing) -> None:
    SCHEMA.validate(json.loads(to_json(briefing, indent=2)))


SCHEMA = jsonschema.Draft202012Validator(json_schema())


def test_the_schema_is_a_valid_schema_and_names_its_version() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"] == "urn:briefing-tui:1"


def test_the_schema_tells_records_apart_by_kind() -> None:
    items = json_schema()["properties"]["records"]["items"]
    assert items["discriminator"]["propertyName"] == "kind"
    assert set(items["discriminator"]["mapping"]) == {"aid_package", "aid_item", "reaction", "escalation_event", "assessment"}


def test_an_error_in_a_record_concerns_its_kind_alone(briefing: Briefing) -> None:
    value = json.loads(to_json(briefing))
    value["records"][2]["stance"] = "furious"
    with pytest.raises(ValidationError) as caught:
        validate_briefing(json.dumps(value))
    assert [error["loc"] for error in caught.value.errors()] == [("records", 2, "reaction", "stance")]


def test_unresolved_evidence_is_refused_by_the_contract(briefing: Briefing) -> None:
    with pytest.raises(ValidationError, match="should read"):
        validate_briefing(to_json(briefing).replace('"exact": "HIMARS"', '"exact": "HYMARS"'))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: value.update(titel="x"), "there is no field 'titel'"),
        (lambda value: value.pop("text"), "the field 'text' is missing"),
        (lambda value: value.update(text=1), "text: should be a string, not 1"),
        (lambda value: value.update(blocks={}), "blocks: should be an array, not {}"),
        (lambda value: value["blocks"][1].update(start=True), "blocks[1].start: should be a whole number, not True"),
        (lambda value: value["blocks"][0].update(kind="verse"), "blocks[0].kind: should be one of heading, "),
        (lambda value: value["records"].append({"kind": "poem"}), "records[5]: the kind 'poem' is none of aid_package, "),
        (lambda value: value["records"].append(7), "records[5]: should be an object, not 7"),
        (lambda value: value["records"][0].update(amount="275"), "records[0].amount: should be a number, not '275'"),
        (lambda value: value["records"][2]["evidence"][0].pop("end"), "records[2].evidence[0]: the field 'end' is missing"),
    ],
)
def test_the_plain_reader_names_the_place_of_what_is_wrong(briefing: Briefing, change, said: str) -> None:
    value = json.loads(to_json(briefing))
    change(value)
    with pytest.raises(FormError) as caught:
        from_plain(Briefing, value)
    assert str(caught.value).startswith(said)


def test_whole_amounts_are_whole_numbers(briefing: Briefing) -> None:
    assert json.loads(to_json(briefing))["records"][0]["amount"] == 275_000_000
    assert '"amount": 275000000,' in to_json(briefing)


def test_broken_amounts_keep_their_digits(briefing: Briefing) -> None:
    package = replace(briefing.records[0], amount=Decimal("1234567.89"))
    again = validate_briefing(to_json(replace(briefing, records=(package, *briefing.records[1:]))))
    assert again.records[0].amount == Decimal("1234567.89")


def test_lone_surrogates_are_escaped() -> None:
    assert to_json("a\ud800b") == '"a\\ud800b"'
    assert to_json("Élysée") == '"Élysée"'


def test_things_without_a_json_form_are_refused() -> None:
    with pytest.raises(TypeError, match="set has no JSON form"):
        to_json({1, 2})


@given(st.text(string.ascii_letters, min_size=1, max_size=20))
def test_the_seal_covers_everything_but_itself(word: str) -> None:
    plain = {"a": 1, "b": [word]}
    assert seal_of({**plain, "seal": "whatever"}) == seal_of(plain)
    assert seal_of(dict(reversed(plain.items()))) == seal_of(plain)
    assert seal_of({"a": 1, "b": [word + "."]}) != seal_of(plain)


def test_the_seal_is_the_documented_digest() -> None:
    assert seal_of({"b": "é", "a": [1]}) == hashlib.sha256(b'{"a":[1],"b":"\\u00e9"}').hexdigest()
