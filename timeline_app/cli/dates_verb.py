# SPDX-License-Identifier: MIT
"""`timeline-app dates`: tells what dates are read as, those of the command line or one a line from standard input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final, TextIO

from timeline_app.base.languages import translator_for
from timeline_app.base.messages import Translator
from timeline_app.chrono.loose import Outcome, read_loose
from timeline_app.cli.date_lines import json_fields, plain_lines
from timeline_app.cli.options import DatesRequest

LANGUAGES: Final = ("en", "ja", "ko")
LONGEST_LINE_BYTES: Final = 4_096
"""What follows in a longer line is not read: it is no date, and must not fill the memory."""
_BYTE_ORDER_MARK: Final = "\ufeff"
_INTERRUPTED_STATUS: Final = 130


def run_dates(
    request: DatesRequest,
    translator: Translator,
    out: TextIO,
    source: BinaryIO | None = None,
    *,
    as_json: bool = False,
) -> int:
    """Print the readings; return 1 if a date of the command line was not read."""
    if isinstance(out, io.TextIOWrapper):
        # Whatever the machine's language: what reads the JSON expects UTF-8.
        out.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        if not as_json:
            return _print_plainly(request, translator, out)
        if request.texts:
            return _print_json(request.texts, request, translator, out)
        _print_json(lines_of(source or _standard_input()), request, translator, out)
    except KeyboardInterrupt:
        return _INTERRUPTED_STATUS
    return 0


def _print_plainly(request: DatesRequest, translator: Translator, out: TextIO) -> int:
    are_all_read = True
    for index, text in enumerate(request.texts):
        reading = read_loose(text, request.settings)
        are_all_read = are_all_read and reading.outcome is Outcome.READ
        if index:
            print(file=out)
        for line in plain_lines(reading, request.settings, translator):
            print(line, file=out)
    out.flush()
    return 0 if are_all_read else 1


def _print_json(texts: Iterable[str], request: DatesRequest, translator: Translator, out: TextIO) -> int:
    languages = _languages(translator)
    are_all_read = True
    for text in texts:
        reading = read_loose(text, request.settings)
        are_all_read = are_all_read and reading.outcome is Outcome.READ
        fields = json_fields(reading, request.settings, languages)
        # Who asks date by date waits for each answer.
        print(json.dumps(fields, ensure_ascii=False, separators=(",", ":")), file=out, flush=True)
    return 0 if are_all_read else 1


def _languages(english: Translator) -> Mapping[str, Translator]:
    return {english.language: english, **{tag: translator_for(tag) for tag in LANGUAGES[1:]}}


def lines_of(source: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream of bytes, without their ends; bytes that are no UTF-8 become U+FFFD."""
    is_first = True
    while piece := source.readline(LONGEST_LINE_BYTES):
        rest, is_cut = piece, False
        while not rest.endswith(b"\n") and (rest := source.readline(LONGEST_LINE_BYTES)):
            is_cut = is_cut or rest.strip(b"\r\n") != b""
        text = piece.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
        if is_cut:
            # Half of a line could be another date: 1955 of "1955 or 1958". This character is in none.
            text += "\ufffd"
        yield text.removeprefix(_BYTE_ORDER_MARK) if is_first else text
        is_first = False


def _standard_input() -> BinaryIO:
    # A program without a console has none.
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
