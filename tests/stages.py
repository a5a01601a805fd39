# SPDX-License-Identifier: MIT
"""Stages without a toolkit: sample documents fitted to a surface, measured at seven pixels a character."""

from __future__ import annotations

from pathlib import Path

from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import Calendar, calendar_named
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import Plain
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import FoldedShape, Item, Scene, Target, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.surface import PlainMeasurer, Surface
from timeline_app.scene.view import View

ENGLISH = Translator.from_file(Path(__file__).resolve().parents[1] / "resources" / "languages" / "en.json")
HEADS_PX = 150.0


def plain_surface(
    width_px: float = 1_000.0, height_px: float = 400.0, text_scale: float = 1.0, *, mirrored: bool = False
) -> Surface:
    """Return a surface that measures without fonts."""
    return Surface(Size(width_px, height_px), PlainMeasurer(text_scale), text_scale, mirrored)


def known_calendar(name: str) -> Calendar:
    """Return a calendar that must be there."""
    calendar = calendar_named(name)
    assert calendar is not None
    return calendar


def stage_of(document: Document, surface: Surface | None = None, heads_px: float = HEADS_PX) -> Stage:
    """Return a stage that is fitted to a document, seen through no lens."""
    stage = Stage(ENGLISH)
    stage.fit(Showing(document), surface or plain_surface(), heads_px)
    return stage


def selected(stage: Stage, *ordinals: int, view: View | None = None) -> Scene:
    """Return the scene in which events are selected, of the whole of time unless a view is given."""
    return stage.scene(view or stage.whole_view(), Highlight(ordinals))


def target_of(item: Item) -> Target:
    """Return what an item stands for; it must stand for something."""
    assert item.target is not None
    return item.target


def shape_of(badge: Item) -> FoldedShape:
    """Return which stretch a badge counts, and how many are folded in it."""
    assert isinstance(badge.detail, FoldedShape)
    return badge.detail


def items_of_dump(dumped: dict[str, Plain]) -> list[dict[str, Plain]]:
    """Return the items of a scene as plain data."""
    items = dumped["items"]
    assert isinstance(items, list)
    found = [item for item in items if isinstance(item, dict)]
    assert len(found) == len(items)
    return found


def of_role(scene: Scene, role: str) -> list[Item]:
    """Return a scene's items of one role, in paint order."""
    return [item for item in unfolded(scene.items) if item.role == role]


def of_event(scene: Scene, ordinal: int) -> list[Item]:
    """Return what stands for one event, in paint order."""
    return [
        item
        for item in unfolded(scene.items)
        if item.target is not None and item.target.kind is TargetKind.EVENT and item.target.index == ordinal
    ]
