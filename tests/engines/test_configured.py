"""The engine that settings describe, and what is said of settings that describe none."""

import pytest

from briefing_tui.engines import Answer, EngineError, make_engine


class Own:
    """An engine of a person's own, as `use = "module:function"` makes it."""

    identity = "own/1"

    def __init__(self, *, name: str) -> None:
        self.name = name

    def propose(self, document) -> Answer:
        return Answer(())


HERE = f"{__name__}:Own"
ADDRESS = {"url": "https://models.example.org/v1", "model": "small"}


def test_http_is_what_is_meant_when_nothing_else_is_said() -> None:
    assert make_engine(ADDRESS | {"timeout_seconds": 30}, {}).name == "small"


def test_an_engine_of_the_persons_own_gets_the_other_settings() -> None:
    assert make_engine({"use": HERE, "name": "mine"}, {}).name == "mine"


def test_the_key_comes_from_the_variable_that_is_named() -> None:
    settings = {"url": "http://models.example.org/v1", "model": "small", "key_variable": "MODELS_KEY"}
    with pytest.raises(EngineError, match="sent unencrypted"):  # so the key has arrived
        make_engine(settings, {"MODELS_KEY": "opensesame"})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"model": "small"}, "engine.url is missing"),
        ({"url": "https://models.example.org"}, "engine.model is missing"),
        (ADDRESS | {"modle": "small"}, "engine.modle is no setting"),
        (ADDRESS | {"timeout_seconds": "long"}, "engine.timeout_seconds must be a number above zero"),
        (ADDRESS | {"timeout_seconds": 0}, "engine.timeout_seconds must be a number above zero"),
        (ADDRESS | {"part_characters": -1}, "engine.part_characters must be a number above zero"),
        (ADDRESS | {"url": 7}, "engine.url must be a string"),
        (ADDRESS | {"key_variable": "MODELS_KEY"}, "engine.key_variable names MODELS_KEY, which is not set"),
        ({"use": 7}, "engine.use must be a string"),
        ({"use": "magic"}, "engine.use is 'magic': neither 'http' nor 'package.module:function'"),
        ({"use": "no.such.module:make"}, "engine.use: no.such.module:make cannot be made"),
        ({"use": HERE, "colour": "red"}, "cannot be made"),
    ],
)
def test_settings_that_make_no_engine_name_the_member(settings: dict, message: str) -> None:
    with pytest.raises(EngineError) as raised:
        make_engine(settings, {})
    assert message in str(raised.value)
