"""Whom a person means by what they write into a record: exactly somebody, or a question back."""

from pathlib import Path

import pytest
from tests.library.correcting import library_of

from briefing_tui.library.actor_names import find_actor
from briefing_tui.library.editable import CorrectionError
from briefing_tui.model import Briefing


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("NOR", "NOR", "Norway"),
        ("nor", "NOR", "Norway"),
        ("norway", "NOR", "Norway"),
        ("Oslo", "NOR", "Norway"),
        ("NATO", "org:NATO", "NATO"),
        ("org:NATO", "org:NATO", "NATO"),
        ("amnesty international", "org:Amnesty International", "Amnesty International"),
        ("org:Nova Relief", "org:Nova Relief", "Nova Relief"),
        ("group:two  officials", "group:two officials", "two officials"),
    ],
)
def test_codes_and_names_stand_for_one_actor(tmp_path: Path, briefing: Briefing, written: str, code: str, name: str) -> None:
    with library_of(tmp_path / "a.sqlite", briefing) as library:
        actor = find_actor(library, written)
        assert (actor.code, actor.name, actor.via) == (code, name, "name")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Norwy", "nobody is known as 'Norwy'; did you mean norway?"),
        ("Ruritania", "nobody is known as 'Ruritania'; write a code such as NOR, org:NAME or group:WORDS"),
        ("", "nobody is known as ''"),
        ("org:", "nobody is known as 'org:'"),
    ],
)
def test_nobody_is_guessed(tmp_path: Path, briefing: Briefing, written: str, said: str) -> None:
    with library_of(tmp_path / "a.sqlite", briefing) as library, pytest.raises(CorrectionError) as caught:
        find_actor(library, written)
    assert said in str(caught.value)
