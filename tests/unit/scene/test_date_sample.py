# SPDX-License-Identifier: MIT
"""A date drawn by itself looks as it does on the canvas."""

import pytest

from timeline_app.base.geometry import Size
from timeline_app.scene.date_sample import DateSample, sample_items
from timeline_app.scene.items import BarShape, DotShape, EndStyle, Kind

SIZE = Size(200.0, 40.0)


def items_of(edtf, start=0.1, end=0.9, unit=1.0, *, from_afar=False):
    return sample_items(DateSample(edtf, start, end, from_afar=from_afar), SIZE, unit, "teal")


def test_the_known_bounds_stand_where_the_sample_wants_them():
    (bar,) = items_of("1955-03-13/1956-09-01", 0.1, 0.9)
    assert (bar.rect.x, bar.rect.right) == pytest.approx((20.0, 180.0), abs=0.1)
    assert bar.rect.centre.y == pytest.approx(20.0)
    assert (bar.detail.left, bar.detail.right) == (EndStyle.SOLID, EndStyle.SOLID)
    assert bar.colour == "teal"


def test_open_and_unknown_ends_reach_to_the_edge():
    (later,), (ended,) = items_of("1955-03-13/..", 0.2, 0.21), items_of("/1955-03-13", 0.79, 0.8)
    assert (later.rect.x, later.rect.right) == pytest.approx((40.0, 190.0), abs=0.1)
    assert later.detail.right is EndStyle.OPEN
    assert (ended.rect.x, ended.rect.right) == pytest.approx((10.0, 160.0), abs=0.1)
    assert ended.detail.left is EndStyle.UNKNOWN


def test_an_approximate_date_fades_from_its_strict_bounds():
    # Eleven years between 20 and 196 pixels, the sixth of them full.
    (bar,) = items_of("1958~", 0.1, 0.98)
    assert (bar.detail.core_x, bar.detail.core_right) == pytest.approx((100.0, 116.0), abs=0.2)


def test_a_core_is_drawn_where_there_is_one():
    (bar,) = items_of("1955/1958", 0.1, 0.9)
    assert (bar.detail.core_x, bar.detail.core_right) == pytest.approx((60.0, 140.0), abs=0.2)


def test_a_set_has_its_marks():
    line, *dots = items_of("[1956-12-06,1957-03-31]")
    assert line.kind is Kind.LINE
    assert [dot.detail for dot in dots] == [DotShape(5.0, hollow=True)] * 2
    assert len(items_of("{1956-12-06,1957-03-31}")) == 2
    body, *_ = items_of("[1955-03-02..1958-07-31]")
    assert isinstance(body.detail, BarShape)
    assert body.detail.pale


@pytest.mark.parametrize("edtf", ["1958~", "../1967", "/1967", "[1956,1958]"])
def test_from_afar_all_is_a_point(edtf):
    (dot,) = items_of(edtf, 0.499, 0.501, from_afar=True)
    assert dot.kind is Kind.DOT
    assert dot.rect.centre.x == pytest.approx(100.0, abs=2.0)


def test_a_sample_grows_with_the_text():
    (dot,) = items_of("1959-12-14", 0.499, 0.501, 2.0)
    assert dot.rect.w == 24.0
