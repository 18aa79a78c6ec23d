"""Messages in a text dump, as messengers export and forward them: who sent each, when, and its headline."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from warraq.clean.dump import MARKERS, Field, Line, is_head_line
from warraq.text.characters import fold_line

# «صحيفة الضفة, [10.11.2026 10:33]»: who posted it and when (Telegram's export, 2026).
POSTED = re.compile(r"(?P<who>[^\[\]]{1,80}), \[(?P<when>[\d./: -]{8,20})\]")
MAX_POSTED = 6  # Lines of a posted message's head.
BRACKETED = re.compile(r"\[[^\[\]]{2,80}\]")  # "[Forwarded from Harbour News]", "[ Photo ]".
# WhatsApp's: "[12/3/24, 9:41:30 PM] Harbour News: *Ferry stopped*", "12/3/24, 21:41 - Harbour News: Ferry stopped"
CHAT = re.compile(
    r"(?:\[(?P<when>\d[\d./-]{5,9}[,،] [^\[\]]{4,14})\]|\d[\d./-]{5,9}[,،] [\d:]{4,8}(?: ?\w{1,4})? [-–])"
    r" (?P<who>[^:\n]{1,60}): (?P<text>\S.*)"
)
OMITTED = re.compile(
    r"(?:audio|document|image|sticker|video) omitted|<media omitted>|<?تم استبعاد .{3,20}",
    re.IGNORECASE,
)


class Posted(NamedTuple):
    """The lines of a message's head, and how many of the dump's they were."""

    lines: tuple[Line, ...]
    read: int


def read_message(lines: tuple[Line, ...], at: int) -> Posted | None:
    """Return the head of a message that begins at a line; None where none does, or people talk."""
    below = lines[at : at + MAX_POSTED]
    is_chat = CHAT.fullmatch(lines[0].text) is not None and not is_answer(lines, at)
    return read_posted(below) or (read_chat(below) if is_chat else None)


def read_posted(lines: tuple[Line, ...]) -> Posted | None:
    """Return headline and date of a posted message that begins with the first of the lines; None of any other.

    Between them the messenger tells in brackets where it is from, and what it shows.
    """
    first, *others = lines
    found = POSTED.fullmatch(first.text)
    told = tuple(takewhile(is_bracketed, others)) if found else ()
    below = others[len(told) :]
    if not found or not below or not is_head_line(below[0]) or below[0].text in MARKERS:
        return None
    asides = (*first.asides, found["who"], *list_words(told), *below[0].asides)
    title = below[0]._replace(gap=first.gap, asides=asides, field=Field.TITLE)
    return Posted((title, Line(found["when"], found["when"], 0, field=Field.DATE)), len(told) + 2)


def list_words(lines: Iterable[Line]) -> Iterator[str]:
    """Yield all that stands in lines and aside of them."""
    for line in lines:
        yield from (*line.asides, line.text)


def is_bracketed(line: Line) -> bool:
    """Tell whether a line stands in square brackets."""
    return BRACKETED.fullmatch(line.text) is not None


def is_answer(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether the line above a message is another one, and shows no picture."""
    above = CHAT.fullmatch(lines[at - 1].text) if at else None
    return above is not None and not OMITTED.fullmatch(above["text"])


def read_chat(lines: tuple[Line, ...]) -> Posted | None:
    """Return the headline of a message whose line also holds when and by whom it was sent; None of any other.

    Pictures that were left out may stand over it. Where the next line is another message, people talk.
    """
    chats = (CHAT.fullmatch(line.text) for line in lines)
    sent = [found for found in takewhile(bool, chats) if found]
    at = next((at for at, found in enumerate(sent) if not OMITTED.fullmatch(found["text"])), len(sent))
    if not at + 1 == len(sent) < len(lines):
        return None
    last = sent[at]
    text = last["text"].strip("*_ ")
    asides = (*list_words(lines[:at]), *lines[at].asides, last[0].removesuffix(last["text"]))
    line = Line(text, fold_line(text) or text, lines[0].gap, asides, Field.TITLE)
    return Posted((line,), at + 1) if is_head_line(line) else None
