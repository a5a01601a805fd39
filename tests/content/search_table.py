# SPDX-License-Identifier: MIT
"""What searching the shipped exhibit must find, and must not: written before the first run.

`wanted` must be among the first ten hits, `unwanted` among none, as kind and id. Without a kind an id is an event's.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Case(NamedTuple):
    """A question, what must answer to it, and what must not."""

    typed: str
    wanted: str = ""
    unwanted: str = ""


ENGLISH: Final = (
    Case("calcutta", "place:calcutta calcutta"),
    Case("Calcutta agreement", "person:calcutta-agreement calcutta"),
    Case("Kishi", "person:kishi cabinet-understanding"),
    Case("kishi nobusuke", "person:kishi"),
    Case("Inoue", "person:inoue-masutaro inoue-appointed inoue-letter", "willow-street"),
    Case("willow", "willow-street"),
    Case("willows niigata", "willow-street"),
    Case("Omura", "place:omura person:omura-centre omura-1958"),
    Case("omura stop eating", "omura-1958"),
    Case("soviet lends", "soviet-ships"),
    Case("guidebook", "guidebook"),
    Case("free will", "person:free-will-check free-will"),
    Case("nationality", "tag:nationality"),
    Case("Mindan", "person:mindan"),
    Case("Morris-Suzuki", "person:morris-suzuki essay-and-book"),
    Case("Tessa", "person:morris-suzuki"),
    Case("Exodus to North Korea", "source:morris-suzuki-2011 source:caprio-dudden-reviews"),
    Case("Aquariums", "source:kang-rigoulot-2000"),
    Case("SCAPIN", "source:scapin-1734"),
    Case("hostage economy", "source:nam-2012"),
    Case("robertson", "person:robertson robertson"),
    Case("Syngman Rhee", "person:syngman-rhee"),
    Case("colonial", "tag:colonial-rule colonial-migration"),
    Case("jeju", "place:jeju jeju"),
    Case("Hong Kong", "place:hong-kong hong-kong-route"),
    Case("damages", "damages"),
    Case("cabinet order 53", "order-53"),
    Case("decision 16", "decision-16"),
    Case("CHONGJIN", "place:chongjin arrival"),
    Case("paradise on earth", "person:term-paradise"),
    Case("ringing with cheers", "excerpt:cheering-city"),
    Case("xyzzy"),
)

PHRASES_AND_ACCENTS: Final = (
    Case('"My heart aches"', "excerpt:visitor-parents"),
    Case('"heart my aches"', "", "excerpt:visitor-parents"),
    Case('"Red Cross Society of the DPRK"', "person:dprk-red-cross", "person:jrc"),
    Case("“order 53”", "order-53"),
    Case("「地上の楽園」", "person:term-paradise"),
    Case("paradis sur terre", "excerpt:terao-question"),
    Case("sur que", "excerpt:terao-question"),
    Case("détention", "tag:detention"),
    Case("ｔｏｋｙｏ", "place:tokyo"),
    Case("ﾎﾞﾄﾅﾑ", "person:bodunamu-street"),
)

JAPANESE: Final = (
    Case("岸信介", "person:kishi"),
    Case("井上", "person:inoue-masutaro"),
    Case("金日成", "person:kim-il-sung"),
    Case("総聯", "person:chongryon"),
    Case("帰国", "person:name-kikoku"),
    Case("帰還", "person:name-kikan"),
    Case("北送", "person:name-buksong"),
    Case("朝鮮", "person:chosen-registration"),
    Case("新潟", "place:niigata person:niigata-centre"),
    Case("清津", "place:chongjin"),
    Case("大村", "place:omura person:omura-centre"),
    Case("大村収容所", "person:omura-centre", "place:omura"),
    Case("ボトナム", "person:bodunamu-street"),
    Case("地上の楽園", "person:term-paradise"),
    Case("日赤", "person:niigata-centre"),
    Case("日本人妻", "person:japanese-spouses"),
    Case("日本人配偶者", "person:japanese-spouses source:cabinet-answer-2018"),
    Case("小泉純也", "person:koizumi-junya"),
    Case("菊池嘉晃", "person:kikuchi source:kikuchi-2009 source:kikuchi-2020"),
    Case("黄七福", "source:hwang-chil-bok"),
    Case("配船", "excerpt:cabinet-no-ships"),
    Case("人生の大半", "excerpt:most-of-their-lives"),
)

KOREAN: Final = (
    Case("김일성", "person:kim-il-sung"),
    Case("조총련", "person:chongryon"),
    Case("총련", "person:chongryon"),
    Case("귀국", "person:name-kikoku"),
    Case("북송", "person:name-buksong"),
    Case("송환", "person:name-songhwan"),
    Case("청진", "place:chongjin"),
    Case("평화선", "person:peace-line"),
    Case("지상낙원", "person:term-paradise"),
    Case("이승만", "person:syngman-rhee"),
    Case("대한적십자사", "person:rok-red-cross", "person:dprk-red-cross"),
    Case("오무라", "source:kim-yu-taek-1958"),
)

QUESTIONS: Final = (
    Case("tag:courts", "suit-2001 chongryon-2002 suit-2008 lawsuit high-court damages", "trc calcutta"),
    Case(
        "tag:agreement", "calcutta extension-1960 decision-to-end last-phase-one moscow-1971", "first-ships"
    ),
    Case("tag:red-cross", "", "calcutta first-ships"),
    Case("person:kitamura", "kitamura-visit", "calcutta"),
    Case("person:terao", "terao-book train-terao"),
    Case("place:hong-kong", "hong-kong-route", "jeju"),
    Case("date:1971", "moscow-1971", "calcutta jeju"),
    Case("date:1959-08-13", "calcutta", "first-ships"),
    Case("date:1959-12", "first-ships", "calcutta"),
    Case("date:1956/1958", "", "calcutta first-ships colonial-migration"),
    Case("lane:afterwards tag:archives", "archives-open press-2004 essay-and-book", "inoue-letter"),
    Case("lane:red-cross boissier", "boissier-1956"),
    Case("source:seki-1962", "seki-book"),
    Case("tag:courts date:2008", "suit-2008", "damages suit-2001"),
    Case("lane:nowhere"),
)

COVERED: Final = (
    Case("couler les bateaux", "excerpt:threat-to-sink"),
    Case("frankly speaking", "excerpt:jrc-frankly"),
    Case("criticize the Japanese", "excerpt:macarthur-koreans"),
    Case("many criminals", "excerpt:macarthur-koreans"),
    Case('"getting rid of the Koreans"', "excerpt:macarthur-opinion"),
)
"""Words that are found, and not told."""

AT_1960: Final = (
    Case("calcutta", "calcutta"),
    Case("first ships", "first-ships"),
    Case("secret", "", "secret-contacts inoue-letter secret-talks-june"),
    Case('"secret operation"', "", "niigata-plot"),
    Case("archives", "", "tag:archives archives-open press-2004"),
    Case("six pages", "", "inoue-letter"),
    Case("Kim Il Sung private", "", "kim-private-reasons"),
    Case("Morris-Suzuki", "", "person:morris-suzuki essay-and-book source:morris-suzuki-2011"),
    Case("49,000", "", "peak-1960"),
    Case("ambassador", "", "macarthur-remarks"),
    Case("Koizumi", "", "person:koizumi-junya source:chosun-ilbo-2005"),
    Case("小泉", "", "person:koizumi-junya source:chosun-ilbo-2005"),
    Case("Choi Kyu-ha", "", "person:choi-kyu-ha"),
    Case("getting rid", "", "excerpt:macarthur-opinion"),
    Case("frankly", "", "excerpt:jrc-frankly"),
    Case("paradise", "", "source:hrw-2026 source:afp-2019"),
    Case("truth commission", "", "trc source:press-trc-2024"),
    Case("Seki", "", "seki-book source:seki-1962"),
    Case('"Red Cross objects"', "", "leak-and-objection"),
    Case("tag:courts", "", "damages lawsuit suit-2001"),
    Case("date:2026", "", "damages"),
    Case("송환저지", "", "niigata-plot source:trc-2007"),
)
"""As known at the end of 1960."""
