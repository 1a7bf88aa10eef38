"""What the explorer loads, seen in fresh processes: it is on the screen before anything slow is needed."""

import json
import subprocess
import sys

import pytest


def modules_after(source: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{source}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("module", ["briefing_tui.tui", "briefing_tui.model.safe_text", "briefing_tui.telling.rows"])
def test_what_the_command_line_shares_loads_no_screen(module):
    modules = modules_after(f"import {module}")
    assert not modules & {"textual", "rich", "pydantic"}


def test_the_app_loads_neither_validator_nor_parsers_nor_extractor():
    modules = modules_after("import briefing_tui.tui.files_app")
    assert not modules & {"sqlite3", "pydantic", "lxml", "markdown_it", "charset_normalizer", "ahocorasick_rs", "pygments"}
    others = ("reading", "extracting", "library", "searching", "cli")
    assert not any(name.startswith(tuple(f"briefing_tui.{other}" for other in others)) for name in modules)


def test_over_a_library_neither_validator_nor_parsers_nor_extractor_are_loaded():
    modules = modules_after("import briefing_tui.tui.library_app")
    assert not modules & {"pydantic", "lxml", "markdown_it", "charset_normalizer", "ahocorasick_rs", "pygments"}
    assert not any(name.startswith(("briefing_tui.extracting", "briefing_tui.cli")) for name in modules)


def test_the_app_loads_no_widgets_it_does_not_show():
    modules = modules_after("import briefing_tui.tui.app")
    assert not modules & {f"textual.widgets._{name}" for name in ("markdown", "data_table", "text_area")}
