# SPDX-License-Identifier: MIT
"""A million records and ids as bytes: each is taken out when somebody asks for it, and few are kept at hand.

A record lies here as the JSON that its file tells it in, so that nothing needs to be made of it while reading,
and memory holds little more than the file itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self, overload

import msgspec
import numpy as np
import numpy.typing as npt

from timeline_app.base.text_value import UNTAGGED, TextValue
from timeline_app.model import records

Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int64]
Order = npt.NDArray[np.int32]

AT_HAND: Final = 512
"""How many records are kept as objects: what panel and canvas ask for again and again."""

MANY: Final = 20_000
"""Where more ids than these are looked for, each is found in one step and not by halves."""

_WORD: Final = 8
_WORDS: Final = 4
"""Ids are sorted by their first 32 bytes at once; the few that are longer and begin alike are looked at singly."""


class PackedTexts(Sequence[str]):
    """Texts in one run of bytes; `offsets` has one more entry than there are texts."""

    def __init__(self, data: Bytes, offsets: Offsets) -> None:
        self.data = data
        self.offsets = offsets
        self._bytes = data.data

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Pack texts."""
        packed = [text.encode() for text in texts]
        return cls(
            np.frombuffer(b"".join(packed), np.uint8),
            offsets_of(np.fromiter(map(len, packed), np.int64, len(packed))),
        )

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = _inside(index, len(self))
        return str(self._bytes[self.offsets.item(at) : self.offsets.item(at + 1)], "utf-8")

    def __iter__(self) -> Iterator[str]:
        for at in range(len(self)):
            yield self[at]


class PackedRecords(Sequence[records.Event]):
    """Events as the JSON of each, between `starts` and `ends` of one run of bytes or of what was `added` to it.

    What is asked for is decoded, and the last few hundred are kept.
    """

    def __init__(self, data: Bytes, added: Bytes, starts: Offsets, lengths: Order) -> None:
        self.data = data
        self.added = added
        self.starts = starts
        self.lengths = lengths
        self._pages = data.data, added.data
        self._at_hand: dict[int, records.Event] = {}

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> records.Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[records.Event]: ...
    def __getitem__(self, index: int | slice) -> records.Event | list[records.Event]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = _inside(index, len(self))
        found = self._at_hand.get(at)
        if found is None:
            found = DECODER.decode(self.packed(at))
            if len(self._at_hand) >= AT_HAND:
                # Whoever else looks for a record at this moment only decodes it anew.
                self._at_hand = {}
            self._at_hand[at] = found
        return found

    def __iter__(self) -> Iterator[records.Event]:
        """Yield all records, keeping none."""
        for at in range(len(self)):
            yield DECODER.decode(self.packed(at))

    def packed(self, at: int) -> memoryview:
        """Return the JSON of a record."""
        start = self.starts.item(at)
        own, added = self._pages
        if start < len(own):
            return own[start : start + self.lengths.item(at)]
        start -= len(own)
        return added[start : start + self.lengths.item(at)]


@dataclass(frozen=True, slots=True, eq=False)
class IdIndex(Mapping[str, int]):
    """Finds the ordinal of an id by halves; `order` are the ordinals in the order of their ids."""

    ids: Sequence[str]
    order: Order

    def __getitem__(self, event_id: str) -> int:
        low, high = 0, len(self.order)
        while low < high:
            middle = (low + high) // 2
            if self.ids[self.order.item(middle)] < event_id:
                low = middle + 1
            else:
                high = middle
        if low < len(self.order):
            ordinal = self.order.item(low)
            if self.ids[ordinal] == event_id:
                return ordinal
        raise KeyError(event_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.order)


def found_often(index: IdIndex) -> Mapping[str, int]:
    """Return the same ordinals by id, to be asked for as often as there are ids: each in no time, and all in memory."""
    return {event_id: ordinal for ordinal, event_id in enumerate(index.ids)}


def ranks_of(order: Order) -> Order:
    """Return the place of each ordinal in an order."""
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return ranks


def sorted_order(texts: PackedTexts) -> tuple[Order, npt.NDArray[np.bool_]]:
    """Return the indices of texts in their order, and which of these are the same text as the one before them.

    Of equal texts the first one comes first. The order is that of the characters' numbers.
    """
    lengths = np.diff(texts.offsets)
    words = _first_words(texts, lengths)
    order = np.lexsort((np.minimum(lengths, _WORD * _WORDS + 1), *reversed(words))).astype(np.int32)
    is_same = np.zeros(len(order), np.bool_)
    if len(order) > 1:
        is_same[1:] = True
        for column in (*words, lengths):
            is_same[1:] &= column[order[1:]] == column[order[:-1]]
    if len(lengths) and lengths.max() > _WORD * _WORDS:
        _settle_long(texts, lengths, words, order, is_same)
    return order, is_same


def _settle_long(
    texts: PackedTexts,
    lengths: Offsets,
    words: Sequence[npt.NDArray[np.uint64]],
    order: Order,
    is_same: npt.NDArray[np.bool_],
) -> None:
    """Sort what begins alike and is longer than was looked at."""
    begins_alike = np.zeros(len(order), np.bool_)
    begins_alike[1:] = lengths[order[1:]] > _WORD * _WORDS
    begins_alike[1:] &= lengths[order[:-1]] > _WORD * _WORDS
    for word in words:
        begins_alike[1:] &= word[order[1:]] == word[order[:-1]]
    is_same[begins_alike] = False
    edges = np.flatnonzero(np.diff(np.concatenate([[False], begins_alike, [False]]).astype(np.int8)))
    for first, after in edges.reshape(-1, 2).tolist():
        run = sorted(order[first - 1 : after].tolist(), key=lambda at: (texts[at], at))
        order[first - 1 : after] = run
        for place in range(first, after):
            is_same[place] = texts[run[place - first + 1]] == texts[run[place - first]]


def _first_words(texts: PackedTexts, lengths: Offsets) -> list[npt.NDArray[np.uint64]]:
    """Return the first bytes of each text as numbers that sort as the texts do, eight bytes each."""
    longest = int(min(lengths.max(), _WORD * _WORDS)) if len(lengths) else 0
    starts = texts.offsets[:-1]
    found: list[npt.NDArray[np.uint64]] = []
    for first in range(0, longest, _WORD):
        word = np.zeros(len(lengths), np.uint64)
        for place in range(first, first + _WORD):
            word <<= np.uint64(8)
            there = np.flatnonzero(lengths > place)
            word[there] |= texts.data[starts[there] + place]
        found.append(word)
    return found


def offsets_of(lengths: npt.NDArray[np.int64]) -> Offsets:
    """Return where parts of these lengths begin, and where the last one ends."""
    offsets = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return offsets


def decode_text(kind: type, value: Any) -> Any:
    """Read a text by language as JSON has it; raise ValueError for anything else."""
    if kind is TextValue and isinstance(value, str):
        return TextValue(((UNTAGGED, value),))
    if kind is TextValue and isinstance(value, dict):
        return TextValue(tuple(value.items()))
    raise ValueError(kind.__name__)


def encode_text(value: Any) -> Any:
    """Return what stands for a text by language in JSON."""
    if isinstance(value, TextValue):
        (tag, text), *more = value.variants
        return text if tag == UNTAGGED and not more else dict(value.variants)
    raise TypeError(type(value).__name__)


DECODER: Final = msgspec.json.Decoder(records.Event, dec_hook=decode_text)
ENCODER: Final = msgspec.json.Encoder(enc_hook=encode_text)


def _inside(index: int, length: int) -> int:
    at = index + length if index < 0 else index
    if not 0 <= at < length:
        raise IndexError(index)
    return at
