# SPDX-License-Identifier: MIT
"""The hall's theme is complete, and everything in it that says something has a contrast of seven to one (P8)."""

import pytest

from tests.unit.ui.test_theme import FOLDER, GRAPHICS_ON, LANES, TEXT_ON, contrast, laid_over, too_faint
from timeline_app.scene.roles import ITEM_ROLES
from timeline_app.ui.theme import Theme, load_theme

#: What a class never sees: controls, and the signs of hands and errors.
OF_A_DESK = {"ink-faint", "selection-text", "error", "good", "tooltip-text", "scroll-handle-hover"}


@pytest.fixture(scope="module")
def hall() -> Theme:
    return load_theme(FOLDER, "hall")


def test_the_hall_knows_every_role_and_token(hall: Theme) -> None:
    light = load_theme(FOLDER, "light")
    assert set(hall.roles) == set(ITEM_ROLES)
    assert set(hall.tokens) == set(light.tokens)
    assert {lane: set(colours) for lane, colours in hall.lanes.items()} == {
        lane: set(colours) for lane, colours in light.lanes.items()
    }
    assert not hall.is_dark


def test_text_has_seven_to_one_on_every_ground(hall: Theme) -> None:
    read = {token: grounds for token, grounds in TEXT_ON.items() if token not in OF_A_DESK}
    assert too_faint(hall, read, 7.0) == []


def test_marks_have_seven_to_one_on_every_ground(hall: Theme) -> None:
    seen = {token: grounds for token, grounds in GRAPHICS_ON.items() if token not in OF_A_DESK}
    assert too_faint(hall, seen, 7.0) == []


def test_dimmed_titles_and_dates_have_seven_to_one(hall: Theme) -> None:
    for lane in LANES:
        ground = hall.colour("lane.ground", lane)
        bar = laid_over(ground, hall.colour("lane.bar", lane), hall.dim_opacity)
        for under in (ground, bar):
            for token in ("ink", "ink-date"):
                ink = laid_over(under, hall.colour(token), hall.dim_text_opacity)
                assert contrast(ink, under) >= 7.0, (lane, token)
