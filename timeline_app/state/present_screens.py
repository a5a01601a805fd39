# SPDX-License-Identifier: MIT
"""Which screen shows what: the class's picture on one, the presenter's window on another where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Sides(NamedTuple):
    """The names of the two screens; no `presenter` where there is one screen only."""

    audience: str
    presenter: str = ""

    @property
    def swapped(self) -> Sides:
        """The same two screens the other way round."""
        return Sides(self.presenter, self.audience) if self.presenter else self


def sides_of(names: Sequence[str], here: str, wanted: str) -> Sides:
    """Choose the screens of a presentation.

    The class sees the screen that is `wanted` for it; where that is not there, the first one on which the program
    is not. The presenter keeps the screen on which the program is, else takes the first one that is left.
    """
    if len(names) < 2:  # noqa: PLR2004 — one for each side
        return Sides(next(iter(names), ""))
    audience = wanted if wanted in names else next(name for name in names if name != here)
    others = [name for name in names if name != audience]
    return Sides(audience, here if here in others else others[0])
