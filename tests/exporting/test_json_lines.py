"""JSON Lines lose nothing."""

import json

from briefing_tui.exporting.json_lines import json_briefings, json_line, json_records
from briefing_tui.model import AidPackage, Briefing
from briefing_tui.model.json_reading import from_plain
from briefing_tui.model.sealed import check_sealed


def test_a_record_comes_with_its_document_and_can_be_made_again(briefing: Briefing) -> None:
    lines = list(json_records((briefing, record) for record in briefing.records))
    first = json.loads(lines[0])
    assert first["document"] == {
        "id": "by-hand",
        "content_id": briefing.content_id,
        "title": "By hand",
        "publisher": None,
        "published": "2024-11-20",
        "url": None,
    }
    assert from_plain(AidPackage, first["record"]) == briefing.records[0]
    assert len(lines) == 5


def test_whole_briefings_are_sealed(briefing: Briefing) -> None:
    (line,) = json_briefings([briefing])
    checked = check_sealed(json.loads(line))
    assert (checked.records, checked.faults) == (5, ())


def test_a_lone_surrogate_is_escaped() -> None:
    assert json_line({"a": "\ud800é"}) == '{"a": "\\ud800é"}\n'
    assert json_line({"a": "é\n"}) == '{"a": "é\\n"}\n'
