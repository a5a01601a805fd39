# SPDX-License-Identifier: MIT
"""Bibliographies as files: the formats, by name and by ending."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from timeline_app.model.bibliography import Entry
from timeline_app.model.bibliography_bibtex import as_bibtex
from timeline_app.model.bibliography_pages import PageWords, as_html, as_markdown
from timeline_app.model.bibliography_ris import as_ris
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.csl_json import as_csl


class BibliographyFormat(StrEnum):
    """The formats, by the names that the command line uses."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    HTML = "html"
    MARKDOWN = "markdown"


ENDINGS: Final[dict[BibliographyFormat, str]] = {
    BibliographyFormat.CSL_JSON: ".json",
    BibliographyFormat.BIBTEX: ".bib",
    BibliographyFormat.RIS: ".ris",
    BibliographyFormat.HTML: ".html",
    BibliographyFormat.MARKDOWN: ".md",
}


def format_of_ending(ending: str) -> BibliographyFormat | None:
    """Return the format of a file by its ending, None where it is none of ours."""
    return next((each for each, told in ENDINGS.items() if told == ending.lower()), None)


def bibliography_text(
    entries: Sequence[Entry], form: BibliographyFormat, style: CitationStyle, words: PageWords
) -> str:
    """Return the text of a file."""
    match form:
        case BibliographyFormat.CSL_JSON:
            return json.dumps(as_csl(entries), ensure_ascii=False, indent=1) + "\n"
        case BibliographyFormat.BIBTEX:
            return as_bibtex(entries)
        case BibliographyFormat.RIS:
            return as_ris(entries)
        case BibliographyFormat.HTML:
            return as_html(entries, style, words)
        case BibliographyFormat.MARKDOWN:
            return as_markdown(entries, style, words)
