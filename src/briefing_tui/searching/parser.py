"""Query text → tree: not binds closest, then and (which need not be written), then or."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.fields import Field
from briefing_tui.searching.lexer import Lexer, Token
from briefing_tui.searching.tree import Choice, Filter, Node, Phrase, Query, Sort, Value, Word, all_of, any_of, none_of
from briefing_tui.searching.values import read_value
from briefing_tui.searching.written import Written, plain_words, shown

MOST_CHARACTERS: Final = 4_000
MOST_PARTS: Final = 400
"""Words, phrases, filters, operators and brackets."""
MOST_DEPTH: Final = 32
"""Brackets within brackets."""


def parse_query(text: str, *, today: date | None = None) -> Query:
    """Read a query that is complete. `today` is what `today`, `yesterday` and `7d` are counted from.

    >>> parse_query("nor* sort:relevance").tree
    Word(is_prefix=True, text='nor')

    Raises:
        QueryError: pointing at the part that cannot be understood.
    """
    return Parser(text, today=today, is_typing=False).query()


def parse_typing(text: str, *, today: date | None = None) -> Query:
    """Read a query that is still being typed; never raises.

    What is being typed at the end is taken as the beginning of what it may become: a word of all words that begin so, a value of
    all values that begin so. What cannot be understood yet is left out. The query's `notes` tell both.
    """
    return Parser(text, today=today, is_typing=True).query()


class Parser:
    """Reads one query. Where something is wrong `fault` raises, or takes note of it while the query is being typed."""

    def __init__(self, text: str, *, today: date | None, is_typing: bool) -> None:
        self.text = text
        self.today = today
        self.is_typing = is_typing
        self.notes: dict[str, None] = {}
        self.sort: Sort = "date"
        self.tokens: list[Token] = []
        self.next = 0
        self.depth = 0

    def query(self) -> Query:
        """The whole query."""
        read = self.text
        if len(read) > MOST_CHARACTERS:
            self.fault(QueryError(f"a query has at most {MOST_CHARACTERS:,} characters", MOST_CHARACTERS, len(read)))
            read = read[:MOST_CHARACTERS]
        self.tokens = Lexer(read, self.fault).read()
        if len(self.tokens) > MOST_PARTS:
            first = self.tokens[MOST_PARTS]
            self.fault(QueryError(f"a query has at most {MOST_PARTS} words, fields and brackets", first.start, first.end))
            del self.tokens[MOST_PARTS:]
        parts: list[Node] = []
        while self.next < len(self.tokens):
            node = self.alternatives()
            parts += [node] if node is not None else []
            if self.next < len(self.tokens):  # only a bracket that closes nothing ends alternatives early
                stray = self.tokens[self.next]
                self.fault(
                    QueryError(
                        "this bracket closes nothing", stray.start, stray.end, "leave it out, or put it in quotation marks"
                    )
                )
                self.next += 1
        return Query(all_of(parts), self.sort, self.text, tuple(self.notes))

    def fault(self, error: QueryError) -> None:
        """Something is wrong: raise it, or note it and go on."""
        if not self.is_typing:
            raise error
        self.notes[str(error)] = None

    def alternatives(self) -> Node | None:
        """Parts with or between them, up to a closing bracket or the end."""
        branches: list[Node] = []
        lacks_right: Token | None = None
        while True:
            begins = self.next
            branch = self.joined()
            follows = self.peek("or")
            if branch is not None:
                branches.append(branch)
            elif self.next == begins:
                operator = follows or lacks_right
                if operator is not None:
                    self._operand_missing(operator)
            if follows is None:
                return any_of(branches)
            lacks_right = follows
            self.next += 1

    def joined(self) -> Node | None:
        """Parts that must all be there, with or without and between them."""
        parts: list[Node] = []
        waiting: Token | None = None
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            if token.kind in {"or", "close"}:
                break
            if token.kind == "and":
                if waiting is not None or not self._has_operand_before():
                    self._operand_missing(token)
                waiting = token
                self.next += 1
                continue
            waiting = None
            node = self.negated()
            parts += [node] if node is not None else []
        if waiting is not None:
            self._operand_missing(waiting)
        return all_of(parts)

    def negated(self) -> Node | None:
        """A part with any number of nots before it."""
        first = self.tokens[self.next]
        count = 0
        while self.next < len(self.tokens) and self.tokens[self.next].kind == "not":
            count += 1
            self.next += 1
        if self.next == len(self.tokens) or self.tokens[self.next].kind in {"or", "and", "close"}:
            self.fault(QueryError(f"nothing follows {shown(first.text)}", first.start, first.end))
            return None
        node = self.part(is_negated=count % 2 == 1)
        return none_of(node, first.start) if count % 2 and node is not None else node

    def part(self, *, is_negated: bool) -> Node | None:
        """A word, a phrase, a filter or a bracket."""
        token = self.tokens[self.next]
        self.next += 1
        match token.kind:
            case "open":
                return self.bracket(token)
            case "phrase":
                is_begun = token.is_open and token.end == len(self.text) and not self.text[-1].isspace() and not is_negated
                return Phrase(tuple(token.text.split()), token.is_prefix or is_begun, (token.start, token.end))
            case "field":
                return self.filter(token, is_negated=is_negated)
            case _:
                return self.word(token, is_negated=is_negated)

    def bracket(self, opening: Token) -> Node | None:
        """What stands between brackets."""
        self.depth += 1
        begins = self.next
        if self.depth > MOST_DEPTH:
            self.fault(QueryError(f"brackets stand at most {MOST_DEPTH} deep", opening.start, opening.end))
            node = None
            self._skip_bracket()
        else:
            node = self.alternatives()
        self.depth -= 1
        closing = self.peek("close")
        if closing is None:
            self.fault(
                QueryError("this bracket is not closed", opening.start, opening.end, "close it, or put it in quotation marks")
            )
            return node
        if self.next == begins:
            self.fault(QueryError("there is nothing in these brackets", opening.start, closing.end))
        self.next += 1
        return node

    def word(self, token: Token, *, is_negated: bool) -> Node | None:
        """A bare word. The one being typed is the beginning of a word, unless that would leave out more than is meant."""
        span = (token.start, token.end)
        if not self.is_typing:
            return Word(token.text, token.is_prefix, span)
        if not any(letter.isalnum() for letter in token.text):
            self.notes[f"{shown(token.text)} has no letter or digit to look for"] = None
            return None
        is_prefix = token.is_prefix or (token.is_open and not is_negated)
        if not reads_as_word(token.text, is_prefix=is_prefix):
            return Phrase(tuple(plain_words(token.text)), is_prefix, span)
        return Word(token.text, is_prefix, span)

    def filter(self, token: Token, *, is_negated: bool) -> Node | None:
        """A field with its values; the sort order becomes the query's own."""
        field = token.field
        assert field is not None
        values: dict[Value, None] = {}
        for written in token.values:
            values.update(dict.fromkeys(self.value(field, written, is_negated=is_negated)))
        if field.name == "sort":
            self._sort_by([value.word for value in values if isinstance(value, Choice)], token, is_negated=is_negated)
            return None
        if field.name in {"after", "before"} and len(token.values) > 1:
            self.fault(QueryError(f"{field.name}: takes one day", token.start, token.end, "published: takes several, and ranges"))
            return None
        name = "published" if field.name in {"after", "before"} else field.name
        return Filter(name, tuple(values), (token.start, token.end)) if values else None

    def value(self, field: Field, written: Written, *, is_negated: bool) -> tuple[Value, ...]:
        """What one written value means; nothing, when it is being typed and cannot be understood yet."""
        is_open = (
            self.is_typing and written.is_open and not is_negated and not (written.is_quoted and written.text[-1:].isspace())
        )
        try:
            read = read_value(field, written._replace(is_open=is_open), self.today)
        except QueryError as error:
            self.fault(error)
            return ()
        if is_open and len(read) > 1:
            self.notes[
                f"{field.name}:{written.text} may be {', '.join(value.word for value in read if isinstance(value, Choice))}"
            ] = None
        return read

    def peek(self, kind: str) -> Token | None:
        """The next token, if it is of this kind."""
        token = self.tokens[self.next] if self.next < len(self.tokens) else None
        return token if token is not None and token.kind == kind else None

    def _sort_by(self, orders: list[str], token: Token, *, is_negated: bool) -> None:
        if is_negated:
            self.fault(QueryError("an order cannot be left out", token.start, token.end, "write sort:date or sort:relevance"))
        elif len(orders) > 1 and not self.is_typing:
            self.fault(QueryError("there is one order at a time", token.start, token.end, "write sort:date or sort:relevance"))
        elif orders:
            self.sort = "relevance" if orders[0] == "relevance" else "date"

    def _operand_missing(self, operator: Token) -> None:
        self.fault(
            QueryError(
                f"{shown(operator.text)} needs something on both sides",
                operator.start,
                operator.end,
                "in quotation marks it is a word",
            )
        )

    def _has_operand_before(self) -> bool:
        return self.next > 0 and self.tokens[self.next - 1].kind in {"word", "phrase", "field", "close"}

    def _skip_bracket(self) -> None:
        """Go on to the bracket that closes the one just opened."""
        depth = 1
        while self.next < len(self.tokens):
            kind = self.tokens[self.next].kind
            depth += (kind == "open") - (kind == "close")
            if not depth:
                return
            self.next += 1


def reads_as_word(text: str, *, is_prefix: bool = False) -> bool:
    """Whether `text` alone, without quotation marks, is one bare word and nothing else."""
    try:
        tokens = Lexer(text + "*" * is_prefix, _refuse).read()
    except QueryError:
        return False
    return len(tokens) == 1 and tokens[0].kind == "word" and tokens[0].text == text and tokens[0].is_prefix == is_prefix


def _refuse(error: QueryError) -> None:
    raise error
