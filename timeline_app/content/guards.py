# SPDX-License-Identifier: MIT
"""What is refused before a file is parsed: too large, not UTF-8, not text; and the limits of the parser.

All scans are linear. Nesting, aliases and long scalars are counted while the events stream in
(node_tree), which stops at the limit: libyaml is slow only in what lies beyond it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from timeline_app.base.messages import Message, Param
from timeline_app.content.problems import Place, Problem, problem_at

FILE_LIMIT_BYTES: Final = 64 * 1024 * 1024
NESTING_LIMIT: Final = 64
SCALAR_LIMIT: Final = 1_000_000
ALIAS_LIMIT: Final = 1_000
EXPANSION_LIMIT: Final = 100_000
"""How many nodes all aliases of a file may stand for."""

_CONTROL_LINES_LIMIT: Final = 20
"""A file with control characters in more lines than this is not a text at all."""

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE_BYTES: Final = 400
_UTF8_BOM: Final = b"\xef\xbb\xbf"
# What YAML does not allow, told by what is forbidden and in two small sets: the complement, as the standard
# writes it, takes the regular expression compiler ten milliseconds of every start. Surrogates cannot come here.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ufffe\uffff]")
_ODD_SIGNS: Final = "\r\x85\u2028\u2029"
_ODD_BREAKS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_DIRECTIVE: Final = re.compile(r"(?:%[^\n]*\n){10}")


class Decoded(NamedTuple):
    """The text with line feeds as its only line breaks, or None; and what was wrong."""

    text: str | None
    problems: tuple[Problem, ...]


def decode(data: bytes, file: str) -> Decoded:
    """Turn a file's bytes into text, or say why that cannot be done."""
    start = Place(file, 1, 1)
    if len(data) > FILE_LIMIT_BYTES:
        return _refused(start, "too-large", limit=FILE_LIMIT_BYTES // (1024 * 1024))
    encoding = encoding_of(data)
    if encoding is not None:
        return _refused(start, "wrong-encoding", encoding=encoding)
    data = data.removeprefix(_UTF8_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(data, error.start, file)
    return check_text(text, file)


def encoding_of(data: bytes) -> str | None:
    """Return in which other encoding a file is, as far as its beginning tells; None if it may be UTF-8."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    sample = (
        data.removeprefix(_UTF8_BOM)[:_SAMPLE_BYTES] if data.startswith(_UTF8_BOM) else data[:_SAMPLE_BYTES]
    )
    return "UTF-16" if 4 * sample.count(0) > len(sample) else None  # A zero in every other byte.


def check_text(text: str, file: str) -> Decoded:
    """Normalise line breaks and replace control characters, each line that has any being one problem."""
    text = text.removeprefix("\ufeff")
    if any(sign in text for sign in _ODD_SIGNS):
        text = _ODD_BREAKS.sub(_as_plain_break, text)
    if not text.strip():
        return _refused(Place(file, 1, 1), "empty-file")
    if _DIRECTIVE.match(text):
        return _refused(Place(file, 1, 1), "not-an-exhibit")
    if not _CONTROL.search(text):
        return Decoded(text, ())
    return _without_controls(text, file)


def _as_plain_break(match: re.Match[str]) -> str:
    """Editors count CR and CR LF as line breaks, but not the separators that word processors leave."""
    return "\n" if match[0][0] == "\r" else " "


def _refused(place: Place, code: str, **params: Param) -> Decoded:
    hint = Message.of(f"problem.hint.{code}") if code == "wrong-encoding" else None
    return Decoded(None, (problem_at(place, code, "", hint, **params),))


def _wrong_encoding(data: bytes, offset: int, file: str) -> Decoded:
    """What is no UTF-8 is UTF-16 if it has zeros at all, else most likely an old 8-bit encoding."""
    if b"\x00" in data[:_SAMPLE_BYTES]:
        return _refused(Place(file, 1, 1), "wrong-encoding", encoding="UTF-16")
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    place = Place(file, before.count(b"\n") + 1, column)
    return _refused(place, "wrong-encoding", encoding="Latin-1 / Windows-1252")


def _without_controls(text: str, file: str) -> Decoded:
    problems: list[Problem] = []
    last_line = 0
    line, line_start, scanned = 1, 0, 0
    for match in _CONTROL.finditer(text):
        newlines = text.count("\n", scanned, match.start())
        if newlines:
            line += newlines
            line_start = text.rfind("\n", 0, match.start()) + 1
        scanned = match.start()
        if line == last_line:
            continue
        last_line = line
        if len(problems) == _CONTROL_LINES_LIMIT:
            return _refused(Place(file, 1, 1), "not-text")
        place = Place(file, line, match.start() - line_start + 1)
        problems.append(problem_at(place, "control-character", character=f"U+{ord(match[0]):04X}"))
    return Decoded(_CONTROL.sub(" ", text), tuple(problems))
