# SPDX-License-Identifier: MIT
"""Settings: theme, text size, motion. Every choice takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from timeline_app.base.messages import Message, Translator
from timeline_app.state.app_state import Settings, ThemeChoice
from timeline_app.state.handlers import TEXT_STEPS
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for

WIDTH_PX = 460
HEIGHT_PX = 420


class SettingsDialog(Dialog):
    """Shows the settings and sends a command for every change."""

    def __init__(self, settings: Settings, send: Send, translator: Translator, parent: QWidget) -> None:
        super().__init__(
            translator.say("settings.title"), translator, settings.text_size_percent / 100.0, parent
        )
        self._send = send
        self.column.addWidget(self._theme_group(settings.theme))
        self.column.addWidget(self._text_size_group(settings.text_size_percent))
        self.motion = QCheckBox(translator.say("settings.motion"), self)
        self.motion.setFont(font_for("control", translator.language, self.text_scale))
        self.motion.setChecked(settings.reduced_motion)
        self.motion.toggled.connect(lambda on: self._send("settings.reduced-motion", on=on))
        self.column.addWidget(self.motion)
        self.column.addStretch(1)
        self.add_buttons()

    def _group(self, key: str) -> tuple[QGroupBox, QVBoxLayout]:
        group = QGroupBox(self.translator.text(Message(key)), self)
        group.setFont(font_for("control", self.translator.language, self.text_scale))
        return group, QVBoxLayout(group)

    def _theme_group(self, present: ThemeChoice) -> QGroupBox:
        group, layout = self._group("settings.theme")
        self.themes = QButtonGroup(self)
        for number, choice in enumerate(ThemeChoice):
            button = QRadioButton(self.translator.text(Message.of(f"settings.theme.{choice.value}")), group)
            button.setFont(font_for("control", self.translator.language, self.text_scale))
            button.setChecked(choice is present)
            self.themes.addButton(button, number)
            layout.addWidget(button)
        self.themes.idClicked.connect(self._choose_theme)
        return group

    def _choose_theme(self, number: int) -> None:
        self._send("settings.theme", theme=tuple(ThemeChoice)[number].value)

    def _text_size_group(self, present: int) -> QGroupBox:
        group, layout = self._group("settings.text-size")
        row = QHBoxLayout()
        self.text_size = QSlider(Qt.Orientation.Horizontal, group)
        self.text_size.setRange(TEXT_STEPS[0], TEXT_STEPS[-1])
        self.text_size.setSingleStep(5)
        self.text_size.setPageStep(25)
        self.text_size.setTracking(False)
        self.text_size.setValue(present)
        self.text_size.setAccessibleName(self.translator.say("settings.text-size"))
        shown = self.label(self.translator.say("menu.text-size-step", percent=present))
        row.addWidget(self.text_size, 1)
        row.addWidget(shown)
        layout.addLayout(row)
        say = self.translator.say
        self.text_size.sliderMoved.connect(
            lambda value: shown.setText(say("menu.text-size-step", percent=value))
        )
        self.text_size.valueChanged.connect(
            lambda value: shown.setText(say("menu.text-size-step", percent=value))
        )
        self.text_size.valueChanged.connect(lambda value: self._send("settings.text-size", percent=value))
        return group
