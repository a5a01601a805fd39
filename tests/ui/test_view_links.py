# SPDX-License-Identifier: MIT
"""Links to a view: copied from one window, opened in another, refused in plain words, and never telling what is withheld."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.sample_documents import harbour
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import year_start_s
from timeline_app.content.reader import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish
from timeline_app.state.view_link_reader import ReadLink, read_link
from timeline_app.ui.link_dialog import LinkDialog

pytestmark = pytest.mark.usefixtures("fonts")

NAME = "the-harbour-of-minase"


def opened(folder: Path, wish: OpeningWish = AS_USUAL) -> ShellBench:
    path = folder / "harbour.yaml"
    bench = ShellBench(folder, Reading(replace(harbour(), path=path), (), (path,)), path=path, wish=wish)
    bench.show()
    return bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    made = opened(tmp_path)
    yield made
    made.close()


def copied(bench: ShellBench) -> str:
    assert bench.shell.commands.send("view.copy-link")
    bench.settle(100)
    return QGuiApplication.clipboard().text()


def follow(bench: ShellBench, text: str) -> str:
    """Follow a link, and return what the notice says."""
    bench.shell.commands.send("view.open-link", text=text)
    bench.settle(300)
    return bench.shell.notice.words


def test_a_link_to_the_opening_view_is_short_and_names_no_file(bench: ShellBench, tmp_path: Path):
    text = copied(bench)
    assert text.startswith(f"timeline://{NAME}/")
    assert text.endswith("v=1")
    assert len(text) < 120
    assert str(tmp_path) not in text
    assert bench.shell.notice.words == "The link to this view is on the clipboard"


def test_a_link_leads_another_window_to_the_same_view(bench: ShellBench, tmp_path: Path):
    send = bench.shell.commands.send
    send("select.event", id="agreement")
    send("view.show-range", first_s=year_start_s(1960), last_s=year_start_s(1961))
    send("filters.toggle", facet="lane", value="town")
    send("lanes.hide", lane="crew")
    send("known.set", date="1962")
    send("evidence.toggle")
    send("go.legend")
    bench.settle()
    text = copied(bench)
    assert f"{NAME}/1960?select=agreement&page=legend&known=1962&lane=town&hidden=crew&evidence=yes" in (
        text.replace("1960/1960", "1960")
    )
    seen = bench.shell.store.state
    found = read_link(text)
    assert isinstance(found, ReadLink)
    other = opened(tmp_path, OpeningWish(link=found.link))
    state = other.shell.store.state
    for part in ("selection", "page", "subject", "view", "lens", "lanes", "evidence_shown", "quiet"):
        assert getattr(state, part) == getattr(seen, part), part
    # Afresh, and by the link in the open window: the same again.
    other.shell.commands.send("view.afresh")
    follow(other, text)
    state = other.shell.store.state
    for part in ("selection", "page", "view", "lens", "lanes", "evidence_shown"):
        assert getattr(state, part) == getattr(seen, part), part
    other.close()


def test_back_leads_from_a_link_to_where_one_was(bench: ShellBench):
    bench.shell.commands.send("select.event", id="storm")
    before = bench.shell.store.state
    follow(bench, f"timeline://{NAME}/1958?select=agreement")
    assert bench.shell.store.state.selection.ids == ("agreement",)
    bench.shell.commands.send("go.back")
    assert bench.shell.store.state.selection == before.selection
    assert bench.shell.store.state.view == before.view


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"timeline://{NAME}/1958?select=nobody,nothing&person=no-one",
            "The link names 3 things that are not to be found here",
        ),
        (
            f"timeline://{NAME}/1958?kitchen=yes",
            "Passed over in the link, since this program does not know it: kitchen=yes",
        ),
        (
            "timeline://atlantis/1958",
            (
                "The link is about the exhibit “atlantis”, which is not known here. "
                "Open its file first, then the link once more."
            ),
        ),
    ],
)
def test_what_a_link_cannot_do_is_said(bench: ShellBench, text: str, said: str):
    assert follow(bench, text) == said


def test_an_id_that_the_cursor_withholds_finds_as_little_as_one_that_is_not_there(bench: ShellBench):
    withheld = follow(bench, f"timeline://{NAME}/1958?select=agreement&known=1900")
    assert bench.shell.store.state.selection.ids == ()
    assert withheld == follow(bench, f"timeline://{NAME}/1958?select=nothing&known=1900&evidence=yes")


def test_another_exhibit_that_is_known_is_opened_at_the_view(bench: ShellBench, tmp_path: Path):
    other = tmp_path / "ferry-boats.yaml"
    other.write_text(
        "format: 1\ntitle: Ferry boats\nlanes: {sea: {title: Sea}}\n"
        "events: [{id: a, title: A, date: 1950, lane: sea}, {id: b, title: B, date: 1960, lane: sea}]\n",
        encoding="utf-8",
    )
    bench.shell.keeper.note_opened(other)
    follow(bench, "timeline://ferry-boats/1955/1965?select=b")
    bench.wait_for_reading()
    state = bench.shell.store.state
    assert bench.shell.window.windowTitle().startswith("Ferry boats")
    assert state.selection.ids == ("b",)
    assert state.view is not None
    assert (state.view.start_s, state.view.end_s) == (year_start_s(1955), year_start_s(1966))


def test_the_dialog_says_what_is_wrong_and_opens_what_is_right(bench: ShellBench):
    bench.shell.commands.send("view.open-link")
    (dialog,) = bench.shell.window.findChildren(LinkDialog)
    assert dialog.field.accessibleName() == "Link"
    dialog.field.setText("https://example.org")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.said.text().startswith("“https://example.org” is not a link to a view")
    assert dialog.field.selectedText() == "https://example.org"
    QGuiApplication.clipboard().setText(f"timeline://{NAME}/1958?page=legend")
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    bench.settle()
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
    assert bench.shell.store.state.page is PanelPage.LEGEND
