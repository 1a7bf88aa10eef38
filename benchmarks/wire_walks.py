"""The keys that `wire.py` presses in each program, and what each is called in its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from terminal_program import Program, Taken

from briefing_tui.model.panes import PANES, Pane

START = "start"
DOWN, PAGE_DOWN, ENTER, ESCAPE, BACKSPACE = "\x1b[B", "\x1b[6~", "\r", "\x1b", "\x7f"
QUERIES = ("ukraine", "missile", "sanction")
MOST_TEXTS, MOST_PAGES = 40, 40
"""Texts in which pages are looked for, and pages of each."""
ESCAPE_SECONDS = 1.5
"""Until a lone escape is sure to be no beginning of a sequence, and all it brings has come."""
LEAST_PAGE = 200
"""Bytes; fewer are a cursor that blinks, or a bell at the end."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is pressed: rows down in each list, other keys, whether a key takes seconds, and seconds without one."""

    downs: int
    others: int
    is_slow: bool
    idle: float

    @property
    def queries(self) -> Sequence[str]:
        """What is typed letter by letter."""
        return QUERIES[: 1 if self.is_slow else len(QUERIES)]


def walk_explorer(program: Program, amount: Amount, order: Mapping[Pane, Sequence[int]]) -> dict[str, Taken]:
    """The explorer over a library; `order` tells the briefing of each row."""
    within, elsewhere = Taken(), Taken()
    for number, pane in enumerate(PANES, 1):
        press_all(program, str(number), "g")
        for before, after in pairwise(order[pane][: amount.downs + 1]):
            (within if before == after else elsewhere).add(program.press(DOWN))
    press_all(program, "1")
    tabs = repeated(program, amount.others, "\t")
    press_all(program, "1", "g")
    onwards, opened = Taken(), Taken()
    for _ in range(amount.others):
        onwards.add(program.press("]"))
    press_all(program, "2", "g")
    for before, after in pairwise(order["reactions"]):
        if len(opened.times) == amount.others:
            break
        press_all(program, DOWN)
        if before != after:
            opened.add(program.press(ENTER))
            press_all(program, "q")
    press_all(program, "2", "g", "4")
    pages = full_pages(program, amount, PAGE_DOWN, lambda: press_all(program, "]"))
    press_all(program, "1", "g")
    letters = Taken()
    for query in amount.queries:
        press_all(program, "/")
        add_letters(program, query, letters)
        press_all(program, ESCAPE)
        program.idle(ESCAPE_SECONDS)
    both = Taken(within.times + elsewhere.times, within.sizes + elsewhere.sizes)
    return {
        "cursor down": both,
        "– within a briefing": within,
        "– to another briefing": elsewhere,
        "tab": tabs,
        "next briefing": onwards,
        "open a text": opened,
        "a page of the text": pages,
        "a search letter": letters,
    }


def walk_stock(program: Program, amount: Amount) -> dict[str, Taken]:
    """The plain Textual application, which begins in the middle one of its three tables."""
    downs = repeated(program, 3 * amount.downs, DOWN)
    tabs = repeated(program, amount.others // 4 * 4 + 2, "\t")  # comes to the text

    def open_another() -> None:
        press_all(program, "\x1b[Z", "\x1b[Z", *[DOWN] * 8, "\t", "\t")

    pages = full_pages(program, amount, PAGE_DOWN, open_another)
    letters = Taken()
    press_all(program, "/")
    for query in amount.queries:
        add_letters(program, query, letters)
        press_all(program, *BACKSPACE * len(query))
    return {"cursor down": downs, "tab": tabs, "a page of the text": pages, "a search letter": letters}


def walk_newsboat(program: Program, amount: Amount) -> dict[str, Taken]:
    """From the list of feeds into the list of texts."""
    press_all(program, ENTER)
    downs = repeated(program, 3 * amount.downs, DOWN)
    press_all(program, "\x1b[H")
    opened = Taken()
    for _ in range(amount.others):
        press_all(program, DOWN)
        opened.add(program.press(ENTER))
        press_all(program, "q")
    press_all(program, ENTER)

    def open_another() -> None:
        press_all(program, "q", DOWN, ENTER)

    pages = full_pages(program, amount, PAGE_DOWN, open_another)
    letters = Taken()
    press_all(program, "q", "/")
    add_letters(program, "".join(amount.queries), letters)
    return {"cursor down": downs, "open a text": opened, "a page of the text": pages, "a search letter": letters}


def walk_less(program: Program, amount: Amount) -> dict[str, Taken]:
    """All texts in one file."""
    downs = repeated(program, amount.downs, DOWN)
    pages = repeated(program, amount.others, " ")
    letters = Taken()
    press_all(program, "/")
    add_letters(program, "".join(amount.queries), letters)
    return {"cursor down": downs, "a page of the text": pages, "a search letter": letters}


def walk_visidata(program: Program, amount: Amount) -> dict[str, Taken]:
    """The records as one table; it shows no texts."""
    downs = repeated(program, 3 * amount.downs, DOWN)
    letters = Taken()
    press_all(program, "/")
    add_letters(program, "".join(amount.queries), letters)
    return {"cursor down": downs, "a search letter": letters}


def full_pages(program: Program, amount: Amount, key: str, open_another: Callable[[], None]) -> Taken:
    """Pages of texts, each text's last one apart, which may be a line."""
    pages = Taken()
    for _ in range(amount.others if amount.is_slow else MOST_TEXTS):
        of_text: list[tuple[float, int]] = []
        while (page := program.press(key))[1] > LEAST_PAGE and len(of_text) < MOST_PAGES:
            of_text.append(page)
        for page in of_text[:-1][: amount.others - len(pages.times)]:
            pages.add(page)
        if len(pages.times) >= amount.others:
            break
        open_another()
    return pages


def repeated(program: Program, times: int, key: str) -> Taken:
    """One key, so many times."""
    taken = Taken()
    for _ in range(times):
        taken.add(program.press(key))
    return taken


def add_letters(program: Program, letters: str, taken: Taken) -> None:
    """Type, letter by letter."""
    for letter in letters:
        taken.add(program.press(letter))


def press_all(program: Program, *keys: str) -> None:
    """Press keys that are not measured, one after the other."""
    for key in keys:
        program.press(key)
