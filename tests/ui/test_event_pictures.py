# SPDX-License-Identifier: MIT
"""The pictures of an event: shown small with their credit, said where they cannot be shown, let go where unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.facsimile_exhibit import write_exhibit
from tests.ui.facsimile_bench import picture_of, plain_picture
from tests.ui.panel_setup import accessible, look, name_of
from tests.ui.test_excerpt_page import ReaderBench
from timeline_app.base.clock import FakeClock
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.edtf import parse
from timeline_app.content.reader import read_exhibit
from timeline_app.model.known_at import KnownAt
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.ui.facsimile.thumbnail import EventPictures

LOOKS = 2_000


class PicturesBench:
    """Pictures on a clock that is moved by hand."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.clock = FakeClock()
        self.widget = EventPictures(None, self.clock)  # type: ignore[arg-type]
        self.widget.resize(400, 800)
        self.widget.show()

    def wait(self) -> None:
        import threading

        for _ in range(LOOKS):
            if not any(entry.reader.is_busy for entry in self.widget.entries):
                self.app.processEvents()
                return
            for thread in threading.enumerate():
                if thread.name == "facsimile":
                    thread.join(0.01)
            self.clock.advance(20)
            self.app.processEvents()
        raise AssertionError("waited in vain")


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[PicturesBench]:
    made = PicturesBench(qt_app)
    yield made
    made.widget.close()


def test_pictures_are_shown_with_description_and_credit(bench: PicturesBench, tmp_path: Path) -> None:
    plain_picture(200, 100).save(str(tmp_path / "a.png"))
    plain_picture(100, 300).save(str(tmp_path / "b.png"))
    pictures = (
        picture_of(tmp_path, "a.png", alt=ShownText("A ferry", "en"), credit=ShownText("An archive", "en")),
        picture_of(tmp_path, "b.png"),
    )
    bench.widget.fill(pictures, look())
    bench.wait()
    first, second = bench.widget.entries
    assert (first.thumbnail.image.width(), second.thumbnail.image.height()) == (200, 300)
    assert (first.thumbnail.height(), second.thumbnail.height()) == (100, 300)
    assert name_of(accessible(first.thumbnail)) == "A ferry"
    assert accessible(first.thumbnail).role() == QAccessible.Role.Graphic
    assert first.caption.paragraphs[0].text == "Picture: An archive"
    assert "no credit" in second.caption.paragraphs[0].text
    assert first.thumbnail.grab().toImage().pixelColor(20, 20).name() == "#aa0000"


def test_a_picture_that_cannot_be_shown_says_why_and_the_others_stand(
    bench: PicturesBench, tmp_path: Path
) -> None:
    plain_picture(200, 100).save(str(tmp_path / "a.png"))
    bench.widget.fill((picture_of(tmp_path, "gone.png"), picture_of(tmp_path, "a.png")), look())
    bench.wait()
    first, second = bench.widget.entries
    assert first.thumbnail.isHidden()
    assert "is not there" in first.fault.paragraphs[0].text
    assert not second.thumbnail.image.isNull()


def test_pictures_that_nobody_sees_are_let_go_and_come_back(bench: PicturesBench, tmp_path: Path) -> None:
    plain_picture(200, 100).save(str(tmp_path / "a.png"))
    bench.widget.fill((picture_of(tmp_path, "a.png"),), look())
    bench.wait()
    (entry,) = bench.widget.entries
    bench.widget.hide()
    assert entry.thumbnail.image.isNull()
    bench.widget.show()
    bench.wait()
    assert not entry.thumbnail.image.isNull()
    bench.widget.fill((), look())
    assert bench.widget.isHidden()


def test_the_page_of_an_event_shows_its_pictures(qt_app: QApplication, tmp_path: Path) -> None:
    path = write_exhibit(tmp_path / "exhibit")
    made = ReaderBench(tmp_path, read_exhibit(path), path=path)
    made.show()
    made.do("select.event", id="letter-sent", reveal=False)
    made.until(lambda: not any(entry.reader.is_busy for entry in made.event.pictures.entries))
    (entry,) = made.event.pictures.entries
    assert not entry.thumbnail.image.isNull()
    made.do("select.event", id="answer", reveal=False)
    assert made.event.pictures.isHidden()
    made.close()


def test_as_known_at_a_date_no_picture_is_shown(qt_app: QApplication, tmp_path: Path) -> None:
    path = write_exhibit(tmp_path)
    told = path.read_text(encoding="utf-8").replace(
        "    importance: 5", "    importance: 5\n    known: public"
    )
    path.write_text(told, encoding="utf-8")
    document = read_exhibit(path).document
    assert document is not None
    assert len(Showing(document).event(0).media) == 1
    latest_s = parse("1970").latest_s
    assert latest_s is not None
    cursor = KnownAt(latest_s, "1970")
    assert not Showing(document, Lens(known_at=cursor)).is_veiled(0)
    assert Showing(document, Lens(known_at=cursor)).event(0).media == ()
