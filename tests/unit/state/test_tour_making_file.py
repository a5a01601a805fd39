# SPDX-License-Identifier: MIT
"""The file of a tour that is being made: what somebody else has saved stays, and what cannot be written is told of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.making_bench import EXHIBIT, OWN, Bench
from timeline_app.content.tour_file import tours_in
from timeline_app.state.app_state import PanelPage


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
