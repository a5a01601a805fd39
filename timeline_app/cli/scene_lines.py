# SPDX-License-Identifier: MIT
"""`--dump-scene`: everything that would be drawn, one JSON line for each view.

Sizes and places are those of the window: the canvas stands under the header and beside the panel, and its
items are told in the window's pixels.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.model.showing import Showing
from timeline_app.scene.arrange import arrange
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Scene
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.time_fold import UNFOLDED, QuietTime, ranged
from timeline_app.scene.view import View
from timeline_app.state.ruler import Ruler


def scene_lines(
    showing: Showing,
    views: Sequence[tuple[str, View]],
    size: Size,
    measurer: TextMeasurer,
    translator: Translator,
    *,
    text_scale: float = 1.0,
    selected: Sequence[str] = (),
    quiet: QuietTime = UNFOLDED,
    ruler: Ruler | None = None,
    settings: DateSettings = DEFAULT_SETTINGS,
) -> Iterator[str]:
    """Yield a line for each view: its text as asked for, and the view itself, in plain instants."""
    arrangement = arrange(size, text_scale)
    canvas = arrangement.canvas
    # Whole pixels, as the window gives them to the canvas.
    left, top = round(canvas.x), round(canvas.y)
    surface = Surface(Size(round(canvas.right) - left, round(canvas.bottom) - top), measurer, text_scale)
    stage = Stage(translator)
    stage.fit(showing, surface, arrangement.heads_px, quiet=quiet)
    stage.finish()
    ordinals = (showing.ordinal(event_id) for event_id in selected)
    highlight = Highlight(tuple(ordinal for ordinal in ordinals if ordinal is not None))
    marks = None
    if ruler is not None:
        from timeline_app.state.ruler_words import ruler_marks

        marks = ruler_marks(ruler, showing, settings, translator, stage.fold)
    overlays = Overlays(ruler=marks)
    for text, plain in views:
        view = ranged(plain, None, stage.fold)
        scene = _moved(stage.scene(view, highlight, overlays=overlays), left, top, size)
        dumped = dump_scene(scene, plain, text, showing, stage.fold)
        yield json.dumps(dumped, ensure_ascii=False, separators=(",", ":"))


def _moved(scene: Scene, left: float, top: float, size: Size) -> Scene:
    """Return the scene in the window's pixels."""
    items = tuple(item._replace(rect=item.rect.moved(left, top)) for item in scene.items)
    return replace(scene, size=Size(int(size.w), int(size.h)), items=items)
