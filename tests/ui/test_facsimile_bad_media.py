# SPDX-License-Identifier: MIT
"""Whatever is wrong with a file, a polite message stands in the picture's place, and nothing else breaks."""

import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.facsimile_exhibit import write_pdf
from tests.ui.facsimile_bench import ViewerBench, picture_of, plain_picture

ENCRYPTED_PDF = b"""%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/Length 40/P -4/O<%s>/U<%s>>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Size 5>>
%%%%EOF
""" % (b"ab" * 32, b"cd" * 32)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes, *, depth: int = 8, colours: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def missing(folder: Path) -> str:
    return "gone.png"


def truncated_png(folder: Path) -> str:
    plain_picture(300, 200).save(str(folder / "cut.png"))
    whole = (folder / "cut.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) * 2 // 3])
    return "cut.png"


def truncated_jpeg(folder: Path) -> str:
    plain_picture(300, 200).save(str(folder / "cut.jpg"))
    whole = (folder / "cut.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    return "cut.jpg"


def truncated_tiff(folder: Path) -> str:
    plain_picture(300, 200).save(str(folder / "cut.tif"))
    whole = (folder / "cut.tif").read_bytes()
    (folder / "cut.tif").write_bytes(whole[: len(whole) // 2])
    return "cut.tif"


def truncated_pdf(folder: Path) -> str:
    write_pdf(folder / "cut.pdf", 2)
    (folder / "cut.pdf").write_bytes((folder / "cut.pdf").read_bytes()[:300])
    return "cut.pdf"


def header_alone(folder: Path) -> str:
    (folder / "head.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return "head.png"


def wrong_suffix(folder: Path) -> str:
    plain_picture(30, 20).save(str(folder / "letter.jpg"))
    (folder / "letter.jpg").rename(folder / "letter.png")
    return "letter.png"


def no_picture(folder: Path) -> str:
    (folder / "letter.png").write_text("Dear Sir", encoding="utf-8")
    return "letter.png"


def of_a_gigabyte(folder: Path) -> str:
    with (folder / "huge.tif").open("wb") as huge:
        huge.write(b"II*\x00")
        huge.truncate(1_000_000_000)
    return "huge.tif"


def zip_bomb_png(folder: Path) -> str:
    (folder / "bomb.png").write_bytes(png(50_000, 50_000, zlib.compress(b"\0" * 150_001 * 60)))
    return "bomb.png"


def deep_bomb_png(folder: Path) -> str:
    """So many pixels could be shown, but not with 16 bits a channel."""
    (folder / "deep.png").write_bytes(png(12_000, 9_000, zlib.compress(b"\0" * 1000), depth=16))
    return "deep.png"


def encrypted_pdf(folder: Path) -> str:
    (folder / "locked.pdf").write_bytes(ENCRYPTED_PDF)
    return "locked.pdf"


def outside(folder: Path) -> str:
    plain_picture(30, 20).save(str(folder.parent / "secret.png"))
    return "../secret.png"


def link_out(folder: Path) -> str:
    plain_picture(30, 20).save(str(folder.parent / "secret.png"))
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    return "link.png"


def empty(folder: Path) -> str:
    (folder / "empty.pdf").touch()
    return "empty.pdf"


BAD = [
    (missing, "is not there", "Put it back"),
    (truncated_png, "damaged", "Copy it again"),
    (truncated_jpeg, "damaged", "Copy it again"),
    (truncated_tiff, "damaged", "Copy it again"),
    (truncated_pdf, "damaged", "Copy it again"),
    (header_alone, "damaged", "Copy it again"),
    (wrong_suffix, "in truth a JPEG file", "ends in .jpg"),
    (no_picture, "neither a picture nor a PDF", "JPEG, PNG, TIFF, WebP and PDF"),
    (of_a_gigabyte, "takes 1000 MB; up to 512 MB", "smaller copy"),
    (zip_bomb_png, "50,000 × 50,000 pixels; up to 110 million", "smaller copy"),
    (deep_bomb_png, "12,000 × 9000 pixels; up to 55 million", "smaller copy"),
    (encrypted_pdf, "locked with a password", "without a password"),
    (outside, "outside the exhibit’s folder", "Copy it into the folder"),
    (link_out, "outside the exhibit’s folder", "Copy it into the folder"),
    (empty, "is empty", "Copy it again"),
]


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[ViewerBench]:
    made = ViewerBench(qt_app)
    yield made
    made.close()


@pytest.mark.parametrize(("make", "wrong", "advice"), BAD, ids=[make.__name__ for make, _, _ in BAD])
def test_the_message_says_what_is_wrong_and_what_to_do(
    bench: ViewerBench,
    tmp_path: Path,
    silent_qt: list[str],
    make: Callable[[Path], str],
    wrong: str,
    advice: str,
) -> None:
    folder = tmp_path / "exhibit"
    folder.mkdir()
    name = make(folder)
    bench.open(picture_of(folder, name))
    # Decoders grumble where nobody hears it.
    silent_qt.clear()
    assert name in bench.said
    assert wrong in bench.said
    assert advice in bench.said
    assert bench.viewer.canvas.isHidden()
    assert bench.viewer.buttons.isHidden()
    assert not bench.viewer.caption.isHidden()


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_page_that_is_not_there_is_said_with_how_many_there_are(
    bench: ViewerBench, tmp_path: Path, page: int
) -> None:
    write_pdf(tmp_path / "minutes.pdf", 2)
    bench.open(picture_of(tmp_path, "minutes.pdf", page=page))
    assert f"has no page {page}: it has 2 pages" in bench.said
    plain_picture(30, 20).save(str(tmp_path / "a.png"))
    bench.open(picture_of(tmp_path, "a.png", page=page))
    assert f"has no page {page}: it has one page" in bench.said


def test_after_a_bad_file_a_good_one_is_shown_and_a_mended_one_too(
    bench: ViewerBench, tmp_path: Path, silent_qt: list[str]
) -> None:
    bench.open(picture_of(tmp_path, no_picture(tmp_path)))
    assert bench.said
    plain_picture(300, 200).save(str(tmp_path / "good.png"))
    bench.open(picture_of(tmp_path, "good.png"))
    assert not bench.said
    assert not bench.viewer.canvas.isHidden()
    bench.open(picture_of(tmp_path, "letter.png"))
    plain_picture(300, 200).save(str(tmp_path / "letter.png"))
    bench.viewer.retry_button.click()
    bench.wait()
    assert not bench.said
    assert silent_qt == []


def _packed_nothing(count: int) -> bytes:
    packer = zlib.compressobj(1)
    block = b"\0" * 10_000_000
    return b"".join(packer.compress(block) for _ in range(count // len(block))) + packer.flush()


def bomb_pdf(width: int, height: int) -> bytes:
    """Return a PDF of one page, whose picture is a few kilobytes long and unfolds to gigabytes."""
    packed = _packed_nothing(width * height * 3)
    drawn = b"q 200 0 0 200 0 0 cm /I Do Q"
    return b"\n".join(
        (
            b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
            b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
            b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R",
            b"/Resources<</XObject<</I 5 0 R>>>>>> endobj",
            f"4 0 obj <</Length {len(drawn)}>> stream".encode(),
            drawn,
            b"endstream endobj",
            f"5 0 obj <</Type/XObject/Subtype/Image/Width {width}/Height {height}".encode(),
            f"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length {len(packed)}>> stream".encode(),
            packed,
            b"endstream endobj",
            b"trailer <</Root 1 0 R/Size 6>>\n%%EOF\n",
        )
    )


def test_a_pdf_that_unfolds_beyond_its_memory_ends_its_own_process_at_most(
    bench: ViewerBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.ui.facsimile.pdf_sheet.PDF_DATA_BYTES", 120_000_000)
    (tmp_path / "bomb.pdf").write_bytes(bomb_pdf(7_000, 7_000))
    bench.open(picture_of(tmp_path, "bomb.pdf"))
    # Whether the page stays white or its process came to its end is the decoder's own affair.
    assert bench.viewer.reader.sheet is not None or "more memory than may be used" in bench.said
    write_pdf(tmp_path / "good.pdf", 1)
    bench.open(picture_of(tmp_path, "good.pdf"))
    assert not bench.said
