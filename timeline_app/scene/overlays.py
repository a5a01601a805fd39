# SPDX-License-Identifier: MIT
"""What a reader may have drawn over the events, or left out: seals of evidence, silences, a ruler, and a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_app.scene.ruler_marks import RulerMarks

if TYPE_CHECKING:
    from timeline_app.scene.guess_marks import GuessMarks


class Overlays(NamedTuple):
    """Which of them are drawn."""

    evidence: bool = False
    silences: bool = True
    ruler: RulerMarks | None = None
    guess: GuessMarks | None = None


USUAL_OVERLAYS = Overlays()
