"""The headline: a vote of what the page declares and prints, freed of the site's own name."""

import re

from warraq.clean.declared import Declared
from warraq.text.characters import fold_line

# Weights of the witnesses (measured, 2026-11-23).
JSON_LD, OG, H1, TWITTER, TITLE = 4.0, 2.0, 1.5, 1.0, 0.5
SEPARATOR = re.compile(r"\s+[|–—\-:·•»«/~]{1,2}\s+|\s*\|\s*|\s+::\s+|｜|＿|_(?=\D)|(?<=[\u3040-\u9fff])[-－](?=\w)")
MIN_HEADLINE_LETTERS = 8
MAX_HEADLINE_LETTERS = 400


def choose_headline(declared: Declared, headings: tuple[str, ...]) -> str | None:
    """Return the headline that the witnesses agree on best; ``headings`` are the page's h1 texts. None without any."""
    votes: list[tuple[float, str]] = []
    item = declared.item
    if item and item.headline:
        votes.append((JSON_LD if not item.kind.endswith("webpage") else TITLE, item.headline))
    votes.extend((OG if at == 0 and declared.og_title else TWITTER, text) for at, text in enumerate(declared.titles))
    votes.extend((H1 if len(headings) == 1 else H1 / 2, text) for text in headings)
    if declared.title:
        votes.append((TITLE, declared.title))
    cut = [(weight, cut_site(text, declared, headings)) for weight, text in votes if len(text) <= MAX_HEADLINE_LETTERS]
    sums: dict[str, float] = {}
    for weight, text in cut:
        sums[fold_line(text)] = sums.get(fold_line(text), 0.0) + weight
    return max(cut, key=lambda vote: sums[fold_line(vote[1])], default=(0.0, None))[1]


def cut_site(text: str, declared: Declared, headings: tuple[str, ...]) -> str:
    """Return a title without the name of the site before or after it."""
    parts = SEPARATOR.split(text)
    if len(parts) == 1:
        return text
    key = fold_line(text)
    for heading in headings:
        folded = fold_line(heading)
        if len(folded) >= MIN_HEADLINE_LETTERS and folded != key and (key.startswith(folded) or key.endswith(folded)):
            return heading
    site = fold_line(declared.site_name or "")
    if site and fold_line(parts[-1]) == site:
        return text[: find_last_separator(text)] or text
    if site and fold_line(parts[0]) == site:
        return text[len(parts[0]) :].lstrip(" |–—-:·•»«/~｜") or text
    return text


def find_last_separator(text: str) -> int:
    """Return where the last separator of a title begins."""
    return [found.start() for found in SEPARATOR.finditer(text)][-1]
