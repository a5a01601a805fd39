# SPDX-License-Identifier: MIT
"""Seals, signs and covers on the canvas: where they stand, and that they move and cover no name."""

from pathlib import Path

import pytest

from tests.evidence_exhibits import ALONE, DISPUTED, KNOWN, LONG_AGO, PART, RUMOUR, VEILED, evidence_exhibit
from tests.sample_documents import harbour
from tests.stages import ENGLISH, items_of_dump, of_event, of_role, plain_surface, target_of
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.content.reader import read_exhibit
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import hit
from timeline_app.scene.items import (
    BarShape,
    Cover,
    DotShape,
    Item,
    Kind,
    Layer,
    Scene,
    SealShape,
    Target,
    TargetKind,
)
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.seals import HALF_WORDS_PX
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

SEALS = Overlays(evidence=True)
IN_1960 = Lens(known_at=known_at_date("1960"))
ALL = View.between(seconds_from_civil(1949), seconds_from_civil(1962))


def staged(
    lens: Lens = IDENTITY, *, height_px: float = 500.0, text_scale: float = 1.0, document=None
) -> Stage:
    stage = Stage(ENGLISH)
    surface = plain_surface(1_400.0, height_px, text_scale)
    stage.fit(Showing(document or evidence_exhibit(), lens), surface, 150.0)
    return stage


def words_of(item: Item, text_scale: float = 1.0) -> Rect:
    """Return the height that words take of their row."""
    half_px = HALF_WORDS_PX * text_scale
    return item.rect._replace(y=item.rect.centre.y - half_px, h=2 * half_px)


def labels_of(scene: Scene) -> list[Item]:
    return [item for item in scene.items if item.role in ("event-label", "event-date")]


@pytest.mark.parametrize("height_px", [300.0, 500.0, 900.0])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_seal_covers_the_words_of_any_event(height_px, text_scale):
    stage = staged(height_px=height_px, text_scale=text_scale, document=harbour())
    for view in (stage.whole_view(), View.between(seconds_from_civil(1959, 1), seconds_from_civil(1960, 6))):
        scene = stage.scene(view, overlays=SEALS)
        seals = of_role(scene, "seal")
        assert seals
        for label in labels_of(scene):
            assert not any(seal.rect.intersects(words_of(label, text_scale)) for seal in seals)


def test_seals_move_no_name_and_take_none_away():
    stage = staged()
    for start in range(1949, 1960):
        view = View.between(seconds_from_civil(start), seconds_from_civil(start + 3))
        assert labels_of(stage.scene(view)) == labels_of(stage.scene(view, overlays=SEALS))


def test_each_named_event_has_one_seal_and_only_while_seals_are_shown():
    stage = staged()
    scene = stage.scene(ALL, overlays=SEALS)
    named = {target_of(item).index for item in of_role(scene, "event-label")}
    assert {target_of(item).index for item in of_role(scene, "seal")} == named
    assert len(of_role(scene, "seal")) == len(named)
    assert of_role(stage.scene(ALL), "seal") == []


def test_the_seal_of_a_bar_keeps_to_the_window_with_its_words_and_leaves_it_with_them():
    stage = staged()
    inside = View.between(seconds_from_civil(1951), seconds_from_civil(1955))
    seals = {
        target_of(item).index: item.rect for item in of_role(stage.scene(inside, overlays=SEALS), "seal")
    }
    assert seals[LONG_AGO].x == 151.0
    gone = View.between(seconds_from_civil(1954, 3, 20), seconds_from_civil(1958))
    seals = {target_of(item).index: item.rect for item in of_role(stage.scene(gone, overlays=SEALS), "seal")}
    assert KNOWN not in seals or seals[KNOWN].right < 150.0 + 19.0


def test_rows_that_are_close_have_smaller_seals():
    sizes = [
        {item.rect.w for item in of_role(staged(height_px=height).scene(ALL, overlays=SEALS), "seal")}
        for height in (170.0, 900.0)
    ]
    assert sizes == [{10.0}, {12.0}]


def test_a_selected_event_wears_its_seal_on_its_card():
    stage = staged()
    scene = stage.scene(ALL, Highlight(selected=(DISPUTED,)), overlays=SEALS)
    (seal,) = [item for item in of_event(scene, DISPUTED) if item.kind is Kind.SEAL]
    assert seal.layer is Layer.RAISED


def test_an_event_that_is_pointed_at_has_no_second_seal_beside_its_card():
    stage = staged()
    hovered = Highlight(hovered=Target(TargetKind.EVENT, KNOWN, 0, "mark"))
    scene = stage.scene(ALL, hovered, overlays=SEALS)
    (seal,) = [item for item in of_event(scene, KNOWN) if item.kind is Kind.SEAL]
    assert seal.layer is Layer.OVERLAY


def test_pointing_at_a_seal_is_pointing_at_its_event():
    scene = staged().scene(ALL, overlays=SEALS)
    (seal,) = [item for item in of_event(scene, KNOWN) if item.kind is Kind.SEAL]
    found = hit(scene, *seal.rect.centre)
    assert found is not None
    assert target_of(found)[:2] == (TargetKind.EVENT, KNOWN)


def test_the_dump_tells_lines_and_state_beside_the_words():
    stage = staged()
    items = items_of_dump(dump_scene(stage.scene(ALL, overlays=SEALS), ALL, "", stage.fitted.showing))
    (seal,) = [item for item in items if (item["role"], item["target"]) == ("seal", "disputed")]
    assert (seal["lines"], seal["state"]) == (3, "disputed")
    assert seal["text"] == "3 independent lines of evidence; disputed"


# -- covers and signs ---------------------------------------------------------------------------------


def covers_of(scene: Scene, ordinal: int) -> set[Cover]:
    shapes = [item.detail for item in of_event(scene, ordinal)]
    return {shape.cover for shape in shapes if isinstance(shape, DotShape | BarShape)}


def test_at_a_cursor_a_veiled_event_is_hatched_and_called_by_a_question_mark():
    scene = staged(IN_1960).scene(ALL, overlays=SEALS)
    assert covers_of(scene, VEILED) == {Cover.HATCHED}
    assert [item for item in of_event(scene, VEILED) if item.kind is Kind.SEAL] == []
    assert [item.text for item in of_event(scene, VEILED) if item.role == "event-label"] == ["?"]
    assert covers_of(scene, KNOWN) == {Cover.PLAIN}


def test_the_card_of_a_veiled_event_is_hatched_too():
    scene = staged(IN_1960).scene(ALL, Highlight(selected=(VEILED,)))
    assert covers_of(scene, VEILED) == {Cover.HATCHED}


def test_what_nothing_is_left_for_is_an_outline_at_its_place():
    off = Lens(sources_off=frozenset({"gazette"}))
    before, after = staged().scene(ALL), staged(off).scene(ALL)
    assert covers_of(after, ALONE) == {Cover.OUTLINED}
    (mark,) = [item for item in of_event(after, ALONE) if item.role == "event-gone"]
    assert mark.text == "This exhibit would have no source for this"
    assert labels_of(after) == labels_of(before)


def test_signs_stand_below_the_words_and_say_what_they_mean():
    scene = staged(IN_1960).scene(ALL)
    signs = of_role(scene, "sign")
    assert {target_of(item).index for item in signs} >= {RUMOUR, PART}
    for label in labels_of(scene):
        assert not any(sign.rect.intersects(words_of(label)) for sign in signs)
    assert "Known only as a rumour" in {item.text for item in signs}


def test_several_signs_stand_side_by_side():
    lens = Lens(known_at=known_at_date("1960"), sources_off=frozenset({"ledger"}))
    scene = staged(lens).scene(ALL)
    first, second = [item.rect for item in of_event(scene, PART) if item.kind is Kind.SIGN]
    assert second.right < first.x


def test_no_name_of_the_built_in_exhibit_is_covered(project_root: Path):
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    stage = staged(document=document, height_px=900.0)
    for start in (1944, 1954, 1957, 1959):
        view = View.between(seconds_from_civil(start), seconds_from_civil(start + 8))
        scene = stage.scene(view, overlays=SEALS)
        seals = of_role(scene, "seal")
        assert len(seals) > 5
        assert all(isinstance(seal.detail, SealShape) for seal in seals)
        for label in labels_of(scene):
            assert not any(seal.rect.intersects(words_of(label)) for seal in seals), label.text
