# SPDX-License-Identifier: MIT
"""The grammar of source marks, read without the Markdown around them."""

from timeline_app.model.prose_marks import Citation, attributes_of, citations_of, marks_in


def test_citations_are_read_with_their_places() -> None:
    assert citations_of("@a; @b-2, pp. 3;4 ; #x.y,  line\n 2") == (
        Citation("a", is_excerpt=False),
        Citation("b-2", is_excerpt=False, locator="pp. 3;4"),
        Citation("x.y", is_excerpt=True, locator="line 2"),
    )


def test_what_is_no_citation_is_none_at_all() -> None:
    for text in ("", "a", "@", "@ a", "@a; b", "@a b", "#a.", "@a;@"):
        assert citations_of(text) == ()


def test_attributes_are_read_with_and_without_quotes() -> None:
    assert attributes_of('cite="#x; @y" words="to rid" since=2004') == {
        "cite": "#x; @y",
        "words": "to rid",
        "since": "2004",
    }


def test_marks_are_found_in_order_with_their_places() -> None:
    text = 'One. [@a, p. 3] Two [words]{words="w" cite="#x"} [more]{cite=@b} [@ no] [none]{cite="no"}'
    found = [(text[mark.start : mark.end], len(mark.citations)) for mark in marks_in(text)]
    assert found == [("@a, p. 3", 1), ("#x", 1), ("@b", 1)]
    assert list(marks_in("no marks here")) == []
