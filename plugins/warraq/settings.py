"""The one table of tunables: every ``WARRAQ_*`` environment variable, its default and its meaning.

docs/reference/settings.md holds the same table; a test keeps the two equal.
"""

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from warraq.errors import UsageError

PREFIX = "WARRAQ_"
PROJECT = Path(__file__).resolve().parents[2]

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def split_words(value: object) -> object:
    """Split what a variable holds at commas and white space; leave anything else as it is."""
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


def tell_address(value: object) -> object:
    """Keep an address (``s3://…``) as written, and take anything else for a folder."""
    return value if not isinstance(value, str) else value.rstrip("/") if "://" in value else Path(value)


Place = Annotated[Path | str, BeforeValidator(tell_address)]
Words = Annotated[tuple[str, ...], BeforeValidator(split_words)]
Networks = Annotated[tuple[Network, ...], BeforeValidator(split_words)]


class Settings(BaseModel):
    """What an operator may tune. Field ``raw`` is read from ``WARRAQ_RAW``, and so on."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    dsn: str | None = Field(
        None, description="Postgres to load into, as a libpq URL. Unset: the embedded server under `WARRAQ_VAR`."
    )
    dsn_file: Path | None = Field(None, description="A file that holds the DSN, for secrets mounted as files.")
    var: Path = Field(PROJECT / "var", description="Where everything that is kept lies: database, raw pages, logs.")
    raw: Place | None = Field(
        None,
        description="Where WARC files go: a folder, or any fsspec address (`s3://bucket/raw`). Unset: `raw` under "
        "`WARRAQ_VAR`.",
    )
    sources: Path = Field(PROJECT / "dags" / "sources", description="The catalogue: one YAML file a publisher.")
    expectations: Path = Field(PROJECT / "expectations", description="The Great Expectations suites, one JSON a table.")
    only: Words = Field((), description="Ids of the sources to run. Empty: every enabled one.")
    user_agent: str = Field(
        "warraq/0.1 (news archive; contact: unset)",
        description="Sent with every request. Put an address in it where a publisher can reach you.",
    )
    allow_networks: Networks = Field(
        (), description="Private networks that may be fetched, in CIDR form, for tests on loopback. Empty: none."
    )
    connect_to: Words = Field(
        (),
        description="`host:port:address:port` pins, like curl's `--connect-to`, for tests. Empty: names resolve.",
    )
    ca_file: Path | None = Field(
        None, description="Certificates to trust, as PEM. Unset: `SSL_CERT_FILE`, the system's store, then certifi."
    )
    proxy: str | None = Field(None, description="Proxy for every request. Unset: none; `http_proxy` is ignored.")
    fetch_seconds: float = Field(30.0, gt=0, description="Deadline of one fetch, in seconds, redirects included.")
    connect_seconds: float = Field(10.0, gt=0, description="Deadline of one connection, in seconds.")
    max_page_bytes: int = Field(
        10_000_000,
        gt=0,
        le=10_000_000,  # What is read back from an archive.
        description="Largest page, in bytes, on the wire and again after decoding; at most 10,000,000.",
    )
    max_header_bytes: int = Field(65_536, gt=0, description="Largest response header, in bytes.")
    max_redirects: int = Field(5, ge=0, description="Redirects followed for one page.")
    host_delay_seconds: float = Field(
        1.0,
        ge=0,
        description="Shortest time between two requests to one host, in seconds, unless robots.txt asks for more.",
    )
    max_attempts: int = Field(10, gt=0, description="Attempts at a page before it is rejected.")
    retry_seconds: float = Field(
        60.0, ge=0, description="Wait before the second attempt, in seconds; doubles each time."
    )
    poll_min_seconds: float = Field(
        240.0, ge=0, description="Shortest time between two polls of a feed, in seconds, however often it changes."
    )
    poll_max_seconds: float = Field(
        3_600.0, gt=0, description="Longest time between two polls of a feed that answers, in seconds."
    )
    schedule_minutes: float = Field(5.0, gt=0, description="Minutes between two scheduled runs of `ingest_news`.")
    ui_port: int = Field(8080, ge=0, le=65_535, description="Port of Airflow's UI; a free one where it is taken.")
    lanes: int = Field(2, gt=0, le=256, description="Lanes of hosts collected side by side in one run.")
    lane_seconds: float = Field(
        600.0, gt=0, description="Time budget of one lane, in seconds; the rest waits for the next run."
    )
    lease_seconds: float = Field(
        30.0, gt=0, description="How long a host stays with a lane that was killed, in seconds, before another has it."
    )
    max_feed_entries: int = Field(2_000, gt=0, description="Entries read from one feed; the rest is counted and left.")
    retention_days: int = Field(
        180, ge=32, description="Days that fetch logs and changes are kept, by whole months. Articles stay for ever."
    )
    clean_workers: int = Field(2, gt=0, description="Worker processes that clean pages in one task.")
    clean_seconds: float = Field(10.0, gt=0, description="Time one page may take to clean, in seconds.")
    clean_megabytes: int = Field(512, gt=0, description="Memory one page may take to clean, in megabytes.")

    @property
    def raw_folder(self) -> Path:
        """Return the folder in which WARC files are written; all of them lie there unless ``raw`` is an address."""
        return self.raw if isinstance(self.raw, Path) else self.var / "raw"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings from ``environ``.

    An empty variable counts as unset. Raises ``UsageError`` naming the variable that is unknown or wrong.
    """
    given = {
        name.removeprefix(PREFIX).lower(): value for name, value in environ.items() if name.startswith(PREFIX) and value
    }
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        faults = "; ".join(
            f"{PREFIX}{'_'.join(str(part) for part in fault['loc'][:1]).upper()}: "
            f"{'is no setting' if fault['type'] == 'extra_forbidden' else fault['msg']}"
            for fault in error.errors()
        )
        message = f"{faults}. docs/reference/settings.md lists every variable."
        raise UsageError(message) from None
