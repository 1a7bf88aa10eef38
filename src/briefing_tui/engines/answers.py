"""Answers of engines kept by the text they are about, so that no text is sent twice."""

from __future__ import annotations

import hashlib
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefing_tui.engines.engine import Answer, Engine
from briefing_tui.engines.proposals import ProposalError, read_proposal
from briefing_tui.model import Document
from briefing_tui.model.json_form import to_plain

_VERSION: Final = 1


class Answers:
    """A folder of answers, one file each. A folder that cannot be used keeps nothing, and that is no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, engine: Engine, document: Document) -> Answer | None:
        """The answer kept for this text, title, publisher and day; None when there is none or its file is damaged."""
        try:
            kept = json.loads(self._path(engine, document).read_bytes())
            return Answer(tuple(read_proposal(proposal) for proposal in kept["proposals"]), int(kept["malformed"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError, ProposalError):
            return None

    def keep(self, engine: Engine, document: Document, answer: Answer) -> None:
        """Keep `answer`. The file appears whole or not at all."""
        path = self._path(engine, document)
        kept = {"proposals": [to_plain(proposal) for proposal in answer.proposals], "malformed": answer.malformed}
        name = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                name = file.name
                json.dump(kept, file)
            Path(name).replace(path)
        except OSError:
            if name is not None:
                with suppress(OSError):
                    Path(name).unlink()

    def _path(self, engine: Engine, document: Document) -> Path:
        about = [_VERSION, engine.identity, document.sha256, document.title, document.publisher, document.published]
        digest = hashlib.sha256(json.dumps(about).encode()).hexdigest()
        return self._folder / digest[:2] / f"{digest}.json"
