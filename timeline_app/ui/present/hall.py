# SPDX-License-Identifier: MIT
"""The hall: what the class sees, timeline and board, in sizes that the last row can read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.model.chains import chain_of
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import ShownKind
from timeline_app.scene.board import Board, BoardRole, BoardText, plain_text
from timeline_app.scene.board_sheets import Sheets, sheets_of
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.hall_plan import BoardShape, HallPlan, plan_hall
from timeline_app.scene.hall_scene import with_lanes_first, with_lanes_turned
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.stage import Stage
from timeline_app.state.app_state import AppState, PanelPage, ThemeChoice
from timeline_app.state.board_subject import board_of, present_stop
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.placing_job import PlacingJobs
from timeline_app.ui.present.board_widget import BoardWidget, get_ready
from timeline_app.ui.present.hall_canvas import HallCanvas
from timeline_app.ui.present.hall_style import HallStyle
from timeline_app.ui.reading.typesetter import is_right_to_left

LOW_SHAPES: Final = frozenset({BoardShape.BELOW, BoardShape.LOW, BoardShape.WHOLE})
WHOLE: Final = Rect(0.0, 0.0, 1.0, 1.0)
READY_MS: Final = 700.0
"""So long after the first picture what later stops will need is loaded: the way to the first stop is over."""


class Hall(QWidget):
    """Timeline and board; it is handed the state, and what hands do on the timeline leaves it as commands.

    `changed` tells that it looks different now: whoever shows a picture of it paints that anew.
    """

    changed = Signal()

    def __init__(
        self,
        clock: Clock,
        translator: Translator,
        send: Send,
        themes_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._translator = translator
        self._themes_folder = themes_folder
        self._theme = ThemeChoice.LIGHT
        self._styles: dict[tuple[ThemeChoice, int], HallStyle] = {}
        self._shape = BoardShape.NONE
        self._below_px = 0
        self._shown: tuple[Showing, AppState] | None = None
        self._made: tuple[tuple[object, ...], Board] | None = None
        self._laid: tuple[Board, tuple[object, ...], Sheets] | None = None
        self._send = send
        self._is_showing = False
        self._is_relaid = False
        self._is_ready = False
        self.stage: Final = Stage(translator)
        self.canvas: Final = HallCanvas(self.stage, clock, translator, send, self)
        self.board: Final = BoardWidget(clock, translator, self)
        self.placing: Final = PlacingJobs(self.canvas, clock, self)
        self._clock = clock
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.refolded.connect(lambda: send("view.refold"))
        self.canvas.relaid.connect(self._keep_in_sight)
        self.canvas.shown.connect(self.changed)

    # -- what it looks like -----------------------------------------------------------------------

    @property
    def style_of_hall(self) -> HallStyle:
        """Fonts, colours and strokes for the present height."""
        key = (self._theme, max(self.height(), 1))
        if key not in self._styles:
            self._styles = {key: HallStyle(self._themes_folder, self._theme, float(key[1]))}
        return self._styles[key]

    @property
    def plan(self) -> HallPlan:
        """Where timeline and board stand."""
        return self._plan_of(self._shape)

    def _plan_of(self, shape: BoardShape) -> HallPlan:
        height_px = float(self.height())
        size = Size(float(self.width()), max(height_px - self._below_px, 1.0))
        mirrored = is_right_to_left(self._translator.language)
        return plan_hall(size, shape, mirrored=mirrored, screen_px=height_px)

    def keep_clear(self, below_px: int) -> None:
        """Leave room below for what stands over the hall; type stays as large as it is."""
        if below_px != self._below_px:
            self._below_px = below_px
            self._arrange()
            if self._shown is not None:
                self.show_state(*self._shown)

    # -- what it shows ----------------------------------------------------------------------------

    def show_state(self, showing: Showing | None, state: AppState) -> None:
        """Show the state as the class sees it; what is the same as before stays as it is."""
        if showing is None:
            self._shown = self._made = self._laid = None
            self.canvas.set_showing(None)
            return
        self._is_showing = True
        self._show(showing, state)
        self._is_showing = False
        if self._is_relaid:
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Have the event in hand kept in sight, once all of a state is shown: what follows comes after it."""
        self._is_relaid = self._is_showing
        if not self._is_showing:
            self._send("select.keep-in-sight")

    def _show(self, showing: Showing, state: AppState) -> None:
        before = self._shown
        self._shown = (showing, state)
        if not self._is_ready:
            self._is_ready = True
            self._clock.after(READY_MS, self._get_ready)
        self._theme = state.settings.theme
        laid = self._sheets_of(self._board_of(showing, state))
        self._shape = laid.shape
        self._arrange()
        self.canvas.set_reduced_motion(reduced=state.settings.reduced_motion)
        is_low = self._shape in LOW_SHAPES
        self.canvas.set_overlays(Overlays(state.evidence_shown, state.silences_shown and not is_low))
        # At a stop the timeline stands still: whole lanes from the top, that of the event in hand among them.
        is_still = is_low or (state.tour is not None and not state.tour.is_away)
        if before is None or before[0] is not showing:
            self.canvas.expect_lanes(state.lanes)
            self.canvas.set_showing(showing, state.quiet)
        lanes = self._lanes_of(showing, state, is_low=is_low) if is_still else state.lanes
        self.canvas.show_lanes(lanes, is_low=is_low, shows_whole=is_still)
        self.canvas.set_quiet(state.quiet)
        if state.view is not None:
            self.canvas.set_view(state.view.scrolled_to(0.0) if is_still else state.view)
        self._clip()
        if self.canvas.selected_ids != state.selection.ids or before is None or before[0] is not showing:
            self.canvas.set_selection(state.selection.ids)
        marks = self._chain_marks(showing, state)
        if marks != self.canvas.chain:
            self.canvas.set_chain(marks)
        self._show_question(showing, state)
        sheet = state.tour.sheet_in_hand if state.tour is not None else 0
        self.board.show_sheet(laid.sheets[min(sheet, len(laid.sheets) - 1)], self.style_of_hall, showing)
        self.changed.emit()

    def _get_ready(self) -> None:
        """Load what shows maps and figures before a stop asks for it."""
        if shiboken6.isValid(self) and self._shown is not None:
            get_ready(self._shown[0])

    def _lanes_of(self, showing: Showing, state: AppState, *, is_low: bool) -> LaneState:
        """Return the lanes so that those of the event in hand are in sight without scrolling."""
        primary = state.selection.primary
        ordinal = showing.ordinal(primary) if primary is not None else None
        if ordinal is None or not self.stage.is_fitted:
            return state.lanes
        if is_low:
            return with_lanes_first(showing, state.lanes, ordinal)
        return with_lanes_turned(showing, state.lanes, ordinal, self.stage.fitted)

    def _clip(self) -> None:
        """Let only whole lanes be seen."""
        canvas = self.canvas
        shown_px = int(canvas.shown_px)
        if shown_px < canvas.height():
            canvas.setMask(QRect(0, 0, canvas.width(), shown_px))
        else:
            canvas.clearMask()

    def _show_question(self, showing: Showing, state: AppState) -> None:
        """Show on the timeline what the class is asked to place, and where it has."""
        if state.prediction is None and self.canvas.overlays.guess is None:
            return
        from timeline_app.state.prediction_words import guess_marks

        marks = guess_marks(state, showing, self._translator)
        if marks != self.canvas.overlays.guess:
            self.canvas.set_guess(marks)

    def _board_of(self, showing: Showing, state: AppState) -> Board:
        """Return what stands on the board; it is made anew only when it is about something else."""
        key = (
            id(showing),
            state.tour,
            state.page,
            state.subject,
            state.words,
            state.selection,
            state.prediction,
        )
        if self._made is None or self._made[0] != key:
            self._made = (key, board_of(showing, state, self._translator))
        return self._made[1]

    def sheet_count(self, showing: Showing | None, state: AppState) -> int:
        """Return how many sheets there are to read of what a state shows, in a picture of the present size."""
        if showing is None or self.size().isEmpty():
            return 1
        return len(self._sheets_of(self._board_of(showing, state)).sheets)

    def _sheets_of(self, board: Board) -> Sheets:
        """Return the sheets of a board; they stay while board and size do."""
        style, size = self.style_of_hall, (self.width(), self.height(), self._below_px)
        key = (*size, style)
        if self._laid is None or self._laid[:2] != (board, key):
            style.forget_texts()
            laid = sheets_of(
                board,
                lambda shape: self._plan_of(shape).board._replace(x=0.0, y=0.0),
                style,
                style.unit,
                self._mark_of,
            )
            self._laid = board, key, laid
        return self._laid[2]

    def _mark_of(self, number: int, count: int) -> BoardText:
        translator = self._translator
        said = translator.say("hall.sheet", number=number, count=count)
        return plain_text(BoardRole.MARK, said, translator.language)

    def _chain_marks(self, showing: Showing, state: AppState) -> ChainMarks | None:
        """Return the chain that is shown, at a stop or away from it."""
        stop = present_stop(showing, state)
        if stop is not None and state.tour is not None:
            chains = [each for each in stop.seen(state.tour.step) if each.kind is ShownKind.CHAIN]
            names = chains[0].id if chains else ""
        else:
            names = state.subject if state.page is PanelPage.CHAIN else ""
        pins = [ordinal for name in names.split() if (ordinal := showing.ordinal(name)) is not None]
        chain = chain_of(showing, pins)
        return ChainMarks(chain.ordinals, chain.edges) if len(chain.steps) > 1 else None

    def _arrange(self) -> None:
        """Put timeline and board in their places, with type for the present height."""
        if self.size().isEmpty():
            return
        plan, style = self.plan, self.style_of_hall
        mirrored = is_right_to_left(self._translator.language)
        self.canvas.set_layout(plan.heads_px, mirrored=mirrored)
        self.canvas.setGeometry(*(round(length) for length in plan.canvas))
        if self.canvas.hall_style is not style:
            self.canvas.wear(style)
        self.board.setVisible(self._shape is not BoardShape.NONE)
        self.board.setGeometry(*(round(length) for length in plan.board))
        self.board.raise_()

    # -- pictures of it ---------------------------------------------------------------------------

    def paint_on(self, painter: QPainter, scale: float = 1.0) -> None:
        """Paint the hall with its corner at the painter's origin; `scale` is device pixels per pixel of the hall.

        Words and marks are drawn for that scale: a part that fills the screen is as sharp as the whole.
        """
        style, scene = self.style_of_hall, self.canvas.scene
        painter.fillRect(self.rect(), QColor(style.theme.colour("paper")))
        if scene is not None and self._shape is not BoardShape.WHOLE:
            painter.save()
            painter.translate(self.canvas.pos())
            painter.setClipRect(QRectF(0.0, 0.0, self.canvas.width(), self.canvas.shown_px))
            style.painter.paint(painter, scene, device_pixel_ratio=scale)
            painter.restore()
        if self._shape is not BoardShape.NONE:
            painter.save()
            painter.translate(self.board.pos())
            self.board.paint_on(painter)
            self.board.paint_parts(painter)
            painter.restore()

    def picture(self, size: QSize, part: Rect = WHOLE, pixel_ratio: float = 1.0) -> QImage:
        """Return a part of the hall, in shares of it, as a picture of so many pixels."""
        image = QImage(size * pixel_ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(pixel_ratio)
        image.fill(QColor(self.style_of_hall.theme.colour("paper")))
        if self.size().isEmpty():
            return image
        scale = size.width() / (self.width() * part.w)
        painter = QPainter(image)
        painter.scale(scale, size.height() / (self.height() * part.h))
        painter.translate(-part.x * self.width(), -part.y * self.height())
        self.paint_on(painter, scale * pixel_ratio)
        painter.end()
        return image

    # -- Qt's side --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: set everything anew for another height."""
        super().resizeEvent(event)
        self._arrange()
        if self._shown is not None:
            self.show_state(*self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the ground, where neither timeline nor board stands."""
        QPainter(self).fillRect(event.rect(), QColor(self.style_of_hall.theme.colour("paper")))

    def sizeHint(self) -> QSize:
        """Qt's: a picture for a screen of full definition."""
        return QSize(1_920, 1_080)
