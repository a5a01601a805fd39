# SPDX-License-Identifier: MIT
"""The shipped exhibit as plain text: who speaks where, what is quoted, which words follow each other.

Read with PyYAML and not with our own reader, so that these tests can find faults that the reader hides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

Exhibit = dict[str, Any]
TextPath = tuple[str | int, ...]

QUIET: Final = frozenset({
    "URL", "after", "as_known_at", "at", "attract", "bears", "before", "calendars", "certainty", "colour",
    "date", "elided", "event", "extent", "file", "format", "hemisphere", "hidden", "id", "importance", "issued",
    "judgement", "kind", "lang", "languages", "minutes", "names", "on", "opening", "parent", "predict",
    "privacy", "public_since", "purpose", "share", "show", "show_only", "since", "skip_to", "status", "steps", "text_is",
    "timezone", "to", "type", "until", "url_policy", "value", "via", "view", "where",
})  # fmt: skip
"""Fields that are dates, choices, addresses or names in their own script."""

REFERENCES: Final = frozenset(
    {"events", "excerpts", "lane", "lanes", "people", "place", "route", "source", "sources", "derives_from"}
)
"""Fields whose plain words are ids."""

NAMED: Final = frozenset({"lanes", "eras", "places", "people", "excerpts", "events", "claims", "tours"})
"""Sections whose entries have ids."""

MARK: Final = re.compile(r"\s*\[[@#]\w[^\[\]]*\]")
WORDED: Final = re.compile(r"\[([^\[\]]*)\]\{([^{}]*)\}")
CITED: Final = re.compile(r"\bcite=\"([^\"]*)\"")
QUOTED: Final = re.compile(r"‘((?:[^‘’]|’(?=\w))*)’(?!\w)|“([^”]*)”|\"([^\"]*)\"|「([^」]*)」|『([^』]*)』")


class Said(NamedTuple):
    """A text in the exhibit's own voice, and where it stands."""

    path: TextPath
    text: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.text}"


def load(text: str) -> Exhibit:
    """Return the file's tree with every scalar as text."""
    tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds nothing but text.
    assert isinstance(tree, dict)
    return tree


def own_voice(exhibit: Exhibit) -> Iterator[Said]:
    """Yield every text that is ours: all but quoted words, their translations and the titles of cited works."""
    for path, text in _texts(exhibit, ()):
        if _is_ours(path):
            yield Said(path, bare(text))


def _texts(node: Any, path: TextPath) -> Iterator[tuple[TextPath, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from _texts(value, (*path, name))


def _is_ours(path: TextPath) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    if keys[0] == "excerpts" and keys[2] == "text":
        return keys[-1] == "by"
    if keys[0] == "sources":
        return keys[2] in {"provenance", "note"}
    # Below the names of sections and entries, which are ids.
    inner = keys[2:] if keys[0] in NAMED else keys
    return not QUIET & set(inner) and keys[-1] not in REFERENCES


def bare(text: str) -> str:
    """Return a text as it is read today: without marks, and without brackets that say since when or by which words."""
    text = MARK.sub("", text)
    while WORDED.search(text):
        text = WORDED.sub(r"\1", text)
    return text


def event(exhibit: Exhibit, name: str) -> dict[str, Any]:
    """Return an event by its id."""
    found: dict[str, Any] = next(entry for entry in exhibit["events"] if entry["id"] == name)
    return found


def event_texts(entry: dict[str, Any], *fields: str) -> Iterator[str]:
    """Yield the fields of an event that are there."""
    for field in fields:
        if field in entry:
            yield entry[field]


def listed(value: Any) -> list[str]:
    """Return ids from a field that holds one id, several, or mappings with a source."""
    if value is None:
        return []
    uses = value if isinstance(value, list) else [value]
    return [use.get("source") or use["excerpt"] if isinstance(use, dict) else use for use in uses]


def marks(text: str) -> list[str]:
    """Return what the marks of a text name, with their sign: `@source`, `#excerpt`."""
    cited = [found.strip()[1:-1] for found in MARK.findall(text)]
    cited += [found for _, attributes in WORDED.findall(text) for found in CITED.findall(attributes)]
    return [part.split(",")[0].strip() for found in cited for part in found.split(";")]


def quoted(text: str) -> list[str]:
    """Return what stands between quotation marks of any kind."""
    return [next(group for group in found if group) for found in QUOTED.findall(text) if any(found)]


def without_quotations(text: str) -> str:
    """Return a text with all that it quotes left out."""
    return QUOTED.sub("‘…’", text)


def words(text: str) -> list[str]:
    """Return the words of a text, folded, so that spelling and punctuation do not hide a match."""
    return re.findall(r"\w+", text.casefold().replace("’", "").replace("'", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return all runs of so many words."""
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
