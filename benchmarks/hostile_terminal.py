"""All hostile inputs of the list beside the repository, and some of our own, in every place they apply to, on the real program.

    python benchmarks/hostile_terminal.py [--only CLASS …] [--troubles]

Each run is on a pseudo-terminal, under strace where there is one. Prints a table: by class the inputs, the places looked at,
what reached the terminal that must not (escapes, C1, bidirectional and invisible characters, heaps of marks), crashes, what was
made that should not be (files, processes, sockets), answers that are not as they should be, the longest run, the largest memory.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.terminal.hostile import ends, sources, texts  # noqa: E402 - the tests' own trials
from tests.terminal.hostile.inputs import OWN, listed  # noqa: E402
from tests.terminal.hostile.outcome import Outcome  # noqa: E402
from tests.terminal.hostile.running import Household  # noqa: E402
from tests.terminal.hostile.tracing import STRACE  # noqa: E402
from tests.tui.libraries import make_library  # noqa: E402

OF_SOURCE = {"path_": sources.named_by, "fs_": sources.read_folder, "csv": sources.export_cell, "url": sources.give_address}
OF_SOURCE |= {"config": sources.settings_of}
KINDS = ("text", "action injection", "encoding", "bomb", "xxe", "active", "format", "path", "csv", "ssrf", "config", "query")
KINDS += ("terminal input", "terminal size", "environment", "session")


def main() -> None:
    """Run the trials and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS, help="classes of inputs")
    parser.add_argument("--troubles", action="store_true", help="print each trouble")
    options = parser.parse_args()
    print(
        "files, processes and sockets as strace tells"
        if STRACE
        else "no strace here: files, processes and sockets are not counted"
    )
    print(
        f"{'class':18}{'inputs':>7}{'places':>8}{'escapes':>9}{'crashes':>9}{'made':>6}{'wrong':>7}{'slowest s':>11}{'peak MB':>9}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        for kind in options.only:
            outcomes = list(trials(kind, Path(scratch) / kind.replace(" ", "-")))
            print(row(kind, outcomes), flush=True)
            for outcome in outcomes if options.troubles else ():
                for trouble in outcome.troubles:
                    print(f"    {outcome.name}: {trouble[:300]}")


def trials(kind: str, folder: Path) -> Iterator[Outcome]:
    """What each input of a class did, and each place with all of them."""
    folder.mkdir()
    household = Household(folder / "household", is_thorough=True)
    inputs = listed(kind)
    if kind in ("text", "action injection"):
        trial = texts.TextTrial(household, [*OWN, *inputs] if kind == "text" else inputs)
        trial.run()
        yield from trial.of_input.values()
        yield from trial.of_place.values()
        large = [one for one in inputs if len(one.data) > texts.LARGE]
        yield from (texts.look_at_large(Household(folder / one.name, is_thorough=True), one) for one in large)
        return
    library = make_library(household.home / "library.sqlite")
    if kind == "terminal input":
        yield from ends.type_hostile(household, library, inputs).values()
    elif kind == "terminal size":
        yield from ends.resize_hostile(household, library, inputs).values()
    elif kind == "environment":
        yield from (ends.start_with(household, library, one, folder / one.name) for one in inputs)
    elif kind == "query":
        yield from (ends.ask(household, library, one) for one in inputs)
    elif kind == "session":
        yield from (ends.end_session(household, library, one) for one in inputs if one.name in ends.SESSIONS)
    else:
        for one in inputs:
            trial_of = next((found for start, found in OF_SOURCE.items() if one.name.startswith(start)), sources.read_as_file)
            yield trial_of(Household(folder / one.name, is_thorough=True), one)


def row(kind: str, outcomes: list[Outcome]) -> str:
    """A line of the table."""
    count = {name: sum(len(getattr(one, name)) for one in outcomes) for name in ("escapes", "crashes", "made", "faults")}
    places = set().union(*(one.places for one in outcomes))
    slowest, peak = max(one.seconds for one in outcomes), max(one.peak_mb for one in outcomes)
    figures = f"{count['escapes']:>9}{count['crashes']:>9}{count['made']:>6}{count['faults']:>7}{slowest:>11.1f}{peak:>9.0f}"
    return f"{kind:18}{len(listed(kind)):>7}{len(places):>8}{figures}"


if __name__ == "__main__":
    main()
