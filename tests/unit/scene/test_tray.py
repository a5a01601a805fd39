# SPDX-License-Identifier: MIT
"""The tray of undated events: what it takes, where its parts lie, how it is walked, and that it is never there in vain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import ENGLISH, HEADS_PX, of_role, plain_surface, stage_of, target_of
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import target_text
from timeline_app.scene.highlight import NOTHING, Highlight
from timeline_app.scene.hit import hit
from timeline_app.scene.items import Emphasis, Kind, Scene, Target, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.tray import TARGET_PX

DATED = {"id": "dated", "date": "1955"}


def exhibit(count: int, *, title: str = "Nobody knows when") -> Document:
    undated = [{"id": f"lost-{number}", "title": f"{title} {number}"} for number in range(count)]
    return small_document(DATED, *undated, lanes=("town", "office"))


def opened(
    document: Document, surface: Surface | None = None, heads_px: float = HEADS_PX, *, is_open: bool = True
) -> Stage:
    stage = Stage(ENGLISH)
    stage.fit(Showing(document), surface or plain_surface(), heads_px, is_tray_open=is_open)
    return stage


def scene_of(stage: Stage, highlight: Highlight = NOTHING) -> Scene:
    return stage.scene(stage.whole_view(), highlight)


def test_an_exhibit_with_a_date_for_all_has_no_tray() -> None:
    stage = opened(small_document(DATED))
    assert stage.fitted.tray is None
    assert stage.fitted.frame.lanes.bottom == 400.0
    assert not [item for item in scene_of(stage).items if item.role.startswith("tray")]


def test_the_folded_tray_is_one_strip_below_the_lanes_with_count_and_titles() -> None:
    stage = stage_of(exhibit(3))
    frame = stage.fitted.frame
    assert (frame.tray.y, frame.tray.bottom, frame.tray.w) == (356.0, 400.0, 1_000.0)
    assert frame.lanes.bottom == frame.heads.bottom == frame.tray.y
    (label,) = of_role(scene_of(stage), "tray-label")
    assert label.text == "▲ Undated 3"
    (preview,) = of_role(scene_of(stage), "tray-preview")
    assert preview.text == "Nobody knows when 0 · Nobody knows when 1 · Nobody knows when 2"


def test_the_whole_folded_strip_opens_it() -> None:
    scene = scene_of(stage_of(exhibit(3)))
    for x in (5.0, 400.0, 995.0):
        item = hit(scene, x, 380.0)
        assert item is not None
        assert target_of(item)[:2] == (TargetKind.TRAY, 0)
        assert target_of(item).part == "handle"


def test_the_open_tray_has_a_target_for_each_event_large_enough_for_a_finger() -> None:
    stage = opened(exhibit(3))
    tray = stage.fitted.tray
    assert tray is not None
    assert (tray.columns, stage.in_tray) == (3, (1, 2, 3))
    assert all(cell.rect.h >= TARGET_PX <= cell.rect.w for cell in tray.cells)
    scene = scene_of(stage)
    for cell in tray.cells:
        item = hit(scene, cell.rect.right - 3.0, cell.rect.bottom - 3.0)
        assert item is not None
        assert target_of(item)[:2] == (TargetKind.UNDATED, cell.ordinal)
        assert target_text(target_of(item), stage.fitted.showing) == f"undated:lost-{cell.ordinal - 1}"
    item = hit(scene, 20.0, 380.0)
    assert item is not None
    assert target_text(target_of(item), stage.fitted.showing) == "tray:handle"


def test_more_rows_come_with_more_events_and_the_rest_is_counted() -> None:
    assert opened(exhibit(4)).fitted.frame.tray.h == 2 * TARGET_PX
    stage = opened(exhibit(20))
    tray = stage.fitted.tray
    assert tray is not None
    assert stage.fitted.frame.tray.h == 3 * TARGET_PX
    assert (len(tray.cells), tray.more_label) == (8, "12 more")
    (more,) = of_role(scene_of(stage), "tray-more")
    assert target_of(more).part == "more"


def test_without_a_column_of_names_the_handle_has_a_row_of_its_own() -> None:
    stage = opened(exhibit(2), plain_surface(406.0, 630.0), 0.0)
    tray = stage.fitted.tray
    assert tray is not None
    assert tray.rect.h == 3 * TARGET_PX
    assert tray.handle.y < tray.cells[0].rect.y < tray.cells[1].rect.y
    assert tray.columns == 1


def test_a_canvas_too_low_for_it_has_none() -> None:
    assert opened(exhibit(3), plain_surface(1_000.0, 219.0)).fitted.tray is None
    assert opened(exhibit(3), plain_surface(1_000.0, 220.0)).fitted.tray is not None


def test_a_long_title_is_cut_and_a_date_without_a_year_stands_beside_a_short_one() -> None:
    document = small_document(
        DATED,
        {"id": "feast", "title": "Feast", "date": "XXXX-12-25"},
        {"id": "long", "title": "A title that is far too long for its cell in the tray"},
        {"id": "both", "title": "A title that fills its cell by itself", "date": "XXXX-12-25"},
    )
    tray = opened(document).fitted.tray
    assert tray is not None
    assert [cell.date for cell in tray.cells] == ["25 Dec, year unknown", "", ""]
    assert tray.cells[1].title.endswith("…")


def test_selection_pointer_and_keys_are_seen() -> None:
    stage = opened(exhibit(3))
    hovered = Target(TargetKind.UNDATED, 2, 0)
    scene = scene_of(stage, Highlight(selected=(1,), hovered=hovered, focused=Target(TargetKind.EVENT, 1)))
    (card,) = of_role(scene, "tray-card")
    assert (target_of(card).index, card.emphasis) == (1, Emphasis.SELECTED)
    (ring,) = of_role(scene, "hover-ring")
    assert (target_of(ring).index, ring.emphasis) == (2, Emphasis.HOVERED)
    (focus,) = of_role(scene, "focus-ring")
    assert (target_of(focus).index, focus.kind) == (1, Kind.RING)
    at_handle = of_role(scene_of(stage, Highlight(is_at_tray=True)), "focus-ring")
    assert [target_of(item).part for item in at_handle] == ["handle"]


def test_right_to_left_the_handle_is_at_the_right() -> None:
    stage = opened(exhibit(3), plain_surface(mirrored=True))
    tray = stage.fitted.tray
    assert tray is not None
    (label,) = of_role(scene_of(stage), "tray-label")
    assert label.rect.x > 800.0
    assert tray.seen(tray.cells[0].rect).right == 850.0


def test_one_walks_from_the_lowest_lane_into_the_tray_and_along_it() -> None:
    stage = opened(exhibit(4))
    assert stage.neighbour(0, "lane-below") == 1
    assert stage.neighbour(1, "next-in-time") == 2
    assert stage.neighbour(2, "previous-in-lane") == 1
    assert stage.neighbour(1, "lane-below") == 4
    assert stage.neighbour(4, "lane-above") == 1
    assert stage.neighbour(1, "lane-above") is None
    assert stage.neighbour(4, "next-in-lane") is None
    folded = stage_of(exhibit(4))
    assert folded.neighbour(0, "lane-below") is None
    assert folded.neighbour(1, "next-in-time") is None


def test_opening_the_tray_is_a_new_layout_and_the_same_once_more_is_none() -> None:
    stage = stage_of(exhibit(4))
    showing = stage.fitted.showing
    assert stage.fit(showing, plain_surface(), HEADS_PX, is_tray_open=True)
    assert not stage.fit(showing, plain_surface(), HEADS_PX, is_tray_open=True)


@given(
    count=st.integers(1, 40),
    width_px=st.floats(300.0, 2_500.0),
    height_px=st.floats(100.0, 1_500.0),
    heads_share=st.sampled_from([0.0, 0.15, 0.28]),
    scale=st.floats(1.0, 3.0),
    is_open=st.booleans(),
)
def test_its_parts_lie_in_it_and_never_over_each_other(
    count: int, width_px: float, height_px: float, heads_share: float, scale: float, *, is_open: bool
) -> None:
    surface = plain_surface(width_px, height_px, scale)
    stage = opened(exhibit(count), surface, width_px * heads_share, is_open=is_open)
    frame, tray = stage.fitted.frame, stage.fitted.tray
    assert frame.lanes.bottom <= frame.tray.y + 1e-6
    if tray is None:
        assert frame.tray.h == 0.0
        return
    assert frame.tray.h <= height_px * 0.65
    parts = [cell.rect for cell in tray.cells] + ([tray.more] if tray.more is not None else [])
    for index, part in enumerate(parts):
        assert part.x >= tray.rect.x - 1e-6
        assert part.right <= tray.rect.right + 1e-6
        assert part.bottom <= tray.rect.bottom + 1e-6
        assert not any(part.grown(-0.01).intersects(other) for other in parts[:index])
    hidden = count - len(tray.cells)
    assert (tray.more is not None) is (is_open and hidden > 0)


@pytest.mark.parametrize("is_open", [True, False])
def test_every_item_of_the_tray_stands_for_something(*, is_open: bool) -> None:
    stage = opened(exhibit(20), is_open=is_open)
    of_tray = [item for item in scene_of(stage).items if item.rect.y >= stage.fitted.frame.tray.y]
    assert of_tray
    for item in of_tray:
        if item.role != "canvas-ground":
            assert target_of(item).kind in (TargetKind.TRAY, TargetKind.UNDATED)
