"""The publishers that the newsroom plays, and the shape of their addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote
from zoneinfo import ZoneInfo

from warraq.newsroom.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One site: its name, its addresses and what its feed holds."""

    source_id: str
    host: str
    name: str
    language: str
    time_zone: str
    sections: Mapping[str, str]  # Key in addresses, name for people.
    section_prefix: str = ""  # Before a section's key in its path.
    prints_datelines: bool = False  # Whether bylines are printed as ``city: name``.
    first_number: int  # Of its stories.
    address: str  # Format of a story's path: section, number, slug, date (local).
    number_pattern: re.Pattern[str]  # One group: the number in a path.
    feed_path: str
    feed_kind: str  # Name of the feed's layout: rss or atom.
    feed_items: int
    news_sitemap_path: str
    day_sitemap_path: str  # strftime pattern, days in UTC.
    robots: str

    @property
    def root(self) -> str:
        """Return the site's root URL, without a slash."""
        return f"http://{self.host}"

    def story_path(self, story: Story) -> str:
        """Return the story's path, percent-encoded."""
        date = story.visible_from.astimezone(ZoneInfo(self.time_zone)).strftime("%Y/%m/%d")
        return quote(self.address.format(section=story.section, number=story.number, slug=story.slug, date=date))

    def story_url(self, story: Story) -> str:
        """Return the story's URL."""
        return self.root + self.story_path(story)


def make_slug(headline: str) -> str:
    """Return the headline's words, joined by hyphens, as publishers make slugs."""
    return "-".join(re.findall(r"[^\W_]+", re.sub(r"[\u064B-\u0652\u0640'’]", "", headline.lower())))


ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /admin/\n"

PUBLISHERS = (
    Publisher(
        source_id="newsroom-almidan",
        host="almidan.example",
        name="الميدان",
        language="ar",
        time_zone="Asia/Riyadh",
        sections={
            "culture": "ثقافة",
            "economy": "اقتصاد",
            "local": "محليات",
            "science": "علوم",
            "sport": "رياضة",
        },
        prints_datelines=True,
        first_number=5_301_000,
        address="/{section}/{number}-{slug}",
        number_pattern=re.compile(r"/[a-z]+/(\d+)(?:-[^/]*)?"),
        feed_path="/feed",
        feed_kind="rss",
        feed_items=60,
        news_sitemap_path="/sitemap/news.xml",
        day_sitemap_path="/sitemap/%Y/%m/%d.xml",
        robots=ROBOTS + "\nSitemap: http://almidan.example/sitemap.xml\n",
    ),
    Publisher(
        source_id="newsroom-warsha",
        host="warsha.example",
        name="ورشة",
        language="ar",
        time_zone="Asia/Amman",
        sections={
            "cities": "مدن",
            "health": "صحة",
            "tech": "تقنية",
            "training": "تعليم وتدريب",
            "work": "عمل وأعمال",
        },
        section_prefix="/category",
        first_number=48_000,
        address="/archives/{number}",
        number_pattern=re.compile(r"/archives/(\d+)"),
        feed_path="/feed/atom/",
        feed_kind="atom",
        feed_items=18,
        news_sitemap_path="/news-sitemap.xml",
        day_sitemap_path="/post-sitemap-%Y-%m-%d.xml",
        robots="User-agent: *\nCrawl-delay: 0\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\n"
        "Sitemap: http://warsha.example/sitemap.xml\nSitemap: http://warsha.example/news-sitemap.xml\n",
    ),
    Publisher(
        source_id="newsroom-harbourpost",
        host="harbourpost.example",
        name="The Harbour Post",
        language="en",
        time_zone="Europe/London",
        sections={
            "business": "Business",
            "culture": "Culture",
            "environment": "Environment",
            "local": "Local",
            "sport": "Sport",
        },
        first_number=210_000,
        address="/{section}/{date}/{slug}-{number}.html",
        number_pattern=re.compile(r"/[a-z]+/\d{4}/\d\d/\d\d/.*-(\d+)\.html"),
        feed_path="/rss.xml",
        feed_kind="rss",
        feed_items=18,
        news_sitemap_path="/sitemaps/news.xml",
        day_sitemap_path="/sitemaps/%Y/%m/%d.xml",
        robots=ROBOTS + "\nSitemap: http://harbourpost.example/sitemap.xml\n",
    ),
)
