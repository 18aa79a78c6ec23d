"""Layouts: markup in named parts, filled with values."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from importlib.resources import files
from string import Template

PART = re.compile(r"^<!-- part: (\w+) -->\n", re.MULTILINE)


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


NOTHING = Markup("")


class Layout:
    """The parts of one layout file."""

    def __init__(self, parts: Mapping[str, Template]) -> None:
        """Keep the parts by name."""
        self._parts = parts

    def fill(self, part: str, /, **values: str) -> Markup:
        """Fill a part; text is escaped, ``Markup`` is not. Raises ``KeyError`` where a value is missing."""
        escaped = {name: value if isinstance(value, Markup) else escape(value) for name, value in values.items()}
        return Markup(self._parts[part].substitute(escaped))

    def fill_if(self, part: str, /, **values: str | None) -> Markup:
        """Fill a part, or return nothing where a value is None or empty."""
        given = {name: value for name, value in values.items() if value}
        return self.fill(part, **given) if len(given) == len(values) else NOTHING


def join(*parts: str, between: str = "") -> Markup:
    """Join parts that are markup already."""
    return Markup(between.join(parts))


@lru_cache
def read_layout(name: str) -> Layout:
    """Read the layout file ``name``; each ``<!-- part: name -->`` line begins a part."""
    text = (files("warraq.newsroom") / "layouts" / name).read_text(encoding="utf-8")
    _, *pieces = PART.split(text)
    return Layout({name: Template(part) for name, part in zip(pieces[::2], pieces[1::2], strict=True)})
