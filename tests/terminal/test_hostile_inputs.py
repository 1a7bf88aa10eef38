"""Hostile text in every place where text of strangers is shown: nothing of it may act on the terminal.

The inputs are those of a list that may lie beside the repository, and some of our own. All are put into one library and one
folder; each place is looked at once with all of them, and where it can be told which input did it, the input's test fails.
"""

import pytest
from tests.terminal.hostile.inputs import LIST, NO_LIST, OWN, listed
from tests.terminal.hostile.running import Household
from tests.terminal.hostile.texts import LARGE, TextTrial, look_at_large

TEXTS = [*OWN, *listed("text", "action injection")]
LARGE_TEXTS = [one for one in TEXTS if len(one.data) > LARGE]
ORDINARY_TEXTS = [one for one in TEXTS if len(one.data) <= LARGE]
PLACES = (
    "add", "add --jobs", "library explorer", "copied quotes", "lists", "search box", "file explorer", "--plain", "--plain --from",
    "extract --json", "extract --jsonl", "search --all", "search --facets", "search --json", "search --jsonl", "search --csv",
    "totals --all", "totals --by", "totals --csv", "totals --json", "timeline --all", "timeline --csv", "timeline --json",
    "export", "export --format", "export --briefings", "saved", "saved --json", "doctor", "doctor --json", "verify --library",
    "verify", "extract", "records.csv", "records.md", "records.jsonl", "desk",
)  # fmt: skip


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    made = TextTrial(Household(tmp_path_factory.mktemp("hostile") / "texts"), ORDINARY_TEXTS)
    made.run()
    return made


@pytest.mark.skipif(not LIST.is_file(), reason=NO_LIST)
def test_the_list_is_whole():
    assert len(listed()) == 295


@pytest.mark.parametrize("place", PLACES)
def test_nothing_harmful_comes_out_of(trial, place):
    assert trial.at(place).troubles == []


def test_every_place_has_been_looked_at(trial):
    assert set(PLACES) >= set(trial.of_place)
    assert all(outcome.places or outcome.name == "desk" for outcome in trial.of_place.values())


@pytest.mark.parametrize("one", ORDINARY_TEXTS, ids=str)
def test_text_does_no_harm_wherever_it_stands(trial, one):
    outcome = trial.of_input[one.name]
    assert outcome.troubles == []
    assert {"library explorer", "search box", "show"} <= outcome.places


@pytest.mark.parametrize("one", LARGE_TEXTS, ids=str)
def test_a_large_text_is_shown_soon_and_in_little_memory(tmp_path, one):
    assert look_at_large(Household(tmp_path / "large"), one).troubles == []
