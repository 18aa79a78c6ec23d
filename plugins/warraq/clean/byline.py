"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

import re

from warraq.clean.declared import Declared
from warraq.clean.layout import Layout
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import clean_line, fold_line

MAX_NAME_LETTERS = 60
MAX_NAME_WORDS = 6
MAX_NAMES = 10
MIN_SITE_LETTERS = 4
PREFIX = re.compile(
    r"^(?:\W*)(?:author|autor(?:in)?|av|af|by|da|di|door|oleh|par|por|posted by|reported by|story by|tekst|text"
    r"|texte? (?:de|von|par)|von|written by|yazan|автор|текст|מאת|نویسنده|بقلم|كتب|كتبت|كتابة|تحرير|إعداد"
    r"|bởi|írta|szerző|teksti|szöveg|tác giả|του|της|συντάκτης|تحریر|लेखक|โดย"
    r"|作者|記者|记者|文|기자)(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
# A name in Chinese, Japanese or Korean is one word: only behind a label or before a reporter's title is it told.
UNSPACED_NAME = re.compile("(?:作者|記者|记者|文|기자)\\s*[:：]\\s*([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6})$")
REPORTER = re.compile("([\uac00-\ud7af]{2,4})\\s?(?:기자|특파원)$")
PARTS = re.compile(
    r"\s*(?:[;،؛、|•·]|,(?!\s*(?:Ph\.?\s?D|M\.?D|Jr|Sr|MBA|RN|CPA|Esq|CFA|J\.?D|II|III)\b)|\band\b|\bund\b|\bet\b|&)\s*",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"https?:|www\.|@|\d{3}|^(?:null|none|undefined|unknown|root)$", re.IGNORECASE)
# Where a byline line goes on after the name.
AFTER_NAME = re.compile(
    r"\s*(?:(?<=\w)\s[^\W\d]{3,10}\.?\s\d{1,2}\b|\||•|·|—|–|\s-\s|\(|\b(?:aktualisiert|am|el|last updated|le|on|posted"
    r"|publicado|published|publié|updated|veröffentlicht)\b|\d{1,2}[./]|\d{4}).*$",
    re.IGNORECASE | re.DOTALL,
)
# «لندن: محمد الشافعي»: where from and by whom (87% of 2,947 aawsat articles of 2015).
CITY_AND_NAME = re.compile(r"^(?P<city>[^\W\d][^:«»\"\d،.]{1,24}):\s+(?P<name>[^\W\d][^:«»\"\d.؟!]{3,60})$")
NO_CITY = re.compile(
    r"(?:خاص|نشر|نُشر|مدة|وقت|زمن|القراءة|عدد|مشاهدات|تحديث|آخر|المصدر|تصوير|تاريخ|شارك"
    r"|مشاركة|الوسوم|اقرأ|ترجمة|شاهد|القسم)"
)
# A word for what the writer did stands where the city would.
LABEL = re.compile("أجرى|إعداد|بقلم|تحرير|تقرير|حاور|حوار|كتب|مراسل|متابعة|الكاتب")
ARABIC = re.compile("[\u0600-\u06ff]")
JOINED = re.compile(r" و(?=\w{2})")
MAX_LINE_WORDS = 8
TAKEN = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED, DropReason.STANDFIRST, DropReason.CAPTION})
NEAR_BLOCKS = 14  # A byline stands so many blocks around the headline or the first paragraph.
MAX_LINE_LETTERS = 120
UPPER_LABELS = re.compile(r"^(?:written|posted|published|reviewed) by:?$", re.IGNORECASE)


def read_byline(
    declared: Declared, layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return the dateline and the authors' names: JSON-LD first, then meta elements, microdata, lines around ``near``.

    The dateline is None where no byline line names a place; the names are empty where none is named.
    """
    dateline, printed = read_city(layout, verdicts, near)
    declared_authors = declared.item.authors if declared.item else ()
    names = split_names(declared_authors)
    if names:
        return dateline, names
    for author in declared.authors:
        names = tuple(name for name in split_names((author,)) if not is_site(name, declared))
        if names:
            return dateline, names
    return dateline, printed or read_printed(layout.tree, near)


def is_site(name: str, declared: Declared) -> bool:
    """Tell whether a meta element's author is the site itself, which signs every page."""
    key, site = fold_line(name), fold_line(declared.site_name or "")
    title = fold_line(declared.title or "")
    return (bool(site) and (key in site or site in key)) or (len(key) > MIN_SITE_LETTERS and title.endswith(key))


def read_city(
    layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return place and names of a line ``city: name`` under the headline, and mark it."""
    for at in range(near[0] + 1, min(near[1] + 2, len(verdicts))):
        if layout.tree.blocks[at].tag in HEADINGS or verdicts[at] in TAKEN:
            continue
        text = layout.tree.blocks[at].text
        found = CITY_AND_NAME.match(text) if len(text) <= MAX_LINE_LETTERS else None
        if found and ARABIC.search(text) and not NO_CITY.match(text) and len(found["name"].split()) <= MAX_LINE_WORDS:
            verdicts[at] = DropReason.BYLINE
            city = None if LABEL.match(found["city"]) else found["city"].strip()
            return city, tuple(split_joined(found["name"].strip()))
    return None, ()


def split_joined(text: str) -> list[str]:
    """Return the names in an Arabic byline, where ``و`` joins them: only between names of two words at least."""
    names = [text]
    while found := JOINED.search(names[-1]):
        head, tail = names[-1][: found.start()], names[-1][found.end() :]
        if len(head.split()) < 2 or len(tail.split()) < 2:  # noqa: PLR2004 - a name and a family name.
            break
        names[-1:] = [head, tail]
    return names


def read_printed(tree: Tree, near: tuple[int, int]) -> tuple[str, ...]:
    """Return the names that the page prints around the headline: marked as the author's, or behind a word like "By"."""
    low, high = max(0, near[0] - NEAR_BLOCKS), near[1] + NEAR_BLOCKS
    for stamp in tree.stamps:
        if stamp.name.startswith("author") and low <= stamp.block < min(high, len(tree.blocks)):
            text = stamp.value or tree.blocks[stamp.block].text
            names = split_names((AFTER_NAME.sub("", PREFIX.sub("", text)),)) if len(text) <= MAX_LINE_LETTERS else ()
            if names:
                return names
    for block in tree.blocks[low:high]:
        unspaced = UNSPACED_NAME.match(block.text) or REPORTER.match(block.text)
        if unspaced:
            return (unspaced[1],)
        if len(block.text) <= MAX_LINE_LETTERS and (
            PREFIX.match(block.text) or tree.signs[block.element] & Sign.BYLINE
        ):
            names = split_names((AFTER_NAME.sub("", PREFIX.sub("", block.text)),))
            if names and all(is_proper(name) for name in names):
                return names
    return ()


def is_proper(name: str) -> bool:
    """Tell whether each longer word of a name begins as a name does: with a capital, or in a script without any."""
    words = [word for word in name.split() if len(word) > 3]  # noqa: PLR2004 - "von", "de", "van" and their kin.
    return (
        not UPPER_LABELS.match(name)
        and len(name.split()) > 1
        and all(not word[0].islower() for word in words)
        and name[-1] not in ":?!"
    )


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
