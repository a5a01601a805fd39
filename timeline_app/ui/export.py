# SPDX-License-Identifier: MIT
"""Pictures of scenes: composed of parts, drawn as an image, or written as PNG, SVG or PDF.

SVG and PDF hold shapes and text. A part is a scene, or anything that paints itself: a header strip, a
page of the panel. Files are written whole or not at all.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPaintEngine, QPainter, QPdfWriter, QPicture

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.base.messages import Message
from timeline_app.scene.items import Scene
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.canvas.painter import Painter

PIXELS_PER_INCH: Final = 96
POINTS_PER_PIXEL: Final = 72 / PIXELS_PER_INCH
MAX_PIXELS: Final = 2**28
"""The largest image: a gigabyte of memory."""

LISTED_CHARACTERS: Final = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
"""What glyphs of a PDF's font stand for, one after the other."""

SAME_GLYPH: Final = {
    b"<0009>": b"<0020>",
    b"<02BB>": b"<2018>",
    b"<02BC>": b"<2019>",
    b"<02EE>": b"<201D>",
    b"<2012>": b"<2013>",
    b"<2027>": b"<30FB>",
}
"""The characters that our fonts draw with one glyph: what Qt takes it for, and what it is."""

USUAL: Final = re.compile(b"|".join(SAME_GLYPH))
PNG_TITLE: Final = "Title"
"""The name that the PNG format gives the title."""

CREATOR: Final = "Timeline"
ORIGIN: Final = Point(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class ScenePart:
    """A scene and where its upper left corner stands in the picture."""

    scene: Scene
    at: Point = ORIGIN


@dataclass(frozen=True, slots=True)
class PaintedPart:
    """Something that paints itself from (0, 0) and is cut to its rectangle in the picture."""

    paint: Callable[[QPainter], None]
    rect: Rect


Part = ScenePart | PaintedPart


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn: a size, and the parts in the order in which they cover each other."""

    size: Size
    parts: tuple[Part, ...]
    title: str = ""


def draw_scene_image(scene: Scene, brush: Painter, scale: float = 1.0) -> QImage:
    """Return a scene as an image, `scale` device pixels to a pixel of the scene."""
    return draw_image(Picture(scene.size, (ScenePart(scene),)), brush, scale)


def draw_image(picture: Picture, brush: Painter, scale: float = 1.0) -> QImage:
    """Return a picture as an image; a null image where it would be too large."""
    width, height = round(picture.size.w * scale), round(picture.size.h * scale)
    if width * height > MAX_PIXELS:
        return QImage()
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    paint_picture(painter, picture, brush, scale)
    painter.end()
    return image


def paint_picture(painter: QPainter, picture: Picture, brush: Painter, scale: float = 1.0) -> None:
    """Paint a picture; `scale` is device pixels per pixel of the picture."""
    painter.fillRect(QRectF(0.0, 0.0, *picture.size), qcolor(brush.theme.colour("paper")))
    for part in picture.parts:
        painter.save()
        if isinstance(part, ScenePart):
            painter.translate(*part.at)
            brush.paint(painter, part.scene, device_pixel_ratio=scale)
        else:
            painter.translate(part.rect.x, part.rect.y)
            painter.setClipRect(QRectF(0.0, 0.0, part.rect.w, part.rect.h))
            _paint_part(painter, part)
        painter.restore()


def _paint_part(painter: QPainter, part: PaintedPart) -> None:
    if painter.paintEngine().type() is not QPaintEngine.Type.SVG:
        part.paint(painter)
        return
    # A widget that is rendered straight into an SVG is cut in the wrong place: Qt writes the clip of each
    # child without its offset. Recorded first, only the clips that its painting itself has set remain.
    recording = QPicture()
    recorder = QPainter(recording)
    part.paint(recorder)
    recorder.end()
    painter.drawPicture(0, 0, recording)


def write_picture(picture: Picture, brush: Painter, path: Path, scale: float = 1.0) -> Message | None:
    """Write a picture to a file whose ending says the kind; return what went wrong, in words, or None."""
    makers = {".png": _png_bytes, ".svg": svg_bytes, ".pdf": _pdf_bytes}
    maker = makers.get(path.suffix.lower())
    if maker is None:
        return Message.of("export.problem.ending", file=path.name)
    made = maker(picture, brush, scale)
    if not made:
        width, height = round(picture.size.w * scale), round(picture.size.h * scale)
        return Message.of("export.problem.size", width=width, height=height)
    try:
        write_whole(path, made)
    except OSError as error:
        return Message.of("export.problem.write", file=str(path), reason=error.strerror or str(error))
    return None


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file's content at one stroke: whoever looks sees the old file or the whole new one."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # The temporary file is for its owner alone; a picture is for whom the folder is for.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _png_bytes(picture: Picture, brush: Painter, scale: float) -> bytes:
    image = draw_image(picture, brush, scale)
    if image.isNull():
        return b""
    if picture.title:
        image.setText(PNG_TITLE, picture.title)
    # Dots per metre, so that a text of 12 px is printed as large as it looks.
    image.setDotsPerMeterX(round(PIXELS_PER_INCH * scale / 0.0254))
    image.setDotsPerMeterY(round(PIXELS_PER_INCH * scale / 0.0254))
    buffer = _open_buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return _content_of(buffer)


def svg_bytes(picture: Picture, brush: Painter, scale: float = 1.0) -> bytes:
    """Return a picture as SVG."""
    from PySide6.QtSvg import QSvgGenerator

    from timeline_app.ui.svg_text import fixed_text

    del scale  # A vector picture has no pixels.
    buffer = _open_buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(picture.size.w), round(picture.size.h)))
    generator.setViewBox(QRectF(0.0, 0.0, *picture.size))
    generator.setResolution(PIXELS_PER_INCH)
    generator.setTitle(picture.title)
    generator.setDescription(CREATOR)
    painter = QPainter(generator)
    paint_picture(painter, picture, brush)
    painter.end()
    return fixed_text(_content_of(buffer))


def _pdf_bytes(picture: Picture, brush: Painter, scale: float) -> bytes:
    del scale
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    size = QSizeF(picture.size.w * POINTS_PER_PIXEL, picture.size.h * POINTS_PER_PIXEL)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    writer.setResolution(PIXELS_PER_INCH)
    writer.setTitle(picture.title)
    writer.setCreator(CREATOR)
    painter = QPainter(writer)
    paint_picture(painter, picture, brush)
    painter.end()
    return usual_characters(_content_of(buffer))


def usual_characters(pdf: bytes) -> bytes:
    """Return a PDF whose text is searched and copied with the characters that were written.

    Where characters share a glyph, Qt's table from glyphs to characters names the lowest one: a tab for
    a space, a letter for an apostrophe. Only the listed characters are touched, by others of the same
    length: the offsets in the file stay true.
    """
    return LISTED_CHARACTERS.sub(lambda listed: USUAL.sub(_usual_character, listed.group()), pdf)


def _usual_character(found: re.Match[bytes]) -> bytes:
    return SAME_GLYPH[found.group()]


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _content_of(buffer: QBuffer) -> bytes:
    buffer.close()
    content: QByteArray = buffer.data()
    return bytes(content.data())
