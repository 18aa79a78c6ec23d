"""A newsroom on a free port, with a clock the test sets."""

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from warraq.newsroom import Newsroom

EPOCH = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands where it is put."""

    now: datetime = EPOCH

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Answered:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        is_gzip = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if is_gzip else self.body).decode()


@dataclass
class Reader:
    """Asks the newsroom by host and path, as a fetcher whose names are pinned would."""

    newsroom: Newsroom
    clock: Clock
    epoch: datetime = EPOCH
    port: int = field(init=False)

    def __post_init__(self) -> None:
        self.port = int(self.newsroom.connect_to()[0].rpartition(":")[2])

    def get(self, url: str, *, method: str = "GET", **headers: str) -> Answered:
        host, _, path = url.removeprefix("http://").partition("/")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, f"/{path}", headers={"Host": host, **named})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return Answered(response.status, dict(response.getheaders()), body)


@pytest.fixture
def reader() -> Iterator[Reader]:
    clock = Clock()
    with Newsroom(epoch=EPOCH, clock=clock) as newsroom:
        yield Reader(newsroom, clock)


@pytest.fixture
def busy_reader() -> Iterator[Reader]:
    """A newsroom whose press brings out 30 stories a minute."""
    clock = Clock()
    with Newsroom(epoch=EPOCH, clock=clock, articles_per_minute=30.0) as newsroom:
        yield Reader(newsroom, clock)
