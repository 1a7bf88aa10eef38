"""The query language explained, from the table of fields: for `search --help`, the explorer's help and the README."""

from __future__ import annotations

from typing import Final

from briefing_tui.searching.fields import FIELDS, Field

SYNTAX: Final[tuple[tuple[str, str], ...]] = (
    ("norway mines", "both words; the names and codes of who is meant count as words"),
    ('"nuclear doctrine"', "these words, one behind the other"),
    ("min*", "whatever begins so"),
    ("norway or sweden", "either; | means the same"),
    ("-tass  -source:tass", "not that; NOT means the same"),
    ("(kyiv or odesa) strike", "brackets"),
    ("stance:oppose,warn", "a field with one of these values"),
    ('source:"The Times"', "a value of several words"),
    ("date:2024-11-01..2024-11-20", "a range; either end may be left open"),
    ("amount:>=100m  amount:>€1bn", "comparisons; a currency is asked for when it is named"),
    ("after:7d  date:unknown", "the last seven days; what no day is told of"),
)
"""Ways of asking, with what they find."""
VALUES: Final = {
    "name": "a name, code or words",
    "days": "2024, 2024-11, 2024-11-19, today, 7d, ranges, unknown",
    "amount": "100m, $1.5bn, EUR2bn, ranges, unknown",
    "number": "5000, >=1000, ranges, unknown",
    "currency": "EUR, $, kroner",
}
MOST_WORDS: Final = 12
"""Words of a closed vocabulary that a table row lists."""


def search_help(columns: int = 80) -> str:
    """All of the language as plain lines of at most `columns` cells, for the end of `search --help`."""
    lines = ["queries:"]
    lines += _aligned([*SYNTAX], columns)
    lines += ["", "fields:"]
    lines += _aligned([(_names(field), field.help.replace("`", "")) for field in FIELDS], columns)
    lines += ["", "values:"]
    lines += _aligned([(f"{field.name}:", ", ".join(field.words)) for field in FIELDS if field.words], columns)
    lines += _aligned(
        [(", ".join(f"{field.name}:" for field in FIELDS if field.takes == takes), told) for takes, told in VALUES.items()],
        columns,
    )
    return "\n".join(lines)


def field_rows() -> list[tuple[str, str]]:
    """Every field with what it finds and its values, for a help screen."""
    return [(f"{field.name}:", f"{field.help.replace('`', '')}; {_values(field)}") for field in FIELDS]


def field_table() -> str:
    """The table of fields in Markdown, as the README has it."""
    rows = ["| field | finds | values |", "|---|---|---|"]
    rows += [
        f"| {' '.join(f'`{name}:`' for name in (field.name, *field.aliases[:1]))} | {field.help} | {_values(field)} |"
        for field in FIELDS
    ]
    return "\n".join(rows)


def _names(field: Field) -> str:
    return f"{field.name}:" + (f" ({', '.join(field.aliases)})" if field.aliases else "")


def _values(field: Field) -> str:
    if not field.words:
        return VALUES[field.takes] if field.name not in {"after", "before"} else "a day, month or year, 7d"
    more = ", …" if len(field.words) > MOST_WORDS else ""
    return ", ".join(field.words[:MOST_WORDS]) + more


def _aligned(rows: list[tuple[str, str]], columns: int) -> list[str]:
    """Two columns, the second one wrapped; a first one that is too wide stands on its own line."""
    width = min(28, max(len(first) for first, _ in rows))
    lines: list[str] = []
    for first, second in rows:
        line = f"  {first:<{width}}"
        if len(first) > width:
            lines += _wrapped(first, 2, columns)
            line = " " * (width + 2)
        wrapped = _wrapped(second, width + 4, columns)
        lines.append(f"{line}  {wrapped[0].lstrip()}")
        lines += wrapped[1:]
    return lines


def _wrapped(text: str, indent: int, columns: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and indent + len(lines[-1]) + 1 + len(word) > columns:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return [" " * indent + line for line in lines]
