# SPDX-License-Identifier: MIT
"""What scenes of the invented exhibit looked like when somebody last looked at them."""

import pytest

from tests.goldens.scene_text import drawn, listed
from tests.sample_documents import harbour, small_document
from tests.stages import ENGLISH, plain_surface, stage_of
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Target, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
DECEMBER = View.between(seconds_from_civil(1959, 12, 5), seconds_from_civil(1959, 12, 25))
HIGHLIGHT = Highlight(selected=(AGREEMENT,), hovered=Target(TargetKind.EVENT, STORM, 2, "mark"))

SHAPES = {
    "day": "1955-03-13",
    "uncertain day": "1955-03-13?",
    "month": "1955-03",
    "year": "1955",
    "about a year": "1955~",
    "perhaps a year": "1955?",
    "from day to day": "1955-03-13/1956-09-01",
    "from year to year": "1954/1956",
    "from a day on": "1955-03-13/..",
    "until a day": "../1955-03-13",
    "from a day, end unknown": "1955-03-13/",
    "beginning unknown": "/1955-03-13",
    "one of two days": "[1955-03-13,1956-09-01]",
    "both days": "{1955-03-13,1956-09-01}",
    "some time before": "[..1955-03-13]",
    "early fifties": "[1950..1953]",
}


def shapes():
    """Return an exhibit with a lane for each way in which a date is drawn."""
    events = [
        {"id": f"shape-{number}", "title": name, "date": date, "lane": f"lane-{number}"}
        for number, (name, date) in enumerate(SHAPES.items())
    ]
    return small_document(*events, lanes=[f"lane-{number}" for number in range(len(events))])


@pytest.mark.parametrize(
    ("name", "size", "text_scale", "heads_px", "view", "highlight", "mirrored"),
    [
        ("whole", (1_001.0, 414.0), 1.0, 154.0, None, Highlight(), False),
        ("selected", (1_001.0, 414.0), 1.0, 154.0, None, HIGHLIGHT, False),
        ("december", (1_001.0, 414.0), 1.0, 154.0, DECEMBER, Highlight(), False),
        ("right-to-left", (1_001.0, 414.0), 1.0, 154.0, None, Highlight(), True),
        ("phone", (406.0, 630.0), 1.0, 0.0, None, Highlight(), False),
    ],
)
def test_scenes_of_the_harbour(golden, name, size, text_scale, heads_px, view, highlight, mirrored):
    stage = stage_of(harbour(), plain_surface(size[0], size[1], text_scale, mirrored=mirrored), heads_px)
    scene = stage.scene(view or stage.whole_view(), highlight)
    golden(f"scene-{name}.txt", f"{drawn(scene)}\n{listed(scene, stage.fitted.showing)}")


def voyage():
    """Return an exhibit with four events that have no place in time."""
    return small_document(
        {"id": "sails", "title": "The ship sails", "date": "1955-03-02", "importance": 5},
        {"id": "lands", "title": "The ship lands", "date": "1958-07-31", "importance": 5, "lane": "crew"},
        {"id": "rumour", "title": "A rumour goes round"},
        {"id": "feast", "title": "The feast", "date": "XXXX-12-25", "lane": ["crew", "town"]},
        {"id": "song", "title": "A song about the ship that was sung for many years", "lane": "crew"},
        {"id": "letter", "title": "A letter"},
        lanes=("town", "crew"),
    )


@pytest.mark.parametrize(
    ("name", "size", "heads_px", "is_open", "mirrored"),
    [
        ("folded", (1_001.0, 306.0), 154.0, False, False),
        ("open", (1_001.0, 306.0), 154.0, True, False),
        ("right-to-left", (1_001.0, 306.0), 154.0, True, True),
        ("phone", (406.0, 630.0), 0.0, True, False),
    ],
)
def test_undated_events_stand_in_a_tray(golden, name, size, heads_px, is_open, mirrored):
    stage = Stage(ENGLISH)
    surface = plain_surface(*size, mirrored=mirrored)
    stage.fit(Showing(voyage()), surface, heads_px, is_tray_open=is_open)
    highlight = Highlight(selected=(2,)) if is_open else Highlight()
    scene = stage.scene(stage.whole_view(), highlight)
    golden(f"scene-tray-{name}.txt", f"{drawn(scene)}\n{listed(scene, stage.fitted.showing)}")


def test_dates_of_every_shape(golden):
    stage = stage_of(shapes(), plain_surface(1_001.0, 1_026.0), 84.0)
    scene = stage.scene(View.between(seconds_from_civil(1949), seconds_from_civil(1960)))
    golden("scene-date-shapes.txt", drawn(scene))


def test_a_crowd(golden):
    events = [
        {
            "id": f"event-{number}",
            "title": f"Event {number}",
            "date": f"{1900 + number * 7 % 100}-{number % 12 + 1:02d}-01",
            "importance": number % 5 + 1,
        }
        for number in range(60)
    ]
    stage = stage_of(small_document(*events), plain_surface(1_001.0, 306.0), 84.0)
    scenes = [
        stage.scene(View.between(seconds_from_civil(first), seconds_from_civil(last)))
        for first, last in ((1900, 2000), (1930, 1960), (1940, 1950))
    ]
    golden("scene-crowd.txt", "\n".join(drawn(scene) for scene in scenes))


def test_the_overview(golden):
    stage = stage_of(harbour(), plain_surface(1_001.0, 414.0), 154.0)
    scene = stage.overview(DECEMBER, plain_surface(1_001.0, 88.0))
    golden("scene-overview.txt", listed(scene, stage.fitted.showing))
