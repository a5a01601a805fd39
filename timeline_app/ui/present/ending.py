# SPDX-License-Identifier: MIT
"""The end of a presentation for somebody who closes one of its windows."""

from __future__ import annotations

from typing import Final

from timeline_app.ui.shell import Shell

MOST_LAYERS: Final = 4
"""Digits, the overview, a question: leaving takes away one after the other before it leaves."""


def end_presenting(shell: Shell) -> None:
    """Leave, whatever still lies over the picture: who closes a window means all of it."""
    for _ in range(MOST_LAYERS):
        if shell.store.state.present is not None:
            shell.commands.send("present.leave")
