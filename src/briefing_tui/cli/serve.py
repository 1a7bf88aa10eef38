"""`briefing-tui serve`: what sshd needs to show a library to the public."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.kiosk import IDLE_MINUTES, TOTAL_MINUTES, minutes
from briefing_tui.cli.library_option import add_library_option, library_path

USAGE_LINE = "briefing-tui serve --print-sshd-config [--user NAME] [--library FILE] [--bubblewrap] [--open-to-all]"
DESCRIPTION = """\
Print the part of sshd's configuration that makes an account show a library and do nothing else (briefing-tui --kiosk), and
check first what can be checked: library, account, program and sshd. What is wrong is told on standard error, a line each, and
the exit code is 3 then. Nothing is changed. docs/kiosk.md tells the whole way to a public account."""
EPILOG = """\
examples:
  briefing-tui serve --print-sshd-config --user briefings --library /srv/briefings/public.sqlite
  briefing-tui serve --print-sshd-config --bubblewrap > briefings.conf
"""


def command_line() -> CommandParser:
    """The parser of `serve`."""
    parser = CommandParser("briefing-tui serve", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--print-sshd-config", action="store_true", help="print the fragment; it is all that serve does")
    parser.add_argument("--user", metavar="NAME", default="briefings", help="the account (default: briefings)")
    add_library_option(parser)
    parser.add_argument("--bubblewrap", action="store_true", help="run the program in a sandbox of bubblewrap besides")
    parser.add_argument("--open-to-all", action="store_true", help="let anybody in without a key, by an empty password")
    parser.add_argument(
        "--idle-minutes", type=minutes, metavar="N", default=IDLE_MINUTES, help="end after so long without a key (default: 30)"
    )
    parser.add_argument(
        "--total-minutes", type=minutes, metavar="N", default=TOTAL_MINUTES, help="end after so long (default: 480)"
    )
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the fragment and tell what is wrong; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("serve takes no other arguments", word=options.paths[0])
    if not options.print_sshd_config:
        raise UsageError("serve starts no server of its own, sshd is the server: serve --print-sshd-config prints what it needs")

    from briefing_tui.cli.checks import public_account
    from briefing_tui.cli.exit_codes import OK, PARTIAL
    from briefing_tui.cli.messages import complain
    from briefing_tui.cli.output import write_program_text
    from briefing_tui.cli.sandbox_words import sandbox_words
    from briefing_tui.cli.sshd_fragment import Account, UnprintableError, sshd_fragment

    library = library_path(options.library).absolute()
    sandbox = sandbox_words(library) if options.bubblewrap else []
    account = Account(
        options.user,
        sys.executable,
        str(library),
        options.idle_minutes,
        options.total_minutes,
        is_open=options.open_to_all,
        sandbox=sandbox,
    )
    sshd = public_account.installed_sshd()
    try:
        fragment = sshd_fragment(account, public_account.openssh_version(sshd))
    except UnprintableError as error:
        raise UsageError(str(error)) from error

    def faults() -> Iterator[str]:
        yield from public_account.program_faults()
        yield from public_account.library_faults(library)
        yield from public_account.account_faults(options.user, library, is_open=options.open_to_all)
        if sandbox:
            yield from public_account.sandbox_faults(sandbox)
        yield from public_account.fragment_faults(fragment, options.user, sshd)

    code = OK
    for fault in faults():
        complain(fault)
        code = PARTIAL
    write_program_text(fragment)
    return code
