"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

import re

from warraq.clean.declared import Declared
from warraq.clean.dom import Tree
from warraq.text.characters import clean_line, fold_line

MAX_NAME_LETTERS = 60
MAX_NAME_WORDS = 6
MAX_NAMES = 10
PREFIX = re.compile(
    r"^(?:\W*)(?:by|written by|posted by|von|par|por|di|da|door|av|af|texte? (?:de|von|par)|text|автор|текст|tekst|autor(?:in)?|author|reported by|story by"
    r"|بقلم|كتب|كتبت|كتابة|تحرير|إعداد|نویسنده|מאת|yazan|oleh|作者|記者|文|기자)\s*[:：]?\s+",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:[,;،؛、|/•·]|\band\b|\bund\b|\bet\b|\by\b|&|\+)\s*", re.IGNORECASE)
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:admin|administrator|editor|editors|staff|redaktion|redaction|la redacción|unknown|none|null|author|guest|webmaster|root|user)$",
    re.IGNORECASE,
)


def read_byline(declared: Declared, tree: Tree) -> tuple[str, ...]:
    """Return the authors' names: JSON-LD first, then meta elements, then microdata. Empty where none is named."""
    if declared.item and declared.item.authors:
        names = split_names(declared.item.authors)
        if names:
            return names
    for author in declared.authors:
        names = split_names((author,))
        if names:
            return names
    return ()


def split_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names in texts that may hold several, each once."""
    found: dict[str, str] = {}
    for text in texts:
        for part in PARTS.split(PREFIX.sub("", text)):
            name = clean_line(part)
            if name and is_name(name):
                found.setdefault(fold_line(name), name)
    return tuple(found.values())[:MAX_NAMES]


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's or a newsroom's name."""
    return (
        len(text) <= MAX_NAME_LETTERS
        and len(text.split()) <= MAX_NAME_WORDS
        and not NO_NAME.search(text)
        and len(text) > 1
    )
