# SPDX-License-Identifier: MIT
"""Writes a handout as one file of HTML, the strips of its stops drawn into it as SVG."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.base.geometry import Size
from timeline_app.base.messages import Translator
from timeline_app.state.handout import Handout, StopSheet
from timeline_app.state.handout_html import handout_html
from timeline_app.ui.handout.pdf import make_drawer
from timeline_app.ui.handout.pictures import Drawer

STRIP_SIZE: Final = Size(900.0, 230.0)
NAMES: Final = re.compile(r'(\bid="|\burl\(#|\bhref="#)')
"""Where an SVG names its own parts: those of several in one page must differ."""


def html_bytes(handout: Handout, translator: Translator) -> bytes:
    """Return a handout as a file of HTML."""
    drawer = make_drawer(translator)
    pictures = {sheet.number: _picture(sheet, drawer) for sheet in handout.sheets if sheet.strip is not None}
    words = {"notes": translator.say("handout.notes")}
    return handout_html(handout, pictures, words).encode()


def _picture(sheet: StopSheet, drawer: Drawer) -> str:
    """Return the strip of a stop, without the head that a file of its own has; it says what it shows elsewhere."""
    if sheet.strip is None:
        return ""
    svg = drawer.svg(sheet.strip, STRIP_SIZE).decode()
    svg = svg[svg.index("<svg") :].strip()
    svg = re.sub(r"<(title|desc)>.*?</\1>\s*", "", svg, flags=re.DOTALL)
    return NAMES.sub(rf"\g<1>stop-{sheet.number}-", svg).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )
