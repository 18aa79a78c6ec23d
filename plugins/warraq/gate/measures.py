"""Measures taken of a record, each one number or text for the gate to judge."""

import re
from collections.abc import Sequence
from datetime import datetime

from warraq.model import Article, Record
from warraq.text.characters import SPACELESS, count_words, fold_line
from warraq.text.languages import ALSO_LATIN, LANGUAGE_SCRIPTS, LETTERS_OF

LATIN = frozenset({"latin"})
LETTERS = re.compile(r"[^\W\d_]")
SCRIPT_SAMPLE = 500  # Characters of the body whose letters are looked at.
SURROGATES = re.compile("[\ud800-\udfff]")
SECONDS_PER_HOUR = 3600


def list_texts(article: Article) -> tuple[str | None, ...]:
    """Return every text of the article that readers see."""
    pictures = (text for image in article.images for text in (image.caption, image.credit))
    names = (*article.byline, *article.tags, article.dateline, article.section)
    return (article.headline, article.standfirst, article.body, *names, *pictures)


def join_texts(article: Article) -> str:
    """Return all that readers see of the article, one part a line."""
    return "\n".join(filter(None, list_texts(article)))


def join_picture_urls(article: Article) -> str | None:
    """Return the addresses of the pictures, one a line; None where there is none."""
    return "\n".join(image.url for image in article.images if image.url) or None


def count_surrogates(article: Article) -> int:
    """Return how many lone surrogates stand in text and picture addresses: they cannot be written as UTF-8."""
    text = f"{join_texts(article)}\n{join_picture_urls(article)}"
    return 0 if is_encodable(text) else len(SURROGATES.findall(text))


def is_encodable(text: str) -> bool:
    """Tell whether the text can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def measure_headline(article: Article) -> int | None:
    """Return the headline's length in characters, one of Han or kana as two; None without a headline."""
    if article.headline is None:
        return None
    headline = article.headline.strip()
    return len(headline) + sum(map(len, SPACELESS.findall(headline)))


def list_repeats(article: Article, parts: Sequence[str | None]) -> list[str]:
    """Return the body's paragraphs that say one of ``parts`` again, spelling and points folded."""
    keys = {fold_line(part) for part in parts if part} - {""}
    # Folding costs, and a line much longer than every part is none of them, points and tatweel included.
    longest = 3 * max(map(len, filter(None, parts)), default=0)
    return [line for line in article.body.split("\n") if len(line) <= longest and fold_line(line) in keys]


def count_headlines(article: Article) -> int:
    """Return how many of the body's paragraphs say the headline again."""
    return len(list_repeats(article, [article.headline]))


def count_captions(article: Article) -> int:
    """Return how many of the body's paragraphs say a caption again."""
    return len(list_repeats(article, [image.caption for image in article.images]))


def count_own_words(record: Record) -> int:
    """Return how many words of the body are no repetition of headline, standfirst or captions."""
    article = record.article
    captions = [image.caption for image in article.images]
    repeats = frozenset(list_repeats(article, [article.headline, article.standfirst, *captions]))
    if not repeats:
        return record.word_count
    return count_words("\n".join(line for line in article.body.split("\n") if line not in repeats))


def measure_repetition(article: Article) -> float:
    """Return the share (0 to 1) of the body's characters in lines that stood in it before."""
    lines = [line for line in map(str.strip, article.body.split("\n")) if line]
    total = sum(map(len, lines))
    return round(1 - sum(map(len, set(lines))) / total, 3) if total else 0.0


def measure_script(article: Article) -> float | None:
    """Return the share (0 to 1) of the body's first letters that its language's script has; None where unknown."""
    language = article.language
    if language is None:
        return None
    scripts = LANGUAGE_SCRIPTS.get(language, LATIN) | (LATIN if language in ALSO_LATIN else frozenset())
    rest, inside = article.body[:SCRIPT_SAMPLE], 0
    for script in scripts:
        rest, found = LETTERS_OF[script].subn("", rest)
        inside += found
    letters = inside + len(LETTERS.findall(rest))
    return round(inside / letters, 3) if letters else None


def measure_hours(later: datetime | None, earlier: datetime | None) -> float | None:
    """Return the hours from ``earlier`` to ``later``; None where one is not known."""
    return None if later is None or earlier is None else round((later - earlier).total_seconds() / SECONDS_PER_HOUR, 2)


def make_encodable(value: object) -> object:
    """Return the value fit for Great Expectations, which raises on a lone surrogate (1.24.1, 2026-11-23)."""
    return SURROGATES.sub("\ufffd", value) if isinstance(value, str) and not is_encodable(value) else value
