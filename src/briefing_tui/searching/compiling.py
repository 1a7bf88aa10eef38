"""Query tree → plan: every part becomes index terms and ranges of rows, and what it was taken for is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.library.folding import words_of
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.expressions import EVERYTHING, Expression, any_beginning, any_term, both, either, without
from briefing_tui.searching.filtering import compile_filter
from briefing_tui.searching.plans import Expansion, Marks, Plan, Words
from briefing_tui.searching.prefixes import MOST_BESIDE_OTHERS, MOST_WORDS, complete
from briefing_tui.searching.tree import And, Filter, Node, Not, Or, Phrase, Query, Span, Word
from briefing_tui.searching.word_forms import LONGEST_NAME, forms_of, is_name

if TYPE_CHECKING:
    from briefing_tui.library import Library

TEXT: Final = "{words names}"
"""The columns that bare words are looked for in."""
QUOTES: Final = '"”“'
SHORTEST_STAR: Final = 3
"""Letters from which on a beginning with a star is looked for as such, and not as the most frequent words that begin so."""


def compile_query(library: Library, query: Query) -> Plan:
    """The plan of a query.

    Raises:
        QueryError: for a name that nobody in the library has, or a query that has nothing to look for.
    """
    compiler = Compiler(library, query)
    expression = EVERYTHING if query.tree is None else compiler.node(query.tree, is_wanted=True)
    if not compiler.asks_for_rejected and compiler.has_rejected:
        expression = both([expression, without(any_term("facets", ["isrejected"]))])
    return Plan(
        query=query,
        expression=expression,
        expansions=tuple(dict.fromkeys(compiler.expansions)),
        marks=Marks(frozenset(compiler.words), frozenset(compiler.phrases), frozenset(compiler.prefixes)),
        terms=tuple(dict.fromkeys(compiler.terms)),
        has_text=compiler.has_text,
    )


class Compiler:
    """Compiles one query; collects what was expanded and what is to be marked."""

    def __init__(self, library: Library, query: Query) -> None:
        self.library = library
        self.connection = library.connection
        self.query = query
        self.expansions: list[Expansion] = []
        self.words: set[str] = set()
        self.phrases: set[Words] = set()
        self.prefixes: set[Words] = set()
        self.terms: list[str] = []
        self.has_text = False
        self.asks_for_rejected = False
        self.has_rejected = bool(self.connection.execute("SELECT 1 FROM facet_counts WHERE facet = 'isrejected'").fetchone())

    def node(self, node: Node, *, is_wanted: bool) -> Expression:
        """The expression of one node. `is_wanted` is False under a not: its words are not marked."""
        match node:
            case And():
                return self._all(node.children, is_wanted=is_wanted)
            case Or():
                return either(self.node(child, is_wanted=is_wanted) for child in node.children)
            case Not():
                return without(self.node(node.child, is_wanted=not is_wanted))
            case Word():
                return self._words(tuple(words_of(node.text)), node.text, node.span, is_wanted, is_prefix=node.is_prefix)
            case Phrase():
                text = " ".join(node.words)
                return self._words(tuple(words_of(text)), f"“{text}”", node.span, is_wanted, is_prefix=node.is_prefix)
            case Filter():
                return compile_filter(self, node, is_wanted=is_wanted)

    def tell(self, span: Span, written: str, meanings: Iterable[str], note: str = "") -> None:
        """Note what a part of the query was taken for."""
        self.expansions.append(Expansion(*span, written, tuple(meanings), note))

    def _all(self, children: Sequence[Node], *, is_wanted: bool) -> Expression:
        """All of `children`; bare words side by side that are a name together may also be written otherwise."""
        parts: list[Expression] = []
        at = 0
        while at < len(children):
            taken = self._name_from(children, at)
            if taken > 1:
                run = [child for child in children[at : at + taken] if isinstance(child, Word)]
                words = tuple(word for child in run for word in words_of(child.text))
                apart = both(self._plain(tuple(words_of(child.text)), is_wanted) for child in run)
                span = (run[0].span[0], run[-1].span[1])
                other = self._other_forms(words, " ".join(child.text for child in run), span, is_wanted)
                parts.append(either([apart, *other]))
            else:
                parts.append(self.node(children[at], is_wanted=is_wanted))
            at += max(1, taken)
        return both(parts)

    def _name_from(self, children: Sequence[Node], at: int) -> int:
        """How many words from `at` on are one name, or a number with its unit; 0 when none."""
        words: list[str] = []
        best = 0
        for count, child in enumerate(children[at : at + LONGEST_NAME], 1):
            if not isinstance(child, Word) or child.is_prefix:
                break
            own = words_of(child.text)
            if not own:
                break
            is_unit = count == 2 and words[-1].isdigit() and own[0].isalpha() and len(own[0]) <= 3
            words.extend(own)
            if count > 1 and (is_unit or is_name(self.connection, tuple(words))):
                best = count
        return best

    def _words(self, words: Words, written: str, span: Span, is_wanted: bool, *, is_prefix: bool) -> Expression:
        if not words:
            if self.query.text == "" or span == (0, len(self.query.text)):
                raise QueryError(f"{written} has no letter or digit to look for", *span)
            self.tell(span, written, (), "no letter or digit to look for; left out")
            return EVERYTHING
        if is_prefix:
            return self._beginning(words, written, span, is_wanted)
        return either([self._plain(words, is_wanted), *self._other_forms(words, written, span, is_wanted)])

    def _plain(self, words: Words, is_wanted: bool) -> Expression:
        """Rows with these words one after the other."""
        self.has_text = True
        if is_wanted:
            self._mark(words)
            self.terms.append(" ".join(words))
        return any_term(TEXT, [" ".join(words)])

    def _other_forms(self, words: Words, written: str, span: Span, is_wanted: bool) -> list[Expression]:
        others = forms_of(self.connection, words)[1:]
        if not others:
            return []
        self.tell(span, written, [" ".join(form) for form in (words, *others)])
        if is_wanted:
            for form in others:
                self._mark(form)
        return [any_term(TEXT, [" ".join(form) for form in others])]

    def _beginning(self, words: Words, written: str, span: Span, is_wanted: bool) -> Expression:
        """Rows with words, the last of which may go on."""
        self.has_text = True
        *before, beginning = words
        if len(beginning) >= SHORTEST_STAR and self.query.text[span[0] : span[1]].rstrip(QUOTES).endswith("*"):
            if is_wanted:
                self.prefixes.add(words)
            return any_beginning(TEXT, " ".join(words))
        found = complete(self.connection, beginning, MOST_BESIDE_OTHERS if isinstance(self.query.tree, And) else MOST_WORDS)
        forms = [" ".join((*before, word)) for word in found.words]
        if is_wanted:
            self.prefixes.add(words)
            self.terms.extend(forms)
        if found.words not in ((beginning,), ()):
            note = f"the {len(found.words)} most frequent" if found.is_cut else ""
            self.tell(span, written if written.endswith("*") else f"{written}…", forms, note)
        others = self._other_forms(words, written, span, is_wanted) if beginning in found.words else []
        return either([any_term(TEXT, forms), *others])

    def _mark(self, words: Words) -> None:
        if len(words) == 1:
            self.words.add(words[0])
        else:
            self.phrases.add(words)
