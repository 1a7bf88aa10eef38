"""What the person wrote: config.toml and lexicon files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Final

from briefing_tui.cli.arguments import UsageError, did_you_mean
from briefing_tui.cli.checks.finding import Finding
from briefing_tui.cli.folders import config_folder
from briefing_tui.cli.settings import SETTINGS, read_settings

_KINDS: Final = {dict: "a table", str: "a string", bool: "true or false"}


def check_settings() -> Iterator[Finding]:
    """Whether config.toml can be read, and whether everything in it is a setting."""
    path = config_folder() / "config.toml"
    try:
        settings = read_settings()
    except UsageError as error:
        yield Finding(about="settings", state="wrong", says=str(error), fix=f"${{EDITOR:-vi}} {path}")
        return
    if not path.exists():
        yield Finding(about="settings", state="ok", says=f"{path}; not there, and not needed")
        return
    faults = [*setting_faults(settings), *_engine_faults(settings)]
    for fault in faults:
        yield Finding(about="settings", state="wrong", says=f"{path}: {fault}", fix=f"${{EDITOR:-vi}} {path}")
    if not faults:
        yield Finding(about="settings", state="ok", says=str(path))


def setting_faults(settings: Mapping[str, Any]) -> Iterator[str]:
    """What in `settings` is no setting, or not of its kind."""
    for name, value in settings.items():
        kind = SETTINGS.get(name)
        if kind is None:
            yield f"there is no setting {name}{did_you_mean(name, SETTINGS)}"
        elif not isinstance(value, kind):
            yield f"{name} must be {_KINDS[kind]}"


def _engine_faults(settings: Mapping[str, Any]) -> Iterator[str]:
    engine = settings.get("engine")
    if isinstance(engine, dict) and engine.get("use", "http") == "http":  # one of the person's own is not started for a look
        from briefing_tui.engines.configured import make_engine
        from briefing_tui.engines.engine import EngineError

        try:
            make_engine(engine, os.environ)
        except EngineError as error:
            yield str(error)


def check_lexicon() -> Iterator[Finding]:
    """Whether the person's own lexicon files can be used, and whether their categories are ones that are looked for."""
    from briefing_tui.extracting.lexicon import FOLDER, LexiconError, count_entries

    folder = config_folder() / "lexicon"
    if not folder.is_dir():
        yield Finding(about="lexicon", state="ok", says=f"{folder}; not there, and not needed")
        return
    known = {category for path in FOLDER.glob("*.toml") for category in count_entries(path)}
    entries = 0
    is_sound = True
    for path in sorted(folder.glob("*.toml")):
        try:
            counts = count_entries(path)
        except LexiconError as error:
            is_sound = False
            yield Finding(about="lexicon", state="wrong", says=str(error), fix=f"${{EDITOR:-vi}} {path}")
            continue
        entries += sum(counts.values())
        for category in counts.keys() - known:
            is_sound = False
            hint = did_you_mean(category, known)
            says = f"{path}: no rule looks for the category {category}{hint}"
            yield Finding(about="lexicon", state="wrong" if hint else "note", says=says, fix=f"${{EDITOR:-vi}} {path}")
    if is_sound:
        yield Finding(about="lexicon", state="ok", says=f"{folder}: {entries:,} entries of your own")
