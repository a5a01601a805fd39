# SPDX-License-Identifier: MIT
"""A widget that shows a scene: builds it only when something in it has changed, paints it once, rings the focus."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.scene.items import Item, Kind, Layer, Scene
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.ui.canvas.backing import Backing, ScenePainter
from timeline_app.ui.canvas.hand import Hand

RING_INSET_PX: Final = 3.0
KEY_REASONS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""Ways by which the focus comes without a hand pointing at the widget."""


class SceneWidget(QWidget):
    """What canvas and overview have in common. The hand's animator says when a frame is due."""

    def __init__(self, stage: Stage, hand: Hand, translator: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.stage: Final = stage
        self.hand: Final = hand
        self.translator: Final = translator
        self._painter: ScenePainter | None = None
        self._measurer: TextMeasurer | None = None
        self._text_scale = 1.0
        self._is_mirrored = False
        self._shows_focus = False
        self._scene: Scene | None = None
        self._built_from: tuple[object, ...] = ()
        self._backing = Backing()
        self.build_count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hand.animator.frame.connect(self._on_frame)

    @property
    def scene(self) -> Scene | None:
        """The scene of the displayed view, built at most once a frame; None while there is nothing to show."""
        if self._scene is None:
            self._built_from = self._ingredients()
            scene = self._build()
            if scene is not None:
                self.build_count += 1
                self._scene = self._ringed(scene)
        return self._scene

    @property
    def paint_count(self) -> int:
        """How often a scene has been painted; a frame paints at most one."""
        return self._backing.paint_count

    def set_style(self, painter: ScenePainter, measurer: TextMeasurer, text_scale: float = 1.0) -> None:
        """Take a theme's painter and the measurer of its fonts."""
        self._painter, self._measurer, self._text_scale = painter, measurer, text_scale
        self._refit()

    # -- for those who derive from it -------------------------------------------------------------

    def _build(self) -> Scene | None:
        """Build the scene."""
        raise NotImplementedError

    def _fit(self, surface: Surface) -> None:
        """Compute what depends on the surface."""
        raise NotImplementedError

    def _ingredients(self) -> tuple[object, ...]:
        """What the scene is built from: as long as this is the same, so is the scene."""
        fitted = self.stage.fitted if self.stage.is_fitted else None
        return self.hand.animator.view, fitted, self._is_focus_shown

    @property
    def _is_focus_shown(self) -> bool:
        return self._shows_focus and self.hasFocus()

    def _show_focus(self, *, shown: bool) -> None:
        """Show where the keyboard is, or leave it: a pointing hand knows where it is."""
        self._shows_focus = shown
        self.hand.animator.request_frame()

    def _refit(self) -> None:
        """Fit to size, style and direction; the next paint builds anew."""
        if self._measurer is not None and not self.size().isEmpty():
            size = Size(float(self.width()), float(self.height()))
            self._fit(Surface(size, self._measurer, self._text_scale, self._is_mirrored))
        self._scene = None
        self.update()
        self.hand.animator.request_frame()

    def _on_frame(self) -> None:
        if self._scene is None or self._built_from != self._ingredients():
            self._scene = None
            self.update()

    def _ringed(self, scene: Scene) -> Scene:
        """Show the focus around the whole widget while nothing within it shows it."""
        if not self._is_focus_shown or any(item.role == "focus-ring" for item in scene.items):
            return scene
        inside = Rect(0.0, 0.0, *scene.size).grown(-RING_INSET_PX)
        return replace(scene, items=(*scene.items, Item(Kind.RING, "focus-ring", Layer.OVERLAY, inside)))

    # -- Qt's side --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the scene's picture on the screen, painting it only if it is a new one."""
        brush = QPainter(self)
        scene = self.scene
        if scene is None or self._painter is None:
            brush.fillRect(event.rect(), self.palette().window())
            return
        picture = self._backing.picture(scene, self._painter, self.size(), self.devicePixelRatioF())
        brush.drawImage(0, 0, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the new size, at once: the next paint must fit."""
        super().resizeEvent(event)
        self._refit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it was a key that came here."""
        super().focusInEvent(event)
        self._show_focus(shown=event.reason() in KEY_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._show_focus(shown=self._shows_focus)
