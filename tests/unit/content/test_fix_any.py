# SPDX-License-Identifier: MIT
"""`--fix` on exhibits that nobody has written by hand: drawn ones, and broken ones."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.fuzz_reader import broken
from timeline_app.content.date_fixes import COMMENT
from timeline_app.content.fix import fix_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.content.reading import Reading

BEFORE = (Path(__file__).parent / "loose_before.yaml").read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "exhibit.yaml"


def parts(reading: Reading) -> tuple[object, ...]:
    assert reading.basis is not None
    return msgspec.structs.astuple(reading.basis.parts)


WORDS = [
    "early 1958",
    "c. 1960",
    "1955 or 1958",
    "between 1955 and 1958",
    "44 BC",
    "昭和34年12月14日",
    "14 December 1959",
]
STRICT = ["1959-12-14", "1955~", "1955/1958"]
QUOTES = [("", ""), ("'", "'"), ('"', '"')]
REMARKS = ["", "  # remark", "\t# 注", "   "]
TITLES = ["E", "出来事", '"a: b"', "'it''s'"]

dates = st.tuples(st.sampled_from(WORDS * 2 + STRICT), st.sampled_from(QUOTES)).map(
    lambda drawn: drawn[1][0] + drawn[0] + drawn[1][1]
)
block_events = st.builds(
    lambda title, date, remark, known, is_date_first: (
        "  - "
        + "\n    ".join(
            [f"date: {date}{remark}", f"title: {title}"]
            if is_date_first
            else [f"title: {title}", f"date: {date}{remark}"]
        )
        + (f"\n    known: [{{since: {known}}}]{remark}" if known else "")
        + "\n"
    ),
    st.sampled_from(TITLES),
    dates,
    st.sampled_from(REMARKS),
    st.none() | dates,
    st.booleans(),
)
flow_events = st.builds(
    "  - {{{}date: {}{}, title: {}}}{}\n".format,
    st.sampled_from(["", "importance: 2, ", "\n    "]),
    dates,
    st.sampled_from(["", " ", "\n      "]),
    st.sampled_from(TITLES),
    st.sampled_from(REMARKS),
)
texts = st.builds(
    lambda events, remark, line_break, bom: (
        bom + f"{remark}title: T\nevents:\n{''.join(events)}".replace("\n", line_break)
    ),
    st.lists(block_events | flow_events, min_size=1, max_size=5),
    st.sampled_from(["", "# 序\n\n"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
)

_ADDED = re.compile(
    rf"(?:\r?\n +|, )date_as_written: (?:'[^']*'|\"[^\"]*\"|[^,}}\r\n]*[^,}}\s])"
    rf"|(?:\r?\n +|, )calendar: [a-z-]+| *{re.escape(COMMENT)}[^\r\n]*"
)
_DATE = re.compile(r"(?P<field>(?:date|since): )(?:'[^']*'|\"[^\"]*\"|[^,}\r\n#]*[^,}\s#])")


def without_dates(text: str) -> str:
    """Return a text with all that fixing may add or change taken out, and blanks at the ends of lines."""
    return re.sub(r"[ \t]+(?=\r?\n)", "", _DATE.sub(r"\g<field>D", _ADDED.sub("", text)))


@given(texts)
@settings(max_examples=80, deadline=None)
def test_any_exhibit_reads_the_same_and_keeps_its_other_bytes(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "exhibit.yaml"
    path.write_bytes(text.encode())
    before = read_exhibit(path)
    assert {problem.code for problem in before.problems} <= {"loose-date"}
    result = fix_exhibit(path)
    assert result.is_done, result
    assert len(result.fixed) == len(before.problems)
    written = path.read_bytes().decode()
    after = read_exhibit(path)
    assert after.problems == ()
    assert parts(after) == parts(before)
    assert without_dates(written) == without_dates(text)
    for words in WORDS:
        assert written.count(words) == text.count(words)
    assert fix_exhibit(path).fixed == ()
    assert path.read_bytes().decode() == written


@pytest.mark.parametrize("seed", range(60))
def test_a_faulty_exhibit_is_fixed_safely_or_not_at_all(path: Path, seed: int) -> None:
    text = broken(BEFORE, seed)
    path.write_bytes(text.encode())
    result = fix_exhibit(path)
    if result.refusal is not None:
        assert result.refusal.key in {"fix.refused.syntax", "fix.refused.unreadable"}
        assert path.read_bytes() == text.encode()
    else:
        assert fix_exhibit(path).fixed == ()
