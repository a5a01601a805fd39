# SPDX-License-Identifier: MIT
"""The shipped exhibit reads without a fault, is as large as promised, and rests on its sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content import evidence
from tests.content.exhibit_text import Exhibit, event
from timeline_app.cli.check import count
from timeline_app.content.reader import read_exhibit

RULES = [
    evidence.bare_events,
    evidence.uncovered_blocks,
    evidence.neighbouring_marks,
    evidence.unused_listings,
    evidence.told_addresses,
    evidence.named_private_people,
    evidence.misplaced_excerpts,
    evidence.repeated_links,
    evidence.circles,
    evidence.unbalanced_importance,
]


def test_the_reader_finds_no_fault_in_the_exhibit(exhibit_file: Path) -> None:
    reading = read_exhibit(exhibit_file)
    assert [str(problem) for problem in reading.problems] == []


def test_the_exhibit_is_as_large_as_promised(exhibit_file: Path) -> None:
    reading = read_exhibit(exhibit_file)
    counts = count(reading.problems, reading.document)
    least = {"events": 90, "excerpts": 24, "sources": 90, "claims": 28, "tours": 4}
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


def test_the_reader_loses_nothing_of_the_file(exhibit_file: Path, exhibit: Exhibit) -> None:
    reading = read_exhibit(exhibit_file)
    counts = count(reading.problems, reading.document)
    parts = ("events", "excerpts", "sources", "claims", "tours")
    assert {part: counts[part] for part in parts} == {part: len(exhibit[part]) for part in parts}
    assert counts["links"] == len(list(evidence.links(exhibit)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_exhibit_keeps_the_rule(rule: Callable[[Exhibit], list[str]], exhibit: Exhibit) -> None:
    assert rule(exhibit) == []


def test_the_file_keeps_its_style(exhibit_file: Path) -> None:
    lines = exhibit_file.read_bytes().decode("utf-8").split("\n")
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []
    assert [number for number, line in enumerate(lines, 1) if "\t" in line or line != line.rstrip()] == []
    # Two spaces for each step: the dashes of lists too.
    assert [number for number, line in enumerate(lines, 1) if (len(line) - len(line.lstrip())) % 2] == []


# -- each rule finds what it is for ----------------------------------------------------------------


def no_sources(draft: Exhibit) -> None:
    del event(draft, "campaign")["sources"]


def no_lane(draft: Exhibit) -> None:
    event(draft, "campaign")["lane"] = ""


def no_summary(draft: Exhibit) -> None:
    del event(draft, "campaign")["summary"]


def open_end(draft: Exhibit) -> None:
    event(draft, "campaign")["summary"] = "A campaign. [@keesings-1960] It spread."


def open_paragraph(draft: Exhibit) -> None:
    event(draft, "campaign")["body"] = "A campaign.\n\nIt spread. [@keesings-1960]"


def two_marks(draft: Exhibit) -> None:
    event(draft, "campaign")["summary"] = "A campaign. [@keesings-1960] [@museum-chronology]"


def silent_excerpt(draft: Exhibit) -> None:
    event(draft, "campaign")["excerpts"] = ["kcna-total"]


def idle_source(draft: Exhibit) -> None:
    draft["sources"]["nobody-cites-me"] = {"title": "A book"}


def told_address(draft: Exhibit) -> None:
    draft["sources"]["time-1958"]["URL"] = "https://example.org/"


def opened_address(draft: Exhibit) -> None:
    draft["sources"]["time-1958"]["url_policy"] = "show"


def named_in_text(draft: Exhibit) -> None:
    draft["people"]["kitamura"]["privacy"] = "role-only"


def named_in_own_script(draft: Exhibit) -> None:
    draft["people"]["nobody"] = {"title": "A. Nobody", "privacy": "withhold", "names": [{"text": "寺尾"}]}
    event(draft, "campaign")["body"] = "Also 寺尾. [@keesings-1960]"


def hard_words_in_summary(draft: Exhibit) -> None:
    event(draft, "covert-strategy")["summary"] = "What was printed. [#jrc-frankly]"


def hard_words_on_tour(draft: Exhibit) -> None:
    draft["tours"]["five-minutes"]["stops"][0]["show"] = ["macarthur-koreans"]


def hard_words_without_comment(draft: Exhibit) -> None:
    del draft["excerpts"]["jrc-frankly"]["comment"]


def link_from_both_sides(draft: Exhibit) -> None:
    event(draft, "first-ships")["links"].append({"to": "calcutta", "kind": "response-to"})


def circle(draft: Exhibit) -> None:
    event(draft, "arrival")["links"].append({"to": "calcutta", "kind": "led-to"})


def everything_important(draft: Exhibit) -> None:
    for entry in draft["events"]:
        entry["importance"] = "5"


PLANTED = [
    (evidence.bare_events, no_sources),
    (evidence.bare_events, no_lane),
    (evidence.bare_events, no_summary),
    (evidence.uncovered_blocks, open_end),
    (evidence.uncovered_blocks, open_paragraph),
    (evidence.neighbouring_marks, two_marks),
    (evidence.unused_listings, silent_excerpt),
    (evidence.unused_listings, idle_source),
    (evidence.told_addresses, told_address),
    (evidence.told_addresses, opened_address),
    (evidence.named_private_people, named_in_text),
    (evidence.named_private_people, named_in_own_script),
    (evidence.misplaced_excerpts, hard_words_in_summary),
    (evidence.misplaced_excerpts, hard_words_on_tour),
    (evidence.misplaced_excerpts, hard_words_without_comment),
    (evidence.repeated_links, link_from_both_sides),
    (evidence.circles, circle),
    (evidence.unbalanced_importance, everything_important),
]


@pytest.mark.parametrize(("rule", "plant"), PLANTED, ids=[plant.__name__ for _, plant in PLANTED])
def test_a_planted_fault_is_found(
    rule: Callable[[Exhibit], list[str]], plant: Callable[[Exhibit], None], draft: Exhibit
) -> None:
    plant(draft)
    assert rule(draft)


def test_a_private_person_may_stand_in_their_own_entry(draft: Exhibit) -> None:
    draft["people"]["nobody"] = {"title": "A. Nobody", "privacy": "withhold", "note": "A. Nobody lived here."}
    assert evidence.named_private_people(draft) == []


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule for rule, _ in PLANTED} == set(RULES)
