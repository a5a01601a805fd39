# SPDX-License-Identifier: MIT
"""What is said of that which is kept back from a class, in the same words wherever it is said."""

from __future__ import annotations

from timeline_app.base.messages import Message
from timeline_app.model.known_words import end_message
from timeline_app.model.showing import Showing


def curtain_message(showing: Showing) -> Message | None:
    """Return behind which moment all is hidden, and how much is seen; None without a curtain."""
    curtain = showing.lens.curtain
    return None if curtain is None else Message.of("curtain.bar", moment=end_message(curtain.text))


def withheld_message(showing: Showing) -> Message | None:
    """Return of how many events parts are withheld, None of none; a question speaks for itself."""
    count = sum(not each.is_asked for each in showing.lens.withheld)
    return Message.of("withheld.count", count=count) if count else None


def kept_back_sentence(showing: Showing) -> Message | None:
    """Return the sentence that matters most, None where nothing is kept back."""
    return curtain_message(showing) or withheld_message(showing)
