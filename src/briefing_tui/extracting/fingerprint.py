"""Which extraction made a record: a digest of the rules and words it was made with."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefing_tui.extracting.lexicon import FOLDER, LexiconError


def extraction_fingerprint(extra: Path | None = None) -> str:
    """Twelve hex digits that change with any rule or word, the person's own in the folder `extra` among them.

    Raises:
        LexiconError: when a file of the person's own lexicon cannot be read.
    """
    rules = Path(__file__).resolve().parent
    own = sorted(extra.glob("*.toml")) if extra is not None and extra.is_dir() else []
    digest = hashlib.sha256()
    for path in [*sorted(rules.rglob("*.py")), *sorted(FOLDER.glob("*.toml")), *own]:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LexiconError(f"{path}: {error.strerror or error}") from error
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:12]
