# SPDX-License-Identifier: MIT
"""What a reader may have drawn over the events, or left out: seals of evidence, and silences."""

from __future__ import annotations

from typing import NamedTuple


class Overlays(NamedTuple):
    """Which of them are drawn."""

    evidence: bool = False
    silences: bool = True


USUAL_OVERLAYS = Overlays()
