# SPDX-License-Identifier: MIT
"""`--dump-scene`: one line a view, in the window's pixels."""

import json

from tests.sample_documents import harbour, small_document
from tests.stages import ENGLISH
from timeline_app.base.geometry import Size
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.cli.scene_lines import scene_lines
from timeline_app.model.showing import Showing
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.ruler import ruler_between

SIZE = Size(1280, 720)
WHOLE = View.between(seconds_from_civil(1955), seconds_from_civil(1963))


def lines(*views, selected=()):
    found = scene_lines(Showing(harbour()), views, SIZE, PlainMeasurer(), ENGLISH, selected=selected)
    return [json.loads(line) for line in found]


def test_each_view_gives_one_object_of_the_promised_shape():
    whole, year = lines(("1955/1962", WHOLE), ("", View(WHOLE.start_s, 86_400.0 * 365)))
    assert set(whole) == {"view", "size", "items"}
    assert whole["view"] == "1955/1962"
    assert year["view"] == f"{WHOLE.start_s}/{WHOLE.start_s + 86_400 * 365}"
    assert whole["size"] == [1280, 720]
    for item in whole["items"]:
        assert set(item) == {"kind", "role", "layer", "rect", "target", "text"}
        assert len(item["rect"]) == 4


def test_event_labels_are_found_by_kind_and_role():
    (whole,) = lines(("", WHOLE))
    labels = [item for item in whole["items"] if (item["kind"], item["role"]) == ("label", "event-label")]
    assert labels
    assert all(item["text"] for item in labels)
    assert {item["target"].partition("@")[0] for item in labels} <= set(harbour().events.ids)


def test_places_are_those_of_the_window():
    (whole,) = lines(("", WHOLE))
    (ground,) = [item for item in whole["items"] if item["role"] == "canvas-ground"]
    # Under a header of 64 pixels, beside a panel of 420, over an overview of 88.
    assert ground["rect"] == [0.0, 64.0, 860.0, 568.0]


def test_a_selected_event_gets_its_card():
    (plain,) = lines(("", WHOLE))
    (chosen,) = lines(("", WHOLE), selected=("survey", "no-such-event"))
    assert "event-card" not in {item["role"] for item in plain["items"]}
    cards = [item for item in chosen["items"] if item["role"] == "event-card"]
    assert [card["target"] for card in cards] == ["survey"]


def test_a_ruler_is_dumped_with_what_it_measures():
    ruler = ruler_between(("1959-08-13", "1961-12-14"))
    (line,) = scene_lines(Showing(harbour()), [("", WHOLE)], SIZE, PlainMeasurer(), ENGLISH, ruler=ruler)
    texts = {
        item["role"]: item["text"] for item in json.loads(line)["items"] if item["role"].startswith("ruler")
    }
    assert texts["ruler-length"] == "2 years, 4 months, 1 day"
    assert texts["ruler-flag-word"] == "13 August 1959"


def test_breaks_are_dumped_with_what_they_leave_out_and_the_view_in_plain_time():
    busy = [f"{year}-0{month}-12" for year in range(1900, 1906) for month in range(1, 9, 2)]
    later = [f"{year}-0{month}-12" for year in range(1960, 1964) for month in range(1, 9, 2)]
    document = small_document(*({"id": f"e{n}", "date": date} for n, date in enumerate([*busy, *later])))
    whole = View.between(seconds_from_civil(1899), seconds_from_civil(1965))
    found = []
    for quiet in (QuietTime(), QuietTime(is_folded=True)):
        (line,) = scene_lines(Showing(document), [("", whole)], SIZE, PlainMeasurer(), ENGLISH, quiet=quiet)
        found.append(json.loads(line))
    plain, folded = found
    assert folded["view"] == plain["view"] == f"{whole.start_s}/{whole.end_s}"
    assert not [item for item in plain["items"] if item["kind"] == "break"]
    lanes, head = sorted(
        (item for item in folded["items"] if item["kind"] == "break"), key=lambda item: -item["rect"][1]
    )
    assert lanes["target"] == head["target"] == "break:0"
    assert lanes["text"] == "Folded: 54 years without entries (1905 to 1959)"
    ticks = [item["rect"][0] for item in folded["items"] if item["role"].startswith("axis-tick")]
    left, right = head["rect"][0], head["rect"][0] + head["rect"][2]
    assert ticks
    assert not [x for x in ticks if left + 1.0 < x < right - 1.0]
