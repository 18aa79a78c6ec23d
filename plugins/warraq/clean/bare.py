"""Text dumps in a markup of their own: HTML of paragraphs and line breaks alone, and Markdown, as tools write both."""

import re
from html import unescape

# Any other tag, and a meta element that declares anything, is of a page.
OF_A_PAGE = re.compile(
    r"</?(?!(?:b|body|br|center|div|em|font|h[1-6]|head|hr|html|i|p|pre|span|strong|u)\b|meta\s+(?:charset|http-equiv)\b)[a-z]"
    r"|<!(?!doctype)|<\?",
    re.IGNORECASE,
)
PREFORMATTED = re.compile(r"(<pre\b[^<>]*>(?:(?!<pre\b).)*?</pre\s*>)", re.IGNORECASE | re.DOTALL)
BLANKS = re.compile(r"\s+")
BREAK = re.compile(r"</?(?:br|hr)\b[^<>]*>", re.IGNORECASE)
PARAGRAPH = re.compile(r"</?(?:h[1-6]|p|pre)\b[^<>]*>", re.IGNORECASE)
DIVISION = re.compile(r"</?(?:div|center|body|head)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][^<>]*>|<!doctype[^<>]*>", re.IGNORECASE)


# A heading, a link or a picture in Markdown: without one a text is taken as it stands.
LINK = r"!?\[([^\[\]\n]{0,300})\]\((?:https?://|/|#)[^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)"
MARKDOWN = re.compile(rf"^#{{1,6}}[ \t]+\S|{LINK}", re.MULTILINE)
MARKS = (
    (re.compile(LINK), r"\1"),
    (re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"^([*_])(?=[^\s*_])([^*_\n]{1,1000})(?<=[^\s*_])\1$", re.MULTILINE), r"\2"),
)


def read_bare(markup: str) -> str | None:
    """Return the text of markup that has no more than paragraphs, line by line; None for a page."""
    if OF_A_PAGE.search(markup):
        return None
    if not TAG.search(markup):
        return unescape(markup)
    parts = PREFORMATTED.split(markup)
    text = "".join(part if at % 2 else BLANKS.sub(" ", part) for at, part in enumerate(parts))
    text = DIVISION.sub("\n", PARAGRAPH.sub("\n\n", BREAK.sub("\n", text)))
    return unescape(TAG.sub("", text))


def read_markdown(text: str) -> str:
    """Return a text without the marks of Markdown, where it has any; the words of links and pictures stay."""
    if MARKDOWN.search(text):
        for pattern, words in MARKS:
            text = pattern.sub(words, text)
    return text
