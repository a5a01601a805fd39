# SPDX-License-Identifier: MIT
"""Stretches without evidence, as they are shown."""

from tests.sample_documents import small_document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

SILENCES = [
    {"date": "1957-03/1959-03", "lanes": ["crew"], "why": "closed", "note": "Opened in 2004."},
    {"date": "1960", "why": "lost"},
]


def exhibit():
    return small_document(
        {"id": "sails", "date": "1955-03-02", "known": "public"}, lanes=("town", "crew"), silences=SILENCES
    )


def test_a_silence_tells_its_lanes_and_why():
    closed, lost = Showing(exhibit()).silences
    assert (closed.why, closed.lanes) == ("closed", (1,))
    assert closed.note is not None
    assert closed.note.text == "Opened in 2004."
    assert closed.date.edtf == "1957-03/1959-03"
    assert (lost.why, lost.lanes, lost.note) == ("lost", (0, 1), None)


def test_what_could_be_read_is_not_told_of_a_moment_in_the_past():
    assert Showing(exhibit(), Lens(known_at=known_at_date("1960"))).silences == ()
