# SPDX-License-Identifier: MIT
"""What a stage computes anew when its surface changes, and what it keeps."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sample_documents import harbour
from tests.stages import HEADS_PX, plain_surface, stage_of
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.surface import Surface


class _HidesStorm(Lens):
    @property
    def hidden_events(self) -> frozenset[str]:
        return frozenset({"storm"})


@pytest.mark.parametrize(
    "surface", [plain_surface(700.0), plain_surface(1_400.0), plain_surface(1_000.0, mirrored=True)]
)
def test_another_width_or_direction_keeps_rows_and_labels(surface: Surface) -> None:
    stage = stage_of(harbour(), plain_surface(1_000.0))
    before = stage.fitted
    assert stage.fit(before.showing, surface, HEADS_PX)
    assert stage.fitted.placement is before.placement
    assert stage.fitted.labels is before.labels
    assert stage.fitted.surface is surface
    fresh = stage_of(harbour(), surface).fitted.placement
    assert np.array_equal(fresh.row, before.placement.row)
    assert np.array_equal(fresh.threshold, before.placement.threshold)


@pytest.mark.parametrize("surface", [plain_surface(height_px=900.0), plain_surface(text_scale=2.0)])
def test_another_height_or_text_size_places_anew(surface: Surface) -> None:
    stage = stage_of(harbour())
    before = stage.fitted.placement
    assert stage.fit(stage.fitted.showing, surface, HEADS_PX)
    assert stage.fitted.placement is not before
    fresh = stage_of(harbour(), surface).fitted.placement
    assert stage.fitted.placement.layout == fresh.layout
    assert np.array_equal(stage.fitted.placement.threshold, fresh.threshold)


def test_an_opened_note_keeps_everything_but_what_is_read() -> None:
    document = harbour()
    stage = stage_of(document)
    before, index = stage.fitted, stage.index
    opened = Showing(document, Lens(frozenset({"storm"})))
    assert stage.fit(opened, plain_surface(), HEADS_PX)
    assert stage.fitted.showing is opened
    assert stage.index is index
    assert stage.fitted.placement is before.placement


def test_a_hidden_event_takes_no_room() -> None:
    document = harbour()
    stage = stage_of(document)
    before = stage.fitted.placement
    assert stage.fit(Showing(document, _HidesStorm()), plain_surface(), HEADS_PX)
    assert len(stage.fitted.placement.row) == len(stage.index) < len(before.row)


def test_the_same_surface_changes_nothing() -> None:
    stage = stage_of(harbour())
    before = stage.fitted
    assert not stage.fit(before.showing, plain_surface(), HEADS_PX)
    assert stage.fitted is before
