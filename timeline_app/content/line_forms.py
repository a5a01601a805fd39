# SPDX-License-Identifier: MIT
"""What a line of an exhibit file looks like by itself: an entry, a key, a comment, or a fault."""

from __future__ import annotations

import re
from typing import Final

KEY: Final = re.compile(
    r"""(?P<indent>[ ]*)
    (?:(?P<plain>[^\s#&*!|>'"%@`{}\[\],?:-][^\n#{}\[\]"]*?)|"(?P<double>[^"\\]*)"|'(?P<single>[^']*)')
    [ ]*:(?P<rest>(?:\s.*)?)""",
    re.VERBOSE,
)
"""The line of a key in a mapping; `rest` is what stands behind its colon."""

DASH: Final = re.compile(r" *-(?:\s.*)?")
"""The line of an item in a list."""

BARE_ITEM: Final = re.compile(r" *-[\w{\[\"'@]")
"""An item whose hyphen has no space after it."""

VALUE_BELOW: Final = re.compile(r"\s*([&!]\S+\s*)*(#.*)?")
"""What may follow a key whose value stands on the lines below."""

VALUE_ON_NEXT_LINES: Final = re.compile(r"\s*(?:-\s.*|-|.*:\s*(?:[|>][-+0-9]*\s*)?(?:\s#.*)?)")
"""A line whose own value, or the rest of it, stands on the lines below."""

COLON: Final = re.compile(r":\s")
INSIGNIFICANT: Final = re.compile(r"\s*(#.*)?")
SECOND_DOCUMENT: Final = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
OWN_ID: Final = re.compile(r"""(?:^|[\s{,-])id(?:\s*:\s*|\s+)["']?(\w[\w.:-]*)""")

FIRST_WORD: Final = re.compile(r"^\W*(\w[\w.-]*)")
"""What may have been meant to be an id where a line cannot be read."""

_NO_SPACE: Final = re.compile(r"\s*(?:- )?[\w-]+:[^\s/]|\s*-\w+:(?:\s|$)")
_TAB_INDENT: Final = re.compile(r" *\t")
_TEXT_AFTER_QUOTE: Final = re.compile(r"""[^"'#]*?[\s:\[,-](["']).*\1\s*[^\s#,\]}:]""")
_WRONG_PLACE_CODES: Final = frozenset(
    {"bad-indentation", "unexpected-colon", "missing-colon", "reserved-character", "syntax"}
)


def indent_of(line: str) -> int:
    """Return the number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_tabbed(line: str) -> bool:
    """Tell whether a line is indented with a tab."""
    return line[indent_of(line) :].startswith("\t")


def key_in(head: re.Match[str]) -> str:
    """Return the key of a line that KEY matches."""
    return next(head[name] for name in ("plain", "double", "single") if head[name] is not None)


def code_for_line(code: str, line: str, column: int) -> str:
    """Say more exactly what is wrong than the parser can, from the line it stopped at."""
    if code in _WRONG_PLACE_CODES and _TAB_INDENT.match(line):
        return "tab-indentation"
    if code in {"missing-colon", "syntax", "unexpected-colon"} and _NO_SPACE.match(line):
        return "missing-space"
    if code in {"bad-indentation", "unclosed-bracket"} and _TEXT_AFTER_QUOTE.match(line):
        return "text-after-quote"
    if code == "unexpected-colon":
        head = KEY.fullmatch(line)
        if head is not None and column <= head.start("rest"):
            # Its own first colon is unexpected: the line stands deeper than the one before allows.
            return "bad-indentation"
    return code
