# SPDX-License-Identifier: MIT
"""Links to a view: what is written can be read again, and any text is a link or a fault in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ENGLISH
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import LIMIT_S, seconds_from_civil, year_start_s
from timeline_app.model.filters import FACETS, Filters
from timeline_app.state.range_words import TOLD_APART, range_words
from timeline_app.state.view_link import LinkedMoment, ViewLink, link_text
from timeline_app.state.view_link_reader import LinkFault, ReadLink, read_link

WHOLE = ViewLink(
    exhibit="ships-from-niigata",
    range="1955/1960-06",
    selected=("calcutta", "first-ship"),
    page="source",
    subject="morris-suzuki-2007",
    filters=Filters(lane=frozenset({"japan", "red-cross"}), lines=frozenset({"1"})),
    dates="1956/1958",
    certain=True,
    known_at=LinkedMoment("1960", "participants", "JP"),
    without=("kcna-1959",),
    takes_derived=True,
    hidden=("powers",),
    collapsed=("afterwards", "japan"),
    calendars=("juche",),
    is_quiet_folded=True,
    evidence_shown=True,
    silences_shown=False,
    language="ja",
)
WRITTEN = (
    "timeline://ships-from-niigata/1955/1960-06?select=calcutta,first-ship&page=source:morris-suzuki-2007"
    "&known=1960&knowers=participants&country=JP&without=kcna-1959&derived=yes&lane=japan,red-cross&lines=1"
    "&dates=1956%2F1958&certain=yes&hidden=powers&collapsed=afterwards,japan&calendars=juche&quiet=yes"
    "&evidence=yes&silences=no&language=ja&v=1"
)

words = st.text(min_size=1, max_size=12)
ids = st.lists(words, max_size=3, unique=True).map(tuple)
stretches = st.tuples(st.integers(-(2**57), 2**57), st.integers(10, 2**57)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@st.composite
def links(draw):
    page = draw(st.sampled_from(["", "event", "legend", "source", "excerpt"]))
    dates = draw(st.sampled_from(["", "1950/1960", "1959-12~", "../1960"]))
    without = draw(ids)
    moments = st.builds(
        LinkedMoment,
        st.sampled_from(["1960", "1959-12"]),
        st.sampled_from(["public", "participants"]),
        st.sampled_from(["", "JP"]),
    )
    return ViewLink(
        exhibit=draw(words),
        range=draw(st.just("") | stretches.map(lambda pair: range_words(*pair))),
        selected=draw(ids),
        page=page,
        subject=draw(st.text(max_size=5)) if page else "",
        filters=Filters(**{facet: frozenset(draw(ids)) for facet in FACETS}),
        dates=dates,
        certain=bool(dates) and draw(st.booleans()),
        known_at=draw(st.none() | moments),
        without=without,
        takes_derived=bool(without) and draw(st.booleans()),
        hidden=draw(ids),
        collapsed=draw(ids),
        calendars=draw(st.none() | ids),
        is_quiet_folded=draw(st.booleans()),
        evidence_shown=draw(st.booleans()),
        silences_shown=draw(st.booleans()),
        language=draw(st.sampled_from(["", "ja", "zh-Hant"])),
    )


def test_a_link_is_written_in_the_same_words_each_time():
    assert link_text(WHOLE) == WRITTEN
    assert link_text(ViewLink("caesar")) == "timeline://caesar?v=1"


def test_a_link_is_short():
    usual = ViewLink("ships-from-niigata", "1955-03-02/1960-06-30", ("calcutta",), "source", "hn-2007")
    assert len(link_text(usual)) < 120
    assert len(WRITTEN) < 400


@given(links())
def test_what_is_written_is_read_again(link):
    assert read_link(link_text(link)) == ReadLink(link)


@given(
    st.text()
    | st.text().map(lambda text: f"timeline://x/{text}")
    | st.text(alphabet="abcv=&?/%,:1950- ").map(lambda text: f"timeline://x?{text}")
)
def test_any_text_is_a_link_or_a_fault_that_can_be_said(text):
    found = read_link(text)
    if isinstance(found, LinkFault):
        assert found.at >= 1
        assert ENGLISH.text(found.message)
    else:
        assert found.link.exhibit


@pytest.mark.parametrize(
    "text",
    [
        f"  {WRITTEN}\n",
        f"<{WRITTEN}>",
        f"“{WRITTEN}”",
        WRITTEN.replace("&known", "\r\n &known"),
        WRITTEN.replace("timeline://", "TIMELINE://"),
    ],
)
def test_what_mail_does_to_a_link_does_it_no_harm(text):
    assert read_link(text) == ReadLink(WHOLE)


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("foo=3", "foo=3"),
        ("page=kitchen", "page=kitchen"),
        ("page=search", "page=search"),
        ("quiet=maybe", "quiet=maybe"),
        ("select=", "select="),
        ("select", "select"),
        ("knowers=nobody", "knowers=nobody"),
        ("v=one", "v=one"),
        ("x" * 60, "x" * 39 + "…"),
    ],
)
def test_what_is_not_known_is_named_and_passed_over(part, named):
    assert read_link(f"timeline://x/1950?{part}&evidence=yes") == ReadLink(
        ViewLink("x", "1950", evidence_shown=True), (named,)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no link here yet. Copy one with “Copy a link to this view”, and paste it."),
        (
            "https://example.org/1950",
            "“https://example.org/1950” is not a link to a view: such a link begins with timeline://",
        ),
        (
            "timeline:///1950",
            (
                "The link does not say which exhibit it is about: a name stands after timeline://, "
                "for example timeline://ships-from-niigata"
            ),
        ),
        (
            "timeline://x/1950?select=a%2",
            "At character 27 of the link there is a % without its two digits: something was lost. Copy it once more.",
        ),
        (
            "timeline://x?select=%ff",
            (
                "At character 21 of the link something cannot be read as letters: something was lost. "
                "Copy it once more."
            ),
        ),
        (
            "timeline://x?v=2",
            "This link was made by a later version of the program (form 2). A newer program can open it.",
        ),
        (
            "timeline://" + "x" * 8_000,
            "This link is longer than 8000 characters, which no link to a view is. Copy it once more.",
        ),
    ],
)
def test_faults_are_told_with_their_place_and_what_to_do(text, said):
    found = read_link(text)
    assert isinstance(found, LinkFault)
    assert ENGLISH.text(found.message) == said


@pytest.mark.parametrize(("text", "at"), [("timeline://x/1950-13", 14), ("timeline://x?known=soon", 20)])
def test_a_word_that_is_no_date_is_pointed_at(text, at):
    found = read_link(text)
    assert isinstance(found, LinkFault)
    assert found.at == at
    assert "Write it for example as 1955/1960" in ENGLISH.text(found.message)


# -- stretches of time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((1954,), (1969,), "1954/1968"),
        ((1954, 3), (1960, 7), "1954-03/1960-06"),
        ((1954, 3, 2), (1960, 7, 1), "1954-03-02/1960-06-30"),
        ((1959, 12, 14, 5, 30), (1959, 12, 14, 7), "1959-12-14T05:30/1959-12-14T06:59"),
        ((1959, 12, 14, 5, 30, 2), (1959, 12, 14, 5, 30, 22), "1959-12-14T05:30:02/1959-12-14T05:30:21"),
        ((-49,), (-43,), "-0049/-0044"),
        ((-13_800_000_000,), (2_000,), "Y-13800000000/-0001"),
    ],
)
def test_stretches_are_told_as_people_write_dates(first, last, words):
    assert range_words(seconds_from_civil(*first), seconds_from_civil(*last)) == words


@given(st.integers(year_start_s(-9_990), year_start_s(9_990)), st.integers(10, 2**40))
def test_a_stretch_comes_back_nearer_than_the_eye_can_tell(first_s, length_s):
    last_s = min(first_s + length_s, year_start_s(9_995))
    date = parse(range_words(first_s, last_s))
    allowed_s = (last_s - first_s) // TOLD_APART
    assert abs(date.earliest_s - first_s) <= allowed_s
    assert abs(date.latest_s - last_s) <= allowed_s


@given(st.integers(-LIMIT_S, LIMIT_S - 20), st.integers(10, 2 * LIMIT_S))
def test_every_stretch_of_the_axis_can_be_told(first_s, length_s):
    date = parse(range_words(first_s, min(first_s + length_s, LIMIT_S)))
    assert date.earliest_s is not None
    assert date.latest_s is not None
    assert date.earliest_s < date.latest_s
