# SPDX-License-Identifier: MIT
"""Of very many events without a place in time the introduction lists the first ones and counts the rest."""

from __future__ import annotations

from pathlib import Path

from timeline_app.content.reader import read_text
from timeline_app.model.drawn_showing import MOST_UNDATED
from timeline_app.model.showing import Showing


def showing_of(count: int) -> Showing:
    lines = ['{"title": "T"}', '{"title": "Dated", "date": "1955"}']
    lines += [f'{{"title": "Lost {n}", "id": "lost-{n}"}}' for n in range(count)]
    document = read_text("\n".join(lines), Path("t.jsonl")).document
    assert document is not None
    return Showing(document)


def test_few_are_all_listed() -> None:
    exhibit = showing_of(3).exhibit()
    assert [head.id for head in exhibit.undated] == ["lost-0", "lost-1", "lost-2"]
    assert exhibit.undated_more == 0


def test_of_many_the_rest_is_counted() -> None:
    showing = showing_of(MOST_UNDATED + 7)
    assert len(showing.exhibit().undated) == MOST_UNDATED
    assert showing.exhibit().undated_more == 7
    assert len(showing.undated_ordinals) == MOST_UNDATED + 7
