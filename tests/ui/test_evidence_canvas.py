# SPDX-License-Identifier: MIT
"""Evidence, silences and ghosts on the canvas: painted, pointed at, pressed, and told to screen readers."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QImage,
    QPainter,
    QPicture,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.evidence_exhibits import DISPUTED, evidence_exhibit
from tests.ui.canvas_bench import Bench
from tests.ui.sample_scenes import bar, dot, evidence_scene
from tests.ui.test_canvas_touch import Fingers
from timeline_app.base.geometry import Rect, Size
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.items import (
    BarShape,
    Cover,
    DotShape,
    EndStyle,
    Item,
    Kind,
    Layer,
    Scene,
    SealFill,
    SealShape,
    Sign,
    SignShape,
)
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.view import View
from timeline_app.ui.accessible.factory import install
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.theme import load_theme

THEMES = Path(__file__).resolve().parents[2] / "resources" / "themes"
NAME, DETAILS = QAccessible.Text.Name, QAccessible.Text.Description
WIDE = View.between(seconds_from_civil(1949), seconds_from_civil(1963))
LOST = {"date": "1950/1952", "why": "lost", "note": "The ledger burned.", "lanes": ["crew"]}
NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    install()
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    made = Bench(evidence_exhibit(silences=[LOST]), view=WIDE)
    yield made
    made.window.close()
    QAccessible.setActive(was_active)


def middle(item: Item) -> QPoint:
    return QPoint(round(item.rect.centre.x), round(item.rect.centre.y))


def items_of(bench: Bench, role: str) -> list[Item]:
    return [item for item in bench.scene.items if item.role == role]


def point_at(bench: Bench, at: QPoint) -> tuple[str, str]:
    """Point somewhere and return what the card says after a moment."""
    bench.point(at)
    bench.clock.advance(500)
    assert bench.canvas.hover_card.isVisible()
    return bench.canvas.hover_card.words


# -- paint --------------------------------------------------------------------------------------------


def grey_of(item: Item, theme: str = "light") -> bytes:
    """Paint one item on a lane's ground and return its shades of grey."""
    size = Size(120.0, 40.0)
    ground = Item(Kind.BAND, "lane-ground", Layer.BAND, Rect(0.0, 0.0, *size), None, "", "teal")
    scene = Scene(size, (ground, item), NOWHERE, NOWHERE, NOWHERE)
    image = QImage(120, 40, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    Painter(load_theme(THEMES, theme), QtMeasurer()).paint(painter, scene)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def apart(first: bytes, second: bytes) -> int:
    """Return how many pixels of two pictures differ by more than a shade."""
    one, other = (np.frombuffer(data, np.uint8).astype(int) for data in (first, second))
    return int((abs(one - other) > 60).sum())


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_no_two_seals_are_alike_in_grey(qt_app: QApplication, theme: str) -> None:
    box = Rect(50.0, 14.0, 12.0, 12.0)
    shapes = [SealShape(lines, fill) for lines in range(4) for fill in SealFill]
    seals = [grey_of(Item(Kind.SEAL, "seal", Layer.LABEL, box, detail=shape), theme) for shape in shapes]
    assert min(apart(one, other) for one, other in combinations(seals, 2)) >= 4


def test_no_two_signs_are_alike_in_grey(qt_app: QApplication) -> None:
    box = Rect(50.0, 14.0, 9.0, 9.0)
    signs = [grey_of(Item(Kind.SIGN, "sign", Layer.LABEL, box, detail=SignShape(sign))) for sign in Sign]
    assert min(apart(one, other) for one, other in combinations(signs, 2)) >= 6


def test_covers_are_not_taken_for_doubtful_dates(qt_app: QApplication) -> None:
    known = EndStyle.SOLID
    bars = [
        grey_of(
            bar(10.0, 7.0, 100.0, "teal", BarShape(10.0, 110.0, known, known, hollow=hollow, cover=cover))
        )
        for hollow, cover in ((False, Cover.PLAIN), (True, Cover.PLAIN), (False, Cover.HATCHED))
    ]
    gone = bar(10.0, 7.0, 100.0, "teal", BarShape(10.0, 110.0, known, known, cover=Cover.OUTLINED))
    bars.append(grey_of(gone._replace(role="event-gone")))
    assert min(apart(one, other) for one, other in combinations(bars, 2)) >= 30
    dots = [
        grey_of(dot(50.0, 20.0, "teal", DotShape(6.0, hollow=hollow, soft=soft, cover=cover)))
        for hollow, soft, cover in (
            (False, False, Cover.PLAIN), (True, False, Cover.PLAIN), (False, True, Cover.PLAIN),
            (False, False, Cover.HATCHED), (False, False, Cover.OUTLINED),
        )
    ]  # fmt: skip
    assert min(apart(one, other) for one, other in combinations(dots, 2)) >= 8


def test_on_paper_all_of_it_is_shapes(qt_app: QApplication) -> None:
    picture = QPicture()
    painter = QPainter(picture)
    Painter(load_theme(THEMES, "light"), QtMeasurer()).paint(painter, evidence_scene())
    painter.end()
    image = QImage(760, 280, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawPicture(0, 0, picture)
    painter.end()
    for area in (
        QRectF(10, 10, 14, 14),
        QRectF(150, 8, 110, 24),
        QRectF(470, 20, 160, 10),
        QRectF(470, 54, 160, 10),
    ):
        part = image.copy(area.toRect()).convertToFormat(QImage.Format.Format_Grayscale8)
        shades = np.frombuffer(part.constBits(), np.uint8)
        assert shades.max() - shades.min() > 60, area


# -- pointing and pressing ----------------------------------------------------------------------------


def test_a_silence_says_why_and_since_when(bench: Bench) -> None:
    (silence,) = items_of(bench, "silence")
    assert point_at(bench, middle(silence)) == ("Lost: 1950 to 1952", "The ledger burned.")


def test_a_click_on_a_silence_selects_nothing_and_says_why(bench: Bench) -> None:
    (silence,) = items_of(bench, "silence")
    QTest.mouseClick(bench.canvas, Qt.MouseButton.LeftButton, pos=middle(silence))
    bench.clock.advance(500)
    assert bench.commands() == [("select.clear", {})]
    assert bench.canvas.hover_card.words[0] == "Lost: 1950 to 1952"


def test_a_finger_on_a_silence_is_told_why_until_it_does_something_else(bench: Bench) -> None:
    (silence,) = items_of(bench, "silence")
    at, fingers = middle(silence), Fingers(bench)
    fingers.put(f0=(at.x(), at.y()))
    fingers.lift()
    bench.rest()
    assert bench.canvas.hover_card.isVisible()
    assert bench.canvas.hover_card.words[1] == "The ledger burned."
    fingers.put(f0=(500, 200))
    fingers.put(f0=(600, 200))
    fingers.lift()
    bench.rest()
    assert not bench.canvas.hover_card.isVisible()


def test_a_ghost_says_who_gives_the_date_and_opens_the_accounts(bench: Bench) -> None:
    bench.canvas.set_selection(("disputed",))
    bench.rest()
    ghost = items_of(bench, "ghost")[0]
    assert point_at(bench, middle(ghost)) == ("Another date", "20 June 1956: the history")
    assert bench.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(bench.canvas, Qt.MouseButton.LeftButton, pos=middle(ghost))
    assert bench.commands()[-1] == ("claim.open", {"id": "when"})


def test_from_one_ghost_to_the_next_the_card_follows(bench: Bench) -> None:
    bench.canvas.set_selection(("disputed",))
    bench.rest()
    first, second = items_of(bench, "ghost")
    point_at(bench, middle(first))
    assert point_at(bench, middle(second)) == ("Another date", "1954: Some time in 1954.")


def test_from_afar_ghosts_that_fall_together_are_told_together(bench: Bench) -> None:
    bench.canvas.set_selection(("disputed",))
    bench.canvas.set_view(View.between(seconds_from_civil(1000), seconds_from_civil(2900)))
    bench.rest()
    words = point_at(bench, middle(items_of(bench, "ghost")[0]))[1]
    assert words == "20 June 1956: the history\n1954: Some time in 1954."


def test_the_card_of_an_event_tells_its_evidence_only_while_seals_are_shown(bench: Bench) -> None:
    assert point_at(bench, bench.at("disputed"))[1] == "2 May 1956"
    bench.canvas.set_overlays(Overlays(evidence=True))
    bench.rest()
    bench.point(bench.empty_point())
    told = point_at(bench, bench.at("disputed"))[1]
    assert told == "2 May 1956\n3 independent lines of evidence; disputed"


def test_the_card_of_a_veiled_event_says_that_nobody_knows(bench: Bench) -> None:
    lens = Lens(known_at=known_at_date("1960"))
    bench.canvas.set_showing(Showing(evidence_exhibit(), lens))
    bench.canvas.set_view(WIDE)
    bench.rest()
    title, words = point_at(bench, bench.at("veiled"))
    assert title == "?"
    assert words.endswith("We do not know when this became public")


def test_overlays_come_and_go_without_laying_anything_out_anew(bench: Bench) -> None:
    relaid: list[bool] = []
    bench.canvas.relaid.connect(lambda: relaid.append(True))
    bench.canvas.set_overlays(Overlays(evidence=True, silences=False))
    bench.rest()
    assert items_of(bench, "seal")
    assert items_of(bench, "silence") == []
    assert relaid == []
    built = bench.canvas.build_count
    bench.canvas.set_overlays(Overlays(evidence=True, silences=False))
    bench.rest()
    assert bench.canvas.build_count == built


# -- screen readers -----------------------------------------------------------------------------------


def lane_of(bench: Bench, number: int) -> QAccessibleInterface:
    root = QAccessible.queryAccessibleInterface(bench.canvas)
    assert root is not None
    lane: QAccessibleInterface = root.child(number)
    return lane


def names_in(lane: QAccessibleInterface) -> list[str]:
    return [lane.child(index).text(NAME) for index in range(lane.childCount())]


def test_a_silence_is_an_item_of_its_lane(bench: Bench) -> None:
    lane = lane_of(bench, 1)
    silence = lane.child(lane.childCount() - 1)
    assert silence.text(NAME) == "Lost: 1950 to 1952"
    assert silence.text(DETAILS) == "The ledger burned."
    assert silence.role() is QAccessible.Role.ListItem
    assert silence.parent().text(NAME) == lane.text(NAME)
    (drawn,) = items_of(bench, "silence")
    area = silence.rect()
    assert bench.canvas.mapFromGlobal(area.topLeft()).x() == round(drawn.rect.x)
    # It is drawn 8 pixels high, too low to be met: its area reaches above and below.
    assert area.height() == 24
    assert area.contains(bench.canvas.mapToGlobal(QPoint(*map(round, drawn.rect.centre))))
    bench.canvas.set_overlays(Overlays(silences=False))
    bench.rest()
    assert "Lost: 1950 to 1952" not in names_in(lane_of(bench, 1))


def test_a_ghost_is_a_button_of_its_lane_and_goes_with_the_selection(bench: Bench) -> None:
    bench.canvas.set_selection(("disputed",))
    bench.rest()
    lane = lane_of(bench, 2)
    ghosts = [lane.child(index) for index in range(lane.childCount()) if "Another" in names_in(lane)[index]]
    assert [ghost.text(NAME) for ghost in ghosts] == [
        "Another date for disputed: 20 June 1956: the history",
        "Another date for disputed: 1954: Some time in 1954.",
    ]
    assert ghosts[0].role() is QAccessible.Role.Button
    assert ghosts[0].text(DETAILS) == "Press to read the accounts side by side."
    ghosts[0].actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert bench.commands()[-2:] == [("claim.open", {"id": "when"}), ("go.panel", {})]
    bench.canvas.set_selection(())
    bench.rest()
    assert not any("Another" in name for name in names_in(lane_of(bench, 2)))


def test_an_event_says_its_seal_to_those_who_hear_it(bench: Bench) -> None:
    bench.canvas.set_overlays(Overlays(evidence=True))
    bench.rest()
    lane = lane_of(bench, 2)
    event = next(lane.child(at) for at in range(lane.childCount()) if "disputed" in names_in(lane)[at])
    assert event.text(DETAILS).endswith("3 independent lines of evidence; disputed")
    assert bench.showing.event_id(DISPUTED) == "disputed"
