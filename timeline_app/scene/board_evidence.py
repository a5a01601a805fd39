# SPDX-License-Identifier: MIT
"""Sources, their words and the accounts of a claim as columns of the board; words never stand without who spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.prose import Emphasis, Span
from timeline_app.model.prose_words import places_of
from timeline_app.model.views import (
    AccountView,
    ClaimView,
    ExcerptView,
    NoteView,
    SourceView,
    TranslationView,
)
from timeline_app.scene.board import BoardColumn, BoardRole, BoardText, plain_text
from timeline_app.scene.quotation import ELLIPSIS, quotes_of


def excerpt_column(excerpt: ExcerptView, lit: str, translator: Translator, *, is_alone: bool) -> BoardColumn:
    """Return the words of a source, in the interface's language first; covered ones are a note alone.

    Where several things stand side by side there is room for one language.
    """
    if excerpt.is_covered:
        note = excerpt.content_note
        return BoardColumn(tuple(note_texts(note, translator)) if note is not None else ())
    translations = excerpt.translations[:1] if excerpt.words.language != translator.language else ()
    found = [_quoted(translation.text, excerpt.elided, lit) for translation in translations]
    if is_alone or not found:
        found.append(_quoted(excerpt.words, excerpt.elided, lit))
    found.extend(_speaker(excerpt, translator))
    if excerpt.in_context_only and excerpt.comment is not None:
        found.append(plain_text(BoardRole.SOURCE, excerpt.comment))
    told = [_origin(excerpt, translator)]
    told.extend(_translated(translation, translator) for translation in translations)
    found.append(plain_text(BoardRole.SOURCE, " · ".join(told), translator.language))
    return BoardColumn(tuple(found), is_quote=True)


def source_column(source: SourceView, translator: Translator) -> BoardColumn:
    """Return a source: its title, author and year, what it is, and how far it was read."""
    told = [source.short]
    if source.kind:
        told.append(translator.say(f"panel.kind.{source.kind}"))
    if source.extent is not None:
        told.append(translator.say(f"panel.extent.{source.extent}"))
    found = [
        plain_text(BoardRole.HEADING, source.title),
        plain_text(BoardRole.SPEAKER, " · ".join(told), translator.language),
    ]
    if source.note is not None:
        found.append(plain_text(BoardRole.SAYS, source.note))
    if source.provenance is not None:
        found.append(plain_text(BoardRole.SOURCE, source.provenance))
    return BoardColumn(tuple(found))


def account_columns(
    claim: ClaimView, translator: Translator, *, is_headed: bool = False
) -> tuple[BoardColumn, ...]:
    """Return the accounts of a claim, one column each; the first says what it is about where nothing else does."""
    columns = [_account(account, translator) for account in claim.accounts]
    if is_headed and columns:
        heading = plain_text(BoardRole.HEADING, _at_the_start(claim.about))
        columns[0] = replace(columns[0], texts=(heading, *columns[0].texts))
    return tuple(columns)


def claim_head(claim: ClaimView, event: Sequence[BoardText], translator: Translator) -> tuple[BoardText, ...]:
    """Return what a claim is about, and the state of the question, under the title of the event."""
    titles = (text for text in event if text.role is BoardRole.TITLE)
    status = translator.say(f"panel.claim.{claim.status}")
    accounts = translator.say("panel.account-count", count=len(claim.accounts))
    return (
        *(replace(title, role=BoardRole.KICKER) for title in titles),
        plain_text(BoardRole.TITLE, _at_the_start(claim.about)),
        BoardText(
            BoardRole.DATE, (Span(status, Emphasis.STRONG), Span(f" · {accounts}")), translator.language
        ),
    )


def note_texts(note: NoteView, translator: Translator) -> Iterator[BoardText]:
    """Yield what stands before hard material until somebody opens it."""
    language = translator.language
    yield plain_text(BoardRole.HEADING, translator.say("panel.note.heading"), language)
    if note.text is not None:
        yield plain_text(BoardRole.PROSE, note.text)
    else:
        category = translator.say("panel.note.category", category=note.category)
        yield plain_text(BoardRole.PROSE, category, language)


def _account(account: AccountView, translator: Translator) -> BoardColumn:
    language = translator.language
    by = account.by or ShownText(translator.say("panel.account.by-unnamed"), language)
    found = [plain_text(BoardRole.SPEAKER, _at_the_start(by))]
    if account.date is not None:
        dated = translator.say("panel.account.dated", date=date_in_words(account.date, translator))
        found.append(plain_text(BoardRole.SOURCE, dated, language))
    found.append(plain_text(BoardRole.SAYS, account.says))
    mark = _mark(account, translator)
    if mark:
        found.append(plain_text(BoardRole.SPEAKER, mark, language))
    shorts = dict.fromkeys(use.source.short for use in account.sources)
    if shorts:
        found.append(plain_text(BoardRole.SOURCE, "; ".join(shorts), language))
    return BoardColumn(tuple(found), is_quote=True)


def _mark(account: AccountView, translator: Translator) -> str:
    """Return what must be said of an account at once."""
    if account.believed_then:
        return translator.say("panel.account.believed-then")
    if account.refuted_since is not None:
        return translator.say("panel.account.refuted", date=date_in_words(account.refuted_since, translator))
    return ""


def _quoted(words: ShownText, elided: str | None, lit: str) -> BoardText:
    opening, closing = quotes_of(words.language)
    return BoardText(
        BoardRole.WORDS,
        (Span(words.text.strip()),),
        words.language,
        opening=f"{ELLIPSIS} {opening}" if elided in {"start", "both"} else opening,
        closing=f"{closing} {ELLIPSIS}" if elided in {"end", "both"} else closing,
        lit=places_of(lit, words.text.strip()) if lit else (),
    )


def _speaker(excerpt: ExcerptView, translator: Translator) -> list[BoardText]:
    spans: list[Span] = []
    if excerpt.speaker is not None:
        spans.append(Span(_at_the_start(excerpt.speaker).text, Emphasis.STRONG))
    if excerpt.date is not None:
        date = date_in_words(excerpt.date, translator)
        spans.append(Span(f" · {date}" if spans else date))
    language = excerpt.speaker.language if excerpt.speaker is not None else translator.language
    return [BoardText(BoardRole.SPEAKER, tuple(spans), language)] if spans else []


def _origin(excerpt: ExcerptView, translator: Translator) -> str:
    """Return where the words are printed."""
    if excerpt.source is None:
        return translator.say(f"panel.text-is.{excerpt.text_is}")
    said = translator.say(f"panel.excerpt.{excerpt.text_is}", source=excerpt.source.short)
    return said if excerpt.locator is None else f"{said}, {excerpt.locator}"


def _translated(translation: TranslationView, translator: Translator) -> str:
    """Return who translated, and how far the translation has come."""
    unnamed = translator.say("panel.translation.unnamed")
    by = str(translation.by) if translation.by is not None else unnamed
    status = translator.say(f"panel.translation.{translation.status}")
    return translator.say("panel.translation", by=by, status=status)


def _at_the_start(name: ShownText) -> ShownText:
    """Return a name as it begins a line."""
    return replace(name, text=name.text[:1].upper() + name.text[1:])
