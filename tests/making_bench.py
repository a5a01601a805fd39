# SPDX-License-Identifier: MIT
"""A store in which tours are made, over an exhibit in a folder."""

from __future__ import annotations

from pathlib import Path

from timeline_app.chrono.edtf import parse
from timeline_app.content.own_tours import with_own_tours
from timeline_app.content.reader import read_exhibit
from timeline_app.model.records import Stop
from timeline_app.scene.view import View
from timeline_app.state.store import Store
from timeline_app.state.tour_making import MakingState
from timeline_app.state.tour_making_handlers import Outside, TourMakingHandlers

EXHIBIT = """\
title: X
languages: [en, ja]
lanes: {a: {title: A}}
places: {pier: {title: Pier}}
sources: {book: {title: A book}}
excerpts: {letter: {text: We sail tomorrow., source: book}}
claims: {who: {about: Who sailed?, events: [third], accounts: [{says: All}]}}
events:
  - {id: first, title: First, date: 1950, lane: a, excerpts: [letter], sources: [book], known: public}
  - {id: second, title: Second, date: 1960, lane: a, links: [{to: third, kind: led-to}]}
  - {id: third, title: Third, date: 1970, lane: a, place: pier, sources: [book], figure: {title: Ships, data: [["1970", 3]], source: book}}
tours:
  theirs:
    title: {en: Theirs, ja: 彼らの}
    stops:
      - event: first
        notes: "Early. [Late.]{since=1990}"
      - event: second
"""
OWN = """\
tours:
  mine:
    title: Mine  # for class 9
    stops:
      # the beginning
      - event: first
      # the end
      - event: second
"""


class Bench:
    """A store with an exhibit in a folder, and what the program around was asked for."""

    def __init__(self, folder: Path, own: str = "") -> None:
        self.exhibit, self.file = folder / "x.yaml", folder / "x.tours.yaml"
        self.exhibit.write_text(EXHIBIT, encoding="utf-8")
        if own:
            self.file.write_text(own, encoding="utf-8")
        self.folder = folder
        self.store = Store()
        self.saved: list[Path] = []
        self.walked: list[tuple[str, int]] = []
        self.visited: list[Stop] = []
        self.read()
        outside = Outside(
            folder / "tours",
            lambda title: f"{title} 2" if title else "New",
            self.saved.append,
            lambda tour, number: self.walked.append((tour, number)),
            self.visited.append,
        )
        self.making = TourMakingHandlers(self.store, outside)

    def read(self) -> None:
        reading = with_own_tours(read_exhibit(self.exhibit), self.exhibit)
        assert reading.document is not None
        date = parse("1945/1974")
        assert date.earliest_s is not None
        assert date.latest_s is not None
        view = View.between(date.earliest_s, date.latest_s)
        self.store.swap_document(reading.document, reading.problems, view)

    @property
    def here(self) -> MakingState:
        assert self.store.state.making is not None
        return self.store.state.making

    @property
    def stops(self) -> list[str | None]:
        return [stop.event for stop in self.here.tour.stops]

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def told(self) -> str:
        assert self.store.state.notice is not None
        return self.store.state.notice.message.key
