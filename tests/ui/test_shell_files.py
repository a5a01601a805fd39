# SPDX-License-Identifier: MIT
"""Opening, reading again, refusing: what happens to the exhibit on screen when files change."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from tests.sample_documents import harbour
from tests.stages import ENGLISH
from tests.ui.shell_bench import ShellBench
from timeline_app.base.clock import FakeClock
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.fix import fix_exhibit
from timeline_app.content.progress import Tell, tell_nobody
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.state.app_state import PanelPage, ReadingPhase
from timeline_app.ui.error_dialog import ErrorDialog
from timeline_app.ui.file_watch import POLL_MS, SETTLE_MS, FileWatch
from timeline_app.ui.panels.claim_page import ClaimPage
from timeline_app.ui.panels.gone_page import GonePage
from timeline_app.ui.reading_job import LOOK_MS, ReadingJobs
from timeline_app.ui.start_page import StartPage

pytestmark = pytest.mark.usefixtures("fonts")

EXHIBIT = """\
format: 1
title: Two ferries
languages: [en]
opening: {view: 1950/1960, event: first}
lanes:
  town: {title: The town}
sources:
  ledger: {type: book, title: The ledger, kind: document}
events:
  - {id: first, title: The first ferry, date: 1955-06-01, lane: town, sources: [ledger]}
  - {id: second, title: The second ferry, date: 1957-06-01, lane: town, sources: [ledger]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


@pytest.fixture
def bench(tmp_path: Path, path: Path):
    made = ShellBench(tmp_path, read_exhibit(path), path=path)
    made.show()
    yield made
    made.close()


def save(bench: ShellBench, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    bench.shell.commands.send("file.reload")
    bench.wait_for_reading()


# -- reading again --------------------------------------------------------------------------------


def test_a_save_is_taken_in_and_view_selection_and_history_stay(bench, path):
    shell = bench.shell
    shell.commands.send("select.event", id="second")
    shell.commands.send("view.zoom", factor=2.0)
    before = shell.store.state
    save(bench, path, EXHIBIT.replace("The second ferry", "The other ferry"))
    state = shell.store.state
    assert state.document is not before.document
    assert (state.view, state.selection, state.history) == (before.view, before.selection, before.history)
    assert shell.store.showing is not None
    assert shell.store.showing.head(1).title.text == "The other ferry"


@pytest.mark.parametrize(
    ("command_id", "named", "page"),
    [
        ("person.open", "people:\n  mori: {title: Mori}\n", PanelPage.PERSON),
        ("place.open", "places:\n  mori: {title: Mori}\n", PanelPage.PLACE),
        ("source.open", "sources:\n  mori: {type: book, title: Mori, kind: document}\n", PanelPage.SOURCE),
    ],
)
def test_of_what_a_save_has_taken_away_the_page_says_that_it_is_gone(bench, path, command_id, named, page):
    is_source = page is PanelPage.SOURCE
    text = EXHIBIT.replace("sources:\n", named) if is_source else EXHIBIT + named
    save(bench, path, text)
    assert bench.shell.commands.send(command_id, id="mori")
    bench.settle()
    panel = bench.shell.panel
    assert bench.shell.store.state.page is page
    assert not isinstance(panel.page, GonePage)
    save(bench, path, EXHIBIT)
    bench.settle()
    assert isinstance(panel.page, GonePage)
    assert panel.page.text.paragraphs[0].spoken == "No longer in this exhibit"
    save(bench, path, text)
    bench.settle()
    assert not isinstance(panel.page, GonePage)
    save(bench, path, EXHIBIT)
    bench.settle()
    panel.page.introduction.click()
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION


def test_a_question_that_a_save_has_taken_away_is_not_said_to_be_of_a_later_date(bench, path):
    asked = "claims:\n  when: {about: When it began, status: open, accounts: [{says: In May, sources: [ledger]}]}\n"
    save(bench, path, EXHIBIT + asked)
    assert bench.shell.commands.send("claim.open", id="when")
    bench.settle()
    assert isinstance(bench.shell.panel.page, ClaimPage)
    save(bench, path, EXHIBIT)
    bench.settle()
    assert isinstance(bench.shell.panel.page, GonePage)


def test_a_bad_save_keeps_the_last_good_exhibit_and_lists_the_problems(bench, path):
    good = bench.shell.store.state.document
    save(bench, path, EXHIBIT.replace("lane: town, sources", "lane: twon, sources", 1))
    state = bench.shell.store.state
    assert state.document is good
    assert state.reading is ReadingPhase.FAILED
    assert state.page is PanelPage.PROBLEMS
    assert [problem.code for problem in state.problems] == ["unknown-lane"]
    save(bench, path, EXHIBIT)
    state = bench.shell.store.state
    assert state.document is not good
    assert state.problems == ()
    assert (state.reading, state.page) == (ReadingPhase.IDLE, PanelPage.EVENT)
    assert state.selection.ids == ("first",)


def test_a_save_that_is_no_text_at_all_keeps_the_last_good_exhibit(bench, path):
    good = bench.shell.store.state.document
    save(bench, path, ": : [\n")
    assert bench.shell.store.state.document is good
    assert bench.shell.store.state.page is PanelPage.PROBLEMS


def test_of_a_file_with_faults_the_good_part_opens_and_is_followed_save_by_save(tmp_path, path):
    faulty = EXHIBIT.replace("lane: town, sources", "lane: twon, sources")
    path.write_text(faulty, encoding="utf-8")
    bench = ShellBench(tmp_path, read_exhibit(path), path=path)
    bench.show()
    first = bench.shell.store.state
    assert first.document is not None
    assert len(first.problems) == 2
    assert first.page is PanelPage.PROBLEMS
    save(bench, path, faulty.replace("lane: twon", "lane: town", 1))
    state = bench.shell.store.state
    assert state.document is not first.document
    assert len(state.problems) == 1
    save(bench, path, "title: Two ferries\nevents: [")
    assert bench.shell.store.state.document is state.document
    bench.close()


def test_a_deleted_event_leaves_the_selection(bench, path):
    lines = EXHIBIT.replace("event: first", "event: second").splitlines(keepends=True)
    save(bench, path, "".join(line for line in lines if "id: first" not in line))
    assert bench.shell.store.state.problems == ()
    assert bench.shell.store.state.selection.ids == ()


def test_saving_is_noticed_by_itself(bench, path):
    path.write_text(EXHIBIT.replace("Two ferries", "Three ferries"), encoding="utf-8")
    bench.clock.advance(POLL_MS)
    bench.clock.advance(SETTLE_MS)
    bench.wait_for_reading()
    assert bench.shell.window.windowTitle() == "Three ferries – Timeline"


def test_a_loose_date_is_a_hint_and_its_fix_is_noticed_by_itself(bench, path):
    store = bench.shell.store
    save(bench, path, EXHIBIT.replace("1957-06-01", "early 1957"))
    assert [problem.code for problem in store.state.problems] == ["loose-date"]
    assert store.state.page is PanelPage.EVENT
    assert store.state.document.events.dates.is_dated.tolist() == [True, True]
    bench.shell.commands.send("go.problems")
    assert store.state.page is PanelPage.PROBLEMS
    assert len(fix_exhibit(path).fixed) == 1
    bench.clock.advance(POLL_MS)
    bench.clock.advance(SETTLE_MS)
    bench.wait_for_reading()
    assert store.state.problems == ()
    assert store.state.document.events.records[1].date == "1957-37~"


# -- opening another file -------------------------------------------------------------------------


def test_another_exhibit_begins_anew(bench, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(EXHIBIT.replace("Two ferries", "Another").replace("event: first", "event: second"))
    bench.shell.commands.send("view.zoom", factor=4.0)
    bench.shell.commands.send("file.open-path", path=str(other))
    bench.wait_for_reading()
    state = bench.shell.store.state
    assert bench.shell.window.windowTitle() == "Another – Timeline"
    assert state.selection.ids == ("second",)
    assert state.history.behind == ()
    assert [path.name for path in bench.shell.keeper.recent] == ["other.yaml", "ferries.yaml"]


def test_a_file_that_cannot_be_opened_leaves_the_exhibit_on_screen(bench, tmp_path):
    good = bench.shell.store.state.document
    bench.shell.commands.send("file.open-path", path=str(tmp_path / "nowhere.yaml"))
    bench.wait_for_reading()
    assert bench.shell.store.state.document is good
    assert bench.shell.store.state.page is PanelPage.PROBLEMS


def test_a_large_file_is_read_after_the_window_has_come_up(tmp_path, path):
    release = threading.Event()

    def read_slowly(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        release.wait(20)
        return read_exhibit(path, cancelled=cancelled)

    bench = ShellBench(tmp_path, None, path=path, read=read_slowly)
    bench.show()
    assert bench.shell.start_page.isVisible()
    assert words(bench.shell.start_page)[0] == "Reading ferries.yaml …"
    release.set()
    bench.wait_for_reading()
    assert not bench.shell.start_page.isVisible()
    assert bench.shell.canvas.isVisible()
    assert bench.shell.store.state.selection.ids == ("first",)
    bench.close()


# -- the start page -------------------------------------------------------------------------------


def words(page: StartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def button(page: StartPage, text: str) -> QPushButton:
    (found,) = [found for found in page.findChildren(QPushButton) if found.text() == text]
    return found


def test_when_nothing_opens_the_start_page_says_what_to_do(tmp_path):
    missing = tmp_path / "nowhere.yaml"
    bench = ShellBench(tmp_path, read_exhibit(missing), path=missing)
    bench.show()
    page = bench.shell.start_page
    assert page.isVisible()
    assert not bench.shell.canvas.isVisible()
    assert words(page)[0] == "nowhere.yaml could not be opened"
    assert bench.shell.panel_frame.isVisible()
    assert bench.shell.window.windowTitle() == "Timeline"
    button(page, ENGLISH.say("start.built-in")).click()
    assert bench.sent == ["file.open-built-in"]
    bench.wait_for_reading()
    bench.close()


def test_the_start_page_offers_recent_files(qt_app, path):
    page = StartPage(ENGLISH)
    page.show_state("", is_reading=False, has_failed=False, recent=[path])
    page.show()
    wished: list[str] = []
    page.path_wished.connect(wished.append)
    button(page, "ferries.yaml").click()
    assert wished == [str(path)]
    assert words(page)[0] == "No exhibit is open"
    page.show_state("large.yaml", is_reading=True, has_failed=False, recent=[path])
    assert words(page) == ["Reading large.yaml …"]


@pytest.mark.parametrize("width_px", [420, 860, 1600])
def test_no_words_of_the_start_page_are_cut(qt_app, width_px):
    page = StartPage(ENGLISH)
    page.show_state("a-file-with-a-long-name.yaml", is_reading=False, has_failed=True, recent=[])
    page.resize(width_px, 700)
    page.show()
    QApplication.processEvents()
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    page.close()


# -- jobs -----------------------------------------------------------------------------------------


def test_only_the_newest_of_several_readings_is_handed_over(qt_app, tmp_path):
    release = threading.Event()
    overtaken = threading.Event()

    def read(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        if path.name == "slow":
            release.wait(20)
            if cancelled():
                overtaken.set()
                raise ReadingCancelled
        return Reading(harbour(), (), (path,))

    bench = ShellBench(tmp_path, None, path=tmp_path / "unused", read=read)
    bench.wait_for_reading()
    bench.shell.commands.send("file.open-path", path="slow")
    bench.shell.commands.send("file.open-path", path="quick")
    quick = max(
        (thread for thread in threading.enumerate() if thread.name.startswith("reading-")),
        key=lambda thread: int(thread.name.partition("-")[2]),
    )
    quick.join(20)
    bench.settle()
    assert bench.shell.watch.paths == (Path("quick"),)
    release.set()
    assert overtaken.wait(20)
    bench.wait_for_reading()
    assert bench.shell.watch.paths == (Path("quick"),)
    bench.close()


def test_a_fault_of_the_reader_is_reported_and_the_program_goes_on(qt_app, tmp_path):
    def read(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        raise RuntimeError("planted")

    bench = ShellBench(tmp_path, None, path=tmp_path / "x.yaml", read=read)
    bench.show()
    bench.wait_for_reading()
    (dialog,) = bench.shell.window.findChildren(ErrorDialog)
    assert "RuntimeError: planted" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog.accept()
    bench.close()


def test_nothing_is_looked_for_once_every_reading_has_ended(qt_app, tmp_path, path):
    clock = FakeClock()
    jobs = ReadingJobs(read_exhibit, clock)
    got: list[Path] = []
    jobs.finished.connect(lambda path, _reading: got.append(path))
    jobs.start(path)
    jobs.start(path)
    while clock.pending:
        clock.advance(LOOK_MS)
    assert got == [path]


def test_no_circle_comes_apart_in_a_thread_that_reads(qt_app: QApplication, tmp_path: Path):
    clock, seen = FakeClock(), list[bool]()

    def read(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        seen.append(gc.isenabled())
        raise ReadingCancelled

    jobs = ReadingJobs(read, clock)
    assert gc.isenabled()
    jobs.start(tmp_path)
    jobs.start(tmp_path)
    while clock.pending:
        clock.advance(LOOK_MS)
    assert seen == [False, False]
    assert gc.isenabled()


# -- watching -------------------------------------------------------------------------------------


@pytest.fixture
def watch(qt_app: QApplication, path: Path):
    clock = FakeClock()
    made = FileWatch(clock)
    heard: list[int] = []
    made.changed.connect(lambda: heard.append(1))
    made.watch([path])
    yield made, clock, heard
    made.stop()


def later(clock: FakeClock) -> None:
    clock.advance(POLL_MS)
    clock.advance(SETTLE_MS)


def test_a_file_that_stays_as_it_is_says_nothing(watch):
    _, clock, heard = watch
    for _ in range(5):
        later(clock)
    assert heard == []


def test_a_save_is_heard_once(watch, path):
    _, clock, heard = watch
    path.write_text("title: New\n", encoding="utf-8")
    later(clock)
    later(clock)
    assert heard == [1]


def test_a_file_put_in_its_place_is_heard(watch, path):
    _, clock, heard = watch
    beside = path.with_suffix(".new")
    beside.write_text(EXHIBIT, encoding="utf-8")
    beside.replace(path)
    later(clock)
    assert heard == [1]
    path.write_text("title: And again\n", encoding="utf-8")
    later(clock)
    assert heard == [1, 1]


def test_a_file_that_is_away_for_a_moment_is_waited_for(watch, path):
    _, clock, heard = watch
    path.unlink()
    later(clock)
    assert heard == []
    path.write_text(EXHIBIT + "\n", encoding="utf-8")
    later(clock)
    assert heard == [1]


def test_a_file_that_still_grows_is_left_alone(watch, path):
    _, clock, heard = watch
    path.write_text("title: A\n", encoding="utf-8")
    clock.advance(POLL_MS)
    path.write_text("title: A longer one\n", encoding="utf-8")
    clock.advance(SETTLE_MS)
    assert heard == []
    clock.advance(SETTLE_MS)
    assert heard == [1]


def test_after_stop_nothing_is_heard(watch, path):
    made, clock, heard = watch
    made.stop()
    path.write_text("title: New\n", encoding="utf-8")
    later(clock)
    assert heard == []
    assert made.paths == ()


def test_examples_open_from_the_file_menu_and_lead_back(bench: ShellBench):
    file_menu = bench.menus.by_id["file"]
    submenus = [action.text() for action in file_menu.actions() if action.menu() is not None]
    assert submenus == ["Open example", "Recent exhibits"]
    entries = bench.menus.by_id["examples"].actions()
    assert [entry.text() for entry in entries] == [
        "Ships from Niigata", "From the Big Bang to the present", "Caesar’s last months",
    ]  # fmt: skip
    for entry in entries[1:]:
        entry.trigger()
        bench.wait_for_reading()
        assert bench.shell.window.windowTitle() == f"{entry.text()} – Timeline"
    # They have entries of their own and are no recent files.
    assert [path.name for path in bench.shell.keeper.recent] == ["ferries.yaml"]
    sent = [command_id for command_id in bench.sent if command_id.startswith("file.")]
    assert sent == ["file.open-big-bang", "file.open-caesar"]


def test_a_file_saved_while_it_was_read_is_read_again(qt_app, tmp_path):
    path = tmp_path / "late.jsonl"
    path.write_text('{"title": "T"}\n{"title": "One", "id": "one"}\n', encoding="utf-8")

    def read(path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        reading = read_exhibit(path, cancelled=cancelled)
        assert reading.document is not None
        if len(reading.document.events) == 1:
            path.write_text(path.read_text("utf-8") + '{"title": "Two", "id": "two"}\n', encoding="utf-8")
        return reading

    bench = ShellBench(tmp_path, None, path=path, read=read)
    bench.show()
    bench.wait_for_reading()
    bench.settle()
    bench.wait_for_reading()
    document = bench.shell.store.state.document
    assert document is not None
    assert list(document.events.ids) == ["one", "two"]
    bench.close()
