# SPDX-License-Identifier: MIT
"""Themes know every role, and their contrast meets WCAG 2.2: AA for text and marks, AAA in high contrast."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline_app.scene.roles import ITEM_ROLES
from timeline_app.ui.theme import THEME_NAMES, Theme, load_theme

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "themes"
LANES = ("plum", "indigo", "ochre", "teal", "vermilion", "slate", "moss", "umber")

#: What lane colours must not be: the flags' own red and blue stay out of both Koreas' and Japan's lanes.
COLOUR = re.compile(r"#[0-9A-F]{6}([0-9A-F]{2})?")

#: Text tokens -> every ground on which some part of the program writes them.
TEXT_ON = {
    "ink": (
        "paper", "card", "panel", "popup", "sunken", "control", "control-hover", "control-pressed", "covered",
        "badge", "passage", "quote", "lane.ground", "lane.bar", "lane.bar-strong", "map-land", "map-sea",
    ),
    "ink-second": ("paper", "card", "panel", "popup", "sunken", "control", "covered", "quote"),
    "ink-date": ("card", "lane.ground", "lane.bar", "lane.bar-strong"),
    "ink-faint": ("paper", "panel", "popup", "control"),
    "on-accent": ("accent", "accent-hover", "accent-pressed"),
    "link": ("paper", "panel", "card", "popup", "quote", "control-hover"),
    "link-hover": ("paper", "panel", "card", "popup", "quote"),
    "selection-text": ("selection",),
    "on-focus": ("focus",),
    "era-text": ("era", "era-alternate"),
    "badge-text": ("badge",),
    "tooltip-text": ("tooltip",),
    "quote-text": ("quote", "passage"),
    "quote-second": ("quote",),
    "error": ("panel", "popup", "error-ground"),
    "warning": ("panel", "popup", "warning-ground"),
    "good": ("panel", "popup", "good-ground"),
    "note": ("panel", "popup", "note-ground"),
    "lane.text": ("paper", "panel", "card", "lane.ground"),
    "map-ink": ("map-land", "map-sea"),
}  # fmt: skip

#: Drawn things that carry meaning -> the grounds they are drawn on.
GRAPHICS_ON = {
    "lane.mark": ("paper", "panel", "card", "sunken", "lane.ground", "lane.bar", "quote"),
    "focus": ("paper", "panel", "card", "popup", "sunken", "control", "lane.ground"),
    "link-line": ("paper", "lane.ground"),
    "overview-window": ("sunken", "paper"),
    "ink": ("card", "lane.ground"),
    "ink-second": ("card", "lane.ground", "lane.bar"),
    "silence": ("lane.ground",),
    "accent": ("paper", "lane.ground", "sunken"),
    "passage-rule": ("panel", "quote"),
    "chart-bar": ("panel",),
    "scroll-handle-hover": ("panel", "paper"),
    "map-mark": ("map-land", "map-sea"),
    "map-lit": ("map-land", "map-sea"),
    "map-route": ("map-land", "map-sea"),
    "map-coast": ("map-land", "map-sea"),
}


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(FOLDER, request.param)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio after WCAG 2.2."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme: Theme, pairs: Mapping[str, tuple[str, ...]], least: float) -> list[str]:
    """List every pair of colours below a ratio, in each lane where a lane's colour takes part."""
    found: set[str] = set()
    for token, grounds in pairs.items():
        for ground in grounds:
            for lane in LANES:
                ratio = contrast(theme.colour(token, lane), theme.colour(ground, lane))
                if ratio < least:
                    where = lane if "lane." in token + ground else ""
                    found.add(f"{token} on {ground} {where}: {ratio:.2f} < {least}")
    return sorted(found)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_every_theme_knows_every_role(theme: Theme) -> None:
    assert set(theme.roles) == set(ITEM_ROLES)


def test_every_style_names_colours_that_exist(theme: Theme) -> None:
    for role, style in theme.roles.items():
        for token in filter(None, (style.fill, style.edge, style.text)):
            for lane in LANES:
                assert COLOUR.fullmatch(theme.colour(token, lane)), (role, token)


def test_all_themes_name_the_same_tokens_and_lanes() -> None:
    light, *others = (load_theme(FOLDER, name) for name in THEME_NAMES)
    for other in others:
        assert set(other.tokens) == set(light.tokens)
        assert {lane: set(colours) for lane, colours in other.lanes.items()} == {
            lane: set(colours) for lane, colours in light.lanes.items()
        }
    assert set(light.lanes) == set(LANES)


def test_colours_are_written_one_way(theme: Theme) -> None:
    colours = [*theme.tokens.values(), *(c for lane in theme.lanes.values() for c in lane.values())]
    assert [colour for colour in colours if not COLOUR.fullmatch(colour)] == []


def test_text_is_readable_on_every_ground_it_is_drawn_on(theme: Theme) -> None:
    assert too_faint(theme, TEXT_ON, 7.0 if theme.name == "high-contrast" else 4.5) == []


def laid_over(ground: str, colour: str, opacity: float) -> str:
    """Return what a colour of some opacity looks like on a ground."""
    parts = [
        round(int(ground[at : at + 2], 16) * (1 - opacity) + int(colour[at : at + 2], 16) * opacity)
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def test_titles_can_be_read_even_when_they_are_dimmed(theme: Theme) -> None:
    for lane in LANES:
        ground = theme.colour("lane.ground", lane)
        bar = laid_over(ground, theme.colour("lane.bar", lane), theme.dim_opacity)
        for under in (ground, bar):
            ink = laid_over(under, theme.colour("ink"), theme.dim_text_opacity)
            assert contrast(ink, under) >= (7.0 if theme.name == "high-contrast" else 4.5), lane


@pytest.mark.parametrize("share", [0.0, 0.16, 0.34, 0.5, 0.66, 0.84, 1.0])
def test_words_can_be_read_wherever_a_bar_fades(theme: Theme, share: float) -> None:
    least = 7.0 if theme.name == "high-contrast" else 4.5
    for lane in LANES:
        ground = theme.colour("lane.ground", lane)
        for body in ("lane.bar", "lane.bar-strong"):
            under = laid_over(ground, theme.colour(body, lane), share)
            for ink in ("ink", "ink-date"):
                assert contrast(theme.colour(ink), under) >= least, (lane, body, ink)


def test_words_can_be_read_in_the_shade_after_the_cursor(theme: Theme) -> None:
    shade = theme.colour("known-shade")
    opacity = int(shade[7:9], 16) / 255
    least = 7.0 if theme.name == "high-contrast" else 4.5
    for lane in LANES:
        for ground in ("lane.ground", "lane.bar"):
            under = laid_over(theme.colour(ground, lane), shade, opacity if ground == "lane.ground" else 0.0)
            for ink in ("ink", "ink-date"):
                assert contrast(theme.colour(ink), under) >= least, (lane, ground, ink)


@pytest.mark.parametrize("share", [0.0, 0.08, 0.17, 0.34])
def test_words_can_be_read_where_the_doubt_of_a_dot_reaches_under_them(theme: Theme, share: float) -> None:
    for lane in LANES:
        under = laid_over(theme.colour("lane.ground", lane), theme.colour("lane.mark", lane), share)
        assert contrast(theme.colour("ink"), under) >= 4.5, lane


@pytest.mark.parametrize("share", [0.0, 0.16, 0.34, 0.5, 1.0])
def test_a_question_mark_can_be_read_where_a_bar_fades_out(theme: Theme, share: float) -> None:
    for lane in LANES:
        under = laid_over(theme.colour("lane.ground", lane), theme.colour("lane.bar", lane), share)
        for role in ("event-bar", "event-dot"):
            assert contrast(theme.colour(theme.roles[role].text, lane), under) >= 4.5, (lane, role)


def test_what_is_dimmed_recedes(theme: Theme) -> None:
    assert theme.dim_opacity < theme.dim_text_opacity < 1.0


def test_marks_stand_out_from_their_ground(theme: Theme) -> None:
    assert too_faint(theme, GRAPHICS_ON, 3.0) == []


def test_chips_are_readable(theme: Theme) -> None:
    chips = {
        f"{name}-text": (name,) for name in theme.tokens if re.fullmatch(r"chip-[a-z-]+(?<!-text)", name)
    }
    assert len(chips) >= 11
    assert too_faint(theme, chips, 7.0 if theme.name == "high-contrast" else 4.5) == []


def test_a_text_of_the_theme_reads_on_every_lane_colour(theme: Theme) -> None:
    least = 7.0 if theme.name == "high-contrast" else 4.5
    for lane in LANES:
        mark = theme.colour("lane.mark", lane)
        best = max(contrast(theme.colour(text), mark) for text in ("paper", "card", "ink", "on-accent"))
        assert best >= least, lane


def test_the_lanes_have_the_colours_of_the_design() -> None:
    light, dark = load_theme(FOLDER, "light"), load_theme(FOLDER, "dark")
    assert [light.colour("lane.mark", lane) for lane in LANES] == [
        "#8A3F73", "#33568F", "#9A6B12", "#1C7F76", "#B8442C", "#566274", "#55702A", "#76564A",
    ]  # fmt: skip
    assert [dark.colour("lane.mark", lane) for lane in LANES] == [
        "#D98BC2", "#86A9E6", "#E0B04E", "#5CC7BA", "#F08A6E", "#A7B4C8", "#A9C46C", "#C9A797",
    ]  # fmt: skip


def test_an_item_of_no_lane_is_drawn_in_slate() -> None:
    light = load_theme(FOLDER, "light")
    assert light.colour("lane.mark") == light.colour("lane.mark", "slate")
    assert light.colour("lane.mark", "no such lane") == light.colour("lane.mark", "slate")


def test_a_theme_file_changes_single_styles() -> None:
    light, strong = load_theme(FOLDER, "light"), load_theme(FOLDER, "high-contrast")
    assert light.roles["link"].edge_px == 1.5
    assert strong.roles["link"].edge_px == 2.0
    assert strong.roles["link"].edge == light.roles["link"].edge
