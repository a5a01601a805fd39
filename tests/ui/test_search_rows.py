# SPDX-License-Identifier: MIT
"""Words in context fit their line, and what was found in them is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import bundled_fonts
from timeline_app.search.snippets import Snippet
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.search_rows import in_line

LONG = "A ship sailed out of the harbour at six, and everybody who could walk came down to see the ferry."


@pytest.fixture
def metrics(qt_app: QApplication) -> QFontMetricsF:
    bundled_fonts()
    return QFontMetricsF(font_for("small", "en", 1.0))


def test_what_fits_stays_as_it_is(metrics: QFontMetricsF) -> None:
    words = Snippet("A ferry at six", ((2, 7),))
    assert in_line(words, metrics, 400.0) == words


def test_of_a_long_text_what_is_lit_is_seen(metrics: QFontMetricsF) -> None:
    at = LONG.index("ferry")
    shown = in_line(Snippet(LONG, ((2, 6), (at, at + 5))), metrics, 250.0)
    assert shown.text.startswith("A ship")
    assert [shown.text[start:end] for start, end in shown.lit] == ["ship"]
    shown = in_line(Snippet(LONG, ((at, at + 5),)), metrics, 250.0)
    assert shown.text.startswith("…")
    assert [shown.text[start:end] for start, end in shown.lit] == ["ferry"]
    assert metrics.horizontalAdvance(shown.text) <= 250.0
    assert shown.text[1:].split(" ")[0] in LONG.split(" ")


def test_a_title_begins_at_its_beginning(metrics: QFontMetricsF) -> None:
    at = LONG.index("ferry")
    shown = in_line(Snippet(LONG, ((at, at + 5),)), metrics, 250.0, is_title=True)
    assert shown.text.startswith("A ship")
    assert shown.text.endswith("…")
    assert shown.lit == ()
