# SPDX-License-Identifier: MIT
"""A scene as plain data, in the shape that other programs read."""

import json

import pytest

from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from tests.stages import plain_surface, stage_of
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import dump_scene, target_text
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Kind, Layer, Target, TargetKind
from timeline_app.scene.roles import ITEM_ROLES
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
SHOWING = Showing(harbour())


@pytest.fixture
def dumped():
    stage = stage_of(harbour(), plain_surface(1_000.0, 400.0))
    view = stage.whole_view()
    return dump_scene(stage.scene(view, Highlight((AGREEMENT,))), view, "1958/1960", stage.fitted.showing)


def test_a_dump_has_view_size_and_items_and_nothing_else(dumped):
    assert list(dumped) == ["view", "size", "items"]
    assert dumped["view"] == "1958/1960"
    assert dumped["size"] == [1_000.0, 400.0]


def test_an_item_has_just_the_agreed_keys_and_types(dumped):
    assert len(dumped["items"]) > 30
    for item in dumped["items"]:
        assert list(item) == ["kind", "role", "layer", "rect", "target", "text"]
        assert item["kind"] in {kind.value for kind in Kind}
        assert type(item["kind"]) is str
        assert item["role"] in ITEM_ROLES
        assert item["layer"] in {int(layer) for layer in Layer}
        assert type(item["layer"]) is int
        assert len(item["rect"]) == 4
        assert all(type(number) is float for number in item["rect"])
        assert item["target"] is None or type(item["target"]) is str
        assert type(item["text"]) is str


def test_a_dump_is_one_line_of_json_and_comes_back_as_it_was(dumped):
    line = json.dumps(dumped, ensure_ascii=False)
    assert "\n" not in line
    assert json.loads(line) == dumped


def test_the_label_of_an_event_is_found_by_kind_and_role(dumped):
    labels = [item for item in dumped["items"] if item["role"] == "event-label"]
    assert {item["kind"] for item in labels} == {"label"}
    named = {(item["target"], item["text"]) for item in labels}
    assert ("survey", "The office surveys the shore") in named
    assert ("agreement", "Ferry agreed") in named
    assert ("agreement@office", "Ferry agreed") in named


def test_items_come_in_paint_order(dumped):
    layers = [item["layer"] for item in dumped["items"]]
    assert layers == sorted(layers)


def test_rectangles_are_rounded_to_hundredths():
    stage = stage_of(small_document({"id": "it", "date": "1959-08-13"}), plain_surface(1_000.0, 400.0))
    view = View(0, 700.0, 1 / 3)
    dumped = json.loads(json.dumps(dump_scene(stage.scene(view), view, "", stage.fitted.showing)))
    for item in dumped["items"]:
        assert all(round(number, 2) == number for number in item["rect"])


def test_a_view_that_was_not_asked_for_in_words_is_told_by_its_bounds_in_seconds():
    stage = stage_of(harbour())
    view = View(-100, 700.5)
    assert dump_scene(stage.scene(view), view, "", stage.fitted.showing)["view"] == "-100/601"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Target(TargetKind.EVENT, AGREEMENT, 0, "label"), "agreement"),
        (Target(TargetKind.EVENT, AGREEMENT, 1, "mark"), "agreement@office"),
        (Target(TargetKind.EVENT, FIRST_BOAT, 2, "mark"), "first-boat"),
        (Target(TargetKind.EVENT, FIRST_BOAT, 0, "mark"), "first-boat@town"),
        (Target(TargetKind.EVENT, STORM, -1, "link-from-1"), "storm"),
        (Target(TargetKind.LANE, 1, 1, "head-0"), "lane:office"),
        (Target(TargetKind.ERA, 0), "era:plans"),
        (Target(TargetKind.FOLDED, 12, 2, "7"), "folded:crew:12"),
        (Target(TargetKind.OVERVIEW, 2, 1), "overview"),
        (Target(TargetKind.OVERVIEW_WINDOW, 0), "overview-window"),
    ],
)
def test_targets_are_told_as_texts(target, text):
    assert target_text(target, SHOWING) == text


def test_an_era_without_an_id_is_told_by_its_title():
    showing = Showing(document_of({**HARBOUR, "eras": [{"title": "Plans", "date": "1957"}]}))
    assert target_text(Target(TargetKind.ERA, 0), showing) == "era:Plans"
