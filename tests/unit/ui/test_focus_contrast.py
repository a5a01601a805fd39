# SPDX-License-Identifier: MIT
"""The focus ring stands out by 3:1 from what lies on both of its sides, in every theme, and is 3 pixels wide."""

import re
from pathlib import Path

import pytest

from tests.unit.ui.test_theme import FOLDER, LANES, contrast
from timeline_app.ui.panels.styles import panel_style_sheet
from timeline_app.ui.theme import THEME_NAMES, Theme, load_theme

LEAST = 3.0
LEAST_PX = 3.0
#: Where rings are drawn -> what lies outside of them, and inside.
RINGS = {
    "header button": ("paper", "control"),
    "header button, pressed": ("paper", "control-pressed"),
    "chip and button in the bar": ("sunken", "control"),
    "button in the bar, pressed": ("sunken", "control-pressed"),
    "the panel": ("paper", "panel"),
    "button in the panel": ("panel", "control"),
    "button in the panel, pressed": ("panel", "control-pressed"),
    "row": ("panel", "control-hover"),
    "field in a dialog": ("popup", "control"),
    "button in a dialog, pressed": ("popup", "control-pressed"),
    "entry of a menu": ("popup", "control-hover"),
    "words of a document": ("panel", "quote"),
    "lit words of a document": ("panel", "passage"),
    "the main button in the panel": ("panel", "on-accent"),
    "the main button in a dialog": ("popup", "control"),
    "the overview": ("paper", "sunken"),
}


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(FOLDER, request.param)


@pytest.mark.parametrize("place", RINGS)
def test_the_ring_stands_out_on_both_sides(theme: Theme, place: str) -> None:
    for ground in RINGS[place]:
        assert contrast(theme.colour("focus"), theme.colour(ground)[:7]) >= LEAST, (theme.name, ground)


def test_on_the_canvas_the_ring_stands_out_from_lanes_bars_and_its_own_border(theme: Theme) -> None:
    style = theme.roles["focus-ring"]
    assert style.edge_px >= LEAST_PX
    assert contrast(theme.colour(style.edge), theme.colour(style.fill)) >= LEAST
    for lane in LANES:
        for ground in ("lane.ground", "lane.bar"):
            assert contrast(theme.colour(style.edge), theme.colour(ground, lane)) >= LEAST, (lane, ground)


def test_the_main_button_s_line_parts_ring_and_ground(theme: Theme) -> None:
    assert contrast(theme.colour("on-accent"), theme.colour("accent")) >= LEAST


@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_the_panel_s_ring_is_three_pixels_wide_at_every_text_size(theme: Theme, text_scale: float) -> None:
    rule = re.search(r'\[ring="true"\] \{ border: (\d+)px', panel_style_sheet(theme, text_scale))
    assert rule is not None
    assert int(rule[1]) >= LEAST_PX


def test_every_ring_of_the_focus_has_a_width_that_can_be_seen(project_root: Path) -> None:
    """Widths are constants, in the modules that draw in the colour of the focus."""
    found = {}
    for path in (project_root / "timeline_app" / "ui").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        if re.search(r'colour\("focus"\)|ColorRole\.Highlight\)|solid \{\{?focus', code):
            for name, value in re.findall(
                r"^((?:FOCUS_)?RING_PX|FOCUS_PX): Final = ([\d.]+)$", code, re.MULTILINE
            ):
                found[f"{path.name} {name}"] = float(value)
    assert len(found) >= 5
    assert {name: px for name, px in found.items() if px < LEAST_PX} == {}
