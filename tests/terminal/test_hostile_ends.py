"""Hostile keyboards, windows, environments, queries and ends of sessions."""

import pytest
from tests.terminal.hostile.ends import SESSIONS, ask, end_session, resize_hostile, start_with, type_hostile
from tests.terminal.hostile.inputs import LIST, NO_LIST, HostileInput, listed
from tests.terminal.hostile.running import Household
from tests.tui.libraries import make_library

pytestmark = pytest.mark.skipif(not LIST.is_file(), reason=NO_LIST)


@pytest.fixture(scope="module")
def household(tmp_path_factory):
    return Household(tmp_path_factory.mktemp("ends") / "household")


@pytest.fixture(scope="module")
def library(household):
    return make_library(household.home / "library.sqlite")


@pytest.fixture(scope="module")
def typed(household, library):
    return type_hostile(household, library, listed("terminal input"))


@pytest.fixture(scope="module")
def resized(household, library):
    return resize_hostile(household, library, listed("terminal size"))


@pytest.mark.parametrize("one", listed("terminal input"), ids=str)
def test_what_no_keyboard_sends_is_survived(typed, one: HostileInput):
    assert typed[one.name].troubles == []


@pytest.mark.parametrize("one", listed("terminal size"), ids=str)
def test_impossible_windows_are_survived(resized, one: HostileInput):
    assert resized[one.name].troubles == []


@pytest.mark.parametrize("one", listed("environment"), ids=str)
def test_variables_steer_nothing(household, library, tmp_path, one: HostileInput):
    assert start_with(household, library, one, tmp_path / "evil").troubles == []


@pytest.mark.parametrize("one", listed("query"), ids=str)
def test_every_query_is_answered(household, library, one: HostileInput):
    assert ask(household, library, one).troubles == []


@pytest.mark.parametrize("one", [one for one in listed("session") if one.name in SESSIONS], ids=str)
def test_a_session_ends_when_it_should_and_only_then(household, library, one: HostileInput):
    assert end_session(household, library, one).troubles == []
