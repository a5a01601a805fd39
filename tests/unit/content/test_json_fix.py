# SPDX-License-Identifier: MIT
"""`--fix` in JSON: loose dates become EDTF, the words stay in a field, and not one other letter changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline_app.content.fix import fix_exhibit
from timeline_app.content.reader import read_exhibit

LOOSE = '{"title": "A", "date": "early 1958", "tags": ["x"]}'
FIXED = '{"title": "A", "date": "1958-37", "date_as_written": "early 1958", "tags": ["x"]}'


def test_lines_are_fixed_in_their_places(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.jsonl"
    plain = '{"title": "B", "date": "1955"}'
    path.write_bytes(f'{{"title": "T"}}\r\n\r\n{LOOSE}\r\n{plain}\r\n'.encode())
    result = fix_exhibit(path)
    assert result.refusal is None
    edtf = result.fixed[0].edtf
    assert (result.fixed[0].mark.line, result.fixed[0].mark.column) == (2, 23)
    expected = FIXED.replace("1958-37", edtf)
    assert path.read_bytes().decode() == f'{{"title": "T"}}\r\n\r\n{expected}\r\n{plain}\r\n'
    assert not read_exhibit(path).problems
    assert fix_exhibit(path).fixed == ()


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_one_mapping_keeps_its_lines(tmp_path: Path, bom: str) -> None:
    path = tmp_path / "exhibit.json"
    exhibit = {"title": "T", "events": [{"title": "A", "date": "early 1958", "tags": ["x"]}]}
    text = json.dumps(exhibit, indent=2)
    path.write_text(bom + text, encoding="utf-8")
    result = fix_exhibit(path)
    (fixed,) = result.fixed
    expected = text.replace('"early 1958"', f'"{fixed.edtf}",\n      "date_as_written": "early 1958"')
    assert path.read_text("utf-8") == bom + expected


def test_narrow_json_stays_narrow(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.jsonl"
    path.write_text('{"title":"T"}\n{"title":"A","date":"early 1958"}', encoding="utf-8")
    (fixed,) = fix_exhibit(path).fixed
    assert path.read_text("utf-8").split("\n")[1] == (
        f'{{"title":"A","date":"{fixed.edtf}","date_as_written":"early 1958"}}'
    )


def test_a_date_whose_words_have_no_field_is_left(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.jsonl"
    text = '{"title": "T", "eras": [{"title": "E", "date": "early 1958"}]}\n' + LOOSE
    path.write_text(text, encoding="utf-8")
    result = fix_exhibit(path)
    assert [left.date.words for left in result.left] == ["early 1958"]
    assert [left.reason.key for left in result.left] == ["fix.left.no-room"]
    assert len(result.fixed) == 1
    assert path.read_text("utf-8").split("\n")[0] == text.split("\n")[0]


def test_dates_in_a_named_file_are_fixed_there(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: T\nevents: more.jsonl\n", encoding="utf-8")
    (tmp_path / "more.jsonl").write_text(LOOSE, encoding="utf-8")
    result = fix_exhibit(path)
    assert result.refusal is None
    assert '"date_as_written": "early 1958"' in (tmp_path / "more.jsonl").read_text("utf-8")


def test_more_dates_than_problems_are_listed_are_all_fixed(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.jsonl"
    path.write_text("\n".join(['{"title": "T"}', *[LOOSE] * 1_200]), encoding="utf-8")
    result = fix_exhibit(path)
    assert result.refusal is None
    assert len(result.fixed) == 1_200
    assert not read_exhibit(path).problems
