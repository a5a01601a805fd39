# SPDX-License-Identifier: MIT
"""Whatever is in a file, reading it ends, and ends without a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.fuzz_reader import broken, faults_of
from timeline_app.content.draft import convert, section_shape
from timeline_app.content.reader import read_text

SAMPLE = (Path(__file__).parent / "forty_faults.yaml").read_text(encoding="utf-8")
HERE = Path(__file__)


@pytest.mark.parametrize("seed", range(200))
def test_a_faulty_file_broken_further_is_read(seed: int) -> None:
    text = broken(SAMPLE, seed)
    assert faults_of(read_text(text, HERE), text) == []


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(4))
def test_the_built_in_exhibit_broken_at_random_is_read(batch: int, project_root: Path) -> None:
    exhibit = (project_root / "events.yaml").read_text(encoding="utf-8")
    for seed in range(batch * 10, batch * 10 + 10):
        text = broken(exhibit, seed)
        assert faults_of(read_text(text, HERE), text) == [], seed


YAML_SIGNS = st.text(alphabet=st.sampled_from("ab:-# \n\t[]{}\"'|>&*!%@`,?\\~日\x07<=.0"), max_size=120)


@given(YAML_SIGNS)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert faults_of(read_text(text, HERE), text) == []


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_in_any_place_can_be_read(text: str) -> None:
    indented = text.replace("\n", "\n      ")
    reading = read_text(f"title: T\nevents:\n  - title: E\n    body: {indented}\n  - title: F\n", HERE)
    assert faults_of(reading, text + "\n" * 6) == []
    assert reading.document is not None


VALUES = st.recursive(
    st.sampled_from(["", "a", "1959", "true", "nan", "en", "-1", "[@x]", "~", "public"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["en", "title", "to", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(sorted(section_shape("events").fields)), VALUES, max_size=6)


def as_flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_flow(part) for part in value) + "]"
    return f'"{value}"'


@given(FIELDS)
@settings(max_examples=300, deadline=None)
def test_events_with_anything_in_their_fields_are_cleaned_until_they_convert(
    fields: dict[str, object],
) -> None:
    text = f"title: T\nevents:\n  - {as_flow({**fields, 'title': 'E'})}\n"
    reading = read_text(text, HERE)
    assert faults_of(reading, text) == []
    assert reading.document is not None
    assert len(reading.document.events) == 1


def test_what_cannot_convert_is_none() -> None:
    assert convert({"title": "E", "importance": "9"}, section_shape("events").record) is None
