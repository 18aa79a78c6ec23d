"""The body of a dump's story: its paragraphs, and the lines amid and below them that are something else."""

import re
from bisect import bisect
from itertools import pairwise

from warraq.clean.biography import is_biography
from warraq.clean.captions import fold_caption, make_image
from warraq.clean.dump import (
    MAX_HEAD_LETTERS,
    MIN_TITLE_LETTERS,
    Line,
    count_words,
    is_head_line,
    is_sentence,
)
from warraq.clean.dump_lines import (
    ALONE,
    BULLET,
    FULL_STOPS,
    LABELS,
    LISTED_ADDRESS,
    MAX_LABEL_LETTERS,
    MAX_LIST_LABEL_WORDS,
    find_buttons,
    name_aside,
    name_tail,
)
from warraq.clean.dump_pictures import add_picture, add_shown, stands_under
from warraq.clean.dump_tail import MAX_RELATED_LETTERS, find_notes, find_tail
from warraq.clean.dump_words import FOREIGN_SHARE, find_foreign, find_related
from warraq.clean.endings import CONTRIBUTED, LAST_LINES, name_ending
from warraq.clean.notices import name_notice
from warraq.clean.phrases import CLOSING, fold_whole, name_line, read_whole
from warraq.clean.prose import measure_letters
from warraq.clean.stems import list_stems, share_stems
from warraq.clean.story import Story
from warraq.model import DropReason
from warraq.text.characters import fold_line

OF_PEOPLE = frozenset({DropReason.BYLINE, DropReason.COMMENTS, DropReason.CREDIT})
MAX_TAG_WORDS = 4
MIN_BOX = 2  # Lines over what is told of the writer: their label and the name.
ENDED = re.compile(r"(?:نهاية|end of|fin de|ende der)\s", re.IGNORECASE)  # A box, and with it what stands in it.
TOLD = re.compile(r"[:：]\s*\w")  # «اقرأ أيضا: …» names its story, and announces none below.
PARTED = re.compile(r"\s[-–—|:/]\s|[|｜]")  # A page's title from the site's name.


def read_body(story: Story, lines: tuple[Line, ...], headline: str, pictures: set[str]) -> None:
    """Take the paragraphs of a dump's story, and set aside the lines that are something else.

    ``headline`` is the key of the headline's line, ``pictures`` those of the captions known so far.
    """
    label: DropReason | None = None  # What the lines below it belong to.
    asides = name_asides(lines, story.byline)
    prose = [at for at, line in enumerate(lines) if is_sentence(line) and not asides[at]]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    tail = min(find(lines, prose, asides) for find in (find_tail, find_foreign, find_related, find_notes))
    for at, line in enumerate(lines):
        own = asides[at]
        under = None if own in LABELS else name_under(label, line, lines[at - 1])
        named = under or own or (name_tail(line) if at > last else None)
        named = named or (DropReason.BOILERPLATE if at >= tail else None)
        if named:
            if not under:
                label = read_label(named, line, is_early=bisect(prose, at) * 3 < 2 * len(prose))
                if line.is_picture and at < min(last, tail):
                    add_shown(story, line, pictures)
                    continue
                add_picture(story, line.text)
            story.drop(line.text, named)
            continue
        label = None
        picture = fold_caption(line.text) if len(line.text) <= MAX_HEAD_LETTERS else ""
        if line.key == headline or (not first <= at <= last and holds_title(line, headline)):
            story.drop(line.text, DropReason.HEADLINE_REPEATED)
        elif picture in pictures:
            story.drop(line.text, DropReason.CAPTION_REPEATED)
        elif stands_under(lines, at):
            pictures.add(picture)
            story.images.append(make_image(None, line.text))
        else:
            story.paragraphs.append(line.text)
    drop_endings(story)


def drop_endings(story: Story) -> None:
    """Drop the last paragraphs that say who worked on the story, how to reach them or what comments must be like."""
    is_last = True
    last = len(story.paragraphs) - 1
    for at in range(last, max(0, last - LAST_LINES), -1):
        text = story.paragraphs[at]
        named = name_ending(text, is_last=is_last) or name_notice(text) or (name_asking(text) if is_last else None)
        if named in OF_PEOPLE | CLOSING and is_of_story(text, story.paragraphs):
            named = None
        is_last = is_last and named is not None
        if named:
            del story.paragraphs[at]
            story.drop(text, named)


def name_asking(text: str) -> DropReason | None:
    """Return what a last sentence is that begins as the page's own do: "You received this mail because …"."""
    named = name_line(text) if text[-1] in FULL_STOPS else None
    return named if named in CLOSING else None


def is_subhead(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a line of one word stands between two sentences, as a subhead does, whatever buttons are called."""
    is_word = " " not in line.text and line.text.isalpha() and fold_whole(line.text) in read_whole()
    return is_word and is_sentence(above) and is_sentence(below) and name_aside(below) is None


def is_of_story(text: str, paragraphs: list[str]) -> bool:
    """Tell whether a paragraph is a sentence that shares words with the others."""
    told = list_stems(" ".join(one for one in paragraphs if one != text))
    is_told = share_stems(list_stems(text), told) >= FOREIGN_SHARE
    return is_sentence(Line(text, text, 0)) and not CONTRIBUTED.search(text) and is_told


def name_asides(lines: tuple[Line, ...], writers: tuple[str, ...]) -> list[DropReason | None]:
    """Return what each line says itself to be that is not of the story; under it, who its writer is.

    A few words over addresses with numbers are of their list.
    """
    buttons = find_buttons(lines)
    asides = [name_aside(line) or (DropReason.BOILERPLATE if at in buttons else None) for at, line in enumerate(lines)]
    for at in range(1, len(lines) - 1):
        if at not in buttons and is_subhead(*lines[at - 1 : at + 2]):
            asides[at] = None
    is_kept_alone = False
    for at, (line, below) in enumerate(pairwise(lines)):
        if LISTED_ADDRESS.fullmatch(below.text) and count_words(line.text) <= MAX_LIST_LABEL_WORDS:
            asides[at] = DropReason.BOILERPLATE
    for at in range(1, len(lines)):  # What a line of the story announces is of it.
        is_alone = any(pattern.fullmatch(lines[at].text) for pattern, _ in ALONE)
        if is_alone and asides[at - 1] is None and (lines[at - 1].text.endswith((":", "：")) or is_kept_alone):
            asides[at], is_kept_alone = None, True
        else:
            is_kept_alone = False
    at = max((at for at, line in enumerate(lines) if is_sentence(line) and not asides[at]), default=0)
    names = {fold_line(name) for name in writers}
    is_alone = at > 0 and lines[at - 1].key in names
    is_told = is_biography(lines[at].text, writers) if lines else False
    is_box = is_alone and at > MIN_BOX and name_line(lines[at - 2].text) is DropReason.BYLINE
    if is_box:
        asides[at - 2] = DropReason.BYLINE
    if at > 1 and (is_told or is_box or (is_alone and any(lines[at].key.startswith(name) for name in names))):
        asides[at] = DropReason.BYLINE
        asides[at - 1] = DropReason.BYLINE if is_alone else asides[at - 1]
    return asides


def read_label(named: DropReason, line: Line, *, is_early: bool) -> DropReason | None:
    """Return what a line announces below it, if anything: a counter of comments stands over the story as well."""
    if ENDED.match(line.text):
        return None
    is_told = named is not DropReason.COMMENTS and TOLD.search(line.text) is not None
    is_label = named in LABELS and len(line.text) <= MAX_LABEL_LETTERS and not line.text.startswith("#") and not is_told
    return named if is_label and not (named is DropReason.COMMENTS and is_early) else None


def holds_title(line: Line, headline: str) -> bool:
    """Tell whether a short line over the prose or under it is the page's title: its headline and the site's name."""
    is_parted = line.key == headline or PARTED.search(line.text) is not None
    is_again = bool(headline) and headline in line.key and measure_letters(headline) > MIN_TITLE_LETTERS
    return is_parted and is_head_line(line) and is_again


def name_under(label: DropReason | None, line: Line, before: Line) -> DropReason | None:
    """Return the label again where a line belongs under it: a headline, a tag, whatever readers wrote.

    ``before`` is the line above: a list whose items have bullets ends at a line apart from it that has none.
    """
    if BULLET.match(before.text) and line.gap and not BULLET.match(line.text) and label is not DropReason.COMMENTS:
        return None
    if label is DropReason.RELATED:
        is_theirs = (is_head_line(line) and measure_letters(line.text) <= MAX_RELATED_LETTERS) or bool(
            BULLET.match(line.text)
        )
    elif label is DropReason.TAGS:
        is_theirs = is_head_line(line) and count_words(line.text) <= MAX_TAG_WORDS
    else:
        is_theirs = label is DropReason.COMMENTS
    return label if is_theirs else None
