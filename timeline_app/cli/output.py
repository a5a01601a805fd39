# SPDX-License-Identifier: MIT
"""What is printed and cannot arrive: a reader that has gone, or a full disk, ends the program without a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TextIO

from timeline_app.base.messages import Translator

LOST_STATUS: Final = 1


def printed(tell: Callable[[], int], translator: Translator, out: TextIO) -> int:
    """Carry out what prints to `out` and return its status, `LOST_STATUS` if not all of it could be written.

    A reader that has read enough (`… | head`) is no fault: then the status is 0.
    """
    try:
        status = tell()
        out.flush()
    except BrokenPipeError:
        _forget(out)
        return 0
    except OSError as error:
        if error.filename is not None:
            raise  # Of a file, not of the output.
        _forget(out)
        reason = error.strerror or type(error).__name__
        print(translator.say("cli.error.output", reason=reason), file=sys.stderr)
        return LOST_STATUS
    return status


def _forget(out: TextIO) -> None:
    """Lead what is still to be written into nothing, so that the end of the program meets no second error."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
