# SPDX-License-Identifier: MIT
"""The commands that keep something back from a class, and ask it to guess."""

from __future__ import annotations

from typing import Final

from timeline_app.model.curtain import Part
from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.commands import CommandSpec, Param, with_document
from timeline_app.state.prediction import is_asking, is_at_question
from timeline_app.state.tour_state import Cover


def has_curtain(state: AppState) -> bool:
    """Tell whether a curtain hides what comes later."""
    return state.document is not None and state.lens.curtain is not None


def can_pull(state: AppState) -> bool:
    """Tell whether a hand at the curtain's edge pulls it: not while the class is asked, when it puts the guess."""
    return has_curtain(state) and not is_asking(state)


def has_withheld(state: AppState) -> bool:
    """Tell whether parts of events are withheld, besides what a class is asked for."""
    return state.document is not None and any(not each.is_asked for each in state.lens.withheld)


def has_date_withheld(state: AppState) -> bool:
    """Tell whether an event stands in the tray since its date is withheld."""
    return any(Part.DATE in each.parts for each in state.lens.withheld)


def has_event_in_hand(state: AppState) -> bool:
    """Tell whether there is an event of which something could be withheld."""
    return state.document is not None and state.selection.primary is not None


def has_prediction(state: AppState) -> bool:
    """Tell whether the class is asked for an event, or was."""
    return state.document is not None and state.prediction is not None


def is_answering(state: AppState) -> bool:
    """Tell whether the class is asked and sees that it is: what covers the picture goes first."""
    return is_asking(state) and _is_in_sight(state)


def may_give_up(state: AppState) -> bool:
    """Tell whether the class is before a question, and nothing lies over it that has to go first."""
    return is_at_question(state) and _is_in_sight(state)


def _is_in_sight(state: AppState) -> bool:
    present = state.present
    return present is None or not (
        present.typed or present.is_overview_shown or present.cover is not Cover.NONE
    )


def _both(explore: str, *present: str) -> dict[Mode, tuple[str, ...]]:
    return {Mode.EXPLORE: (explore,), Mode.PRESENT: present or (explore,)}


def _on_guess(name: str, *keys: str) -> CommandSpec:
    by_mode = {Mode.EXPLORE: keys, Mode.PRESENT: keys}
    return CommandSpec(f"predict.{name}", enabled=is_asking, keys=by_mode, on_guess=True)


_CURTAIN: Final = (
    CommandSpec("curtain.toggle", (), with_document, _both("Shift+C", "C"), menu="asking", on_canvas=True),
    # To where the next event begins, or the last one that is seen.
    CommandSpec("curtain.forward", (), has_curtain, _both("Shift+]", "]"), menu="asking", on_canvas=True),
    CommandSpec("curtain.back", (), has_curtain, _both("Shift+[", "["), menu="asking", on_canvas=True),
    CommandSpec(
        "curtain.year-forward", (), has_curtain, _both("Ctrl+]", "Shift+]"), menu="asking", on_canvas=True
    ),
    CommandSpec(
        "curtain.year-back", (), has_curtain, _both("Ctrl+[", "Shift+["), menu="asking", on_canvas=True
    ),
    # What a hand on the canvas sends: a moment as `state.ruler` writes it.
    CommandSpec("curtain.place", (Param("at", str),), has_curtain),
    # After the end of a date, in EDTF or as people write dates.
    CommandSpec("curtain.to", (Param("date", str),), with_document),
)

_WITHHOLD: Final = (
    CommandSpec("withhold.title", enabled=has_event_in_hand, menu="asking"),
    CommandSpec("withhold.date", enabled=has_event_in_hand, menu="asking"),
    CommandSpec("withhold.outcome", enabled=has_event_in_hand, menu="asking"),
    # Of the event in hand, else of the one that was withheld first.
    CommandSpec("withhold.reveal", (), has_withheld, _both("V"), menu="asking", on_canvas=True),
    CommandSpec("withhold.reveal-all", enabled=has_withheld, menu="asking"),
)

_PREDICT: Final = (
    # Asks for the event of an id, else for the one in hand, else for the first that may be asked for.
    CommandSpec("predict.begin", (Param("id", str, ""),), with_document),
    # Asks, reveals, asks for the next event.
    CommandSpec("predict.next", (), with_document, _both("Shift+P", "Q"), menu="asking", on_canvas=True),
    CommandSpec("predict.leave", enabled=has_prediction, menu="asking"),
    # What a hand on the canvas sends: a moment as `state.ruler` writes it.
    CommandSpec("predict.place", (Param("at", str),), is_asking),
    _on_guess("earlier", "Left"),
    _on_guess("later", "Right"),
    _on_guess("much-earlier", "Shift+Left"),
    _on_guess("much-later", "Shift+Right"),
    # The keys of clickers answer and take back the question as they do the steps of a stop.
    CommandSpec(
        "predict.reveal",
        enabled=is_answering,
        keys={Mode.EXPLORE: ("Return",), Mode.PRESENT: ("Return", "PgDown", "Space")},
        on_guess=True,
    ),
    CommandSpec(
        "predict.give-up",
        enabled=may_give_up,
        keys={Mode.EXPLORE: ("Esc",), Mode.PRESENT: ("Esc", "PgUp", "Backspace")},
        on_guess=True,
    ),
)

CURTAIN_COMMANDS: Final = (*_CURTAIN, *_WITHHOLD, *_PREDICT)
