# SPDX-License-Identifier: MIT
"""What is kept back from a class is told nowhere: behind the curtain, and of events that are withheld."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kept_back_exhibit import FERRY, ORDER, PIER, STORM, VOTE, harbour_votes
from tests.sample_documents import document_of, small_document
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.asked_views import asked_years
from timeline_app.model.curtain import (
    Curtain,
    Part,
    Withheld,
    begun_past,
    curtain_date,
    curtain_second,
    with_part,
    with_question,
    without,
)
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing

DAY_S = 86_400


@pytest.fixture(scope="module")
def document():
    return harbour_votes()


def hung(date: str) -> Curtain:
    """Return the curtain behind a date, which must have an end."""
    found = curtain_date(date)
    assert found is not None
    return found


def behind(document, date):
    return Showing(document, Lens(curtain=hung(date)))


def withholding(document, event_id, *parts):
    return Showing(document, Lens(withheld=(Withheld(event_id, frozenset(parts)),)))


def ids(showing):
    return [showing.event_id(ordinal) for ordinal in range(len(showing.table)) if showing.passes[ordinal]]


def words(blocks):
    return " ".join(block.text for block in blocks)


# -- where the curtain hangs --------------------------------------------------------------------------


def test_a_curtain_hangs_behind_the_end_of_a_date():
    assert hung("1959") == Curtain(hung("1960-01-01").at_s - DAY_S, "1959")
    assert hung("1959-08-14").at_s == hung("1959-08-13").at_s + DAY_S
    assert curtain_date("1959/..") is None
    assert curtain_date("XXXX-12-25") is None


def test_a_curtain_behind_a_second_hangs_behind_its_day():
    midday_s = hung("1959-08-13").at_s + DAY_S // 2
    assert curtain_second(midday_s) == hung("1959-08-14")


def test_a_curtain_is_pulled_on_only_where_something_is_not_seen_yet():
    here = hung("1959-08-13")
    assert begun_past(here, here.at_s - 1) is here
    assert begun_past(here, None) is here
    assert begun_past(here, here.at_s) == hung("1959-08-14")


def test_parts_are_withheld_and_told_one_by_one():
    one = with_part((), "vote", Part.TITLE, is_withheld=True)
    two = with_part(one, "vote", Part.DATE, is_withheld=True)
    assert two == (Withheld("vote", frozenset({Part.TITLE, Part.DATE})),)
    assert with_part(two, "vote", Part.TITLE, is_withheld=False) == (
        Withheld("vote", frozenset({Part.DATE})),
    )
    assert with_part(one, "vote", Part.TITLE, is_withheld=False) == ()
    asked = with_question(one, "vote")
    assert asked == (Withheld("vote", frozenset(Part), is_asked=True),)
    assert with_part(asked, "vote", Part.TITLE, is_withheld=False)[0].is_asked
    assert without(asked, "vote") == ()


# -- behind the curtain -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "seen"),
    [
        ("1957-03-03", []),
        ("1957-03-04", ["vote"]),
        ("1957-05-01", ["vote", "ferry"]),
        ("1959-08-13", ["vote", "order", "ferry"]),
        ("1959-08-14", ["vote", "order", "pier", "ferry"]),
        ("1961-01-01", ["vote", "order", "pier", "ferry", "storm"]),
    ],
)
def test_what_begins_later_is_hidden(document, date, seen):
    showing = behind(document, date)
    assert ids(showing) == seen
    assert [showing.event_id(head) for head in showing.undated_ordinals] == []


def test_an_event_without_a_date_may_be_later_and_is_hidden(document):
    assert ids(behind(small_document({"id": "saying"}), "1990")) == []


def test_what_has_not_ended_goes_on(document):
    showing = behind(document, "1958")
    date = showing.date(FERRY)
    assert date is not None
    assert date.latest_state is EndState.OPEN
    assert showing.dates.latest_state[FERRY] == EndState.OPEN
    reason = showing.event(FERRY).date_reason
    assert reason is not None
    assert reason.placed == date
    assert [era.id for era in showing.eras] == ["plans", "works"]
    assert [era.id for era in behind(document, "1957").eras] == ["plans"]


def test_what_comes_later_leads_nowhere(document):
    showing = behind(document, "1958")
    assert [view.event_id for view in showing.connections(VOTE)] == ["order"]
    assert [view.event_id for view in showing.connections(ORDER)] == ["vote"]
    assert showing.people.page("ito") is None
    assert [name.id for group in showing.people.groups() for name in group.names] == ["mori"]
    assert showing.places.page("minase") is None
    assert showing.geography.places == ()
    assert showing.excerpt("noon") is None
    assert showing.excerpt("eight") is not None
    assert showing.source("minutes") is not None
    assert [moment.text for moment in showing.known_moments] == ["1957-04", "1958-06-10"]
    assert showing.silences[0].note is None
    assert showing.silences[0].date.edtf == "1957/.."


def test_before_a_curtain_all_is_told_in_short(document):
    event = behind(document, "1958").event(ORDER)
    assert words(event.summary) == "The council orders piles."
    assert event.body == ()
    assert words(behind(document, "1958").event(VOTE).summary) == "Eight of nine were for it."
    assert event.tags == ()
    assert event.date_basis is None
    assert behind(document, "1958").exhibit().about == ()


def test_curtain_and_cursor_are_both_kept_to(document):
    both = Showing(document, Lens(known_at=known_at_date("1960"), curtain=hung("1958")))
    assert ids(both) == ["vote", "order", "ferry"]
    assert both.lens.told_until_s == hung("1958").at_s


def test_two_curtains_are_drawn_differently(document):
    assert behind(document, "1958").is_drawn_like(behind(document, "1958"))
    assert not behind(document, "1958").is_drawn_like(behind(document, "1959-08-13"))
    assert not Showing(document).is_drawn_like(withholding(document, "vote", Part.TITLE))


# -- what is withheld ---------------------------------------------------------------------------------


def test_of_a_title_a_question_mark_is_left_in_its_place(document):
    showing = withholding(document, "vote", Part.TITLE)
    head = showing.head(VOTE)
    assert (head.title.text, showing.label(VOTE).text) == ("?", "?")
    assert head.date is not None
    assert head.date.edtf == "1957-03-04"
    assert showing.label(ORDER).text == "Piles are ordered"
    assert showing.packed_labels is None


def test_without_its_date_an_event_stands_among_the_undated(document):
    showing = withholding(document, "vote", Part.DATE)
    assert showing.undated_ordinals == (VOTE,)
    assert not showing.visible[VOTE]
    assert showing.date(VOTE) is None
    assert showing.head(VOTE).title.text == "The council votes for a pier"
    assert not showing.dates.is_dated[VOTE]
    assert showing.exhibit().undated_more == 0
    assert showing.event_count == 5


def test_of_an_outcome_title_and_date_are_left(document):
    showing = withholding(document, "vote", Part.OUTCOME)
    event = showing.event(VOTE)
    assert event.head.title.text == "The council votes for a pier"
    assert event.head.date is not None
    assert (event.summary, event.body, event.sources, event.connections) == ((), (), (), ())
    assert event.is_veiled


@pytest.mark.parametrize("part", list(Part))
def test_nothing_else_tells_of_what_is_withheld(document, part):
    showing = withholding(document, "vote", part)
    assert showing.is_veiled(VOTE)
    assert showing.parts_withheld(VOTE) == {part}
    assert showing.parts_withheld(ORDER) == frozenset()
    assert showing.connections(ORDER)[0].event_id == "pier"
    assert len(showing.connections(ORDER)) == 1
    assert showing.claim("votes") is None
    assert showing.event(FERRY).claims == ()
    assert showing.excerpt("eight") is None
    assert [view.id for view in showing.event(PIER).excerpts] == ["noon"]
    assert showing.people.page("mori") is None
    uses = showing.source_uses("study")
    assert uses is not None
    assert uses.events == (FERRY, ORDER)


def test_a_work_of_the_year_goes_with_a_date(document):
    showing = withholding(document, "vote", Part.DATE)
    assert showing.source("minutes") is None
    study = showing.source("study")
    assert study is not None
    assert study.note is None
    assert withholding(document, "order", Part.DATE).source("daily") is not None


def test_what_begins_or_ends_with_a_withheld_date_does_not_tell_it(document):
    showing = withholding(document, "order", Part.DATE)
    assert showing.eras == ()
    assert "1958-06-10" not in [moment.text for moment in showing.known_moments]
    assert [era.id for era in withholding(document, "order", Part.TITLE).eras] == ["plans", "works"]


def test_words_that_stand_beside_a_withheld_date_are_kept_back(document):
    showing = withholding(document, "vote", Part.DATE)
    assert showing.event(ORDER).summary == ()
    assert showing.event(ORDER).head.date is not None
    assert words(showing.event(PIER).summary) == words(behind(document, "1960").event(PIER).summary)
    assert (
        words(withholding(document, "vote", Part.TITLE).event(ORDER).summary) == "The council orders piles."
    )


def test_while_a_class_is_asked_the_eras_that_are_left_are_the_same_for_every_question():
    document = document_of(
        {
            "title": "Eras",
            "lanes": {"town": {"title": "Town", "colour": "teal"}},
            "events": [
                {"id": "one", "title": "One", "lane": "town", "date": "1957-03-04", "predict": True},
                {"id": "two", "title": "Two", "lane": "town", "date": "1958-06-10", "predict": True},
                {"id": "other", "title": "Other", "lane": "town", "date": "1950-01-01"},
            ],
            "eras": [
                {"id": "before", "title": "Before the first vote", "date": "1940/1957-02-28"},
                {"id": "between", "title": "Between", "date": "1957-04-01/1958-06-15"},
                {"id": "long", "title": "Long", "date": "1940/1960"},
            ],
        }
    )
    for name in ("one", "two"):
        showing = Showing(document, Lens(withheld=with_question((), name)))
        assert [era.id for era in showing.eras] == ["long"], name
    assert [era.id for era in withholding(document, "one", Part.DATE).eras] == ["between", "long"]


def test_what_lasted_until_a_withheld_date_has_no_end():
    document = small_document(
        {"id": "line", "date": "1952-01-18/1965-06-22"},
        {"id": "treaty", "date": "1965-06-22"},
        {"id": "kim", "before": "treaty"},
    )
    showing = withholding(document, "treaty", Part.DATE)
    date = showing.date(0)
    assert date is not None
    assert date.edtf == "1952-01-18/.."
    reason = showing.event(0).date_reason
    assert reason is not None
    assert reason.own == date
    assert reason.latest is None


def test_a_date_that_is_withheld_answers_no_filter(document):
    of_1957 = hung("1956").at_s, hung("1957").at_s
    withheld = (Withheld("vote", frozenset({Part.DATE})),)
    within = Lens(dates=DateFilter(Relation.WITHIN, *of_1957, certain_only=True), withheld=withheld)
    assert ids(Showing(document, within)) == []
    elsewhere = DateFilter(Relation.WITHIN, of_1957[0] + 2_000 * DAY_S, of_1957[1] + 2_000 * DAY_S)
    assert "vote" in ids(Showing(document, Lens(dates=elsewhere, withheld=withheld)))


def test_an_event_that_is_gone_withholds_nothing(document):
    showing = withholding(document, "gone", Part.DATE, Part.TITLE)
    assert showing.undated_ordinals == ()
    assert len(showing.eras) == 2


# -- who is asked for ---------------------------------------------------------------------------------


def test_only_marked_events_without_a_content_note_are_asked_for_by_their_titles(document):
    showing = Showing(document)
    assert showing.to_be_asked == ("order", "vote")
    assert showing.asked("pier") is None
    assert showing.asked("storm") is None
    assert showing.asked("gone") is None
    assert behind(document, "1957").to_be_asked == ("vote",)
    assert behind(document, "1957").asked("order") is None


def test_a_date_known_to_the_year_alone_is_not_asked_for():
    document = small_document(
        {"id": "vague", "date": "1957", "predict": True}, {"id": "never", "predict": True}
    )
    assert Showing(document).to_be_asked == ()


def test_nobody_is_asked_for_a_date_that_the_curtain_s_edge_says(document):
    assert behind(document, "1957-03-04").to_be_asked == ()
    assert behind(document, "1957-03-10").asked("vote") is None
    assert behind(document, "1957-03-20").to_be_asked == ("vote",)
    assert behind(document, "1958-06-10").to_be_asked == ("vote",)


def test_nobody_is_asked_for_a_date_that_the_title_says():
    document = small_document(
        {"id": "said", "title": "The vote of 1957", "date": "1957-03-04", "predict": True},
        {"id": "short", "title": "The vote", "short": "Vote 1957", "date": "1957-03-04", "predict": True},
        {"id": "other", "title": "155 ships of 1960", "date": "1957-03-04", "predict": True},
    )
    assert Showing(document).to_be_asked == ("other",)


def test_a_question_names_who_took_part_and_no_date(document):
    showing = Showing(document, Lens(withheld=with_question((), "vote")))
    asked = showing.asked("vote")
    assert asked is not None
    assert asked.head.date is None
    assert [person.title.text for person in asked.people] == ["Mori Haru"]
    assert STORM not in showing.undated_ordinals


YEARS = st.integers(-3000, 2100)


@given(st.lists(YEARS, min_size=1, max_size=6))
def test_the_years_of_a_question_tell_of_its_date_only_that_it_lies_within(years):
    stretches = {year: asked_years(year, years) for year in years}
    for year, (first, after) in stretches.items():
        assert first <= year < after
        assert 30 <= after - first <= 100
        assert first % 10 == 0 == after % 10
        # Whatever else of these is asked for within the same years is asked for in the very same ones.
        assert all(stretches[other] == (first, after) for other in years if first <= other < after)


@given(YEARS, YEARS)
def test_no_place_within_its_years_is_likelier_for_a_lone_question(year, other):
    first, after = asked_years(year, ())
    assert (asked_years(other, ()) == (first, after)) is (first <= other < after)


@pytest.mark.parametrize(
    ("year", "years", "found"),
    [
        (1959, (1958, 1966, 1971), (1950, 1980)),
        (1971, (1958, 1966, 1971), (1950, 1980)),
        (1959, (), (1950, 1980)),
        (1949, (1951,), (1920, 1980)),
        (1789, (1848, 1917), (1700, 1800)),
        (1917, (1789, 1848), (1900, 2000)),
    ],
)
def test_the_years_in_which_a_class_is_asked(year, years, found):
    assert asked_years(year, years) == found
