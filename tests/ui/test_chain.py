# SPDX-License-Identifier: MIT
"""A chain in the window: its page in words, its controls, its marks, and the way out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.sample_documents import small_document
from tests.stages import ENGLISH, of_role, target_of
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.scene.outline import OutlineWords
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.chain_page import ChainPage
from timeline_app.ui.panels.event_page import EventPage

pytestmark = pytest.mark.usefixtures("fonts")

EVENTS = (
    {"id": "talks", "title": "The talks", "date": "1955-01-01", "links": [
        {"to": "offer", "kind": "led-to", "sources": ["gazette"], "why": "The offer followed the talks."},
        {"to": "protest", "kind": "led-to", "judgement": True},
    ]},
    {"id": "offer", "title": "The offer", "date": "1956-01-01", "links": [{"to": "ship", "kind": "led-to", "judgement": True}]},
    {"id": "protest", "title": "The protest", "date": "1957-01-01", "links": [{"to": "ship", "kind": "led-to", "judgement": True}]},
    {"id": "ship", "title": "The ship", "date": "1959-01-01"},
    {"id": "song", "title": "The song", "date": "1958-01-01"},
)  # fmt: skip
SOURCES = {"gazette": {"kind": "press", "title": "The Gazette"}}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    path = tmp_path / "ferry.yaml"
    document = replace(small_document(*EVENTS, sources=SOURCES), path=path)
    bench = ShellBench(tmp_path, replace(good_reading(path), document=document))
    bench.show()
    bench.shell.commands.send("select.event", id="offer")
    bench.settle()
    yield bench
    bench.close()


def press(
    bench: ShellBench, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    bench.shell.canvas.setFocus()
    QTest.keyClick(bench.shell.canvas, key, modifier)
    bench.settle()


def page(bench: ShellBench) -> ChainPage:
    return bench.shown(ChainPage)


def rows(bench: ShellBench) -> list[str]:
    return [box.row.accessibleName() for box in page(bench).steps]


def numbers(bench: ShellBench) -> dict[str, str]:
    """Return what stands beside the marks of the steps, by their events."""
    scene = bench.shell.canvas.scene
    assert scene is not None
    found = [*of_role(scene, "chain-step"), *of_role(scene, "chain-step-here")]
    return {bench.shell.canvas.event_id(target_of(item).index): item.text for item in found}


def test_a_key_on_the_timeline_follows_the_chain_and_tells_it_in_words(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    assert rows(bench) == [
        "Step 1 of 3: The talks, 1 January 1955",
        "Step 2 of 3: The offer, 1 January 1956",
        "Step 3 of 3: The ship, 1 January 1959",
    ]
    said = [[paragraph.text for paragraph in box.said.paragraphs] for box in page(bench).steps]
    assert said == [
        [],
        ["Step 1 led to step 2.", "The offer followed the talks."],
        ["Step 2 led to step 3.", "◇ This is our own judgement."],
    ]
    assert [paragraph.text for paragraph in page(bench).head.paragraphs] == [
        "The chain",
        "From “The talks” to “The ship”, step by step over what led to what.",
        "Step 2 of 3",
    ]


def test_the_source_of_a_link_is_one_press_away(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    (button,) = (button for button in list(page(bench).steps)[1].sources.buttons if not button.isHidden())
    assert (button.text(), button.accessibleName()) == (
        "Source: The Gazette",
        "Source of the link to step 2: The Gazette",
    )
    button.click()
    bench.settle()
    assert (bench.shell.store.state.page, bench.shell.store.state.subject) == (PanelPage.SOURCE, "gazette")


def test_steps_are_numbered_on_the_timeline_and_flagged_on_the_overview(bench: ShellBench) -> None:
    assert numbers(bench) == {}
    press(bench, Qt.Key.Key_C)
    assert numbers(bench) == {"talks": "1", "offer": "2", "ship": "3"}
    overview = bench.shell.overview.scene
    assert overview is not None
    assert len(of_role(overview, "chain-flag")) == 3


def test_keys_walk_the_steps_and_escape_leaves(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    press(bench, Qt.Key.Key_J)
    assert bench.shell.store.state.selection.ids == ("ship",)
    present = [box.row.accessibleDescription() for box in page(bench).steps]
    assert present == ["", "", "present step"]
    press(bench, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    press(bench, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert bench.shell.store.state.selection.ids == ("talks",)
    press(bench, Qt.Key.Key_Escape)
    assert bench.shell.panel is not None
    assert isinstance(bench.shell.panel.page, EventPage)
    assert bench.shell.store.state.selection.ids == ("talks",)
    assert numbers(bench) == {}


def test_the_buttons_walk_too_and_are_off_at_the_ends(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    shown = page(bench)
    shown.next_button.setFocus()
    QTest.mouseClick(shown.next_button, Qt.MouseButton.LeftButton)
    bench.settle()
    assert bench.shell.store.state.selection.ids == ("ship",)
    assert (shown.previous_button.isEnabled(), shown.next_button.isEnabled()) == (True, False)
    assert shown.previous_button.hasFocus()
    QTest.mouseClick(shown.leave_button, Qt.MouseButton.LeftButton)
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.EVENT


def test_a_row_goes_to_its_step(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    first = next(iter(page(bench).steps)).row
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    bench.settle()
    assert (bench.shell.store.state.selection.ids, bench.shell.store.state.page) == (
        ("talks",),
        PanelPage.CHAIN,
    )


def test_another_way_is_offered_at_the_present_step_and_taken(bench: ShellBench) -> None:
    bench.shell.commands.send("chain.follow", id="ship")
    bench.settle()
    ways = [
        [button.text() for button in box.ways.buttons if not button.isHidden()] for box in page(bench).steps
    ]
    assert ways == [[], [], ["Or from: The offer"]]
    list(page(bench).steps)[2].ways.buttons[0].click()
    bench.settle()
    assert rows(bench)[1] == "Step 2 of 3: The offer, 1 January 1956"
    assert bench.shell.store.state.selection.ids == ("offer",)


def test_the_event_page_leads_to_its_chain_where_there_is_one(bench: ShellBench) -> None:
    assert bench.shell.panel is not None
    shown = bench.shell.panel.page
    assert isinstance(shown, EventPage)
    assert not shown.chain_row.isHidden()
    shown.chain_button.click()
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.CHAIN
    bench.shell.commands.send("select.event", id="song")
    bench.settle()
    shown = bench.shell.panel.page
    assert isinstance(shown, EventPage)
    assert shown.chain_row.isHidden()
    press(bench, Qt.Key.Key_C)
    assert bench.shell.store.state.notice is not None
    assert bench.shell.store.state.notice.message.key == "notice.no-chain"
    assert bench.shell.panel.page is shown


def test_screen_readers_hear_the_number_of_a_step(bench: ShellBench) -> None:
    canvas = bench.shell.canvas
    words = OutlineWords(bench.shell.stage, ENGLISH)
    before = words.event_details(1, canvas.overlays, canvas.chain)
    press(bench, Qt.Key.Key_C)
    assert words.event_details(1, canvas.overlays, canvas.chain) == f"Step 2 of 3. {before}"
    assert words.event_details(4, canvas.overlays, canvas.chain) == words.event_details(4)


def test_a_chain_that_the_lens_hides_is_said_to_be_hidden(bench: ShellBench) -> None:
    press(bench, Qt.Key.Key_C)
    bench.shell.commands.send("filters.dates", text="1958", certain=True)
    bench.settle()
    told = [paragraph.text for paragraph in page(bench).head.paragraphs]
    assert told[0] == "No chain can be shown here."
    assert rows(bench) == []
    assert numbers(bench) == {}


def test_the_keyboard_at_a_step_goes_with_the_chain(bench: ShellBench) -> None:
    window, send = bench.shell.window, bench.shell.commands.send
    window.activateWindow()
    send("chain.follow")
    send("go.panel")
    bench.settle()
    before = window.focusWidget()
    assert before is not None
    assert "The offer" in before.accessibleName()
    # As from a menu or the palette.
    send("chain.next")
    bench.settle()
    after = window.focusWidget()
    assert after is not None
    assert "The ship" in after.accessibleName()
    assert after.accessibleDescription()
