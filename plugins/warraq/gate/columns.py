"""The columns the gate judges: each a value of a record, or a measure taken of it.

docs/reference/expectations.md holds the same table; a test keeps the two equal.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from warraq.model import Article, Record
from warraq.text.characters import count_words, fold_line

# Scripts a story may be written in, by the language declared for it; a language not named is written in Latin letters.
# ISO 15924 and Unicode blocks.
ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
CYRILLIC = "\u0400-\u052f"
DEVANAGARI = "\u0900-\u097f"
SCRIPTS = {
    "am": "\u1200-\u137f",
    "ar": ARABIC,
    "be": CYRILLIC,
    "bg": CYRILLIC,
    "bn": "\u0980-\u09ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "fa": ARABIC,
    "he": "\u0590-\u05ff",
    "hi": DEVANAGARI,
    "hy": "\u0530-\u058f",
    "ja": "\u3040-\u30ff\u3400-\u9fff",
    "ka": "\u10a0-\u10ff",
    "km": "\u1780-\u17ff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ky": CYRILLIC,
    "lo": "\u0e80-\u0eff",
    "mk": CYRILLIC,
    "mn": CYRILLIC,
    "mr": DEVANAGARI,
    "my": "\u1000-\u109f",
    "ne": DEVANAGARI,
    "ps": ARABIC,
    "ru": CYRILLIC,
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "tg": CYRILLIC,
    "th": "\u0e00-\u0e7f",
    "uk": CYRILLIC,
    "ur": ARABIC,
    "zh": "\u3400-\u9fff",
}
LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Written in two scripts, by country or by writer: the declared language says nothing of the letters.
TWO_SCRIPTS = frozenset({"az", "kk", "ku", "pa", "sd", "sr", "ug", "uz"})
SCRIPT_LETTERS = {language: re.compile(f"[{letters}]") for language, letters in SCRIPTS.items()}
LATIN_LETTERS = re.compile(f"[{LATIN}]")
LETTERS = re.compile(r"[^\W\d_]")
SCRIPT_SAMPLE = 500  # Characters of the body whose letters are looked at.

SURROGATES = re.compile("[\ud800-\udfff]")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, whether it may be null, and how it is read from a record at a time."""

    meaning: str
    is_nullable: bool
    read: Callable[[Record, datetime], object]


def list_texts(article: Article) -> tuple[str | None, ...]:
    """Return every text of the article that readers see."""
    pictures = (text for image in article.images for text in (image.caption, image.credit))
    names = (*article.byline, *article.tags, article.dateline, article.section)
    return (article.headline, article.standfirst, article.body, *names, *pictures)


def join_texts(article: Article) -> str:
    """Return all that readers see of the article, one part a line."""
    return "\n".join(filter(None, list_texts(article)))


def count_surrogates(article: Article) -> int:
    """Return how many lone surrogates stand in the article: they cannot be written as UTF-8."""
    text = join_texts(article)
    return 0 if is_encodable(text) else len(SURROGATES.findall(text))


def is_encodable(text: str) -> bool:
    """Tell whether the text can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def measure_headline(article: Article) -> int | None:
    """Return the headline's length in characters, a wide one (Han, kana, Hangul) as two; None without a headline."""
    if article.headline is None:
        return None
    headline = article.headline.strip()
    return len(headline) + len(WIDE.findall(headline))


def is_repeat(line: str, parts: Sequence[str | None]) -> bool:
    """Tell whether the line says one of ``parts`` again, spelling and points folded."""
    # Folding costs: a line of another length class cannot be the same words, points and tatweel included.
    near = [part for part in parts if part and len(line) <= 3 * len(part) and len(part) <= 3 * len(line)]
    return bool(near) and fold_line(line) in {fold_line(part) for part in near}


def count_repeats(article: Article, parts: Sequence[str | None]) -> int:
    """Return how many of the body's paragraphs say one of ``parts`` again."""
    return sum(is_repeat(line, parts) for line in article.body.split("\n") if line)


def count_own_words(record: Record, _now: datetime) -> int:
    """Return how many words of the body are no repetition of headline, standfirst or captions."""
    article = record.article
    parts = (article.headline, article.standfirst, *(image.caption for image in article.images))
    lines = [line for line in article.body.split("\n") if line]
    own = [line for line in lines if not is_repeat(line, parts)]
    return record.word_count if len(own) == len(lines) else count_words("\n".join(own))


def measure_repetition(article: Article) -> float:
    """Return the share (0 to 1) of the body's characters in lines that stood in it before."""
    lines = [line for line in map(str.strip, article.body.split("\n")) if line]
    total = sum(map(len, lines))
    return round(1 - sum(map(len, set(lines))) / total, 3) if total else 0.0


def measure_script(article: Article) -> float | None:
    """Return the share (0 to 1) of the body's first letters in its language's script; None where neither is known."""
    letters = LETTERS.findall(article.body[:SCRIPT_SAMPLE])
    if article.language is None or article.language in TWO_SCRIPTS or not letters:
        return None
    script = SCRIPT_LETTERS.get(article.language, LATIN_LETTERS)
    return round(sum(script.match(letter) is not None for letter in letters) / len(letters), 3)


def measure_hours(later: datetime | None, earlier: datetime | None) -> float | None:
    """Return the hours from ``earlier`` to ``later``; None where one is not known."""
    return None if later is None or earlier is None else round((later - earlier).total_seconds() / SECONDS_PER_HOUR, 2)


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
        read=lambda record, _: count_repeats(record.article, [image.caption for image in record.article.images]),
    ),
    "headline": Column(meaning="The headline.", is_nullable=True, read=lambda record, _: record.article.headline),
    "headline_characters": Column(
        meaning="Characters of the headline; a wide one (Han, kana, Hangul) counts as two.",
        is_nullable=True,
        read=lambda record, _: measure_headline(record.article),
    ),
    "headlines_in_body": Column(
        meaning="Paragraphs of the body that say the headline again.",
        is_nullable=False,
        read=lambda record, _: count_repeats(record.article, [record.article.headline]),
    ),
    "language": Column(
        meaning="The language declared or found, ISO 639-1.",
        is_nullable=True,
        read=lambda record, _: record.article.language,
    ),
    "lone_surrogates": Column(
        meaning="Code points of the story that no encoding can write.",
        is_nullable=False,
        read=lambda record, _: count_surrogates(record.article),
    ),
    "longest_name": Column(
        meaning="Characters of the byline's longest name.",
        is_nullable=True,
        read=lambda record, _: max(map(len, record.article.byline), default=None),
    ),
    "modified_after_hours": Column(
        meaning="Hours from publication to the last change.",
        is_nullable=True,
        read=lambda record, _: measure_hours(record.article.modified_at, record.article.published_at),
    ),
    "own_words": Column(
        meaning="Words of the body outside paragraphs that say headline, standfirst or a caption again.",
        is_nullable=False,
        read=count_own_words,
    ),
    "published_ahead_hours": Column(
        meaning="Hours from the time of judging to publication: above zero lies in the future.",
        is_nullable=True,
        read=lambda record, now: measure_hours(record.article.published_at, now),
    ),
    "published_year": Column(
        meaning="Year of publication, in UTC.",
        is_nullable=True,
        read=lambda record, _: record.article.published_at.year if record.article.published_at else None,
    ),
    "repeated_share": Column(
        meaning="Share (0 to 1) of the body's characters in lines that stood in it before.",
        is_nullable=False,
        read=lambda record, _: measure_repetition(record.article),
    ),
    "replacement_characters": Column(
        meaning="Characters U+FFFD in all that readers see: each stands where a byte could not be decoded.",
        is_nullable=False,
        read=lambda record, _: join_texts(record.article).count("\ufffd"),
    ),
    "script_share": Column(
        meaning="Share (0 to 1) of the letters among the body's first 500 characters in the language's script.",
        is_nullable=True,
        read=lambda record, _: measure_script(record.article),
    ),
    "source_id": Column(
        meaning="The publisher's id in the catalogue.", is_nullable=False, read=lambda record, _: record.source_id
    ),
    "text": Column(
        meaning="All that readers see: headline, standfirst, body, names, tags, captions, credits, one a line.",
        is_nullable=False,
        read=lambda record, _: join_texts(record.article),
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
    return {name: [make_encodable(column.read(record, now)) for record in records] for name, column in COLUMNS.items()}


def make_encodable(value: object) -> object:
    """Return the value fit for Great Expectations, which raises on a lone surrogate (1.24.1, 2026-11-23)."""
    return SURROGATES.sub("\ufffd", value) if isinstance(value, str) and not is_encodable(value) else value
