"""The names of sites in titles, and titles without them."""

import re
from functools import lru_cache

from warraq.clean.declared import Declared
from warraq.text.characters import fold_line
from warraq.urls import host_of

SEPARATOR = re.compile(
    r"\s+[|–—\-:·•»«›‹~⋆]{1,2}\s+|\s*\|\s*|\s+::\s+|\s+@\s+|\s+,(?=\S)|｜|＿|\s*[-－_](?=(?:[\u3040-\u9fff]{2,12}[-－_]){0,2}[\u3040-\u9fff]{2,12}$)"
)
BEFORE_SITE = re.compile(r"(?:\s+[^\w\s'’]{1,3}\s+|\s*[_|:]\s*)$")
MIN_LETTERS = 8  # Folded: a shorter heading names a section.
MIN_KICKED_LETTERS = 16
MAX_SITE_WORDS = 6
MIN_SITE_LETTERS = 3
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\w+/")  # The publisher's own address follows.
# Parts of titles that name what kind of page it is: themes of blogs, pages for the printer.
KINDS_OF_PAGE = frozenset(["blogarchive", "printerfriendly", "printerfriendlyversion", "printpage", "printversion"])


@lru_cache(maxsize=256)
def name_host(url: str | None) -> str:
    """Return the name in a URL's host: ``aawsat`` of ``www.aawsat.example``; empty without one."""
    url = ARCHIVED.sub("", url or "")
    labels = host_of(url).removeprefix("www.").split(".") if url else []
    return max(labels[:-1], key=len, default="")


def names_site(text: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a headline is no more than the name of the site."""
    key, host = fold_line(text), fold_line(name_host(url))
    names = {fold_line(declared.site_name or ""), host} - {""}
    return key in names or (
        len(host) > MIN_SITE_LETTERS and key.startswith(host) and len(key) <= len(host) + MIN_SITE_LETTERS + 1
    )


def cut_site(text: str, declared: Declared, texts: list[str], url: str | None) -> str:
    """Return a title without the name of the site at its end or its beginning."""
    site, _, rest = text.partition(":")
    if declared.site_name and fold_line(site) == fold_line(declared.site_name) and len(fold_line(rest)) >= MIN_LETTERS:
        return rest.strip()
    before = cut_name_behind(text, declared.site_name) if declared.site_name else None
    if before is not None and len(fold_line(before)) >= MIN_KICKED_LETTERS:
        return before
    found = list(SEPARATOR.finditer(text))
    if not found:
        return text
    head, tail = text[: found[-1].start()], text[found[-1].end() :]
    if is_site(tail, head, declared, texts, url):
        is_enough = len(fold_line(head)) >= MIN_LETTERS or any(fold_line(one) == fold_line(head) for one in texts)
        return cut_site(head, declared, texts, url) if is_enough else text
    head, tail = text[: found[0].start()], text[found[0].end() :]
    is_led = is_site(head, tail, declared, texts, url, at_start=True) and len(fold_line(tail)) >= MIN_LETTERS
    return cut_page_kind(tail) if is_led else text


def cut_name_behind(text: str, name: str) -> str | None:
    """Return a title without a name at its end and the sign that parts it; None where it does not end so."""
    start = len(text) - len(name)
    if start <= 0 or text[start:].casefold() != name.casefold():
        return None
    seam = BEFORE_SITE.search(text, 0, start)
    return text[: seam.start()] if seam else None


def cut_page_kind(title: str) -> str:
    """Return a title without what kind of page it is at its beginning: "Blog Archive » …"."""
    found = SEPARATOR.search(title)
    return title[found.end() :] if found and fold_line(title[: found.start()]) in KINDS_OF_PAGE else title


def is_site(
    part: str, rest: str, declared: Declared, texts: list[str], url: str | None, *, at_start: bool = False
) -> bool:
    """Tell whether a part of a title names the site: as declared, as its host, or as another witness lacks it."""
    key, site, host = fold_line(part), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if not key or key in KINDS_OF_PAGE:
        return True
    if key == site or (host and key.removeprefix("the") == host):
        return True
    if at_start or len(part.split()) > MAX_SITE_WORDS:
        return False
    if len(key) > MIN_SITE_LETTERS and len(host) > MIN_SITE_LETTERS and (key.startswith(host) or host.startswith(key)):
        return True
    if len(site) > MIN_SITE_LETTERS and (site in key or key in site):
        return True
    folded = fold_line(rest)
    return any(fold_line(one) == folded for one in texts)
