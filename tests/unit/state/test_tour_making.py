# SPDX-License-Identifier: MIT
"""Making a tour without a window: each step is in the file at once, and each can be taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.making_bench import EXHIBIT, OWN, Bench
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.content.tour_file import tours_in
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.records import ShownWords, Stop, Tour
from timeline_app.model.tour_shows import stop_named
from timeline_app.model.tour_views import ShownKind
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.tour_making import minutes_of, text_with, tidy_notes, with_stop_moved
from timeline_app.state.tour_making_table import MAKING_COMMANDS
from timeline_app.state.tour_making_words import MakingView, making_view
from timeline_app.state.tour_state import TourState


def test_a_new_tour_is_written_with_its_first_stop_and_is_part_of_the_exhibit_at_once(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("")
    assert (bench.store.state.page, bench.here.tour_id, bench.file.exists()) == (
        PanelPage.TOUR_MAKING,
        "tour-1",
        False,
    )
    bench.store.select(("second",))
    bench.making.add_stop()
    assert bench.text == (
        "tours:\n  tour-1:\n    title: New\n    stops:\n      - event: second\n        view: 1945/1974\n"
    )
    document = bench.store.state.document
    assert document is not None
    assert (list(document.tours), document.own_tours) == (["theirs", "tour-1"], {"tour-1": bench.file})
    assert bench.saved == [bench.file]
    assert (bench.told, bench.store.state.notice and bench.store.state.notice.action) == (
        "notice.making-added",
        "making.show",
    )
    assert bench.store.state.page is PanelPage.EVENT


def test_a_stop_holds_what_the_page_shows(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("")
    store = bench.store
    store.select(("first",))
    for page, subject, words in (
        (PanelPage.EXCERPT, "letter", "sail"),
        (PanelPage.EXCERPT, "gone", ""),
        (PanelPage.SOURCE, "book", ""),
        (PanelPage.CLAIM, "who", ""),
        (PanelPage.MAP, "", ""),
    ):
        store.show_page(page, subject, words)
        bench.making.add_stop()
    store.open_panel(is_open=False)
    bench.making.add_stop()
    shows = [stop.show for stop in bench.here.tour.stops]
    assert shows == [(ShownWords("letter", "sail"),), (), ("book",), ("who",), ("map",), ()]


def test_a_stop_holds_cursor_and_filters(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("")
    bench.store.select(("first",))
    bench.store.set_lens(Lens(known_at=known_at_date("1975"), filters=Filters(lane=frozenset({"a"}))))
    bench.making.add_stop()
    stop = bench.here.tour.stops[0]
    assert (stop.event, stop.as_known_at, stop.filters) == ("first", "1975", {"lane": ("a",)})


def test_changes_are_taken_back_to_the_letter_and_made_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    making = bench.making
    making.begin("mine")
    making.notes("  one\ntwo \n")
    making.move(1, 2)
    making.remove(0)
    making.title("  Other   words ")
    making.minutes("2,5")
    making.tour_minutes("40")
    making.spare(on=True)
    texts = [bench.text]
    assert (bench.stops, bench.here.tour.title.first, bench.here.tour.minutes) == (
        ["second"],
        "Other words",
        40.0,
    )
    while bench.here.done:
        making.undo()
        texts.append(bench.text)
    assert texts[-1] == OWN
    assert len(texts) == 8
    assert "# the beginning" not in texts[0]
    while bench.here.undone:
        making.redo()
        texts.append(bench.text)
    assert texts[8:] == texts[6::-1]
    stop = bench.here.tour.stops[0]
    assert (stop.event, stop.minutes, stop.hidden, stop.notes) == ("second", 2.5, True, None)


@pytest.mark.parametrize(
    ("number", "to", "order"), [(3, 1, "cab"), (1, 3, "bca"), (2, 0, "bac"), (1, 9, "bca"), (2, 2, "abc")]
)
def test_a_stop_is_put_in_the_place_asked_for_or_the_nearest_there_is(
    number: int, to: int, order: str
) -> None:
    stops = tuple(Stop(event=name) for name in "abc")
    moved = with_stop_moved(Tour(TextValue.plain("T"), stops), number, to)
    assert "".join(stop.event or "" for stop in moved.tour.stops) == order
    assert moved.tour.stops[moved.at - 1] == stops[number - 1]
    assert moved.origins == tuple("abc".index(name) for name in order)


def test_taking_back_the_first_step_of_a_new_tour_leaves_no_file(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("")
    bench.making.title("Mine")
    bench.making.undo()
    assert not bench.file.exists()
    document = bench.store.state.document
    assert document is not None
    assert list(document.tours) == ["theirs"]


def test_a_tour_of_the_exhibit_is_copied_and_never_changed(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("theirs")
    assert (bench.here.tour_id, bench.stops, bench.here.at) == ("theirs-1", ["first", "second"], 1)
    assert bench.here.tour.title.variants == (("en", "Theirs 2"), ("ja", "彼らの"))
    bench.making.try_()
    assert bench.walked == [("theirs-1", 1)]
    assert list(tours_in(bench.text)) == ["theirs-1"]
    assert bench.exhibit.read_text(encoding="utf-8") == EXHIBIT


def test_questions_lead_to_stops_which_get_a_name_where_they_need_one(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN + "      - event: first\n")
    making = bench.making
    making.begin("mine")
    making.branch(" And then? ", 2)
    making.branch("Again?", 3)
    making.branch("", 2)
    making.branch("Nowhere?", 9)
    ways = [(branch.ask.first, branch.to) for branch in bench.here.tour.stops[0].branches]
    assert ways == [("And then?", "second"), ("Again?", "stop-1")]
    assert bench.here.tour.stops[2].id == "stop-1"
    assert [(way.ask, way.stop) for way in seen(bench).ways] == [("And then?", 2), ("Again?", 3)]
    making.unbranch(0)
    making.remove(3)
    assert bench.here.tour.stops[0].branches == ()


WAYS = """\
tours:
  mine:
    title: Mine
    stops:
      - event: first
        branches: [{ask: And then?, to: second}]
      - event: second
        notes: the one that is meant
      - event: third
"""


def test_ways_lead_to_the_stop_that_was_meant_whatever_becomes_of_the_others(tmp_path: Path) -> None:
    def meant() -> str | None:
        stops = bench.here.tour.stops
        name = next(stop.branches[0].to for stop in stops if stop.branches)
        notes = stops[stop_named(bench.here.tour, name) - 1].notes
        return notes.first if notes else None

    bench = Bench(tmp_path, WAYS)
    making = bench.making
    making.begin("mine")
    making.move(2, 1)
    assert (meant(), [stop.id for stop in bench.here.tour.stops]) == ("the one that is meant", ["", "", ""])
    making.undo()
    making.go(1)
    bench.store.select(("second",))
    making.add_stop()
    assert (bench.stops, meant()) == (["first", "second", "second", "third"], "the one that is meant")
    assert [stop.id for stop in bench.here.tour.stops] == ["", "", "stop-1", ""]
    making.go(3)
    bench.store.select(("third",))
    making.take_view()
    assert (bench.stops, meant()) == (["first", "second", "third", "third"], "the one that is meant")
    for _ in range(2):
        making.undo()
    making.go(2)
    making.take_view()
    assert (bench.stops, meant()) == (["first", "third", "third"], "the one that is meant")


def seen(bench: Bench) -> MakingView:
    showing = bench.store.showing
    assert showing is not None
    view = making_view(bench.store.state, showing)
    assert view is not None
    return view


def test_a_stop_shows_more_less_and_one_by_one(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    making = bench.making
    making.begin("mine")
    offered = [(thing.name, thing.kind) for thing in seen(bench).offered]
    assert offered == [("letter", ShownKind.EXCERPT), ("book", ShownKind.SOURCE)]
    making.add_shown("letter")
    making.add_shown("letter")
    making.reveal(one_by_one=True)
    bench.store.show_page(PanelPage.CLAIM, "who")
    making.add_shown("")
    stop = bench.here.tour.stops[0]
    assert (stop.show, stop.steps) == (("letter", "who"), ("letter", "who"))
    shown = [(thing.name, thing.title.text if thing.title else None) for thing in seen(bench).shown]
    assert shown == [("letter", "A book"), ("who", "Who sailed?")]
    making.hide_shown("letter")
    making.reveal(one_by_one=False)
    assert (bench.here.tour.stops[0].show, bench.here.tour.stops[0].steps) == (("who",), ())
    making.go(2)
    assert [thing.name for thing in seen(bench).offered] == ["chain"]
    assert [stop.event for stop in bench.visited] == ["second"]
    making.go(7)
    assert bench.here.at == 2


def test_what_a_stop_can_show_is_offered_until_it_shows_it(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "tours: {mine: {title: Mine, stops: [{event: third, show: [gone, map]}, {}]}}\n")
    showing = bench.store.showing
    assert showing is not None
    assert making_view(bench.store.state, showing) is None
    bench.making.begin("mine")
    view = seen(bench)
    assert [(thing.name, thing.kind) for thing in view.offered] == [
        ("who", ShownKind.CLAIM),
        ("book", ShownKind.SOURCE),
        ("chain", ShownKind.CHAIN),
        ("figure", ShownKind.FIGURE),
    ]
    assert [(thing.name, thing.kind) for thing in view.shown] == [("gone", None), ("map", ShownKind.MAP)]
    bench.making.go(2)
    assert (seen(bench).offered, seen(bench).shown) == ((), ())
    bench.making.go(1)
    bench.store.set_lens(Lens(known_at=known_at_date("1965")))
    assert (seen(bench).offered, seen(bench).unseen) == ((), frozenset({1}))


def test_what_can_be_done_depends_on_what_there_is(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)

    def enabled() -> set[str]:
        return {spec.id.partition(".")[2] for spec in MAKING_COMMANDS if spec.enabled(bench.store.state)}

    assert enabled() == {"begin"}
    bench.making.begin("")
    begun = enabled()
    assert {"add-stop", "record", "title", "discard", "leave"} <= begun
    assert not begun & {"try", "go", "remove", "notes", "branch", "undo", "redo"}
    bench.making.begin("mine")
    assert {"try", "go", "remove", "notes", "branch"} <= enabled()
    bench.making.minutes("2")
    assert ("undo" in enabled(), "redo" in enabled()) == (True, False)
    bench.making.undo()
    assert ("undo" in enabled(), "redo" in enabled()) == (False, True)


def test_notes_hold_no_tabs_and_minutes_are_a_number_that_can_be_taught() -> None:
    assert (tidy_notes(" one \t\n  two \n\n"), tidy_notes("one\ttwo")) == ("one\n  two\n", "one two")
    assert [minutes_of(text) for text in ("", " 2,5 ", "600")] == [None, 2.5, 600.0]
    for text in ("0", "-1", "601", "nan", "soon"):
        with pytest.raises(ValueError, match=re.escape(text) if text != "nan" else "nan"):
            minutes_of(text)


def test_a_stop_takes_the_view_and_event_that_are_seen_now(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.making.notes("Ask.")
    bench.store.select(("third",))
    bench.making.take_view()
    stop = bench.here.tour.stops[0]
    assert (stop.event, stop.view, stop.notes and stop.notes.first) == ("third", "1945/1974", "Ask.")


def test_a_walk_is_recorded_as_stops(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    store = bench.store
    bench.making.begin("")
    bench.making.record()
    store.select(("first",))
    store.show_page(PanelPage.EXCERPT, "letter")
    bench.making.show()
    store.select(("second",))
    store.set_tour(TourState("theirs"))
    store.select(("third",))
    store.set_tour(None)
    bench.making.record()
    store.select(("first",))
    stops = [(stop.event, stop.show) for stop in bench.here.tour.stops]
    assert stops == [("first", ()), ("first", ("letter",)), ("second", ())]
    assert len(bench.here.done) == 3


def test_what_the_cursor_holds_back_is_not_told_and_cannot_be_written_over(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.making.begin("theirs")
    assert (seen(bench).notes, seen(bench).can_write) == ("Early. [Late.]{since=1990}", True)
    bench.store.set_lens(Lens(known_at=known_at_date("1980")))
    view = seen(bench)
    assert (view.notes, view.can_write, view.unseen) == ("Early.", False, frozenset())
    bench.making.notes("Early.")
    assert bench.told == "notice.making-past"
    assert bench.here.tour.stops[0].notes is not None
    assert bench.here.tour.stops[0].notes.first == "Early. Late."


def test_a_stop_has_a_task_for_the_class(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.making.task(" Circle one word.\n")
    assert "first\n        task: Circle one word.\n      # the end\n" in bench.text
    bench.making.task("")
    assert (bench.text, seen(bench).task) == (OWN, "")


def test_a_task_of_which_parts_are_held_back_cannot_be_written_over(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.making.task("Early. [Late.]{since=1990}")
    bench.store.set_lens(Lens(known_at=known_at_date("1980")))
    assert (seen(bench).task, seen(bench).can_write_task) == ("Early.", False)
    bench.making.task("Early.")
    assert (bench.told, "Late." in bench.text) == ("notice.making-past", True)


def test_leaving_keeps_the_page_that_was_open_meanwhile(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.store.select(("first",))
    bench.making.show()
    bench.making.leave()
    assert (bench.store.state.page, bench.store.state.making) == (PanelPage.EVENT, None)
    other = tmp_path / "other"
    other.mkdir()
    bench.making.begin("mine")
    document = Bench(other).store.state.document
    assert document is not None
    bench.store.swap_document(document, (), View(0, 1.0))
    assert bench.store.state.making is None


def test_texts_keep_their_other_languages() -> None:
    reader = Reader(languages=("ja", "en"))
    both = text_with(None, "One", reader)
    assert both is not None
    assert both.variants == (("", "One"),)
    assert text_with(both, "", reader) is None


def test_the_table_has_a_handler_for_each_command(tmp_path: Path) -> None:
    handlers = Bench(tmp_path).making
    names = {spec.id.partition(".")[2].replace("-", "_") for spec in MAKING_COMMANDS}
    assert {name for name in names if not hasattr(handlers, "try_" if name == "try" else name)} == set()
    assert {spec.id for spec in MAKING_COMMANDS} <= {spec.id for spec in COMMANDS}
