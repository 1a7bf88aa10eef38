"""The zsh script, for zsh's own completion system (`compinit`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing_tui.cli.completing.command_words import Option, Place, Verb

_HEAD = """\
#compdef briefing-tui
# zsh completion for briefing-tui. Keep it as _briefing-tui in a folder of $fpath, or load it after compinit with
#   source <(briefing-tui completion zsh)
"""

_QUERY = """
_briefing_tui_query() {
    local field
    compset -q || true
    compset -P '*[[:space:]\\(]'
    compset -P '-'
    if [[ $PREFIX == *:* ]]; then
        field=${PREFIX%%:*}
        compset -P '*[:,]'
        compadd -- ${=_briefing_tui_values[$field]}
    else
        compadd -S '' -- $_briefing_tui_fields
    fi
}

_briefing_tui_saved() {
    local -a names
    names=(${(f)"$(briefing-tui saved --names 2>/dev/null)"})
    _describe -t saved-searches 'saved search' names
}
"""

_TAIL = """\
    esac
}

if [[ $funcstack[1] == _briefing-tui ]]; then _briefing-tui "$@"; else compdef _briefing-tui briefing-tui; fi
"""


def zsh_script(verbs: Sequence[Verb], fields: Mapping[str, Sequence[str]]) -> str:
    """The completion script for zsh: the words of `verbs`, and those of queries."""
    return "\n".join([_HEAD, *_queries(fields), _QUERY, *_dispatch(verbs), _TAIL])


def _queries(fields: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield f"typeset -ga _briefing_tui_fields=({' '.join(f'{field}:' for field in fields)})"
    yield "typeset -gA _briefing_tui_values=("
    yield from (f"    {field} {_quoted(' '.join(words))}" for field, words in fields.items() if words)
    yield ")"


def _dispatch(verbs: Sequence[Verb]) -> Iterator[str]:
    yield "_briefing-tui() {"
    yield "    local -a verbs"
    yield "    verbs=("
    yield from (f"        {_quoted(f'{verb.name}:{verb.purpose}')}" for verb in verbs if verb.name)
    yield "    )"
    yield "    if (( CURRENT > 2 )) && [[ -n ${(M)verbs:#$words[2]:*} ]]; then"
    yield "        shift words; (( CURRENT-- ))"
    yield "    else"
    yield "        (( CURRENT == 2 )) && [[ $words[2] != -* ]] && _describe -t verbs verb verbs"
    yield "        words[1]=''"
    yield "    fi"
    yield "    case $words[1] in"
    for verb in verbs:
        yield f"    {_quoted(verb.name)})"
        lines = [*(_option(option) for option in verb.options), *_places(verb)]
        yield "        _arguments -s -S : \\\n" + " \\\n".join(f"            {line}" for line in lines)
        yield "        ;;"


def _option(option: Option) -> str:
    again = "*" if option.is_repeatable else ""
    exclusive = "" if again else f"({' '.join(option.names)})"
    specs = []
    for name in option.names:
        form = name
        if option.value is not None:
            form += "=" if name.startswith("--") else "+"
        specs.append(_quoted(f"{again}{exclusive}{form}[{_plain(option.help)}]{_message(option.value)}"))
    return " ".join(specs)


def _places(verb: Verb) -> Iterator[str]:
    for number, place in enumerate(verb.places, 1):
        yield _quoted(f"{number}{_message(place)}")
    if verb.rest is not None:
        yield _quoted(f"*{_message(verb.rest)}")


def _message(place: Place | None) -> str:
    if place is None:
        return ""
    action = {
        "words": f"({' '.join(place.words)})",
        "files": "_files",
        "folders": "_files -/",
        "query": "_briefing_tui_query",
        "saved": "_briefing_tui_saved",
        "free": " ",
    }[place.kind]
    return f":{place.name}:{action}"


def _plain(text: str) -> str:
    """A description in which nothing ends the brackets or the field it stands in."""
    return text.replace("\\", "").replace("[", "(").replace("]", ")").replace(":", "\\:")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
