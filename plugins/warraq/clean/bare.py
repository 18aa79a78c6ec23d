"""Text dumps in a markup of their own: HTML of paragraphs and line breaks alone, and Markdown, as tools write both."""

import re
from html import unescape

# Any other tag, and a meta element that declares anything, is of a page; so is any element that has a name.
OF_A_PAGE = re.compile(
    r"</?(?!(?:a|b|blockquote|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|span|strong|u|ul)\b"
    r"|meta\s+(?:charset|http-equiv)\b)[a-z]"
    r"|<!(?!doctype)|<\?|<[a-z][^<>]*\s(?:class|id)\s*=",
    re.IGNORECASE,
)
HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
PREFORMATTED = re.compile(r"(<pre\b[^<>]*>(?:(?!<pre\b).)*?</pre\s*>)", re.IGNORECASE | re.DOTALL)
MIN_ESCAPED = 2
BLANKS = re.compile(r"\s+")
BREAK = re.compile(r"</?(?:br|hr)\b[^<>]*>", re.IGNORECASE)
PARAGRAPH = re.compile(r"</?(?:blockquote|h[1-6]|ol|p|pre|ul)\b[^<>]*>", re.IGNORECASE)
DIVISION = re.compile(r"</?(?:div|center|body|head|li)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][^<>]*>|<!doctype[^<>]*>", re.IGNORECASE)


ATTRIBUTES = r"(?:\{[^{}\n]{1,200}\})?"  # Pandoc's, behind a heading, a link or a picture.
TITLED = rf"(?:[ \t]+\"[^\"\n]{{0,200}}\")?\){ATTRIBUTES}"
LINK = rf"\[([^\[\]\n]{{0,300}})\]\((?:https?://|mailto:|tel:|/|#)[^()\s]{{0,2000}}{TITLED}"
# Readers number pictures (Jina's, 2026): "![Image 3: Boats at the lock](…)".
PICTURE = rf"!\[(?:Image \d{{1,4}}(?:: )?)?([^\[\]\n]{{0,300}})\]\([^()\s]{{1,2000}}{TITLED}"
SIGNS = r"[\u2190-\u2bff\U0001f1e6-\U0001faff\ufe0f\u200d ]{0,12}"  # "🔴 " before a headline.
NOTED = r"^[ ]{0,3}\[[^\[\]\n]{1,80}\]:[ \t]+(?:https?://|/|#)\S+[ \t]*$"  # Where a reference leads.
UNDERLINED = r"[^\n]{0,220}[^\s.:。]\n(?:={3,}|-{3,})[ \t]*$"
# A heading, a link or a picture in Markdown, a text quoted whole, and a line in stars, as messengers have it: without
# one a text is taken as it stands.
MARKDOWN = re.compile(
    rf"^#{{1,6}}[ \t]+\S|{PICTURE}|{LINK}|{NOTED}"
    rf"|\A\s*(?:>[ \t]\S|{SIGNS}\*{{1,2}}[^\s*][^*\n]{{1,300}}\*{{1,2}}$|{UNDERLINED})",
    re.MULTILINE,
)
MARKS = (
    # Pandoc's divisions, and its line breaks.
    (re.compile(r"^:{3,}[^\n]*\n?|\\$", re.MULTILINE), ""),
    # What a picture shows goes where its caption says it again; else it keeps its sign, in a line of its own.
    (re.compile(rf"^{PICTURE}\s*(?=[*_]{{0,2}}\1)", re.MULTILINE), ""),
    (re.compile(rf"^{PICTURE}[ \t]*", re.MULTILINE), "![\\1]\n"),
    (re.compile(PICTURE), r"\1"),
    (re.compile(LINK), r"\1"),
    # A rule over the headline of another article, below short lines at most; any other parts sections.
    (re.compile(r"(?<=\n\n)(?:-{3}|\*{3}|_{3})[ \t]*(?=\n\n(?:[^\n#]{0,60}\n){0,24}#[ \t])"), "-----"),
    (re.compile(r"(?<=\n\n)-{3}[ \t]*(?=\n\n)"), "___"),
    (re.compile(r"^(#{1,6}[ \t]+[^\n{}]*\S)[ \t]+\{[^{}\n]*\}[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(rf"^({UNDERLINED})", re.MULTILINE), lambda found: found[1].partition("\n")[0]),
    (re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(rf"^({SIGNS})([*_])(?=[^\s*_])([^*_\n]{{1,1000}})(?<=[^\s*_])\2$", re.MULTILINE), r"\1\3"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])"), r"\1"),  # What would else be a mark.
)
NOTE = re.compile(NOTED, re.MULTILINE)
REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,80}\]")
# The numbers of lynx, and the list at its end of where they lead.
NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
NUMBERED_LINKS = re.compile(
    r"^[ \t]*References[ \t]*$(?:\s*^[ \t]*(?:\d{1,4}\.[ \t]+\S+|(?:Visible|Hidden) links:?)[ \t]*$)+\s*\Z",
    re.MULTILINE,
)
ESCAPED = re.compile(r"\\+(?:r\\+)?([nt\"])")
CONTROLS = {"n": "\n", "t": " ", '"': '"'}


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
    """Return a text without the marks of Markdown or lynx, where it has any; the words of links and pictures stay."""
    if MARKDOWN.search(text):
        if NOTE.search(text):
            text = REFERENCE.sub(r"\1", NOTE.sub("", text))
        for pattern, words in MARKS:
            text = pattern.sub(words, text)
    return NUMBER.sub("", text) if NUMBERED_LINKS.search(text) else text


def read_escaped(text: str) -> str:
    """Return a text in one line whose breaks are written as two letters with its breaks; any other as it is."""
    is_escaped = "\n" not in text.strip() and text.count("\\n") >= MIN_ESCAPED
    return ESCAPED.sub(lambda sign: CONTROLS[sign[1]], text) if is_escaped else text
