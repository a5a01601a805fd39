# SPDX-License-Identifier: MIT
"""Writes a handout as one file of HTML, the strips of its stops drawn into it as SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.state.handout import Handout, Strip
from timeline_app.state.handout_html import handout_html
from timeline_app.ui.handout.pdf import make_drawer
from timeline_app.ui.handout.pictures import Drawer

STRIP_SIZE: Final = Size(900.0, 230.0)
NAMES: Final = re.compile(r'(\bid="|\burl\(#|\bhref="#)')
"""Where an SVG names its own parts: those of several in one page must differ."""


def html_bytes(handout: Handout, translator: Translator) -> bytes:
    """Return a handout as a file of HTML."""
    drawer = make_drawer(translator)
    pictures = {strip: _picture(strip, number, drawer) for number, strip in enumerate(_strips(handout))}
    words = {"notes": translator.say("handout.notes")}
    return handout_html(handout, pictures, words).encode()


def _strips(handout: Handout) -> Iterator[Strip]:
    yield from (sheet.strip for sheet in handout.sheets if sheet.strip is not None)
    yield from (piece for part in handout.parts for piece in part.pieces if isinstance(piece, Strip))


def _picture(strip: Strip, number: int, drawer: Drawer) -> str:
    """Return a strip without the head that a file of its own has; what it shows is said beside it."""
    svg = drawer.svg(strip, STRIP_SIZE).decode()
    svg = svg[svg.index("<svg") :].strip()
    svg = re.sub(r"<(title|desc)>.*?</\1>\s*", "", svg, flags=re.DOTALL)
    return NAMES.sub(rf"\g<1>strip-{number}-", svg).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )
