# SPDX-License-Identifier: MIT
"""`timeline-app bibliography`: prints the sources of an exhibit for readers or for reference managers."""

from __future__ import annotations

from typing import TextIO

from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit
from timeline_app.cli.check import problem_lines
from timeline_app.cli.options import BibliographyRequest
from timeline_app.content.problems import Severity
from timeline_app.content.reader import read_exhibit
from timeline_app.model.bibliography_files import BibliographyFormat, bibliography_text
from timeline_app.model.bibliography_pages import PageWords
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.showing import Showing


def run_bibliography(request: BibliographyRequest, translator: Translator, out: TextIO) -> int:
    """Print the bibliography; return 1, with a word why, if the exhibit cannot be read."""
    reading = read_exhibit(request.path or built_in_exhibit())
    if reading.document is None:
        for problem in reading.problems:
            if problem.severity is Severity.ERROR:
                print("\n".join(problem_lines(problem, translator)), file=out)
        return 1
    showing = Showing(reading.document)
    words = PageWords(translator.say("sources.of-exhibit", title=showing.title.text), showing.title.language)
    text = bibliography_text(
        showing.bibliography.entries(),
        BibliographyFormat(request.form),
        CitationStyle(request.style),
        words,
    )
    print(text, end="", file=out)
    return 0
