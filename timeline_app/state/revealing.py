# SPDX-License-Identifier: MIT
"""Brings an event into view: as little moved as is needed, at the present zoom where that can hold it."""

from __future__ import annotations

from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View, zoomed_about


def revealing_view(stage: Stage, view: View, ordinal: int) -> View:
    """Return the view in which an event is seen; the stage must be fitted."""
    around = stage.view_around((ordinal,), margin=0.0)
    if around is not None and not stage.holds(view, ordinal):
        view = zoomed_about(view, around.centre_s, 0.5, max(view.span_s, around.span_s))
    return stage.bounded(stage.scrolled_to_lane(view, ordinal))
