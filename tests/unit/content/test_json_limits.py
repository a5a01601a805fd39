# SPDX-License-Identifier: MIT
"""Files of lines as they come: any system's line ends, other encodings, what is too long or too many, what changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.content import files, json_files, line_file
from timeline_app.content.reader import read_exhibit
from timeline_app.content.reading import Reading

HEADER = '{"title": "T", "lanes": {"crew": {"title": "Crew"}}}'
GOOD = '{"title": "Good", "id": "good", "date": "1955", "lane": "crew"}'


def read_bytes(tmp_path: Path, data: bytes, name: str = "exhibit.jsonl") -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read_exhibit(path)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("block_bytes", [7, 64, 1 << 19])
def test_line_breaks_and_marks_of_any_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: bytes, bom: bytes, block_bytes: int
) -> None:
    monkeypatch.setattr(line_file, "BLOCK_BYTES", block_bytes)
    data = bom + ending.join(part.encode() for part in (HEADER, "", GOOD, '{"title": "B", "lane": "crow"}'))
    reading = read_bytes(tmp_path, data)
    assert [(problem.line, problem.column, problem.code) for problem in reading.problems] == [
        (4, 24, "unknown-lane")
    ]
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "b"]


@pytest.mark.parametrize("name", ["exhibit.jsonl", "exhibit.json"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_told(tmp_path: Path, name: str, encoding: str) -> None:
    reading = read_bytes(tmp_path, f"{HEADER}\n{GOOD}\n".encode(encoding), name)
    assert reading.document is None
    (problem,) = reading.problems
    assert problem.code == "wrong-encoding"
    assert problem.hint is not None


def test_one_line_in_an_old_encoding_loses_only_itself(tmp_path: Path) -> None:
    data = f"{HEADER}\n{GOOD}\n".encode() + '{"title": "Caf\xe9"}\n'.encode("latin-1") + b'{"title": "C"}\n'
    reading = read_bytes(tmp_path, data)
    assert [(problem.line, problem.column, problem.code) for problem in reading.problems] == [
        (3, 15, "wrong-encoding")
    ]
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "c"]


def test_zeros_in_a_line_are_told_and_read_as_blanks(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, f'{HEADER}\n{GOOD}\n{{"title": "A'.encode() + b'\x00B"}\n')
    assert [(problem.line, problem.code) for problem in reading.problems] == [(3, "control-character")]
    assert reading.document is not None
    assert reading.document.events.records[1].title.first == "A B"


def test_a_line_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_file, "LINE_LIMIT_BYTES", 1_000)
    monkeypatch.setattr(line_file, "BLOCK_BYTES", 256)
    long = '{"title": "' + "a" * 5_000 + '"}'
    reading = read_bytes(tmp_path, f'{HEADER}\n{GOOD}\n{long}\n{{"title": "B"}}\n{long}'.encode())
    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (3, "too-long-line"),
        (5, "too-long-line"),
    ]
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "b"]


def test_a_line_that_just_fits_into_its_block_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_file, "LINE_LIMIT_BYTES", 100)
    long = '{"title": "' + "a" * 150 + '"}'
    reading = read_bytes(tmp_path, f"{HEADER}\n{long}\n{GOOD}\n".encode())
    assert [(problem.line, problem.code) for problem in reading.problems] == [(2, "too-long-line")]


def test_files_that_are_too_large_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr(files, "LINES_LIMIT_BYTES", 100)
    reading = read_bytes(tmp_path, f"{HEADER}\n{GOOD}\n".encode())
    assert reading.document is None
    assert [problem.code for problem in reading.problems] == ["too-large"]


def test_more_events_than_anybody_has_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_files, "EVENT_LIMIT", 1)
    monkeypatch.setattr(line_file, "_MOST_LINES", 2)
    reading = read_bytes(tmp_path, f'{HEADER}\n{GOOD}\n{{"title": "B"}}\n'.encode())
    assert [problem.code for problem in reading.problems] == ["too-many-events"]


def test_a_text_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    long = json.dumps({"title": "A", "summary": "x" * 1_000_001})
    reading = read_bytes(tmp_path, f"{HEADER}\n{long}\n".encode())
    assert [(problem.line, problem.column, problem.code) for problem in reading.problems] == [
        (2, 27, "too-long")
    ]
    assert reading.document is not None
    assert reading.document.events.records[0].summary is None


def test_a_file_that_cannot_be_opened_or_read_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in read_exhibit(tmp_path / "no.jsonl").problems] == ["unreadable-file"]
    (tmp_path / "folder.json").mkdir()
    assert [problem.code for problem in read_exhibit(tmp_path / "folder.json").problems] == [
        "unreadable-file"
    ]


def test_a_file_that_fails_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = line_file.LargeFile.blocks

    def fail(self: line_file.LargeFile) -> Iterator[tuple[int, int]]:
        for number, block in enumerate(blocks(self)):
            if number:
                raise OSError(5, "Input/output error")
            yield block

    monkeypatch.setattr(line_file, "BLOCK_BYTES", 80)
    monkeypatch.setattr(line_file.LargeFile, "blocks", fail)
    reading = read_bytes(tmp_path, f"{HEADER}\n{GOOD}\n{GOOD}\n".encode())
    assert "unreadable-file" in {problem.code for problem in reading.problems}


def test_a_file_that_grows_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    blocks = line_file.LargeFile.blocks
    written: list[int] = []

    def grow(self: line_file.LargeFile) -> Iterator[tuple[int, int]]:
        yield from blocks(self)
        if not written:
            written.append(1)
            with path.open("a", encoding="utf-8") as stream:
                stream.write('{"title": "B"}\n')

    monkeypatch.setattr(line_file.LargeFile, "blocks", grow)
    reading = read_exhibit(path)
    assert reading.document is not None
    assert list(reading.document.events.ids) == ["good", "b"]
    assert reading.basis is not None


def test_a_file_that_never_comes_to_rest_is_shown_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    monkeypatch.setattr(line_file.LargeFile, "has_changed", True)
    reading = read_exhibit(path)
    assert reading.document is not None
    assert reading.basis is None
