# SPDX-License-Identifier: MIT
"""What a presenter is told: what comes next, where one is, and how one is for time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.tour_views import Shown, StopView, TourView
from timeline_app.scene.range_words import range_in_words
from timeline_app.state.present_timer import MINUTE_S, Nearness, Pace, Times, clock_words
from timeline_app.state.tour_plan import stop_after
from timeline_app.state.tour_state import TourState

SIGNS: Final = {Nearness.UNPLANNED: "", Nearness.PLENTY: "", Nearness.LAST: "⚠", Nearness.OVER: "‼"}
"""Stand beside the colour of the last minutes, and of those that are over."""


@dataclass(frozen=True, slots=True)
class NextWords:
    """What comes next: a heading, a title in a language, and a line about it."""

    heading: str
    title: str
    language: str
    line: str = ""


def next_words(
    tour: TourView, here: StopView, walked: TourState, translator: Translator, sheet_count: int = 1
) -> NextWords:
    """Tell what the next key brings: another sheet, a further step of the stop, another stop, or nothing."""
    say = translator.say
    if walked.sheet_in_hand < sheet_count - 1:
        heading = say("presenter.next-sheet", number=walked.sheet_in_hand + 2, count=sheet_count)
        return NextWords(heading, here.title.text, here.title.language)
    if walked.is_away:
        heading = say("presenter.away")
        return NextWords(heading, here.title.text, here.title.language, say("presenter.away-line"))
    if walked.step < len(here.steps):
        shown = [here.shows[index] for index in here.steps[walked.step]]
        heading = say("presenter.next-step", number=walked.step + 1, count=len(here.steps))
        language = shown[0].title.language if shown else ""
        titles = " · ".join(str(each.title) for each in shown)
        # What a question is about is told within a sentence elsewhere.
        begun = titles[:1].upper() + titles[1:]
        return NextWords(heading, begun, language, " · ".join(_kinds(shown, translator)))
    following = stop_after(tour, walked)
    if following is None:
        return NextWords(say("presenter.next"), say("presenter.at-end"), translator.language)
    heading = say("presenter.next-stop", number=position(tour, following.number), count=len(tour.planned))
    title = following.title
    return NextWords(heading, title.text, title.language, stop_line(following, translator))


def position(tour: TourView, number: int) -> int:
    """Return which of the planned stops one is at, counted from 1; at a spare one that of the stop before."""
    return sum(1 for stop in tour.planned if stop.number <= number)


def place_words(tour: TourView, here: StopView, translator: Translator) -> str:
    """Tell at which stop one is."""
    key = "presenter.at-spare" if here.is_spare else "presenter.at-stop"
    number = here.number if here.is_spare else position(tour, here.number)
    return translator.say(key, number=number, count=len(tour.planned), title=here.title.text)


def stop_line(stop: StopView, translator: Translator) -> str:
    """Tell a stop's date, where it zooms to, and what it opens."""
    say = translator.say
    told = [date_in_words(stop.date, translator)] if stop.date is not None else []
    if stop.view is not None:
        first_s, last_s = stop.view
        told.append(say("presenter.zooms", range=range_in_words(int(first_s), int(last_s), translator)))
    if stop.as_known_at:
        with suppress(DateError):
            told.append(say("presenter.as-known", date=date_in_words(parse(stop.as_known_at), translator)))
    told.extend(_kinds(stop.shows, translator))
    if stop.steps:
        told.append(say("presenter.steps", count=len(stop.steps)))
    return " · ".join(told)


def _kinds(shows: Iterable[Shown], translator: Translator) -> list[str]:
    kinds = Counter(shown.kind for shown in shows)
    return [translator.say(f"presenter.shows.{kind}", count=count) for kind, count in kinds.items()]


def stop_facts(stop: StopView, translator: Translator) -> str:
    """Tell a stop's date and minutes, and that it is spare: for an overview of all."""
    told = [date_in_words(stop.date, translator)] if stop.date is not None else []
    minutes = minutes_words(stop, translator)
    if minutes:
        told.append(minutes)
    if stop.is_spare:
        told.append(translator.say("presenter.spare"))
    return " · ".join(told)


def minutes_words(stop: StopView, translator: Translator) -> str:
    """Tell how many minutes are planned for a stop; nothing where none are."""
    return "" if stop.minutes is None else translator.say("presenter.minutes", count=_rounded(stop.minutes))


def timer_line(times: Times, counts_down: bool, translator: Translator) -> str:  # noqa: FBT001 — one word of state
    """Tell what the timer counts, and what was planned."""
    counted = translator.say(
        "presenter.left" if counts_down and times.planned_s is not None else "presenter.passed"
    )
    if times.planned_s is None:
        return counted
    planned = translator.say("presenter.planned", time=clock_words(times.planned_s))
    return f"{counted} · {planned}"


def pace_line(times: Times, translator: Translator) -> str:
    """Tell whether one keeps the pace; nothing where none was planned."""
    if times.nearness is Nearness.OVER:
        return translator.say("presenter.over")
    if times.pace is Pace.UNKNOWN:
        return ""
    minutes = int(times.off_s // MINUTE_S)
    if times.pace is Pace.ON_TIME or minutes == 0:
        return translator.say("presenter.pace.on-time")
    return translator.say(f"presenter.pace.{times.pace}", count=minutes)


def _rounded(minutes: float) -> int | float:
    return int(minutes) if minutes == int(minutes) else minutes
