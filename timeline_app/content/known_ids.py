# SPDX-License-Identifier: MIT
"""Which ids an exhibit has, which it only declares, and what to say of one it does not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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
    "steps": "unknown-step",
}
_LETTERS_AMISS: Final = 2
_SHOWN: Final = ("excerpts", "claims", "sources")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind: `living` can be referred to; `declared` ones were cut, which was told already.

    `lost_heads` are the beginnings of lines that could not be read; where `is_incomplete` holds whole
    parts are missing.
    """

    living: Collection[str]
    declared: frozenset[str] = frozenset()
    is_incomplete: bool = False
    lost_heads: frozenset[str] = frozenset()

    @property
    def all(self) -> Collection[str]:
        """All ids, those that were cut behind the others."""
        return _AllIds(self.living, tuple(name for name in sorted(self.declared) if name not in self.living))

    def is_faulty(self, name: str) -> bool:
        """Tell whether an id is one that was never declared, so that naming it is a fault of its own."""
        if name in self.living or name in self.declared or self.is_incomplete:
            return False
        return not any(is_slip_of(head, name) for head in self.lost_heads)


@dataclass(frozen=True, slots=True)
class _AllIds(Collection[str]):
    """Two collections as one: counted at once, gone through only by who looks for the nearest word."""

    first: Collection[str]
    rest: Collection[str]

    def __len__(self) -> int:
        return len(self.first) + len(self.rest)

    def __iter__(self) -> Iterator[str]:
        yield from self.first
        yield from self.rest

    def __contains__(self, name: object) -> bool:
        return name in self.first or name in self.rest


def is_slip_of(head: str, name: str) -> bool:
    """Tell whether a line that cannot be read began with an id: cut short, or with a letter or two amiss."""
    if name.startswith(head):
        return True
    if abs(len(name) - len(head)) > _LETTERS_AMISS:
        return False
    same_start = _same_letters(head, name)
    same_end = _same_letters(head[same_start:][::-1], name[same_start:][::-1])
    return max(len(head), len(name)) - same_start - same_end <= _LETTERS_AMISS


def _same_letters(one: str, other: str) -> int:
    """Return how many letters two words have in common from their start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def known_ids(draft: Draft) -> dict[str, Known]:
    """Return the ids of all kinds, events under both their names."""
    known = {
        name: Known(
            dict.fromkeys(entry.id for entry in section.entries)
            if section.rows is None
            else section.rows.ordinal_of,
            frozenset(section.declared),
            section.is_incomplete,
            frozenset(section.lost_heads),
        )
        for name, section in draft.sections.items()
    }
    known["claims"] = _joined([known["claims"], Known(_inner_claims(draft))])
    return with_joined(known)


def with_joined(known: dict[str, Known]) -> dict[str, Known]:
    """Return ids by section together with those of kinds that several sections make up."""
    known["events-or-date"] = known["events"]
    known["shown"] = _joined([known[name] for name in _SHOWN])
    return known


def _inner_claims(draft: Draft) -> dict[str, None]:
    inner: dict[str, None] = {}
    rows = draft["events"].rows
    if rows is not None:
        for ordinal in rows.with_claims():
            inner |= dict.fromkeys(rows.record(ordinal).claims)
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
        living |= dict.fromkeys(part.living)
        declared |= part.declared
        lost_heads |= part.lost_heads
        is_incomplete |= part.is_incomplete
    return Known(living, declared, is_incomplete, lost_heads)
