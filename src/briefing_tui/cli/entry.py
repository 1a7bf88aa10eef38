"""The command's entry."""

import sys

from briefing_tui.extracting import default_extractor
from briefing_tui.model.json_form import to_json
from briefing_tui.reading import ReadingError, read_jsonl


def main() -> int:
    """Run the command; returns its exit code."""
    extractor = default_extractor()
    for document in read_jsonl(sys.stdin.buffer, name="-"):
        if isinstance(document, ReadingError):
            print(document, file=sys.stderr)
            continue
        print(to_json(extractor.extract(document)), flush=True)
    return 0
