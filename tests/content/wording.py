# SPDX-License-Identifier: MIT
"""Rules for the exhibit's own words: terms that take a side, quotation marks, titles, labels.

Each rule returns what it finds wrong. What is allowed all the same is listed one by one, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from tests.content.exhibit_text import Exhibit, Said, bare, own_voice, quoted, runs, without_quotations

TERMS: Final = {
    r"(un)?repatriat\w*": "claims that people went back to where they came from; most families came from the South",
    r"returnees?": "same claim, made of people",
    r"deport(ed|ing|ations?)?": "the word of South Korea's government for the movement",
    r"exodus": "the title of a book, and a picture from scripture",
    r"traffick\w*": "a legal finding that nobody quoted here has made for the whole",
    r"kidnap\w*|abduct\w*": "belongs to other cases, or to a verdict",
    r"(sent|sending|send) (to the )?north": "the word of South Korea and Mindan",
    r"paradise": "a slogan",
    r"hostages?": "a verdict on why people were kept",
    r"escapees?": "people left North Korea; what it was like is for them to say",
    r"defect(ors?|ed|ing|ions?)": "a word of the Cold War for people who left North Korea",
    r"korean[-–]us war": "one party's name for the Korean War",
    r"terror\w*": "a verdict on the operation of 1959",
    r"puppets?": "a word of 1959 for the other Korea",
    r"expulsions?|expell\w*": "a word of South Korean papers",
    r"regimes?": "a government that one dislikes",
    r"mostly (spouses|wives)": "wives were 1,831 of 6,679 by the count of 1987",
    r"brainwash\w*|dupes?|duped|lured?|luring": "makes people who decided into people who were handled",
    r"troublesome|indigent": "words of the documents about Koreans, never ours",
    r"illegal (immigrants?|aliens?|entrants?)": "judges people by a paper",
    r"japs?|third[- ]country nationals?": "slurs",
    r"북괴|괴뢰": "slurs of 1959",
    r"北鮮": "an abbreviation that is felt to be derogatory",
    r"sleet|snow\w*|blizzard": "no source that was read gives the weather of the first sailing",
}  # fmt: skip
"""What is not said in the exhibit's own voice, and why."""

PROPER_NAMES: Final = {
    "Repatriation Cooperation Society": "the society's English name",
    "Exodus to North Korea": "the title of a book",
    "The Repatriation Problem of Certain Koreans Residing in Japan": "the title of a publication of 1956",
}
"""Names that hold a term and are taken out before the search."""

TERMS_ALLOWED: Final = {
    ("about", "sending north"): "what 북송 means, where the names of the movement are explained",
    ("events.un-inquiry.summary", "abductions"): "a subject of the UN report, named as the report names it",
    ("people.hokusen.title", "北鮮"): "the entry that explains the word",
    ("excerpts.cabinet-free-residence.locator", "北鮮"): "part of the document's own title",
    ("excerpts.cabinet-free-residence.content_note.text", "北鮮"): "the note that warns of the word",
}
"""Places where a term must stand."""

QUOTES_ALLOWED: Final = {
    "Repatriation": "a word that makes a claim, as the heading of its own entry",
    "deportation": "a word of South Korean papers of 1959",
    "sending north": "a word of South Korea and Mindan",
    "sending back": "a word in titles of South Korean papers",
    "Paradise on earth": "a slogan",
    "Japanese wives": "a term of the press",
    "Pro-Repatriation Day": "the name of a day of the campaign",
    "Confirmation of free will": "the name of the procedure",
    "confirmation of free will": "same, within a sentence",
    "free choice": "a term that pupils are asked about",
    "who ran it?": "the question of a stop of the lesson",
    "the movement to North Korea": "a term that the introduction chooses",
    "departure": "same",
    "people who went": "same",
    "former workers from the Korean peninsula": "the Japanese government's term",
    "悪夢の575日": "the title of a book",
}
"""What may stand between quotation marks without being a quotation."""

LONGEST_LABEL: Final = 34


def loaded_terms(exhibit: Exhibit) -> list[str]:
    """Find terms that take a side, outside quotations and names."""
    return [f"{_place(said)}: {term}" for said in own_voice(exhibit) for term in _terms_in(said)]


def _terms_in(said: Said) -> Iterator[str]:
    text = without_quotations(said.text)
    for name in PROPER_NAMES:
        text = re.sub(re.escape(name).replace(r"\ ", r"\s+"), "…", text)
    for term in TERMS:
        plain = term if re.search(r"[一-鿿가-힣]", term) else rf"\b(?:{term})\b"
        for found in re.finditer(plain, text, re.IGNORECASE):
            if (_place(said), found[0]) not in TERMS_ALLOWED:
                yield found[0]


def _place(said: Said) -> str:
    return ".".join(map(str, said.path))


def unknown_quotations(exhibit: Exhibit, known: Collection[str]) -> list[str]:
    """Find quotation marks around words that are in no quotation of the table."""
    plain = [" ".join(text.split()) for text in known]
    found = ((said, " ".join(words.split())) for said in own_voice(exhibit) for words in quoted(said.text))
    return [
        f"{_place(said)}: {words}"
        for said, words in found
        if words not in QUOTES_ALLOWED and not any(words in text for text in plain)
    ]


def straight_quotes(exhibit: Exhibit) -> list[str]:
    """Find typewriter quotation marks and apostrophes."""
    return [str(said) for said in own_voice(exhibit) if re.search(r"['\"]", said.text)]


def shouted(exhibit: Exhibit) -> list[str]:
    """Find exclamation marks."""
    return [str(said) for said in own_voice(exhibit) if re.search(r"[!！]", said.text)]


def titles_with_full_stops(exhibit: Exhibit) -> list[str]:
    """Find titles and labels that end like sentences."""
    headings = (said for said in own_voice(exhibit) if said.path[-1] in {"title", "short", "subtitle"})
    return [str(said) for said in headings if said.text.rstrip().endswith((".", "。"))]


def long_labels(exhibit: Exhibit) -> list[str]:
    """Find events whose label for the canvas is missing or too long for it."""
    labels = ((event["id"], bare(event.get("short", ""))) for event in exhibit["events"])
    return [f"{name}: {label}" for name, label in labels if not 0 < len(label) <= LONGEST_LABEL]


def shared_runs(exhibit: Exhibit, other: str, length: int) -> list[str]:
    """Find runs of so many words that our own voice shares with another text."""
    foreign = runs(other, length)
    return [
        f"{_place(said)}: {' '.join(run)}"
        for said in own_voice(exhibit)
        for run in runs(said.text, length) & foreign
    ]
