"""Lines under a story that say how to reach its writer or the newsroom, apart from those that are of the story."""

import re

from warraq.clean.layout import Layout
from warraq.clean.phrases import UNSPACED, name_line
from warraq.clean.prose import FULL_STOPS, is_statement
from warraq.clean.sites import name_host
from warraq.model import DropReason
from warraq.text.characters import fold_line

MAX_CONTACT_LETTERS = 250
MIN_TOLD_WORDS = 8
MIN_NAME_LETTERS = 4  # Of a writer's or a site's name within an address.
MIN_HOST_LETTERS = 3
CONTACT = re.compile(
    r"[\w.]@[\w-]+\.\w|(?:^|\s)@\w{3,}|^\w{3,}@$|(?<!pic\.)twitter\.com/|on Twitter|auf Twitter", re.IGNORECASE
)
POSTED_PICTURE = "pic.twitter.com/"
ADDRESS = re.compile(r"(?P<box>[\w.+-]*)@(?P<host>[\w.-]*\w)")
QUOTED = re.compile(r'«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|"[^"]*"?|「[^」]*」?')
CLOSING_QUOTES = "\"”»’'"
SENTENCE_SEAM = re.compile(r"(?<=[.!?؟。])\s+")
ASKING = frozenset({DropReason.BYLINE, DropReason.COMMENTS, DropReason.FOLLOW, DropReason.NEWSLETTER})
# How a line begins that says how to reach someone, where a name or a word for the writer follows.
REACHING = re.compile(
    r"(?i:contact|e-?mail|follow|reach|tweet|write to|contacte[zr]?|contatta|escríb[ae]le a|escreva para|kontakta"
    r"|kontaktieren|schreiben|suivez|sigue a|siga|segui|volg)\s(?:(?P<first>[^\W\d_a-z][\w'’.-]*)"
    r"\s(?P<last>[^\W\d_a-z][\w'’-]*)|(?:her|him|them|me|us|our|the (?:author|writer))\b)"
)
# Who works for a paper, and what it calls the story, in the languages of its readers.
PRESS = re.compile(
    r"\b(?:columnist|correspond[ae]nt|corresponsal|corrispondent|dziennikar|editor\b|freelance|gazeteci|giornalist|jornalis"
    r"|journalis|muhabir|newsroom|periodist|redacci|redact|redakt|redazion|reporter|rédact|staff writer|szerkeszt"
    r"|toimittaj|toimitukse|wartawan|δημοσιογράφ|журналист|журналіст|корреспондент|редакц|news tip|story idea"
    r"|^the (?:author|writer) (?:is|was)"
    r"|(?:on|about|of|in) this (?:article|column|story)|(?:can|may) be (?:reached|contacted) (?:at|by|on|via)\b)"
    r"|הכתבת?\b|كاتبة? (?:المقال|التقرير)|مراسلنا|خبرنگار|記者|记者|編集部|编辑部|기자",
    re.IGNORECASE,
)


# "Do you have more information about the story? Please send us an email to …".
REQUEST = re.compile(
    r"(?:are|did|do|got|have|know|want|were|would)\b[^.!?]{0,80}\b(?:news|scoop|stor(?:ies|y)|tip(?:-off)?s?)\b[^.!?]{0,60}\?\s"
    r"(?:please )?(?:call|contact|e-?mail|get in touch|let us"
    r"|message|phone|send|share|tell us|text|whats ?app|write)\b",
    re.IGNORECASE,
)


def has_contact(text: str) -> bool:
    """Tell whether a text names an address or a handle, but for one within a quotation or a post with a picture."""
    if "@" not in text and "twitter" not in text.lower():
        return False
    is_named = CONTACT.search(text) is not None and POSTED_PICTURE not in text
    return is_named and CONTACT.search(QUOTED.sub(" ", text)) is not None


def is_told(text: str) -> bool:
    """Tell whether a line with an address is a sentence of the story: one of some words that speaks of no writer."""
    is_long = len(text.split()) >= MIN_TOLD_WORDS or UNSPACED.search(text) is not None
    return is_long and is_statement(text.rstrip(CLOSING_QUOTES), MIN_TOLD_WORDS) and not speaks_of_press(text)


def speaks_of_press(text: str) -> bool:
    """Tell whether a line speaks of who wrote the story, or a sentence of it asks the reader to follow or to write."""
    return (
        PRESS.search(text) is not None
        or ("?" in text and REQUEST.match(text) is not None)
        or names_reached(text)
        or any(name_line(sentence) in ASKING for sentence in SENTENCE_SEAM.split(text))
    )


def asks_reader(text: str) -> bool:
    """Tell whether each of a line's sentences speaks of the newsroom or asks the reader for something."""
    sentences = SENTENCE_SEAM.split(text) if len(text) <= MAX_CONTACT_LETTERS and text[-1] in FULL_STOPS else []
    if len(sentences) < 2:  # noqa: PLR2004 - phrases.py tells one alone.
        return False
    named = [name_line(sentence) for sentence in sentences]
    if named[-1] is None:
        return False
    is_offer = named[-1] is DropReason.NEWSLETTER and sentences[-2][-1] == "?"  # "Would you …? Subscribe now."
    rest = zip(named[: -2 if is_offer else None], sentences, strict=False)
    return all(one or PRESS.search(sentence) for one, sentence in rest)


def names_reached(text: str) -> bool:
    """Tell whether a line begins by saying how to reach "her" or "us", or someone whose name is in the address."""
    found = REACHING.match(text)
    if found is None or found["last"] is None:
        return found is not None
    first, last = fold_line(found["first"]), fold_line(found["last"])
    return any(box == first[:1] + last[:1] or first in box or last in box for box in list_boxes(text))


def list_boxes(text: str) -> list[str]:
    """Return what stands before the sign of each address in a line, or behind that of a handle, folded."""
    return [fold_line(found["box"] or found["host"]) for found in ADDRESS.finditer(text)]


def drop_reachable(names: tuple[str, ...], url: str | None, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop the last lines with an address or a handle that is a writer's of the story, or at the page's own site."""
    for at in range(len(verdicts) - 1, -1, -1):
        if verdicts[at] is not None:
            continue
        text = layout.tree.blocks[at].text
        if len(text) > MAX_CONTACT_LETTERS or not has_contact(text):
            return
        if is_told(text) and not is_of_site(text, url) and not is_writers(text, names):
            return
        verdicts[at] = DropReason.BYLINE


def is_of_site(text: str, url: str | None) -> bool:
    """Tell whether an address or a handle in a line is one of the page's own site."""
    site = fold_line(name_host(url))
    if len(site) < MIN_HOST_LETTERS:
        return False
    return any(
        site in found["host"].lower().split(".")
        or (len(site) >= MIN_NAME_LETTERS and site in fold_line(found["host"] + found["box"]))
        for found in ADDRESS.finditer(text)
    )


def is_writers(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether a line names a writer of the story, or the last name is in an address."""
    key = fold_line(text)
    lasts = [fold_line(name.split()[-1]) for name in names if " " in name]
    return any(fold_line(name) in key for name in names if " " in name) or any(
        len(last) >= MIN_NAME_LETTERS and last in box for last in lasts for box in list_boxes(text)
    )
