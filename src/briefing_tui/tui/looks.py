"""How things look: the sixteen colours of the person's own terminal and plain attributes.

Every sign is also a word, a mark or an attribute: without colour nothing is lost. A style never sets only one of foreground
and background to a fixed colour, except foregrounds that are legible on any sensible background.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style

from briefing_tui.model.vocabulary import Modality, Stance
from briefing_tui.telling.wording import STANCE_WORDS


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of everything drawn, and whether few cells should change from one picture to the next."""

    plain: Style
    faint: Style
    strong: Style
    title: Style
    title_active: Style
    cursor: Style
    trigger: Style
    evidence: Style
    hit: Style
    hit_now: Style
    key: Style
    problem: Style
    fault: Style
    stances: dict[Stance, Style]
    modalities: dict[Modality, Style]
    is_sparing: bool = False
    """At the end of a line that may be slow: marks are short, lists move by half a window, texts are excerpts until asked for."""

    def of_word(self, column: str, word: str) -> Style:
        """The style of a cell in a list."""
        styles: dict[str, Style] = {}
        if column == "modality":
            styles = {str(modality): style for modality, style in self.modalities.items()}
        elif column == "stance":
            styles = {STANCE_WORDS[stance]: style for stance, style in self.stances.items()}
        return styles.get(word, self.plain)


def looks(*, colour: bool, sparing: bool = False) -> Looks:
    """The styles for a terminal, with colour or (NO_COLOR) with attributes alone; `sparing` for one at the end of a slow line."""

    def tint(name: str, *, bold: bool | None = None) -> Style:
        return Style(color=name if colour else None, bold=bold)

    return Looks(
        plain=Style(),
        faint=Style(dim=True),
        strong=Style(bold=True),
        title=Style(bold=True, underline=True),
        title_active=Style(bold=True, reverse=True),
        cursor=Style(reverse=True),
        trigger=Style(reverse=True),
        evidence=Style(underline=True),
        hit=Style(color="black", bgcolor="yellow") if colour else Style(bold=True, underline=True),
        hit_now=Style(color="black", bgcolor="cyan") if colour else Style(bold=True, reverse=True, underline=True),
        key=Style(bold=True),
        problem=tint("red", bold=True),
        fault=Style(color="red" if colour else None, bold=True, underline=True),
        stances={
            "support": tint("green"),
            "oppose": tint("red"),
            "concern": tint("yellow"),
            "warn": tint("yellow"),
            "urge": tint("yellow"),
            "defend": tint("cyan"),
        },
        modalities={
            "asserted": Style(dim=True),
            "confirmed": tint("green"),
            "claimed": tint("yellow"),
            "reported": tint("yellow"),
            "speculated": tint("magenta"),
            "anticipated": tint("magenta"),
            "planned": tint("cyan"),
            "denied": tint("red"),
            "unconfirmed": tint("magenta"),
        },
        is_sparing=sparing,
    )
