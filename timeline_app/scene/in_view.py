# SPDX-License-Identifier: MIT
"""The events in view as columns: each once, whatever lanes show it, named or folded; no object for any of them."""

from __future__ import annotations

import numpy as np

from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I32
from timeline_app.scene.view import View


def events_in_view(index: EventIndex, view: View) -> I32:
    """Return the events of the shown lanes that touch the view's stretch of time, in the order of time.

    How far the lanes are scrolled is nothing to it: what stands below the window's edge is in the same time.
    """
    touches = (index.end_s > view.start_s) & (index.start_s < view.end_s)
    is_in_view = np.zeros(len(index.members.offsets) - 1, np.bool_)
    is_in_view[index.ordinal[touches]] = True
    found: I32 = index.in_time[is_in_view[index.in_time]]
    return found
