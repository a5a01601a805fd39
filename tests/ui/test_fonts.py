# SPDX-License-Identifier: MIT
"""The bundled fonts carry the names, weights and characters that the program asks for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"

#: Family -> its weights, upright, as Qt counts them.
WEIGHTS = {
    "Source Serif 4": [400, 600, 700],
    "Inter": [400, 500, 600, 700],
    "Noto Sans JP": [400, 700],
    "Noto Sans KR": [400, 700],
}

# In a process of its own: fonts that a test adds stay with the application for all later tests.
ASK_QT = """
import json, sys
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication, QImage, QPainter
app = QGuiApplication([])
families = sorted({f for p in sys.argv[1:] for f in QFontDatabase.applicationFontFamilies(
    QFontDatabase.addApplicationFont(p))})
def ink(family, weight):
    image = QImage(400, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    font = QFont([family], 24, weight)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(5, 45, "Hamburg 1959")
    painter.end()
    return [QFontInfo(font).family(), QFontInfo(font).weight(), sum(255 - b for b in bytes(image.constBits()))]
weights = json.loads(sys.stdin.read())
print(json.dumps({"families": families, "ink": {f: [ink(f, w) for w in ws] for f, ws in weights.items()}}))
"""


def test_qt_finds_clean_families_and_draws_each_weight_heavier_than_the_last() -> None:
    files = [str(path) for path in sorted(FONTS.rglob("*.ttf"))]
    result = subprocess.run(
        [sys.executable, "-c", ASK_QT, *files],
        input=json.dumps(WEIGHTS),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answer = json.loads(result.stdout)
    # Beside the family, Qt lists the name that old Windows programs see ("Inter Medium").
    assert {family.removesuffix(" Medium").removesuffix(" SemiBold") for family in answer["families"]} == set(
        WEIGHTS
    )
    for family, weights in WEIGHTS.items():
        drawn = answer["ink"][family]
        assert [entry[0] for entry in drawn] == [family] * len(weights)
        assert [entry[1] for entry in drawn] == weights
        inks = [entry[2] for entry in drawn]
        assert inks == sorted(inks), f"{family}: a heavier weight puts less ink on the paper: {inks}"
        assert len(set(inks)) == len(inks), f"{family}: two weights look the same"


@pytest.mark.parametrize("path", sorted(FONTS.rglob("*.ttf")), ids=lambda path: path.name)
def test_fonts_are_static_and_have_their_licence_beside_them(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "fvar" not in font, "variable fonts draw the wrong weight"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (path.parent / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("source-serif-4", "Ōsaka “1959–1984” — Chōsen Sōren · P’yŏngyang, Ŭi"),
        ("inter", "Ōsaka “1959–1984” — Chōsen Sōren · P’yŏngyang, Ŭi"),
        ("noto-sans-jp", "帰国事業 在日朝鮮人 新潟港 日本赤十字社 ヴ・ー「」『』々〆髙﨑"),
        ("noto-sans-kr", "재일조선인 귀국사업 니가타 총련 民團 朝鮮總聯 歸國 ㄱㅏ ·「」"),
    ],
)
def test_fonts_can_write_the_names_and_quotations_of_the_exhibit(folder: str, text: str) -> None:
    for path in sorted((FONTS / folder).glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            missing = sorted(set(map(ord, text)) - set(font.getBestCmap()))
        assert not missing, f"{path.name} lacks {[chr(point) for point in missing]}"


def test_the_fonts_stay_small_enough_to_travel_in_the_wheel() -> None:
    assert sum(path.stat().st_size for path in FONTS.rglob("*.ttf")) <= 16_000_000
