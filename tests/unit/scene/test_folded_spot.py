# SPDX-License-Identifier: MIT
"""What is folded where a hand points."""

from tests.sample_documents import small_document
from tests.stages import ENGLISH, of_role, plain_surface, shape_of, stage_of
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.scene.folded_spot import FoldedSpot, folded_spot, opened_by, spot_in_words
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.view import View

DECADE = View.between(year_start_s(1950), year_start_s(1960))
CROWD = [{"id": f"e{number}", "date": f"1955-03-{number % 28 + 1:02d}"} for number in range(400)]
DENSITY = Item(
    Kind.TICK, "density", Layer.STRIP, Rect(0.0, 0.0, 1.0, 1.0), Target(TargetKind.FOLDED, 0, 0, "9")
)


def test_at_a_badge_it_is_what_the_badge_counts():
    stage = stage_of(small_document(*CROWD))
    [badge] = of_role(stage.scene(DECADE), "badge")
    spot = folded_spot(stage, stage.time_scale(DECADE), badge, badge.rect.x)
    assert spot is not None
    assert spot == FoldedSpot(0, *shape_of(badge), None)
    assert opened_by(spot, stage.time_scale(DECADE).seconds_per_px) == (spot.first_s, spot.last_s)
    words = spot_in_words(stage, spot, is_badge=True, translator=ENGLISH)
    assert words == (
        f"{spot.event_count} events without a name at this zoom",
        "December 1952 to March 1957. Press to list them",
    )


def test_in_the_strip_it_is_the_cell_under_the_pointer():
    stage = stage_of(small_document(*CROWD))
    scale = stage.time_scale(DECADE)
    spot = folded_spot(stage, scale, DENSITY, scale.x_of(seconds_from_civil(1955, 3, 15)))
    assert spot is not None
    # At 371 thousand seconds a pixel a cell of at least four pixels has 2 ** 21 seconds: some 24 days.
    assert spot.last_s - spot.first_s == 2**21
    assert spot.first_s % 2**21 == 0
    assert 100 < spot.event_count <= 400
    count, hint = spot_in_words(stage, spot, is_badge=False, translator=ENGLISH)
    assert count == f"{spot.event_count} events"
    assert hint == "8 March to 1 April 1955. Press to list them and those around them"
    first_s, last_s = opened_by(spot, scale.seconds_per_px)
    assert last_s - first_s == 2**27
    assert first_s <= spot.first_s < last_s


def test_a_single_event_is_told_apart():
    # Two rows for three bars: the lightest has no name, and is a line of its own.
    rows = [
        {"id": "reign", "date": "1940/1990", "importance": 5},
        {"id": "war", "date": "1941/1989", "importance": 1},
        {"id": "peace", "date": "1942/1988", "importance": 4},
    ]
    stage = stage_of(small_document(*rows), plain_surface(height_px=130.0))
    scale = stage.time_scale(DECADE)
    spot = folded_spot(stage, scale, DENSITY, scale.left_px + 100.0)
    assert spot is not None
    assert (spot.event_count, spot.ordinal) == (1, 1)


def test_where_nothing_is_folded_there_is_nothing():
    stage = stage_of(small_document(*CROWD))
    scale = stage.time_scale(DECADE)
    assert folded_spot(stage, scale, DENSITY, scale.x_of(seconds_from_civil(1959, 3, 15))) is None
    nowhere = DENSITY._replace(target=None)
    assert folded_spot(stage, scale, nowhere, 300.0) is None
