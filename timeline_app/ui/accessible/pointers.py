# SPDX-License-Identifier: MIT
"""The one form in which Qt takes pointers to accessibility interfaces from Python.

`interface_cast` must return a `shiboken6.VoidPtr`, also for "no": anything else is a wild pointer to
C++. An interface is deleted in Qt's table before the Python object goes; the other order dangles.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtGui import QAccessibleActionInterface, QAccessibleValueInterface

NO: Final = shiboken6.VoidPtr(0)


def pointer_of(interface: shiboken6.Object) -> shiboken6.VoidPtr:
    """Return the C++ pointer of a wrapped object."""
    return shiboken6.VoidPtr(shiboken6.getCppPointer(interface)[0])


def pointer_from(answer: object) -> shiboken6.VoidPtr:
    """Return a parent class's answer to `interface_cast` in the form that Qt takes."""
    if isinstance(answer, shiboken6.VoidPtr):
        return answer
    return shiboken6.VoidPtr(answer if isinstance(answer, int) else 0)


class Actions(QAccessibleActionInterface):
    """What can be done to an item, by Qt's names for it."""

    def __init__(self, acts: dict[str, Callable[[], None]]) -> None:
        super().__init__()
        self._acts = acts

    def actionNames(self) -> list[str]:
        """Qt's: what can be done."""
        return list(self._acts)

    def doAction(self, actionName: str) -> None:
        """Qt's: do it."""
        act = self._acts.get(actionName)
        if act is not None:
            act()

    def keyBindingsForAction(self, actionName: str) -> list[str]:
        """Qt's: the keys are those of the whole canvas, none is an item's own."""
        del actionName
        return []


class Number(QAccessibleValueInterface):
    """A number that can be read and set, within bounds."""

    def __init__(
        self,
        value: Callable[[], float],
        change: Callable[[float], None],
        bounds: Callable[[], tuple[float, float]],
        step: float,
    ) -> None:
        super().__init__()
        self._value = value
        self._change = change
        self._bounds = bounds
        self._step = step

    def currentValue(self) -> float:
        """Qt's: the number."""
        return self._value()

    def setCurrentValue(self, value: object) -> None:
        """Qt's: set the number."""
        if isinstance(value, (int, float)):
            least, most = self._bounds()
            self._change(min(max(float(value), least), most))

    def minimumValue(self) -> float:
        """Qt's: the least it can be."""
        return self._bounds()[0]

    def maximumValue(self) -> float:
        """Qt's: the most it can be."""
        return self._bounds()[1]

    def minimumStepSize(self) -> float:
        """Qt's: the least change that makes sense."""
        return self._step
