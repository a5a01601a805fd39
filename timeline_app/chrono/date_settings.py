# SPDX-License-Identifier: MIT
"""What an exhibit says once about all its dates: hemisphere of its seasons, its time zone, its old style."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

Hemisphere: TypeAlias = Literal["north", "south"]
OldStyle: TypeAlias = Literal["ask", "julian", "gregorian", "britain", "russia"]
"""How days of loose dates are counted where the Julian calendar may be meant; EDTF is always Gregorian."""


class DateSettings(NamedTuple):
    """The settings under which dates are read. They move bounds, never the text of a date."""

    hemisphere: Hemisphere = "north"
    timezone: str = "UTC"
    old_style: OldStyle = "ask"


DEFAULT_SETTINGS: Final = DateSettings()
