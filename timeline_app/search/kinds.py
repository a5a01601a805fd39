# SPDX-License-Identifier: MIT
"""What can be found, by kind; apart from the words, so that whoever asks for a kind need not load the reading of texts."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry stands for."""

    EVENT = "event"
    PERSON = "person"
    PLACE = "place"
    EXCERPT = "excerpt"
    SOURCE = "source"
    TAG = "tag"
