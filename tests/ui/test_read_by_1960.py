# SPDX-License-Identifier: MIT
"""The window itself tells at 1960 nothing that was learnt later: every page, the canvas, the bars, the print."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.content.later_facts import LATER, READ_BY_1960
from tests.ui.pdf_text import pdf_text
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.picture import save_window

TELLS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)

FEW = 5

OF_THE_PROGRAM = re.compile(
    r"(?:^|, )\d{4} to \d{4}(?: in view)?$|^(?:18|19|20)\d\d(?:s|–\d\d)?$|without a name at this zoom, .*$",
    re.MULTILINE,
)
"""The years of the axis, of the slider, of the view and of what is folded in it, which tell of no event."""


@pytest.fixture(scope="module", autouse=True)
def fonts(qt_app: QApplication, project_root: Path) -> None:
    load_fonts(project_root / "resources" / "fonts")


@pytest.fixture(scope="module")
def reading(project_root: Path) -> Reading:
    """Return the built-in exhibit as it was read."""
    return read_exhibit(project_root / "events.yaml")


@pytest.fixture
def bench(tmp_path: Path, reading: Reading) -> Iterator[ShellBench]:
    """Return the program with the built-in exhibit, as known at the end of 1960."""
    assert reading.document is not None
    made = ShellBench(tmp_path, reading, path=reading.document.path, size=(1600, 1000))
    made.show()
    made.shell.commands.send("known.set", date="1960")
    made.settle()
    yield made
    made.close()


def told(widget: QWidget) -> Iterator[str]:
    """Yield what a screen reader is told of a widget and of all that can be seen in it."""
    face = QAccessible.queryAccessibleInterface(widget)
    if face is not None:
        yield from _told(face)


def _told(face: QAccessibleInterface) -> Iterator[str]:
    if not face.isValid() or face.state().invisible:
        return
    for kind in TELLS:
        text = face.text(kind)
        if text:
            yield text
    for number in range(face.childCount()):
        child = face.child(number)
        if child is not None:
            yield from _told(child)


def test_no_page_tells_what_was_learnt_later(bench: ShellBench, reading: Reading) -> None:
    commands, document = bench.shell.commands, reading.document
    assert document is not None
    shown = Showing(document, Lens(known_at=known_at_date("1960")))
    found: dict[str, set[str]] = {}

    def look(page: str) -> None:
        bench.settle()
        found[page] = set(told(bench.shell.window))

    look("opening")
    for page in ("go.introduction", "sources.open", "questions.open"):
        commands.send(page)
        look(page)
    for name in document.events.ids:
        if shown.ordinal(name) is not None:
            commands.send("select.event", id=name)
            look(f"event {name}")
    kinds = {
        "source": (document.sources, shown.source),
        "excerpt": (document.excerpts, shown.excerpt),
        "claim": (document.claims, shown.claim),
    }
    for kind, (names, view_of) in kinds.items():
        there = [name for name in names if view_of(name) is not None]
        # A few that were not known may be asked for all the same, by a bookmark, say.
        for name in [*there, *[name for name in names if name not in there][:FEW]]:
            commands.send(f"{kind}.open", id=name)
            look(f"{kind} {name}")
    assert bench.shell.store.state.lens.known_at is not None
    everything = "\n".join(text for texts in found.values() for text in texts)
    assert [words for words in READ_BY_1960 if words not in everything] == []
    later = {
        f"{page}: {text[:200]}"
        for page, texts in found.items()
        for text in texts
        for pattern in LATER
        if re.search(pattern, OF_THE_PROGRAM.sub("", text))
    }
    assert later == set()


def test_the_print_tells_nothing_later_either(bench: ShellBench, tmp_path: Path) -> None:
    assert save_window(bench.shell, tmp_path / "print.pdf") is None
    text = OF_THE_PROGRAM.sub("", pdf_text((tmp_path / "print.pdf").read_bytes()))
    assert [found[0] for pattern in LATER if (found := re.search(f".*(?:{pattern}).*", text))] == []
