"""What tests of all layers share."""

import os
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from tests.engines.protocol import Server, serving

from briefing_tui.model import (
    Actor,
    AidItem,
    AidPackage,
    Assessment,
    Block,
    Briefing,
    EscalationEvent,
    Evidence,
    Reaction,
    Sentence,
)
from briefing_tui.model.vocabulary import EvidenceRole

settings.register_profile("calm", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("calm")  # a busy machine is no failure, and an unattended run finds the same every time

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """Material that is not part of the source tree: gold annotations, a corpus, hostile inputs. It may be missing."""
    return ROOT.parent / "shared"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that speaks the protocol of language models, on this machine."""
    with serving() as running:
        yield running


TEXT = (
    "The U.S. announced a $275 million package that includes HIMARS.\n"
    "Amnesty labeled the move “reckless.”\n"
    "Reports say a drone factory in Belgorod was hit; analysts expect little change."
)


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    """A briefing written by hand, with one record of each kind over `TEXT`."""

    def span(role: EvidenceRole, words: str) -> Evidence:
        start = TEXT.index(words)
        end = start + len(words)
        return Evidence(
            role=role,
            start=start,
            end=end,
            exact=words,
            prefix=TEXT[max(0, start - 32) : start],
            suffix=TEXT[end : end + 32],
            rule="by-hand",
        )

    states = {"USA": Actor(code="USA", name="United States"), "UKR": Actor(code="UKR", name="Ukraine")}
    digest = sha256(TEXT.encode()).hexdigest()
    lines = [0, *(place + 1 for place, letter in enumerate(TEXT) if letter == "\n"), len(TEXT) + 1]
    return Briefing(
        id="by-hand",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=digest,
        text=TEXT,
        title="By hand",
        published="2024-11-20",
        published_from="metadata",
        blocks=tuple(Block(kind="paragraph", start=lines[n], end=lines[n + 1] - 1) for n in range(3)),
        sentences=tuple(Sentence(start=lines[n], end=lines[n + 1] - 1, block=n) for n in range(3)),
        records=(
            AidPackage(
                id="p:1",
                donors=(states["USA"],),
                recipients=(states["UKR"],),
                amount=Decimal(275_000_000),
                currency="USD",
                items=("i:1",),
                evidence=(span("trigger", "$275 million package"), span("amount", "$275 million"), span("donor", "The U.S.")),
            ),
            AidItem(id="i:1", description="HIMARS", item_class="artillery", package="p:1", evidence=(span("trigger", "HIMARS"),)),
            Reaction(
                id="r:1",
                actors=(Actor(code="org:Amnesty International", name="Amnesty International"),),
                stance="oppose",
                directness="mixed",
                quote="reckless",
                evidence=(span("trigger", "labeled the move “reckless.”"), span("quote", "reckless")),
            ),
            EscalationEvent(
                id="e:1",
                action="strike",
                place="Belgorod",
                modality="reported",
                confidence=0.7,
                evidence=(span("trigger", "a drone factory in Belgorod was hit"), span("modality_cue", "Reports say")),
            ),
            Assessment(
                id="a:1",
                content="analysts expect little change",
                modality="speculated",
                evidence=(span("trigger", "analysts expect little change"),),
            ),
        ),
    )
