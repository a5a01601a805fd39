# SPDX-License-Identifier: MIT
"""Handouts as files: their text can be searched, nothing overlaps or leaves the page, and no colour tells anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from tests.ui.pdf_text import pdf_objects, pdf_text
from tests.ui.shell_bench import ShellBench
from timeline_app.base.geometry import Size
from timeline_app.content.reader import Reading
from timeline_app.model.document import Document
from timeline_app.scene.items import Emphasis, Kind
from timeline_app.state.handout import (
    CopyFor,
    Handout,
    HandoutKind,
    HandoutWish,
    Paper,
    Run,
    Strip,
    Style,
    Words,
)
from timeline_app.state.handout_plan import plan_handout
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.handout.blocks import TextBlock, shortened
from timeline_app.ui.handout.compose import Composer, Page
from timeline_app.ui.handout.dialog import HandoutDialog
from timeline_app.ui.handout.html_file import html_bytes
from timeline_app.ui.handout.paper_type import MILLIMETRE, POINT
from timeline_app.ui.handout.pdf import make_drawer, pdf_bytes
from timeline_app.ui.handout.strip_picture import strip_scene
from timeline_app.ui.handout.writing import write_handout

WIDTH, HEIGHT = 170 * MILLIMETRE, 257 * MILLIMETRE
PAGES, WORKSHEET, ANSWERS = HandoutKind
STUDENT, TEACHER = CopyFor
LONG = "The harbour was built by many hands over many years, and nobody wrote their names down. " * 12

pytestmark = pytest.mark.usefixtures("fonts")


def long_tour() -> Document:
    """Return an exhibit in four scripts whose texts are longer than any cell."""
    events = [
        {
            "id": f"stop-{number}",
            "title": f"Stop {number}: the harbour of Minase 水無瀬 미나세 is rebuilt after the great storm",
            "date": f"19{50 + number}",
            "summary": f"{LONG}[@daily] 1,959 boats. 港は再建された。 항구가 재건되었다.",
            "sources": ["daily"],
            "excerpts": ["told"],
        }
        for number in range(8)
    ]
    note = "Ask the class what they would have done. " * 9
    stops = [
        {
            "event": event["id"],
            "show": ["told", "who"],
            "notes": f"{note}\n\n{note}\n\nNumber {number}.",
            "minutes": 2,
        }
        for number, event in enumerate(events)
    ]
    return small_document(
        *events,
        sources={"daily": {"type": "article-newspaper", "title": "水無瀬日報", "issued": "1950"}},
        excerpts={
            "told": {
                "source": "daily",
                "text": {
                    "lang": "ja",
                    "text": "船は百五十隻だった。",
                    "translations": {"en": {"text": LONG}},
                },
            }
        },
        claims={
            "who": {
                "about": "who built it",
                "status": "open",
                "accounts": [{"says": f"{LONG[:300]} {number}", "sources": ["daily"]} for number in range(9)],
            }
        },
        tours={"long": {"title": "A long way through Minase", "minutes": 16, "stops": stops}},
    )


def planned(wish: HandoutWish, document: Document | None = None) -> Handout:
    made = plan_handout("long", wish, document or long_tour(), ENGLISH)
    assert made is not None
    return made


def composed(wish: HandoutWish, document: Document | None = None) -> list[Page]:
    return Composer(planned(wish, document), WIDTH, HEIGHT, make_drawer(ENGLISH), ENGLISH).compose()


def searched(pdf: bytes) -> str:
    """Return the text of a PDF without the ends of its lines."""
    return re.sub(r"\s", "", pdf_text(pdf))


WISHES = [
    *(HandoutWish(PAGES, copy, count) for copy in CopyFor for count in (1, 2, 3, 6)),
    HandoutWish(WORKSHEET),
    HandoutWish(ANSWERS),
]


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: f"{wish.kind}-{wish.copy}-{wish.per_page}")
def test_nothing_overlaps_or_leaves_its_page(wish: HandoutWish):
    for page in composed(wish):
        boxes = [
            (placed.x, placed.y, placed.x + placed.width, placed.y + placed.block.height(placed.width))
            for placed in page.placed
        ]
        assert all(right <= WIDTH + 1 and bottom <= HEIGHT + 1 for _, _, right, bottom in boxes)
        for number, (left, top, right, bottom) in enumerate(boxes):
            for other_left, other_top, other_right, other_bottom in boxes[number + 1 :]:
                is_beside = other_left >= right - 1 or left >= other_right - 1
                assert is_beside or other_top >= bottom - 1 or top >= other_bottom - 1


@pytest.mark.parametrize(("per_page", "pages"), [(2, 4), (3, 3), (6, 2)])
def test_so_many_stops_stand_on_a_page(per_page: int, pages: int):
    stop: dict[str, object] = {"event": "pier"}
    found = composed(HandoutWish(per_page=per_page), toured(*[stop] * 8))
    kickers = Counter(
        number
        for number, page in enumerate(found)
        for placed in page.placed
        if isinstance(placed.block, TextBlock) and placed.block.words.text.startswith("Stop ")
    )
    assert len(kickers) == pages
    assert max(kickers.values()) == per_page


def test_notes_that_have_no_room_go_on_after_the_stops():
    texts = [
        placed.block.words.text
        for page in composed(HandoutWish(PAGES, TEACHER, 6))
        for placed in page.placed
        if isinstance(placed.block, TextBlock)
    ]
    assert texts.count("Number 7.") == 1
    assert "Notes" in texts


def test_numbers_and_asian_letters_can_be_searched():
    text = searched(pdf_bytes(planned(HandoutWish(per_page=1)), ENGLISH))
    for words in (
        "1,959boats.",
        "港は再建された。",
        "항구가재건되었다.",
        "「船は百五十隻だった。」",
        "1957",
        "Page2of",
    ):
        assert words in text


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, b"595"), (Paper.LETTER, b"612")])
def test_pages_have_the_size_of_the_paper(paper: Paper, size: bytes):
    pdf = pdf_bytes(planned(HandoutWish(paper=paper), toured()), ENGLISH)
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)", pdf)
    assert boxes
    assert set(boxes) == {size}


def test_only_greys_are_printed():
    pdf = pdf_bytes(planned(HandoutWish(PAGES, TEACHER, 1), toured()), ENGLISH)
    colours = {
        tuple(map(float, found.split()))
        for body in pdf_objects(pdf).values()
        for found in re.findall(rb"((?:[\d.]+ ){3})(?:scn|SCN|rg|RG)\b", body)
    }
    assert len(colours) > 2
    assert all(max(colour) - min(colour) < 0.01 for colour in colours)


def test_a_strip_has_no_words_that_are_cut_and_nothing_faint():
    handout = planned(HandoutWish(), toured())
    for sheet in handout.sheets:
        if sheet.strip is None:
            continue
        scene = strip_scene(sheet.strip, Size(500.0, 130.0), ENGLISH, QtMeasurer(1.0))
        labels = [item for item in scene.items if item.kind is Kind.LABEL]
        assert labels
        assert all(item.rect.x >= 0.0 and item.rect.right <= 500.0 for item in labels)
        assert not any(item.emphasis & Emphasis.DIMMED for item in scene.items)


def test_an_empty_line_of_time_has_its_years_alone():
    (line, _) = planned(HandoutWish(WORKSHEET), toured()).parts
    strip = line.pieces[1]
    assert isinstance(strip, Strip)
    scene = strip_scene(strip, Size(800.0, 250.0), ENGLISH, QtMeasurer(1.0))
    labels = {item.text for item in scene.items if item.kind is Kind.LABEL}
    assert {"1950", "1960"} <= labels
    assert not [item for item in scene.items if item.role.startswith(("event", "lane"))]


def test_a_text_is_cut_after_a_sentence_or_a_word():
    words = Words(Style.PROSE, (Run("One two. "), Run("Three four five.")), "en")
    assert shortened(words, 12).text == "One two. …"
    assert shortened(words, 6).text == "One …"
    cut = TextBlock(words).cut(60 * POINT, 30 * POINT)
    assert cut is not None
    assert cut.words.text == "One two. …"
    assert TextBlock(words).cut(60 * POINT, POINT) is None


def test_the_page_for_screens_holds_its_strips():
    page = html_bytes(planned(HandoutWish(), toured()), ENGLISH).decode()
    assert page.count("<svg ") == 4
    names = re.findall(r'\bid="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert "://" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", page)


# -- in the window ---------------------------------------------------------------------------------


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    path = tmp_path / "tours.yaml"
    made = ShellBench(tmp_path, Reading(toured(path=path), (), (path,)), path=path)
    made.show()
    yield made
    made.close()


def opened(bench: ShellBench) -> HandoutDialog:
    assert bench.shell.commands.send("handout.make", tour="at-night")
    bench.settle()
    (dialog,) = bench.shell.window.findChildren(HandoutDialog)
    return dialog


def test_a_dialog_asks_what_is_to_be_printed(bench: ShellBench):
    dialog = opened(bench)
    assert [button.text() for button in dialog.tours.buttons()] == [
        "The long way",
        "By night: an order",
    ]
    assert dialog.tours.checkedId() == 1
    assert dialog.wish == HandoutWish()
    dialog.kinds.button(2).click()
    assert not dialog.copies.button(0).isVisible()
    assert not dialog.counts.button(0).isVisible()
    dialog.kinds.button(0).click()
    dialog.copies.button(1).click()
    dialog.counts.button(3).click()
    dialog.papers.button(1).click()
    dialog.opens_notes.click()
    assert dialog.wish == HandoutWish(PAGES, TEACHER, 6, Paper.LETTER, opens_notes=True)
    dialog.go.click()
    bench.settle()
    (chooser,) = bench.shell.window.findChildren(QFileDialog)
    path = bench.folder / "night.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    bench.settle()
    assert path.read_bytes().startswith(b"%PDF-")
    notice = bench.shell.store.state.notice
    assert notice is not None
    assert ENGLISH.text(notice.message) == "Written: night.pdf"
    again = opened(bench)
    assert again.wish == HandoutWish(PAGES, TEACHER, 6, Paper.LETTER, opens_notes=True)
    again.reject()


def test_the_tour_that_is_walked_is_offered_first(bench: ShellBench):
    bench.shell.commands.send("tour.open", id="at-night")
    assert bench.shell.commands.send("handout.make")
    bench.settle()
    (dialog,) = bench.shell.window.findChildren(HandoutDialog)
    assert dialog.tours.checkedId() == 1
    dialog.reject()


def test_what_cannot_be_written_is_told(tmp_path: Path):
    handout = planned(HandoutWish(), toured())
    problem = write_handout(handout, tmp_path / "missing" / "a.pdf", ENGLISH)
    assert problem is not None
    assert ENGLISH.text(problem).startswith("a.pdf cannot be written:")
    problem = write_handout(handout, tmp_path / "a.doc", ENGLISH)
    assert problem is not None
    assert ENGLISH.text(problem) == "a.doc has no ending of a handout. Use .pdf or .html."
