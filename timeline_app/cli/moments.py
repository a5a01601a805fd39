# SPDX-License-Identifier: MIT
"""The moment as of which an exhibit is looked at, as the command line tells it."""

from __future__ import annotations

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.cli.options import UsageError


def moment_of(text: str | None) -> str:
    """Return the date at whose end one looks, as it was written, "" for none; raise UsageError for another word."""
    if text is None:
        return ""
    from timeline_app.model.known_at import known_at_date

    try:
        found = known_at_date(text)
    except DateError as error:
        raise UsageError(Message.of("cli.error.known-date", text=text, detail=error.message)) from None
    if found is None:
        raise UsageError(Message.of("cli.error.known-open", text=text))
    return text
