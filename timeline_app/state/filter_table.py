# SPDX-License-Identifier: MIT
"""The commands on filters: what is shown of the exhibit, by what its events belong to and when they were."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def _is_filtered(state: AppState) -> bool:
    lens = state.lens
    return state.document is not None and (not lens.filters.is_empty or lens.dates is not None)


_NAME: Final = (Param("name", str),)

FILTER_COMMANDS: Final = (
    CommandSpec("filters.open", enabled=with_document, keys=explore_keys("Ctrl+Shift+F"), menu="view"),
    CommandSpec("filters.clear", enabled=_is_filtered, keys=explore_keys("Ctrl+Shift+L"), menu="view"),
    # Choose a value of a facet, or no longer; the names of facets are those of `model.filters`.
    CommandSpec("filters.toggle", params=(Param("facet", str), Param("value", str)), enabled=with_document),
    # Ask nothing of a facet any more, or nothing of "dates".
    CommandSpec("filters.loosen", params=(Param("facet", str),), enabled=_is_filtered),
    # In EDTF, or as people write dates; "" asks nothing of dates.
    CommandSpec("filters.dates", params=(Param("text", str), Param("certain", bool)), enabled=with_document),
    CommandSpec("filters.save", params=_NAME, enabled=_is_filtered),
    CommandSpec("filters.use", params=_NAME, enabled=with_document),
    CommandSpec("filters.forget", params=_NAME, enabled=with_document),
)
