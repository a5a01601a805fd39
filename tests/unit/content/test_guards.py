# SPDX-License-Identifier: MIT
"""What is refused before parsing, and what is only put right."""

import pytest

from timeline_app.content.guards import FILE_LIMIT_BYTES, check_text, decode

TEXT = "title: Ships\nsubtitle: 新潟から – é\n"


def codes(data: bytes) -> list[tuple[str, int, int]]:
    decoded = decode(data, "f.yaml")
    assert decoded.text is None
    return [(problem.code, problem.line, problem.column) for problem in decoded.problems]


def test_utf8_with_and_without_a_byte_order_mark_is_read() -> None:
    assert decode(TEXT.encode(), "f.yaml") == (TEXT, ())
    assert decode(TEXT.encode("utf-8-sig"), "f.yaml") == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_named(encoding: str) -> None:
    for text in ("title: Ships and more words\n", "title: 新潟から北朝鮮へ向かった人々の船\n"):
        (problem,) = decode(text.encode(encoding), "f.yaml").problems
        assert problem.code == "wrong-encoding"
        assert dict(problem.message.params) == {"encoding": "UTF-32" if encoding == "utf-32" else "UTF-16"}


def test_an_old_encoding_is_told_at_its_first_character() -> None:
    data = "title: Ships\nsubtitle: caf\xe9\n".encode("latin-1")
    assert codes(data) == [("wrong-encoding", 2, 14)]


def test_a_file_beyond_the_limit_is_not_even_decoded() -> None:
    assert codes(b"\xff" * (FILE_LIMIT_BYTES + 1)) == [("too-large", 1, 1)]


def test_line_breaks_of_other_systems_become_line_feeds() -> None:
    assert check_text("a: 1\r\nb: 2\rc: 3\n", "f").text == "a: 1\nb: 2\nc: 3\n"


def test_breaks_that_no_editor_counts_become_spaces() -> None:
    assert check_text("a: one\u2028two\u2029three\x85four\n", "f").text == "a: one two three four\n"


def test_each_line_with_control_characters_is_one_problem_and_the_rest_is_kept() -> None:
    decoded = check_text("a: x\x07y\x08\nb: good\nc: \x1b[0m\n", "f")
    assert [(p.code, p.line, p.column) for p in decoded.problems] == [
        ("control-character", 1, 5),
        ("control-character", 3, 4),
    ]
    assert decoded.text == "a: x y \nb: good\nc:  [0m\n"


def test_many_lines_with_control_characters_are_no_text() -> None:
    decoded = check_text("\x01\n" * 21, "f")
    assert decoded.text is None
    assert [p.code for p in decoded.problems] == ["not-text"]
    assert len(check_text("a\x01\n" * 20, "f").problems) == 20


def test_wide_characters_are_no_control_characters() -> None:
    assert check_text("a: 🚢 \U0010fffd\n", "f").problems == ()
