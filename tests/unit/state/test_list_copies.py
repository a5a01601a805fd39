# SPDX-License-Identifier: MIT
"""The list as text, CSV and Markdown: whole, aligned, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import ShownText
from timeline_app.state.list_copies import CopyForm, CopyWords, copied, copying, inactive, width_of
from timeline_app.state.list_rows import ListedRow

COLUMNS = ("Date", "Event", "Lane", "Evidence")
FIELDS = ("EDTF", "Id", "Sources", "Shown as")
PLAIN = CopyWords("The bay", "2 of 9 events in view, 1950 to 1960", (), COLUMNS, FIELDS)
THEN = CopyWords("The bay", "2 of 9 events in view", ("As in print by 1960: 2 of 9 events",), COLUMNS, FIELDS)


def row(title: str, *, date: str = "about 1955", edtf: str = "1955~", lanes: str = "Town") -> ListedRow:
    return ListedRow("id-1", date, edtf, ShownText(title, "en"), lanes, "1 line; disputed", ("a", "b"))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_has_a_head_and_lines_as_the_standard_wants():
    text = copied([row('He said "no", then left')], CopyForm.CSV, PLAIN)
    assert text == (
        "EDTF,Date,Event,Lane,Evidence,Id,Sources\r\n"
        '1955~,about 1955,"He said ""no"", then left",Town,1 line; disputed,id-1,a b\r\n'
    )


def test_csv_says_in_a_column_what_it_leaves_out():
    head, first = read(copied([row("A")], CopyForm.CSV, THEN))
    assert (head[-1], first[-1]) == ("Shown as", "As in print by 1960: 2 of 9 events")


@pytest.mark.parametrize("title", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1"])
def test_no_cell_is_a_formula(title: str):
    first = read(copied([row(title)], CopyForm.CSV, PLAIN))[1]
    assert first[2] == f"'{title}"


def test_dates_of_programs_stand_as_they_are():
    first = read(copied([row("Ides", date="44 BC", edtf="-0043-03-15")], CopyForm.CSV, PLAIN))[1]
    assert first[:2] == ["-0043-03-15", "44 BC"]


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(texts, texts, texts), max_size=6))
def test_csv_comes_back_whole(told: list[tuple[str, str, str]]):
    rows = [
        ListedRow("id", date, "", ShownText(title, "en"), lanes, "none", ()) for date, title, lanes in told
    ]
    _, *lines = read(copied(rows, CopyForm.CSV, PLAIN))
    assert [tuple(line[1:4]) for line in lines] == [
        (inactive(date), inactive(title), inactive(lanes)) for date, title, lanes in told
    ]
    assert [line[4:] for line in lines] == [["none", "id", ""]] * len(told)


@given(texts)
def test_what_was_guarded_can_be_told_from_what_was_not(text: str):
    guarded = inactive(text)
    assert guarded.removeprefix("'") == text


def test_markdown_is_one_table_whatever_titles_hold():
    text = copied([row("a | b\n*c* <d> `e`")], CopyForm.MARKDOWN, THEN)
    assert text == (
        "**The bay**\n\n2 of 9 events in view\n\nAs in print by 1960: 2 of 9 events\n\n"
        "| Date | Event | Lane | Evidence |\n"
        "| --- | --- | --- | --- |\n"
        "| about 1955 | a \\| b \\*c\\* \\<d\\> \\`e\\` | Town | 1 line; disputed |\n"
    )


def test_text_is_aligned_also_where_letters_are_wide():
    rows = [row("朝鮮"), row("A longer one", date="1960", lanes="日本")]
    assert copied(rows, CopyForm.TEXT, PLAIN).splitlines() == [
        "The bay",
        "2 of 9 events in view, 1950 to 1960",
        "",
        "Date        Event         Lane  Evidence",
        "----------  ------------  ----  ----------------",
        "about 1955  朝鮮          Town  1 line; disputed",
        "1960        A longer one  日本  1 line; disputed",
    ]
    assert width_of("e\u0301") == 1


@pytest.mark.parametrize("form", CopyForm)
def test_of_many_rows_each_is_a_piece_of_its_own(form: CopyForm):
    rows = [row(f"Title {number}") for number in range(50)]
    pieces = list(copying(rows, form, PLAIN))
    assert sum(f"Title {number}" in piece for number in range(50) for piece in pieces if piece) >= 50
    assert max(piece.count("Title") for piece in pieces) == 1
    assert "".join(pieces) == copied(rows, form, PLAIN)


def test_an_empty_list_is_a_head_alone():
    assert copied([], CopyForm.TEXT, PLAIN).endswith(
        "Date  Event  Lane  Evidence\n----  -----  ----  --------\n"
    )
    assert copied([], CopyForm.CSV, PLAIN) == "EDTF,Date,Event,Lane,Evidence,Id,Sources\r\n"
