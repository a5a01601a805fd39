# SPDX-License-Identifier: MIT
"""Reads the text layer of a PDF as Qt writes it, as a reader program would when somebody searches or copies."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*)\nendstream", re.DOTALL)
CHARS = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>(?: <([0-9a-fA-F]+)>| \[(.*?)\])?")
SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> ?Tj")


def pdf_objects(pdf: bytes) -> dict[int, bytes]:
    """Return all objects with their streams unpacked."""
    return {int(number): _unpacked(body) for number, body in OBJECT.findall(pdf)}


def _unpacked(body: bytes) -> bytes:
    found = STREAM.search(body)
    if found and b"FlateDecode" in body[: found.start()]:
        return body[: found.start()] + zlib.decompressobj().decompress(found.group(1))
    return body


def pdf_text(pdf: bytes) -> str:
    """Return the characters of all text in the order of drawing, one line for each run."""
    objects = pdf_objects(pdf)
    maps = {
        number: _unicode_map(objects[int(found.group(1))])
        for number, body in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    return "\n".join(
        _block_text(block, maps)
        for body in objects.values()
        for block in re.findall(rb"\bBT\b(.*?)\bET\b", body, re.DOTALL)
    )


def _block_text(block: bytes, maps: dict[int, dict[int, str]]) -> str:
    table: dict[int, str] = {}
    characters: list[str] = []
    for font, codes in SHOWN.findall(block):
        if font:
            table = maps.get(int(font), {})
        else:
            glyphs = (int(codes[place : place + 4], 16) for place in range(0, len(codes), 4))
            characters += (table.get(glyph, "�") for glyph in glyphs)
    return "".join(characters)


def _unicode_map(cmap: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for kind, block in re.findall(rb"beginbf(char|range)(.*?)endbf", cmap, re.DOTALL):
        for first, second, start, listed in CHARS.findall(block):
            if kind == b"char":
                table[int(first, 16)] = _characters(second)
            elif listed:
                for offset, code in enumerate(re.findall(rb"<([0-9a-fA-F]+)>", listed)):
                    table[int(first, 16) + offset] = _characters(code)
            else:
                for glyph in range(int(first, 16), int(second, 16) + 1):
                    table[glyph] = chr(int(start, 16) + glyph - int(first, 16))
    return table


def _characters(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
