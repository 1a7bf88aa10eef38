"""The person's settings: `config.toml` in the config folder."""

from __future__ import annotations

from typing import Any, Final

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.folders import config_folder

SETTINGS: Final[dict[str, type]] = {"library": str, "remote": bool, "ascii": bool, "engine": dict}
"""Every setting of `config.toml` and its kind; a dict is a table."""


def read_settings() -> dict[str, Any]:
    """All tables of `config.toml`; nothing when there is no such file.

    Raises:
        UsageError: when the file cannot be read or is no TOML, naming it and the place.
    """
    path = config_folder() / "config.toml"
    try:
        text = path.read_text("utf-8")
        import tomllib

        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise UsageError(f"{path}: {error}") from error
