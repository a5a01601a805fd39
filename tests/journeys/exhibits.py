# SPDX-License-Identifier: MIT
"""Small exhibits that more than one journey leads through; a journey adds the lines that it alone needs."""

from __future__ import annotations

from typing import Final

TOWN: Final = """\
format: 1
title: The ferry
languages: [en]
opening: {view: 1950/1960}
lanes:
  town: {title: The town, colour: plum}
"""
"""One lane, so far without events: what follows is another lane, or anything else of an exhibit."""

HARBOUR: Final = (
    TOWN
    + """\
  office: {title: The harbour office, colour: indigo}
"""
)
"""Two lanes, so far without events."""

FERRY: Final = (
    HARBOUR
    + """\
events:
  - {id: a, title: The first ferry crosses the bay, date: 1952-06, lane: town, importance: 5, tags: [ferry]}
  - {id: b, title: The town buys a second ferry at last, date: 1954-06, lane: town, importance: 5, tags: [ferry]}
  - {id: c, title: The office asks for a new pier in the bay, date: 1953-06, lane: office, importance: 5, tags: [pier]}
  - {id: d, title: The office pays for the ferry of the town, date: 1955-06, lane: office, importance: 5, tags: [ferry]}
"""
)
"""Two lanes with four events; what follows are more of them."""

VOYAGES: Final = """\
format: 1
title: Two voyages
languages: [en]
lanes:
  sea: {title: At sea, colour: indigo}
events:
  - {id: a, title: First sails, date: 1900-05-01, lane: sea, importance: 5}
  - {id: b, title: A storm, date: 1901-02-03, lane: sea}
  - {id: e, title: Second sails, date: 1960-05-01, lane: sea, importance: 5}
  - {id: f, title: Land again, date: 1961-08-09, lane: sea}
"""
"""Two busy times with half a century between them; what follows are more events."""
