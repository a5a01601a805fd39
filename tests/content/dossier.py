# SPDX-License-Identifier: MIT
"""The research that the exhibit was written from, where it lies beside the checkout.

`../shared/content` holds the dossier, the supplement that corrects it, and the essay. A checkout
without them is complete: the tests that compare are skipped there, and say so.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

FOLDER: Final = Path(__file__).resolve().parents[3] / "shared" / "content"
ABSENT: Final = "the research notes (../shared/content) do not lie beside this checkout"

ON_HOLD: Final = frozenset({"Q08"})
"""Quotations that may not be shown: the attribution was cut off where it was read."""

OTHER_DATES: Final = {
    "departures-1947": "1947-03?/1947-06: when the first people left is not stated in anything read",
    "final-phase": "1971-12-17/1984-07: conflict C2 asks for the month, since two days are given",
    "pyongyang-talks": "1956-01-27/1956-02-28~: conflict C6 asks for the end of February",
}
"""Events whose date follows the dossier's advice on a conflict rather than its table."""

OTHER_SOURCES: Final = {
    ("first-ships", "S03"): "was read only as far as April 1959",
}
"""Sources that the dossier gives for an event and the exhibit leaves out."""

OTHER_LINKS: Final = {
    ("covert-strategy", "led-to", "shimazu-request"): "the request is told as part of the plan instead",
    ("covert-strategy", "led-to", "mofa-plan"): "the paper is told as part of the plan instead",
    ("free-will", "part-of", "first-ships"): "eight years cannot be part of a day; told as qualifying it",
    ("free-will", "qualifies", "first-ships"): "see above",
    (
        "soviet-ships",
        "part-of",
        "first-ships",
    ): "eight years cannot be part of a day; told the other way round",
    ("first-ships", "part-of", "soviet-ships"): "see above",
    ("working-lives", "part-of", "final-phase"): "lives from 1960 on cannot be part of sailings from 1971 on",
}
"""Links that the exhibit leaves out or turns round, and what it tells instead."""

Link = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What dossier and supplement say together, under the exhibit's own ids."""

    events: dict[str, dict[str, Any]]
    links: dict[Link, bool]
    quotations: dict[str, dict[str, Any]]
    translations: dict[str, str]
    extents: dict[str, str]
    origins: dict[str, list[str]]
    conflicts: frozenset[str]
    essay: str


def read_dossier(folder: Path = FOLDER) -> Dossier:
    """Read the notes, or skip the test that asks for them."""
    if not (folder / "dossier.json").is_file():
        pytest.skip(ABSENT)
    first = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    second = json.loads((folder / "supplement.json").read_text(encoding="utf-8"))
    essay = next(folder.glob("seed-essay*.txt")).read_text(encoding="utf-8")
    events = _events(first, second)
    return Dossier(
        events={own_id(name): event for name, event in events.items()},
        links=_links(events, second["relation_retargets"]),
        quotations={quote["id"]: quote for quote in first["quotes"] if quote["id"] not in ON_HOLD},
        translations=_translations(first["quotes"], second["quote_corrections"]),
        extents=_extents(second),
        origins={
            **{name: entry["derivesFrom"] for name, entry in second["source_extents"].items()},
            **{source["id"]: source["derivesFrom"] for source in second["new_sources"]},
        },
        conflicts=frozenset(conflict["id"] for conflict in first["conflicts"] + second["new_conflicts"]),
        essay=essay,
    )


def own_id(name: str) -> str:
    """Return the exhibit's id for the dossier's: `e09a-shimazu-request` is `shimazu-request`."""
    return re.sub(r"^e\d+[a-z]?-", "", name)


def _events(first: dict[str, Any], second: dict[str, Any]) -> dict[str, dict[str, Any]]:
    events = {event["id"]: event | {"rel": list(event["rel"])} for event in first["events"]}
    for correction in second["corrected_events"]:
        changes = correction["changes"]
        if "replacedBy" in changes:
            del events[correction["id"]]
            continue
        event = events[correction["id"]]
        event["edtf"] = changes.get("edtf", event["edtf"])
        event["src"] = [*event["src"], *changes.get("src_add", ())]
        kinds = {relation["type"] for relation in changes.get("rel", ())}
        kept = [relation for relation in event["rel"] if relation["type"] not in kinds]
        event["rel"] = kept + changes.get("rel", [])
    return events | {event["id"]: event for event in second["new_events"]}


def _links(events: dict[str, dict[str, Any]], moved: list[dict[str, str]]) -> dict[Link, bool]:
    """Return each link once, and whether either side marks it as a judgement."""
    new_ends = {(move["event"], move["type"], move["old"]): move["new"] for move in moved}
    found: dict[Link, bool] = {}
    for name, event in events.items():
        for relation in event["rel"]:
            kind = relation["type"]
            target = new_ends.get((name, kind, relation["target"]), relation["target"])
            ends = own_id(name), own_id(target)
            if kind == "response-to":
                kind, ends = "led-to", ends[::-1]
            elif kind == "contradicts":
                kind, ends = "in-tension-with", (min(ends), max(ends))
            link = ends[0], kind, ends[1]
            found[link] = found.get(link, False) or relation["editorial"]
    return found


def _translations(quotes: list[dict[str, str]], corrections: list[dict[str, str]]) -> dict[str, str]:
    found = {
        quote["id"]: match[1]
        for quote in quotes
        if (match := re.search(r"Dossier translation: '(.*?)'(?:\s|$)", quote["note"]))
    }
    for correction in corrections:
        if "translation" in correction:
            found[correction["id"]] = correction["translation"].strip("'")
    return found


def _extents(second: dict[str, Any]) -> dict[str, str]:
    """Return how much of each source was read; an excerpt of a source is a part of it."""
    extents = {name: entry["extentRead"] for name, entry in second["source_extents"].items()}
    extents |= {source["id"]: source["extentRead"] for source in second["new_sources"]}
    return {name: "part" if extent == "excerpt" else extent for name, extent in extents.items()}
