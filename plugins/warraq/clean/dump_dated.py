"""Articles of a text dump that stand one below the other, each under its day: a feed's page, a weblog, clippings."""

import re

from warraq.clean.dump import Line, is_sentence
from warraq.clean.dump_lead import MAX_SIGN_LINES, MIN_STORY_SENTENCES, is_title
from warraq.clean.dump_signs import begins_dated
from warraq.clean.dump_words import FOREIGN_SHARE, measure_share
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems

PROSE_LINES = 20  # Of what stands above, that are asked for its words.
MIN_DAYS = 2
SAID_SHARE = 0.25  # Of a story's words, in the story above it: such as any story says.
MIN_TOLD = 12  # Words that a story must have said, for others to be another's.
CLOCK = re.compile(r"\d:\d\d")  # An entry of a live blog has its hour.


def find_dated(lines: tuple[Line, ...]) -> list[int]:
    """Return where articles begin under a day alone, as the dump's first does: a headline and prose.

    The prose says the headline's words, and that above it hardly a word of either. The days of a chronicle tell one
    story, in the words of its title.
    """
    days = [
        at
        for at, line in enumerate(lines[:-1])
        if is_title(lines[at + 1]) and begins_dated(line.text) and CLOCK.search(line.text) is None
    ]
    if len(days) < MIN_DAYS or any(map(is_sentence, lines[: days[0]])):
        return []
    told = list_stems(" ".join(line.text for line in lines[: days[0] + PROSE_LINES] if is_sentence(line)))
    is_chronicle = any(measure_share(line, told) >= MIN_SHARE for line in lines[: days[0]])
    return [] if is_chronicle else [at for at in days[1:] if is_told_anew(lines, at)]


def is_told_anew(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether the headline under a line and the sentences below it are of another story than those above it."""
    above = list_stems(" ".join(line.text for line in lines[max(0, at - PROSE_LINES) : at] if is_sentence(line)))
    below = [line.text for line in lines[at + 2 : at + 2 + MAX_SIGN_LINES + MIN_STORY_SENTENCES] if is_sentence(line)]
    told = list_stems(" ".join(below))
    return (
        len(above) >= MIN_TOLD
        and len(below) >= MIN_STORY_SENTENCES
        and share_stems(told, above) < SAID_SHARE
        and measure_share(lines[at + 1], above) < FOREIGN_SHARE
        and measure_share(lines[at + 1], told) >= MIN_SHARE
    )
