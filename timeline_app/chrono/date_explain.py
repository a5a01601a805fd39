# SPDX-License-Identifier: MIT
"""Finds out what the author of an unreadable date may have meant, and offers texts that would be accepted.

It never guesses: where a text has two readings both are offered, where it has none only a hint is given.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.base.errors import DateError


def explain(text: str, found: DateError, can_be_read: Callable[[str], bool]) -> DateError:
    """Return the error to show for `text`, given the one that reading stopped with."""
    fixes = tuple(fix for fix in found.fixes if can_be_read(fix))
    return DateError(found.message, hint=found.hint, fixes=fixes, offset=found.offset)
