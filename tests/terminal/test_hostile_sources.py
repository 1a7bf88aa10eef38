"""Hostile files, folders, archives, addresses and settings: read, or refused in a line, and never obeyed."""

import pytest
from tests.terminal.hostile.inputs import LIST, NO_LIST, HostileInput, listed
from tests.terminal.hostile.outcome import Outcome
from tests.terminal.hostile.running import Household
from tests.terminal.hostile.sources import export_cell, give_address, named_by, read_as_file, read_folder, settings_of

pytestmark = pytest.mark.skipif(not LIST.is_file(), reason=NO_LIST)

FILES = [*listed("encoding", "bomb", "xxe", "active", "format"), *(one for one in listed("path") if one.name.startswith("zip"))]
NAMES = [one for one in listed("path") if one.name.startswith("path")]
FOLDERS = [one for one in listed("path") if one.name.startswith("fs")]


@pytest.fixture
def household(tmp_path, monkeypatch, cache_of_all):
    monkeypatch.setenv("BRIEFING_TUI_TEST_CACHE", str(cache_of_all))
    return Household(tmp_path / "household")


@pytest.fixture(scope="module")
def cache_of_all(tmp_path_factory):
    return tmp_path_factory.mktemp("caches")


def assert_harmless(outcome: Outcome) -> None:
    assert outcome.troubles == []


@pytest.mark.parametrize("one", FILES, ids=str)
def test_a_file_is_read_or_refused(household: Household, one: HostileInput):
    assert_harmless(read_as_file(household, one))


@pytest.mark.parametrize("one", NAMES, ids=str)
def test_a_name_is_a_name(household: Household, one: HostileInput):
    assert_harmless(named_by(household, one))


@pytest.mark.parametrize("one", FOLDERS, ids=str)
def test_a_folder_is_read_to_its_end(household: Household, one: HostileInput):
    assert_harmless(read_folder(household, one))


@pytest.mark.parametrize("one", listed("csv"), ids=str)
def test_a_cell_is_no_formula(household: Household, one: HostileInput):
    assert_harmless(export_cell(household, one))


@pytest.mark.parametrize("one", listed("ssrf"), ids=str)
def test_an_address_is_not_followed(household: Household, one: HostileInput):
    assert_harmless(give_address(household, one))


@pytest.mark.parametrize("one", listed("config"), ids=str)
def test_settings_are_read_or_refused(household: Household, one: HostileInput):
    assert_harmless(settings_of(household, one))
