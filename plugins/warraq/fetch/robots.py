"""What a publisher allows, as values: robots.txt (RFC 9309), and reservations against text and data mining."""

import functools
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from protego import Protego

from warraq.model import FetchFailure, HttpResponse, Reason

MAX_ROBOTS_BYTES = 524_288  # RFC 9309 asks for 500 KiB at least; 500,000 rules take Protego 7.8 s (2026-11-23).
MAX_HEAD_BYTES = 65_536  # Of a page, searched for its meta elements.
DENY_ALL: Final = "User-agent: *\nDisallow: /\n"
TOO_MANY_REQUESTS = 429  # "Unavailable" by the letter of RFC 9309, but the server is there and asks for rest.

# Robots of companies that train or ground models, by what they publish of them (2026-11).
AI_AGENTS = (
    "AI2Bot",
    "Amazonbot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-ai",
    "Diffbot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "PerplexityBot",
)

# A robot's version, as publishers copy it from their logs: the name alone is matched, as Google's parser does (2026).
VERSION = re.compile(r"^([ \t]*user-?[ ]?agent[ \t]*:[ \t]*[a-z_-]+)/[^\r\n#]*", re.IGNORECASE | re.MULTILINE)
# Directives that hold a colon themselves (Google's documentation of X-Robots-Tag, 2026).
VALUED_DIRECTIVES = frozenset({"max-image-preview", "max-snippet", "max-video-preview", "unavailable_after"})
META = re.compile(rb"<meta\b([^>]{0,2000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    rb"""([a-z:-]{1,40})\s{0,20}=\s{0,20}(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,1000}))""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsRules:
    """A host's rules, picklable: the text decides, and is parsed once a process."""

    text: str  # As obeyed.
    content_sha256: bytes | None  # 32 bytes, of what was served; None where nothing was.
    failure: FetchFailure | None = None  # Why the host could not say: ask again before long.

    @property
    def is_provisional(self) -> bool:
        """Tell whether the host could not say its rules."""
        return self.failure is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservations:
    """What a page says of its use by machines. None and False: it does not say."""

    noai: bool = False
    noindex: bool = False
    tdm_reservation: bool | None = None  # W3C TDMRep: True reserves, False waives.
    tdm_policy: str | None = None
    directives: tuple[str, ...] = ()  # Of meta robots and X-Robots-Tag, in lower case, sorted.


def rules_for(outcome: HttpResponse | FetchFailure) -> RobotsRules:
    """Return the rules that follow from fetching robots.txt.

    A 4xx allows everything, 429 aside; what cannot be reached (5xx, wire, refused address) denies it for now
    (RFC 9309, 2.3.1). Redirects that lead nowhere count as a 4xx. A 304 has no rules: keep the ones at hand.
    """
    if isinstance(outcome, HttpResponse):
        if not outcome.body:
            message = f"a response of status {outcome.status} holds no rules: keep those that were cached"
            raise ValueError(message)
        return parse_rules(outcome.body)
    is_absent = outcome.status is not None and 400 <= outcome.status < 500  # noqa: PLR2004 -- RFC 9309, 2.3.1.3.
    leads_nowhere = outcome.reason in {Reason.BAD_REDIRECT, Reason.EMPTY_PAGE, Reason.TOO_MANY_REDIRECTS}
    if (is_absent and outcome.status != TOO_MANY_REQUESTS) or leads_nowhere:
        return RobotsRules(text="", content_sha256=None)
    return RobotsRules(text=DENY_ALL, content_sha256=None, failure=outcome)


def parse_rules(content: bytes) -> RobotsRules:
    """Return the rules of a robots.txt, read up to 512 KiB; markup served in its place holds none."""
    kept = content[:MAX_ROBOTS_BYTES]
    if len(content) > MAX_ROBOTS_BYTES:
        # Half a line would say something else: "Disallow: /archive" cut short forbids the whole site.
        kept = kept[: max(kept.rfind(b"\n"), kept.rfind(b"\r")) + 1]
    text = kept.decode("utf-8-sig", "replace")
    is_markup = text.lstrip().startswith("<")
    return RobotsRules(
        text="" if is_markup else VERSION.sub(r"\1", text), content_sha256=hashlib.sha256(content).digest()
    )


def allows(rules: RobotsRules, url: str, user_agent: str) -> bool:
    """Return whether ``rules`` let ``user_agent`` (the whole header, or its first word) fetch ``url``."""
    return bool(_parse(rules.text).can_fetch(url, find_product(user_agent)))


def crawl_delay(rules: RobotsRules, user_agent: str) -> float | None:
    """Return the seconds between two requests that ``rules`` ask of ``user_agent``, or None."""
    parsed, product = _parse(rules.text), find_product(user_agent)
    rate = parsed.request_rate(product)
    asked = (parsed.crawl_delay(product), rate.seconds / rate.requests if rate and rate.requests else None)
    return max((float(delay) for delay in asked if delay is not None), default=None)


def list_refused_ai_agents(rules: RobotsRules, url: str) -> tuple[str, ...]:
    """Return the robots of ``AI_AGENTS`` that ``rules`` keep from ``url``."""
    parsed = _parse(rules.text)
    return tuple(agent for agent in AI_AGENTS if not parsed.can_fetch(url, agent))


def list_reservations(answer: HttpResponse, rules: RobotsRules | None) -> tuple[str, ...]:
    """Return what the publisher reserves of a page from machines: by the answer, by the page, by robots.txt."""
    said = read_reservations(answer.headers, answer.body[:MAX_HEAD_BYTES])
    words = [word for word, is_said in (("noai", said.noai), ("tdm-reservation", said.tdm_reservation)) if is_said]
    refused = list_refused_ai_agents(rules, answer.final_url) if rules else ()
    return (*words, *(f"robots:{agent}" for agent in refused))


def find_product(user_agent: str) -> str:
    """Return the product token: "warraq" of "warraq/0.1 (news; ...)".

    Of the whole header any word would match a group of that name.
    """
    return re.split(r"[/\s(]", user_agent.strip(), maxsplit=1)[0] or "*"


@functools.lru_cache(maxsize=256)
def _parse(text: str) -> Protego:
    return Protego.parse(text)


def read_reservations(headers: tuple[tuple[str, str], ...], html_head: bytes) -> Reservations:
    """Return what ``headers`` (names in lower case) and the start of a page say of its use by machines.

    X-Robots-Tag, meta robots, ``noai`` (DeviantArt, 2022), and the TDM Reservation Protocol (W3C, 2024).
    """
    declared = [*_read_metas(html_head), *((name, value) for name, value in headers)]
    tags = {word for name, value in declared if name in {"robots", "x-robots-tag"} for word in _split_tag(value)}
    reservation = next((value.strip() for name, value in declared if name == "tdm-reservation"), None)
    return Reservations(
        noai=not tags.isdisjoint({"noai", "noml"}),
        noindex=not tags.isdisjoint({"noindex", "none"}),
        tdm_reservation={"1": True, "0": False}.get(reservation or ""),
        tdm_policy=next((value for name, value in declared if name == "tdm-policy" and value), None),
        directives=tuple(sorted(tags)),
    )


def _split_tag(value: str) -> list[str]:
    """Return the directives of a robots tag; those addressed to another robot (``googlebot: noindex``) are not ours."""
    first = value.partition(":")[0].strip().lower()
    if ":" in value and "," not in first and first not in VALUED_DIRECTIVES:
        return []
    return [word for part in value.split(",") if (word := part.strip().lower())]


def _read_metas(html_head: bytes) -> list[tuple[str, str]]:
    """Return the names, in lower case, and contents of the meta elements."""
    found = []
    for meta in META.finditer(html_head[:MAX_HEAD_BYTES]):
        attributes = {
            match[1].lower(): (match[2] or match[3] or match[4] or b"").decode("utf-8", "replace")
            for match in ATTRIBUTE.finditer(meta[1])
        }
        if name := attributes.get(b"name"):
            found.append((name.strip().lower(), attributes.get(b"content", "").strip()))
    return found
