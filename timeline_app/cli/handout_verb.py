# SPDX-License-Identifier: MIT
"""`timeline-app handout`: reads the exhibit and plans the handout; drawing it is for the interface."""

from __future__ import annotations

from typing import TextIO

from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit, config_folder
from timeline_app.cli.check import problem_lines
from timeline_app.cli.options import HandoutRequest
from timeline_app.content.own_tours import FOLDER_NAME, with_own_tours
from timeline_app.content.problems import Severity
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.state.handout import CopyFor, Handout, HandoutKind, HandoutWish, Paper
from timeline_app.state.handout_plan import plan_handout


def asked_handout(request: HandoutRequest, translator: Translator, errors: TextIO) -> Handout | None:
    """Return the handout that is asked for; None, with a word why, where there is none."""
    path = request.path or built_in_exhibit()
    reading = with_own_tours(read_exhibit(path), path, config_folder() / FOLDER_NAME)
    if reading.document is None:
        for problem in reading.problems:
            if problem.severity is Severity.ERROR:
                print("\n".join(problem_lines(problem, translator)), file=errors)
        return None
    wish = HandoutWish(
        HandoutKind(request.kind),
        CopyFor(request.copy_for),
        request.per_page,
        Paper(request.paper),
        request.opens_notes,
    )
    tours = tuple(reading.document.tours)
    tour = request.tour or (tours[0] if len(tours) == 1 else "")
    handout = plan_handout(tour, wish, reading.document, translator)
    if handout is None:
        print(_complaint(request.tour, path.name, reading.document, translator), file=errors)
    return handout


def _complaint(tour: str, file: str, document: Document, translator: Translator) -> str:
    tours = ", ".join(document.tours)
    if not tours:
        return translator.say("cli.error.handout-none", file=file)
    if not tour:
        return translator.say("cli.error.handout-which", file=file, tours=tours)
    return translator.say("cli.error.handout-tour", tour=tour, file=file, tours=tours)
