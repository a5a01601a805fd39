# SPDX-License-Identifier: MIT
"""Dates of every doubt, each in a lane of its own, at every step from a point to a long bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tests.sample_documents import document_of
from tests.stages import ENGLISH
from timeline_app.base.geometry import Size
from timeline_app.chrono.instant import MEAN_YEAR_S, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Kind, Layer, Scene
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View
from timeline_app.ui.canvas.metrics import QtMeasurer

WIDTH_PX: Final = 900.0
LANE_PX: Final = 47.0
AXIS_PX: Final = 58.0
MIDDLE_YEAR: Final = 1956

POINT: Final = MappingProxyType(
    {
        "certain": "1955",
        "approximate": "1955~",
        "uncertain": "1955?",
        "both": "1955%",
        "open end": "1955/..",
        "open beginning": "../1955",
        "unknown end": "1955/",
        "unknown beginning": "/1955",
        "open end, uncertain": "1955?/..",
        "one of two": "[1955,1957]",
        "all of two": "{1955,1957}",
        "or later": "[1955..]",
        "or earlier": "[..1955]",
        "one of two, approximate": "[1955~,1957~]",
    }
)
"""What is told apart even where a year is less than a pixel."""

BARS: Final = MappingProxyType(
    {
        "known days": "1955-01-01/1957-12-31",
        "a day to a year": "1955-01-01/1957",
        "years": "1955/1957",
        "approximate interval": "1955~/1957~",
        "uncertain interval": "1955-01-01?/1957-12-31?",
        "uncertain and approximate interval": "1955%/1957%",
        **POINT,
        "some time between": "[1955..1957]",
        "some time about": "[1955~..1957~]",
        "all of a stretch": "{1955..1957}",
        "a day, or two years": "[1955-01-01,1957..1958]",
    }
)
"""What is told apart where it is wide enough for a bar."""

STEPS: Final[Mapping[str, tuple[float, Mapping[str, str]]]] = MappingProxyType(
    {"point": (0.7, POINT), "short": (20.0, BARS), "long": (90.0, BARS)}
)
"""For each step: how many pixels a year is wide, and what is shown."""


def doubts_stage(samples: Mapping[str, str], colours: Sequence[str] = ("teal",)) -> Stage:
    """Return a stage with a lane for each sample, in the given colours by turns."""
    events = [
        {"id": f"sample-{number}", "title": name, "date": date, "lane": f"lane-{number}"}
        for number, (name, date) in enumerate(samples.items())
    ]
    lanes = {
        f"lane-{number}": {"title": date, "colour": colours[number % len(colours)]}
        for number, date in enumerate(samples.values())
    }
    stage = Stage(ENGLISH)
    size = Size(WIDTH_PX, AXIS_PX + LANE_PX * len(samples))
    document = document_of({"title": "Doubts", "lanes": lanes, "events": events})
    stage.fit(Showing(document), Surface(size, QtMeasurer(), 1.0, False), 190.0)
    return stage


def doubts_scene(step: str, colours: Sequence[str] = ("teal",)) -> Scene:
    """Return the samples of a step."""
    year_px, samples = STEPS[step]
    stage = doubts_stage(samples, colours)
    span_s = (WIDTH_PX - 190.0) / year_px * MEAN_YEAR_S
    return stage.scene(View.between(*_about(year_start_s(MIDDLE_YEAR), span_s)))


def without_words(scene: Scene) -> Scene:
    """Return a scene with marks alone: what is told by words alone is not told apart by drawing."""
    marks = tuple(
        item
        for item in scene.items
        if item.kind is not Kind.LABEL and item.layer not in (Layer.GRID, Layer.AXIS)
    )
    return Scene(scene.size, marks, scene.lanes_rect, scene.axis_rect, scene.heads_rect)


def _about(middle_s: int, span_s: float) -> tuple[int, int]:
    return middle_s - round(span_s / 2), middle_s + round(span_s / 2)
