# SPDX-License-Identifier: MIT
"""A showing goes when nobody holds it: no circle of references keeps an exhibit that has gone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from tests.sample_documents import harbour
from timeline_app.model.document import Document
from timeline_app.model.filtering import Filtering
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.model.source_list import SourceList


@pytest.fixture(autouse=True)
def _without_collector() -> Iterator[None]:
    """Let circles stay: what is set aside after a reading is not looked at again either."""
    gc.disable()
    yield
    gc.enable()


def tell_all(showing: Showing, document: Document) -> None:
    """Ask for everything of which a showing keeps something."""
    for name in dir(Showing):
        if not name.startswith("_"):
            getattr(showing, name)
    for ordinal in range(len(document.events)):
        if showing.ordinal(showing.event_id(ordinal)) is not None:
            for ask in (showing.event, showing.evidence_of, showing.loss_of, showing.knowledge):
                ask(ordinal)
    for source_id in document.sources:
        showing.source_uses(source_id)
        showing.weight_of(source_id)
        showing.bibliography.entry(source_id)
    for excerpt_id in document.excerpts:
        showing.excerpt_uses(excerpt_id)
    for claim_id in document.claims:
        showing.claim(claim_id)
    SourceList(showing).groups("a")
    for name in dir(Filtering):
        if not name.startswith("_"):
            getattr(showing.filtering, name)
    showing.filtering.gather()
    showing.exhibit()


@pytest.mark.parametrize(
    "lens",
    [
        IDENTITY,
        Lens(known_at=known_at_date("1960")),
        Lens(sources_off=frozenset({"ledger"}), takes_derived=True),
        Lens(filters=Filters(lines=frozenset({"1"}))),
    ],
)
def test_it_goes_with_its_last_user_whatever_was_asked_of_it(lens: Lens) -> None:
    document = harbour()
    showing = Showing(document, lens)
    tell_all(showing, document)
    kept = weakref.ref(showing), weakref.ref(document)
    del showing, document
    assert [thing() for thing in kept] == [None, None]
