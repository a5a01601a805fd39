# SPDX-License-Identifier: MIT
"""Reading a file: what comes out, from one file or several, from good ones and from none at all."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.text_value import TextValue
from timeline_app.content import reader as reader_module
from timeline_app.content.reader import Reading, read_exhibit, read_text

SMALLEST = "title: Moon landings\nevents:\n  - date: 1969-07-20\n    title: Apollo 11 lands\n"


def codes(reading: Reading) -> list[tuple[str, str, int]]:
    return [(problem.file, problem.code, problem.line) for problem in reading.problems]


def test_the_smallest_useful_file_opens(tmp_path: Path) -> None:
    path = tmp_path / "moon.yaml"
    path.write_text(SMALLEST, encoding="utf-8")
    reading = read_exhibit(path)
    assert reading.problems == ()
    assert reading.files == (path,)
    document = reading.document
    assert document is not None
    assert document.title == TextValue.plain("Moon landings")
    assert document.path == path
    assert list(document.events.ids) == ["apollo-11-lands"]
    assert str(document.events.date_of(0)) == "1969-07-20"
    assert document.span_s == (-14_256_000, -14_169_600)


def test_line_breaks_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "moon.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALLEST.replace("\n", "\r\n").encode())
    reading = read_exhibit(path)
    assert reading.problems == ()
    assert reading.document is not None


def test_a_text_is_read_as_if_it_stood_in_the_file(tmp_path: Path) -> None:
    reading = read_text(SMALLEST + "    importance: 9\n", tmp_path / "no-such.yaml")
    assert codes(reading) == [("no-such.yaml", "out-of-range", 5)]
    assert reading.document is not None
    assert reading.document.events.importance.tolist() == [3]


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert codes(read_exhibit(tmp_path / "none.yaml")) == [("none.yaml", "unreadable-file", 1)]
    assert codes(read_exhibit(tmp_path)) == [(tmp_path.name, "unreadable-file", 1)]
    assert read_exhibit(tmp_path).document is None


def test_a_picture_and_a_file_in_an_old_encoding_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: Café\n".encode("latin-1"))
    assert codes(read_exhibit(tmp_path / "a.yaml")) == [("a.yaml", "wrong-encoding", 1)]


def test_an_exhibit_without_a_title_is_named_after_its_file(tmp_path: Path) -> None:
    reading = read_text("events: []\n", tmp_path / "ships.yaml")
    assert codes(reading) == [("ships.yaml", "missing-field", 1)]
    assert reading.document is not None
    assert reading.document.title.first == "ships"


def test_a_title_that_cannot_be_read_is_not_missing_too(tmp_path: Path) -> None:
    reading = read_text("title: 'Ships\nevents: []\n", tmp_path / "ships.yaml")
    assert codes(reading) == [("ships.yaml", "unclosed-quote", 1)]
    assert reading.document is not None


# -- other files ------------------------------------------------------------------------------------


def test_sections_may_stand_in_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "lanes.yaml").write_text("red: {title: Red}\n", encoding="utf-8")
    (tmp_path / "events.yaml").write_text(
        "- {title: E, lane: red}\n- {title: F, lane: rod}\n", encoding="utf-8"
    )
    (tmp_path / "sources.yml").write_text("sources:\n  book: {titel: B}\n", encoding="utf-8")
    text = "title: T\nlanes: parts/lanes.yaml\nevents: events.yaml\nsources: sources.yml\n"
    reading = read_text(text, tmp_path / "exhibit.yaml")
    assert codes(reading) == [("events.yaml", "unknown-lane", 2), ("sources.yml", "unknown-field", 2)]
    assert [path.name for path in reading.files] == [
        "exhibit.yaml",
        "lanes.yaml",
        "sources.yml",
        "events.yaml",
    ]
    document = reading.document
    assert document is not None
    assert len(document.events) == 2
    assert set(document.sources) == {"book"}


def test_a_section_whose_file_is_missing_explains_all_unknown_ids(tmp_path: Path) -> None:
    text = "title: T\nsources: none.yaml\nevents:\n  - {title: E, sources: [a], summary: 'x [@b]'}\n"
    reading = read_text(text, tmp_path / "exhibit.yaml")
    assert codes(reading) == [("exhibit.yaml", "file-not-found", 2)]
    assert tmp_path / "none.yaml" in reading.files


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe", "wrong-encoding"),
        (b"", "empty-file"),
        (b"- [a", "unclosed-bracket"),
        (b"words", "wrong-type"),
    ],
)
def test_faults_of_another_file_are_told_there(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_bytes(content)
    text = "title: T\npeople: people.yaml\nevents:\n  - {title: E, people: [a]}\n"
    reading = read_text(text, tmp_path / "exhibit.yaml")
    assert codes(reading) == [("people.yaml", code, 1)]
    assert reading.document is not None


def test_a_file_that_names_itself_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: T\nevents: exhibit.yaml\n", encoding="utf-8")
    assert codes(read_exhibit(path)) == [("exhibit.yaml", "wrong-type", 1)]


@pytest.mark.parametrize(
    "name", ["../out.yaml", "/etc/passwd", "C:\\x.yaml", "a/../../x", "file://x", "\\\\host\\x"]
)
def test_files_outside_the_folder_are_never_opened(name: str, tmp_path: Path) -> None:
    reading = read_text(f"title: T\nlanes: '{name}'\n", tmp_path / "exhibit.yaml")
    assert codes(reading) == [("exhibit.yaml", "outside-folder", 2)]
    assert reading.files == (tmp_path / "exhibit.yaml",)


def test_a_link_out_of_the_folder_is_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("{}", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    (home / "lanes.yaml").symlink_to(tmp_path / "secret.yaml")
    (home / "round").symlink_to(home / "round")
    reading = read_text("title: T\nlanes: lanes.yaml\npeople: round\n", home / "exhibit.yaml")
    assert [code for _, code, _ in codes(reading)] == ["outside-folder", "file-not-found"]


# -- cancelling and faults of our own ----------------------------------------------------------------


class Overtaken:
    """Cancels a reading at one of the many times that it asks."""

    def __init__(self, allowed: int) -> None:
        self.asked = 0
        self._allowed = allowed

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self._allowed


def test_reading_can_be_cancelled_whenever_it_asks(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    path.write_text(SMALLEST, encoding="utf-8")
    never = Overtaken(1000)
    read_exhibit(path, cancelled=never)
    assert never.asked > 10
    for allowed in range(never.asked):
        with pytest.raises(ReadingCancelled):
            read_exhibit(path, cancelled=Overtaken(allowed))
    assert gc.isenabled()


def test_a_fault_of_our_own_is_a_problem_and_no_traceback(
    read: Callable[[str], Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(reader_module, "assemble", fail)
    reading = read(SMALLEST)
    assert reading.document is None
    (problem,) = reading.problems
    assert problem.code == "internal"
    assert dict(problem.message.params) == {"step": "building", "error": "RecursionError: too deep"}
