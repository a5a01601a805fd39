# SPDX-License-Identifier: MIT
"""What is marked of a chain that somebody follows."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.model.document import LinkEdge


class ChainMarks(NamedTuple):
    """The events of a chain in their order, and the links between them."""

    steps: tuple[int, ...]
    edges: tuple[LinkEdge, ...]
