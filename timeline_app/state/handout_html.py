# SPDX-License-Identifier: MIT
"""A handout as one file of HTML that stands by itself: it asks nothing of any other file or server.

Pictures are SVG within the page. Every text says its language; headings, regions and tables are marked as what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from timeline_app.model.prose import Emphasis
from timeline_app.state.handout import (
    Card,
    CardKind,
    Chart,
    Handout,
    Lines,
    Part,
    Piece,
    Run,
    StopSheet,
    Strip,
    Style,
    Table,
    Words,
)

CSS: Final = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: #fff; color: #000;
  font-family: "Source Serif 4", Georgia, "Noto Serif", serif; font-size: 1.06rem; line-height: 1.5; }
.kicker, .lead, .date, .speaker, .small, .note, .label, table, figcaption, .fields, .task
  { font-family: Inter, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 2.3rem; line-height: 1.15; margin: .1em 0 .25em; }
h2 { font-size: 1.45rem; line-height: 1.2; margin: .15em 0 .1em; }
h3, .label { font-size: .95rem; margin: 1.1em 0 .3em; font-weight: 500; }
p { margin: .5em 0; }
.kicker, .small, figcaption { font-size: .86rem; color: #333; }
.kicker { margin: 0; }
.lead { font-weight: 500; }
.date, .speaker { font-size: .95rem; margin: .2em 0; }
.note { font-size: .95rem; }
.stop { border-top: 2px solid #000; margin-top: 2.6rem; padding-top: .5rem; break-inside: avoid-page; }
.strip { margin: .8em 0; }
.strip svg { display: block; width: 100%; height: auto; border: 1px solid #767676; }
.words { border-left: 4px solid #000; margin: 1.2em 0; padding: 0 0 0 .9em; }
.words blockquote { margin: .3em 0; font-style: italic; font-size: 1.12rem; }
blockquote:lang(ja), blockquote:lang(ko), blockquote:lang(zh) { font-style: normal; }
.notes { background: #f1f1f1; margin: 1.2em 0; padding: .6em .9em; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; width: 100%; }
th, td { border-bottom: 1px solid #767676; padding: .45em .6em; text-align: left; vertical-align: top; }
th { background: #f1f1f1; border-bottom: 1px solid #000; }
.accounts { table-layout: fixed; }
.accounts th:first-child { width: 44%; }
.accounts td + td { border-left: 1px solid #767676; }
td.blank { height: 6rem; }
.bars th, .bars td { background: none; border: 0; font-weight: 400; padding: .1em .4em; }
.bars .bar { width: 60%; }
.bars .bar span { background: #767676; display: block; height: 1em; }
.task { font-weight: 600; font-size: 1rem; margin: 1.4em 0 .3em; }
.task b, .hang b { display: inline-block; min-width: 1.6em; font-weight: inherit; }
.hang { margin: .35em 0; padding-left: 1.6em; text-indent: -1.6em; overflow-wrap: anywhere; }
.lines div { border-bottom: 1px solid #767676; height: 8mm; }
.fields span { border-bottom: 1px solid #767676; display: inline-block; margin: 0 1em 0 .3em; width: 9em; }
sup { font-family: Inter, Arial, sans-serif; font-size: .65em; line-height: 0; }
a { color: #1b3a6e; }
@media print { body { font-size: 10.5pt; max-width: none; padding: 0; } @page { margin: 18mm 20mm; } }
"""
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What holds a browser to it that the page asks for nothing."""

TAGS: Final = {
    Style.TITLE: "h1",
    Style.SECTION: "h2",
    Style.STOP_TITLE: "h2",
    Style.LABEL: "h3",
    Style.QUOTE: "blockquote",
}
HANGING: Final = frozenset({Style.ENTRY})


def handout_html(handout: Handout, pictures: Mapping[Strip, str], words: Mapping[str, str]) -> str:
    """Return the page; `pictures` are the strips as SVG, `words` what the page itself says."""
    head = [
        _words(handout.exhibit, handout.language),
        _words(handout.title, handout.language),
        *(_words(one, handout.language) for one in handout.about),
        _fields(handout.fields),
    ]
    main = "".join(_stop(sheet, handout, pictures, words) for sheet in handout.sheets)
    parts = "".join(
        _part(part, number, handout.language, pictures) for number, part in enumerate(handout.parts, 1)
    )
    title = escape(f"{handout.title.text} – {handout.about[0].text}")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(handout.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        f"<header>\n{''.join(head)}</header>\n<main>\n{main}{parts}</main>\n</body>\n</html>\n"
    )


def _fields(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return f'<p class="fields">{" ".join(f"{escape(name)}<span></span>" for name in names)}</p>\n'


def _stop(sheet: StopSheet, handout: Handout, pictures: Mapping[Strip, str], words: Mapping[str, str]) -> str:
    language = handout.language
    name = f"stop-{sheet.number}"
    parts = [
        _words(sheet.kicker, language),
        _words(sheet.title, language, name),
        _words(sheet.date, language) if sheet.date is not None else "",
        _strip(sheet.strip, pictures) if sheet.strip is not None else "",
        _pieces(sheet.story, language, pictures),
        _words(sheet.sources, language) if sheet.sources is not None else "",
    ]
    if sheet.notes:
        notes = "".join(_words(note, language) for note in sheet.notes)
        parts.append(
            f'<aside class="notes" aria-label="{escape(words["notes"])}: {escape(sheet.title.text)}">\n{notes}</aside>\n'
        )
    return f'<article class="stop" aria-labelledby="{name}">\n{"".join(parts)}</article>\n'


def _strip(strip: Strip, pictures: Mapping[Strip, str]) -> str:
    picture = pictures.get(strip)
    if picture is None:
        return ""
    return f'<div class="strip" role="img" aria-label="{escape(strip.words)}">\n{picture}\n</div>\n'


def _part(part: Part, number: int, language: str, pictures: Mapping[Strip, str]) -> str:
    name = f"part-{number}"
    return (
        f'<section class="stop" aria-labelledby="{name}">\n{_words(part.title, language, name)}'
        f"{_pieces(part.pieces, language, pictures)}</section>\n"
    )


def _pieces(pieces: Iterable[Piece], language: str, pictures: Mapping[Strip, str]) -> str:
    return "".join(_piece(piece, language, pictures) for piece in pieces)


def _piece(piece: Piece, language: str, pictures: Mapping[Strip, str]) -> str:
    match piece:
        case Words():
            return _words(piece, language)
        case Lines():
            return f'<div class="lines" aria-hidden="true">{"<div></div>" * piece.count}</div>\n'
        case Card():
            inner = "".join(_words(words, language) for words in piece.words)
            kind = "words" if piece.kind is CardKind.WORDS else "notes"
            return f'<div class="{kind}">\n{inner}</div>\n'
        case Table():
            return _table(piece, language)
        case Chart():
            return _chart(piece, language)
        case Strip():
            return _strip(piece, pictures)


def _table(table: Table, language: str) -> str:
    head = "".join(f'<th scope="col">{_runs(words, language)}</th>' for words in table.columns)
    rows = "".join("<tr>" + "".join(_cell(cell, language) for cell in row) + "</tr>\n" for row in table.rows)
    return f'<table class="accounts">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _cell(cell: tuple[Words, ...], language: str) -> str:
    if not cell:
        return '<td class="blank"></td>'
    inner = "<br>".join(
        f"<span{_language(words, language)}>{_runs(words, language)}</span>" for words in cell
    )
    return f"<td>{inner}</td>"


def _chart(chart: Chart, language: str) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td class="bar">'
        f'<span style="width:{max(share * 100, 0.5):.1f}%"></span></td><td>{escape(value)}</td></tr>\n'
        for label, value, share in chart.bars
    )
    caption = f"<caption{_language(chart.title, language)}>{_runs(chart.title, language)}</caption>"
    return f'<table class="bars">\n{caption}\n<tbody>\n{rows}</tbody>\n</table>\n'


def _words(words: Words, language: str, name: str = "") -> str:
    """Return a paragraph, heading or quotation."""
    tag = TAGS.get(words.style, "p")
    kind = (
        "hang" if words.style in HANGING or (words.marker and words.style is not Style.TASK) else words.style
    )
    marker = f"<b>{escape(words.marker)}</b> " if words.marker else ""
    named = f' id="{name}"' if name else ""
    return (
        f'<{tag}{named} class="{kind}"{_language(words, language)}>{marker}{_runs(words, language)}</{tag}>\n'
    )


def _language(words: Words, around: str) -> str:
    return f' lang="{escape(words.language)}"' if words.language and words.language != around else ""


def _runs(words: Words, around: str) -> str:
    return "".join(_run(run, words.language or around) for run in words.runs)


def _run(run: Run, around: str) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if run.is_mark:
        return f"<sup>{text}</sup>"
    if run.address:
        text = f'<a href="{escape(run.address)}">{text}</a>'
    if run.emphasis & Emphasis.STRESSED:
        text = f"<em>{text}</em>"
    if run.emphasis & Emphasis.STRONG:
        text = f"<strong>{text}</strong>"
    return f'<span lang="{escape(run.language)}">{text}</span>' if run.language not in {"", around} else text
