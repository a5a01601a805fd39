# SPDX-License-Identifier: MIT
"""Whatever a file of tours looks like: a change to it loses no comment, touches no other line, and reads back as meant."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline_app.base.text_value import TextValue
from timeline_app.content.tour_file import TourFileRefused, tours_in, with_tour
from timeline_app.model.records import Branch, Stop, Tour

VALUES = {
    "event": ["first", "'second'", '"third"'],
    "view": ["1950/1960"],
    "show": ["[a, map]", "[{n}\n{i}   a,{c}\n{i}   map{c}\n{i} ]", "{n}\n{i}  - a{c}\n{i}  - map", "{n}\n{i}- a\n{i}- map"],
    "notes": [
        "Ask # no",
        "'It''s # no'",
        '"one: \\u00e9\n{i}    two # no"',
        "plain words{n}\n{i}    # about what follows",
        "plain\n{i}  and more",
        "{n}\n{i}  on the next line",
        "|{n}\n{i}  one # no\n\n{i}   two",
        ">-{n}\n{i}  one\n{i}  two\n",
        "|+{n}\n{i}  one\n\n",
        "&here{n_lines} there",
        "{n}\n{i}  en: English{c}\n{i}  # below\n{i}  ja: |\n{i}    日本語",
        "{{en: English, ja: 日本語}}",
    ],
    "minutes": ["2", "2.5"],
    "branches": ["{n}\n{i}  - ask: Why?{c}\n{i}    # where\n{i}    to: first"],
}  # fmt: skip
"""What may stand behind each key: i is the indentation of the key, n and c a comment or nothing."""


@dataclass
class Written:
    """A file of tours that is being typed."""

    draw: st.DrawFn
    lines: list[str] = field(default_factory=list)
    comments: int = 0

    def remark(self, chance: int = 2) -> str:
        if self.draw(st.integers(0, chance)):
            return ""
        self.comments += 1
        return f"# c{self.comments}."

    def above(self, *columns: int) -> None:
        for _ in range(self.draw(st.integers(0, 2))):
            column = self.draw(st.sampled_from(columns))
            self.lines.append(" " * column + self.remark(1))

    def value(self, key: str, column: int, lead: str = "") -> None:
        template = self.draw(st.sampled_from(VALUES[key]))
        while "{n}" in template or "{c}" in template:
            place = "{n}" if "{n}" in template else "{c}"
            remark = self.remark()
            template = template.replace(place, f"  {remark}" if remark else "", 1)
        template = template.replace("{n_lines}", str(len(self.lines)))
        text = template.replace("{i}", " " * column).replace("{{", "{").replace("}}", "}")
        last = f"  {self.remark()}".rstrip() if "\n" not in text else ""
        self.lines += f"{lead or ' ' * column}{key}: {text}{last}".replace(":   #", ":  #").split("\n")

    def stop(self, column: int) -> None:
        if self.draw(st.integers(0, 6)) == 0:
            self.lines.append(" " * column + f"- {{event: first, show: [a, map]}}  {self.remark()}".rstrip())
            return
        keys = self.draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=4, unique=True))
        lead = " " * column + "- "
        if self.draw(st.integers(0, 5)) == 0:
            self.lines.append((lead + self.remark()).rstrip())
            lead = ""
        for key in keys:
            if not lead or key != keys[0]:
                self.above(column, column + 2)
            self.value(key, column + 2, lead)
            lead = ""

    def tour(self, tour_id: str, column: int) -> None:
        self.above(0, column)
        self.lines.append(" " * column + f"{tour_id}:  {self.remark()}".rstrip())
        self.above(column + 2)
        self.lines.append(" " * (column + 2) + f"title: Title  {self.remark()}".rstrip())
        self.above(column + 2, column + 4)
        self.lines.append(" " * (column + 2) + "stops:")
        dash = column + self.draw(st.sampled_from([2, 4]))
        for _ in range(self.draw(st.integers(1, 3))):
            self.above(dash)
            self.stop(dash)


@st.composite
def texts(draw: st.DrawFn) -> str:
    written = Written(draw)
    column = draw(st.sampled_from([0, 2, 4]))
    if column:
        written.lines.append("tours:")
    written.tour("one", column)
    if draw(st.booleans()):
        written.tour("two", column)
    written.above(0, 2, 4)
    return "\n".join(written.lines) + draw(st.sampled_from(["\n", "\n", ""]))


WORDS = st.sampled_from(
    ["plain", "a: b", "# no", "- x", "yes", "1959", "'", "{", "one\ntwo\n", "one\n\n  two\n", " one\ntwo\n", "\none", "one\n\n", "w " * 90 + "w"]
).map(TextValue.plain)  # fmt: skip


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"# c\d+\.", text))


def stands_within(lines: list[str], text: str) -> bool:
    """Tell whether lines stand in a text in their order, others between them."""
    following = iter(text.split("\n"))
    return all(line in following for line in lines)


@settings(max_examples=40, deadline=None)
@given(texts(), st.data())
def test_stops_that_change_places_take_every_line_along(text: str, data: st.DataObject) -> None:
    stops = tours_in(text)["one"].stops
    order = data.draw(st.permutations(range(len(stops))))
    tour = replace(tours_in(text)["one"], stops=tuple(stops[place] for place in order))
    moved = with_tour(text, "one", tour, tuple(order))
    assert tours_in(moved)["one"].stops == tour.stops
    ended = moved if text.endswith("\n") or moved == text else moved.removesuffix("\n")
    assert Counter(ended.split("\n")) == Counter(text.split("\n"))


@settings(max_examples=40, deadline=None)
@given(texts(), st.data(), WORDS)
def test_a_further_stop_leaves_all_lines_where_they_are(
    text: str, data: st.DataObject, notes: TextValue
) -> None:
    tour = tours_in(text)["one"]
    place = data.draw(st.integers(0, len(tour.stops)))
    origins: list[int | None] = list(range(len(tour.stops)))
    origins.insert(place, None)
    stop = Stop(event="new", notes=notes, branches=(Branch(notes, "first"),))
    longer = replace(tour, stops=(*tour.stops[:place], stop, *tour.stops[place:]))
    written = with_tour(text, "one", longer, tuple(origins))
    assert tours_in(written)["one"] == longer
    assert stands_within(text.rstrip("\n").split("\n"), written)


@settings(max_examples=70, deadline=None)
@given(texts(), st.data(), WORDS)
def test_other_words_lose_no_comment_and_touch_no_other_tour(
    text: str, data: st.DataObject, words: TextValue
) -> None:
    tours = tours_in(text)
    tour = tours["one"]
    number = data.draw(st.integers(0, len(tour.stops) - 1))
    change = data.draw(st.sampled_from(["title", "notes", "event", "show", "minutes"]))
    stop = {
        "title": tour.stops[number],
        "notes": replace(tour.stops[number], notes=words),
        "event": replace(tour.stops[number], event="other"),
        "show": replace(tour.stops[number], show=("q", *tour.stops[number].show)),
        "minutes": replace(tour.stops[number], minutes=9.0),
    }[change]
    stops = (*tour.stops[:number], stop, *tour.stops[number + 1 :])
    other = replace(tour, title=words if change == "title" else tour.title, stops=stops)
    written = with_tour(text, "one", other, tuple(range(len(stops))))
    assert tours_in(written) == {**tours_in(text + "\n" * (not text.endswith("\n"))), "one": other}
    assert comments(written) == comments(text)
    if "two" in tours:
        below = text[text.index("two:") :]
        assert written.endswith(below + "\n" * (not text.endswith("\n") and written != text))


@settings(max_examples=40, deadline=None)
@given(texts(), st.data(), st.sampled_from(["\t", ":", "- ", "#", "[", "}", "&x ", "*x ", "!t ", "|", "\n", "'", "? ", "<<: ", "..."]))  # fmt: skip
def test_a_text_that_is_broken_is_refused_and_nothing_else(text: str, data: st.DataObject, sign: str) -> None:
    place = data.draw(st.integers(0, len(text)))
    broken = text[:place] + sign + text[place:]
    new = Tour(TextValue.plain("New"), (Stop(event="first"),))
    with suppress(TourFileRefused):
        assert tours_in(with_tour(broken, "new", new))["new"] == new
