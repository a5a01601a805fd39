# SPDX-License-Identifier: MIT
"""Which ids an exhibit has, which it only declares, and what to say of one it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from timeline_app.content.draft import Draft
from timeline_app.content.node_tree import Map

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

    @property
    def all(self) -> list[str]:
        """All ids that could be meant, those of cut entries too."""
        return [*self.living, *(name for name in self.declared if name not in self.living)]

    def is_faulty(self, name: str) -> bool:
        """Tell whether an id is one that was never declared, so that naming it is a fault of its own."""
        return name not in self.living and name not in self.declared and not self.is_incomplete


def known_ids(draft: Draft) -> dict[str, Known]:
    """Return the ids of all kinds, events under both their names."""
    known = {
        name: Known(
            dict.fromkeys(entry.id for entry in section.entries),
            frozenset(section.declared),
            section.is_incomplete,
        )
        for name, section in draft.sections.items()
    }
    known["claims"] = _joined([known["claims"], Known(_inner_claims(draft), frozenset())])
    known["events-or-date"] = known["events"]
    known["shown"] = _joined([known[name] for name in _SHOWN])
    return known


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
    is_incomplete = False
    for part in parts:
        living |= part.living
        declared |= part.declared
        is_incomplete |= part.is_incomplete
    return Known(living, declared, is_incomplete)
