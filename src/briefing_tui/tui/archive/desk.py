"""Asks the library in a thread of its own, so that no key waits for an answer."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from copy import copy

from briefing_tui.library import Library, LibraryError
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.archive.asking import Answer, Problem, Question, complete, first_answer


class Desk:
    """Answers the newest question, and forgets older ones: what nobody waits for any more is interrupted.

    `deliver` is called in the thread, once with the beginning of an answer and once with all of it; for a
    query that is being typed only once.
    """

    def __init__(self, library: Library, deliver: Callable[[Answer], object]) -> None:
        self._named = library
        self._deliver = deliver
        self._news = threading.Condition()
        self._next: Question | None = None
        self._asked = 0
        """The number of the newest question."""
        self._library: Library | None = None
        self._is_closed = False
        self._thread: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        """Ask; the answer to whatever was asked before is not wanted any more."""
        with self._news:
            self._next = question
            self._asked = question.number
            if self._library is not None:
                self._library.connection.interrupt()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="library", daemon=True)
                self._thread.start()
            self._news.notify()

    def close(self) -> None:
        """Answer nothing more."""
        with self._news:
            self._is_closed = True
            self._next = None
            if self._library is not None:
                self._library.connection.interrupt()
            self._news.notify()

    def _work(self) -> None:
        try:
            library = self._named.open_again()
        except LibraryError as error:
            self._deliver(Answer(Question(self._asked, ""), problem=Problem(str(error))))
            return
        searcher = Searcher(library)
        with self._news:
            self._library = library
        while True:
            with self._news:
                while self._next is None and not self._is_closed:
                    self._news.wait()
                if self._is_closed or self._next is None:
                    self._library = None
                    library.close()
                    return
                question, self._next = self._next, None
            self._answer(searcher, library, question)

    def _answer(self, searcher: Searcher, library: Library, question: Question) -> None:
        def is_wanted() -> bool:
            return self._asked == question.number and not self._is_closed

        try:
            answer = first_answer(searcher, question)
            if is_wanted() and not question.is_typing:  # what is being typed is answered fast enough to be shown but once
                self._deliver(copy(answer))
            if complete(searcher, library, answer, is_wanted):
                self._deliver(answer)
        except (LibraryError, sqlite3.Error) as error:
            if is_wanted():  # else it was interrupted
                self._deliver(Answer(question, problem=Problem(str(error))))
