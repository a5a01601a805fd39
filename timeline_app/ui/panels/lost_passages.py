# SPDX-License-Identifier: MIT
"""Statements that would have no source: marked in the story, never left out, while the reader has taken sources away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline_app.model.prose import Mark
from timeline_app.ui.reading.paragraphs import Paragraph, Run


def with_lost(paragraphs: Iterable[Paragraph], is_lost: Callable[[Mark], bool]) -> list[Paragraph]:
    """Return paragraphs in which each passage is marked of which all marks lead to what was taken away."""
    return [_marked(paragraph, is_lost) for paragraph in paragraphs]


def has_lost(paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether any passage is marked so."""
    return any(run.is_lost for paragraph in paragraphs for run in paragraph.runs)


def _marked(paragraph: Paragraph, is_lost: Callable[[Mark], bool]) -> Paragraph:
    passages: dict[tuple[int, int], bool] = {}
    for spot in paragraph.spots:
        stretch = spot.passage_start, spot.passage_end
        passages[stretch] = passages.get(stretch, True) and is_lost(spot.mark)
    lost = [stretch for stretch, is_all_lost in passages.items() if is_all_lost]
    if not lost:
        return paragraph
    runs: list[Run] = []
    at = 0
    for run in paragraph.runs:
        end = at + len(run.text)
        # A passage begins and ends where runs do.
        is_within = not run.is_mark and any(start <= at and end <= stop for start, stop in lost)
        runs.append(replace(run, is_lost=True) if is_within else run)
        at = end
    return replace(paragraph, runs=tuple(runs))
