# SPDX-License-Identifier: MIT
"""`timeline-app search`: prints what an exhibit has for some words, each with a line around them."""

from __future__ import annotations

import json
from itertools import islice
from typing import Final, TextIO

from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit
from timeline_app.chrono.phrases import date_message
from timeline_app.chrono.span_queries import Answer
from timeline_app.cli.check import problem_lines
from timeline_app.cli.options import SearchRequest
from timeline_app.content.problems import Severity
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.search.entries import entries_of
from timeline_app.search.finder import Finder, Hit
from timeline_app.search.index import SearchIndex
from timeline_app.search.query import parse_query

NOTHING_STATUS: Final = 1


def run_search(request: SearchRequest, translator: Translator, out: TextIO, *, as_json: bool = False) -> int:
    """Print what is found, the best first; return 1 if that is nothing or the exhibit cannot be read."""
    reading = read_exhibit(request.path or built_in_exhibit())
    if reading.document is None:
        for problem in reading.problems:
            if problem.severity is Severity.ERROR:
                print("\n".join(problem_lines(problem, translator)), file=out)
        return NOTHING_STATUS
    showing = _showing(reading.document, request)
    hits = _found(reading.document, request, showing)
    for hit in hits:
        if as_json:
            print(json.dumps(_fields(hit), ensure_ascii=False), file=out)
        else:
            print("\n".join(_lines(hit, showing, translator)), file=out)
    if not hits and not as_json:
        print(translator.say("cli.search.nothing", text=request.text), file=out)
    return 0 if hits else NOTHING_STATUS


def _showing(document: Document, request: SearchRequest) -> Showing:
    cursor = None
    if request.as_known_at and not document.publicity.known.is_empty:
        cursor = known_at_date(request.as_known_at, document.date_settings)
    return Showing(document, Lens(known_at=cursor))


def _found(document: Document, request: SearchRequest, showing: Showing) -> list[Hit]:
    index = SearchIndex()
    index.add(entries_of(document))
    finder = Finder(document, index)
    hits = list(islice(finder.find(parse_query(request.text), showing), request.limit))
    index.close()
    return hits


def _fields(hit: Hit) -> dict[str, object]:
    """Return a hit as one JSON object; `lit` are the stretches of what was found in `text`."""
    snippet = hit.snippet
    return {
        "kind": str(hit.kind),
        "id": hit.id,
        "title": hit.title.text,
        "text": snippet.text if snippet else None,
        "lit": [list(stretch) for stretch in snippet.lit] if snippet else [],
        "certain": hit.answer is Answer.YES,
        "covered": hit.is_covered,
    }


def _lines(hit: Hit, showing: Showing, translator: Translator) -> list[str]:
    head = f"{translator.say(f'search.kind.{hit.kind}')}: {hit.title.text}"
    date = showing.head(hit.ordinal).date if hit.ordinal >= 0 else None
    if date is not None:
        head += f", {translator.text(date_message(date))}"
    if hit.answer is Answer.POSSIBLE:
        head += f" ({translator.say('search.possibly')})"
    if hit.is_covered:
        return [f"{head} [{hit.id}]", f"    {translator.say('search.covered')}"]
    return [f"{head} [{hit.id}]", *([f"    {hit.snippet.text}"] if hit.snippet else [])]
