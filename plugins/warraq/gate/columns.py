"""The columns the gate judges: each a value of a record, or a measure taken of it.

docs/reference/expectations.md holds the same table; a test keeps the two equal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from warraq.gate import measures
from warraq.model import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, whether it may be null, and how it is read from a record at a time."""

    meaning: str
    is_nullable: bool
    read: Callable[[Record, datetime], object]


COLUMNS = {
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


def read_columns(records: Sequence[Record], now: datetime) -> dict[str, list[object]]:
    """Return the columns of a batch, a value a record; lone surrogates are replaced by U+FFFD."""
    return {
        name: [measures.make_encodable(column.read(record, now)) for record in records]
        for name, column in COLUMNS.items()
    }
