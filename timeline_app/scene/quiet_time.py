# SPDX-License-Identifier: MIT
"""Which stretches of time are quiet enough to be folded, and to what length.

A stretch is quiet when nothing begins or ends in it and no doubt about a date reaches into it. What is
certainly going on throughout may pass through: its bar is torn by the break, and the break does not say
"without entries" then. Of these stretches those are folded

- that are a ninth of the exhibit's time or longer, counted with all longer quiet stretches folded already:
  after thirteen thousand million years a thousand million are long, within a century ten years are;
- that are five times as long as the usual step from one beginning to the next on their livelier side:
  where an exhibit always takes ten years to its next event, ten years are not quiet.

So nothing is folded between two events, nor in any exhibit whose events follow each other evenly. On either
side some air stays unfolded, so that a mark never touches a break. A folded stretch keeps a fixed part of
the folded axis, fewer where there are many, so that breaks never take more than a third of the window.
"""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.historical_date import DateKind
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I32
from timeline_app.scene.time_fold import Quiet, TimeFold

I64 = npt.NDArray[np.int64]

LONG_SHARE: Final = 0.112
"""The part of the folded axis from which on a quiet stretch is long."""
TIMES_THE_STEP: Final = 5
PARTS: Final = 64
"""A long stretch holds one of so many parts of the whole, and more."""
STEPS: Final = 3
"""So many steps on either side tell how fast events follow each other there."""
BREAK_SHARE: Final = 1 / 22
"""What a folded stretch keeps of the axis: room for "34 years" in a window of usual width."""
AIR_SHARE: Final = 1 / 96
"""What stays unfolded on either side."""
MOST_SHARE: Final = 1 / 3
"""All breaks with their air take no more of the axis."""
LEAST_FACTOR: Final = 2
"""What cannot be folded to half its length is not worth a break."""


class Entries(Protocol):
    """What is drawn, as columns: the event of each entry, and its drawn beginning and end in plain instants."""

    @property
    def ordinal(self) -> I32:
        """The event."""
        ...

    @property
    def start_s(self) -> I64:
        """Where it begins."""
        ...

    @property
    def end_s(self) -> I64:
        """Where it ends."""
        ...

    def __len__(self) -> int:
        """Return how many there are."""
        ...


class Stretches(NamedTuple):
    """Stretches of time as columns: where they begin and end."""

    firsts_s: I64
    lasts_s: I64


def fold_of(showing: Showing, index: Entries) -> TimeFold | None:
    """Return the fold of the quiet stretches among some entries, such as those of an index in plain instants."""
    if len(index) == 0:
        return None
    busy = _busy(showing, index)
    if not _leaves_room(busy):
        return None
    quiet = _slow(_between(_sorted(busy)), _moments(index.start_s))
    return _folded(quiet, index)


def _busy(showing: Showing, index: Entries) -> Stretches:
    """Return what may not be folded: beginnings and ends with all their doubt; of any but an interval, all of it."""
    dates, ordinals = showing.dates, index.ordinal
    # What is no interval is busy altogether; where there are a million, each look at all of them is felt.
    spans = (dates.kind == DateKind.INTERVAL).take(ordinals).nonzero()[0]
    start_s, end_s, of_span = index.start_s[spans], index.end_s[spans], ordinals[spans]
    core_s = np.clip(dates.core_start_s[of_span], start_s, end_s)
    core_end_s = np.clip(dates.core_end_s[of_span], start_s, end_s)
    goes_on = core_s < core_end_s
    lasts_s = index.end_s.copy()
    lasts_s[spans[goes_on]] = core_s[goes_on]
    return Stretches(
        np.concatenate([index.start_s, core_end_s[goes_on]]), np.concatenate([lasts_s, end_s[goes_on]])
    )


def _moments(starts_s: I64) -> I64:
    """Return the instants of a column that consists of sorted runs, each once: the runs are only merged."""
    merged = np.sort(starts_s, kind="stable")
    is_new = np.ones(len(merged), np.bool_)
    is_new[1:] = merged[1:] != merged[:-1]
    return merged[is_new]


def _leaves_room(busy: Stretches) -> bool:
    """Tell whether any part of the whole is free: where events are many, that is soon seen to be none."""
    first_s = int(busy.firsts_s.min())
    part_s = (int(busy.lasts_s.max()) - first_s) // PARTS + 1
    begun = np.bincount((busy.firsts_s - first_s) // part_s, minlength=PARTS + 1)
    over = np.bincount((busy.lasts_s - first_s) // part_s + 1, minlength=PARTS + 1)
    return bool((np.cumsum(begun[:PARTS] - over[:PARTS]) == 0).any())


def _sorted(busy: Stretches) -> Stretches:
    """Return stretches in the order of time; each ends no earlier than those before it."""
    order = np.argsort(busy.firsts_s, kind="stable")
    return Stretches(busy.firsts_s[order], np.maximum.accumulate(busy.lasts_s[order]))


def _between(busy: Stretches) -> Stretches:
    """Return the stretches between those that are busy."""
    firsts_s, lasts_s = busy.lasts_s[:-1], busy.firsts_s[1:]
    is_free = lasts_s > firsts_s
    return Stretches(firsts_s[is_free], lasts_s[is_free])


def _slow(quiet: Stretches, starts_s: I64) -> Stretches:
    """Return those that are long beside the steps from beginning to beginning about them."""
    steps_s = np.diff(starts_s).astype(np.float64)
    if len(steps_s) < 2:  # noqa: PLR2004 — the stretch itself, and something to compare it with
        return Stretches(quiet.firsts_s[:0], quiet.lasts_s[:0])
    # The step that leads over a stretch is number `over`; those before and after it tell the pace.
    over = np.searchsorted(starts_s, quiet.lasts_s, side="left") - 1
    before = _usual(steps_s, over[:, None] - np.arange(1, STEPS + 1))
    after = _usual(steps_s, over[:, None] + np.arange(1, STEPS + 1))
    pace_s = np.minimum(before, after)
    is_slow = np.isfinite(pace_s) & (quiet.lasts_s - quiet.firsts_s >= TIMES_THE_STEP * pace_s)
    return Stretches(quiet.firsts_s[is_slow], quiet.lasts_s[is_slow])


def _usual(steps_s: npt.NDArray[np.float64], numbers: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Return the middle one of each row of steps, the shorter of two; infinite where there are none."""
    is_there = (numbers >= 0) & (numbers < len(steps_s))
    chosen = np.where(is_there, steps_s[np.clip(numbers, 0, len(steps_s) - 1)], np.inf)
    chosen.sort(axis=1)
    middle = np.maximum(is_there.sum(axis=1) - 1, 0) // 2
    usual: npt.NDArray[np.float64] = chosen[np.arange(len(chosen)), middle]
    return usual


def _folded(quiet: Stretches, index: Entries) -> TimeFold | None:
    lengths_s = quiet.lasts_s - quiet.firsts_s
    first_s, last_s = int(index.start_s.min()), int(index.end_s.max())
    unfolded_s, axis_s, chosen = last_s - first_s, float(last_s - first_s), list[int]()
    for number in np.argsort(-lengths_s, kind="stable").tolist():
        if lengths_s[number] < LONG_SHARE * axis_s:
            break
        chosen.append(number)
        unfolded_s -= int(lengths_s[number])
        axis_s = unfolded_s / (1.0 - len(chosen) * _kept_share(len(chosen)))
    kept = _kept_share(len(chosen)) / (BREAK_SHARE + 2 * AIR_SHARE) * axis_s
    break_s, air_s = int(kept * BREAK_SHARE), int(kept * AIR_SHARE)
    found: list[Quiet] = []
    for number in sorted(chosen):
        start_s, room_s = int(quiet.firsts_s[number]) + air_s, int(lengths_s[number]) - 2 * air_s
        if break_s < 1 or room_s < LEAST_FACTOR * break_s:
            continue
        # A whole number of seconds for each second that is left: the few that are over go to the air behind.
        factor = -(-room_s // break_s)
        found.append(Quiet(start_s, room_s // factor, factor, _is_crossed(index, start_s)))
    return TimeFold.of(found, (first_s, last_s))


def _kept_share(count: int) -> float:
    """Return what each of so many breaks keeps of the axis, its air included."""
    return min(BREAK_SHARE + 2 * AIR_SHARE, MOST_SHARE / max(count, 1))


def _is_crossed(index: Entries, at_s: int) -> bool:
    return bool(((index.start_s < at_s) & (index.end_s > at_s)).any())
