# SPDX-License-Identifier: MIT
"""The index finds what the snippets would find, by title first and by importance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import harbour
from timeline_app.search.entries import Entry, entries_of, plain_words
from timeline_app.search.folding import runs_of
from timeline_app.search.index import SearchIndex
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import parse_query
from timeline_app.search.snippets import holds_all


def index_of(*texts: tuple[str, str]) -> SearchIndex:
    index = SearchIndex()
    index.add(
        Entry(EntryKind.EVENT, str(number), (title,), (text,), ordinal=number)
        for number, (title, text) in enumerate(texts)
    )
    return index


def found(index: SearchIndex, typed: str) -> list[str]:
    return [index.entries[number][1] for number in index.find(parse_query(typed).terms)]


def test_words_of_two_characters_are_found_in_longer_ones() -> None:
    index = index_of(("北朝鮮帰国", ""), ("재일교포 귀국사업", ""), ("朝と鮮", ""), ("朝、鮮", ""))
    assert found(index, "朝鮮") == ["0"]
    assert found(index, "귀국") == ["1"]
    assert found(index, "鮮") == ["0", "2", "3"]
    assert found(index, "朝鮮帰国") == ["0"]
    assert found(index, "国朝") == []


def test_titles_come_first_then_the_order_of_entries() -> None:
    index = index_of(("A port", "The ship"), ("The ship", "leaves"), ("Rest", "ships"))
    assert found(index, "ship") == ["1", "0", "2"]
    assert found(index, "ship leaves") == ["1"]
    assert found(index, '"ships"') == ["2"]
    assert found(index, "") == []


def test_signs_of_the_engine_mean_nothing() -> None:
    index = index_of(("a AND b", "NOT c* NEAR(d)"), ('quote " and {brace}', "-x ^y"))
    for typed in ('"', "* AND", "NEAR(d", "a:b", "x' OR 1", "{brace}", "^y", "-x"):
        assert isinstance(found(index, typed), list)
    assert found(index, "AND") == ["0", "1"]


def test_building_can_be_cancelled() -> None:
    index = SearchIndex()
    entries = (Entry(EntryKind.TAG, str(number), (f"tag {number}",)) for number in range(2_000))
    assert not index.add(entries, lambda: len(index) >= 800)
    assert 0 < len(index) < 2_000
    index.close()


def test_an_exhibit_gives_entries_without_what_is_private() -> None:
    entries = {(entry.kind, entry.id): entry for entry in entries_of(harbour())}
    words = " ".join(
        text for entry in entries.values() for text in (*entry.titles, *entry.texts, *entry.covered)
    )
    assert "Hidden" not in words
    assert (EntryKind.PERSON, "hidden-person") not in entries
    remark = entries[EntryKind.EXCERPT, "remark"]
    assert (remark.texts, len(remark.covered)) == ((), 1)
    storm = entries[EntryKind.EVENT, "storm"]
    assert storm.covered
    assert "Boats were lost." not in storm.texts
    assert [entry.id for entry in entries.values() if entry.kind is EntryKind.TAG] == ["ferry", "talks"]
    first = next(entry for entry in entries.values() if entry.kind is EntryKind.EVENT)
    assert first.id == "agreement"


def test_marks_and_signs_are_no_words() -> None:
    told = '## Terms\n\nThe [town]{cite="#plan" words="a b"} *agreed*. [@ledger, p. 4]\n\n- one'
    assert " ".join(plain_words(told).split()) == "Terms The town agreed. one"


letters = st.text(alphabet="abcé ABC朝鮮帰国귀국 -", max_size=12)


@given(st.lists(letters, min_size=1, max_size=6), letters)
def test_the_index_finds_what_a_look_at_the_texts_finds(texts: list[str], typed: str) -> None:
    terms = parse_query(typed).terms
    index = index_of(*[(text, "") for text in texts])
    looked = {str(number) for number, text in enumerate(texts) if terms and holds_all(terms, (text,))}
    told = found(index, typed)
    assert told == sorted(told, key=int)
    # Of several East Asian runs in a term, or where scripts meet in it, the index does not ask that they follow.
    assert looked <= set(told)
    runs = [list(runs_of(term.text)) for term in terms]
    if all(len(each) == 1 or not any(run.is_east_asian for run in each) for each in runs):
        assert looked == set(told)
    index.close()
