# SPDX-License-Identifier: MIT
"""The example exhibits are faultless, known to the menu, and cite as they promise: no pages, books by chapter."""

import json
import re
from pathlib import Path

import pytest

from tests.content import wording
from tests.content.exhibit_text import Exhibit, load
from timeline_app.base.places import built_in_exhibit, comes_with_the_program, example_exhibit
from timeline_app.chrono.historical_date import DateKind, Precision
from timeline_app.content.reader import read_exhibit
from timeline_app.content.reading import Reading
from timeline_app.model.document import Document
from timeline_app.state.command_table import COMMANDS

NAMES = ("big-bang", "caesar")
LONGEST_LABEL = 34


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of each example in turn."""
    given: str = request.param
    return given


@pytest.fixture(scope="module")
def reading(name: str) -> Reading:
    """Return an example as the program reads it."""
    return read_exhibit(example_exhibit(name))


@pytest.fixture(scope="module")
def tree(name: str) -> Exhibit:
    """Return an example as plain text."""
    return load(example_exhibit(name).read_text(encoding="utf-8"))


def document_of(reading: Reading) -> Document:
    assert reading.document is not None
    return reading.document


def test_every_example_has_an_entry_in_the_menu(project_root: Path) -> None:
    files = {path.stem for path in (project_root / "resources" / "examples").glob("*.yaml")}
    assert files == set(NAMES)
    offered = {spec.id for spec in COMMANDS if spec.menu == "examples"}
    assert offered == {"file.open-built-in", *(f"file.open-{name}" for name in NAMES)}


def test_entries_are_called_as_their_exhibits_are(project_root: Path) -> None:
    words = json.loads((project_root / "resources" / "languages" / "en.json").read_text(encoding="utf-8"))
    paths = {"built-in": built_in_exhibit()} | {name: example_exhibit(name) for name in NAMES}
    for name, path in paths.items():
        assert words[f"command.file.open-{name}"] == load(path.read_text(encoding="utf-8"))["title"]
        assert comes_with_the_program(path)
    assert not comes_with_the_program(project_root / "examples" / "caesar.yaml")


def test_an_example_is_faultless(reading: Reading) -> None:
    assert [str(problem) for problem in reading.problems] == []
    assert 25 <= len(document_of(reading).events) <= 40


def test_every_event_has_a_summary_with_a_source(tree: Exhibit) -> None:
    for event in tree["events"]:
        assert "[@" in event["summary"], event["id"]
        assert event["sources"], event["id"]
        assert event["lane"], event["id"]


def test_no_page_is_cited_and_every_work_says_how_far_it_was_read(tree: Exhibit) -> None:
    for source_id, source in tree["sources"].items():
        assert "page" not in source, source_id
        assert source["consulted"] == {"extent": "title"}, source_id
    text = json.dumps(tree, ensure_ascii=False)
    assert not re.search(r"\bpp?\. ?[0-9]", text)


def test_every_source_is_used(tree: Exhibit) -> None:
    used = json.dumps([tree["events"], tree["claims"]], ensure_ascii=False)
    assert [
        source for source in tree["sources"] if f'"{source}"' not in used and f"@{source}" not in used
    ] == []


@pytest.mark.parametrize("rule", [wording.straight_quotes, wording.shouted, wording.titles_with_full_stops])
def test_an_example_keeps_the_rules_for_titles_and_labels(rule: object, tree: Exhibit) -> None:
    assert callable(rule)
    assert rule(tree) == []


def test_labels_are_short(tree: Exhibit) -> None:
    labels = [event.get("short", event["title"]) for event in tree["events"]]
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


def test_ancient_works_are_cited_by_book_or_chapter() -> None:
    tree = load(example_exhibit("caesar").read_text(encoding="utf-8"))
    chapter = re.compile(r"(ch\. |F )?[0-9]+([.–][0-9]+)*( and [0-9.–]+)?")
    uses = [use for event in tree["events"] for use in event["sources"]]
    uses += [
        use for claim in tree["claims"].values() for said in claim["accounts"] for use in said["sources"]
    ]
    for use in uses:
        if isinstance(use, dict):
            assert chapter.fullmatch(use["locator"]), use


def test_deep_time_has_dates_of_every_fineness() -> None:
    events = document_of(read_exhibit(example_exhibit("big-bang"))).events
    dates = [date for n in range(len(events)) if (date := events.date_of(n)) is not None]
    assert len(dates) == len(events)
    precisions = {part.precision for date in dates for part in (date, *date.parts)}
    assert {
        Precision.SECOND,
        Precision.MINUTE,
        Precision.DAY,
        Precision.YEAR,
        Precision.MILLENNIUM,
    } <= precisions
    assert {DateKind.ATOM, DateKind.INTERVAL, DateKind.ONE_OF} <= {date.kind for date in dates}


def test_days_of_caesar_are_julian() -> None:
    document = document_of(read_exhibit(example_exhibit("caesar")))
    assert document.about.calendars == ("julian",)
    ides = document.events.date_of(document.events.ordinal_of["ides-of-march"])
    assert ides is not None
    assert (ides.edtf, ides.calendar) == ("julian:-0043-03-15", "julian")


def test_what_has_no_date_of_its_own_is_placed_by_its_neighbours() -> None:
    document = document_of(read_exhibit(example_exhibit("caesar")))
    for event_id in ("remains-seated", "tribunes-removed", "oracle-rumour", "will-read"):
        assert document.events.date_of(document.events.ordinal_of[event_id]) is not None, event_id
