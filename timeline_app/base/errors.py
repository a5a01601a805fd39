# SPDX-License-Identifier: MIT
"""The program's own errors.

    TimelineError
    ├── DateError          a date that cannot be read (chrono)
    ├── ReadingCancelled   a reading job was overtaken by a newer one (content)
    └── CommandError       a command with unknown id or wrong arguments (state)

Faults in an exhibit file are never raised: they are collected as problems (content.problems).
"""

from __future__ import annotations

from timeline_app.base.messages import Message


class TimelineError(Exception):
    """Base of all errors that the program raises on purpose."""


class DateError(TimelineError, ValueError):
    """A date text that cannot be read.

    `message` says what is wrong, `hint` what to do, `fixes` are texts that would be accepted,
    `offset` is the character at which reading stopped.
    """

    def __init__(
        self, message: Message, *, hint: Message | None = None, fixes: tuple[str, ...] = (), offset: int = 0
    ) -> None:
        super().__init__(message.key)
        self.message = message
        self.hint = hint
        self.fixes = fixes
        self.offset = offset


class ReadingCancelled(TimelineError):
    """A newer request has made this reading job pointless."""


class CommandError(TimelineError):
    """A command was sent that does not exist or whose arguments do not fit."""
