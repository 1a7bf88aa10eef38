"""`briefing-tui correct`: what a person says of a record or a briefing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError, day
from briefing_tui.cli.library_option import add_library_option

if TYPE_CHECKING:
    import argparse

    from briefing_tui.library import Library
    from briefing_tui.library.overlay import Correction, Decision

USAGE_LINE = """\
briefing-tui correct RECORD [--in BRIEFING] [--set FIELD=VALUE]… [--accept | --reject] [--note TEXT] [--by NAME]
       briefing-tui correct BRIEFING --published DATE|none [--note TEXT] [--by NAME]
       briefing-tui correct RECORD [--in BRIEFING] | BRIEFING --undo
       briefing-tui correct --list [--json] [RECORD|BRIEFING]"""
DESCRIPTION = """\
Accept, reject or edit a record, or set the day a briefing was published. Source and extracted record stay as they are: a
correction lies over them, with who said it and when, and stays when the text is extracted again. A later one counts in the place
of an earlier one, and nothing that was said is lost. With only a RECORD: its fields and what can be set."""
EPILOG = """\
Numbers may be written 275000000, 275,000,000 or 275m; dates YYYY-MM-DD, YYYY-MM, YYYY or FIRST/LAST; actors as code or name,
several with commas; nothing as none. Setting a day of publication reads “Wednesday” and “yesterday” anew. --undo withdraws the
last correction that was not withdrawn yet. Rejected records are found by is:rejected only; is:accepted and is:edited work too.

examples:
  briefing-tui correct r:505e77f45177 --reject --note 'the headline again'
  briefing-tui correct p:540147a00844 --set amount=300m --set status=delivered --accept
  briefing-tui correct '#12' --published 2024-11-20
  briefing-tui correct --list --json | jq -r '.[] | select(.state == "orphaned") | .record'
"""
_RECORD_ID: Final = re.compile(r"[aeipr]:[0-9a-z]*")


def command_line() -> CommandParser:
    """The parser of `correct`."""
    parser = CommandParser("briefing-tui correct", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="a record's (p:540147a00844), or a briefing's (#12, b:65c9858f276952cd)"
    )
    add_library_option(parser)
    parser.add_argument("--in", dest="briefing", metavar="BRIEFING", help="where the RECORD is, should several briefings have it")
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="set a field; may be repeated")
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--accept", action="store_true", help="the record is right")
    decision.add_argument("--reject", action="store_true", help="the text does not say that")
    parser.add_argument("--published", type=_day_or_none, metavar="DATE", help="the day the briefing was published, or none")
    parser.add_argument("--undo", action="store_true", help="withdraw the last correction of the record, or day of the briefing")
    parser.add_argument("--note", metavar="TEXT", help="why, for those who come later")
    parser.add_argument("--by", metavar="NAME", help="who says so (default: your account's name)")
    parser.add_argument("--list", action="store_true", help="all that was said, of everything or of ID")
    parser.add_argument("--json", action="store_true", help="with --list: an array of objects")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Correct, or tell what was corrected; returns the exit code."""
    options = command_line().parse(arguments, paths="ids")
    if len(options.ids) > 1:
        raise UsageError("correct takes one RECORD or BRIEFING at a time", word=options.ids[1])
    deeds = [name for name in ("accept", "reject", "set", "undo") if getattr(options, name)]
    if options.published is not None:
        deeds.append("published")
    if options.list and deeds:
        raise UsageError(f"--list corrects nothing; leave out --{deeds[0]}", word=f"--{deeds[0]}")
    for alone in ("undo", "published"):
        if alone in deeds and len(deeds) > 1:
            raise UsageError(f"--{alone} stands alone", word=f"--{alone}")
    if not options.ids and not options.list:
        raise UsageError("correct needs the ID of a record or briefing; search and show tell them")
    if options.json and not options.list:
        raise UsageError("--json goes with --list", word="--json")

    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.library.editable import CorrectionError

    name = options.ids[0] if options.ids else None
    try:
        with open_named_library(options.library, write=bool(deeds)) as library:
            if name is None or options.list:
                return _list(library, name, as_json=options.json)
            if not deeds:
                return _describe(library, name)
            return _correct(library, name, options)
    except CorrectionError as error:
        raise UsageError(str(error)) from error


def _correct(library: Library, name: str, options: argparse.Namespace) -> int:
    from briefing_tui.cli.clock import utc_now
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.library import corrections

    by, at, note = options.by or _account(), utc_now(), options.note
    where = None if options.briefing is None else _briefing(library, options.briefing)
    if options.published is not None or (options.undo and not _RECORD_ID.fullmatch(name)):
        from briefing_tui.cli.folders import cache_folder, own_lexicon
        from briefing_tui.library.adding import Lexica

        lexica = Lexica(own_lexicon(), cache_folder())
        number = _briefing(library, name)
        if options.undo:
            _tell(corrections.undo_published(library, number, by=by, at=at, note=note, lexica=lexica))
        else:
            published = None if options.published == "none" else options.published
            _tell(corrections.set_published(library, number, published, by=by, at=at, note=note, lexica=lexica))
        return OK
    if options.undo:
        _tell(corrections.undo(library, name, by=by, at=at, note=note, document=where))
    if options.set:
        for made in corrections.edit_fields(library, name, _values(options.set), by=by, at=at, note=note, document=where):
            _tell(made)
    if options.accept or options.reject:
        decision: Decision = "accept" if options.accept else "reject"
        _tell(corrections.decide(library, name, decision, by=by, at=at, note=note, document=where))
    return OK


def _values(written: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in written:
        field, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"--set is written FIELD=VALUE, such as stance=oppose; not {one!r}", word=one)
        values[field.strip()] = value
    return values


def _briefing(library: Library, name: str) -> int:
    from briefing_tui.library.documents import find_document

    found = find_document(library, name)
    if not found:
        raise UsageError(f"there is no briefing {name!r}", word=name)
    return found[0]


def _tell(made: Correction) -> None:
    from briefing_tui.cli.correction_lines import what_it_says
    from briefing_tui.cli.messages import say

    say(f"{made.record or made.content_id}: {what_it_says(made)}")


def _list(library: Library, name: str | None, *, as_json: bool) -> int:
    from briefing_tui.cli.correction_lines import correction_line, correction_object
    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.output import write_json, write_text
    from briefing_tui.library.corrections import all_corrections, corrections_of

    if name is None:
        found = list(all_corrections(library))
    elif _RECORD_ID.fullmatch(name):
        found = [told for told in all_corrections(library) if name in (told.record, told.correction.record)]
    else:
        found = corrections_of(library, _briefing(library, name))
    if as_json:
        import json

        write_json(json.dumps([correction_object(told) for told in found], indent=2))
    else:
        write_text("".join(f"{correction_line(told)}\n" for told in found))
    return OK if found else NOTHING


def _describe(library: Library, name: str) -> int:
    from briefing_tui.cli.correction_lines import field_lines
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.output import write_text
    from briefing_tui.library.corrections import record_named

    if not _RECORD_ID.fullmatch(name):
        raise UsageError(f"of the briefing {name} --published and --undo can be said", word=name)
    write_text("".join(f"{line}\n" for line in field_lines(record_named(library, name))))
    return OK


def _day_or_none(value: str) -> str:
    return value if value == "none" else day(value)


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "unknown"
