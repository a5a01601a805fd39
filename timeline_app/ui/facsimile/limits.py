# SPDX-License-Identifier: MIT
"""How large a facsimile may be, and how much memory showing it may take: declared here and nowhere else.

A scan of 12,000 × 9,000 pixels must open and add at most 700 MB (SI) to what the program takes:

    432 MB  the picture as its decoder hands it over, four bytes a pixel (`MOST_DECODED_BYTES` allows 440)
    144 MB  the same at a half, a quarter, an eighth …
     60 MB  both again as tiles, pressed as JPEG; as soon as they are there, what they were made from goes
     64 MB  tiles that the window keeps (`KEPT_TILE_BYTES`)

Of a PDF no page is ever held whole: a process of its own draws the parts that are in view, within `PDF_DATA_BYTES`.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

MOST_FILE_BYTES: Final = 512 * MEGABYTE
"""The largest picture, uncompressed at three bytes a pixel, takes 330 MB; more is not one page of a document."""

MOST_DECODED_BYTES: Final = 440 * MEGABYTE
"""The largest picture in memory: 110 million pixels of four bytes, half as many where a channel has 16 bits."""

KEPT_WHOLE_BYTES: Final = 160 * MEGABYTE
"""Pictures that take no more, with their smaller levels, stay as they are: A3 at 400 dots an inch does."""

TILE_PX: Final = 512
"""Large enough that a screen needs a dozen, small enough that one is cut out within a frame."""

PRESSED_QUALITY: Final = 94
"""At which JPEG quality tiles of large pictures are kept: nothing of it is seen even at four times their size."""

OVERVIEW_PX: Final = 1600
"""The longest side of the level that is always there, so that no part of a picture is ever blank."""

KEPT_TILE_BYTES: Final = 64 * MEGABYTE
"""Tiles kept beyond those in view, the longest unseen go first: two screens of 1920 × 1080."""

PDF_DOTS_PER_INCH: Final = 400
"""At which size a page's first level is drawn: what scanners in archives deliver."""

MOST_PDF_SIDE_PX: Final = 12_000
"""The longest side of a page's first level: a map on A0 is drawn coarser."""

PDF_TILE_PX: Final = 1024
"""Larger than a picture's, since each part that is drawn has the whole page's pictures decoded for it."""

PDF_DATA_BYTES: Final = 600 * MEGABYTE
"""What the process that draws a PDF may take: beyond it, it ends, and the program lives on."""

LONGEST_WAIT_MS: Final = 60_000.0
"""After so long without an answer a file counts as one that cannot be shown."""
