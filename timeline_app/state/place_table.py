# SPDX-License-Identifier: MIT
"""The commands on where the reader is: starting afresh, and links to a view."""

from __future__ import annotations

from typing import Final

from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document

PLACE_COMMANDS: Final = (
    CommandSpec("view.afresh", enabled=with_document, menu="view"),
    CommandSpec("view.copy-link", enabled=with_document, keys=explore_keys("Ctrl+Shift+K"), menu="go"),
    # Without a text it asks for one.
    CommandSpec("view.open-link", params=(Param("text", str, ""),), keys=explore_keys("Ctrl+L"), menu="go"),
)
