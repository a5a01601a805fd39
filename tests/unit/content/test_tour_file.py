# SPDX-License-Identifier: MIT
"""Tours are written into a file as somebody has typed it: comments go with their stops, other letters stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline_app.base.text_value import TextValue
from timeline_app.content.tour_file import TourFileRefused, tours_in, with_tour, without_tour
from timeline_app.model.records import Branch, Stop, Tour

TYPED = """\
# Tours of class 9
tours:
  mine:
    title: Mine   # for class 9
    minutes: 5
    stops:
      # begin slowly
      - event: first
        notes: one line of plain text that the teacher
          has broken by hand

      # the hard one
      - event: second   # with the map
        show:
          - letter  # read it aloud
          - map
        # a word of my own
        notes: |  # for me
          two lines
          of it
      # the end
      - event: third
    # after all
  other:
    title: {en: Other, ja: "別の"}
    stops: [{event: first}]
"""
MINE = tours_in(TYPED)["mine"]
FIRST, SECOND, THIRD = MINE.stops


def changed(tour: Tour, origins: tuple[int | None, ...] | None = None) -> list[str]:
    """Return the lines that writing a tour adds and takes away, with + and - before them."""
    import difflib

    lines = difflib.ndiff(TYPED.splitlines(), with_tour(TYPED, "mine", tour, origins).splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_tour_that_is_as_it_was_leaves_every_letter() -> None:
    assert with_tour(TYPED, "mine", MINE) == TYPED


def test_stops_move_with_the_comments_above_and_within_them() -> None:
    moved = with_tour(TYPED, "mine", replace(MINE, stops=(SECOND, THIRD, FIRST)), (1, 2, 0))
    assert moved.index("# the hard one") < moved.index("# the end") < moved.index("# begin slowly")
    assert sorted(moved.splitlines()) == sorted(TYPED.splitlines())
    assert moved.index("- event: third") < moved.index("# begin slowly") < moved.index("has broken by hand")


def test_a_stop_that_goes_takes_its_own_comments_and_no_other() -> None:
    assert changed(replace(MINE, stops=(FIRST, THIRD)), (0, 2)) == [
        "-       # the hard one",
        "-       - event: second   # with the map",
        "-         show:",
        "-           - letter  # read it aloud",
        "-           - map",
        "-         # a word of my own",
        "-         notes: |  # for me",
        "-           two lines",
        "-           of it",
    ]


def test_only_what_differs_is_written_anew() -> None:
    stop = replace(
        SECOND, show=("map", "letter", "poem"), notes=TextValue.plain("other\nwords\n"), minutes=2.0
    )
    assert changed(replace(MINE, title=TextValue.plain("A: b"), stops=(FIRST, stop, THIRD)), (0, 1, 2)) == [
        "-     title: Mine   # for class 9",
        "+     title: 'A: b'  # for class 9",
        "+           - map",
        "-           - map",
        "+           - poem",
        "-           two lines",
        "-           of it",
        "+           other",
        "+           words",
        "+         minutes: 2",
    ]


def test_the_first_key_of_a_stop_may_go_or_get_one_before_it() -> None:
    without = with_tour(
        TYPED, "mine", replace(MINE, stops=(replace(FIRST, event=None), SECOND, THIRD)), (0, 1, 2)
    )
    assert "      # begin slowly\n      - notes: one line of plain text" in without
    looked = replace(SECOND, event=None, view="1950/1960")
    viewed = with_tour(TYPED, "mine", replace(MINE, stops=(FIRST, looked, THIRD)), (0, 1, 2))
    assert "      # the hard one\n      - view: 1950/1960\n        show:\n" in viewed


def test_new_stops_are_written_as_people_write_them() -> None:
    stop = Stop(
        event="fourth",
        show=("letter", "map"),
        steps=(("letter", "map"),),
        filters={"lane": ("a", "b")},
        notes=TextValue((("en", "Ask."), ("ja", "聞く"))),
        minutes=1.5,
        hidden=True,
        branches=(Branch(TextValue.plain("And then?"), "third"),),
    )
    written = with_tour(TYPED, "mine", replace(MINE, stops=(*MINE.stops, stop)), (0, 1, 2, None))
    assert written.replace(TYPED.partition("    # after all")[0], "").partition("    # after all")[0] == (
        "      - event: fourth\n"
        "        show: [letter, map]\n"
        "        steps:\n"
        "          - [letter, map]\n"
        "        filters:\n"
        "          lane: [a, b]\n"
        "        notes:\n"
        "          en: Ask.\n"
        "          ja: 聞く\n"
        "        minutes: 1.5\n"
        "        hidden: true\n"
        "        branches:\n"
        "          - ask: And then?\n"
        "            to: third\n"
    )


def test_comments_within_what_is_written_anew_stay_beside_it() -> None:
    typed = TYPED.replace(
        "stops: [{event: first}]",
        "stops:\n      - show: [  # both\n          letter,  # first\n          map]  # last\n        notes:  # why\n          Ask.",
    )
    long = "word " * 40 + "end"
    stop = Stop(show=("map",), notes=TextValue.plain(long))
    written = with_tour(typed, "other", replace(tours_in(typed)["other"], stops=(stop,)), (0,))
    assert written.partition("    stops:\n      -\n")[2] == (
        "        # both\n"
        "        # first\n"
        "        show: [map]  # last\n"
        f"        notes: {'word ' * 19}word\n"
        f"          {'word ' * 20}end  # why\n"
    )


def test_what_stands_in_brackets_is_written_anew_as_a_whole() -> None:
    other = tours_in(TYPED)["other"]
    written = with_tour(TYPED, "other", replace(other, stops=(*other.stops, Stop(event="second"))), (0, None))
    assert written.startswith(TYPED.partition("    stops: [{event: first}]")[0])
    assert written.endswith("    stops:\n      - event: first\n      - event: second\n")


def test_an_empty_text_gets_its_first_tour_and_loses_its_last() -> None:
    tour = Tour(TextValue.plain("One"), (Stop(event="first"),))
    text = "tours:\n  one:\n    title: One\n    stops:\n      - event: first\n"
    assert with_tour("", "one", tour) == text
    assert without_tour(text, "one") == "tours: {}\n"
    assert with_tour("# Mine\ntours: {}\n", "one", tour) == "# Mine\n" + text
    assert without_tour(TYPED, "missing") == TYPED
    assert with_tour("tours: {}  # mine\n# end\n", "one", tour) == "# mine\n# end\n" + text
    assert "# Tours of class 9" in without_tour(without_tour(TYPED, "mine"), "other")


def test_the_tours_may_stand_without_their_heading() -> None:
    bare = "one:\n  title: One\n  stops: []\n"
    two = Tour(TextValue.plain("Two"), ())
    assert with_tour(bare, "two", two) == bare + "two:\n  title: Two\n  stops: []\n"
    assert without_tour("# Mine\n" + bare, "one") == "# Mine\ntours: {}\n"


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("tours:\n  one: {title: One, stops: [}\n", "syntax", 2),
        ("tours:\n  one:\n    title: One\n    title: Two\n    stops: []\n", "syntax", 4),
        ("- one\n", "syntax", 1),
        ("tours:\n  one: {title: One}\n", "faulty", None),
        ("tours: {one: {title: One, stops: []}}\n", "unwritable", None),
        (
            "tours:\n  one:\n    title: &a One\n    stops: []\n  b:\n    title: *a\n    stops: []\n",
            "aliases",
            None,
        ),
        # What we read and PyYAML does not.
        (
            "tours:\n  one:\n    title: &a One\n    stops: []\n  b:\n    title: &a B\n    stops: []\n",
            "unwritable",
            None,
        ),
    ],
)
def test_what_cannot_be_changed_without_harm_is_refused(text: str, key: str, line: int | None) -> None:
    with pytest.raises(TourFileRefused) as refused:
        with_tour(text, "new", Tour(TextValue.plain("New"), ()))
    assert refused.value.message.key == f"making.refused.{key}"
    assert dict(refused.value.message.params).get("line") == line


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1, max_size=40
)
STOPS = st.builds(
    Stop,
    event=st.sampled_from(["first", "second", "third", None]),
    show=st.lists(st.sampled_from(["letter", "map", "no", "1959"]), max_size=3).map(tuple),
    notes=st.none() | WORDS.filter(str.strip).map(TextValue.plain),
    minutes=st.none() | st.sampled_from([1.0, 2.5]),
)


def _once(stops: list[tuple[int | None, Stop]]) -> bool:
    kept = [origin for origin, _ in stops if origin is not None]
    return len(kept) == len(set(kept))


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, None]), STOPS), max_size=4).filter(_once))
def test_whatever_is_written_reads_back_and_kept_stops_keep_their_comments(
    stops: list[tuple[int | None, Stop]],
) -> None:
    used = {origin for origin, _ in stops}
    tour = replace(MINE, stops=tuple(stop for _, stop in stops))
    written = with_tour(TYPED, "mine", tour, tuple(origin for origin, _ in stops))
    assert tours_in(written)["mine"] == tour
    above = ("# begin slowly", "# the hard one", "# the end")
    if stops and tour != MINE:
        assert [comment in written for comment in above] == [place in used for place in range(3)]
