# SPDX-License-Identifier: MIT
"""The words of the display list: layers in their order, styles and roles told apart."""

from timeline_app.scene.items import Emphasis, EndStyle, Kind, Layer, Target, TargetKind
from timeline_app.scene.roles import FONT_ROLES, ITEM_ROLES


def test_layers_are_painted_from_the_ground_to_what_floats_over_all():
    names = "GROUND BAND GRID STRIP BAR ARC MARK LABEL CARD RAISED HEAD AXIS OVERLAY"
    assert [layer.name for layer in sorted(Layer)] == names.split()


def test_ends_kinds_and_targets_are_told_apart():
    assert len(set(EndStyle)) == len(EndStyle.__members__)
    assert len(set(Kind)) == len(Kind.__members__)
    assert len(set(TargetKind)) == len(TargetKind.__members__)


def test_an_item_can_stand_out_in_several_ways_at_once():
    both = Emphasis.HOVERED | Emphasis.SELECTED
    assert Emphasis.HOVERED in both
    assert Emphasis.SELECTED in both
    assert Emphasis.DIMMED not in both
    assert Emphasis.CONNECTED not in both
    assert not Emphasis.NONE


def test_no_role_stands_twice_in_its_list():
    assert len(set(ITEM_ROLES)) == len(ITEM_ROLES)
    assert len(set(FONT_ROLES)) == len(FONT_ROLES)


def test_a_target_stands_in_no_lane_and_for_the_whole_unless_it_says_so():
    assert Target(TargetKind.ERA, 3) == (TargetKind.ERA, 3, -1, "")
