# SPDX-License-Identifier: MIT
"""Time: the integer axis, EDTF dates, calendars, ticks and dates in words."""
