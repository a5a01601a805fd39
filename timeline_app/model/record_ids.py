# SPDX-License-Identifier: MIT
"""The kinds of ids in an exhibit file: each says which collection it must be found in."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

EventId = Annotated[str, Meta(extra={"refers": "events"}, description="the id of an event")]
EventOrDate = Annotated[
    str, Meta(extra={"refers": "events-or-date"}, description="the id of an event, or a date")
]
LaneId = Annotated[str, Meta(extra={"refers": "lanes"}, description="the id of a lane")]
PlaceId = Annotated[str, Meta(extra={"refers": "places"}, description="the id of a place")]
PersonId = Annotated[
    str, Meta(extra={"refers": "people"}, description="the id of a person, organisation or term")
]
SourceId = Annotated[str, Meta(extra={"refers": "sources"}, description="the id of a source")]
ExcerptId = Annotated[str, Meta(extra={"refers": "excerpts"}, description="the id of an excerpt")]
ShownId = Annotated[
    str,
    Meta(
        extra={"refers": "shown"},
        description="an excerpt, a claim, a source or an event; or chain, map or figure, of another event as map:its-id",
    ),
]
StepId = Annotated[str, Meta(extra={"refers": "steps"}, description="what the stop shows, as show names it")]
StopId = Annotated[str, Meta(extra={"refers": "stops"}, description="a stop of the same tour")]
