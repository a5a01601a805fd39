# SPDX-License-Identifier: MIT
"""How keys are written: "Ctrl+O", "Shift+Left", "?"; what is held first, in one order, then what is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HELD: Final = ("Meta", "Ctrl", "Alt", "Shift")
_FUNCTION_KEYS: Final = tuple(f"F{number}" for number in range(1, 25))
NAMES: Final = (
    "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Esc", "Return", "Enter", "Space", "Menu",
    "Tab", "Backtab", "Backspace", "Del", "Ins", "Help", "Pause", *_FUNCTION_KEYS,
)  # fmt: skip
"""Keys that say no sign of their own, as the toolkit names them."""
OTHER_NAMES: Final = {
    "control": "Ctrl", "command": "Meta", "option": "Alt", "escape": "Esc", "delete": "Del", "insert": "Ins",
    "pageup": "PgUp", "pagedown": "PgDown", "spacebar": "Space", "plus": "+", "minus": "-", "comma": ",", "period": ".",
}  # fmt: skip
"""What people write instead."""
_KNOWN: Final = {name.casefold(): name for name in (*HELD, *NAMES)} | OTHER_NAMES


@dataclass(frozen=True, slots=True)
class Key:
    """One key with what is held while it is pressed."""

    name: str
    held: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Key | None:
        """Read a key, however its parts are ordered and written; None for anything that is no single key."""
        text = text.strip()
        # The plus itself may be pressed: "+", "Ctrl++".
        before, last = (text[:-1], "+") if text.endswith("+") else _parted(text)
        held = [_KNOWN.get(part.strip().casefold(), "") for part in before.split("+") if part.strip()]
        if any(part not in HELD for part in held):
            return None
        name = _KNOWN.get(last.casefold(), last.upper() if len(last) == 1 else "")
        is_sign = len(name) == 1 and name.isprintable() and not name.isspace()
        return cls(name, frozenset(held)) if is_sign or name in NAMES else None

    @property
    def text(self) -> str:
        """The key as the command table writes it."""
        return "+".join((*(part for part in HELD if part in self.held), self.name))

    @property
    def is_function(self) -> bool:
        """Whether it is one of the function keys, or another one that never writes anything."""
        return self.name in _FUNCTION_KEYS or self.name in {"Help", "Pause", "Menu"}


def _parted(text: str) -> tuple[str, str]:
    before, _, last = text.rpartition("+")
    return before, last.strip()
