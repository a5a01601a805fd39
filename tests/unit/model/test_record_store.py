# SPDX-License-Identifier: MIT
"""Packed records, ids and texts give what was put into them, and say how they are sorted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import TextValue
from timeline_app.model import record_store, records
from timeline_app.model.record_store import (
    DECODER,
    ENCODER,
    IdIndex,
    PackedRecords,
    PackedTexts,
    decode_text,
    encode_text,
    ranks_of,
    sorted_order,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
ALIKE = st.sampled_from(["a" * 31, "a" * 32, "a" * 33, "a" * 33 + "b", "a" * 40, "b", ""])


@given(st.lists(WORDS, max_size=12))
def test_texts_come_back(texts: list[str]) -> None:
    packed = PackedTexts.of(texts)
    assert list(packed) == texts
    assert packed[1:3] == texts[1:3]
    assert len(packed) == len(texts)
    if texts:
        assert packed[-1] == texts[-1]
    with pytest.raises(IndexError):
        packed[len(texts)]


@given(st.lists(WORDS | ALIKE, max_size=12))
def test_texts_are_sorted_by_their_characters(texts: list[str]) -> None:
    packed = PackedTexts.of(texts)
    order, is_same = sorted_order(packed)
    assert order.tolist() == sorted(range(len(texts)), key=lambda at: (texts[at], at))
    found = [texts[at] for at in order.tolist()]
    assert is_same.tolist() == [n > 0 and found[n] == found[n - 1] for n in range(len(found))]
    ranks = ranks_of(order)
    assert [order.tolist()[rank] for rank in ranks.tolist()] == list(range(len(texts)))


@given(st.sets(WORDS | ALIKE, max_size=12), WORDS | ALIKE)
def test_an_id_is_found_if_it_is_there(names: set[str], other: str) -> None:
    ids = PackedTexts.of(names)
    index = IdIndex(ids, sorted_order(ids)[0])
    assert {name: index[name] for name in names} == {name: n for n, name in enumerate(ids)}
    assert (other in index) == (other in names)
    assert index.get(other, -1) == (list(ids).index(other) if other in names else -1)
    assert (list(index), len(index)) == (list(ids), len(names))


def packed_events(events: list[records.Event], added: list[records.Event]) -> PackedRecords:
    own, more = ([ENCODER.encode(event) for event in part] for part in (events, added))
    lengths = np.array([len(each) for each in own + more], np.int32)
    starts = np.concatenate([[0], np.cumsum(lengths)])[:-1].astype(np.int64)
    data = np.frombuffer(b"".join(own), np.uint8)
    return PackedRecords(data, np.frombuffer(b"".join(more), np.uint8), starts, lengths)


def event(title: str, **more: object) -> records.Event:
    return records.Event(title=TextValue.plain(title), **more)  # type: ignore[arg-type]


def test_records_come_back_from_either_run_of_bytes() -> None:
    own = [event("One", date="1955"), event("港", lane=("a", "b"))]
    added = [records.Event(title=TextValue((("en", "Ship"), ("ja", "船"))), id="ship")]
    packed = packed_events(own, added)
    assert list(packed) == own + added
    assert [packed[0], packed[1], packed[-1]] == own + added
    assert packed[1:] == [own[1], *added]
    assert packed[0] is packed[0]
    with pytest.raises(IndexError):
        packed[3]


def test_only_a_few_records_are_kept_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_store, "AT_HAND", 2)
    packed = packed_events([event(str(n)) for n in range(5)], [])
    first = packed[0]
    for n in range(5):
        assert packed[n].title.first == str(n)
        assert len(packed._at_hand) <= 2
    assert packed[0] == first
    assert packed[0] is not first


def test_a_text_is_one_language_or_several() -> None:
    assert encode_text(TextValue.plain("A")) == "A"
    assert encode_text(TextValue((("en", "A"),))) == {"en": "A"}
    assert decode_text(TextValue, {"en": "A", "ja": "B"}).variants == (("en", "A"), ("ja", "B"))
    with pytest.raises(TypeError, match="complex"):
        encode_text(3j)
    with pytest.raises(ValueError, match="TextValue"):
        decode_text(TextValue, 3)


def test_everything_an_event_can_hold_comes_back() -> None:
    full = records.Event(
        title=TextValue.plain("T"),
        sources=("s", records.SourceUse(source="t", locator=TextValue.plain("p. 4"))),
        known=(records.Known(to="public", since="1955"),),
        links=(records.Link(to="x", kind="led-to", judgement=True),),
        figure=records.Figure(title=TextValue.plain("F"), data=(("May", 3.5),)),
        claims={"c": records.Claim(about=TextValue.plain("C"), accounts=())},
        evidence=records.Evidence(grade=2, reason=TextValue.plain("R")),
    )
    assert DECODER.decode(ENCODER.encode(full)) == full
