# SPDX-License-Identifier: MIT
"""Where a text stops being YAML, and what is wrong there in a code of ours."""

from __future__ import annotations

from typing import Final

import yaml


class SyntaxFault(Exception):
    """The text is not YAML from here on."""

    def __init__(self, line: int, column: int, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.line = line
        self.column = column
        self.code = code
        self.detail = detail


_CODES: Final = (
    ("while scanning a quoted scalar", "found unexpected", "unclosed-quote"),
    ("", "unknown escape character", "bad-escape"),
    ("", "expected hexdecimal number", "bad-escape"),
    ("", "did not find expected hexdecimal", "bad-escape"),
    ("while parsing a flow", "", "unclosed-bracket"),
    ("while scanning a simple key", "", "missing-colon"),
    ("", "mapping values are not allowed", "unexpected-colon"),
    ("", "block sequence entries are not allowed", "misplaced-list"),
    ("", "cannot start any token", "reserved-character"),
    ("", "found a tab character", "tab-indentation"),
    ("while scanning a block scalar", "", "bad-block-text"),
    ("while parsing a block mapping", "", "bad-indentation"),
    ("while parsing a block collection", "", "bad-indentation"),
    ("", "did not find expected <document start>", "bad-indentation"),
)
"""Which of our codes a fault of PyYAML is, by beginnings of its context and by words of its problem."""

_FROM_CONTEXT: Final = frozenset({"unclosed-quote", "unclosed-bracket", "missing-colon", "bad-block-text"})
"""Codes whose right place is where the broken thing began, not where the parser gave up."""


def as_fault(error: Exception) -> SyntaxFault:
    """Turn an error of PyYAML into a fault with a code of ours and the place of its cause."""
    if isinstance(error, SyntaxFault):
        return error
    if not isinstance(error, yaml.MarkedYAMLError):
        return SyntaxFault(0, 0, "syntax", str(error))
    context, problem = error.context or "", error.problem or ""
    code = next(
        (code for start, words, code in _CODES if context.startswith(start) and words in problem), "syntax"
    )
    mark = error.context_mark if code in _FROM_CONTEXT else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    if mark is None:
        return SyntaxFault(0, 0, code, problem)
    return SyntaxFault(mark.line, mark.column, code, problem)
