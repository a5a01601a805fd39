# SPDX-License-Identifier: MIT
"""An exhibit that is opened again looks as it was left: view, selection, panel, filters, lanes; or afresh."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.sample_documents import harbour
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import year_start_s
from timeline_app.content.reader import Reading
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY
from timeline_app.state.app_state import PanelPage
from timeline_app.state.kept_place import AS_MADE
from timeline_app.state.kept_place_files import load_place
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish
from timeline_app.ui.picture import save_window
from timeline_app.ui.place_keeper import REST_MS
from timeline_app.ui.window_place import on_screen

pytestmark = pytest.mark.usefixtures("fonts")

HEADER_PX = 64


def opened(folder: Path, name: str = "harbour.yaml", wish: OpeningWish = AS_USUAL) -> ShellBench:
    path = folder / name
    document = replace(harbour(), path=path)
    bench = ShellBench(
        folder, Reading(document, (), (path,)), path=path, wish=wish, keeps_places=True, size=(1280, 620)
    )
    bench.show()
    return bench


def picture(bench: ShellBench, path: Path) -> QImage:
    bench.settle()
    assert save_window(bench.shell, path) is None
    # Below the header: its Back leads to what was seen in this run alone.
    return QImage(str(path)).copy(QRect(0, HEADER_PX, 1280, 620 - HEADER_PX))


def leave_much_changed(folder: Path) -> QImage:
    """Change all that is kept, and close; return what was seen."""
    bench = opened(folder)
    send = bench.shell.commands.send
    send("select.event", id="storm")
    send("view.show-range", first_s=year_start_s(1960), last_s=year_start_s(1961))
    send("filters.toggle", facet="lane", value="crew")
    send("lanes.toggle", lane="town")
    send("view.calendar", name="juche")
    send("evidence.toggle")
    send("panel.width", width_px=420.0)
    bench.settle()
    assert bench.shell.panel is not None
    bench.shell.panel.verticalScrollBar().setValue(30)
    seen = picture(bench, folder / "before.png")
    bench.close()
    return seen


def test_an_exhibit_looks_as_it_was_left(tmp_path: Path):
    seen = leave_much_changed(tmp_path)
    again = opened(tmp_path)
    state = again.shell.store.state
    assert state.selection.ids == ("storm",)
    assert state.lens.filters.lane == {"crew"}
    assert state.lanes.collapsed == {"town"}
    assert state.chosen_calendars == ("japanese-era", "juche")
    assert state.evidence_shown
    assert state.panel_px == 420.0
    assert again.shell.panel is not None
    assert again.shell.panel.verticalScrollBar().value() == 30
    assert picture(again, tmp_path / "again.png") == seen
    again.close()


def test_the_page_of_the_panel_comes_back_with_what_it_is_about(tmp_path: Path):
    first = opened(tmp_path)
    first.shell.commands.send("go.legend")
    first.shell.commands.send("panel.toggle")
    first.close()
    again = opened(tmp_path)
    assert again.shell.store.state.page is PanelPage.LEGEND
    assert not again.shell.store.state.panel_open
    again.close()


def test_another_exhibit_opens_as_it_was_made(tmp_path: Path):
    leave_much_changed(tmp_path)
    other = opened(tmp_path, "copy.yaml")
    assert other.shell.store.state.lens == IDENTITY
    assert other.shell.store.state.lanes.is_usual
    assert not other.shell.store.state.evidence_shown
    other.close()


@pytest.mark.parametrize("by_wish", [True, False])
def test_afresh_an_exhibit_is_as_it_was_made(tmp_path: Path, by_wish: bool):
    plain = opened(tmp_path, "plain.yaml")
    made = plain.shell.store.state
    plain.close()
    leave_much_changed(tmp_path)
    again = opened(tmp_path, wish=OpeningWish(is_afresh=True) if by_wish else AS_USUAL)
    if not by_wish:
        assert again.shell.commands.send("view.afresh")
        again.settle()
        assert again.shell.notice.words.startswith("The exhibit is shown as it was made")
    state = again.shell.store.state
    for part in ("lens", "lanes", "quiet", "selection", "page", "view", "chosen_calendars", "evidence_shown"):
        assert getattr(state, part) == getattr(made, part), part
    again.close()
    kept = load_place(tmp_path / "places", tmp_path / "harbour.yaml")
    assert kept is not None
    assert replace(kept, panel=None, window=None, language="") == AS_MADE


def test_back_from_afresh_leads_to_the_view_before(tmp_path: Path):
    leave_much_changed(tmp_path)
    bench = opened(tmp_path)
    seen = bench.shell.store.state.view
    bench.shell.commands.send("view.afresh")
    bench.settle()
    assert bench.shell.store.state.view != seen
    bench.shell.commands.send("go.back")
    bench.settle()
    assert bench.shell.store.state.view == seen
    assert bench.shell.store.state.selection.ids == ("storm",)
    bench.close()


def test_the_cursor_and_sources_taken_away_are_of_the_moment(tmp_path: Path):
    first = opened(tmp_path)
    store = first.shell.store
    sources = frozenset(harbour().sources)
    assert sources
    store.set_lens(replace(store.state.lens, known_at=known_at_date("1960"), sources_off=sources))
    first.close()
    again = opened(tmp_path)
    assert again.shell.store.state.lens == IDENTITY
    assert again.shell.evidence_bar.height() == 0
    again.close()


def test_nothing_is_written_while_things_move(tmp_path: Path):
    bench = opened(tmp_path)
    bench.settle(3 * REST_MS)
    (file,) = (tmp_path / "places").iterdir()
    before = file.read_bytes()
    for number in range(4):
        bench.shell.commands.send("view.pan", share=0.1)
        bench.settle(REST_MS * 0.6)
        assert file.read_bytes() == before, number
    bench.settle(2 * REST_MS)
    assert file.read_bytes() != before
    bench.close()


def test_of_an_exhibit_that_makes_room_for_another_all_is_written(tmp_path: Path):
    bench = opened(tmp_path)
    bench.shell.commands.send("select.event", id="storm")
    other = tmp_path / "other.yaml"
    bench.shell.desk.take(other, Reading(replace(harbour(), path=other), (), (other,)))
    kept = load_place(tmp_path / "places", tmp_path / "harbour.yaml")
    assert kept is not None
    assert kept.selected == ("storm",)
    bench.close()


def test_two_windows_do_each_other_no_harm(tmp_path: Path):
    one, two = opened(tmp_path), opened(tmp_path)
    one.shell.commands.send("select.event", id="storm")
    two.shell.commands.send("go.legend")
    one.close()
    two.close()
    again = opened(tmp_path)
    assert again.shell.store.state.page is PanelPage.LEGEND
    again.close()


def test_what_a_changed_exhibit_has_no_more_is_left_out(tmp_path: Path):
    leave_much_changed(tmp_path)
    (file,) = (tmp_path / "places").iterdir()
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('"storm"', '"gone"').replace('"lane":["crew"]', '"lane":["gone"]'), encoding="utf-8"
    )
    bench = opened(tmp_path)
    assert bench.shell.store.state.selection.ids == ()
    assert bench.shell.store.state.lens.filters.is_empty
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    bench.close()


SCREEN, USUAL = QRect(1920, 0, 1280, 1024), QRect(0, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("rect", "screen", "placed"),
    [
        (QRect(2000, 50, 1000, 700), SCREEN, QRect(2000, 50, 1000, 700)),
        (QRect(2000, 50, 1000, 700), None, QRect(920, 50, 1000, 700)),
        (QRect(2000, 50, 3000, 2000), None, QRect(0, 0, 1920, 1080)),
        (QRect(9000, 9000, 800, 600), SCREEN, QRect(3080, 904, 800, 600)),
        (QRect(-9000, -50, 800, 600), USUAL, QRect(-680, 0, 800, 600)),
    ],
)
def test_a_window_comes_back_where_it_can_be_taken_hold_of(rect: QRect, screen: QRect | None, placed: QRect):
    assert on_screen(rect, screen, USUAL) == placed
