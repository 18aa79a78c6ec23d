"""Made-up Arabic articles, the same ones for the same number: words of a frequency that real text has."""

import itertools
import random
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from warraq.model import ArchivedEntry, Article, FetchedPage, MediaKind, Page, RawLocation, Record, StagedPage

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE_ID = "bench"
LETTERS = "ابتجحدرسعفقكلمنهوي"
OPENINGS = ("", "", "", "ال", "ال", "و", "ب", "وال", "لل")
ENDINGS = ("", "", "", "ة", "ات", "ين", "ها", "ية")
STEMS = 4_000
BODY_WORDS = (150, 450)


def make_vocabulary() -> tuple[list[str], list[float]]:
    """Return 36,000 words, and how often each stands in a text: by rank, as Zipf has it."""
    chosen = random.Random(1)
    stems = ["".join(chosen.choices(LETTERS, k=chosen.randint(3, 5))) for _ in range(STEMS)]
    words = [f"{opening}{stem}{ending}" for stem in stems for opening, ending in zip(OPENINGS, ENDINGS, strict=False)]
    return words, list(itertools.accumulate(1 / (rank + 8) for rank in range(len(words))))


WORDS, WEIGHTS = make_vocabulary()


def make_article(number: int, edition: int = 0) -> Article:
    """Return the article of that number; another edition has other words."""
    chosen = random.Random(number * 1_000 + edition)
    words = chosen.choices(WORDS, cum_weights=WEIGHTS, k=chosen.randint(*BODY_WORDS))
    return Article(
        position=1,
        url=None,
        headline=" ".join(chosen.choices(WORDS, cum_weights=WEIGHTS, k=9)),
        standfirst=" ".join(words[:15]),
        byline=(" ".join(chosen.choices(WORDS, k=2)),),
        dateline=None,
        published_at=BEGAN + timedelta(minutes=number * 5 % 400_000),
        published_at_source="json_ld",
        modified_at=None,
        language="ar",
        section="news",
        tags=tuple(chosen.choices(WORDS, k=4)),
        images=(),
        body="\n\n".join(" ".join(words[start : start + 60]) for start in range(0, len(words), 60)),
        date_candidates=(),
    )


def make_entry(number: int, capture: int) -> tuple[ArchivedEntry, RawLocation]:
    """Return the article's page as an archive brings it, captured for that time."""
    url = f"https://bench.example/{number}"
    digest = sha256(f"{number}/{capture}".encode()).digest()
    page = Page(content=b"", kind=MediaKind.HTML, url=url, fetched_at=BEGAN + timedelta(days=400, hours=capture))
    entry = ArchivedEntry(
        source_id=SOURCE_ID, url=url, canonical_url=url, url_key=make_key(number), page=page, payload_sha256=digest
    )
    return entry, RawLocation(warc_file=f"{capture}.warc.gz", warc_offset=number, payload_sha256=digest)


def make_key(number: int) -> bytes:
    """Return the key of the article's page."""
    return sha256(f"https://bench.example/{number}".encode()).digest()


def make_staged(fetched: FetchedPage, capture: int) -> StagedPage:
    """Return the page with its record."""
    article = make_article(fetched.raw.warc_offset)
    record = Record(
        url_key=fetched.url_key,
        url=fetched.url,
        canonical_url=fetched.url,
        page_key=fetched.url_key,
        source_id=SOURCE_ID,
        is_own_page=True,
        is_historical=True,
        article=article,
        word_count=len(article.body.split()),
        content_hash=sha256(f"{article.headline}{article.body}".encode()).digest(),
        text_hash=sha256(f"{article.headline}|{article.body}".encode()).digest(),
        cleaner_version="1",
        fetched_at=BEGAN + timedelta(days=400, hours=capture),
        raw=fetched.raw,
    )
    return StagedPage(fetched=fetched, records=(record,), dropped=(), rejection=None)
