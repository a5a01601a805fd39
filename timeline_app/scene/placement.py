# SPDX-License-Identifier: MIT
"""Placement: each event's row and the zoom from which on it is named.

After Been, Daiches and Yap, "Dynamic Map Labeling" (IEEE TVCG 12(5), 2006): each label has one
closed range of zooms, from its threshold all the way in, and one fixed place. What is shown then
depends on the present view only; nothing jumps while panning or zooming. Computed once for
document, lens, lanes, height and text style; a frame only looks up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from timeline_app.scene.lane_layout import LaneLayout
from timeline_app.scene.view import MIN_SPAN_S

F64 = npt.NDArray[np.float64]
NO_ROW = -1
LEAST_SECONDS_PER_PX = MIN_SPAN_S / 16_384
"""Finer than the closest zoom on any screen: a label that needs more is not named on the canvas at all."""


@dataclass(slots=True, eq=False)
class Placement:
    """Columns over the index's entries, filled by a `PlacementWork` in the order of importance.

    `row` is -1 where the event never gets a label of its own; `threshold` is the largest number of
    seconds per pixel at which it is named (infinite: always); `label_px` the width reserved for it.
    `born` is the generation in which an entry was placed, by which its label fades in.

    The columns are written in place by one thread while another reads: row and width come before the
    threshold, so that whoever reads sees a beginning of the finished placement. `generation` grows after each
    part; what is kept from one frame to the next counts for one generation only. When `is_complete`, nothing
    is written any more.
    """

    row: npt.NDArray[np.int16]
    threshold: F64
    label_px: F64
    layout: LaneLayout
    born: npt.NDArray[np.int32]
    generation: int = 0
    is_complete: bool = False
    first_entries: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """The most important entries, which are placed before the first picture."""

    @classmethod
    def empty(cls, count: int, layout: LaneLayout) -> Placement:
        """Return a placement of so many entries in which nothing has its place yet."""
        return cls(
            np.full(count, NO_ROW, np.int16),
            np.zeros(count),
            np.zeros(count),
            layout,
            np.zeros(count, np.int32),
        )

    def in_layout(self, layout: LaneLayout) -> Placement | None:
        """Return the placement as it stands in another layout, None where it must be made anew.

        Rows and threshold zooms depend on neither width nor order of the lanes: only on how many rows each
        has. What is still being written to stays where it is.
        """
        if self.layout == layout:
            return self
        rows = [box.rows for box in layout.boxes]
        if not self.is_complete or rows != [box.rows for box in self.layout.boxes]:
            return None
        return replace(self, layout=layout)

    def first_named(self, seconds_per_px: float) -> npt.NDArray[np.int64]:
        """Return those of the first entries that are named at this zoom or at most one octave closer.

        The same however far the placement has come.
        """
        octave = int(np.floor(np.log2(max(seconds_per_px, LEAST_SECONDS_PER_PX))))
        first = self.first_entries
        return first[self.threshold[first] >= 2.0**octave]
