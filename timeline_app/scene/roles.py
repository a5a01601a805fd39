# SPDX-License-Identifier: MIT
"""The style roles that items and labels carry; a theme gives each a colour, a font and a weight.

A test holds that every theme knows every role, and that `build` emits no other.
"""

from __future__ import annotations

from typing import Final

ITEM_ROLES: Final = (
    "canvas-ground",
    "lane-ground",
    "lane-rule",  # the colour bar at a lane's start
    "lane-head",  # a lane's name
    "lane-sign",  # the control before it, a pin
    "lane-carried",  # the card of a lane that is being moved
    "lane-drop",  # where it would stand
    "lanes-edge",  # below the lanes that stay while others scroll
    "lanes-note",  # lanes out of sight
    "lanes-note-ground",
    "heads-ground",
    "axis-ground",
    "axis-line",
    "axis-tick-major",
    "axis-tick-minor",
    "axis-label-major",
    "axis-label-minor",
    "axis-label-second",  # the second calendar
    "grid-major",
    "era",
    "era-alternate",
    "era-label",
    "era-edge",
    "break",  # a tear where quiet time is folded
    "break-label",  # how much is left out
    "event-bar",
    "event-dot",
    "choice-line",  # joins the dates of which one is right
    "event-label",
    "event-date",  # the date beside a title
    "event-card",
    "event-gone",  # the outline of an event that nothing is left for
    "seal",  # how an event is evidenced
    "sign",  # what a lens tells of an event
    "ghost",  # another date that an account gives an event
    "ghost-line",  # joins such dates to the event
    "silence",  # a stretch without evidence
    "silence-sparse",  # a stretch with few entries
    "silence-ground",
    "silence-word",
    "known-line",  # the moment up to which is shown what was known
    "known-shade",  # what lies after it
    "known-flag",
    "known-word",
    "ruler-line",  # one end of what is measured
    "ruler-flag",  # its date
    "ruler-flag-word",
    "ruler-flag-held",  # the end that the arrow keys move
    "ruler-flag-held-word",
    "ruler-doubt",  # within which an end may lie
    "ruler-bar",  # from one end to the other
    "ruler-card",  # what was measured, in words
    "ruler-length",
    "ruler-note",
    "curtain",  # before what comes later, and is not shown yet
    "curtain-fold",
    "curtain-edge",
    "curtain-handle",  # by which a hand pulls it
    "curtain-ridge",
    "curtain-flag",  # the last day that is seen
    "curtain-word",
    "strip-ground",
    "strip-mark",  # an event without a label of its own
    "density",
    "badge",
    "link",
    "link-judgement",
    "chain-step",  # the number of a step of a chain
    "chain-step-here",
    "chain-flag",  # where a step stands on the overview
    "link-pointer",  # at the window's edge: to what is linked and out of view
    "tray-ground",
    "tray-card",  # under a selected event in the tray
    "tray-line",
    "tray-label",  # the count of undated events
    "tray-preview",
    "tray-more",
    "overview-ground",
    "overview-mark",
    "overview-label",
    "overview-shade",
    "overview-window",
    "focus-ring",
    "hover-ring",
    "hit-ring",  # around the mark of an event that was searched for and found
    "hit-flag",  # where such an event has no mark of its own
    "box",
    "no-events",  # the word in an empty view
)

FONT_ROLES: Final = (
    "label",  # 14 px Inter medium
    "label-strong",  # 14 px Inter semibold: importance 4 and 5
    "label-date",  # 12 px Inter regular, second ink
    "axis-major",  # 19 px Source Serif 4 semibold
    "axis-minor",  # 12 px Inter
    "axis-second",  # 12 px, CJK family
    "era",  # 12 px Inter semibold, letter-spaced capitals are not used for CJK
    "lane-head",  # 14 px Inter semibold
    "badge",  # 12 px Inter semibold
    "overview",  # 12 px Inter
)
