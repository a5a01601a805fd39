# SPDX-License-Identifier: MIT
"""Chains of events: from one event back over what led to it, and forward over what came of it.

A chain is one way through the links that tell of cause and effect. Where several lead on, it follows one that does not
end with the next event, then one that a source tells before one that is our own judgement, then the weightier event,
then the one nearer in time; each step names the others, and a reader may take the chain through one of those. Nothing
is read past the showing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from timeline_app.model.document import LinkEdge
    from timeline_app.model.showing import Showing

CAUSAL: Final = frozenset({"led-to", "response-to"})
"""The kinds of links that tell of cause and effect: each leads from the one to the other."""
MOST_STEPS: Final = 100
"""So many steps are followed in each direction."""


class Step(NamedTuple):
    """An event of a chain, the link that leads to it from the step before, and where else its links lead."""

    ordinal: int
    link: LinkEdge | None
    causes: tuple[int, ...] = ()
    effects: tuple[int, ...] = ()


class Chain(NamedTuple):
    """The steps of a chain, the first cause first; `pins` are the events through which it was asked for."""

    steps: tuple[Step, ...]
    pins: tuple[int, ...]

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The events in their order."""
        return tuple(step.ordinal for step in self.steps)

    @property
    def edges(self) -> tuple[LinkEdge, ...]:
        """The links in their order."""
        return tuple(step.link for step in self.steps if step.link is not None)

    def place_of(self, ordinal: int) -> int | None:
        """Return the number of a step, counted from 0, None where an event is none."""
        return next((at for at, step in enumerate(self.steps) if step.ordinal == ordinal), None)

    def through(self, at: int, other: int) -> tuple[int, ...]:
        """Return the events through which the chain goes that leads from a step to another cause or effect of it.

        What was asked for beyond the step, seen from the other event, stays.
        """
        step, ordinals = self.steps[at], self.ordinals
        places = [place for pin in self.pins if (place := self.place_of(pin)) is not None] or [at]
        if other in step.causes:
            return (other, *ordinals[at : max(*places, at) + 1])
        return (*ordinals[min(*places, at) : at + 1], other)


def chain_of(showing: Showing, pins: Sequence[int]) -> Chain:
    """Return the chain through some events, each linked with the next one; as far as they are shown and linked."""
    core = list(_core(showing, pins))
    if not core:
        return Chain((), ())
    seen = {ordinal for ordinal, _ in core}
    before = list(_walk(showing, core[0][0], seen, is_forward=False))
    after = list(_walk(showing, core[-1][0], seen, is_forward=True))
    ordinals = [edge.source for edge in reversed(before)]
    ordinals += [ordinal for ordinal, _ in core] + [edge.target for edge in after]
    links = [None, *reversed(before), *(edge for _, edge in core if edge is not None), *after]
    steps = [_step(showing, ordinals, at, link) for at, link in enumerate(links)]
    return Chain(tuple(steps), tuple(ordinal for ordinal, _ in core))


def has_chain(showing: Showing, ordinal: int) -> bool:
    """Tell whether anything led to an event, or came of it."""
    return any(edge.record.kind in CAUSAL for edge in showing.links_of.get(ordinal, ()))


def _core(showing: Showing, pins: Sequence[int]) -> Iterator[tuple[int, LinkEdge | None]]:
    """Yield the asked events with the links between them, until one is missing."""
    seen: set[int] = set()
    for at, ordinal in enumerate(pins):
        if ordinal in seen or not showing.passes[ordinal]:
            return
        link = None if at == 0 else _link(showing, pins[at - 1], ordinal)
        if at and link is None:
            return
        seen.add(ordinal)
        yield ordinal, link


def _link(showing: Showing, cause: int, effect: int) -> LinkEdge | None:
    return next((edge for edge in _links(showing, cause, is_forward=True) if edge.target == effect), None)


def _links(showing: Showing, ordinal: int, *, is_forward: bool) -> list[LinkEdge]:
    """Return the links from an event to its effects, or from its causes to it, the best first."""
    found = [
        edge
        for edge in showing.links_of.get(ordinal, ())
        if edge.record.kind in CAUSAL and (edge.source if is_forward else edge.target) == ordinal
    ]

    def rank(edge: LinkEdge) -> tuple[bool, bool, int, int, str]:
        other = edge.target if is_forward else edge.source
        starts_s = showing.dates.earliest_s
        apart_s = abs(int(starts_s[other]) - int(starts_s[ordinal]))
        is_last = not _leads_on(showing, other, is_forward=is_forward)
        return (
            is_last,
            edge.record.judgement,
            -int(showing.importance[other]),
            apart_s,
            showing.event_id(other),
        )

    return sorted(found, key=rank)


def _leads_on(showing: Showing, ordinal: int, *, is_forward: bool) -> bool:
    """Tell whether anything is linked with an event further on."""
    return any(
        edge.record.kind in CAUSAL and (edge.source if is_forward else edge.target) == ordinal
        for edge in showing.links_of.get(ordinal, ())
    )


def _walk(showing: Showing, start: int, seen: set[int], *, is_forward: bool) -> Iterator[LinkEdge]:
    """Yield the links of the way on from an event; it never comes to an event twice."""
    here = start
    for _ in range(MOST_STEPS):
        links = _links(showing, here, is_forward=is_forward)
        found = next((e for e in links if (e.target if is_forward else e.source) not in seen), None)
        if found is None:
            return
        yield found
        here = found.target if is_forward else found.source
        seen.add(here)


def _step(showing: Showing, ordinals: Sequence[int], at: int, link: LinkEdge | None) -> Step:
    """Return a step with the causes and effects that are not beside it in the chain."""
    ordinal, beside = ordinals[at], set(ordinals)
    causes = [edge.source for edge in _links(showing, ordinal, is_forward=False)]
    effects = [edge.target for edge in _links(showing, ordinal, is_forward=True)]
    return Step(
        ordinal,
        link,
        tuple(dict.fromkeys(each for each in causes if each not in beside)),
        tuple(dict.fromkeys(each for each in effects if each not in beside)),
    )
