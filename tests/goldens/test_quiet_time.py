# SPDX-License-Identifier: MIT
"""Exhibits with quiet time folded: the built-in one, Caesar and deep time at three zooms, in every theme and mirrored."""

from functools import cache
from pathlib import Path

import pytest

from tests.goldens.scene_text import drawn, listed
from tests.goldens.test_doubts import draw
from tests.goldens.test_pictures import check, fonts
from tests.stages import ENGLISH, plain_surface
from timeline_app.base.geometry import Size
from timeline_app.base.places import built_in_exhibit, example_exhibit
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_fold import QuietTime, ranged
from timeline_app.scene.view import View
from timeline_app.state.opening import view_of_text
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.theme import THEME_NAMES

__all__ = ["fonts"]

SIZE = (1_260.0, 630.0)
HEADS_PX = 154.0

VIEWS = {
    "built-in": ("", ""),
    "built-in-ships": ("", "1968/2000"),
    "caesar": ("caesar", ""),
    "big-bang": ("big-bang", ""),
    "big-bang-earth": ("big-bang", "Y-48E8/Y-18E8"),
    "big-bang-within": ("big-bang", "Y-10E9/Y-6E9"),
}


@cache
def document_of(name: str) -> Document:
    """Return an exhibit that comes with the program as it is read; "" is the built-in one."""
    document = read_exhibit(example_exhibit(name) if name else built_in_exhibit()).document
    assert document is not None
    return document


def folded(name: str, surface: Surface, calendars: tuple[str, ...] = ()) -> tuple[Stage, View]:
    """Return a stage with quiet time folded, and the view of that name."""
    exhibit, asked = VIEWS[name]
    document = document_of(exhibit)
    stage = Stage(ENGLISH)
    stage.fit(
        Showing(document, calendars=calendars) if calendars else Showing(document),
        surface,
        HEADS_PX,
        quiet=QuietTime(is_folded=True),
    )
    stage.finish()
    if not asked:
        return stage, stage.whole_view()
    return stage, ranged(view_of_text(asked, document.date_settings), None, stage.fold)


@pytest.mark.parametrize("name", VIEWS)
def test_scenes_with_quiet_time_folded(golden, name):
    stage, view = folded(name, plain_surface(*SIZE))
    golden(f"scene-quiet-{name}.txt", drawn(stage.scene(view)))


def test_the_overview_with_quiet_time_folded(golden):
    stage, view = folded("built-in", plain_surface(*SIZE))
    scene = stage.overview(view, plain_surface(1_260.0, 90.0))
    golden("scene-quiet-overview.txt", listed(scene, stage.fitted.showing))


def window(*, mirrored: bool = False) -> Surface:
    """Return a surface that measures as the window does."""
    return Surface(Size(1_000.0, 560.0), QtMeasurer(), 1.0, mirrored)


@pytest.mark.parametrize("name", VIEWS)
def test_quiet_time_looks_as_it_did(name, tmp_path: Path):
    stage, view = folded(name, window())
    check(draw(stage.scene(view), "light"), f"quiet-{name}-light", tmp_path)


@pytest.mark.parametrize("theme", [name for name in THEME_NAMES if name != "light"])
def test_breaks_are_clear_in_every_theme(theme, tmp_path: Path):
    stage, view = folded("built-in-ships", window())
    check(draw(stage.scene(view), theme), f"quiet-built-in-ships-{theme}", tmp_path)


def test_breaks_in_a_mirror_with_further_calendars(tmp_path: Path):
    assert {"hebrew", "islamic"} <= set(CALENDAR_NAMES)
    stage, view = folded("built-in-ships", window(mirrored=True), ("hebrew", "islamic"))
    check(draw(stage.scene(view), "light"), "quiet-mirrored-light", tmp_path)


def test_the_overview_looks_as_it_did(tmp_path: Path):
    stage, view = folded("built-in", window())
    small = Surface(Size(1_000.0, 90.0), QtMeasurer(), 1.0)
    check(draw(stage.overview(view, small), "light"), "quiet-overview-light", tmp_path)
