# SPDX-License-Identifier: MIT
"""What was found is marked beside everything else: no mark and no name moves."""

from __future__ import annotations

from tests.sample_documents import harbour, small_document
from tests.stages import of_role, plain_surface, stage_of
from timeline_app.scene.highlight import Highlight, HitMarks
from timeline_app.scene.items import Item

AGREEMENT, FIRST_BOAT = 1, 2


def is_hit(item: Item) -> bool:
    return item.role.startswith("hit-")


def test_a_ring_lies_around_each_mark_that_was_found_and_nothing_else_changes() -> None:
    document = harbour()
    stage = stage_of(document)
    view = stage.whole_view()
    hits = HitMarks.of((AGREEMENT, FIRST_BOAT), len(document.events))
    plain, marked = stage.scene(view), stage.scene(view, Highlight(hits=hits))
    rings = of_role(marked, "hit-ring")
    assert {ring.target.index for ring in rings if ring.target} == {AGREEMENT, FIRST_BOAT}
    assert [item for item in marked.items if not is_hit(item)] == list(plain.items)
    marks = {
        item.target.index: item.rect
        for item in plain.items
        if item.target and item.target.part == "mark" and item.target.index in {AGREEMENT, FIRST_BOAT}
    }
    for ring in rings:
        assert ring.target is not None
        mark = marks[ring.target.index]
        assert ring.rect.x < mark.x
        assert ring.rect.right > mark.right


def test_what_is_folded_has_a_flag_in_its_strip() -> None:
    events = [{"id": f"e{number}", "date": f"{1900 + number % 90}-03"} for number in range(900)]
    document = small_document(*events)
    stage = stage_of(document)
    view = stage.whole_view()
    every = stage.scene(view, Highlight(hits=HitMarks.of(range(900), 900)))
    flags = of_role(every, "hit-flag")
    assert 20 < len(flags) < 400
    assert all(every.lanes_rect.contains(flag.rect.centre.x, flag.rect.centre.y) for flag in flags)
    none = stage.scene(view, Highlight(hits=HitMarks.of((), 900)))
    assert not [item for item in none.items if is_hit(item)]


def test_the_overview_has_a_flag_where_something_was_found() -> None:
    document = harbour()
    stage = stage_of(document)
    view, surface = stage.whole_view(), plain_surface()
    hits = HitMarks.of((FIRST_BOAT,), len(document.events))
    flags = of_role(stage.overview(view, surface, hits), "hit-flag")
    scale = stage.overview_scale(surface)
    start_s = int(stage.index.start_s[stage.index.entries_of(FIRST_BOAT)[0]])
    assert len(flags) == 1
    assert abs(flags[0].rect.centre.x - scale.x_at(start_s)) <= 4.0
    assert stage.overview(view, surface, hits).items == stage.overview(view, surface, hits).items
    assert not of_role(stage.overview(view, surface), "hit-flag")
