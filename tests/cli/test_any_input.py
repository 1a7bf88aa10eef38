"""Whatever comes in, the command answers: records whose evidence resolves, or one clear line. Never a fault of its own."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_tui.cli.summary import summary_lines
from briefing_tui.extracting import Extractor, default_extractor
from briefing_tui.model.json_form import to_json
from briefing_tui.model.json_reading import FormError
from briefing_tui.model.sealed import check_sealed
from briefing_tui.reading import FORMATS, Metadata, ReadingError, read_bytes

SEED = (Path(__file__).resolve().parents[2] / "seeds" / "example.txt").read_text("utf-8")
WORDS = sorted(set(re.findall(r"\S+", SEED)))
MARKS = [
    "\n",
    "\n\n",
    "- ",
    "* ",
    "1. ",
    "; ",
    ": ",
    ", ",
    ". ",
    "“",
    "”",
    '"',
    "'",
    "(",
    ")",
    "$",
    "€1.2bn ",
    "up to ",
    "155mm ",
    "\t",
    "…",
]
ODD = [
    "\x00",
    "\x1b[0m",
    "\u202e",
    "\u2028",
    "İ",
    "ß",
    "🇺🇦",
    "e\u0301",
    "\ufeff",
    "<b>",
    "</p>",
    "&amp;",
    "[/red]",
    "\x85",
    "Ⅷ",
    "٣",
    "½",
    "１２",
]
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(ODD), st.text(max_size=4))
SCRAMBLED = st.lists(PIECES, min_size=1, max_size=80).map(" ".join)
SENTENCES = re.split(r"(?<=[.:])\s+", SEED)
SHUFFLED = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n".join)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return default_extractor()


def assert_sound(extractor: Extractor, data: bytes, form: str | None, published: str | None) -> None:
    """The bytes are refused by the reader, or give a briefing that verifies and can be shown."""
    try:
        document = read_bytes(data, name="source", form=form, metadata=Metadata(published=published))
    except ReadingError:
        return
    written = to_json(extractor.extract(document))
    try:
        assert check_sealed(json.loads(written)).faults == ()
    except FormError as error:
        pytest.fail(str(error))
    shown = "\n".join(summary_lines(extractor.extract(document)))
    assert "\x1b" not in shown


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=SCRAMBLED, form=st.sampled_from([None, *FORMATS]), published=st.sampled_from([None, "2024-11-20", "2024-02-29"]))
def test_scrambled_words(extractor: Extractor, text: str, form: str | None, published: str | None) -> None:
    assert_sound(extractor, text.encode("utf-8", "replace"), form, published)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=SHUFFLED, cut=st.integers(0, 40), published=st.sampled_from([None, "2024-11-20"]))
def test_shuffled_sentences_cut_anywhere(extractor: Extractor, text: str, cut: int, published: str | None) -> None:
    assert_sound(extractor, text[cut:].encode(), "text", published)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(min_size=1, max_size=400), form=st.sampled_from([None, *FORMATS]))
def test_any_bytes(extractor: Extractor, data: bytes, form: str | None) -> None:
    assert_sound(extractor, data, form, None)
