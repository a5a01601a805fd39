# SPDX-License-Identifier: MIT
"""Every example of the EDTF specification (Library of Congress, 2019), with what it means, worked out by hand."""

from typing import Final, NamedTuple

from timeline_app.chrono.historical_date import EndState, HistoricalDate
from timeline_app.chrono.instant import civil_from_seconds

OPEN: Final = "open"
UNKNOWN: Final = "unknown"


class Example(NamedTuple):
    """A text, its first and last day, both inside; the names of its kind and precision; the parts in doubt.

    The parts are letters of "ymd"; an end without a day is "open" or "unknown".
    """

    text: str
    first: str
    last: str
    kind: str = "ATOM"
    precision: str = "DAY"
    uncertain: str = ""
    approximate: str = ""


def day_of(instant_s: int | None, state: EndState) -> str:
    """Return a bound as year-month-day, or the state of an end that has none."""
    if instant_s is None:
        return {EndState.OPEN: OPEN, EndState.UNKNOWN: UNKNOWN}[state]
    at = civil_from_seconds(instant_s)
    return f"{at.year}-{at.month}-{at.day}"


def first_and_last_day(date: HistoricalDate) -> tuple[str, str]:
    """Return the strict bounds as days, both inside the date."""
    last_s = None if date.latest_s is None else date.latest_s - 1
    return day_of(date.earliest_s, date.earliest_state), day_of(last_s, date.latest_state)


LOC_EXAMPLES: Final = (
    # level 0: dates, times, intervals
    Example("1985-04-12", "1985-4-12", "1985-4-12"),
    Example("1985-04", "1985-4-1", "1985-4-30", precision="MONTH"),
    Example("1985", "1985-1-1", "1985-12-31", precision="YEAR"),
    Example("1985-04-12T23:20:30", "1985-4-12", "1985-4-12", precision="SECOND"),
    Example("1985-04-12T23:20:30Z", "1985-4-12", "1985-4-12", precision="SECOND"),
    # 20 past 11 in the evening, four hours behind UTC, is the next day in UTC.
    Example("1985-04-12T23:20:30-04", "1985-4-13", "1985-4-13", precision="SECOND"),
    Example("1985-04-12T23:20:30+04:30", "1985-4-12", "1985-4-12", precision="SECOND"),
    Example("1964/2008", "1964-1-1", "2008-12-31", "INTERVAL", "YEAR"),
    Example("2004-06/2006-08", "2004-6-1", "2006-8-31", "INTERVAL", "MONTH"),
    Example("2004-02-01/2005-02-08", "2004-2-1", "2005-2-8", "INTERVAL", "DAY"),
    Example("2004-02-01/2005-02", "2004-2-1", "2005-2-28", "INTERVAL", "MONTH"),
    Example("2004-02-01/2005", "2004-2-1", "2005-12-31", "INTERVAL", "YEAR"),
    Example("2005/2006-02", "2005-1-1", "2006-2-28", "INTERVAL", "YEAR"),
    # level 1
    Example("Y170000002", "170000002-1-1", "170000002-12-31", precision="YEAR"),
    Example("Y-170000002", "-170000002-1-1", "-170000002-12-31", precision="YEAR"),
    Example("2001-21", "2001-3-1", "2001-5-31", precision="SEASON"),
    Example("1984?", "1984-1-1", "1984-12-31", precision="YEAR", uncertain="y"),
    Example("2004-06~", "2004-6-1", "2004-6-30", precision="MONTH", approximate="ym"),
    Example("2004-06-11%", "2004-6-11", "2004-6-11", uncertain="ymd", approximate="ymd"),
    Example("201X", "2010-1-1", "2019-12-31", precision="DECADE"),
    Example("20XX", "2000-1-1", "2099-12-31", precision="CENTURY"),
    Example("2004-XX", "2004-1-1", "2004-12-31", precision="YEAR"),
    Example("1985-04-XX", "1985-4-1", "1985-4-30", precision="MONTH"),
    Example("1985-XX-XX", "1985-1-1", "1985-12-31", precision="YEAR"),
    Example("1985-04-12/..", "1985-4-12", OPEN, "INTERVAL", "DAY"),
    Example("1985-04/..", "1985-4-1", OPEN, "INTERVAL", "MONTH"),
    Example("1985/..", "1985-1-1", OPEN, "INTERVAL", "YEAR"),
    Example("../1985-04-12", OPEN, "1985-4-12", "INTERVAL", "DAY"),
    Example("../1985-04", OPEN, "1985-4-30", "INTERVAL", "MONTH"),
    Example("../1985", OPEN, "1985-12-31", "INTERVAL", "YEAR"),
    Example("1985-04-12/", "1985-4-12", UNKNOWN, "INTERVAL", "DAY"),
    Example("1985-04/", "1985-4-1", UNKNOWN, "INTERVAL", "MONTH"),
    Example("1985/", "1985-1-1", UNKNOWN, "INTERVAL", "YEAR"),
    Example("/1985-04-12", UNKNOWN, "1985-4-12", "INTERVAL", "DAY"),
    Example("/1985-04", UNKNOWN, "1985-4-30", "INTERVAL", "MONTH"),
    Example("/1985", UNKNOWN, "1985-12-31", "INTERVAL", "YEAR"),
    Example("1984?/2004%", "1984-1-1", "2004-12-31", "INTERVAL", "YEAR", "y", "y"),
    Example("1984?/2004-06~", "1984-1-1", "2004-6-30", "INTERVAL", "YEAR", "y", "ym"),
    Example("1984~/2004-06", "1984-1-1", "2004-6-30", "INTERVAL", "YEAR", "", "y"),
    Example("1984-06-02?/2004-08-08~", "1984-6-2", "2004-8-8", "INTERVAL", "DAY", "ymd", "ymd"),
    Example("-1985", "-1985-1-1", "-1985-12-31", precision="YEAR"),
    # level 2
    Example("Y-17E7", "-170000000-1-1", "-170000000-12-31", precision="YEAR"),
    Example("1950S2", "1900-1-1", "1999-12-31", precision="SIGNIFICANT"),
    Example("Y171010000S3", "171000000-1-1", "171999999-12-31", precision="SIGNIFICANT"),
    Example("Y3388E2S3", "338000-1-1", "338999-12-31", precision="SIGNIFICANT"),
    Example("2001-34", "2001-4-1", "2001-6-30", precision="QUARTER"),
    Example("2001-22", "2001-6-1", "2001-8-31", precision="SEASON"),
    Example("2001-23", "2001-9-1", "2001-11-30", precision="SEASON"),
    Example("2001-24", "2001-12-1", "2002-2-28", precision="SEASON"),
    Example("2001-25", "2001-3-1", "2001-5-31", precision="SEASON"),
    Example("2001-26", "2001-6-1", "2001-8-31", precision="SEASON"),
    Example("2001-27", "2001-9-1", "2001-11-30", precision="SEASON"),
    Example("2001-28", "2001-12-1", "2002-2-28", precision="SEASON"),
    Example("2001-29", "2001-9-1", "2001-11-30", precision="SEASON"),
    Example("2001-30", "2001-12-1", "2002-2-28", precision="SEASON"),
    Example("2001-31", "2001-3-1", "2001-5-31", precision="SEASON"),
    Example("2001-32", "2001-6-1", "2001-8-31", precision="SEASON"),
    Example("2001-33", "2001-1-1", "2001-3-31", precision="QUARTER"),
    Example("2001-35", "2001-7-1", "2001-9-30", precision="QUARTER"),
    Example("2001-36", "2001-10-1", "2001-12-31", precision="QUARTER"),
    Example("2001-37", "2001-1-1", "2001-4-30", precision="THIRD"),
    Example("2001-38", "2001-5-1", "2001-8-31", precision="THIRD"),
    Example("2001-39", "2001-9-1", "2001-12-31", precision="THIRD"),
    Example("2001-40", "2001-1-1", "2001-6-30", precision="HALF"),
    Example("2001-41", "2001-7-1", "2001-12-31", precision="HALF"),
    Example("[1667,1668,1670..1672]", "1667-1-1", "1672-12-31", "ONE_OF", "YEAR"),
    Example("[..1760-12-03]", OPEN, "1760-12-3", "ONE_OF", "DAY"),
    Example("[1760-12..]", "1760-12-1", OPEN, "ONE_OF", "MONTH"),
    Example("[1760-01,1760-02,1760-12..]", "1760-1-1", OPEN, "ONE_OF", "MONTH"),
    Example("[1667,1760-12]", "1667-1-1", "1760-12-31", "ONE_OF", "YEAR"),
    Example("[..1984]", OPEN, "1984-12-31", "ONE_OF", "YEAR"),
    Example("{1667,1668,1670..1672}", "1667-1-1", "1672-12-31", "ALL_OF", "YEAR"),
    Example("{1960,1961-12}", "1960-1-1", "1961-12-31", "ALL_OF", "YEAR"),
    Example("{..1984}", OPEN, "1984-12-31", "ALL_OF", "YEAR"),
    Example("2004-06~-11", "2004-6-11", "2004-6-11", approximate="ym"),
    Example("2004?-06-11", "2004-6-11", "2004-6-11", uncertain="y"),
    Example("?2004-06-~11", "2004-6-11", "2004-6-11", uncertain="y", approximate="d"),
    Example("2004-%06-11", "2004-6-11", "2004-6-11", uncertain="m", approximate="m"),
    Example("156X-12-25", "1560-12-25", "1569-12-25", precision="DECADE"),
    Example("15XX-12-25", "1500-12-25", "1599-12-25", precision="CENTURY"),
    Example("XXXX-12-XX", "0-12-1", "9999-12-31", precision="MIXED"),
    Example("1XXX-XX", "1000-1-1", "1999-12-31", precision="MILLENNIUM"),
    Example("1XXX-12", "1000-12-1", "1999-12-31", precision="MILLENNIUM"),
    Example("1984-1X", "1984-10-1", "1984-12-31", precision="YEAR"),
    Example("2004-06-~01/2004-06-~20", "2004-6-1", "2004-6-20", "INTERVAL", "DAY", "", "d"),
    Example("2004-06-XX/2004-07-03", "2004-6-1", "2004-7-3", "INTERVAL", "MONTH"),
)
