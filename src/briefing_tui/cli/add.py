"""`briefing-tui add`: sources into the library."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError, whole_number
from briefing_tui.cli.input_options import add_input_options
from briefing_tui.cli.library_option import add_library_option

if TYPE_CHECKING:
    import argparse

    from briefing_tui.cli.taking_in import TakingIn
    from briefing_tui.reading import Metadata, ReadingError
    from briefing_tui.reading.sources import Source

USAGE_LINE = """\
briefing-tui add [--library FILE] [--include PATTERN] [--exclude PATTERN] [--jobs N] [--watch]
                        [--fetch [--allow-private]] [--from FORMAT] [--published DATE] [--publisher NAME] PATH|URL|-…
       briefing-tui add --refresh [--library FILE] [--jobs N]"""
DESCRIPTION = """\
Read briefings, extract their records and keep both in the library: files, folders, archives, mailboxes, feeds, and with
--fetch addresses. What is there already is passed over, so the same command can be run again at any time, also after it was
interrupted; a text that has changed at its address or path becomes a new version, and the older one is kept behind it."""
EPILOG = """\
What cannot be read is named on standard error, the rest is done, and the exit code is 3.

examples:
  briefing-tui add briefings/
  briefing-tui add --include '*.html' --exclude 'drafts/**' pages.zip archive/
  briefing-tui add --watch inbox/
  briefing-tui add --fetch https://example.org/statement.html
  curl -s https://example.org/feed.xml | briefing-tui add --from feed -
"""
PAUSE_SECONDS: Final = 1.0
"""Between two looks at watched folders."""


def command_line() -> CommandParser:
    """The parser of `add`."""
    parser = CommandParser("briefing-tui add", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder, archive or pattern; - is standard input")
    add_library_option(parser)
    parser.add_argument(
        "--include",
        action="append",
        default=[],
        metavar="PATTERN",
        help="of folders and archives only such files; may be repeated",
    )
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="… and not such; may be repeated")
    parser.add_argument(
        "--jobs", type=whole_number(1, 256), metavar="N", help="processes that extract at the same time (default: one a core)"
    )
    parser.add_argument("--watch", action="store_true", help="go on and take in what comes, until Ctrl-C")
    parser.add_argument(
        "--fetch", action="store_true", help="let addresses (http, https) be fetched; nothing else goes over the network"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="with --fetch: also addresses on this machine and its own network"
    )
    parser.add_argument(
        "--refresh", action="store_true", help="extract again what was extracted by other rules or words than today's"
    )
    add_input_options(parser, engine=False)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Add every path, or refresh what is there; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.refresh and options.paths:
        raise UsageError("--refresh takes no PATH", word=options.paths[0])
    if not options.paths and not options.refresh:
        raise UsageError("add needs a PATH, or - for standard input")
    for path in options.paths if options.watch else ():
        if not Path(path).is_dir():
            raise UsageError(f"only folders can be watched, and {path} is none", word=path)
    if options.allow_private and not options.fetch:
        raise UsageError("--allow-private goes with --fetch", word="--allow-private")

    from briefing_tui.cli.library_option import open_named_library

    with open_named_library(options.library, write=True, create=not options.refresh) as library:
        from briefing_tui.cli.taking_in import TakingIn

        taking_in = TakingIn(library, options.jobs or _cores())
        return _refresh(taking_in) if options.refresh else _add(taking_in, options)


def _add(taking_in: TakingIn, options: argparse.Namespace) -> int:
    from briefing_tui.cli.exit_codes import OK, PARTIAL
    from briefing_tui.cli.output import write_text
    from briefing_tui.cli.taking_in import size_of, sum_up

    tally = taking_in.run(_sources(options), whole=size_of(options.paths))
    write_text(f"{sum_up(tally, taking_in.library)}\n")
    if options.watch:
        failures = _watch(taking_in, options)
        tally.failures += failures
    return PARTIAL if tally.failures else OK


def _sources(options: argparse.Namespace) -> Iterator[Source | ReadingError]:
    import sys

    from briefing_tui.reading import ReadingError
    from briefing_tui.reading.sources import find_sources

    for path in options.paths:
        if "://" in path and not path.startswith(("http://", "https://")) and not Path(path).exists():
            yield ReadingError(f"{path}: only http and https can be fetched")
            continue
        if path.startswith(("http://", "https://")) and not Path(path).exists():
            if not options.fetch:
                yield ReadingError(f"{path}: nothing is fetched from the network without --fetch")
                continue
            from briefing_tui.fetching import fetch_sources

            yield from fetch_sources(
                path,
                allow_private=options.allow_private,
                include=tuple(options.include),
                exclude=tuple(options.exclude),
                form=options.form,
                metadata=_metadata(options),
            )
            continue
        yield from find_sources(
            [path],
            include=options.include,
            exclude=options.exclude,
            form=options.form,
            metadata=_metadata(options),
            stdin=sys.stdin.buffer if sys.stdin is not None else None,
        )


def _metadata(options: argparse.Namespace) -> Metadata:
    from briefing_tui.reading import Metadata

    return Metadata(publisher=options.publisher, published=options.published, published_from="user")


def _watch(taking_in: TakingIn, options: argparse.Namespace) -> int:
    """Take in what comes until Ctrl-C; returns how many sources could not be read."""
    import time
    from contextlib import suppress

    from briefing_tui.cli.messages import complain, say
    from briefing_tui.cli.output import write_text
    from briefing_tui.cli.taking_in import sum_up
    from briefing_tui.reading.choice import Choice
    from briefing_tui.reading.sources import find_sources
    from briefing_tui.reading.watching import begin_watch, look

    state = begin_watch(options.paths, Choice(tuple(options.include), tuple(options.exclude)))
    failures = 0
    say("watching; Ctrl-C ends")
    with suppress(KeyboardInterrupt):
        while True:
            changed, faults, state = look(state)
            for fault in faults:
                complain(fault)
            if changed:
                arrived = find_sources(
                    changed,
                    include=options.include,
                    exclude=options.exclude,
                    form=options.form,
                    metadata=_metadata(options),
                    are_named=False,
                )
                tally = taking_in.run(arrived)
                failures += tally.failures
                if any(tally.outcomes.values()):
                    write_text(f"{sum_up(tally, taking_in.library)}\n")
            time.sleep(PAUSE_SECONDS)
    return failures


def _refresh(taking_in: TakingIn) -> int:
    from briefing_tui.cli.exit_codes import OK, PARTIAL
    from briefing_tui.cli.output import write_text

    documents, failed = taking_in.refresh()
    done = documents - failed
    what = f"{done:,} briefing{'' if done == 1 else 's'} extracted again"
    write_text(f"{what if documents else 'every briefing was extracted by today’s rules'}; {taking_in.library.path}\n")
    return PARTIAL if failed else OK


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
