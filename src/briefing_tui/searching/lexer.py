"""The text of a query cut into words, phrases, fields with their values, operators and brackets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from briefing_tui.model.patterns import compile_later
from briefing_tui.searching.amount_values import CODES, SCALES, currency_code
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.fields import Field, field_named, nearest_field
from briefing_tui.searching.written import Written, plain_words, shown

Kind = Literal["word", "phrase", "field", "and", "or", "not", "open", "close"]
CLOSING: Final = {'"': '"“”', "“": '”"', "”": '”"', "„": '“”"', "«": "»", "»": "«"}
"""Quotation marks that open a phrase, and those that close it."""

_UNSPEAKABLE: Final = compile_later(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BARE: Final = compile_later(r"[^\s()|]+")
_FIELD: Final = compile_later(r"([A-Za-z][A-Za-z_-]*)(:|(?=[<>≤≥]))")
_COMPARISON: Final = compile_later(r"(?:>=|<=|=>|=<|[<>=≤≥])")
_ITEM: Final = compile_later(r"[^\s()|,]*")
_THOUSANDS: Final = compile_later(r",(?=[0-9]{3}(?![0-9]))[0-9]{3}[^\s()|,]*")
_MORE: Final = compile_later(r"[ \t\u00a0]+([^\s()|,]+)")
_NOT_BEFORE: Final = compile_later(r"\s+(?:-?\(|-?[A-Za-z_-]+:[^\s/])")


class Token(NamedTuple):
    """One piece of a query. `is_open`: it ends where the query ends, and may still be being typed."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    is_prefix: bool = False
    is_open: bool = False
    field: Field | None = None
    values: tuple[Written, ...] = ()


class Lexer:
    """Reads a query from its beginning to its end. Each fault goes to `fault`, which raises it or only takes note of it."""

    def __init__(self, text: str, fault: Callable[[QueryError], None]) -> None:
        self.text = _UNSPEAKABLE.sub(" ", text)
        self.fault = fault
        self.place = 0
        self.tokens: list[Token] = []

    def read(self) -> list[Token]:
        """All tokens, in order."""
        while self.place < len(self.text):
            letter = self.text[self.place]
            if letter.isspace():
                self.place += 1
            elif letter in "()|":
                kind: Kind = "open" if letter == "(" else "close" if letter == ")" else "or"
                self._take(kind, self.place + 1)
            elif letter == "-" and self._negates():
                self._take("not", self.place + 1)
            elif letter in CLOSING:
                self._phrase()
            elif not self._field():
                self._word()
        return self.tokens

    def _take(self, kind: Kind, end: int) -> None:
        self.tokens.append(Token(kind, self.place, end, self.text[self.place : end], is_open=end == len(self.text)))
        self.place = end

    def _negates(self) -> bool:
        """Whether this hyphen stands before something to leave out. A dash, or hyphens in a row, are text."""
        after = self.text[self.place + 1 : self.place + 2]
        return bool(after) and not after.isspace() and after not in "-)|"

    def _phrase(self) -> None:
        start = self.place
        written = self._quoted()
        words = [word for word in plain_words(written.text) if word.strip("*")]
        if not words:
            if not written.is_open:
                self.fault(written.wrong("there is nothing between the quotation marks"))
            return
        last = words[-1].rstrip("*")
        is_prefix = written.is_prefix or last != words[-1]
        text = " ".join([*words[:-1], last])
        self.tokens.append(Token("phrase", start, written.end, text, is_prefix, written.is_open))

    def _quoted(self) -> Written:
        """What stands from a quotation mark to the one that closes it; a star may follow."""
        start = self.place
        closing = CLOSING[self.text[start]]
        end = next((place for place in range(start + 1, len(self.text)) if self.text[place] in closing), len(self.text))
        inside = self.text[start + 1 : end]
        is_open = end == len(self.text)
        if is_open:
            self.fault(QueryError("the quotation mark is not closed", start, start + 1, "close it, or leave it out"))
        self.place = min(end + 1, len(self.text))
        is_prefix = self.text.startswith("*", self.place)
        while self.text.startswith("*", self.place):
            self.place += 1
        return Written(inside, start, self.place, is_quoted=True, is_prefix=is_prefix, is_open=is_open)

    def _word(self) -> None:
        start = self.place
        match = _BARE.match(self.text, start)
        assert match is not None
        text, end = match[0], match.end()
        glued_to_not = bool(self.tokens) and self.tokens[-1].kind == "not" and self.tokens[-1].end == start
        lowered = text.lower()
        if not glued_to_not and (
            lowered in {"and", "or"} or text == "NOT" or (lowered == "not" and _NOT_BEFORE.match(self.text, end))
        ):
            self._take("and" if lowered == "and" else "or" if lowered == "or" else "not", end)
            return
        self.place = end
        body = text.rstrip("*")
        if "*" in body or not body:
            at = start + text.index("*")
            self.fault(
                QueryError(
                    "a star stands at the end of the beginning of a word", at, at + 1, "as in min*; in quotation marks it is text"
                )
            )
            for part in body.replace("*", " ").split():
                self.tokens.append(Token("word", start, end, part))
            return
        self.tokens.append(Token("word", start, end, body, body != text, end == len(self.text)))

    def _field(self) -> bool:
        """Take a field with its values, unless the word here is no field."""
        start = self.place
        match = _FIELD.match(self.text, start)
        if match is None:
            return False
        name, end = match[1], match.end()
        field = field_named(name)
        if field is None:
            return match[2] == ":" and self._near_miss(name, end)
        if not match[2] and field.takes not in {"amount", "number", "days"}:
            return False
        if self.text.startswith("//", end):
            return False
        self.place = end
        values: list[Written] = []
        while True:
            values.append(self._value(field))
            if not self.text.startswith(",", self.place):
                break
            self.place += 1
        at_end = self.place == len(self.text)
        kept = tuple(value for value in values if value.text.strip())
        if len(kept) < len(values):
            hint = f"write it without a space, as in {field.example}"
            self.fault(
                QueryError(f"{name}: needs a value", start, self.place, hint)
                if not kept
                else values[-1].wrong("a value is missing", hint)
            )
        self.tokens.append(Token("field", start, self.place, name, is_open=at_end, field=field, values=kept))
        return True

    def _near_miss(self, name: str, end: int) -> bool:
        """Complain about a slip in a field's name when a value is glued to it; anything else before a colon is text."""
        after = self.text[end : end + 1]
        if not after or after.isspace() or after in "()|" or self.text.startswith("//", end):
            return False
        meant = nearest_field(name)
        if meant is not None:
            hint = f"did you mean {meant}:? In quotation marks it is text"
            self.fault(QueryError(f"there is no field {shown(name)}", self.place, self.place + len(name), hint))
        return False

    def _value(self, field: Field) -> Written:
        """One value, up to the comma or the end of the field."""
        start = self.place
        sign = ""
        is_measured = field.takes in {"amount", "number", "days"}
        comparison = _COMPARISON.match(self.text, start) if is_measured else None
        if comparison:
            sign, self.place = comparison[0], comparison.end()
        if self.text[self.place : self.place + 1] in CLOSING:
            written = self._quoted()
            text = written.text.rstrip()
            body = text.rstrip("*")
            is_prefix = written.is_prefix or body != text
            return written._replace(text=sign + body if body.strip() or not sign else "", start=start, is_prefix=is_prefix)
        match = _ITEM.match(self.text, self.place)
        assert match is not None
        end = match.end()
        if field.takes in {"amount", "number"}:
            end = self._number_end(end)
        text = self.text[start:end]
        self.place = end
        body = text.rstrip("*")
        if "*" in body:
            at = start + body.index("*")
            self.fault(QueryError("a star stands at the end of a value", at, at + 1, "in quotation marks it is text"))
            body = body.replace("*", " ")
        at_end = end == len(self.text)
        return Written("" if body == sign else body, start, end, is_prefix=body != text, is_open=at_end)

    def _number_end(self, end: int) -> int:
        """The end of a number that goes on over commas between thousands and over spaces: "1,500", "EUR 2 bn", "275 million"."""
        while self.text[end - 1].isdigit() and (match := _THOUSANDS.match(self.text, end)):
            end = match.end()
        while match := _MORE.match(self.text, end):
            before = self.text[self.place : end]
            word = match[1].lower()
            has_digits = any(letter.isdigit() for letter in before)
            goes_on = (
                word[0].isdigit()
                if not has_digits
                else (word in SCALES and before[-1].isdigit()) or word in _AMOUNT_WORDS or (match[1] in _AMOUNT_CODES)
            )
            if not goes_on or (not has_digits and before and not currency_code(before)):
                break
            end = match.end()
            while self.text[end - 1].isdigit() and (more := _THOUSANDS.match(self.text, end)):
                end = more.end()
        return end


_AMOUNT_WORDS: Final = frozenset(("dollar", "dollars", "euro", "euros", "usd", "eur", "gbp", "nok", "sek", "dkk"))
_AMOUNT_CODES: Final = frozenset(CODES.split())
"""Codes that may follow an amount after a space in capitals only: "try", "all" and "top" are words."""


def continues_number(word: str) -> bool:
    """Whether `word`, right behind an amount, would be read as part of it."""
    word = word.lower()
    return word in SCALES or word in _AMOUNT_WORDS or currency_code(word) is not None or word[:1].isdigit()
