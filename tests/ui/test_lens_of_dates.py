# SPDX-License-Identifier: MIT
"""A lens that asks about dates, on canvas, overview, panel and for screen readers: what it hides is nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.sample_documents import harbour
from tests.ui.canvas_bench import Bench, yearly
from tests.ui.panel_setup import dress, english, show, spoken, theme
from timeline_app.chrono.instant import year_start_s
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.ui.accessible.factory import install
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.introduction_page import IntroductionPage

BEFORE_1960 = Lens(dates=DateFilter(Relation.BEFORE, year_start_s(1960), year_start_s(1961)))


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    install()
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    made = Bench(yearly())
    yield made
    made.window.close()
    QAccessible.setActive(was_active)


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


def names_below(node: QAccessibleInterface) -> list[str]:
    """Return the names of all that a screen reader finds below a node."""
    children = [node.child(index) for index in range(node.childCount())]
    return [name for child in children for name in (child.text(QAccessible.Text.Name), *names_below(child))]


def test_a_selected_event_that_is_hidden_leaves_canvas_and_tree(bench: Bench) -> None:
    bench.canvas.set_selection(("in-1960",))
    bench.canvas.set_showing(Showing(yearly(), BEFORE_1960))
    bench.canvas.set_selection(("in-1960",))
    bench.frame()
    scene = bench.canvas.scene
    assert scene is not None
    assert not [item for item in scene.items if item.text == "E1960" or item.role == "event-card"]
    root = QAccessible.queryAccessibleInterface(bench.canvas)
    years = [name for name in names_below(root) if name.startswith("What happened")]
    assert years
    assert {name[17:21] for name in years} <= {str(year) for year in range(1950, 1960)}


def test_the_panel_shows_the_introduction_in_place_of_a_hidden_event(panel: DetailPanel) -> None:
    document = harbour()
    state = AppState(document=document, selection=Selection(("storm",)), page=PanelPage.EVENT)
    panel.show_state(Showing(document, BEFORE_1960), state)
    assert isinstance(panel.page, IntroductionPage)
    said = spoken(panel)
    assert "3 events" in said
    assert "storm" not in said


def test_the_panel_names_no_hidden_event_beside_one_that_is_shown(panel: DetailPanel) -> None:
    document = harbour()
    state = AppState(document=document, selection=Selection(("agreement",)), page=PanelPage.EVENT)
    panel.show_state(Showing(document), state)
    assert "The night of the storm" in spoken(panel)
    panel.show_state(Showing(document, BEFORE_1960), state)
    said = spoken(panel)
    assert "Town and office agree on a ferry" in said
    assert "The night of the storm" not in said
    assert "The first boat sails" not in said
