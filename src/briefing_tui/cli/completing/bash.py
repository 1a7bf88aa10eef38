"""The bash script. It needs nothing but bash (3.2, as macOS has it, or newer), neither bash-completion nor this program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing_tui.cli.completing.command_words import Place, Verb

_HEAD = """\
# bash completion for briefing-tui. Load it with
#   source <(briefing-tui completion bash)
# or keep it as ~/.local/share/bash-completion/completions/briefing-tui
"""

_BODY = r"""
# What a query can hold: field names, then the values of the field before the colon.
_briefing_tui_query() {
    local typed=$1 head= token field before
    token=${typed##*[[:space:]\(]}
    head=${typed%"$token"}
    [[ $token == -* ]] && head+=- token=${token#-}
    if [[ $token == *:* ]]; then
        field=${token%%:*} before=${token%"${token##*[:,]}"}
        _briefing_tui_offer "$typed" "$head$before" "$(_briefing_tui_field "$field")"
    else
        _briefing_tui_offer "$typed" "$head" "$_briefing_tui_fields"
        compopt -o nospace 2>/dev/null
    fi
}

# Offer the words of $3, each after $2, that begin with what is typed, $1. Readline replaces only what follows the last
# colon or equals sign outside of quotes, so what comes before is left off.
_briefing_tui_offer() {
    local typed=$1 before=$2 word cut=
    if [[ -z $quote ]]; then
        [[ $COMP_WORDBREAKS == *:* && $typed == *:* ]] && cut=${typed%"${typed##*:}"}
        [[ $COMP_WORDBREAKS == *=* && ${typed#"$cut"} == *=* ]] && cut=${typed%"${typed##*=}"}
    fi
    for word in $3; do
        [[ $before$word == "$typed"* ]] && COMPREPLY+=("${before#"$cut"}${cut:+}$word")
    done
}

_briefing_tui() {
    COMPREPLY=()
    local left=${COMP_LINE:0:COMP_POINT} words part trimmed n=0 i verb= current quote= kind= choices= after=0 place=0
    local given=' ' IFS=$' \t\n'
    # Readline splits at colons and equals signs; put together again what stands together.
    for part in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        trimmed=${left#"${left%%[![:space:]]*}"}
        if [[ $left == "$trimmed" && n -gt 0 ]]; then words[n-1]+=$part; else words[n]=$part n=$((n+1)); fi
        left=${trimmed#"$part"}
    done
    current=${words[n-1]}
    [[ $current == [\"\']* ]] && quote=${current:0:1} current=${current:1}

    if [[ n -gt 2 && $_briefing_tui_verbs == *" ${words[1]} "* ]]; then verb=${words[1]} i=2; else i=1; fi
    for ((; i < n - 1; i++)); do
        part=${words[i]}
        if ((after)); then place=$((place+1))
        elif [[ $part == -- ]]; then after=1
        elif [[ $part == -?* ]]; then
            given+="${part%%=*} "
            [[ $part != *=* ]] && _briefing_tui_value "$verb" "$part" && i=$((i+1))
        else place=$((place+1)); fi
    done

    kind= choices=
    if ((!after)) && [[ $i -eq n ]]; then
        _briefing_tui_value "$verb" "${words[n-2]}"
    elif ((!after)) && [[ $current == --*=* ]] && _briefing_tui_value "$verb" "${current%%=*}"; then
        if [[ $kind == words || $kind == saved ]]; then
            _briefing_tui_choices
            _briefing_tui_offer "$current" "${current%%=*}=" "$choices"
            compopt +o default 2>/dev/null
        fi
        return 0
    else
        _briefing_tui_place "$verb" "$place"
        if ((!after)) && [[ $current == --* || $current == -* && $kind != query ]]; then
            kind=words choices=
            for part in $(_briefing_tui_options "$verb"); do
                [[ $given == *" $part "* ]] || choices+=" ${part%+}"
            done
        fi
    fi

    case $kind in
        words | saved)
            _briefing_tui_choices
            _briefing_tui_offer "$current" '' "$choices" ;;
        query) _briefing_tui_query "$current" ;;
        folders) compopt -o dirnames 2>/dev/null; compopt +o default 2>/dev/null; return 0 ;;
        files)
            [[ $verb$place == 0 && n -eq 2 ]] && _briefing_tui_offer "$current" '' "$_briefing_tui_verbs"
            return 0 ;;
    esac
    compopt +o default 2>/dev/null
    return 0
}

_briefing_tui_choices() {
    [[ $kind == saved ]] && choices=$(briefing-tui saved --names 2>/dev/null)
}

complete -o default -F _briefing_tui briefing-tui
"""


def bash_script(verbs: Sequence[Verb], fields: Mapping[str, Sequence[str]]) -> str:
    """The completion script for bash: the words of `verbs`, and those of queries."""
    names = " ".join(verb.name for verb in verbs if verb.name)
    parts = [
        _HEAD,
        f"_briefing_tui_verbs=' {names} '",
        f"_briefing_tui_fields='{' '.join(f'{field}:' for field in fields)}'",
        *_table("_briefing_tui_field", "$1", ((field, f"echo '{' '.join(words)}'") for field, words in fields.items() if words)),
        "# The options of a verb; + marks those that may be given again.",
        *_table("_briefing_tui_options", "$1", ((f"'{verb.name}'", f"echo '{_options(verb)}'") for verb in verbs)),
        "# What the value of option $2 of verb $1 is; fails when it takes none.",
        *_table("_briefing_tui_value", "$1,$2", _values(verbs), otherwise="return 1"),
        "# What stands at place $2 of verb $1.",
        *_table("_briefing_tui_place", "$1,$2", _places(verbs)),
    ]
    return "\n".join(parts) + _BODY


def _table(function: str, subject: str, rows: Iterable[tuple[str, str]], *, otherwise: str = "") -> Iterator[str]:
    yield f"{function}() {{"
    yield f"    case {subject} in"
    for pattern, action in rows:
        yield f"        {pattern}) {action} ;;"
    yield f"        *) {otherwise or ':'} ;;"
    yield "    esac"
    yield "}"


def _options(verb: Verb) -> str:
    return " ".join(name + ("+" if option.is_repeatable else "") for option in verb.options for name in option.names)


def _values(verbs: Sequence[Verb]) -> Iterator[tuple[str, str]]:
    for verb in verbs:
        for option in verb.options:
            if option.value is not None:
                yield "|".join(f"{verb.name},{name}" for name in option.names), _setting(option.value)


def _places(verbs: Sequence[Verb]) -> Iterator[tuple[str, str]]:
    for verb in verbs:
        for number, place in enumerate(verb.places):
            yield f"{verb.name},{number}", _setting(place)
        if verb.rest is not None:
            yield f"{verb.name},*", _setting(verb.rest)


def _setting(place: Place) -> str:
    return f"kind={place.kind}" + (f" choices='{' '.join(place.words)}'" if place.words else "")
