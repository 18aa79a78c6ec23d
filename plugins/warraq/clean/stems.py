"""The words that a line shares with a story, by their beginnings: what tells of it, in any language."""

import re

from warraq.clean.prose import measure_letters
from warraq.text.search import cut_bigrams, split_words

MIN_SHARED, MIN_SHARE = 2, 0.35  # Words of a headline that its story says too.
MIN_WORD_LETTERS = 3
STEM_LETTERS = 4
# What clings to an Arabic word and is no part of it.
PREFIXED = re.compile(r"^(?:[وفبكل]?ال|لل)(?=\w{3})")


def share_stems(stems: set[str], told: set[str]) -> float:
    """Return the share of some stems that a story has too; 0 where they are too few to tell."""
    shared = stems & told
    return len(shared) / len(stems) if len(shared) >= MIN_SHARED else 0.0


def list_stems(text: str) -> set[str]:
    """Return the beginnings of a text's words; short ones, which every text has, are left out."""
    words = (PREFIXED.sub("", piece) for word in split_words(None, text) for piece in cut_bigrams(word))
    return {word[:STEM_LETTERS] for word in words if measure_letters(word) >= MIN_WORD_LETTERS}
