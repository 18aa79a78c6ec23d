"""Sitemaps that list one day, as Al Jazeera and Youm7 have them."""

from datetime import date

from warraq.errors import CatalogueError
from warraq.model import Source


def expand_day_sitemap(source: Source, day: date) -> str:
    """Return the URL of the source's sitemap of ``day``, in the publisher's own time zone.

    Raises ``CatalogueError`` where the source names no ``day_sitemap``.
    """
    if source.day_sitemap is None:
        message = f"{source.source_id}: day_sitemap is not set, so no day of it can be read"
        raise CatalogueError(message)
    return day.strftime(source.day_sitemap)
