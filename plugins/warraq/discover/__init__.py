"""Feed and sitemap documents → entries. Pure: bytes in, values out.

``read_feed`` takes RSS, Atom, CDF, JSON Feed, sitemaps, sitemap indexes and news sitemaps; ``find_feeds`` reads a home
page and ``find_sitemaps`` a robots.txt. The steps of ``read_feed`` are: unpack (``decoding``), tell the kind
(``documents``), read what is said (``syndication``, ``json_feed``, ``sitemaps`` → ``Item``), and judge each link
(``entries`` → ``Entry``).
"""

from warraq.discover.days import expand_day_sitemap
from warraq.discover.documents import read_feed
from warraq.discover.homepage import find_feeds, find_sitemaps
from warraq.discover.reading import FeedReading, Item, RefusedEntry

__all__ = ["FeedReading", "Item", "RefusedEntry", "expand_day_sitemap", "find_feeds", "find_sitemaps", "read_feed"]
