# SPDX-License-Identifier: MIT
"""Making a tour without a window: each step is in the file at once, and each can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeline_app.base.text_value import Reader, TextValue
from timeline_app.chrono.edtf import parse
from timeline_app.content.own_tours import with_own_tours
from timeline_app.content.reader import read_exhibit
from timeline_app.content.tour_file import tours_in
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.records import ShownWords, Stop, Tour
from timeline_app.model.tour_views import ShownKind
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.store import Store
from timeline_app.state.tour_making import MakingState, text_with, with_stop_moved
from timeline_app.state.tour_making_handlers import Outside, TourMakingHandlers
from timeline_app.state.tour_making_table import MAKING_COMMANDS
from timeline_app.state.tour_making_words import MakingView, making_view
from timeline_app.state.tour_state import TourState

EXHIBIT = """\
title: X
languages: [en, ja]
lanes: {a: {title: A}}
sources: {book: {title: A book}}
excerpts: {letter: {text: We sail tomorrow., source: book}}
claims: {who: {about: Who sailed?, accounts: [{says: All}]}}
events:
  - {id: first, title: First, date: 1950, lane: a, excerpts: [letter], sources: [book], known: public}
  - {id: second, title: Second, date: 1960, lane: a, links: [{to: third, kind: led-to}]}
  - {id: third, title: Third, date: 1970, lane: a}
tours:
  theirs:
    title: {en: Theirs, ja: 彼らの}
    stops:
      - event: first
        notes: "Early. [Late.]{since=1990}"
      - event: second
"""
OWN = """\
tours:
  mine:
    title: Mine  # for class 9
    stops:
      # the beginning
      - event: first
      # the end
      - event: second
"""


class Bench:
    """A store with an exhibit in a folder, and what the program around was asked for."""

    def __init__(self, folder: Path, own: str = "") -> None:
        self.exhibit, self.file = folder / "x.yaml", folder / "x.tours.yaml"
        self.exhibit.write_text(EXHIBIT, encoding="utf-8")
        if own:
            self.file.write_text(own, encoding="utf-8")
        self.folder = folder
        self.store = Store()
        self.saved: list[Path] = []
        self.walked: list[tuple[str, int]] = []
        self.visited: list[Stop] = []
        self.read()
        outside = Outside(
            folder / "tours",
            lambda title: f"{title} 2" if title else "New",
            self.saved.append,
            lambda tour, number: self.walked.append((tour, number)),
            self.visited.append,
        )
        self.making = TourMakingHandlers(self.store, outside)

    def read(self) -> None:
        reading = with_own_tours(read_exhibit(self.exhibit), self.exhibit)
        assert reading.document is not None
        date = parse("1945/1974")
        assert date.earliest_s is not None
        assert date.latest_s is not None
        view = View.between(date.earliest_s, date.latest_s)
        self.store.swap_document(reading.document, reading.problems, view)

    @property
    def here(self) -> MakingState:
        assert self.store.state.making is not None
        return self.store.state.making

    @property
    def stops(self) -> list[str | None]:
        return [stop.event for stop in self.here.tour.stops]

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def told(self) -> str:
        assert self.store.state.notice is not None
        return self.store.state.notice.message.key


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


def test_a_tour_in_a_file_that_the_exhibit_names_is_changed_there(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    walks = tmp_path / "walks.yaml"
    walks.write_text(OWN, encoding="utf-8")
    bench.exhibit.write_text(EXHIBIT.partition("tours:")[0] + "tours: walks.yaml\n", encoding="utf-8")
    bench.read()
    bench.making.begin("mine")
    bench.making.remove(2)
    assert (bench.here.file, walks.read_text(encoding="utf-8")) == (
        walks,
        OWN.partition("      # the end")[0],
    )
    assert bench.saved == []


def test_what_somebody_else_saves_meanwhile_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.making.title("Ours")
    bench.file.write_text(bench.text + "      - event: third  # by hand\n", encoding="utf-8")
    bench.making.minutes("3")
    assert bench.stops == ["first", "second", "third"]
    assert "# by hand" in bench.text
    bench.file.write_text(bench.text.replace("third", "first"), encoding="utf-8")
    bench.read()
    assert bench.stops == ["first", "second", "first"]
    bench.file.write_text(bench.text.replace("# the end", "# the very end"), encoding="utf-8")
    for _ in range(4):
        bench.making.undo()
    assert (bench.stops, bench.here.done) == (["first", "second"], ())
    assert "# the very end" in bench.text


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.file.write_bytes(OWN.replace("\n", "\r\n").encode())
    bench.making.begin("mine")
    bench.making.remove(2)
    assert bench.file.read_bytes() == OWN.partition("      # the end")[0].replace("\n", "\r\n").encode()


def test_the_mark_at_the_beginning_of_a_file_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.file.write_bytes(b"\xef\xbb\xbf" + OWN.encode())
    bench.making.begin("mine")
    bench.making.remove(2)
    bench.making.undo()
    assert bench.file.read_bytes() == b"\xef\xbb\xbf" + OWN.encode()


@pytest.mark.parametrize("held", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file_is_one_without_tours(tmp_path: Path, held: bytes) -> None:
    bench = Bench(tmp_path)
    bench.file.write_bytes(held)
    bench.making.begin("")
    bench.making.title("Mine")
    assert list(tours_in(bench.text.removeprefix("\ufeff"))) == ["tour-1"]


@pytest.mark.parametrize(
    ("held", "key", "said"),
    [
        (OWN.replace("Mine ", "Mi\u2028ne ").encode(), "making.refused.signs", ("line", 3)),
        (OWN.replace("the end", "the \x07 end").encode(), "making.refused.signs", ("line", 7)),
        (OWN.replace("end\n", "end\r").encode(), "making.refused.signs", ("line", 7)),
        (OWN.replace("Mine", "Müne").encode("latin-1"), "making.refused.no-text", ("file", "x.tours.yaml")),
    ],
)
def test_a_file_with_signs_that_would_not_stay_is_not_written(
    tmp_path: Path, held: bytes, key: str, said: tuple[str, object]
) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.file.write_bytes(held)
    bench.making.minutes("3")
    assert (bench.told, bench.file.read_bytes()) == (key, held)
    notice = bench.store.state.notice
    assert notice is not None
    assert said in notice.message.params


def test_a_write_protected_file_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    bench.file.chmod(0o444)
    bench.making.title("Other")
    assert (bench.told, bench.text) == ("making.refused.unwritten", OWN)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.tours.yaml", "x.yaml"]


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


def test_a_file_that_cannot_be_changed_is_told_of_and_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("gone")
    assert bench.here.tour_id == "tour-1"
    bench.making.begin("mine")
    bench.file.write_text("tours: [\n", encoding="utf-8")
    bench.making.title("Other")
    assert (bench.told, bench.text) == ("making.refused.syntax", "tours: [\n")
    bench.file.write_bytes(b"\xff\xfe\x00")
    bench.making.undo()
    bench.making.title("Other")
    assert bench.told == "making.refused.no-text"
    bench.file.unlink()
    bench.file.mkdir()
    bench.making.title("Other")
    assert bench.told == "making.refused.unreadable"
    bench.making.minutes("soon")
    assert bench.told == "notice.making-minutes"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(tmp_path, OWN)
    bench.making.begin("mine")
    with no_room(monkeypatch):
        bench.making.title("Other")
    assert (bench.told, bench.text, bench.here.tour.title.first) == ("making.refused.unwritten", OWN, "Mine")


@contextmanager
def no_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def fails(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("timeline_app.state.tour_making_file.write_whole", fails)
        yield


def test_a_tour_is_taken_out_of_its_file_for_good_and_others_stay(tmp_path: Path) -> None:
    bench = Bench(tmp_path, OWN + "  other: {title: O, stops: []}\n")
    bench.making.begin("mine")
    bench.making.discard()
    assert (bench.text, bench.store.state.making) == ("tours:\n  other: {title: O, stops: []}\n", None)
    bench.making.begin("other")
    bench.making.discard()
    assert not bench.file.exists()
    assert bench.store.state.page is PanelPage.INTRODUCTION


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
