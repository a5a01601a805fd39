# SPDX-License-Identifier: MIT
"""A small exhibit with scans and a PDF, made when a test runs: nothing that is binary lies in the project."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter, QPen

LETTER = (1240, 1754)
"""A4 at 150 dots an inch."""
REGION = (0.12, 0.42, 0.76, 0.08)
LINES = (
    "Geneva, 14 March 1958",
    "",
    "To the President of the Society",
    "",
    "Sir,",
    "",
    "We have received your letter of 2 March and thank you",
    "for the lists that came with it. The Committee has read",
    "them with the care that they deserve.",
    "",
    "The first ships are ready to leave before the winter,",
    "provided that both sides agree on who may board them.",
    "",
    "We should be glad to hear from you before the end of",
    "the month, since the harbour asks to be told in time.",
)

EXHIBIT = """\
title: Letters about ships
languages: [en, ja]
lanes:
  office: {title: The office, colour: indigo}
sources:
  file-1958:
    title: Correspondence with the Society
    type: letter
    archive: The office’s archive
    archive_location: Box 7
    kind: document
    issued: 1958-03-14
    public_since: 2004
excerpts:
  letter:
    source: file-1958
    locator: folio 12
    speaker: The Committee
    date: 1958-03-14
    text:
      lang: ja
      text: 最初の船は冬の前に出発する用意ができています。
      translations:
        en: {text: "The first ships are ready to leave before the winter, provided that both sides agree.", by: A. Reader, status: reviewed}
    text_is: original
    bears: states
    transmission: [{by: The Committee, role: wrote}, {by: The archive, role: kept, date: 1960}]
    rights: {holder: The office, licence: CC BY 4.0}
    facsimile:
      file: media/letter.png
      region: [0.12, 0.42, 0.76, 0.08]
      credit: The office’s archive, Box 7, folio 12
      rights: {holder: The office, licence: CC BY 4.0}
      alt: A typed letter of one page, with a round stamp at the lower right
  minutes:
    source: file-1958
    locator: minutes, p. 2
    date: 1958-04-02
    text: The second page says that the ships may leave.
    text_is: quotation
    bears: reports
    facsimile:
      file: media/minutes.pdf
      page: 2
      region: [0.1, 0.2, 0.8, 0.1]
      credit: The office’s archive, Box 8
      alt: Typed minutes of three pages
  hard:
    source: file-1958
    text: Hard words that stand behind a note.
    content_note: {category: camps, text: It tells of camps.}
    facsimile: {file: media/letter.png, alt: The same letter, credit: The archive}
  long:
    source: file-1958
    text: LONG_TEXT
    facsimile: {file: media/letter.png, alt: The same letter, credit: The archive}
events:
  - id: letter-sent
    date: 1958-03-14
    title: A letter is sent
    lane: office
    importance: 5
    summary: The Committee wrote that the ships were ready. [#letter]
    body: |
      It set one condition: [both sides had to agree]{cite="#letter" words="both sides agree"}.

      The minutes say that the ships might leave. [#minutes]
    excerpts: [letter, minutes, hard]
    sources: [file-1958]
    media: [{file: media/letter.png, alt: A typed letter, credit: The office’s archive}]
  - id: answer
    date: 1958-04-02
    title: The answer comes
    lane: office
    summary: The answer named the condition again. [#letter]
    excerpts: [letter]
""".replace("LONG_TEXT", "The ships wait in the harbour until both sides agree. " * 90)


def write_exhibit(folder: Path) -> Path:
    """Write the exhibit with its pictures into a folder, and return its file."""
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    draw_letter(LETTER).save(str(media / "letter.png"))
    write_pdf(media / "minutes.pdf", 3)
    path = folder / "events.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


def draw_letter(size: tuple[int, int]) -> QImage:
    """Return a picture of a typed letter with a stamp."""
    width, height = size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#efe6d2"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x in range(0, width, max(width // 60, 1)):
        painter.fillRect(x, 0, 1, height, QColor(120, 100, 60, 12))
    _type(painter, QRectF(width * 0.12, height * 0.1, width * 0.76, height * 0.7))
    painter.setPen(QPen(QColor(150, 40, 60, 150), width / 200))
    painter.drawEllipse(QRectF(width * 0.66, height * 0.74, width * 0.2, width * 0.2))
    painter.end()
    return image


def _type(painter: QPainter, room: QRectF) -> None:
    font = QFont("Source Serif 4")
    font.setPixelSize(max(round(room.width() / 26), 4))
    painter.setFont(font)
    painter.setPen(QColor("#2b2a33"))
    step = room.height() / 22
    for number, line in enumerate(LINES):
        painter.drawText(
            QRectF(room.x(), room.y() + number * step, room.width(), step),
            Qt.AlignmentFlag.AlignVCenter,
            line,
        )


def write_pdf(path: Path, pages: int) -> None:
    """Write a PDF whose pages say which they are."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setResolution(150)
    painter = QPainter(writer)
    for page in range(1, pages + 1):
        if page > 1:
            writer.newPage()
        font = QFont("Source Serif 4")
        font.setPixelSize(40)
        painter.setFont(font)
        painter.drawText(QRect(80, 200, 700, 120), 0, f"Page {page} of the minutes")
        painter.fillRect(QRect(80, 500, 60 * page, 60), QColor("#33568F"))
    painter.end()
