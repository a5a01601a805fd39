# SPDX-License-Identifier: MIT
"""Which ids an exhibit has, which it only declares, and what to say of one it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from timeline_app.content.draft import Draft
from timeline_app.content.node_tree import Map
from timeline_app.content.problems import did_you_mean

CODES_BY_KIND: Final[Mapping[str, str]] = {
    "events": "unknown-event",
    "events-or-date": "unknown-event",
    "lanes": "unknown-lane",
    "places": "unknown-place",
    "people": "unknown-person",
    "sources": "unknown-source",
    "excerpts": "unknown-excerpt",
    "shown": "unknown-shown",
    "stops": "unknown-stop",
}
_SHOWN: Final = ("excerpts", "claims", "sources")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind: `living` can be referred to; `declared` ones were cut, which was told already."""

    living: Mapping[str, None]
    declared: frozenset[str]
    is_incomplete: bool = False
    lost_heads: frozenset[str] = frozenset()

    @property
    def all(self) -> list[str]:
        """All ids that could be meant, those of cut entries too."""
        return [*self.living, *(name for name in self.declared if name not in self.living)]

    def is_faulty(self, name: str) -> bool:
        """Tell whether an id is one that was never declared, so that naming it is a fault of its own."""
        if name in self.living or name in self.declared or self.is_incomplete:
            return False
        return not any(name.startswith(head) or near_to(name, head) for head in self.lost_heads)


def known_ids(draft: Draft) -> dict[str, Known]:
    """Return the ids of all kinds, events under both their names."""
    known = {
        name: Known(
            dict.fromkeys(entry.id for entry in section.entries),
            frozenset(section.declared),
            section.is_incomplete,
            frozenset(section.lost_heads),
        )
        for name, section in draft.sections.items()
    }
    known["claims"] = _joined([known["claims"], Known(_inner_claims(draft), frozenset())])
    known["events-or-date"] = known["events"]
    known["shown"] = _joined([known[name] for name in _SHOWN])
    return known


def near_to(name: str, head: str) -> bool:
    """Tell whether an id may be what a line that cannot be read began with."""
    return did_you_mean(name, (head,)) is not None


def _inner_claims(draft: Draft) -> dict[str, None]:
    inner: dict[str, None] = {}
    for entry in draft["events"].entries:
        claims = entry.raw.get("claims")
        if isinstance(claims, Map):
            inner |= dict.fromkeys(claims)
    return inner


def _joined(parts: Iterable[Known]) -> Known:
    living: dict[str, None] = {}
    declared: frozenset[str] = frozenset()
    lost_heads: frozenset[str] = frozenset()
    is_incomplete = False
    for part in parts:
        living |= part.living
        declared |= part.declared
        lost_heads |= part.lost_heads
        is_incomplete |= part.is_incomplete
    return Known(living, declared, is_incomplete, lost_heads)
