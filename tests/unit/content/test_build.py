# SPDX-License-Identifier: MIT
"""The document that comes of a good file: lanes in order, events as columns, links told once."""

from collections.abc import Callable

from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.content.reader import Reading
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing

Read = Callable[[str], Reading]


def document(read: Read, text: str) -> Document:
    reading = read(text)
    assert reading.problems == () or {problem.severity for problem in reading.problems} == {"hint"}
    assert reading.document is not None
    return reading.document


def test_lanes_stand_under_their_parents_in_file_order(read: Read) -> None:
    text = """\
title: T
lanes:
  child: {title: Child, parent: top}
  other: {title: Other}
  top: {title: Top}
  grandchild: {title: Grandchild, parent: child}
  second: {title: Second, parent: top}
"""
    lanes = document(read, text).lanes
    assert [(lane.id, lane.depth, lane.parent) for lane in lanes] == [
        ("other", 0, None),
        ("top", 0, None),
        ("child", 1, 1),
        ("grandchild", 2, 2),
        ("second", 1, 1),
    ]


def test_events_become_columns(read: Read) -> None:
    text = """\
title: T
lanes: {a: {title: A}, b: {title: B}}
events:
  - {title: One, date: 1959-08-13, lane: [b, a], importance: 5}
  - {title: Two, lane: a}
  - {title: Three, date: 1955~/1958?}
"""
    found = document(read, text)
    events = found.events
    assert len(events) == 3
    assert [events.lanes_of(n) for n in range(3)] == [(1, 0), (0,), (2,)]
    assert found.lanes[2].id == ""
    assert events.importance.tolist() == [5, 3, 3]
    assert events.dates.is_dated.tolist() == [True, False, True]
    assert events.dates.earliest_s.tolist()[0] == -327_801_600
    assert events.ordinal_of == {"one": 0, "two": 1, "three": 2}


def test_dates_stand_where_the_exhibits_zone_and_hemisphere_put_them(read: Read) -> None:
    text = """\
title: T
timezone: Asia/Tokyo
hemisphere: south
eras: [{title: Spring, date: 1959-21}]
events:
  - {title: Sailing, date: "1959-12-14T00:30+09:00"}
  - {title: Telegram, date: "1959-12-13T15:30Z"}
  - {title: Summer, date: 1959-22}
"""
    found = document(read, text)
    assert found.date_settings == found.events.date_settings == DateSettings("south", "Asia/Tokyo", "ask")
    half_past_midnight_s = seconds_from_civil(1959, 12, 14, 0, 30)
    summer_s = seconds_from_civil(1959, 12)
    assert found.events.dates.earliest_s.tolist() == [half_past_midnight_s, half_past_midnight_s, summer_s]
    for ordinal, earliest_s in enumerate(found.events.dates.earliest_s.tolist()):
        date = found.events.date_of(ordinal)
        assert date is not None
        assert date.earliest_s == earliest_s
    assert found.eras[0].date.earliest_s == seconds_from_civil(1959, 9)


def test_a_zone_that_is_none_counts_as_not_told(read: Read) -> None:
    reading = read("title: T\ntimezone: JST\nevents: [{title: A, date: '1959-12-14T00:30+09:00'}]\n")
    assert [problem.code for problem in reading.problems] == ["unknown-zone"]
    assert reading.document is not None
    assert reading.document.date_settings.timezone == "UTC"
    assert reading.document.events.dates.earliest_s.tolist() == [seconds_from_civil(1959, 12, 13, 15, 30)]


def test_an_exhibit_without_events_is_a_document_too(read: Read) -> None:
    found = document(read, "title: T\n")
    assert len(found.events) == 0
    assert found.lanes == ()
    assert found.span_s is None


def test_ids_are_made_from_titles_once_each(read: Read) -> None:
    text = """\
title: T
events:
  - {title: "Ships & trains, 1959!"}
  - {title: {ja: 船, en: Ship}}
  - {title: Ünïted Nations}
  - {title: ships trains 1959}
  - {id: ships-trains-1959-2, title: Taken}
  - {title: 船}
"""
    ids = document(read, text).events.ids
    assert ids == [
        "ships-trains-1959",
        ids[1],
        "united-nations",
        "ships-trains-1959-3",
        "ships-trains-1959-2",
        f"{ids[1]}-2",
    ]
    assert ids[1].startswith("event-")
    assert len(ids[1]) == 14


def test_links_run_from_cause_to_effect_and_stand_once(read: Read) -> None:
    text = """\
title: T
events:
  - id: a
    title: A
    links: [{to: b, kind: led-to}, {to: c, kind: in-tension-with}, {to: b, kind: part-of}]
  - id: b
    title: B
    links: [{to: a, kind: response-to}, {to: c, kind: response-to}]
  - id: c
    title: C
    links: [{to: a, kind: in-tension-with}]
"""
    links = document(read, text).links
    assert [(edge.source, edge.target, edge.record.kind) for edge in links] == [
        (0, 1, "led-to"),
        (0, 2, "in-tension-with"),
        (0, 1, "part-of"),
        (2, 1, "response-to"),
    ]


def test_claims_inside_events_name_their_event(read: Read) -> None:
    text = """\
title: T
events:
  - id: a
    title: A
    claims:
      total: {about: number, accounts: [{says: many}]}
      other: {about: number, accounts: [], events: [a]}
claims:
  third: {about: day, accounts: []}
"""
    made = document(read, text)
    assert {name: claim.events for name, claim in made.claims.items()} == {
        "third": (),
        "total": ("a",),
        "other": ("a",),
    }
    assert Showing(made).exhibit().claim_count == 3


def test_everything_else_is_kept_by_id(read: Read) -> None:
    text = """\
title: T
eras: [{id: one, title: One, date: 1955/1958}]
silences: [{date: 1972/1984, why: closed}]
places: {p: {title: P, at: [37.92, 139.04]}}
people: {q: {title: Q}}
sources: {s: {title: S, container-title: {en: Journal, ja: 誌}}}
excerpts: {x: {text: {lang: ja, text: 言葉, translations: {en: {text: words}}}, source: s}}
tours: {t: {title: T, stops: [{id: one}, {branches: [{ask: why, to: one}]}]}}
"""
    found = document(read, text)
    assert [(era.record.id, str(era.date)) for era in found.eras] == [("one", "1955/1958")]
    assert found.silences[0].why == "closed"
    assert found.places["p"].at == (37.92, 139.04)
    container = found.sources["s"].container_title
    assert container is not None
    assert container.variants == (("en", "Journal"), ("ja", "誌"))
    excerpt = found.excerpts["x"].text
    assert not isinstance(excerpt, str)
    assert excerpt.translations["en"].text == "words"
    assert found.tours["t"].stops[1].branches[0].to == "one"
    assert set(found.people) == {"q"}
