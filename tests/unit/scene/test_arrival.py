# SPDX-License-Identifier: MIT
"""Waves of labels that come into sight."""

import pytest

from tests.made_up import made_up
from tests.stages import of_role, plain_surface, stage_of, target_of
from timeline_app.scene.arrival import Arrival, Wave
from timeline_app.scene.items import Item, TextStyle


def test_what_was_there_is_there_what_comes_fades_in_and_the_rest_waits():
    arrival = Arrival(3, 5, 0.25)
    assert [arrival.opacity_of(born) for born in (1, 3, 4, 5, 6)] == [1.0, 1.0, 0.25, 0.25, 0.0]


def test_a_wave_takes_its_time_and_then_all_of_it_is_there():
    wave = Wave(3, 5, 1_000.0, 200.0)
    assert wave.at(1_000.0) == Arrival(3, 5, 0.0)
    assert wave.at(1_050.0) == Arrival(3, 5, 0.25)
    assert not wave.is_over(1_199.0)
    assert wave.is_over(1_200.0)
    assert wave.at(1_200.0) == Arrival(5, 5)
    assert Wave(3, 5, 1_000.0, 0.0).at(1_000.0) == Arrival(5, 5)


def opacity_of(label: Item) -> float:
    assert isinstance(label.detail, TextStyle)
    return label.detail.opacity


@pytest.fixture(scope="module")
def stage():
    made = stage_of(made_up(6_000), plain_surface(1_400.0, 700.0))
    made.finish()
    return made


def test_labels_fade_where_they_stand(stage):
    view, placement = stage.whole_view(), stage.fitted.placement
    plain = of_role(stage.scene(view), "event-label")
    first = stage.scene(view, arrival=Arrival(1, placement.generation, 0.5))
    labels = of_role(first, "event-label")
    assert [(item.rect, item.text, item.target) for item in labels] == [
        (item.rect, item.text, item.target) for item in plain
    ]
    opacities = {target_of(item).index: opacity_of(item) for item in labels}
    for entry in range(len(stage.index)):
        ordinal = int(stage.index.ordinal[entry])
        if ordinal in opacities and len(stage.index.entries_of(ordinal)) == 1:
            assert opacities[ordinal] == (1.0 if placement.born[entry] <= 1 else 0.5)
    assert set(opacities.values()) == {0.5, 1.0}
    dates = of_role(first, "event-date")
    assert {opacity_of(item) for item in dates} == {0.5, 1.0}


def test_labels_that_are_not_yet_to_come_leave_their_marks(stage):
    view = stage.whole_view()
    whole, begun = stage.scene(view), stage.scene(view, arrival=Arrival(1, 1))
    assert 0 < len(of_role(begun, "event-label")) < len(of_role(whole, "event-label"))
    marks = [
        [item for item in scene.items if item.role in ("event-dot", "event-bar")] for scene in (begun, whole)
    ]
    assert len(marks[0]) == len(marks[1])
