# SPDX-License-Identifier: MIT
"""The JSON Schema in resources/ is the one that the records give, and it says what it should of samples."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from timeline_app.content.json_schema import exhibit_schema, schema_text
from timeline_app.content.problems import CODES

GOOD = """\
format: 1
title: {en: Ships, ja: 船}
languages: [en, ja]
opening: {view: 1954/1986, event: first}
lanes: {red: {title: Red, colour: plum, share: 2}}
eras: [{id: one, title: One, date: 1959-12-14/1967}]
places: {niigata: {title: Niigata, at: [37.92, 139.04]}}
sources:
  book: {title: Book, issued: 2007, volume: 12, container-title: Journal, consulted: {extent: part}}
excerpts: {words: {text: {lang: ja, text: 言葉, translations: {en: {text: words}}}}}
events:
  - id: first
    date: 1959
    title: First
    lane: [red]
    known: public
    after: [1955]
    sources: [book, {source: book, locator: 4}]
    links: [{to: first, kind: led-to, judgement: true}]
    figure: {title: F, data: [[1959, 2942]]}
tours: tours.yaml
"""


def as_editors_read(text: str) -> Any:
    """Read YAML 1.2 as an editor's language server does: numbers and booleans, but no dates."""

    class Loader(yaml.SafeLoader):
        pass

    wanted = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null")}
    Loader.yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in found if tag in wanted]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)  # noqa: S506 - a subclass of the safe loader.


def faults(text: str) -> list[str]:
    validator = Draft202012Validator(exhibit_schema())
    return [error.message for error in validator.iter_errors(as_editors_read(text))]


def test_the_file_is_current(project_root: Path) -> None:
    path = project_root / "resources" / "schema" / "exhibit.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m timeline_app.content.json_schema > resources/schema/exhibit.schema.json"
    )


def test_it_is_a_schema_with_the_severity_of_each_code() -> None:
    schema = exhibit_schema()
    Draft202012Validator.check_schema(schema)
    assert {entry["code"]: entry["severity"] for entry in schema["x-problem-codes"]} == {
        code: severity.value for code, severity in CODES.items()
    }
    json.dumps(schema)


def test_a_good_exhibit_is_valid() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("format: 1", "format: 2"),
        ("title: {en: Ships, ja: 船}", "title: {english: Ships}"),
        ("colour: plum", "colour: plumb"),
        ("at: [37.92, 139.04]", "at: [37.92]"),
        ("kind: led-to", "kind: leads-to"),
        ("lane: [red]", "lane: {red: 1}"),
        ("    title: First\n", ""),
        ("share: 2", "share: 0"),
        ("judgement: true", "judgment: true"),
        ("id: first\n", "id: First One\n"),
    ],
)
def test_faults_are_found(good: str, bad: str) -> None:
    assert good in GOOD
    assert faults(GOOD.replace(good, bad, 1))


def test_the_built_in_exhibit_is_valid(project_root: Path) -> None:
    assert faults((project_root / "events.yaml").read_text(encoding="utf-8")) == []
