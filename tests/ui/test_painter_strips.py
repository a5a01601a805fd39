# SPDX-License-Identifier: MIT
"""A strip painted as one image looks like its marks painted one by one, on screens of all kinds."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from tests.sample_documents import small_document
from tests.stages import plain_surface, stage_of
from timeline_app.base.geometry import Rect
from timeline_app.base.places import resource_root
from timeline_app.chrono.instant import year_start_s
from timeline_app.scene.items import Item, Kind, Layer, StripShape
from timeline_app.scene.strip_marks import marks_of
from timeline_app.scene.view import View
from timeline_app.ui.canvas.inks import Inks
from timeline_app.ui.canvas.painter_strips import paint_strip
from timeline_app.ui.canvas.pencil import Pencil
from timeline_app.ui.theme import load_theme

WIDTH_PX, HEIGHT_PX = 900, 200
INK = Inks(load_theme(resource_root() / "themes", "light")).of("density", "teal")


def strip_item(y=0.0):
    """Return the strip of a crowd: columns, doubtful shares, marks of their own, lines."""
    days = [{"id": f"day-{n}", "date": f"19{50 + n % 10}-03-0{1 + n % 7}"} for n in range(160)]
    doubtful = [{"id": f"doubt-{n}", "date": f"19{50 + n % 10}-08-01?"} for n in range(60)]
    alone = [{"id": f"alone-{n}", "date": f"19{50 + n}-11-11", "title": "x" * 80} for n in range(10)]
    lasting = [{"id": f"long-{n}", "date": f"1951-01-01/1955-0{1 + n}-01"} for n in range(6)]
    stage = stage_of(
        small_document(*days, *doubtful, *alone, *lasting), plain_surface(WIDTH_PX, HEIGHT_PX), 0.0
    )
    scene = stage.scene(View.between(year_start_s(1950), year_start_s(1960)))
    (strip,) = (item for item in scene.items if item.kind is Kind.STRIP)
    return strip._replace(rect=strip.rect._replace(y=40.0 + y))


def painted(ratio, draw):
    image = QImage(round(WIDTH_PX * ratio), round(100 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    pencil = Pencil(painter, pixel_ratio=ratio, weight=1.0)
    pencil.clip(Rect(0.0, 0.0, WIDTH_PX, 100.0))
    draw(pencil)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return pixels.copy()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_one_image_shows_what_single_marks_show(qt_app, ratio):
    strip = strip_item()
    shape = strip.detail
    assert isinstance(shape, StripShape)
    assert len(shape.cells) > 20
    assert (shape.ordinals >= 0).any()
    assert (shape.doubts_px > 0.0).any()
    assert len(shape.lines)
    whole = painted(ratio, lambda pencil: paint_strip(pencil, strip, INK))
    singly = painted(
        ratio, lambda pencil: [pencil.fill(mark.rect, INK.fill.colour) for mark in marks_of(strip, shape)]
    )
    differing = np.count_nonzero(whole != singly)
    assert np.count_nonzero(whole != 0xFFFFFFFF) > 500
    # Hairlines between two pixels may fall on either.
    assert differing <= 0.12 * np.count_nonzero(singly != 0xFFFFFFFF)
    assert set(np.unique(whole).tolist()) == {0xFFFFFFFF, INK.fill.rgba}


@pytest.mark.parametrize("y", [0.0, 0.3, 0.5, 0.8])
def test_a_strip_between_two_pixels_keeps_its_height(qt_app, y):
    strip = strip_item(y)
    rows = np.flatnonzero(
        (painted(1.0, lambda pencil: paint_strip(pencil, strip, INK)) != 0xFFFFFFFF).any(axis=1)
    )
    assert round(strip.rect.y) <= rows[0]
    assert rows[-1] == round(strip.rect.bottom) - 1


def test_a_strip_without_height_and_one_that_is_none_are_left_out(qt_app):
    flat = strip_item()
    flat = flat._replace(rect=flat.rect._replace(h=0.0))
    other = Item(Kind.STRIP, "density", Layer.STRIP, Rect(0.0, 0.0, 10.0, 10.0))
    for item in (flat, other):
        assert (painted(1.0, lambda pencil, item=item: paint_strip(pencil, item, INK)) == 0xFFFFFFFF).all()
