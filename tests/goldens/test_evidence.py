# SPDX-License-Identifier: MIT
"""What evidence, knowledge, loss and silence looked like on the canvas when somebody last looked at them."""

from collections.abc import Callable

import pytest

from tests.evidence_exhibits import DISPUTED, evidence_exhibit
from tests.goldens.scene_text import drawn, listed
from tests.stages import ENGLISH, plain_surface
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

ALL = View.between(seconds_from_civil(1949), seconds_from_civil(1962))
SILENCES = [
    {"date": "1950/1953-06", "why": "closed", "lanes": ["crew"]},
    {"date": "1960/1961", "why": "denied", "lanes": ["office"]},
]
GAZETTE_OFF = frozenset({"gazette"})


@pytest.mark.parametrize(
    ("name", "lens", "highlight"),
    [
        ("today", IDENTITY, Highlight()),
        ("in-hand", IDENTITY, Highlight(selected=(DISPUTED,))),
        ("in-1960", Lens(known_at=known_at_date("1960")), Highlight()),
        ("without-the-gazette", Lens(sources_off=GAZETTE_OFF, takes_derived=True), Highlight()),
    ],
)
def test_scenes_of_evidence(
    golden: Callable[[str, str], None], name: str, lens: Lens, highlight: Highlight
) -> None:
    stage = Stage(ENGLISH)
    stage.fit(Showing(evidence_exhibit(SILENCES), lens), plain_surface(1_001.0, 414.0), 154.0)
    scene = stage.scene(ALL, highlight, overlays=Overlays(evidence=True))
    golden(f"scene-evidence-{name}.txt", f"{drawn(scene)}\n{listed(scene, stage.fitted.showing)}")
