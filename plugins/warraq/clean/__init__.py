"""The heart: the bytes of a page or dump in, its articles out, and everything removed with the reason."""

from warraq.clean.cleaner import clean_page
from warraq.clean.explain import Explained, Explanation, annotate_html, explain_page
from warraq.clean.publication import localise
from warraq.clean.templates import NOTHING_LEARNED, Template, select_recurring
from warraq.clean.version import CLEANER_VERSION
from warraq.clean.walls import is_asset

__all__ = [
    "CLEANER_VERSION",
    "NOTHING_LEARNED",
    "Explained",
    "Explanation",
    "Template",
    "annotate_html",
    "clean_page",
    "explain_page",
    "is_asset",
    "localise",
    "select_recurring",
]
