# SPDX-License-Identifier: MIT
"""Ghosts of the event in hand, and the cursor in time, on the canvas."""

import pytest

from tests.evidence_exhibits import ALONE, DISPUTED, KNOWN, evidence_exhibit
from tests.stages import ENGLISH, of_role, plain_surface, target_of
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import target_text
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import hit
from timeline_app.scene.items import DotShape, Kind, Target, TargetKind, TextStyle
from timeline_app.scene.outline import OutlineWords, outline
from timeline_app.scene.outline_evidence import OutlinedGhost, OutlinedSilence
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

IN_1956 = View.between(seconds_from_civil(1956), seconds_from_civil(1957))
WIDE = View.between(seconds_from_civil(1949), seconds_from_civil(1963))
IN_HAND = Highlight(selected=(DISPUTED,))


def staged(lens: Lens = IDENTITY, width_px: float = 1_400.0, *, mirrored: bool = False) -> Stage:
    stage = Stage(ENGLISH)
    stage.fit(Showing(evidence_exhibit(), lens), plain_surface(width_px, 500.0, mirrored=mirrored), 150.0)
    return stage


# -- ghosts -------------------------------------------------------------------------------------------


def test_other_dates_of_the_event_in_hand_stand_below_its_row_joined_to_its_mark():
    stage = staged()
    scene = stage.scene(IN_1956, IN_HAND)
    (ghost,) = of_role(scene, "ghost")
    (card,) = of_role(scene, "event-card")
    middle_s = (seconds_from_civil(1956, 6, 20) + seconds_from_civil(1956, 6, 21)) // 2
    assert ghost.rect.centre.x == pytest.approx(stage.time_scale(IN_1956).x_of(middle_s))
    assert card.rect.bottom - 3.0 < ghost.rect.centre.y < card.rect.bottom + 8.0
    assert ghost.text == "20 June 1956: the history"
    down, across = sorted(of_role(scene, "ghost-line"), key=lambda item: item.rect.w)
    assert across.rect.right == pytest.approx(ghost.rect.centre.x)
    assert across.rect.y == pytest.approx(ghost.rect.centre.y - 0.5)
    assert across.rect.x <= down.rect.centre.x <= across.rect.right
    assert down.rect.bottom == pytest.approx(ghost.rect.centre.y)


def test_the_doubt_of_another_date_reaches_to_both_sides():
    scene = staged().scene(WIDE, IN_HAND)
    ghost = of_role(scene, "ghost")[1]
    assert isinstance(ghost.detail, DotShape)
    assert ghost.detail.hollow
    assert ghost.detail.halo_left_px == ghost.detail.halo_right_px > ghost.detail.radius_px


def test_ghosts_out_of_the_window_are_not_drawn_but_the_line_leads_there():
    scene = staged().scene(IN_1956, IN_HAND)
    (across,) = [item for item in of_role(scene, "ghost-line") if item.rect.w > 2.0]
    assert across.rect.x == scene.lanes_rect.x


def test_only_the_event_in_hand_has_ghosts():
    assert of_role(staged().scene(WIDE), "ghost") == []
    assert of_role(staged().scene(WIDE, Highlight(selected=(KNOWN,))), "ghost") == []
    assert of_role(staged().scene(WIDE, Highlight(selected=(DISPUTED, KNOWN))), "ghost") == []
    assert len(of_role(staged().scene(WIDE, Highlight(selected=(KNOWN, DISPUTED))), "ghost")) == 2


def test_a_ghost_can_be_hit_and_told_from_the_others():
    stage = staged()
    scene = stage.scene(WIDE, IN_HAND)
    for number, ghost in enumerate(of_role(scene, "ghost")):
        found = hit(scene, *ghost.rect.centre)
        assert found is not None
        assert target_of(found) == Target(TargetKind.GHOST, DISPUTED, 2, str(number))
        assert target_text(target_of(found), stage.fitted.showing) == f"ghost:disputed:{number}"


def test_in_a_mirror_ghosts_stand_on_the_other_side():
    plain = of_role(staged().scene(WIDE, IN_HAND), "ghost")
    mirrored = of_role(staged(mirrored=True).scene(WIDE, IN_HAND), "ghost")
    for one, other in zip(plain, mirrored, strict=True):
        assert one.rect.centre.x - 150.0 == pytest.approx(1_250.0 - other.rect.centre.x)


# -- the cursor ---------------------------------------------------------------------------------------


def cursor_parts(lens: Lens, view: View = WIDE, width_px: float = 1_400.0):
    stage = staged(lens, width_px)
    scene = stage.scene(view)
    roles = ("known-line", "known-shade", "known-flag", "known-word")
    return stage, scene, [of_role(scene, role) for role in roles]


def test_a_cursor_is_a_line_with_a_flag_and_a_shade_over_what_lies_after_it():
    stage, scene, ((line,), (shade,), (flag,), (word,)) = cursor_parts(Lens(known_at=known_at_date("1960")))
    x = stage.time_scale(WIDE).x_of(seconds_from_civil(1961))
    assert line.rect.centre.x == pytest.approx(x)
    assert (shade.rect.x, shade.rect.right) == (pytest.approx(x), scene.lanes_rect.right)
    assert word.text == "In print by the end of 1960"
    assert flag.rect == word.rect
    assert flag.rect.bottom <= scene.axis_rect.bottom
    assert pytest.approx(x) in (flag.rect.x, flag.rect.right)
    assert isinstance(word.detail, TextStyle)


def test_the_flag_cuts_no_name_of_the_axis():
    for start in range(1950, 1961):
        view = View.between(seconds_from_civil(start, 3), seconds_from_civil(start + 4))
        _, scene, (_, _, flags, _) = cursor_parts(Lens(known_at=known_at_date("1960")), view, 700.0)
        names = [item for item in scene.items if item.role.startswith("axis-label")]
        assert not any(flag.rect.intersects(name.rect) for flag in flags for name in names)


def test_who_else_knew_stands_on_the_flag():
    lens = Lens(known_at=known_at_date("1960-05-02", audience="governments", where="JP"))
    _, _, (_, _, _, (word,)) = cursor_parts(lens)
    assert word.text == "Known to governments in Japan by 2 May 1960"


def test_a_cursor_out_of_the_window_has_no_flag_and_shades_all_or_nothing():
    before = View.between(seconds_from_civil(1950), seconds_from_civil(1955))
    after = View.between(seconds_from_civil(1962), seconds_from_civil(1965))
    lens = Lens(known_at=known_at_date("1960"))
    assert cursor_parts(lens, before)[2] == [[], [], [], []]
    _, scene, (lines, (shade,), flags, _) = cursor_parts(lens, after)
    assert (lines, flags) == ([], [])
    assert (shade.rect.x, shade.rect.w) == (scene.lanes_rect.x, scene.lanes_rect.w)


def test_a_cursor_is_never_hit():
    _, scene, (_, (shade,), _, _) = cursor_parts(Lens(known_at=known_at_date("1960")))
    found = hit(scene, shade.rect.right - 5.0, shade.rect.bottom - 30.0)
    assert found is not None
    assert target_of(found).kind is not TargetKind.CURSOR


def test_the_overview_has_the_cursor_too():
    stage = staged(Lens(known_at=known_at_date("1956")))
    overview = stage.overview(WIDE, plain_surface(1_400.0, 88.0))
    (line,), (shade,) = of_role(overview, "known-line"), of_role(overview, "known-shade")
    assert shade.rect.x == pytest.approx(line.rect.centre.x)
    assert shade.rect.right == 1_400.0
    assert of_role(staged().overview(WIDE, plain_surface(1_400.0, 88.0)), "known-line") == []


def test_without_a_cursor_there_is_none():
    assert cursor_parts(IDENTITY)[2] == [[], [], [], []]


# -- for those who hear it ----------------------------------------------------------------------------


def test_ghosts_are_told_in_their_lane():
    stage = staged()
    lanes = outline(stage, WIDE, stage.scene(WIDE, IN_HAND))
    words = OutlineWords(stage, ENGLISH).evidence
    assert [len(lane.ghosts) for lane in lanes] == [0, 0, 2]
    first, second = lanes[2].ghosts
    assert words.ghost(first) == "Another date for disputed: 20 June 1956: the history"
    assert words.ghost(second) == "Another date for disputed: 1954: Some time in 1954."
    assert words.claim_of(first) == "when"


def test_an_event_says_its_evidence_while_seals_are_shown():
    words = OutlineWords(staged(), ENGLISH)
    said = "3 independent lines of evidence; disputed"
    assert words.event_details(DISPUTED, Overlays(evidence=True)).endswith(said)
    assert said not in words.event_details(DISPUTED, Overlays())


def test_an_event_says_what_the_lens_leaves_of_it():
    words = OutlineWords(staged(Lens(sources_off=frozenset({"gazette"}))), ENGLISH)
    assert words.event_details(ALONE).endswith("This exhibit would have no source for this")


def test_what_is_gone_by_the_time_it_is_asked_for_says_nothing():
    words, nowhere = OutlineWords(staged(), ENGLISH).evidence, staged().scene(WIDE).lanes_rect
    for ghost in (OutlinedGhost(DISPUTED, 9, nowhere), OutlinedGhost(99, 0, nowhere)):
        assert (words.ghost(ghost), words.claim_of(ghost)) == ("", "")
    for silence in (OutlinedSilence(0, 9, nowhere), OutlinedSilence(99, 0, nowhere)):
        assert (words.silence(silence), words.silence_details(silence)) == ("", "")


def test_no_part_of_a_cursor_or_ghost_is_taken_for_an_event_of_the_outline():
    stage = staged(Lens(known_at=known_at_date("1960")))
    scene = stage.scene(WIDE, IN_HAND)
    assert any(item.kind is Kind.LINE and item.role == "known-line" for item in scene.items)
    told = {event.ordinal for lane in outline(stage, WIDE, scene) for event in lane.events}
    assert told == set(range(10))
