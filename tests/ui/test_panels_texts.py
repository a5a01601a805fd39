# SPDX-License-Identifier: MIT
"""What the panel says of single things: excerpts, accounts, sources, places and dates of every kind."""

import copy
from pathlib import Path

import pytest

from tests.sample_documents import HARBOUR, document_of
from tests.ui.panel_setup import english, look, spoken, theme, typesetter
from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.edtf import parse
from timeline_app.content.reader import read_exhibit
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.ui.panels.claim_texts import claim_summary, elided
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_texts import date_line, header
from timeline_app.ui.panels.excerpt_texts import excerpt_paragraphs, lone_words, quotation
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.source_texts import source_paragraphs
from timeline_app.ui.reading.paragraphs import Paragraph

pytestmark = pytest.mark.usefixtures("qt_app")


def changed(**parts: object) -> Showing:
    return Showing(document_of({**copy.deepcopy(HARBOUR), **parts}))


def said(paragraphs: list[Paragraph]) -> list[str]:
    return [paragraph.spoken for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("text", "language", "elided", "expected"),
    [
        ("the words", "en", None, "“the words”"),
        ("the words", "en", "start", "… “the words”"),
        ("the words", "en", "end", "“the words” …"),
        ("言葉", "ja", "both", "… 「言葉」 …"),
        ("말", "ko", None, "“말”"),
        ("les mots", "fr-FR", None, "« les mots »"),
    ],
)
def test_words_stand_in_the_marks_of_their_language(
    text: str, language: str, elided: str | None, expected: str
) -> None:
    assert quotation(ShownText(text, language), elided).text == expected


def test_an_excerpt_of_which_little_is_known_says_what_kind_of_words_it_is() -> None:
    excerpts = {
        "bare": {"text": "Words.", "text_is": "report-of-speech", "bears": "repeats"},
        "dated": {"text": "Words.", "date": "1960", "transmission": [{"by": "A clerk"}]},
        "foreign": {"text": {"text": "Mots.", "lang": "fr", "translations": {"en": {"text": "Words."}}}},
    }
    showing = changed(excerpts=excerpts, events=[])
    told = {}
    for name in excerpts:
        excerpt = showing.excerpt(name)
        assert excerpt is not None
        told[name] = said(excerpt_paragraphs(excerpt, 0, look()))
        assert lone_words("Words.", excerpt) == "Words."
    assert told["bare"] == [
        "“Words.”",
        "What was said, as somebody reported it. It repeats what others had told before.",
    ]
    assert told["dated"][1:] == ["1960", "The words as quoted. ", "How the words came to us: A clerk"]
    assert told["foreign"][:3] == ["« Mots. »", "Translation: translator not named, a draft", "“Words.”"]


def test_a_question_in_short_has_the_first_words_of_four_accounts() -> None:
    long = "It was said that " + "many people came to the shore and " * 6 + "waited."
    accounts = [{"says": long, "by": "a witness"}, *({"says": f"{number}."} for number in range(5))]
    claims = {"c": {"about": "the boats", "accounts": accounts, "status": "no-verdict"}}
    claim = changed(claims=claims, events=[]).claim("c")
    assert claim is not None
    told = said(claim_summary(claim, look()))
    assert told[0] == "No verdict. The boats"
    assert told[1].startswith("It was said that many people")
    assert told[1].endswith("…  a witness")
    assert told[2:] == ["0.", "1.", "2.", "And 2 more accounts."]


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 10, "short"),
        ("hardly longer", 11, "hardly longer"),
        ("one two three four five", 10, "one two …"),
        ("one, two three four five", 5, "one …"),
        ("在日朝鮮人の帰還問題についての閣議了解", 8, "在日朝鮮人の帰還 …"),
    ],
)
def test_long_accounts_are_cut_between_words(text: str, most: int, expected: str) -> None:
    assert elided(text, most) == expected


def test_a_note_on_a_work_and_on_a_later_place_in_it_are_told() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["sources"]["letter"]["note"] = "Typed."  # type: ignore[index]
    raw["events"][0]["sources"] = [  # type: ignore[index]
        "letter",
        {"source": "letter", "locator": "p. 9", "note": "A later hand."},
    ]
    showing = Showing(document_of(raw))
    first, second = (source_paragraphs(use, showing, look()) for use in showing.event(0).sources)
    assert said(first)[-1] == "Typed."
    assert said(second) == ["As 1: Harbour office of Minase 1959.", "Cited: p. 9. A later hand."]


def test_a_work_known_through_one_that_is_not_listed_says_only_how_far_it_was_read() -> None:
    sources = {"a": {"title": "A", "consulted": {"extent": "contents", "via": "gone"}}}
    events = [{"id": "e", "title": "E", "sources": ["a"]}]
    showing = Showing(document_of({"title": "X", "sources": sources, "events": events}))
    (use,) = showing.event(0).sources
    assert said(source_paragraphs(use, showing, look())) == ["“A.” n.d.", "Only the contents page was read."]


def test_a_lane_without_a_title_is_called_events() -> None:
    raw = {"title": "X", "lanes": {"": {"title": ""}}, "events": [{"id": "e", "title": "E", "lane": ""}]}
    showing = Showing(document_of(raw))
    assert said(header(showing.event(0), showing.lanes, (), look()))[0] == "Events · 0 sources"


@pytest.mark.parametrize(
    ("edtf", "calendars", "words"),
    [
        ("1959-08-13", ["japanese-era"], " · 13 August, Shōwa 34"),
        ("1959", ["japanese-era", "juche"], " · Shōwa 34 · Juche 48"),
        ("1959-08-13", ["hebrew", "no-such-calendar"], " · 9 Av 5719 (Hebrew)"),
        ("1600", ["japanese-era"], ""),
    ],
)
def test_the_date_is_told_in_further_calendars_that_have_words_for_it(
    edtf: str, calendars: list[str], words: str
) -> None:
    plain = date_line(parse(edtf), (), look()).copied()
    assert date_line(parse(edtf), calendars, look()).copied() == plain + words


def test_a_japanese_date_of_another_calendar_is_never_broken(project_root: Path) -> None:
    japanese = Look(
        Translator.from_file(project_root / "resources" / "languages" / "ja.json", english()), typesetter()
    )
    line = date_line(parse("1959-08-13"), ["japanese-era"], japanese)
    assert "昭\u2060和\u20603\u20604\u2060年" in line.text
    assert line.copied().endswith("昭和34年8月13日")


def test_every_event_of_the_built_in_exhibit_can_be_shown(project_root: Path) -> None:
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    notes = frozenset({*document.events.ids, *(f"#{name}" for name in document.excerpts)})
    showing = Showing(document, Lens(notes))
    panel = DetailPanel(english(), theme())
    everything: list[str] = []
    for event_id in document.events.ids:
        state = AppState(document=document, selection=Selection((event_id,)), page=PanelPage.EVENT)
        panel.show_state(showing, state)
        assert panel.page is not None
        words = spoken(panel.page)
        assert "⟦" not in words, event_id
        assert "{" not in words, event_id
        everything.append(words)
    withheld = [person.title.first for person in document.people.values() if person.privacy != "public"]
    assert not [name for name in withheld if any(name in words for words in everything)]
