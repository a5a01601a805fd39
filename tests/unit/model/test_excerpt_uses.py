# SPDX-License-Identifier: MIT
"""What rests on an excerpt, and which picture, rights and consent come with it."""

from pathlib import Path

import pytest

from timeline_app.content.reader import read_exhibit
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

EXHIBIT = """\
title: T
sources:
  s: {title: S}
excerpts:
  e:
    text: Words that matter.
    source: s
    rights: {holder: The office, licence: CC0, until: 2030}
    consent: {scope: [kiosk, print], until: 2040}
    facsimile: {file: a.png, page: 3, region: [0.1, 0.2, 0.3, 0.4], credit: An archive, alt: A letter}
  covered:
    text: Hard words.
    content_note: {category: camps}
    facsimile: {file: a.png, alt: A letter}
  unused: {text: Nobody asks.}
events:
  - id: told
    title: Told
    date: 1958
    summary: One thing. [@s] Another thing. [#e]
    body: |
      Not this. [@s]

      [This rests on one word]{cite="#e" words="matter"}, and that on all. [#e]
    sources: [s]
    excerpts: [e]
  - {id: named, title: Named, date: 1959, excerpts: [e]}
  - {id: silent, title: Silent, date: 1960, known: public}
  - id: disputed
    title: Disputed
    date: 1961
    claims: {c: {about: x, accounts: [{says: y, excerpts: [e]}, {says: z}]}}
  - id: apart
    title: Apart
    date: 1962
claims:
  k: {about: x, events: [apart], accounts: [{says: y, excerpts: [e]}]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    made = tmp_path / "events.yaml"
    made.write_text(EXHIBIT, encoding="utf-8")
    return made


def showing_of(path: Path, lens: Lens | None = None) -> Showing:
    document = read_exhibit(path).document
    assert document is not None
    return Showing(document, lens or Lens())


def test_events_that_use_an_excerpt_are_told_in_file_order(path: Path):
    uses = showing_of(path).excerpt_uses("e")
    assert [use.head.id for use in uses] == ["told", "named", "disputed"]


def test_what_a_question_is_only_about_does_not_rest_on_the_words_of_an_account(path: Path):
    showing = showing_of(path)
    assert "apart" not in [use.head.id for use in showing.excerpt_uses("e")]
    assert showing.excerpt_questions("e") == ("k", "c")
    assert showing.excerpt_questions("unused") == ()


def test_a_question_is_not_told_of_words_that_were_not_in_print(path: Path):
    assert showing_of(path, Lens(known_at=known_at_date("1960"))).excerpt_questions("e") == ()


def test_passages_carry_their_mark_s_place_and_the_words_that_bear_them(path: Path):
    told = showing_of(path).excerpt_uses("e")[0]
    found = [(passage.text, passage.number, passage.words) for passage in told.passages]
    assert found == [
        ("Another thing.", 2, ""),
        ("This rests on one word,", 4, "matter"),
        ("and that on all.", 5, ""),
    ]


def test_an_excerpt_that_nobody_uses_or_that_is_not_there_has_no_uses(path: Path):
    showing = showing_of(path)
    assert showing.excerpt_uses("unused") == ()
    assert showing.excerpt_uses("none") == ()


def test_a_facsimile_is_told_with_its_folder_region_credit_and_description(path: Path):
    view = showing_of(path).excerpt("e")
    assert view is not None
    picture = view.facsimile
    assert picture is not None
    assert (picture.folder, picture.file, picture.page) == (path.parent, "a.png", 3)
    assert picture.region == (0.1, 0.2, 0.3, 0.4)
    assert (str(picture.credit), str(picture.alt)) == ("An archive", "A letter")
    assert picture.rights is None


def test_rights_and_consent_come_with_the_words(path: Path):
    view = showing_of(path).excerpt("e")
    assert view is not None
    assert view.rights is not None
    assert (str(view.rights.holder), view.rights.licence) == ("The office", "CC0")
    assert view.rights.until is not None
    assert view.consent is not None
    assert view.consent.scope == ("kiosk", "print")


def test_behind_a_content_note_there_is_no_picture_until_it_is_opened(path: Path):
    covered = showing_of(path).excerpt("covered")
    assert covered is not None
    assert covered.facsimile is None
    opened = showing_of(path, Lens(frozenset({"#covered"}))).excerpt("covered")
    assert opened is not None
    assert opened.facsimile is not None
