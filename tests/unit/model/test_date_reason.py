# SPDX-License-Identifier: MIT
"""Why an event stands where it does: from the file, from others, and never by a title that is hidden."""

from pathlib import Path

import pytest

from timeline_app.content.reader import read_text
from timeline_app.model.date_reason import DateBoundView, DateReasonView, DateStepView
from timeline_app.model.document import Document
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

TEXT = """\
title: T
calendars: [japanese-era]
events:
  - {id: sails, title: The ship sails, date: 1955-03-02, date_as_written: Shōwa 30, date_basis: The log says so.}
  - {id: storm, title: The storm, after: sails}
  - {id: calm, title: The calm, after: storm, before: [lands, 1957]}
  - {id: lands, title: The ship lands, date: 1958-07-31}
  - {id: speech, title: The speech, date: 1955~, before: [calm]}
  - {id: lost, title: Lost, after: nowhere, before: [somewhere]}
  - {id: nowhere, title: Nowhere}
  - {id: somewhere, title: Somewhere}
  - {id: feast, title: The feast, date: XXXX-12-25}
  - {id: report, title: The report, date: "islamic:1379-06", calendar: islamic}
"""


@pytest.fixture(scope="module")
def document() -> Document:
    reading = read_text(TEXT, Path("exhibit.yaml"))
    assert reading.problems == ()
    assert reading.document is not None
    return reading.document


def reason(document: Document, event_id: str, lens: Lens | None = None) -> DateReasonView:
    found = Showing(document, lens or Lens()).event(document.events.ordinal_of[event_id]).date_reason
    assert found is not None
    return found


def steps(bound: DateBoundView | None) -> list[str]:
    assert bound is not None
    return [step_in_short(step) for step in bound.steps]


def step_in_short(step: DateStepView) -> str:
    what = step.event.id if step.event is not None else str(step.date) if step.date is not None else "hidden"
    return f"{step.relation} {what}"


def test_a_day_that_the_file_gives_needs_no_more_than_that(document: Document) -> None:
    found = reason(document, "sails")
    assert str(found.as_written) == "Shōwa 30"
    assert str(found.basis) == "The log says so."
    assert found.own == found.placed
    assert (found.earliest, found.latest, found.told, found.is_derived) == (None, None, (), False)


def test_derived_bounds_tell_each_step_to_where_they_are_known_from(document: Document) -> None:
    found = reason(document, "calm")
    assert found.own is None
    assert found.placed is not None
    assert found.placed.edtf == "[1955-03-02..1957-12-31]"
    assert found.earliest is not None
    assert found.latest is not None
    assert (found.earliest.day.edtf, found.latest.day.edtf) == ("1955-03-02", "1957-12-31")
    assert steps(found.earliest) == ["after storm", "after sails"]
    assert steps(found.latest) == ["before 1957"]
    assert [step_in_short(step) for step in found.told] == ["after storm", "before lands", "before 1957"]
    assert found.is_derived


def test_a_step_carries_title_and_date_of_the_event_so_that_one_can_go_there(document: Document) -> None:
    earliest = reason(document, "storm").earliest
    assert earliest is not None
    (step,) = earliest.steps
    assert step.event is not None
    assert (step.event.title.text, str(step.date)) == ("The ship sails", "1955-03-02")


def test_a_bound_on_one_side_leaves_the_other_open(document: Document) -> None:
    found = reason(document, "storm")
    assert steps(found.latest) == ["before calm", "before 1957"]
    found = reason(document, "speech")
    assert found.earliest is not None
    assert (found.earliest.day.edtf, found.earliest.is_derived) == ("1950-01-01", False)
    assert steps(found.latest) == ["before calm", "before 1957"]


def test_an_order_that_bounds_nothing_is_told_and_leaves_the_event_undated(document: Document) -> None:
    found = reason(document, "lost")
    assert (found.placed, found.earliest, found.latest) == (None, None, None)
    assert [step_in_short(step) for step in found.told] == ["after nowhere", "before somewhere"]


def test_a_year_that_is_not_known_has_no_bounds(document: Document) -> None:
    found = reason(document, "feast")
    assert str(found.own) == "XXXX-12-25"
    assert (found.earliest, found.latest) == (None, None)


def test_the_calendar_of_the_source_is_told(document: Document) -> None:
    assert reason(document, "report").calendar == "islamic"
    assert reason(document, "sails").calendar == ""


class _Hiding(Lens):
    """A lens that hides some events, as later ones will."""

    __slots__ = ()

    @property
    def hidden_events(self) -> frozenset[str]:
        return frozenset({"storm"})


def test_of_a_hidden_event_and_of_what_lies_behind_it_nothing_is_told(document: Document) -> None:
    found = reason(document, "calm", _Hiding())
    assert steps(found.earliest) == ["after hidden"]
    assert [step_in_short(step) for step in found.told] == ["after hidden", "before lands", "before 1957"]
    assert "The storm" not in repr(found)
