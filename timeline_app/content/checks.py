# SPDX-License-Identifier: MIT
"""Checks the parts of a draft against each other."""

from __future__ import annotations

from timeline_app.content.draft import Draft
from timeline_app.content.event_ids import assign_event_ids


def check_draft(draft: Draft) -> None:
    """Find all faults that no part shows by itself, and leave out the smallest faulty parts."""
    assign_event_ids(draft)
