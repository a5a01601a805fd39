# SPDX-License-Identifier: MIT
"""What is said of lanes: their names, how they stand, and what has become of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.base.messages import Message, Translator
from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.lane_choice import LaneChoice, choose


def lane_title(lane: LaneView) -> str | Message:
    """Return a lane's title; the lane of events that name none has one of ours."""
    return lane.title.text or Message.of("lane.events")


def as_shown(lanes: Sequence[LaneView], choice: LaneChoice, translator: Translator) -> tuple[LaneView, ...]:
    """Return the lanes as they are drawn: a title for the one that has none, each as far in as it stands."""
    words = ShownText(translator.say("lane.events"), translator.language)
    return tuple(
        replace(lane, title=lane.title if lane.title.text else words, depth=depth)
        for lane, depth in zip(lanes, choice.depth, strict=True)
    )


def lane_in_words(
    lane: LaneView, choice: LaneChoice, event_count: int, translator: Translator
) -> tuple[str, str]:
    """Return a lane's name with how many events it shows, and what else holds for it: state and place."""
    name = translator.say("lanes.name", lane=lane_title(lane), count=event_count)
    states = []
    if lane.index in choice.collapsed:
        states.append("lanes.collapsed")
    if lane.index in choice.pinned:
        states.append("lanes.pinned")
    place = choice.order.index(lane.index) + 1 if lane.index in choice.order else 0
    words = [translator.text(Message(key)) for key in states]
    words.append(translator.say("lanes.place", number=place, count=len(choice.order)))
    return name, _joined(words, translator)


def hidden_in_words(choice: LaneChoice, translator: Translator) -> str:
    """Return how many lanes are hidden, "" if none is."""
    count = choice.hidden_count
    return translator.say("lanes.hidden", count=count) if count else ""


def change_in_words(
    lanes: Sequence[LaneView],
    before: LaneState,
    after: LaneState,
    translator: Translator,
    in_hand: int | None = None,
) -> str:
    """Return what has become of the lanes, for those who do not see it; "" where nothing has.

    `in_hand` is the lane that the keyboard is at: of several that changed places it is the one that was moved.
    """
    told = [
        words
        for what in ("collapsed", "hidden", "pinned")
        for words in _changed(lanes, before, after, what, translator)
    ]
    return _joined(told or _moved(lanes, before, after, translator, in_hand), translator)


def _changed(
    lanes: Sequence[LaneView], before: LaneState, after: LaneState, what: str, translator: Translator
) -> list[str]:
    """Tell of one kind of change: by name of a single lane, of more by their number."""
    then, now = (
        {lane.index for lane in lanes if lane.id in getattr(state, what)} for state in (before, after)
    )
    told: list[str] = []
    for key, changed in ((f"lanes.now-{what}", now - then), (f"lanes.no-more-{what}", then - now)):
        if len(changed) == 1:
            lane = lane_title(lanes[next(iter(changed))])
            told.append(translator.text(Message.of(f"{key}-one", lane=lane)))
        elif changed:
            told.append(translator.text(Message.of(f"{key}-many", count=len(changed))))
    return told


def _moved(
    lanes: Sequence[LaneView],
    before: LaneState,
    after: LaneState,
    translator: Translator,
    in_hand: int | None,
) -> list[str]:
    """Tell where the lane in hand stands now; that the order is another one, if it was not that one."""
    then, now = choose(lanes, before).order, choose(lanes, after).order
    if then == now:
        return []
    if in_hand is None or in_hand not in now or then.index(in_hand) == now.index(in_hand):
        return [translator.say("lanes.now-ordered")]
    lane, place = lane_title(lanes[in_hand]), now.index(in_hand) + 1
    return [translator.say("lanes.now-at", lane=lane, number=place, count=len(now))]


def _joined(said: Sequence[str], translator: Translator) -> str:
    joined = said[0] if said else ""
    for words in said[1:]:
        joined = translator.say("outline.join", first=joined, next=words)
    return joined
