# SPDX-License-Identifier: MIT
"""The full-text index: SQLite's FTS5 in memory, fed with folded words, East Asian text also as pairs of characters.

FTS5's own tokenizers find neither 朝鮮 nor 귀국 inside a longer word: one takes a run for a single word, the other
wants three characters. So each entry is kept as words, as single East Asian characters and as pairs of neighbours;
whatever is looked for among these is a phrase of pairs. Entries lie in the order of their importance, and answers
come in that order, so that whoever takes the first few has the most important ones without ranking the rest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from timeline_app.search.entries import Entry
from timeline_app.search.folding import folded, pairs_of, runs_of
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import Term

_BATCH: Final = 400
_TITLES: Final = "{title_words title_pairs title_chars}"
_SCHEMA: Final = (
    "CREATE VIRTUAL TABLE entries USING fts5(title_words, title_pairs, title_chars, words, pairs, chars, "
    "content='', columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')"
)
_INSERT: Final = (
    "INSERT INTO entries(rowid, title_words, title_pairs, title_chars, words, pairs, chars) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class SearchIndex:
    """Finds entries by the words in them. Built in one thread, asked in another, never in two at once."""

    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute(_SCHEMA)
        self.entries: list[tuple[EntryKind, str, int]] = []
        """Kind, id and ordinal of each entry, by its number."""

    def close(self) -> None:
        """Let go of everything."""
        self._base.close()

    def __len__(self) -> int:
        return len(self.entries)

    def add(self, entries: Iterable[Entry], is_cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Take in entries; return whether all were taken before it was cancelled."""
        batch: list[tuple[int, str, str, str, str, str, str]] = []
        for entry in entries:
            titles, texts = _columns(entry.titles), _columns((*entry.texts, *entry.covered))
            batch.append((len(self.entries) + 1, *titles, *texts))
            self.entries.append((entry.kind, entry.id, entry.ordinal))
            if len(batch) >= _BATCH:
                if is_cancelled():
                    return False
                self._base.executemany(_INSERT, batch)
                batch.clear()
        self._base.executemany(_INSERT, batch)
        self._base.execute("INSERT INTO entries(entries) VALUES ('optimize')")
        self._base.commit()
        return True

    def find(self, terms: Iterable[Term]) -> Iterator[int]:
        """Yield the numbers of the entries in which all terms stand, those with all of them in the title first."""
        wanted = [expression for term in terms for expression in expressions_of(term)]
        if not wanted:
            return
        in_titles: set[int] = set()
        for number in self._matches(" AND ".join(f"{_TITLES} : {expression}" for expression in wanted)):
            in_titles.add(number)
            yield number
        for number in self._matches(" AND ".join(wanted)):
            if number not in in_titles:
                yield number

    def _matches(self, expression: str) -> Iterator[int]:
        rows = self._base.execute(
            "SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY rowid", (expression,)
        )
        return (row[0] - 1 for row in rows)


def _columns(texts: Iterable[str]) -> tuple[str, str, str]:
    """Return texts as words, as pairs and as single characters; what parts two texts parts their phrases too."""
    words: list[str] = []
    pairs: list[str] = []
    chars: list[str] = []
    for text in texts:
        for run in runs_of(folded(text)):
            if not run.is_east_asian:
                words.append(run.text)
                continue
            pairs.extend(pairs_of(run.text))
            chars.extend(run.text)
    return " ".join(words), " ".join(pairs), " ".join(chars)


def expressions_of(term: Term) -> tuple[str, ...]:
    """Return a term as phrases for FTS5: words that follow each other, and East Asian runs by their pairs.

    Phrases of pairs never cross from one run into the next by chance: the neighbours would have to make a pair.
    """
    runs = list(runs_of(term.text))
    found: list[str] = []
    for is_east_asian, group in groupby(runs, key=lambda run: run.is_east_asian):
        same = list(group)
        if is_east_asian:
            found.extend(_east_asian(run.text) for run in same)
            continue
        is_last = same[-1] is runs[-1]
        found.append(
            f'"{" ".join(run.text for run in same)}"' + ("" if term.is_whole or not is_last else " *")
        )
    return tuple(found)


def _east_asian(run: str) -> str:
    return f'"{run}"' if len(run) == 1 else f'"{" ".join(pairs_of(run))}"'
