"""Whole lines under a story in which an English paper speaks of itself: rights, views, requests, its other pages."""

import re

from warraq.model import DropReason

MAX_LETTERS, MAX_SHORT_LETTERS = 700, 160
QUOTES = frozenset('"“”‘«»')
# "Our stories may be republished … under a Creative Commons licence", and the licence of "this article".
LICENSED = re.compile(
    r"(?:(?:our|these|this) (?:articles?|contents?|news|pieces?|reports?|stor(?:ies|y)|works?)"
    r"|republish (?:our|these|this) \w+)\b(?!.*\bsa(?:id|ys)\b)(?=.*\b(?:licen[cs]|republish))"
    r".{0,200}\bCreative Commons\b",
    re.IGNORECASE | re.DOTALL,
)
# "The views and opinions expressed in this article are the author's own and do not …".
VIEWS = re.compile(
    r"(?:any |the )?(?:opinions?|views?)(?:,? (?:and|or) (?:opinions?|views?))? expressed (?:above|are|here|herein"
    r"|by (?:(?:the|our) )?(?:authors?|columnists?|contributors?|guests?|writers?)"
    r"|(?:in|on) th(?:e|ese|is) (?:articles?|blog|columns?|commentary|essay|letters?|op-ed|pages?|piece|publication"
    r"|site|stor(?:ies|y)|website))\b.{0,200}\b(?:alone|necessarily|own|solely|those of)\b",
    re.IGNORECASE | re.DOTALL,
)
# "For more news, visit our websites: …"; where it is information, the story gives it.
ELSEWHERE = re.compile(
    r"For [^.!?,:]{0,60}\b(?:coverage|headlines|news|stories|updates)\b[^.!?:]{0,40},?"
    r" (?:check out|follow|go to|visit)\s.{3,100}",
    re.IGNORECASE,
)
TAKEN_ALL = re.compile(
    r"All (?:images|photo(?:graph)?s|pictures) (?:by|courtesy of|©) (?-i:[^\W\d_a-z])[^.!?:]{2,60}\.?", re.IGNORECASE
)
# "Banner image: The pier in May. Image by Jane Doe.": the caption of the picture over the story.
PICTURED = re.compile(
    r"(?:banner|cover|featured?|header|lead|top) (?:image|photo(?:graph)?|picture)s?\s?"
    r"(?::\s|(?:by|courtesy of)\s(?-i:[^\W\d_a-z])).{3,300}",
    re.IGNORECASE,
)


def name_disclaimer(text: str) -> DropReason | None:
    """Return what one of the last lines is in which the paper speaks of itself; None for any other."""
    if len(text) > MAX_LETTERS or text[0] in QUOTES:
        return None
    if "reative " in text and LICENSED.match(text):
        return DropReason.COPYRIGHT
    if "expressed" in text and VIEWS.match(text):
        return DropReason.BOILERPLATE
    if len(text) <= MAX_SHORT_LETTERS and text.startswith("For ") and ELSEWHERE.fullmatch(text):
        return DropReason.RELATED
    return DropReason.CREDIT if TAKEN_ALL.fullmatch(text) or PICTURED.fullmatch(text) else None
