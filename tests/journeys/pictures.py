# SPDX-License-Identifier: MIT
"""Pictures of the screen as arrays: how much of an area differs, and how far something has moved."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

Pixels = npt.NDArray[np.int16]

VISIBLE = 40
"""A difference in one colour channel that is more than the smoothing of an edge."""


def pixels(picture: QImage, area: QRect) -> Pixels:
    """Return an area of a picture as rows of pixels with three channels."""
    image = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), :3].astype(np.int16)


def differing_share(first: Pixels, second: Pixels) -> float:
    """Return the share of pixels that differ visibly."""
    assert first.shape == second.shape
    return float((np.abs(first - second).max(axis=2) > VISIBLE).mean())


def moved_by(before: Pixels, after: Pixels, most_px: int) -> int:
    """Return by how many pixels a picture has moved to the right: the shift under which both agree best."""
    width = before.shape[1]
    shares = {
        shift: differing_share(
            before[:, max(-shift, 0) : width - max(shift, 0)], after[:, max(shift, 0) : width + min(shift, 0)]
        )
        for shift in range(-most_px, most_px + 1)
    }
    return min(shares, key=lambda shift: (shares[shift], abs(shift)))
