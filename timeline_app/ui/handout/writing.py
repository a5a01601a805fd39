# SPDX-License-Identifier: MIT
"""Writes a handout into a file whose ending says the format, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.content.file_replacement import write_whole
from timeline_app.state.handout import Handout
from timeline_app.ui.handout.html_file import html_bytes
from timeline_app.ui.handout.pdf import pdf_bytes

MAKERS: Final[dict[str, Callable[[Handout, Translator], bytes]]] = {".pdf": pdf_bytes, ".html": html_bytes}


def write_handout(handout: Handout, path: Path, translator: Translator) -> Message | None:
    """Write a handout; return what went wrong, None if nothing did."""
    maker = MAKERS.get(path.suffix.lower())
    if maker is None:
        return Message.of("handout.unknown-ending", file=path.name)
    try:
        write_whole(path, maker(handout, translator))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Message.of("handout.unwritable", file=path.name, reason=reason)
    return None
