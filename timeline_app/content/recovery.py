# SPDX-License-Identifier: MIT
"""Goes on reading after a syntax fault."""

from __future__ import annotations

from typing import Any

from timeline_app.content.node_tree import Composer, Fault, Findings, Path, SyntaxFault


def compose_with_recovery(composer: Composer, text: str, findings: Findings, prefix: Path = ()) -> Any:
    """Return the tree of a text without the parts that are not YAML."""
    try:
        return composer.compose(text, findings, prefix)
    except SyntaxFault as fault:
        findings.faults.append(Fault(fault.code, fault.line, fault.column))
        return None
