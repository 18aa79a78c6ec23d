"""A simulated publisher on loopback, for demos, tests and load."""

from warraq.newsroom.newsroom import Newsroom
from warraq.newsroom.truth import TrueArticle, write_dump

__all__ = ["Newsroom", "TrueArticle", "write_dump"]
