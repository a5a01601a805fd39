# SPDX-License-Identifier: MIT
"""A chain on the canvas: its whole way, the numbers of its steps, and flags on the overview."""

import pytest

from tests.sample_documents import small_document
from tests.stages import of_role, plain_surface, stage_of, target_of
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import year_start_s
from timeline_app.model.chains import chain_of
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Emphasis, Kind, Layer
from timeline_app.scene.view import View

YEARS = (1910, 1930, 1950, 1970)


@pytest.fixture(scope="module")
def stage():
    events = [
        {
            "id": f"step-{number}",
            "date": str(year),
            "lane": ("up", "down")[number % 2],
            "links": [{"to": f"step-{number + 1}", "kind": "led-to"}] if number < 3 else [],
        }
        for number, year in enumerate(YEARS)
    ]
    beside = {"id": "beside", "date": "1940", "lane": "up", "links": [{"to": "step-2", "kind": "part-of"}]}
    return stage_of(small_document(*events, beside, lanes=("up", "down")), plain_surface(1_150.0, 400.0))


@pytest.fixture(scope="module")
def marks(stage):
    chain = chain_of(stage.fitted.showing, [2])
    return ChainMarks(chain.ordinals, chain.edges)


def test_the_whole_way_is_drawn_and_nothing_beside_it(stage, marks):
    scene = stage.scene(stage.whole_view(), Highlight((2,), chain=marks))
    lines = [item for item in scene.items if item.kind is Kind.ARC and item.layer is Layer.ARC]
    assert [target_of(line).index for line in lines] == [1, 2, 3]


def test_each_step_has_its_number_left_of_its_mark_over_everything(stage, marks):
    scene = stage.scene(stage.whole_view(), Highlight((2,), chain=marks))
    numbers = [*of_role(scene, "chain-step"), *of_role(scene, "chain-step-here")]
    assert {(each.text, target_of(each).index) for each in numbers} == {
        ("1", 0),
        ("2", 1),
        ("3", 2),
        ("4", 3),
    }
    assert [each.text for each in of_role(scene, "chain-step-here")] == ["3"]
    assert {each.layer for each in numbers} == {Layer.OVERLAY}
    marks_of = {
        target_of(item).index: item.rect
        for item in scene.items
        if item.target is not None and item.target.part in ("mark", "card")
    }
    for each in numbers:
        mark = marks_of[target_of(each).index]
        assert each.rect.right <= mark.right
        assert each.rect.centre.y == pytest.approx(mark.centre.y, abs=1.0)


def test_no_number_stands_on_words_of_another_event():
    events = [
        {
            "id": f"at-{year}",
            "date": f"{year}-01-01",
            "title": "A name that is rather long",
            "lane": "up",
            "links": [{"to": f"at-{year + 5}", "kind": "led-to"}] if year < 1995 else [],
        }
        for year in range(1940, 2000, 5)
    ]
    stage = stage_of(small_document(*events, lanes=("up",)), plain_surface(1_150.0, 190.0))
    chain = chain_of(stage.fitted.showing, [0])
    sides = set()
    for years in range(60, 160, 4):
        view = View.between(year_start_s(1935), year_start_s(1935 + years))
        scene = stage.scene(view, Highlight((), chain=ChainMarks(chain.ordinals, chain.edges)))
        labels = {target_of(item).index: item.rect for item in of_role(scene, "event-label")}
        words = {ordinal: Rect(at.x, at.centre.y - 5.0, at.w, 10.0) for ordinal, at in labels.items()}
        for number in of_role(scene, "chain-step"):
            own = target_of(number).index
            assert not any(number.rect.intersects(at) for ordinal, at in words.items() if ordinal != own)
            if own in words:
                sides.add("above" if number.rect.centre.y < words[own].y else "beside")
    assert sides == {"above", "beside"}


def test_numbers_move_no_label(stage, marks):
    plain = stage.scene(stage.whole_view(), Highlight((2,)))
    chained = stage.scene(stage.whole_view(), Highlight((2,), chain=marks))
    assert [item.rect for item in of_role(plain, "event-label")] == [
        item.rect for item in of_role(chained, "event-label")
    ]


def test_what_is_no_step_is_dimmed(stage, marks):
    scene = stage.scene(stage.whole_view(), Highlight((2,), chain=marks))
    emphases = {
        target_of(item).index: item.emphasis
        for item in of_role(scene, "event-label")
        if item.layer is Layer.LABEL
    }
    assert emphases == {
        0: Emphasis.CONNECTED, 1: Emphasis.CONNECTED, 3: Emphasis.CONNECTED, 4: Emphasis.DIMMED,
    }  # fmt: skip


def test_a_step_out_of_the_window_is_pointed_to(stage, marks):
    whole = stage.whole_view()
    scene = stage.scene(whole.shifted(whole.span_s * 0.5), Highlight((2,), chain=marks))
    assert {target_of(each).part for each in of_role(scene, "link-pointer")} == {"left"}
    shown = {each.text for each in (*of_role(scene, "chain-step"), *of_role(scene, "chain-step-here"))}
    assert "1" not in shown
    assert "4" in shown


def test_the_overview_has_a_flag_for_each_step(stage, marks):
    surface = plain_surface(1_150.0, 90.0)
    view = stage.whole_view()
    flags = of_role(stage.overview(view, surface, None, marks), "chain-flag")
    assert len(flags) == 4
    assert of_role(stage.overview(view, surface), "chain-flag") == []
