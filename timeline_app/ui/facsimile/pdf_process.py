# SPDX-License-Identifier: MIT
"""Draws the pages of one PDF, as a process of its own; started by `pdf_sheet`, which talks to it through pipes.

PySide holds Python's lock while a page is drawn, so that a thread would stop the window; and a file that is made
to do harm ends this process and nothing else. It reads one JSON line a wish and answers with one, followed by the
pixels where there are any. It imports nothing of ours: whatever it costs to start is waited for.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

_FAULTS = {
    QPdfDocument.Error.FileNotFound: "missing",
    QPdfDocument.Error.IncorrectPassword: "locked",
    QPdfDocument.Error.UnsupportedSecurityScheme: "locked",
}


def limit_memory(most_bytes: int) -> None:
    """Let this process take no more; where the system knows no such limit, nothing holds it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))


def answer(told: dict[str, object], pixels: bytes = b"") -> None:
    """Write an answer."""
    out = sys.stdout.buffer
    out.write(json.dumps({**told, "bytes": len(pixels)}).encode() + b"\n")
    out.write(pixels)
    out.flush()


def described(document: QPdfDocument, page: int) -> dict[str, object]:
    """Return what is told of a document that is open, and of one page of it."""
    count = document.pageCount()
    if not 0 <= page < count:
        return {"pages": count, "width": 0, "height": 0}
    size = document.pagePointSize(page)
    return {"pages": count, "width": size.width(), "height": size.height()}


def drawn(document: QPdfDocument, page: int, wish: list[int]) -> bytes:
    """Return a part of a page at a size, on white: the page's width and height, then the part."""
    width, height, *part = wish
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(QSize(width, height))
    options.setScaledClipRect(QRect(*part))
    image = document.render(page, QSize(part[2], part[3]), options)
    paper = QImage(part[2], part[3], QImage.Format.Format_RGB32)
    if image.isNull() or paper.isNull():
        raise MemoryError
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return bytes(paper.constBits())


def main() -> None:
    """Open the file, and draw until nobody asks any more."""
    path, page, most_bytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    limit_memory(most_bytes)
    QCoreApplication.setApplicationName("facsimile")
    document = QPdfDocument()
    error = document.load(path)
    if error is not QPdfDocument.Error.None_:
        answer({"fault": _FAULTS.get(error, "damaged")})
        return
    answer(described(document, page))
    for line in sys.stdin.buffer:
        answer({}, drawn(document, page, json.loads(line)))


if __name__ == "__main__":
    main()
