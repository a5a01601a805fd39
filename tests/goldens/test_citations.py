# SPDX-License-Identifier: MIT
"""Every source of the built-in exhibit in all styles, as somebody last read it against the styles' rules."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.base.text_value import Reader
from timeline_app.content.reader import read_exhibit
from timeline_app.model.citation_fields import Work
from timeline_app.model.citation_styles import CitationStyle, Standing, Use, cite_in_style, standings

NOTES, YEARS, MLA, APA = CitationStyle
LONG = (
    ("note  ", NOTES, Use.FULL),
    ("entry ", NOTES, Use.ENTRY),
    ("years ", YEARS, Use.ENTRY),
    ("MLA   ", MLA, Use.ENTRY),
    ("APA   ", APA, Use.ENTRY),
)


@pytest.fixture(scope="module")
def works(project_root: Path) -> list[tuple[str, Work, Standing]]:
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    found = {
        name: Work(record, Reader(), document.date_settings) for name, record in document.sources.items()
    }
    stand = standings(found.items())
    return [
        (name, replace(work, letter=stand[name].letter), stand[name]) for name, work in sorted(found.items())
    ]


def test_all_sources_in_all_styles(
    works: list[tuple[str, Work, Standing]], golden: Callable[[str, str], None]
) -> None:
    blocks: list[str] = []
    for name, work, standing in works:
        lines = [f"{name} ({work.record.type})"]
        lines += [f"  {head}{cite_in_style(work, style, use).markdown}" for head, style, use in LONG]
        short = (
            cite_in_style(work, style, Use.SHORT, tells_title=standing.is_author_shared).markdown
            for style in CitationStyle
        )
        blocks.append("\n".join((*lines, f"  short {' | '.join(short)}")))
    golden("citations.txt", "\n\n".join(blocks) + "\n")


def test_no_citation_holds_an_address_that_is_withheld(works: list[tuple[str, Work, Standing]]) -> None:
    withheld = [work for _, work, _ in works if work.record.url_policy == "withhold"]
    assert len(withheld) > 5
    for work in withheld:
        for style in CitationStyle:
            for use in Use:
                cited = cite_in_style(work, style, use)
                assert "://" not in cited.html + cited.markdown + cited.text
