"""What the hosts of a lane allow: robots.txt by origin (scheme, host, port), read before anything else there."""

import functools
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from warraq.fetch.robots import RobotsRules, allows, crawl_delay
from warraq.urls import host_of

PORTS = {"http": 80, "https": 443}
AUTHORITY = re.compile(r"[^/?#\\]*(?://[^/?#\\]*)?")  # The start of an address, as far as its origin goes.


class RulesWantedError(Exception):
    """A request would go to an origin whose rules are not known, or cannot be had: it is not sent."""

    def __init__(self, origin: str, *, hops: int) -> None:
        """Keep the origin, and how many requests of this fetch were sent before."""
        super().__init__(origin)
        self.origin = origin
        self.hops = hops


class LedElsewhereError(Exception):
    """A redirect leads to another host, which somebody else may hold: it is not followed here."""

    def __init__(self, url: str) -> None:
        """Keep the address it leads to."""
        super().__init__(url)
        self.url = url


@dataclass(slots=True, kw_only=True)
class RuleBook:
    """The rules a lane has read. Threads look them up; the lane's loop alone enters them."""

    user_agent: str
    rules: dict[str, RobotsRules] = field(default_factory=dict)  # By origin.

    def find(self, url: str, *, hops: int = 0) -> RobotsRules:
        """Return the rules that govern ``url``. Raises ``RulesWantedError`` where none are at hand."""
        rules = self.rules.get(find_origin(url))
        if rules is None or rules.is_provisional:
            raise RulesWantedError(find_origin(url), hops=hops)
        return rules

    def watch(self, start: str) -> Callable[[str], bool]:
        """Return what decides on every hop of a fetch that begins at ``start``.

        It raises ``RulesWantedError``, as ``find`` does, and ``LedElsewhereError`` at a hop to another host.
        """
        hops, stay = itertools.count(), watch_host(start)

        def decide(url: str) -> bool:
            return stay(url) and allows(self.find(url, hops=next(hops)), url, self.user_agent)

        return decide

    def find_delay(self, *urls: str) -> float | None:
        """Return the longest crawl delay in seconds that the origins of ``urls`` ask for, or None."""
        known = [rules for url in urls if (rules := self.rules.get(find_origin(url)))]
        asked = [crawl_delay(rules, self.user_agent) for rules in known]
        return max((delay for delay in asked if delay is not None), default=None)


def watch_host(start: str) -> Callable[[str], bool]:
    """Return what lets every hop of a fetch pass but one to another host, where it raises ``LedElsewhereError``."""
    home = host_of(start)

    def decide(url: str) -> bool:
        if host_of(url) != home:
            raise LedElsewhereError(url)
        return True

    return decide


def find_origin(url: str) -> str:
    """Return scheme, host and port of ``url``, as its robots.txt is addressed (RFC 9309, 2.3); no default port."""
    start = AUTHORITY.match(url)
    return _read_origin(start[0] if start else url)


@functools.lru_cache(maxsize=4_096)
def _read_origin(start: str) -> str:
    parts = urlsplit(start)
    try:
        port = "" if parts.port in {None, PORTS.get(parts.scheme)} else f":{parts.port}"
    except ValueError:  # Beyond 65535: the client refuses the address.
        port = ""
    return f"{parts.scheme}://{host_of(start)}{port}"
