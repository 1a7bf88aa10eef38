"""The engine that a person's settings describe."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, cast

from briefing_tui.engines.engine import Engine, EngineError

_HTTP: Final[dict[str, tuple[type, ...]]] = {
    "url": (str,),
    "model": (str,),
    "key_variable": (str,),
    "timeout_seconds": (int, float),
    "part_characters": (int,),
}


def make_engine(settings: Mapping[str, Any], environment: Mapping[str, str]) -> Engine:
    """The engine of the table `[engine]`: `use = "http"`, or `use = "package.module:function"` for one of the person's own,
    which is called with the table's other members. `key_variable` names the variable of `environment` that holds the key.

    Raises:
        EngineError: when the settings make no engine; the message names the member.
    """
    use = settings.get("use", "http")
    rest: dict[str, Any] = {name: value for name, value in settings.items() if name != "use"}
    if not isinstance(use, str):
        raise EngineError("engine.use must be a string")
    if use == "http":
        return _http(rest, environment)
    module, colon, function = use.partition(":")
    if not colon:
        raise EngineError(f"engine.use is {use!r}: neither 'http' nor 'package.module:function'")
    try:
        return cast("Engine", getattr(import_module(module), function)(**rest))
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(f"engine.use: {use} cannot be made ({type(error).__name__}: {error})") from error


def _http(rest: dict[str, Any], environment: Mapping[str, str]) -> Engine:
    from briefing_tui.engines.http_engine import HttpEngine

    for name, value in rest.items():
        if name not in _HTTP:
            raise EngineError(f"engine.{name} is no setting; there are use, {', '.join(_HTTP)}")
        number = isinstance(value, int | float) and value > 0 and value is not True
        if not isinstance(value, _HTTP[name]) or not (number or isinstance(value, str)):
            raise EngineError(f"engine.{name} must be {'a string' if str in _HTTP[name] else 'a number above zero'}")
    for name in ("url", "model"):
        if name not in rest:
            raise EngineError(f"engine.{name} is missing")
    variable = rest.get("key_variable")
    if variable is not None and not environment.get(variable):
        raise EngineError(f"engine.key_variable names {variable}, which is not set")
    chosen = {name: value for name, value in rest.items() if name != "key_variable"}
    return HttpEngine(**chosen, key=None if variable is None else environment[variable])
