"""The folders import each other only downwards. The contracts are in pyproject.toml; this runs them."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports


@pytest.mark.filterwarnings("default")
def test_the_import_contracts_hold(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(root / "pyproject.toml"), cache_dir=str(tmp_path), no_logo=True)
    assert code == 0, capsys.readouterr().out
