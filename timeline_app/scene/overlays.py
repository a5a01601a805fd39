# SPDX-License-Identifier: MIT
"""What a reader may have drawn over the events, or left out: seals of evidence, silences, and a ruler."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.scene.ruler_marks import RulerMarks


class Overlays(NamedTuple):
    """Which of them are drawn."""

    evidence: bool = False
    silences: bool = True
    ruler: RulerMarks | None = None


USUAL_OVERLAYS = Overlays()
