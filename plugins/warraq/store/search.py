"""Search: the same as SQL ``news.search``."""

from dataclasses import asdict, dataclass
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.queries import read_query, read_rows
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that a query found, as ``news.search`` shows it."""

    article_id: int
    source_id: str
    url: str
    headline: str | None
    snippet: str | None  # HTML, with <mark> around what was looked for; None where nothing of the text is kept.
    published_at: datetime | None
    first_seen_at: datetime
    rank: float  # Higher is better; comparable within one search only.
    found_by: str  # words, or names: spelled otherwise, and alike.
    is_cut: bool  # More matched than were ranked.


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for. A filter of None is every language, time or source."""

    query: str
    language: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    source_id: str | None = None
    max_rows: int = 20


@one_transaction
def search(cursor: Cursor, sought: Search) -> tuple[Found, ...]:
    """Return what the query finds, the best first."""
    cursor.execute(read_query("search"), asdict(sought))
    return tuple(Found(**row) for row in read_rows(cursor))
