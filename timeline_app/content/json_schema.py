# SPDX-License-Identifier: MIT
"""The JSON Schema of an exhibit file, made from the same records that read it.

Written by `python -m timeline_app.content.json_schema > resources/schema/exhibit.schema.json`; a test
holds the two together. Editors complete and check with it; it says less than the reader, which also
knows ids, dates and files.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Final

import msgspec

from timeline_app.base.text_value import TextValue
from timeline_app.content.draft import SECTIONS
from timeline_app.content.problems import CODES
from timeline_app.content.shape import LANGUAGE_TAG
from timeline_app.model import records

_REFERENCE: Final = "#/$defs/{name}"
_PLAIN: Final[list[str]] = ["string", "number"]
"""What a YAML editor takes a plain text for: `date: 1959` and `volume: 12` are numbers to it."""


def exhibit_schema() -> dict[str, Any]:
    """Return the schema as plain data."""
    _, definitions = msgspec.json.schema_components(
        [records.Exhibit], schema_hook=_hook, ref_template=_REFERENCE
    )
    definitions = {name: _for_yaml(definition) for name, definition in sorted(definitions.items())}
    definitions["Text"] = _text_definition()
    exhibit = definitions.pop("Exhibit")
    for section in SECTIONS:
        exhibit["properties"][section] = _or_file(exhibit["properties"][section])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **exhibit,
        "title": "Exhibit",
        "x-problem-codes": [{"code": code, "severity": severity.value} for code, severity in CODES.items()],
        "$defs": definitions,
    }


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(exhibit_schema(), indent=1, ensure_ascii=False) + "\n"


def _hook(kind: type) -> dict[str, Any]:
    if kind is TextValue:
        return {"$ref": _REFERENCE.format(name="Text")}
    raise NotImplementedError(kind)


def _text_definition() -> dict[str, Any]:
    return {
        "title": "Text",
        "description": "Text for readers: plain, or one text per language, for example {en: …, ja: …}.",
        "anyOf": [
            {"type": _PLAIN},
            {
                "type": "object",
                "propertyNames": {"pattern": f"^{LANGUAGE_TAG.pattern}$"},
                "additionalProperties": {"type": _PLAIN},
                "minProperties": 1,
            },
        ],
    }


def _for_yaml(schema: Any) -> Any:
    """Widen plain strings to what an editor may take them for, and leave out defaults that say nothing."""
    if isinstance(schema, list):
        return [_for_yaml(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _for_yaml(value) for key, value in schema.items() if (key, value) != ("default", None)}
    if changed.get("type") == "string" and "pattern" not in changed:
        changed["type"] = _PLAIN
    return changed


def _or_file(section: dict[str, Any]) -> dict[str, Any]:
    file = {
        "type": "string",
        "description": "a file (.yaml, .json, for events also .jsonl) inside the exhibit's folder that holds this section",
    }
    return {"anyOf": [{key: value for key, value in section.items() if key != "default"}, file]}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
