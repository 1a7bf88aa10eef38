"""The weights of `confidence.py`, made by `benchmarks/calibrate.py`; do not edit by hand."""

from typing import Final

WEIGHTS: Final[dict[str, dict[str, float]]] = {}
