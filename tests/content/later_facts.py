# SPDX-License-Identifier: MIT
"""What nobody could read by the end of 1960, and what a reader of newspapers could: two lists made by hand."""

from __future__ import annotations

from typing import Final

LATER: Final = {
    # Numbers that were counted, added up or printed later.
    r"93,\d{3}": "the total, or a count on the way to it",
    r"88,611|88,000": "the count at the end of 1967",
    r"\b1,081\b|\b3,648\b|\b5,600\b": "counts of the later phases",
    r"\b155(th)?\b|\b187(th)?\b|\b32 sailings|\b26 sailings": "counts of sailings",
    r"49,000": "the count of 1960, which no source of that year gives",
    r"2,942": "the count of December 1959, from research printed in 2020",
    r"6,6[37]\d|6,48\d|6,73\d|6,83\d|1,831|4,082": "counts of Japanese nationals",
    r"77,\d00": "counts up to 1962",
    r"\b15,000|\b17,000": "those left waiting when the sailings stopped",
    r"44\.87|\b148 payments": "school money up to 2002",
    r"3,929|328 boats": "counts up to 1965",
    r"million yen|\b1\.7 billion": "claims in court, and a file printed in 2004",
    r"\b66 men|\b65 men|twelve (of the men )?(died|drowned)": "findings of 2007",
    r"(?<!12 November )\b(?:196[1-9]|19[7-9]\d|20\d\d)\b": "a later year; the agreement’s own term was told in 1960",
    r"\b200X|\b199X|nineties|two-thousands": "later years, told loosely",
    # People who are known for what they did, found or wrote later.
    r"Morris-Suzuki|Kikuchi|Tonomura|Kawashima Takamine|Matsuura|Caprio|Dudden|Ryang|Lankov|Wetherall": "researchers",
    r"Igarashi|五十嵐|Blondel|\bNam Keun|Yeo Rin|Markus Bell|Takasaki": "researchers",
    r"\bSeki\b|関貴星|Haeng-il|Chol-hwan|Jong-mi|Kawasaki Eiko|川崎栄子|Kojima": "people who spoke of it later",
    r"Ogawa Haruhisa|Min-ju|Hagiwara|Kamino|神野|Kirby|Yang Hyong Sop|Koizumi|Shibata Minoru": "people of later events",
    # What was kept from readers.
    r"Shimazu|島津|Asia Bureau|Michel\b|de Weck|six-page|six pages": "letters, papers and journeys that were not told of",
    r"MacArthur|Herter|Robertson|Dowling|Han Pyo-wook|Yang You-chan|Choi Kyu-ha": "what diplomats said to each other",
    r"\b[Ss]ecret|covert|behind the scenes|quiet search|doubtful quality": "what was found to have been secret",
    r"get rid|getting rid|rid itself|vaguely communist|poor lot|Frankly": "words printed long after they were written",
    r"shortage of labourers|coal mining|private reason|in private": "reasons that were not given in public",
    r"oh no|paradise|楽園|낙원|ringing with cheers|dead parents|robbed of": "words printed later",
    r"canonner|shelled and sunk": "an album that was not published",
    # What came later.
    r"\b[Cc]ourts?\b|\b[Ss]uits?\b|lawsuit|damages|plaintiff|judgment|jurisdiction": "courts",
    r"[Cc]ommission\b|truth|[Ii]nquir|United Nations|\bUN\b|for the rights of": "inquiries",
    r"[Tt]estimon|[Mm]emoir|survivor|witness(es)? heard|not seen again|never heard": "what people told later",
    r"\b[Cc]amps?\b|suspicion|distrust|Yodok": "what became of people",
    r"[Oo]pened (files|its files|records)|declassif|ICRC Archives|[Aa]rchives opened|files and findings": "archives",
    r"[Rr]esearch(?!, writing)|historian|essay|scholar|studies|\bstudy of\b": "research",
    r"Wikipedia|blog|forum|website|online|https?:|www\.|[Mm]useum|[Dd]atabase|Kotobank": "the network",
    r"Northeast Asian History Foundation|Wilson Center|kokalog": "where papers lie today",
    r"Colombo|Stockholm|Mangyongbong|Wonsan|Himeji|Yokohama": "places of later events, or of later mistakes",
    r"[Hh]ome visit|Japanese wives|Japanese women|two elderly": "visits",
    r"[Ll]apse|[Ii]nterval|[Ll]ater phases|first phase|third arrangement|stop(s)? for": "how it ended",
    r"Kawasaki \(Nakadome, now|Kolkata": "a name of today",
    r"DPRK press": "what North Korea’s news agency wrote fifty years on",
    r"was not read|were not read|not read for this exhibit|seen only": "how far the exhibit has read",
}
"""What must stand on no surface while the cursor is at 1960, by pattern, and what it is."""

READ_BY_1960: Final = (
    "The first two ships leave Niigata",
    "The Calcutta agreement is signed",
    "The Kishi Cabinet approves the departures",
    "Kim Il Sung publicly welcomes Koreans from Japan",
    "Chongryon is founded",
    "A campaign spreads through Korean communities and the press",
    "A cross-party society backs the departures",
    "Koreans loyal to Seoul protest across Japan",
    "Seoul threatens to cut trade and stop the ships",
    "The ICRC agrees to take part",
    "Arrests at Shibata",
    "The ships reach Chongjin",
    "The agreement is extended at Niigata",
    "more than 117,000 people have asked in writing",
    "350 people went to the north in 1947",
    "About 26,000 people have gone by 10 June",
    "to 12 November 1961",
    "have agreed on a plan",
    "Japan will send no ships",
    "they are free to leave Japan for either North or South Korea",
    "A change in the intention to return [帰還] is permitted until a set time before boarding.",
    "Keesing’s Contemporary Archives",
    "Nippon Times",
    "The movement of people from Japan to North Korea, and how we know",
    "First sailings",
)
"""What stands on some surface at 1960."""

VEILED: Final = {
    "jeju",
    "jrc-offer-1954",
    "inoue-appointed",
    "chongryon-contact",
    "first-small-groups",
    "icrc-1957",
}
"""Events of before 1961 of which no source read says when, or whether, the public knew."""

KNOWN_TO_OTHERS: Final = {
    "covert-strategy", "shimazu-request", "mofa-plan", "dprk-cool", "secret-contacts", "pressure-and-ships",
    "us-unaware", "inoue-letter", "icrc-mission", "secret-talks-june", "boissier-1956", "kim-private-reasons",
    "macarthur-remarks", "robertson", "dowling-warning", "icrc-note", "first-impressions", "working-lives",
    "kishi-herter", "train-terao",
}  # fmt: skip
"""Events of before 1961 that the public could not know of then."""
