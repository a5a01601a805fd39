# SPDX-License-Identifier: MIT
"""The commands that answer "how do we know?": from a statement to its evidence."""

from __future__ import annotations

from typing import Final

from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document

_ID: Final = (Param("id", str),)

EVIDENCE_COMMANDS: Final = (
    CommandSpec("excerpt.open", params=(Param("id", str), Param("words", str, "")), enabled=with_document),
    CommandSpec("source.open", params=_ID, enabled=with_document),
    CommandSpec("claim.open", params=_ID, enabled=with_document),
    # Sent before whatever a mark on the event's page leads to: Back returns to this mark.
    CommandSpec("evidence.follow", params=(Param("number", int),), enabled=with_document),
    CommandSpec("sources.open", enabled=with_document, keys=explore_keys("F8"), menu="evidence"),
    CommandSpec("questions.open", enabled=with_document, keys=explore_keys("Shift+F8"), menu="evidence"),
    CommandSpec(
        "evidence.toggle", enabled=with_document, keys=explore_keys("E"), menu="evidence", on_canvas=True
    ),
    CommandSpec("silences.toggle", enabled=with_document, menu="evidence"),
    CommandSpec("reading.wide", enabled=with_document, keys=explore_keys("Shift+F9"), menu="evidence"),
)
