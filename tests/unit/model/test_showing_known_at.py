# SPDX-License-Identifier: MIT
"""What is told at the cursor: only what was in print, our own words of today held back."""

import pytest

from tests.sample_documents import small_document
from timeline_app.base.text_value import Level, Reader
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.records import Audience
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView

OPENED, AGREED, STORM, UNSAID = range(4)

PIER = small_document(
    {
        "id": "opened",
        "date": "1959-08-14",
        "known": "public",
        "title": "The pier opens [by a secret order]{since=2004}",
        "date_as_written": "the 14th inst.",
        "date_basis": "The study settles the day.",
        "summary": "It opened by order. [@study]",
        "body": "More of the order. [@study]",
        "plain": "The pier opens.",
        "as_then": "The town [at last]{since=1959} got its pier [, and a debt]{since=1999}. [@daily] [@study] [#order]",
        "people": ["mori"],
        "place": "minase",
        "tags": ["secrecy"],
        "sources": [{"source": "daily", "locator": "p. 3", "note": "The first report."}, "study"],
        "excerpts": ["report", "order", "loose"],
        "figure": {"title": "Ships", "data": [["1959", 3]], "source": "daily"},
        "content_note": {"category": "deaths", "text": "Of deaths found out later."},
        "links": [
            {"to": "storm", "kind": "led-to", "why": "So we think.", "sources": ["daily", "study"]},
            {"to": "agreed", "kind": "response-to", "sources": ["study"]},
            {"to": "unsaid", "kind": "part-of"},
        ],
    },
    {
        "id": "agreed",
        "date": "1958",
        "short": "[A secret]{since=2004}",
        "date_as_written": "in the year of the flood",
        "sources": ["study"],
        "known": [
            {
                "to": "public",
                "since": "1960",
                "extent": "part",
                "source": "daily",
                "note": "On the last page.",
            },
            {"to": "governments", "where": "JP", "since": "1958", "source": "study"},
            {"to": "families", "since": "1958", "source": "daily"},
            {"to": "participants", "since": "2004"},
        ],
        "figure": {"title": "Sums", "data": [["1958", 3]]},
        "links": [
            {"to": "storm", "kind": "part-of"},
            {"to": "opened", "kind": "in-tension-with", "judgement": True, "sources": ["daily"]},
            {"to": "storm", "kind": "qualifies"},
            {"to": "opened", "kind": "same-as", "why": "We think so."},
        ],
    },
    {
        "id": "storm",
        "date": "1959-09",
        "known": "public",
        "title": "[The night of the cover-up]{since=2004}",
        "figure": {"title": "Boats", "data": [["1959", 3]], "source": "study"},
    },
    {"id": "unsaid", "date": "1957", "summary": "Secret.", "sources": ["daily"], "people": ["mori"]},
    subtitle="[What the files say]{since=2004}",
    about="Of the pier. [@daily]",
    people={"mori": {"title": "Mori Haru", "note": "Died in 1999."}},
    places={"minase": {"title": "Minase"}},
    eras=[
        {"title": "Plans", "date": "1957/1959"},
        {"title": "Silence", "date": "1961/2004"},
        {"title": "[The false spring]{since=1990}", "date": "1958/1960"},
    ],
    sources={
        "daily": {
            "title": "The Strait Gazette [, lost in 1990]{since=1990}",
            "kind": "press",
            "issued": "1959-08-15",
            "consulted": {"extent": "part", "via": "study"},
            "derives_from": ["wire", "study"],
            "provenance": "Read in a copy of 2007.",
            "note": "Closed in 1970.",
        },
        "wire": {"title": "Wire", "kind": "document", "issued": "1959", "public_since": "1959"},
        "study": {"title": "Study", "kind": "scholarship", "issued": "2007", "derives_from": ["wire"]},
        "letter": {"title": "Letter", "kind": "document", "issued": "1958"},
    },
    excerpts={
        "report": {
            "source": "daily",
            "text": "A pier at last!",
            "comment": "It was not the last.",
            "transmission": [
                {"by": "a reporter", "role": "wrote", "date": "1959"},
                {"by": "a copyist", "role": "copied", "date": "2001"},
                {"by": "somebody", "role": "kept"},
            ],
            "content_note": {"category": "slur", "text": "We warn."},
        },
        "order": {"source": "study", "text": "Build it."},
        "loose": {"text": "Well."},
    },
    claims={
        "who": {
            "about": "who asked",
            "events": ["opened"],
            "accounts": [
                {"says": "The town.", "excerpts": ["report"]},
                {"says": "Tokyo.", "sources": ["study"]},
            ],
        },
        "why": {"about": "why", "events": ["opened"], "accounts": [{"says": "So.", "sources": ["study"]}]},
        "bare": {"about": "what", "accounts": []},
    },
    tours={
        "round": {
            "title": "Round [the files]{since=2004}",
            "stops": [{"event": "opened"}, {"event": "agreed"}],
        }
    },
)


def told(date: str, audience: Audience = "public", **reader: object) -> Showing:
    lens = Lens(frozenset({"opened", "#report"}), known_at=known_at_date(date, audience=audience))
    return Showing(PIER, lens, Reader(**reader))  # type: ignore[arg-type]


@pytest.fixture
def then() -> Showing:
    return told("1960")


@pytest.fixture
def opened(then: Showing) -> EventView:
    return then.event(OPENED)


# -- texts ------------------------------------------------------------------------------------------


def test_titles_lose_what_was_learnt_later(then: Showing) -> None:
    assert then.head(OPENED).title.text == "The pier opens"
    assert then.label(OPENED).text == "The pier opens"
    assert Showing(PIER).label(OPENED).text == "The pier opens by a secret order"
    # A short title that is all of later gives way to the title, and a title that is all of later to a question mark.
    assert then.label(AGREED).text == "agreed"
    assert Showing(PIER).label(AGREED).text == "A secret"
    assert (then.label(STORM).text, then.head(STORM).title.text) == ("?", "?")


def test_names_of_the_exhibit_and_its_tours_lose_it_too(then: Showing) -> None:
    assert (then.subtitle, then.exhibit().subtitle) == (None, None)
    assert [(tour.title.text, tour.stop_count) for tour in then.tours] == [("Round", 2)]
    assert [tour.stop_count for tour in told("1959").tours] == [1]


def test_an_era_that_had_not_begun_or_had_no_name_yet_is_not_named(then: Showing) -> None:
    assert [era.title.text for era in then.eras] == ["Plans"]
    assert [era.title.text for era in Showing(PIER).eras] == ["Plans", "Silence", "The false spring"]
    assert [era.title.text for era in told("1995").eras] == ["Plans", "Silence", "The false spring"]


def test_the_event_is_told_in_words_of_then(opened: EventView) -> None:
    (block,) = opened.summary
    assert block.text == "The town at last got its pier."
    assert [span.since for passage in block.passages for span in passage.spans][:3] == ["", "1959", ""]
    assert [mark.target for passage in block.passages for mark in passage.marks] == ["daily"]
    assert opened.body == ()


def test_plain_language_has_no_other_words_of_then() -> None:
    assert told("1960", level=Level.PLAIN).event(OPENED).summary == told("1960").event(OPENED).summary


def test_what_we_say_today_is_held_back(opened: EventView) -> None:
    assert opened.tags == ()
    assert opened.date_basis is None
    assert opened.date_reason is not None
    assert opened.date_reason.basis is None
    assert [(person.title.text, person.note) for person in opened.people] == [("Mori Haru", None)]
    assert [place.title.text for place in opened.places] == ["Minase"]
    assert opened.content_note is not None
    assert (opened.content_note.category, opened.content_note.text) == ("deaths", None)


def test_a_sources_words_for_the_date_need_a_source_in_print(then: Showing, opened: EventView) -> None:
    agreed = then.event(AGREED)
    assert opened.date_as_written is not None
    assert opened.date_reason is not None
    assert opened.date_reason.as_written == opened.date_as_written
    assert agreed.date_as_written is None
    assert agreed.date_reason is not None
    assert agreed.date_reason.as_written is None


def test_the_introduction_is_of_today(then: Showing) -> None:
    assert then.exhibit().about == ()
    assert then.exhibit().title.text == "A small exhibit"
    assert Showing(PIER).exhibit().about[0].text == "Of the pier."


# -- evidence ---------------------------------------------------------------------------------------


def test_sources_stand_as_they_stood_then(then: Showing) -> None:
    daily = then.source("daily")
    assert daily is not None
    assert daily.title.text == "The Strait Gazette"
    assert (daily.note, daily.provenance, daily.record.note, daily.record.provenance) == (None,) * 4
    assert (daily.via, daily.derives_from, daily.extent) == (None, ("wire",), "part")
    today = Showing(PIER).source("daily")
    assert today is not None
    assert (today.via, today.derives_from) == ("study", ("wire", "study"))
    later = told("2008").source("daily")
    assert later is not None
    assert later.via == "study"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("1955/1984", "1955"),
        ("1955/1958", "1955/1958"),
        ("../1984", None),
        ("1955/..", "1955"),
        ("1955", "1955"),
    ],
)
def test_a_series_is_told_by_what_had_come_out(issued: str, expected: str | None) -> None:
    document = small_document(
        {"id": "a", "known": "public"}, sources={"s": {"title": "S", "kind": "press", "issued": issued}}
    )
    series = Showing(document, Lens(known_at=known_at_date("1960"))).source("s")
    assert series is not None
    assert series.record.issued == expected


def test_only_sources_in_print_are_listed(then: Showing, opened: EventView) -> None:
    assert [(use.source.id, str(use.locator), use.note) for use in opened.sources] == [
        ("daily", "p. 3", None)
    ]
    assert then.source("study") is None
    assert then.source("letter") is None  # A letter is not public from the day on which it was written.
    assert then.source("nothing") is None
    assert then.exhibit().shares.source_count == 2  # daily and wire


def test_only_excerpts_of_sources_in_print_are_shown(then: Showing, opened: EventView) -> None:
    (report,) = opened.excerpts
    assert (report.words.text, report.comment) == ("A pier at last!", None)
    assert [hand[1] for hand in report.transmission] == ["wrote"]
    assert report.content_note is not None
    assert report.content_note.text is None
    assert then.excerpt("order") is None
    assert then.excerpt("loose") is None
    assert then.exhibit().excerpt_count == 1


def test_claims_need_an_account_in_print(then: Showing, opened: EventView) -> None:
    assert [claim.id for claim in opened.claims] == ["who"]
    assert [account.says.text for account in opened.claims[0].accounts] == ["The town."]
    assert then.exhibit().claim_count == 2  # who, and bare, which rests on nothing


def test_figures_need_their_source_in_print(then: Showing, opened: EventView) -> None:
    assert opened.figure is not None
    assert then.event(STORM).figure is None
    assert then.event(AGREED).figure is None
    assert Showing(PIER).event(AGREED).figure is not None


def test_links_need_a_source_in_print_or_say_no_more_than_that_one_is_part(then: Showing) -> None:
    assert [(link.event_id, link.kind, link.why) for link in then.connections(OPENED)] == [
        ("storm", "led-to", None)
    ]
    assert [use.id for use in then.connections(OPENED)[0].sources] == ["daily"]
    assert [(link.event_id, link.kind) for link in then.connections(AGREED)] == [("storm", "part-of")]
    assert sorted(then.links_of) == [OPENED, AGREED, STORM]
    assert len(then.links_of) == 3
    assert len(then.links) == 2
    assert len(Showing(PIER).links) == 7
    assert len(Showing(PIER).links_of) == 4


# -- who knew ---------------------------------------------------------------------------------------


def known(showing: Showing, ordinal: int) -> list[tuple[str, str]]:
    return [(entry.audience, str(entry.since)) for entry in showing.event(ordinal).known]


def test_who_knew_is_told_as_far_as_one_could_know(then: Showing) -> None:
    # That governments knew was told in 2007; that families did stood in the paper.
    assert known(then, AGREED) == [("public", "1960"), ("families", "1958")]
    assert known(told("1960", "governments"), AGREED) == [
        ("public", "1960"),
        ("governments", "1958"),
        ("families", "1958"),
    ]
    assert len(known(Showing(PIER), AGREED)) == 4
    assert known(then, OPENED) == [("public", "1959-08-14")]


def test_notes_on_who_knew_are_of_today(then: Showing) -> None:
    entry = then.event(AGREED).known[0]
    assert (entry.extent, entry.note) == ("part", None)
    assert entry.source is not None
    today = Showing(PIER).event(AGREED).known[0]
    assert str(today.note) == "On the last page."


# -- veiled events ----------------------------------------------------------------------------------


def test_of_a_veiled_event_nothing_is_told_but_when_it_was(then: Showing) -> None:
    unsaid = then.event(UNSAID)
    assert then.is_veiled(UNSAID)
    assert unsaid.is_veiled
    assert (then.label(UNSAID).text, unsaid.head.title.text, unsaid.head.short.text) == ("?", "?", "?")
    assert str(unsaid.head.date) == "1957"
    assert (unsaid.summary, unsaid.sources, unsaid.people, unsaid.known) == ((), (), (), ())
    assert unsaid.date_reason is None
    assert then.connections(UNSAID) == ()
    evidence = then.evidence_of(UNSAID)
    assert (evidence.lines, evidence.sources, evidence.claims) == (0, 0, ())
    assert not Showing(PIER).is_veiled(UNSAID)
    assert Showing(PIER).event(UNSAID).summary != ()


def test_another_cursor_is_another_picture() -> None:
    assert told("1960").is_drawn_like(told("1960"))
    assert not told("1960").is_drawn_like(told("1961"))
    assert not told("1960").is_drawn_like(Showing(PIER))
