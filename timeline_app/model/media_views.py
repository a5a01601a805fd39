# SPDX-License-Identifier: MIT
"""Pictures and rights as shown: where a file lies is told, whether it can be opened is for those who open it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model import records


@dataclass(frozen=True, slots=True)
class RightsView:
    """Who holds the rights of a text or picture, under which licence, and until when."""

    holder: ShownText | None
    licence: str
    until: HistoricalDate | None


@dataclass(frozen=True, slots=True)
class ConsentView:
    """What a witness has agreed to: for what, and until when."""

    scope: tuple[str, ...]
    until: HistoricalDate | None


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, or a page of a document: `file` is as the exhibit names it, inside `folder`.

    Neither is proved: a file may have gone since the exhibit was read. `region` is left, top, width and height.
    """

    folder: Path | None
    file: str
    page: int
    region: tuple[float, float, float, float] | None
    alt: ShownText | None
    credit: ShownText | None
    rights: RightsView | None


class Pictures:
    """Makes views of the pictures of one exhibit for one reader."""

    def __init__(self, path: Path | None, settings: DateSettings, reader: Reader) -> None:
        self._folder = path.parent if path is not None else None
        self._settings = settings
        self._reader = reader

    def facsimile(self, record: records.Facsimile | None) -> PictureView | None:
        """Return a facsimile as shown."""
        if record is None:
            return None
        return self._picture(record, record.page, record.region)

    def media(self, found: Sequence[records.Media]) -> tuple[PictureView, ...]:
        """Return an event's pictures as shown."""
        return tuple(self._picture(record, 1, None) for record in found)

    def _picture(
        self,
        record: records.Facsimile | records.Media,
        page: int,
        region: tuple[float, float, float, float] | None,
    ) -> PictureView:
        reader = self._reader
        return PictureView(
            folder=self._folder,
            file=record.file,
            page=page,
            region=region,
            alt=record.alt.for_reader(reader) if record.alt else None,
            credit=record.credit.for_reader(reader) if record.credit else None,
            rights=self.rights(record.rights),
        )

    def rights(self, record: records.Rights | None) -> RightsView | None:
        """Return rights as shown."""
        if record is None:
            return None
        holder = record.holder.for_reader(self._reader) if record.holder else None
        return RightsView(holder, record.licence or "", self._date(record.until))

    def consent(self, record: records.Consent | None) -> ConsentView | None:
        """Return what a witness has agreed to."""
        return ConsentView(record.scope, self._date(record.until)) if record is not None else None

    def _date(self, text: str | None) -> HistoricalDate | None:
        return parse(text, self._settings) if text else None
