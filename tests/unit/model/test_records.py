# SPDX-License-Identifier: MIT
"""The shapes of an exhibit file are whole: what they refer to exists, and a reader knows every form."""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec import inspect

from timeline_app.base.text_value import TextValue
from timeline_app.model import records

KINDS = {
    "events", "events-or-date", "lanes", "places", "people", "sources", "excerpts", "shown", "stops",
    "steps",
}  # fmt: skip
FORMATS = {"date", "media", "language", "view", "zone"}
SHAPES = [
    shape
    for shape in vars(records).values()
    if isinstance(shape, type) and issubclass(shape, records.Record) and shape is not records.Record
]


def extras(info: inspect.Type) -> Iterator[dict[str, str]]:
    if isinstance(info, inspect.Metadata):
        yield info.extra or {}
        yield from extras(info.type)
    elif isinstance(info, inspect.UnionType):
        for option in info.types:
            yield from extras(option)
    elif isinstance(info, inspect.VarTupleType):
        yield from extras(info.item_type)
    elif isinstance(info, inspect.DictType):
        yield from extras(info.value_type)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_says_what_it_is_and_refers_to_what_there_is(shape: type[msgspec.Struct]) -> None:
    assert shape.__doc__
    info = inspect.type_info(shape)
    assert isinstance(info, inspect.StructType)
    assert info.forbid_unknown_fields
    for field in info.fields:
        for extra in extras(field.type):
            assert set(extra) <= {"refers", "format"}
            assert extra.get("refers", "events") in KINDS
            assert extra.get("format", "date") in FORMATS


def test_field_names_of_the_file_are_those_of_csl() -> None:
    encoded = {field.encode_name for field in msgspec.structs.fields(records.Source)}
    assert {"container-title", "publisher-place", "event-title", "DOI", "URL", "url_policy"} <= encoded


def test_records_never_change() -> None:
    lane = records.Lane(TextValue.plain("Red"))
    with pytest.raises(AttributeError):
        lane.share = 2.0  # type: ignore[misc]
    assert (lane.colour, lane.share, lane.parent) == ("slate", 1.0, None)
