"""The values that travel the road, in the order they appear on it.

``Source`` → ``Entry`` → ``Page`` → ``Cleaned`` → ``Record``, or aside to a ``Rejection``.
All are frozen; every time is aware and in UTC unless it says otherwise; ``None`` means the publisher
did not say, and ``""`` does not occur.
"""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple, NotRequired, TypedDict


class Reason(enum.StrEnum):
    """Why a page, an entry or a record was set aside. The words are a contract: readers filter by them."""

    # The address.
    BAD_URL = "bad_url"
    BLOCKED_ADDRESS = "blocked_address"
    RESERVED = "reserved"  # From use by machines, and the catalogue says to obey that.
    ROBOTS_DISALLOWED = "robots_disallowed"
    # The wire.
    DNS = "dns"
    CONNECT = "connect"
    TIMEOUT = "timeout"
    TLS = "tls"
    RESET = "reset"
    EMPTY_REPLY = "empty_reply"
    TRUNCATED = "truncated"
    TOO_BIG = "too_big"
    HEADERS_TOO_BIG = "headers_too_big"
    BAD_RESPONSE = "bad_response"
    BAD_ENCODING = "bad_encoding"
    BAD_REDIRECT = "bad_redirect"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    # The answer.
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    HTTP_STATUS = "http_status"
    UNEXPECTED_NOT_MODIFIED = "unexpected_not_modified"
    # The feed.
    BAD_FEED = "bad_feed"
    # The page.
    EMPTY_PAGE = "empty_page"
    WRONG_TYPE = "wrong_type"
    UNDECODABLE = "undecodable"
    UNREADABLE = "unreadable"
    NO_ARTICLE = "no_article"
    EMPTY_BODY = "empty_body"
    SOFT_404 = "soft_404"
    CONSENT_WALL = "consent_wall"
    LOGIN_WALL = "login_wall"
    PAYWALL = "paywall"
    SCRIPT_CHALLENGE = "script_challenge"
    LISTING = "listing"
    PARKED_DOMAIN = "parked_domain"
    OVER_TIME = "over_time"
    OVER_MEMORY = "over_memory"
    CRASHED = "crashed"
    # The gate.
    FAILED_EXPECTATION = "failed_expectation"
    HELD_BATCH = "held_batch"  # The record passed; what its publisher gave in this run did not.


class DropReason(enum.StrEnum):
    """Why cleaning took a block of text out of the story."""

    ADVERTISING = "advertising"
    BOILERPLATE = "boilerplate"
    BYLINE = "byline"
    CAPTION = "caption"
    CAPTION_REPEATED = "caption_repeated"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    CREDIT = "credit"
    DATE = "date"
    DATELINE = "dateline"
    FOLLOW = "follow"
    HEADLINE = "headline"
    HEADLINE_REPEATED = "headline_repeated"
    HIDDEN = "hidden"
    MARKER = "marker"
    NAVIGATION = "navigation"
    NEWSLETTER = "newsletter"
    OUTSIDE_BODY = "outside_body"
    PUBLISHER_RULE = "publisher_rule"
    RELATED = "related"
    SHARE = "share"
    STANDFIRST = "standfirst"
    STANDFIRST_REPEATED = "standfirst_repeated"
    TAGS = "tags"
    TEASER = "teaser"
    TEMPLATE = "template"


class Outcome(enum.StrEnum):
    """How an entry ended: every one ends in exactly one of these."""

    LOADED = "loaded"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    REJECTED = "rejected"


class MediaKind(enum.StrEnum):
    """What the bytes of a page are, as the edge that read them knows: markup, or the text of a dump."""

    HTML = "html"
    TEXT = "text"


# When corrections come: within the hour mostly, some the next day, few after a week.
REFETCH_HOURS = (1.0, 6.0, 24.0, 168.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What a publisher's terms let us keep and show."""

    store_full_text: bool
    terms_url: str | None = None
    obey_reservations: bool = False  # A page that is reserved from machines is not kept at all.


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was seen of a source, and when."""

    seen_on: str  # ISO date, or a month where no day is known.
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherRule:
    """CSS selectors that hold for one publisher between two dates (ISO; ``None`` is open)."""

    valid_from: str | None = None
    valid_until: str | None = None
    body: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    published_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher, as its file in the catalogue describes it."""

    source_id: str
    name: str
    homepage: str
    language: str  # ISO 639-1.
    time_zone: str  # IANA name, the zone of dates that name none.
    is_enabled: bool
    state_reason: str
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    day_sitemap: str | None = None  # strftime pattern of a sitemap that lists one day.
    article_id_pattern: str | None = None  # One group: the publisher's own id of an article in its URL.
    hosts: tuple[str, ...] = ()  # Hosts whose pages are this source's, besides the homepage's.
    page_budget: int = 500  # Pages fetched in one run at most.
    delay_seconds: float | None = None  # Between two requests to one host; None is the setting's.
    poll_min_seconds: float | None = None  # Between two polls of a feed; None is the setting's.
    poll_max_seconds: float | None = None
    refetch_hours: tuple[float, ...] = REFETCH_HOURS  # After its discovery, when a live page is looked at again.
    rights: Rights
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[PublisherRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that a feed, a sitemap or an archive names, with what it says of it."""

    source_id: str
    url: str  # As named, made absolute.
    canonical_url: str
    url_key: bytes  # 32 bytes, see ``urls.make_url_key``.
    found_in: str  # The feed, sitemap or file that named it.
    guid: str | None = None
    title: str | None = None
    summary: str | None = None
    content_html: str | None = None  # The feed's own full content.
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    language: str | None = None
    enclosure_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watermark:
    """How far a feed or sitemap was read, and what to send so that it answers 304 while nothing is new."""

    feed_url: str
    source_id: str
    etag: str | None = None
    last_modified: str | None = None
    content_sha256: bytes | None = None  # 32 bytes, of the last document read.
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    failures: int = 0  # In a row.
    remark: str | None = None  # What was wrong with it, or what of it was left; None where nothing was.
    changed_at: tuple[datetime, ...] = ()  # The latest polls that found something new, oldest first.
    asked_seconds: int | None = None  # How long the document asks to be left alone.
    skip_hours: tuple[int, ...] = ()  # Hours of the day, GMT, in which it asks not to be polled.


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierItem:
    """A page the frontier wants fetched."""

    url_key: bytes
    source_id: str
    url: str
    host: str
    attempts: int  # Made so far.
    is_historical: bool
    etag: str | None = None  # Of the last fetch, for pages fetched again.
    last_modified: str | None = None
    is_refetch: bool = False  # It was published, and is looked at again for corrections.
    kept: "RawLocation | None" = None  # Where what was fetched last lies; None for a page never fetched.


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpResponse:
    """One whole HTTP exchange, the last of its redirects, fit to be written to a WARC."""

    requested_url: str
    final_url: str
    status: int
    request_head: bytes  # Request line and headers as sent, with the blank line.
    response_head: bytes  # Status line and headers of the final response as received, with the blank line.
    headers: tuple[tuple[str, str], ...]  # Of the final response; names in lower case, in their order.
    body: bytes  # Decoded from its content encoding.
    gzip_body: bytes | None = None  # As it came, where that was one gzip stream: so a WARC keeps it.
    ip_address: str
    fetched_at: datetime
    elapsed_ms: int
    body_sha256: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Digest the body, once for all who compare it."""
        object.__setattr__(self, "body_sha256", sha256(self.body).digest())

    def header(self, name: str) -> str | None:
        """Return the last value of the header ``name`` (lower case), or None where it was not sent."""
        return next((value for key, value in reversed(self.headers) if key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailure:
    """Why a fetch gave no page."""

    requested_url: str
    reason: Reason
    detail: str
    is_transient: bool  # True where time can mend it.
    retry_after_seconds: float | None = None  # As the server asked, bounded.
    status: int | None = None
    elapsed_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRobots:
    """An origin's robots.txt as it was last had."""

    origin: str  # Scheme, host and port.
    content: str  # As obeyed; empty where everything is allowed.
    content_sha256: bytes | None  # 32 bytes, of what was served; None where nothing was.
    http_status: int | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime
    expires_at: datetime  # When it is asked for again.


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """What was known of the right to fetch a page and to use it, when it was fetched."""

    robots_sha256: bytes | None  # 32 bytes, of the robots.txt that allowed it; None where none was served.
    reservations: tuple[str, ...]  # noai, tdm-reservation, and "robots:" with each AI crawler that is kept away.


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLocation:
    """Where a page's record lies in the raw store."""

    warc_file: str  # Name relative to ``WARRAQ_RAW``.
    warc_offset: int  # Bytes from the file's start to the record's gzip member.
    payload_sha256: bytes  # 32 bytes, of the body as decoded from its content encoding.


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page that was fetched and is in the raw store."""

    answer: HttpResponse
    raw: RawLocation
    permit: Permit


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of a page, as fetched or as an archive holds them, before anything reads them."""

    content: bytes
    kind: MediaKind
    url: str | None  # The final URL; None for a dump that names none.
    content_type: str | None = None  # The header as sent.
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """A page read back from a WARC, with what the record says of it."""

    page: Page
    location: RawLocation
    url_key: bytes | None  # Of the frontier's entry, where we wrote the record (``WARC-Warraq-Key``).
    status: int | None  # None for a record that is no HTTP response.
    etag: str | None = None  # Validators for the next fetch, as the server sent them.
    last_modified: str | None = None
    payload_digest: str | None = None  # Of the body as the record holds it (``WARC-Payload-Digest``).


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedEntry:
    """A page of an archive on its way into the raw store and the frontier."""

    source_id: str
    url: str  # ``urn:warraq:<SHA-256>`` where the archive names none.
    canonical_url: str
    url_key: bytes
    page: Page
    payload_sha256: bytes  # 32 bytes.


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDamage:
    """A part of an archive that cannot be read; the records before it can."""

    warc_file: str
    warc_offset: int  # Bytes to where reading stopped.
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the story, once, however often the page printed its caption."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """A date the page offers for its publication, and where it stood."""

    at: datetime
    found_in: str  # e.g. json_ld, meta:article:published_time, time_element, visible_text, url.
    text: str  # As printed.


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story, each part in its own field."""

    position: int  # 1 is the page's own article.
    url: str | None  # Its own URL where the page names one (position 2 and on), else None.
    headline: str | None
    standfirst: str | None
    byline: tuple[str, ...]
    dateline: str | None
    published_at: datetime | None
    published_at_source: str | None  # ``DateCandidate.found_in`` of the date chosen.
    modified_at: datetime | None
    language: str | None
    section: str | None
    tags: tuple[str, ...]
    images: tuple[Image, ...]
    body: str  # Paragraphs joined by one blank line.
    date_candidates: tuple[DateCandidate, ...] = ()


class Dropped(NamedTuple):
    """A block that cleaning removed, and why. A page has hundreds: a frozen dataclass takes four times as long."""

    text: str
    reason: DropReason
    position: int | None = None  # The article it stood with; None where it belongs to none.


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why there is no article, in a word of the closed list and in a sentence for people."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What a page holds: its articles, or the reason why there is none, and everything removed."""

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...]
    rejection: Rejection | None  # Set exactly when there is no article.
    canonical_url: str | None  # As the page itself declares it.
    unmatched_rules: tuple[str, ...] = ()  # Selectors of the publisher's rule that matched nothing on the page.
    blocks: tuple[bytes, ...] = ()  # Fingerprints of the lines a template may know; none where no template was given.


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article on its way into the database, with its identity and where it came from."""

    url_key: bytes
    url: str
    canonical_url: str
    page_key: bytes  # ``url_key`` of the page it stood on.
    source_id: str
    is_own_page: bool  # False for an article scrolled in below another: it never revises its own page's text.
    is_historical: bool  # Loaded by a backfill or from an archive.
    article: Article
    word_count: int
    content_hash: bytes  # 32 bytes over every field readers see.
    text_hash: bytes  # 32 bytes over headline and body: equal under two keys means one article.
    cleaner_version: str
    fetched_at: datetime
    raw: RawLocation
    is_text: bool = False  # Read from a text drawn from the page (WET): the page of the same second comes before it.


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page that is on disk and not done: what the frontier knows of it."""

    url_key: bytes
    url: str
    source_id: str
    raw: RawLocation
    is_historical: bool
    published_at: datetime | None  # As the feed said.


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedPage:
    """What cleaning made of a fetched page: its records and what was dropped, or a rejection."""

    fetched: FetchedPage
    records: tuple[Record, ...]
    dropped: tuple[Dropped, ...]
    rejection: Rejection | None
    blocks: tuple[bytes, ...] = ()  # What its publisher's template learns from it.


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedExpectation:
    """An expectation that a record did not meet."""

    expectation_id: str  # As committed in the suite.
    reason: str  # What the suite says for people.
    observed: str | None  # The value found, shortened; None where there was none.


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says of one record."""

    row: int  # Index of the record in the batch it was judged with.
    failures: tuple[FailedExpectation, ...]  # Critical ones: any sets the record aside.
    warnings: tuple[FailedExpectation, ...]  # Counted; the record loads.


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the gate says of a batch: one verdict a record, in the batch's order."""

    suite_version: str  # SHA-256 of the suite's canonical JSON, first 12 hex digits.
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What pages of a publisher gave; of a batch that counts in part, that part of each number."""

    records: float
    with_date: float  # Of the records.
    in_language: float  # Of the records: those in the publisher's own language.
    median_words: float  # Of a record; over several batches the mean of their medians, weighted by records.
    pages: float
    giving: float  # Of the pages: those that gave a record.


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a publisher gave in one run, beside what it gave before."""

    source_id: str
    is_historical: bool
    now: Tally  # With as much of the batches just before it as makes ten, where it has fewer itself.
    past: Tally  # Before those: none that was held, none older than the last that a person let through.


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCounts:
    """What the ledger counted of one source: in one run, or over all time.

    Over all time ``discovered`` equals the six outcomes and ``waiting`` together.
    """

    source_id: str
    discovered: int  # Entries named by feeds or archives, and further articles found on pages.
    fetched: int
    loaded: int
    revised: int
    unchanged: int
    duplicate: int
    quarantined: int
    rejected: int
    waiting: int  # In the frontier now: to be fetched, or fetched and not published.


class ReplayChoice(TypedDict):
    """Which pages come back from the raw store. Times are ISO 8601 with a zone."""

    what: str  # quarantine, or articles.
    reason: str | None  # Of the quarantine; None is every reason.
    since: str | None  # Of the articles: fetched then or later.
    until: str | None  # Of the articles: fetched before then.


class Lane(TypedDict):
    """What one task of a run works on, as it goes through XCom. Without days and files it is live news."""

    lane: int
    source_ids: list[str]
    days: NotRequired[list[str]]  # ISO dates, whose sitemaps fill the WARC step.
    files: NotRequired[list[str]]  # Archives that fill it.
    source_id: NotRequired[str | None]  # Whose the files are; None means by each page's host.
    replay: NotRequired[ReplayChoice]  # What comes back from the raw store.
    unread: NotRequired[list[str]]  # What of the files could not be read: the lane fails, after the rest was cleaned.
