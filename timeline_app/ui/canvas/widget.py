# SPDX-License-Identifier: MIT
"""The canvas: shows the timeline at the displayed view, and reports gestures as commands.

It never touches the store. Whoever owns it hands in showing, target view and selection; it answers
with commands through `send`, and tells by signals what is displayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.badges import Badge
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.folded_spot import folded_spot, opened_by
from timeline_app.scene.highlight import HitMarks
from timeline_app.scene.hit import hit
from timeline_app.scene.items import Item, Scene, Target, TargetKind
from timeline_app.scene.lane_marks import NO_LANE, LaneMarks
from timeline_app.scene.lane_words import change_in_words
from timeline_app.scene.overlays import USUAL_OVERLAYS, Overlays
from timeline_app.scene.pinch import anchor_at
from timeline_app.scene.ruler_marks import RulerMarks
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.time_fold import UNFOLDED, QuietTime, instant_of
from timeline_app.scene.view import Anchor, View
from timeline_app.ui.announcement import announce
from timeline_app.ui.canvas.arrivals import Arrivals
from timeline_app.ui.canvas.backing import ScenePainter
from timeline_app.ui.canvas.gestures import MouseGestures
from timeline_app.ui.canvas.hand import Hand, Send
from timeline_app.ui.canvas.hover_card import HoverCard
from timeline_app.ui.canvas.keyboard_canvas import KeyboardCanvas
from timeline_app.ui.canvas.lane_heads import LaneHeads
from timeline_app.ui.canvas.spotlight import Spotlight
from timeline_app.ui.canvas.touch import TouchGestures
from timeline_app.ui.canvas.wheel import WheelGestures

if TYPE_CHECKING:
    from timeline_app.scene.guess_marks import GuessMarks

TOUCH_EVENTS: Final = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


class CanvasWidget(KeyboardCanvas):
    """The timeline.

    `drawing` goes before the making of every scene, `shown` follows every frame, `settled` the end of each
    movement, `focus_moved` the keyboard, `replaced` another exhibit or lens, `relaid` lanes of another height,
    `refolded` perhaps another fold of quiet time: the store's view is to be counted anew before anything else.
    """

    drawing = Signal()
    shown = Signal()
    replaced = Signal()
    relaid = Signal()
    refolded = Signal()
    settled = Signal()
    selection_shown = Signal()

    def __init__(
        self, stage: Stage, clock: Clock, translator: Translator, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(stage, Hand(stage, clock, send), translator, parent)
        self.hand.setParent(self)
        self.clock: Final = clock
        self.send = send
        self.hover_card: Final = HoverCard(self)
        self._heads_px = 0.0
        self._lanes = USUAL
        self._is_tray_open = False
        self._quiet = UNFOLDED
        self._overlays = USUAL_OVERLAYS
        self._selected_ids: tuple[str, ...] = ()
        self._arrivals = Arrivals(clock)
        self._spotlight = Spotlight(self.hand, self.hover_card, translator, lambda: self.scene, stage)
        self._mouse = MouseGestures(self)
        self._wheel = WheelGestures(self.hand, self._anchor_at, self._is_over_heads)
        self._touch = TouchGestures(self)
        self.heads = LaneHeads(self)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.hand.animator.settled.connect(self._on_settled)

    # -- what gestures and others may ask ---------------------------------------------------------

    @property
    def displayed_view(self) -> View | None:
        """The view as displayed now, on its way to the target."""
        return self.hand.animator.view

    @property
    def is_settled(self) -> bool:
        """Whether nothing moves."""
        return self.hand.animator.is_settled

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected events, the one in hand last."""
        return self._selected_ids

    def event_id(self, ordinal: int) -> str:
        """Return an event's id."""
        return self._showing.event_id(ordinal) if self._showing is not None else ""

    # -- what the owner hands in ------------------------------------------------------------------

    def set_style(self, painter: ScenePainter, measurer: TextMeasurer, text_scale: float = 1.0) -> None:
        """Take a theme's painter and the measurer of its fonts, for the card too."""
        self._spotlight.text_scale = text_scale
        super().set_style(painter, measurer, text_scale)

    def set_layout(self, heads_px: float, *, mirrored: bool = False) -> None:
        """Take the width of the column of lane names, and the direction."""
        if (heads_px, mirrored) != (self._heads_px, self._is_mirrored):
            self._heads_px, self._is_mirrored = heads_px, mirrored
            self._refit()

    def set_tray(self, *, is_open: bool) -> None:
        """Open or fold the tray of undated events."""
        if is_open != self._is_tray_open:
            self._is_tray_open = is_open
            self._refit()
            self.settled.emit()

    def set_quiet(self, quiet: QuietTime) -> None:
        """Fold quiet time, open it, or open a stretch of it; what is in the middle stays there."""
        if quiet != self._quiet:
            self._mouse.cancel()
            self._wheel.end()
            # Breaks are counted anew: what the pointer was at may be another one now.
            at = self._spotlight.pointer
            self.point_at(None, at.x(), at.y())
            self._quiet = quiet
            self._refit()
            self.settled.emit()

    @property
    def overlays(self) -> Overlays:
        """What is drawn over the events."""
        return self._overlays

    def set_ruler(self, ruler: RulerMarks | None) -> None:
        """Show a ruler over all else, or take it away."""
        self._overlays = self._spotlight.overlays = self._overlays._replace(ruler=ruler)
        self.hand.animator.request_frame()

    def set_guess(self, guess: GuessMarks | None) -> None:
        """Show what a class is asked to place, and where it has; or take it away."""
        self._overlays = self._spotlight.overlays = self._overlays._replace(guess=guess)
        self.hand.animator.request_frame()

    def set_overlays(self, overlays: Overlays) -> None:
        """Draw seals of evidence and silences, or leave them out; nothing is laid out anew; ruler and guess stay."""
        overlays = overlays._replace(ruler=self._overlays.ruler, guess=self._overlays.guess)
        if overlays != self._overlays:
            self._overlays = self._spotlight.overlays = overlays
            self.hand.animator.request_frame()
            self.settled.emit()

    def expect_lanes(self, lanes: LaneState) -> None:
        """Take the lanes of an exhibit that is handed in next."""
        self._lanes = lanes
        self.heads.set_state(lanes)

    def set_lanes(self, lanes: LaneState) -> None:
        """Take what the reader has made of the lanes; what has become of them is told."""
        if lanes == self._lanes:
            return
        before, self._lanes = self._lanes, lanes
        order = self.stage.fitted.choice.order if self.stage.is_fitted else ()
        self.heads.set_state(lanes)
        self._refit()
        self.heads.settle_focus(order)
        self.settled.emit()
        if self._showing is not None:
            at = self.heads.focused if self.heads.focused >= 0 else None
            words = change_in_words(self._showing.lanes, before, lanes, self.translator, at)
            announce(self, words)

    def set_showing(self, showing: Showing | None, quiet: QuietTime = UNFOLDED) -> None:
        """Take a new exhibit or another lens; selection and view are handed in after it."""
        self._mouse.cancel()
        self._quiet = quiet
        self.hand.expect_jump()
        self._showing = showing
        self.heads.focused = NO_LANE
        self._spotlight.set_showing(showing)
        self._refit()
        self.replaced.emit()
        self.set_selection(self._selected_ids)

    def set_view(self, view: View) -> None:
        """Take the store's target view and travel there."""
        self.hand.accept(view)

    def set_selection(self, ids: tuple[str, ...]) -> None:
        """Take the selected events; the keyboard goes with the one in hand."""
        if ids and ids[-1:] != self._selected_ids[-1:]:
            self._focused_id = ids[-1]
            self._is_at_tray = False
            self.heads.focused = NO_LANE
        self._selected_ids = ids
        found = (self._ordinal(event_id) for event_id in ids)
        self._spotlight.select(tuple(ordinal for ordinal in found if ordinal is not None))
        self._follow_focus()
        self.selection_shown.emit()

    def set_hits(self, hits: HitMarks | None) -> None:
        """Mark what a search has found; the next exhibit or lens begins without."""
        self._spotlight.show_hits(hits)

    @property
    def chain(self) -> ChainMarks | None:
        """The steps of the chain that is followed."""
        return self._spotlight.highlight.chain

    def set_chain(self, chain: ChainMarks | None) -> None:
        """Mark the steps of a chain; the next exhibit or lens begins without."""
        self._spotlight.show_chain(chain)

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch animation and gliding off or on."""
        self.hand.animator.reduced_motion = reduced

    # -- labels that are placed in the background -------------------------------------------------

    def show_arrivals(self) -> bool:
        """Let what has been placed meanwhile fade in; tell whether all is there and no more will come."""
        if self._arrivals.look(fades=not self.hand.animator.reduced_motion):
            self.hand.animator.request_frame()
        return self._arrivals.is_all_there

    def finish_placing(self) -> None:
        """Place all labels now and show them: for pictures that are drawn only once."""
        if self.stage.is_fitted and self.stage.pending is not None:
            self.stage.finish()
            self._arrivals.show_all()
            self._refit()

    # -- what gestures show -----------------------------------------------------------------------

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Show what the pointer is at."""
        self._spotlight.point_at(item, x_px, y_px)

    def open_folded(self, item: Item | None, x_px: float) -> None:
        """List the events behind a badge, or behind the density at an x; one alone is selected."""
        scale = self.hand.scale
        spot = folded_spot(self.stage, scale, item, x_px) if item is not None else None
        if spot is None:
            return
        if spot.ordinal is not None:
            self.send("select.event", id=self.event_id(spot.ordinal), unfold=False)
            return
        span_s = opened_by(spot, scale.seconds_per_px)
        self.list_folded(Badge(spot.lane, *span_s, spot.event_count))

    def open_claim(self, ghost: Target) -> None:
        """Open the claim in which an account gives the event another date."""
        ghosts = self.stage.fitted.standings.ghosts(ghost.index)
        self.send("claim.open", id=ghosts[int(ghost.part)].claim)

    def list_folded(self, badge: Badge) -> bool:
        """List the events that a badge counts."""
        fold = self.stage.fold
        return self.send(
            "folded.show",
            lane=self.stage.fitted.lanes[badge.lane].id,
            first_s=instant_of(fold, badge.first_s),
            last_s=instant_of(fold, badge.last_s),
            zoom=self.hand.scale.seconds_per_px,
        )

    def show_box(self, box: Rect | None) -> None:
        """Show the box that is being drawn."""
        self._spotlight.show_box(box)

    def show_lane_marks(self, marks: LaneMarks) -> None:
        """Show what is at the names of the lanes."""
        self._spotlight.show_lanes(marks)

    def call_off_touch(self) -> None:
        """Let go of the timeline: the finger has taken hold of a lane."""
        self._touch.cancel()

    def click_name(self, x_px: float, y_px: float, slop_px: float) -> bool:
        """Do what a tap on a lane's name means; tell whether it was on one."""
        return self.heads.click(QPointF(x_px, y_px), slop_px / 2)

    def has_event_at(self, at: QPointF) -> bool:
        """Tell whether an event's mark or words stand at a point."""
        scene = self.scene
        item = hit(scene, at.x(), at.y(), 0.0) if scene is not None else None
        return item is not None and item.target is not None and item.target.kind is TargetKind.EVENT

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Set the pointer's shape."""
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _anchor_at(self, x_px: float) -> Anchor:
        return anchor_at(self.hand.scale, x_px)

    def _is_over_heads(self, x_px: float, y_px: float) -> bool:
        scene = self.scene
        return scene is not None and scene.heads_rect.contains(x_px, y_px)

    # -- building ---------------------------------------------------------------------------------

    def _fit(self, surface: Surface) -> None:
        if self._showing is None:
            return
        before = self.stage.fold
        if self.stage.fit(
            self._showing,
            surface,
            self._heads_px,
            is_tray_open=self._is_tray_open,
            lanes=self._lanes,
            quiet=self._quiet,
        ):
            if self.stage.fold != before:
                self.hand.refold(before)
            self.refolded.emit()
            self.relaid.emit()

    def _build(self) -> Scene | None:
        view = self.displayed_view
        if view is None or self._showing is None or not self.stage.is_fitted:
            return None
        self.drawing.emit()
        self._arrivals.follow(self.stage.fitted.placement)
        return self.stage.scene(view, self._spotlight.highlight, self._arrivals.arrival, self._overlays)

    def _ingredients(self) -> tuple[object, ...]:
        spotlight, arrival = self._spotlight.highlight, self._arrivals.arrival
        return *super()._ingredients(), spotlight, self._showing, arrival, self._overlays

    def _on_frame(self) -> None:
        if not self.is_settled:
            self._spotlight.hide_card()
        super()._on_frame()
        if self._arrivals.is_fading:
            self.hand.animator.request_frame()
        self.shown.emit()

    def _on_settled(self) -> None:
        if self.underMouse() and not self._mouse.is_busy and not self.heads.is_busy:
            at = self._spotlight.pointer
            self._mouse.hover(at.x(), at.y(), Qt.KeyboardModifier.NoModifier)
            self.heads.hover(at)
        self._spotlight.resume()
        self.settled.emit()

    # -- Qt's side --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take raw touches and the trackpad's own pinches; note the use of keys before shortcuts eat them."""
        if event.type() in TOUCH_EVENTS and isinstance(event, QTouchEvent):
            self._take_touch(event)
            return True
        if isinstance(event, QNativeGestureEvent) and self._wheel.pinch(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride:
            self._show_focus(shown=True)
            if isinstance(event, QKeyEvent) and self.heads.wants(event):
                # Else the events' shortcuts would have it: the arrows, say.
                event.accept()
                return True
        return super().event(event)

    def _take_touch(self, event: QTouchEvent) -> None:
        self._spotlight.hide_card()
        if event.type() == QEvent.Type.TouchBegin:
            self.point_at(None, -1.0, -1.0)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._show_focus(shown=False)
        if not self.heads.take_touch(event):
            self._touch.take(event)
        # Accepted touches are not turned into mouse events a second time.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or a box."""
        self._show_focus(shown=False)
        if not self._mouse.is_busy and self.heads.press(event):
            self.point_at(None, event.position().x(), event.position().y())
            return
        self.heads.leave()
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, drag or draw the box."""
        if self.heads.is_busy:
            self.heads.move(event)
            return
        self._mouse.move(event)
        if not self._mouse.is_busy:
            self.heads.hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        if self.heads.is_busy:
            if event.button() is Qt.MouseButton.LeftButton:
                self.heads.release(event)
            return
        self._mouse.release(event)
        self.heads.hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in; at a lane's name collapse or open it."""
        if not self.heads.double_click(event):
            self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a lane at its name; the menu key is one of the names' own keys."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            event.setAccepted(self.is_at_heads)
        else:
            event.setAccepted(self.heads.ask_menu(QPointF(event.pos())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, pan or scroll the lanes."""
        self._spotlight.hide_card()
        self._wheel.turn(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the pointer was at."""
        super().leaveEvent(event)
        if not self._mouse.is_busy:
            self.point_at(None, -1.0, -1.0)
        if not self.heads.is_busy:
            self.heads.hover(QPointF(-1.0, -1.0))

    def hideEvent(self, event: QHideEvent) -> None:
        """Call off a gesture that can no longer end."""
        super().hideEvent(event)
        self._spotlight.hide_card()
        self._mouse.cancel()
        self.heads.cancel()
        self._wheel.end()
