# SPDX-License-Identifier: MIT
"""What is wrong in an exhibit file: where, how badly, in words, and the nearest right word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from timeline_app.base.messages import Message, Param, Translator


class Severity(StrEnum):
    """An error drops the smallest faulty part; a warning drops nothing; a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(NamedTuple):
    """Where something stands: the file, and line and column counted from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, told once, with the offending text as `excerpt`."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: Message
    hint: Message | None = None
    excerpt: str = ""
    fixes: tuple[str, ...] = ()
    """What can stand in the place of the excerpt; one text where there is no doubt, several to choose from."""

    def to_json(self, translator: Translator) -> dict[str, str | int | list[str] | None]:
        """Return the problem as `--check --json` prints it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "severity": self.severity.value,
            "code": self.code,
            "message": translator.text(self.message),
            "hint": translator.text(self.hint) if self.hint else None,
            "fixes": list(self.fixes),
        }


ERROR_CODES: Final = (
    # The file as a whole
    "unreadable-file", "too-large", "wrong-encoding", "not-text", "control-character", "empty-file",
    "list-at-top", "not-an-exhibit", "second-document",
    # Its syntax
    "syntax", "unclosed-quote", "unclosed-bracket", "missing-colon", "missing-space", "unexpected-colon", "bad-indentation",
    "tab-indentation", "text-after-quote", "reserved-character", "bad-escape", "misplaced-list",
    "bad-block-text", "bad-json", "duplicate-key", "key-not-text", "tag", "merge-key", "unknown-alias", "alias-loop",
    "too-many-aliases", "alias-bomb", "too-deep", "too-long", "too-long-line", "too-many-events",
    # Its shape
    "unknown-field", "missing-field", "empty-entry", "wrong-type", "unknown-choice", "out-of-range",
    "wrong-length", "bad-id", "bad-language-tag",
    # Its parts taken together
    "duplicate-id", "unknown-event", "unknown-source", "unknown-excerpt", "unknown-lane", "unknown-place",
    "unknown-person", "unknown-shown", "unknown-stop", "unknown-step", "bad-date", "ask-date", "bad-view", "unknown-zone",
    "file-not-found", "outside-folder", "self-link", "cause-after-effect", "date-contradiction", "circular-lanes", "circular-sources",
    # The program's own fault
    "internal",
)  # fmt: skip
WARNING_CODES: Final = (
    "awkward-id", "bad-mark", "double-link", "unlisted-source", "unlisted-excerpt", "missing-translation", "missing-alt",
    "words-not-in-excerpt", "words-without-excerpt", "bad-cite", "bad-since", "unknown-attribute",
    "tour-minutes", "crowded-stop", "stop-not-seen", "unknown-filter",
    "header-ignored", "more-problems",
)  # fmt: skip
HINT_CODES: Final = ("inverse-link", "loose-date", "undated-known")

CODES: Final[Mapping[str, Severity]] = {
    **dict.fromkeys(ERROR_CODES, Severity.ERROR),
    **dict.fromkeys(WARNING_CODES, Severity.WARNING),
    **dict.fromkeys(HINT_CODES, Severity.HINT),
}
"""Every code with its severity; the JSON Schema carries this table. A code's words are `problem.<code>`."""

_EXCERPT_LIMIT: Final = 120
_WORD_LIMIT: Final = 80


def problem_at(
    place: Place,
    code: str,
    excerpt: str = "",
    hint: Message | None = None,
    fixes: tuple[str, ...] = (),
    /,
    **params: Param,
) -> Problem:
    """Build a problem; its severity follows from its code."""
    shown = excerpt.strip()
    if len(shown) > _EXCERPT_LIMIT:
        shown = shown[: _EXCERPT_LIMIT - 1] + "…"
    message = Message.of(f"problem.{code}", **params)
    return Problem(*place, CODES[code], code, message, hint, shown, fixes)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column, each once: an alias repeats a fault, it makes no other."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line, problem.column))
    )


def did_you_mean(word: str, candidates: Collection[str]) -> str | None:
    """Return the candidate nearest to a mistyped word, or None if none is near."""
    from difflib import get_close_matches

    for form in (_folded, sorted):  # Another case or hyphen first, then the same letters in another order.
        for candidate in candidates:
            if form(candidate) == form(word):
                return candidate
    near = get_close_matches(word[:_WORD_LIMIT], candidates, n=1, cutoff=0.6)
    return near[0] if near else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-")


@dataclass(slots=True)
class Suggestions:
    """The nearest right words of one reading, within a budget: thousands of faults must not become a hang."""

    comparisons_left: int = 100_000

    def nearest(self, word: str, candidates: Collection[str]) -> str | None:
        """Return the nearest candidate while the budget of comparisons lasts."""
        self.comparisons_left -= len(candidates)
        return did_you_mean(word, candidates) if self.comparisons_left >= 0 else None

    def hint(self, word: str, candidates: Collection[str]) -> Message | None:
        """Return the hint that names the nearest candidate, None if there is none."""
        near = self.nearest(word, candidates)
        return Message.of("problem.hint.did-you-mean", word=near) if near is not None else None
