"""What of a page's text is prose, and how much it weighs."""

import re

from warraq.clean.phrases import UNSPACED
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block

# Prose, in letters of an alphabet; a sign of Chinese, Japanese or Korean says about as much as two and a half.
MIN_PROSE = 40
MIN_LINE = 16  # Short lines of their own paragraphs say a little too: lists of dates, verses, dialogue.
LINE_TAGS = frozenset({"p", "blockquote", "pre"})
MIN_CELL_PROSE = 250.0  # Weighted letters of a cell that lays out a story.
FULL_PROSE = 80
HEADING_PROSE = 60
ENDS_ELSEWHERE = "։।۔။។።"  # Armenian, Hindi and its neighbours, Urdu, Burmese, Khmer, Amharic.
SENTENCE_ENDS = frozenset(".!?…\"”»«’':;。！？」』)؟*" + ENDS_ELSEWHERE)
FULL_STOPS = frozenset(".!?؟。" + ENDS_ELSEWHERE)
PERIODS = FULL_STOPS - frozenset("!?؟")  # What nothing is asked or called out with.
FIRST_WIDE = "\u2e80"
LAST_WIDE = "\uffef"
WIDE_WEIGHT = 2.5
MAX_PROSE = 4000.0  # Longer blocks are no paragraphs but data.
DATA = ("{", "[{", "[[", "<")
MIN_WORD_LETTERS = 4
STRESSED_SHARE = 0.9  # Of the letters of a line, in bold or italics.
WORD = re.compile(r"\w+")


def measure_letters(text: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    half = len(text) // 2
    amid = text[half] if text[half] != " " else text[half - 1]  # Korean parts its words with blanks.
    return len(text) * (WIDE_WEIGHT if FIRST_WIDE < amid < LAST_WIDE else 1.0)


def weigh(block: Block) -> float:
    """Return the letters of prose in a block: 0 for headings, labels and links."""
    text = block.text
    letters = measure_letters(text)
    if block.tag in HEADINGS:  # Old editors set whole paragraphs as headings.
        is_prose = block.tag != "h1" and letters >= HEADING_PROSE and text[-1] in FULL_STOPS and not block.linked
        return min(letters, MAX_PROSE) if is_prose else 0.0
    if block.linked * 2 > len(text):
        return letters - block.linked if block.tag == "p" and text[-1] in SENTENCE_ENDS else 0.0
    if letters < MIN_PROSE:
        return letters / 4 if letters >= MIN_LINE and not block.linked and block.tag in LINE_TAGS else 0.0
    if text.startswith(DATA):
        return 0.0
    return min(letters, MAX_PROSE) if letters >= FULL_PROSE or text[-1] in SENTENCE_ENDS else letters / 4


def is_statement(text: str, min_words: int) -> bool:
    """Tell whether a text is a sentence of so many words that ends in a full stop, and asks nothing."""
    return text[-1:] in PERIODS and (len(text.split()) >= min_words or UNSPACED.search(text) is not None)


def is_stressed(block: Block) -> bool:
    """Tell whether a line is in bold or italics, but for a letter or two."""
    return block.strong >= STRESSED_SHARE * len(block.text)


def list_words(text: str) -> frozenset[str]:
    """Return the longer words of a text, in lower case."""
    return frozenset(word for word in WORD.findall(text.casefold()) if len(word) >= MIN_WORD_LETTERS)
