# SPDX-License-Identifier: MIT
"""A date that a person has typed, in EDTF or as people write dates: read, or refused with the reason."""

from __future__ import annotations

from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.loose import Outcome, read_loose


def typed_date(text: str, settings: DateSettings) -> str | Message:
    """Return a date in EDTF, or why what was typed is none: several are meant, or none can be."""
    reading = read_loose(text, settings)
    if reading.outcome is Outcome.ASK:
        return Message.of("known.problem.choose", choices=" · ".join(reading.choices))
    if reading.outcome is Outcome.REFUSE:
        return reading.message or Message.of("known.problem.unread")
    return reading.edtf
