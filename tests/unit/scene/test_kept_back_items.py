# SPDX-License-Identifier: MIT
"""How curtain and guess are drawn: the edge where nothing more is seen, and where the class has put its line."""

import pytest

from tests.kept_back_exhibit import harbour_votes
from tests.stages import ENGLISH, plain_surface
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.curtain import curtain_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.guess_marks import GuessMarks
from timeline_app.scene.items import Item, Kind, Layer
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.ruler_marks import RulerEnd
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

VIEW = View.between(seconds_from_civil(1956), seconds_from_civil(1962))
GUESS = RulerEnd(seconds_from_civil(1958), "Guess: 1958")
ANSWER = RulerEnd(seconds_from_civil(1957, 3, 4), "It was: 4 March 1957")


def stage_behind(date="", *, mirrored=False):
    stage = Stage(ENGLISH)
    lens = Lens(curtain=curtain_date(date)) if date else Lens()
    stage.fit(Showing(harbour_votes(), lens), plain_surface(mirrored=mirrored), 150.0)
    return stage


def by_role(scene, start):
    found: dict[str, list[Item]] = {}
    for item in scene.items:
        if item.role.startswith(start):
            found.setdefault(item.role, []).append(item)
    return found


def test_the_curtain_hangs_from_its_day_to_the_edge_below_all_events():
    stage = stage_behind("1958")
    drawn, lanes = by_role(stage.scene(VIEW), "curtain"), stage.scene(VIEW).lanes_rect
    x = stage.time_scale(VIEW).x_of(seconds_from_civil(1959))
    (ground, above), (edge, joint) = drawn["curtain"], drawn["curtain-edge"]
    # It hangs from the axis, before the eras.
    assert (above.rect.y, above.layer, joint.layer) == (ground.rect.y, Layer.AXIS, Layer.AXIS)
    assert joint.rect.bottom == pytest.approx(lanes.y)
    assert drawn["curtain-handle"][0].rect.centre == pytest.approx((x, lanes.centre.y))
    assert len(drawn["curtain-ridge"]) == 2
    assert (ground.rect.x, ground.rect.right, ground.rect.bottom) == pytest.approx(
        (x, lanes.right, lanes.bottom)
    )
    assert edge.rect.centre.x == pytest.approx(x)
    assert edge.rect.w >= 3.0
    assert drawn["curtain-word"][0].text == "Hidden after the end of 1958"
    kinds = [item.kind for item in stage.scene(VIEW).items]
    assert kinds.index(Kind.DOT) > stage.scene(VIEW).items.index(ground)


def test_its_folds_move_with_it():
    one = by_role(stage_behind("1958-06-10").scene(VIEW), "curtain")
    other = by_role(stage_behind("1959-08-14").scene(VIEW), "curtain")
    for drawn in (one, other):
        assert drawn["curtain-fold"][0].rect.x - drawn["curtain"][0].rect.x == pytest.approx(22.0)
        assert max(fold.rect.right for fold in drawn["curtain-fold"]) <= drawn["curtain"][0].rect.right


def test_from_the_left_it_covers_all_and_beyond_the_right_nothing():
    late = View.between(seconds_from_civil(1959), seconds_from_civil(1962))
    drawn = by_role(stage_behind("1957").scene(late), "curtain")
    assert set(drawn) == {"curtain", "curtain-fold"}
    early = View.between(seconds_from_civil(1956), seconds_from_civil(1957))
    assert by_role(stage_behind("1958").scene(early), "curtain") == {}
    assert by_role(stage_behind().scene(VIEW), "curtain") == {}


def test_where_one_reads_from_the_right_it_hangs_to_the_left():
    stage = stage_behind("1958", mirrored=True)
    scene = stage.scene(VIEW)
    assert by_role(scene, "curtain")["curtain"][0].rect.x == pytest.approx(scene.lanes_rect.x)


def test_the_overview_shows_it_too():
    stage = stage_behind("1958")
    items = stage.overview(VIEW, plain_surface(1_000.0, 60.0)).items
    assert "known-shade" in [item.role for item in items]


def drawn_guess(marks, *, width_px=1_000.0, mirrored=False):
    stage = Stage(ENGLISH)
    stage.fit(Showing(harbour_votes()), plain_surface(width_px, mirrored=mirrored), 150.0)
    return stage, by_role(stage.scene(VIEW, overlays=Overlays(guess=marks)), "ruler")


def test_an_open_question_is_a_card_in_the_middle():
    stage, drawn = drawn_guess(GuessMarks("The council votes", "en", "When was it?"))
    lanes = stage.scene(VIEW).lanes_rect
    assert drawn["ruler-card"][0].rect.centre.x == pytest.approx(lanes.centre.x)
    assert [item.text for role in ("ruler-length", "ruler-note") for item in drawn[role]] == [
        "The council votes",
        "When was it?",
    ]
    assert "ruler-line" not in drawn


def test_a_guess_is_a_line_with_its_date_and_takes_the_card_along():
    stage, drawn = drawn_guess(GuessMarks("The council votes", "en", "", GUESS))
    x = stage.time_scale(VIEW).x_of(GUESS.at_s)
    assert drawn["ruler-line"][0].rect.centre.x == pytest.approx(x)
    assert drawn["ruler-flag-held-word"][0].text == "Guess: 1958"
    assert drawn["ruler-card"][0].rect.centre.x == pytest.approx(x)
    assert "ruler-note" not in drawn


@pytest.mark.parametrize("mirrored", [False, True])
def test_guess_and_answer_look_away_from_each_other(mirrored):
    marks = GuessMarks("The council votes", "en", "", GUESS, ANSWER)
    _, drawn = drawn_guess(marks, mirrored=mirrored)
    (held,), (other,) = drawn["ruler-flag-held"], drawn["ruler-flag"]
    assert (held.rect.x > other.rect.x) is not mirrored
    assert not held.rect.intersects(other.rect)
    assert [line.rect.w for line in drawn["ruler-line"]] == pytest.approx([3.0, 3.0])
    assert marks.text == "The council votes ·  · Guess: 1958 · It was: 4 March 1957"


def test_a_long_title_ends_where_the_card_does():
    _, drawn = drawn_guess(GuessMarks("A long title of an event " * 8, "en", "When?"), width_px=500.0)
    (title,), (card,) = drawn["ruler-length"], drawn["ruler-card"]
    assert title.text.endswith("…")
    assert len(title.text) * 7.0 <= card.rect.w
