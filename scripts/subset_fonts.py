# SPDX-License-Identifier: MIT
"""Make resources/fonts/ anew from a folder of unpacked font packages: `python -m scripts.subset_fonts FOLDER`.

The folder holds `source-serif-4`, `inter`, `noto-sans-jp` and `noto-sans-kr`, each the unpacked npm package
`@expo-google-fonts/<name>` (`npm pack @expo-google-fonts/inter`, then tar). Their files are static: Qt draws
the wrong weight from variable ones. The Latin families are shipped whole: "Source" is a reserved font name, and
a subset would have to be renamed. The Japanese and Korean ones would be 23 MB and are cut to their national
character sets, which names and quotations stay within.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

#: Package -> the styles to ship, as (folder in the package, file name here).
WHOLE = {
    "source-serif-4": {
        "400Regular": "SourceSerif4-Regular.ttf",
        "400Regular_Italic": "SourceSerif4-Italic.ttf",
        "600SemiBold": "SourceSerif4-SemiBold.ttf",
        "700Bold": "SourceSerif4-Bold.ttf",
    },
    "inter": {
        "400Regular": "Inter-Regular.ttf",
        "500Medium": "Inter-Medium.ttf",
        "600SemiBold": "Inter-SemiBold.ttf",
        "700Bold": "Inter-Bold.ttf",
    },
}
CUT = {
    "noto-sans-jp": {"400Regular": "NotoSansJP-Regular.ttf", "700Bold": "NotoSansJP-Bold.ttf"},
    "noto-sans-kr": {"400Regular": "NotoSansKR-Regular.ttf", "700Bold": "NotoSansKR-Bold.ttf"},
}
#: Python's codecs know the national sets: JIS X 0208, and KS X 1001 with its 2,350 syllables and 4,888 hanja.
CHARACTER_SETS = {"noto-sans-jp": "euc_jp", "noto-sans-kr": "euc_kr"}

#: In both: ASCII, Latin-1, the vowels with macrons of romanised Japanese, general punctuation, kana, CJK
#: punctuation, enclosed and full-width forms. Beyond the Japanese set: the 々-like marks and 髙, 﨑, which names use.
COMMON = [
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2010, 0x2050),
    range(0x3000, 0x3100),
    range(0x31F0, 0x3200),
    range(0xFF00, 0xFFF0),
]
NAMES = "髙﨑德濵"


def national(codec: str) -> Iterator[int]:
    """Yield the code points of a national set: all that its two-byte codes decode to."""
    for first in range(0xA1, 0xFF):
        for second in range(0xA1, 0xFF):
            try:
                text = bytes((first, second)).decode(codec)
            except UnicodeDecodeError:
                continue
            yield from map(ord, text)


def wanted(package: str) -> set[int]:
    """Return the code points to keep in one package's fonts."""
    points = set(national(CHARACTER_SETS[package]))
    for block in COMMON:
        points.update(block)
    return points | set(map(ord, NAMES))


def cut(source: Path, target: Path, points: set[int]) -> None:
    """Write the part of a font that draws these code points in horizontal lines."""
    options = subset.Options()
    options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "palt"]
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.glyph_names = False
    options.hinting = False
    options.notdef_outline = True
    # The same input must give the same bytes, or every rebuild would be a change.
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    font.save(target)


def main() -> None:
    """Write every font and its licence, and print their sizes and digests."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the name of the script and the folder
        sys.exit(__doc__)
    packages = Path(sys.argv[1])
    for package, styles in (WHOLE | CUT).items():
        folder = FONTS / package
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / package / "LICENSE_FONT", folder / "OFL.txt")
        for style, name in styles.items():
            (source,) = (packages / package / style).glob("*.ttf")
            target = folder / name
            if package in WHOLE:
                shutil.copyfile(source, target)
            else:
                cut(source, target, wanted(package))
            digest = hashlib.sha256(target.read_bytes()).hexdigest()[:16]
            print(f"{target.stat().st_size:>9,}  {digest}  {package}/{name}")


if __name__ == "__main__":
    main()
