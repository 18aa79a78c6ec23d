"""The table of keys of a catalogue file, in the order they are written.

docs/reference/catalogue.md holds the same table; a test keeps the two equal.
"""

from itertools import combinations
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from warraq.catalogue.checks import (
    check_date,
    check_day_or_month,
    check_day_sitemap,
    check_flag,
    check_host,
    check_id,
    check_language,
    check_pattern,
    check_selector,
    check_text,
    check_time_zone,
    check_url,
)
from warraq.model import REFETCH_HOURS

Text = Annotated[str, AfterValidator(check_text)]
Flag = Annotated[bool, BeforeValidator(check_flag)]
Url = Annotated[Text, AfterValidator(check_url)]
Day = Annotated[str, AfterValidator(check_date)]
DayOrMonth = Annotated[str, AfterValidator(check_day_or_month)]
LAST_DAY = "9999-12-31"
Selectors = tuple[Annotated[Text, AfterValidator(check_selector)], ...]


class Table(BaseModel):
    """A mapping of a catalogue file: an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class EvidenceTable(Table):
    """What was seen of a source, and when."""

    seen_on: DayOrMonth = Field(description="The day it was seen, `YYYY-MM-DD`, or only the month.")
    says: Text = Field(description="What was seen.")


class RightsTable(Table):
    """What the publisher's terms let us keep and show."""

    store_full_text: Flag = Field(description="Whether readers may see the body, or only its metadata and link.")
    terms_url: Url | None = Field(None, description="Where the terms stand.")
    obey_reservations: Flag = Field(
        default=False,
        description="Whether a page that its publisher reserves from machines is not kept (default `false`).",
    )


class RuleTable(Table):
    """Selectors that hold for the publisher's pages between two days."""

    valid_from: Day | None = Field(
        None, alias="from", description="First day it holds for: that on which a page was fetched counts."
    )
    valid_until: Day | None = Field(None, alias="until", description="Last day it holds for.")
    body: Selectors = Field((), description="CSS selectors of the story's body.")
    drop: Selectors = Field((), description="CSS selectors of what is no story.")
    headline: Selectors = Field((), description="CSS selectors of the headline.")
    published_at: Selectors = Field((), description="CSS selectors of the date of publication.")

    @model_validator(mode="after")
    def check_rule(self) -> Self:
        """Return a rule that says something, for days in their order."""
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            message = f"ends ({self.valid_until}) before it begins ({self.valid_from})"
            raise ValueError(message)
        if not (self.body or self.drop or self.headline or self.published_at):
            message = "selects nothing: give body, drop, headline or published_at"
            raise ValueError(message)
        return self


def check_days(rules: tuple[RuleTable, ...]) -> tuple[RuleTable, ...]:
    """Return rules of which no day has two: a page is read by the first that holds, and the other never."""
    for (first, one), (second, other) in combinations(enumerate(rules, 1), 2):
        begins = max(one.valid_from or "", other.valid_from or "")
        if begins <= min(one.valid_until or LAST_DAY, other.valid_until or LAST_DAY):
            message = (
                f"has two for {begins or 'every day'}, the {first}. and the {second}.: put both into one, "
                f"or let one end (until) before the other begins (from)"
            )
            raise ValueError(message)
    return rules


class SourceTable(Table):
    """A file of the catalogue."""

    source_id: Annotated[str, AfterValidator(check_id)] = Field(
        alias="id",
        description="The source's name in tables and commands: small letters, digits, hyphens. Never changes.",
    )
    name: Text = Field(description="The publisher's name, as it writes it.")
    homepage: Url = Field(description="Its front page; the host's pages are the source's.")
    language: Annotated[str, AfterValidator(check_language)] = Field(description="ISO 639-1 code of its articles.")
    time_zone: Annotated[str, AfterValidator(check_time_zone)] = Field(
        description="IANA zone of dates that name none, and of its day sitemaps."
    )
    is_enabled: Flag = Field(alias="enabled", description="Whether runs fetch it.")
    state_reason: Text = Field(
        alias="why", description="Why it is on or off, and whatever a reader of the file should know."
    )
    evidence: tuple[EvidenceTable, ...] = Field((), description="What was seen of it, each with its day.")
    feeds: tuple[Url, ...] = Field((), description="RSS, Atom and JSON Feeds.")
    sitemaps: tuple[Url, ...] = Field((), description="Sitemaps, sitemap indexes and news sitemaps.")
    day_sitemap: Annotated[Text, AfterValidator(check_day_sitemap)] | None = Field(
        None, description="Sitemap of one day: `%Y`, `%m` or `%-m`, `%d` or `%-d`; a plain percent sign is `%%`."
    )
    article_id_pattern: Annotated[Text, AfterValidator(check_pattern)] | None = Field(
        None,
        alias="article_id",
        description="Regular expression with one group: the publisher's id of an article, in its URL's path and query.",
    )
    hosts: tuple[Annotated[str, AfterValidator(check_host)], ...] = Field(
        (), description="Hosts whose pages are its own, besides the home page's."
    )
    page_budget: int = Field(500, gt=0, le=1_000_000, description="Pages fetched in one run at most.")
    delay_seconds: float | None = Field(
        None,
        ge=0,
        le=3_600,
        description="Shortest time between two requests to one host; without it `WARRAQ_HOST_DELAY_SECONDS`.",
    )
    poll_min_seconds: float | None = Field(
        None,
        ge=0,
        le=604_800,
        description="Shortest time between two polls of a feed; without it `WARRAQ_POLL_MIN_SECONDS`.",
    )
    poll_max_seconds: float | None = Field(
        None,
        gt=0,
        le=604_800,
        description="Longest time between two polls of a feed that answers; without it `WARRAQ_POLL_MAX_SECONDS`.",
    )
    refetch_hours: tuple[Annotated[float, Field(gt=0, le=8_760)], ...] = Field(
        REFETCH_HOURS,
        description="Hours after its discovery at which a published page is looked at again; `[]`: never.",
    )
    rights: RightsTable = Field(description="What its terms allow.")
    rules: Annotated[tuple[RuleTable, ...], AfterValidator(check_days)] = Field(
        (), description="Selectors of its pages, where the general cleaner needs help."
    )

    @model_validator(mode="after")
    def check_ways_in(self) -> Self:
        """Return a source that can be read where it is switched on, and names each address once."""
        if self.is_enabled and not (self.feeds or self.sitemaps or self.day_sitemap):
            message = "is enabled and has nothing to read: give feeds, sitemaps or day_sitemap"
            raise ValueError(message)
        if (self.poll_min_seconds or 0) > (self.poll_max_seconds or float("inf")):
            message = f"polls at least every {self.poll_max_seconds} s and at most every {self.poll_min_seconds} s"
            raise ValueError(message)
        addresses = [*self.feeds, *self.sitemaps]
        twice = sorted({address for address in addresses if addresses.count(address) > 1})
        if twice:
            message = f"names {twice[0]} twice"
            raise ValueError(message)
        return self
