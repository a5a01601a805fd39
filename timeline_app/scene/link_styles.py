# SPDX-License-Identifier: MIT
"""How each kind of link is drawn: a line and heads of its own, so that none is told by its colour."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.model.records import Link, LinkKind
from timeline_app.scene.items import LinkHead, LinkLine


class LinkStyle(NamedTuple):
    """A line, and what stands where the link begins and ends."""

    line: LinkLine
    start: LinkHead
    end: LinkHead


LINK_STYLES: Final[dict[LinkKind, LinkStyle]] = {
    "led-to": LinkStyle(LinkLine.SOLID, LinkHead.NONE, LinkHead.ARROW),
    "response-to": LinkStyle(LinkLine.DASHED, LinkHead.NONE, LinkHead.BARB),
    "part-of": LinkStyle(LinkLine.DOTTED, LinkHead.NONE, LinkHead.DIAMOND),
    "in-tension-with": LinkStyle(LinkLine.DASH_DOT, LinkHead.BAR, LinkHead.BAR),
    "qualifies": LinkStyle(LinkLine.FINE, LinkHead.NONE, LinkHead.DISC),
    "same-as": LinkStyle(LinkLine.DOUBLE, LinkHead.SQUARE, LinkHead.SQUARE),
}


def style_of(link: Link) -> LinkStyle:
    """Return how a link is drawn from its cause, or what tells of it, to its effect."""
    return LINK_STYLES[link.kind]
