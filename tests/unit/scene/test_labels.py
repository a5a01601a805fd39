# SPDX-License-Identifier: MIT
"""What labels say and how much room they take."""

from dataclasses import replace

import numpy as np
import pytest

from tests.sample_documents import harbour, small_document
from tests.stages import ENGLISH, plain_surface
from timeline_app.model.record_store import PackedTexts
from timeline_app.model.showing import Showing
from timeline_app.scene import labels as labels_module
from timeline_app.scene.items import TextStyle
from timeline_app.scene.labels import LabelBook, LabelText
from timeline_app.scene.surface import PlainMeasurer

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)


class CountingMeasurer(PlainMeasurer):
    """Counts how often it is asked."""

    asked = 0

    def width_px(self, text, font, language):
        CountingMeasurer.asked += 1
        return super().width_px(text, font, language)


@pytest.fixture
def book():
    return LabelBook(Showing(harbour()), plain_surface(), ENGLISH)


def test_an_event_is_named_by_its_title():
    text = LabelBook(Showing(harbour()), plain_surface(), ENGLISH).label(SURVEY)
    assert text == LabelText("The office surveys the shore", 196.0, TextStyle("label", "en"), "", 0.0, 8.0)
    assert text.width_px == 196.0


def test_weighty_events_have_their_short_title_in_strong_type_and_their_date(book):
    text = book.label(AGREEMENT)
    assert (text.title, text.title_px, text.style) == ("Ferry agreed", 84.0, TextStyle("label-strong", "en"))
    assert (text.date, text.date_px) == ("13 Aug 1959", 77.0)
    assert text.width_px == 84.0 + 8.0 + 77.0


def test_room_is_reserved_for_mark_and_air_too(book):
    assert book.reserved_px(SURVEY) == 19.0 + 196.0 + 16.0
    assert book.reserved_px(AGREEMENT) == 19.0 + 84.0 + 8.0 + 77.0 + 16.0


def test_the_least_widths_of_many_are_told_from_the_letters_of_packed_labels(book):
    document = harbour()
    labels = PackedTexts.of(["The office", "", "Fähre 船", *["Storm"] * (len(document.events) - 3)])
    showing = Showing(replace(document, events=replace(document.events, labels=labels)))
    packed = LabelBook(showing, plain_surface(), ENGLISH)
    ordinals = np.array([2, 0, 1], np.int32)
    # What is not ASCII may be of any width.
    assert packed.least_widths_px(ordinals).tolist() == [35.0 + 5 * 7.0, 35.0 + 10 * 7.0, 35.0]
    assert all(packed.least_widths_px(ordinals) <= [packed.least_reserved_px(at) for at in (2, 0, 1)])
    assert packed.least_widths_px(ordinals[:0]).tolist() == []
    assert book.least_widths_px(ordinals).tolist() == [35.0] * 3


def test_all_of_a_label_grows_with_the_text(book):
    larger = LabelBook(Showing(harbour()), plain_surface(text_scale=2.0), ENGLISH)
    assert larger.label(AGREEMENT).width_px == 2 * book.label(AGREEMENT).width_px
    assert larger.reserved_px(AGREEMENT) == 2 * book.reserved_px(AGREEMENT)


@pytest.mark.parametrize(
    ("importance", "font", "has_date"),
    [(1, "label", False), (3, "label", False), (4, "label-strong", True), (5, "label-strong", True)],
)
def test_weight_begins_at_four(importance, font, has_date):
    document = small_document({"id": "boat", "date": "1959", "importance": importance})
    text = LabelBook(Showing(document), plain_surface(), ENGLISH).label(0)
    assert text.style.font == font
    assert bool(text.date) is has_date


def test_the_card_always_shows_the_date(book):
    text = book.full(SURVEY)
    assert text.title == "The office surveys the shore"
    assert text.style.font == "label-strong"
    assert text.date == "c. Mar 1958"


def test_an_event_without_a_date_has_none(book):
    assert book.full(SONG).date == ""
    assert book.full(SONG).date_px == 0.0


def test_labels_are_measured_once():
    surface = plain_surface()
    object.__setattr__(surface, "measurer", CountingMeasurer())
    CountingMeasurer.asked = 0
    book = LabelBook(Showing(harbour()), surface, ENGLISH)
    first = book.label(AGREEMENT)
    assert CountingMeasurer.asked == 2
    assert book.label(AGREEMENT) is first
    card = book.full(AGREEMENT)
    assert book.full(AGREEMENT) is card
    assert CountingMeasurer.asked == 4


@pytest.mark.parametrize(
    ("date", "sign_px"), [("1959", 0.0), ("1959/", 24.0), ("1959/..", 20.0), ("/1959", 0.0)]
)
def test_room_is_reserved_for_the_sign_of_an_end(date, sign_px):
    document = small_document({"id": "boat", "date": date})
    for scale in (1.0, 2.0):
        book = LabelBook(Showing(document), plain_surface(text_scale=scale), ENGLISH)
        assert book.reserved_px(0) == (19.0 + 4 * 7.0 + 16.0 + sign_px) * scale


def test_nothing_is_kept_of_labels_that_are_only_asked_for_their_room(book):
    room = book.reserved_px(AGREEMENT)
    label = book.label(AGREEMENT)
    assert book.reserved_px(AGREEMENT) == room
    assert book.label(AGREEMENT) is label


def test_few_labels_are_kept_however_many_are_shown(monkeypatch):
    monkeypatch.setattr(labels_module, "MOST_KEPT", 2)
    book = LabelBook(Showing(harbour()), plain_surface(), ENGLISH)
    first, card = book.label(SURVEY), book.full(SURVEY)
    for ordinal in (AGREEMENT, FIRST_BOAT, STORM):
        assert book.label(ordinal).title
        assert book.full(ordinal).title
    assert book.label(SURVEY) == first
    assert book.label(SURVEY) is not first
    assert book.full(SURVEY) == card
    assert book.full(SURVEY) is not card


def test_an_event_is_known_by_its_id(book):
    assert book.event_id(STORM) == "storm"
