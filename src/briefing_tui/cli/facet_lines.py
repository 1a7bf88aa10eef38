"""How many hits there are of each kind, actor, class: a list for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing_tui.searching.facets import Facets

MOST_VALUES: Final = 10


def write_facets(facets: Facets) -> int:
    """Print the facets, each value as a query has it; returns how many hits they were counted over."""
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.output import write_text
    from briefing_tui.model.safe_text import safe_line

    for field, counts in facets.counts.items():
        if not counts:
            continue
        write_text(f"{field}\n")
        for value, count in counts[:MOST_VALUES]:
            words = safe_line(value)
            quoted = f'"{words}"' if " " in words else words
            write_text(f"{count:>9,}  {field}:{quoted}\n")
        if len(counts) > MOST_VALUES:
            write_text(f"{'':9}  … and {len(counts) - MOST_VALUES:,} more\n")
    if facets.is_partial:
        say(f"counted over the newest {facets.of:,} hits")
    return facets.of
