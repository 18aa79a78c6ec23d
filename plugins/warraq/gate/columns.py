"""The columns the gate judges: each a value of a record or of a batch, or a measure taken of it.

docs/reference/expectations.md holds the same table; a test keeps the two equal.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from warraq.gate import measures
from warraq.model import Batch, Record, Tally

Judged = TypeVar("Judged")

# Shares of a few say nothing.
MIN_NOW = 10
MIN_PAST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Judged]):
    """One column: what it holds, whether it may be null, and how it is read from what is judged, at a time."""

    meaning: str
    is_nullable: bool
    read: Callable[[Judged, datetime], object]


COLUMNS: dict[str, Column[Record]] = {
    "body_characters": Column(
        meaning="Characters of the body.", is_nullable=False, read=lambda record, _: len(record.article.body)
    ),
    "canonical_url": Column(
        meaning="The address the page declares for itself.",
        is_nullable=False,
        read=lambda record, _: record.canonical_url,
    ),
    "captions_in_body": Column(
        meaning="Paragraphs of the body that say a caption again.",
        is_nullable=False,
        read=lambda record, _: measures.count_captions(record.article),
    ),
    "headline": Column(meaning="The headline.", is_nullable=True, read=lambda record, _: record.article.headline),
    "headline_characters": Column(
        meaning="Characters of the headline; one of Han or kana counts as two.",
        is_nullable=True,
        read=lambda record, _: measures.measure_headline(record.article),
    ),
    "headlines_in_body": Column(
        meaning="Paragraphs of the body that say the headline again.",
        is_nullable=False,
        read=lambda record, _: measures.count_headlines(record.article),
    ),
    "language": Column(
        meaning="The language declared or found, ISO 639-1.",
        is_nullable=True,
        read=lambda record, _: record.article.language,
    ),
    "lone_surrogates": Column(
        meaning="Code points of the story that no encoding can write.",
        is_nullable=False,
        read=lambda record, _: measures.count_surrogates(record.article),
    ),
    "longest_name": Column(
        meaning="Characters of the byline's longest name.",
        is_nullable=True,
        read=lambda record, _: max(map(len, record.article.byline), default=None),
    ),
    "modified_after_hours": Column(
        meaning="Hours from publication to the last change.",
        is_nullable=True,
        read=lambda record, _: measures.measure_hours(record.article.modified_at, record.article.published_at),
    ),
    "own_words": Column(
        meaning="Words of the body outside paragraphs that say headline, standfirst or a caption again.",
        is_nullable=False,
        read=lambda record, _: measures.count_own_words(record),
    ),
    "picture_urls": Column(
        meaning="The addresses of the pictures, one a line.",
        is_nullable=True,
        read=lambda record, _: measures.join_picture_urls(record.article),
    ),
    "published_ahead_hours": Column(
        meaning="Hours from the time of judging to publication: above zero lies in the future.",
        is_nullable=True,
        read=lambda record, now: measures.measure_hours(record.article.published_at, now),
    ),
    "published_year": Column(
        meaning="Year of publication, in UTC.",
        is_nullable=True,
        read=lambda record, _: record.article.published_at.year if record.article.published_at else None,
    ),
    "repeated_share": Column(
        meaning="Share (0 to 1) of the body's characters in lines that stood in it before.",
        is_nullable=False,
        read=lambda record, _: measures.measure_repetition(record.article),
    ),
    "replacement_characters": Column(
        meaning="Characters U+FFFD in all that readers see: each stands where a byte could not be decoded.",
        is_nullable=False,
        read=lambda record, _: measures.join_texts(record.article).count("\ufffd"),
    ),
    "script_share": Column(
        meaning="Share (0 to 1) of the letters among the body's first 500 characters in the language's script.",
        is_nullable=True,
        read=lambda record, _: measures.measure_script(record.article),
    ),
    "source_id": Column(
        meaning="The publisher's id in the catalogue.", is_nullable=False, read=lambda record, _: record.source_id
    ),
    "text": Column(
        meaning="All that readers see: headline, standfirst, body, names, tags, captions, credits, one a line.",
        is_nullable=False,
        read=lambda record, _: measures.join_texts(record.article),
    ),
    "url": Column(meaning="The article's address.", is_nullable=False, read=lambda record, _: record.url),
    "word_count": Column(
        meaning="Words of the body; where no space parts words, two Han or kana or four Thai, Lao, Khmer or Burmese "
        "letters count as one.",
        is_nullable=False,
        read=lambda record, _: record.word_count,
    ),
}


BATCH_COLUMNS: dict[str, Column[Batch]] = {
    "date_drop": Column(
        meaning="By how much the share (0 to 1) of records with a date fell.",
        is_nullable=True,
        read=lambda batch, _: measure_drop(batch, lambda tally: (tally.with_date, tally.records)),
    ),
    "language_drop": Column(
        meaning="By how much the share (0 to 1) of records in the publisher's own language fell.",
        is_nullable=True,
        read=lambda batch, _: measure_drop(batch, lambda tally: (tally.in_language, tally.records)),
    ),
    "words_ratio": Column(
        meaning="The median words of a record, divided by what they were.",
        is_nullable=True,
        read=lambda batch, _: measure_length(batch),
    ),
    "yield_drop": Column(
        meaning="By how much the share (0 to 1) of pages that gave a record fell.",
        is_nullable=True,
        read=lambda batch, _: measure_drop(batch, lambda tally: (tally.giving, tally.pages)),
    ),
}
# What each suite may judge.
TABLES: dict[str, Mapping[str, Column[Any]]] = {"articles": COLUMNS, "batches": BATCH_COLUMNS}


def read_columns(
    columns: Mapping[str, Column[Judged]], judged: Sequence[Judged], now: datetime
) -> dict[str, list[object]]:
    """Return the columns of what is judged, a value each; lone surrogates are replaced by U+FFFD."""
    return {
        name: [measures.make_encodable(column.read(one, now)) for one in judged] for name, column in columns.items()
    }


def measure_drop(batch: Batch, share: Callable[[Tally], tuple[float, float]]) -> float | None:
    """Return by how much a share, as a part of a whole, fell; None where either side is too small to tell."""
    (part, whole), (past_part, past_whole) = share(batch.now), share(batch.past)
    return round(past_part / past_whole - part / whole, 3) if whole >= MIN_NOW and past_whole >= MIN_PAST else None


def measure_length(batch: Batch) -> float | None:
    """Return the median words now, divided by those before; None where either side is too small to tell."""
    now, past = batch.now, batch.past
    if now.records < MIN_NOW or past.records < MIN_PAST or not past.median_words:
        return None
    return round(now.median_words / past.median_words, 3)
