"""The fish script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing_tui.cli.completing.command_words import Place, Verb

_HEAD = """\
# fish completion for briefing-tui. Load it with
#   briefing-tui completion fish | source
# or keep it as ~/.config/fish/completions/briefing-tui.fish
"""

_FUNCTIONS = """\
# The verb typed before the cursor, or nothing; with an argument: whether it is that verb.
function __briefing_tui_verb
    set -l words (commandline -opc)
    set -l verb
    test (count $words) -gt 1; and contains -- $words[2] $__briefing_tui_verbs; and set verb $words[2]
    test "$verb" = "$argv[1]"
end

function __briefing_tui_first
    test (count (commandline -opc)) -eq 1
end

# Whether the cursor is at place $argv[2] of verb $argv[1], counting from 0; $argv[3..] are its options that take a value.
function __briefing_tui_at
    __briefing_tui_verb $argv[1]; or return 1
    set -l words (commandline -opc)
    set -e words[1]
    test -n "$argv[1]"; and set -e words[1]
    set -l place 0
    set -l skip 0
    for word in $words
        if test $skip -eq 1
            set skip 0
        else if contains -- $word $argv[3..-1]
            set skip 1
        else if not string match -q -- '-?*' $word
            set place (math $place + 1)
        end
    end
    test $place -eq $argv[2]
end

# What a query can hold: field names, then the values of the field before the colon.
function __briefing_tui_query
    set -l typed (string replace -r '^["\\']' '' -- (commandline -ct))
    set -l token (string match -r '[^\\s(]*$' -- $typed)
    set -l head (string sub -l (math (string length -- "$typed") - (string length -- "$token")) -- "$typed")
    if string match -q -- '-*' $token
        set head $head-
        set token (string sub -s 2 -- $token)
    end
    set -l field (string match -r '^([^:]*):' -- $token)[2]
    if test -n "$field"
        set -l before (string match -r '^.*[:,]' -- $token)
        set -l values __briefing_tui_values_$field
        set -q $values; and printf '%s\\n' $head$before$$values
    else
        printf '%s\\n' $head$__briefing_tui_fields
    end
end
"""


def fish_script(verbs: Sequence[Verb], fields: Mapping[str, Sequence[str]]) -> str:
    """The completion script for fish: the words of `verbs`, and those of queries."""
    return "\n".join([_HEAD, *_lists(verbs, fields), "", _FUNCTIONS, *_completions(verbs), ""])


def _lists(verbs: Sequence[Verb], fields: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield f"set -g __briefing_tui_verbs {' '.join(verb.name for verb in verbs if verb.name)}"
    yield f"set -g __briefing_tui_fields {' '.join(f'{field}:' for field in fields)}".rstrip()
    yield from (f"set -g __briefing_tui_values_{field} {' '.join(words)}" for field, words in fields.items() if words)


def _completions(verbs: Sequence[Verb]) -> Iterator[str]:
    yield "complete -c briefing-tui -e"
    for verb in verbs:
        condition = f"-n {_quoted(f'__briefing_tui_verb {_name(verb)}')}"
        if verb.name:
            yield f"complete -c briefing-tui -n '__briefing_tui_first' -f -a {verb.name} -d {_quoted(verb.purpose)}"
        for option in verb.options:
            spellings = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = "" if option.value is None else f" -r {_offer(option.value)}"
            yield f"complete -c briefing-tui {condition}{value or ' -f'} {spellings} -d {_quoted(option.help)}"
        valued = " ".join(name for option in verb.options if option.value is not None for name in option.names)
        for number, place in enumerate(verb.places):
            at = _quoted(f"__briefing_tui_at {_name(verb)} {number} {valued}".rstrip())
            yield f"complete -c briefing-tui -n {at} {_offer(place)}"
        if verb.rest is not None:
            yield f"complete -c briefing-tui {condition} {_offer(verb.rest)}"
        elif not verb.places:
            yield f"complete -c briefing-tui {condition} -f"


def _offer(place: Place) -> str:
    return {
        "words": f"-f -a {_quoted(' '.join(place.words))}",
        "files": "-F",
        "folders": "-f -a '(__fish_complete_directories)'",
        "query": "-f -a '(__briefing_tui_query)'",
        "saved": "-f -a '(type -q briefing-tui; and briefing-tui saved --names 2>/dev/null)'",
        "free": "-f",
    }[place.kind]


def _name(verb: Verb) -> str:
    return verb.name or '""'


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
