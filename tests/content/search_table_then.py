# SPDX-License-Identifier: MIT
"""What searching the shipped exhibit must find at a cursor, and must not tell: written before the first run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.content.search_table import Case

PAST: Final = "1960"

AT_1960: Final = (
    Case("calcutta", "calcutta"),
    Case("Kolkata", "", "place:calcutta"),
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
    Case("kim il sung", "person:kim-il-sung kim-speech", "kim-private-reasons excerpt:kim-labour"),
    Case("calcutta agreement", "calcutta", "source:morris-suzuki-2011"),
    Case("willow", "willow-street"),
    Case('"fewer than a third"', "", "willow-street"),
    Case("kishi thanks", "", "kishi-herter"),
    Case("Robertson", "", "robertson person:robertson source:han-pyo-wook-1959"),
    Case("robbed of", "", "excerpt:most-of-their-lives damages"),
    Case("paradise earth", "", "person:term-paradise excerpt:terao-question source:hrw-2026"),
    Case("楽園", "", "person:term-paradise source:seki-1962"),
    Case("낙원", "", "person:term-paradise"),
    Case("日本人妻", "", "person:japanese-spouses source:cabinet-answer-1987 source:asahi-wives-1997"),
    Case("菊池", "", "person:kikuchi source:kikuchi-2009 source:kikuchi-2020"),
    Case("토보르스크", "", "first-ships"),
    Case("居住地", "", "excerpt:cabinet-free-residence source:cabinet-answer-2018"),
    Case("couler", "", "excerpt:threat-to-sink source:icrc-photographs"),
    Case("person:seki", "", "seki-book train-terao"),
    Case("person:koizumi", "", "cooperation-society"),
    Case("kind:inquiry", "", "niigata-plot un-inquiry suspicion"),
    Case("source:trc-2007", "", "niigata-plot"),
    Case("date:1966 lane:south-korea", "rhee-line", "basic-treaty"),
    Case("asks Geneva", "", "shimazu-request"),
    Case("tag:secrecy", "", "covert-strategy secret-contacts inoue-letter shimazu-request"),
    Case("date:1956 lane:red-cross", "pyongyang-talks", "inoue-letter secret-talks-june boissier-1956"),
)

THEN: Final[Mapping[str, tuple[Case, ...]]] = {
    "1956": (
        Case("chongryon", "person:chongryon chongryon-founded", "campaign nakadome-letter chongryon-contact"),
        Case("calcutta", "", "calcutta place:calcutta person:calcutta-agreement"),
        Case("カルカッタ", "", "person:calcutta-agreement"),
        Case("nam il", "person:nam-il nam-il-1954"),
        Case("Kishi", "", "person:kishi cabinet-understanding"),
        Case("newspaper plan", "leak-and-objection"),
        Case("Mainichi", "", "leak-and-objection"),
        Case("Niigata", "", "first-ships place:niigata person:niigata-centre willow-street"),
    ),
    "1958": (
        Case(
            "inoue", "person:inoue-masutaro inoue-in-diet", "inoue-appointed inoue-letter secret-talks-june"
        ),
        Case("kim il sung", "person:kim-il-sung kim-speech", "kim-private-reasons"),
        Case("fujiyama", "", "person:fujiyama fujiyama"),
        Case("welfare", "welfare-cuts"),
        Case("plans in Tokyo", "", "covert-strategy"),
        Case("date:1958 lane:north-korea", "kim-speech", "kim-private-reasons arrival"),
    ),
    "1959-08-12": (
        Case("calcutta", "", "calcutta place:calcutta person:calcutta-agreement source:calcutta-text-1959"),
        Case("geneva", "place:geneva geneva-talks"),
        Case("guidebook dispute", "guidebook"),
        Case('"27 October"', "", "guidebook"),
    ),
    PAST: AT_1960,
    "1962": (
        Case("seki", "person:seki source:seki-1962", "train-terao source:wikipedia-ja-seki"),
        Case("person:seki", "seki-book", "train-terao"),
        Case("terao", "person:terao terao-book", "train-terao excerpt:terao-question source:terao-article"),
        Case("関貴星", "source:seki-1962", "source:wikipedia-ja-seki"),
        Case("parcels", "working-lives"),
    ),
    "1975": (
        Case("moscow", "place:moscow moscow-1971"),
        Case("third arrangement", "final-phase"),
        Case('"26 sailings"', "", "final-phase"),
        Case("93,340", "", "final-phase numbers-fall"),
        Case("couler les bateaux", "", "excerpt:threat-to-sink"),
    ),
    "1990": (
        Case('"26 sailings"', "final-phase"),
        Case("Terao young", "train-terao"),
        Case("shibata", "person:shibata-minoru"),
        Case("mistrust suspicion", "", "suspicion"),
        Case("society rights", "", "society-1994"),
        Case("答弁書", "source:cabinet-answer-1987", "source:cabinet-answer-2015 source:cabinet-answer-2018"),
    ),
    "2004": (
        Case("files", "archives-open press-2004", "essay-and-book"),
        Case("shimazu", "person:shimazu-tadatsugu"),
        Case("asks Geneva", "shimazu-request"),
        Case("Tessa Morris-Suzuki", "person:morris-suzuki", "essay-and-book source:morris-suzuki-2007-essay"),
        Case("secret operation", "", "niigata-plot"),
        Case("frankly", "", "excerpt:jrc-frankly"),
        Case("koizumi", "", "person:koizumi-junya source:chosun-ilbo-2005"),
    ),
    "2010": (
        Case('"secret operation"', "niigata-plot"),
        Case("菊池", "source:kikuchi-2009", "source:kikuchi-2020"),
        Case("북송을 막아라", "source:kbs-2009"),
        Case("UN inquiry", "", "un-inquiry source:un-report-2014"),
        Case("damages", "", "damages source:press-damages-2026"),
        Case("person:koizumi", "cooperation-society"),
        Case("kind:inquiry", "niigata-plot", "un-inquiry suspicion"),
    ),
}
"""By the cursor's date, to whose end things were known."""
