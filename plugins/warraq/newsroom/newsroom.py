"""The newsroom: several publishers on loopback, whose news is the same for the same epoch."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Self

from warraq.newsroom.press import Press
from warraq.newsroom.publishers import PUBLISHERS
from warraq.newsroom.server import NewsroomServer
from warraq.newsroom.shelf import Shelf
from warraq.newsroom.site import Site
from warraq.newsroom.stock import read_stock
from warraq.newsroom.truth import TrueArticle


class Newsroom:
    """A simulated publisher for demos, tests and load.

    ``epoch`` (aware) sets every date: the stock of stories lies in the 14 days before it, and corrections and, at
    ``articles_per_minute`` over all sites, new stories come out as ``clock`` passes it.
    """

    def __init__(
        self, *, epoch: datetime, clock: Callable[[], datetime], port: int = 0, articles_per_minute: float = 0.0
    ) -> None:
        """Read the stock; nothing is served before ``start``. Raises ``ValueError`` for a naive epoch."""
        if epoch.tzinfo is None:
            message = "the newsroom's epoch needs a time zone"
            raise ValueError(message)
        self._epoch = epoch.astimezone(UTC).replace(microsecond=0)
        self._clock = clock
        self._port = port
        self._sites = {site.publisher.host: site for site in make_sites(self._epoch, articles_per_minute)}
        self._server: NewsroomServer | None = None

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the sites' host names."""
        return tuple(self._sites)

    @property
    def requests(self) -> Counter[tuple[str, str]]:
        """Return how often each host and path was asked for since the start."""
        return self._server.list_requests() if self._server else Counter()

    def start(self) -> int:
        """Serve on 127.0.0.1 and return the port."""
        self._server = NewsroomServer(self._port, self._sites, self._clock)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), name="newsroom", daemon=True).start()
        return self._server.port

    def stop(self) -> None:
        """Stop serving; does nothing where nothing is served."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def connect_to(self) -> tuple[str, ...]:
        """Return curl's pins, ``host:80:127.0.0.1:PORT``. Raises ``RuntimeError`` before ``start``."""
        if self._server is None:
            message = "the newsroom has no port before it is started"
            raise RuntimeError(message)
        return tuple(f"{host}:80:127.0.0.1:{self._server.port}" for host in self._sites)

    def truth(self, at: datetime | None = None) -> tuple[TrueArticle, ...]:
        """Return what the road should make of each address that is out ``at`` a time, by default now."""
        now = at or self._clock()
        return tuple(article for site in self._sites.values() for article in site.truth(now))

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.stop()


def make_sites(epoch: datetime, articles_per_minute: float) -> list[Site]:
    """Return the sites; each takes its share of what the press brings out."""
    sites: list[Site] = []
    for lane, publisher in enumerate(PUBLISHERS):
        press = Press(publisher, epoch, articles_per_minute, lane=lane, lanes=len(PUBLISHERS))
        sites.append(Site(publisher, Shelf(read_stock(publisher, epoch), press), epoch))
    return sites
