"""The same input gives the same bytes, whatever the seed of Python's hashes, the folder, the locale and the cache."""

from pathlib import Path

import pytest


def test_the_bundled_briefing_gives_the_same_bytes(process, root: Path, tmp_path: Path) -> None:
    seed = (root / "seeds" / "example.txt").read_bytes()
    runs = [
        process("extract", "-", stdin=seed, PYTHONHASHSEED="1"),
        process("extract", "-", stdin=seed, PYTHONHASHSEED="2", LC_ALL="C"),
        process("extract", "-", stdin=seed, PYTHONHASHSEED="3", BRIEFING_TUI_CACHE=str(tmp_path), TZ="Asia/Tokyo"),
        process("extract", "-", stdin=seed, PYTHONHASHSEED="3", BRIEFING_TUI_CACHE=str(tmp_path)),
    ]
    assert all(run.code == 0 for run in runs)
    assert len({run.out for run in runs}) == 1


def test_the_open_gold_set_gives_the_same_bytes(process, shared_folder: Path) -> None:
    documents = shared_folder / "gold" / "dev" / "docs.jsonl"
    if not documents.exists():
        pytest.skip("the gold set is not beside this source tree")
    runs = [process("extract", documents, PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert all(run.code == 0 for run in runs)
    assert runs[0].out == runs[1].out
