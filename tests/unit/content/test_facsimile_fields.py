# SPDX-License-Identifier: MIT
"""The fields of a facsimile: a page counts from 1, a region has no side below 0, and what is wrong is left out alone."""

from pathlib import Path

from timeline_app.content.reader import read_exhibit

EXHIBIT = """\
title: T
excerpts:
  good: {text: x, facsimile: {file: a.png, page: 2, region: [0.1, 0.2, 0.3, 0.4], alt: A letter}}
  wrong: {text: x, facsimile: {file: a.png, page: 0, region: [0, -1, 2, 3], alt: A letter}}
  short: {text: x, facsimile: {file: a.png, region: [0, 1, 2], alt: A letter}}
events:
  - {title: E, date: 1958}
"""


def test_a_wrong_page_or_region_is_told_and_the_rest_of_the_facsimile_stays(tmp_path: Path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    path = tmp_path / "events.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    reading = read_exhibit(path)
    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (4, "out-of-range"),
        (4, "out-of-range"),
        (5, "wrong-length"),
    ]
    assert reading.document is not None
    found = {name: excerpt.facsimile for name, excerpt in reading.document.excerpts.items()}
    good, wrong, short = found["good"], found["wrong"], found["short"]
    assert good is not None
    assert (good.page, good.region) == (2, (0.1, 0.2, 0.3, 0.4))
    assert wrong is not None
    assert (wrong.page, wrong.region, wrong.file) == (1, None, "a.png")
    assert short is not None
    assert short.region is None
