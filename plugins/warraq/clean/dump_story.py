"""One article of a text dump: its head read line by line, its body freed of what the head says again."""

from bisect import bisect
from collections import Counter
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from warraq.clean.captions import (
    fold_caption,
    is_captioned,
    is_credit_line,
    make_image,
    name_spoken,
    split_credit,
)
from warraq.clean.datelines import CITY_AND_HOUSE, LABEL, find_city, is_bare_name
from warraq.clean.dump import (
    MARKERS,
    MAX_HEAD_LETTERS,
    Head,
    Line,
    count_words,
    find_heads,
    is_head_line,
    is_sentence,
    list_again,
)
from warraq.clean.dump_lines import (
    BULLET,
    MAX_LABEL_LETTERS,
    is_credited,
    is_of_page,
    is_picture,
    is_sign,
    name_aside,
    name_head,
    name_tail,
    names_agency,
    read_signed,
)
from warraq.clean.dump_parts import find_starts, guess_head, skip_lead
from warraq.clean.layout import measure_letters
from warraq.clean.names import LABEL_ALONE, is_name, split_names
from warraq.clean.phrases import name_line
from warraq.clean.sign_offs import is_signature
from warraq.clean.story import Story
from warraq.model import DateCandidate, DropReason, Image
from warraq.text.dates import is_date_line, parse_date

LABELS = frozenset({DropReason.RELATED, DropReason.TAGS, DropReason.COMMENTS})  # What stands under them is theirs.
MAX_RELATED_LETTERS = 95
MAX_TAG_WORDS = 4
MIN_TAIL_LINES = 3


def read_stories(lines: tuple[Line, ...], *, time_zone: str, now: datetime) -> tuple[Story, ...]:
    """Return the articles of a dump in their order."""
    if not lines:
        return ()
    by_start = {head.start: head for head in find_heads(lines)}
    bounds = find_starts(lines, tuple(by_start.values()))
    stories = []
    lead = 0  # The first line over the headline.
    for start, end in pairwise((*bounds, len(lines))):
        head = by_start.get(start)
        if head is None and end in by_start and all(map(is_head_line, lines[start:end])):
            continue
        begin = start if head else skip_lead(lines, start, end)
        story = read_story(lines, head or guess_head(lines, begin, end), end, has_proof=head is not None)
        if not story.paragraphs:
            story.dropped = [(line.text, DropReason.OUTSIDE_BODY) for line in lines[begin:end]]
        drop_lead(story, lines[lead:begin])
        date_story(story, time_zone, now)
        stories.append(story)
        lead = end
    return tuple(stories)


def drop_lead(story: Story, lines: tuple[Line, ...]) -> None:
    """Set aside what stands over the headline, and take its date."""
    for line in lines:
        if is_date_line(line.text):
            take_date(story, line.text)
        else:
            story.drop(line.text, name_line(line.text) or DropReason.BOILERPLATE)


def read_story(lines: tuple[Line, ...], head: Head, end: int, *, has_proof: bool) -> Story:
    """Return the article between a head's start and ``end``."""
    story = Story(headline=lines[head.start].text)
    for line in lines[head.start : end]:
        if line.rule:
            story.drop(line.rule, DropReason.BOILERPLATE)
    above = lines[head.start + 1 : head.above]
    below = list_again(above, lines, head.below, end) if has_proof else ()
    captions = find_captions(above, below, is_touching=head.is_touching)
    read_head(story, above, captions)
    for line in lines[head.above : head.below]:
        story.drop(line.text, DropReason.MARKER if line.text in MARKERS else DropReason.HEADLINE_REPEATED)
    for line in below:
        reason = DropReason.CAPTION_REPEATED if line.key in captions else DropReason.STANDFIRST_REPEATED
        story.drop(line.text, reason)
    pictures = {fold_caption(line.text) for line in above if line.key in captions}
    body = lines[head.below + len(below) : end]
    read_body(story, body[read_below(story, body, pictures) if has_proof else 0 :], lines[head.start].key, pictures)
    return story


def read_below(story: Story, lines: tuple[Line, ...], pictures: set[str]) -> int:
    """Take what of the head stands below the headline's repetition alone; return how many lines that are."""
    for at, line in enumerate(lines[:-1]):
        picture = fold_caption(line.text)
        if picture in pictures:
            story.drop(line.text, DropReason.CAPTION_REPEATED)
        elif stands_under(lines, at):
            pictures.add(picture)
            story.images.append(make_image(None, line.text))
        elif line.text in MARKERS:
            story.drop(line.text, DropReason.MARKER)
        elif is_date_line(line.text):
            take_date(story, line.text)
        elif not story.byline and (names := read_signed(line.text)):
            story.byline = names
        elif read_city(story, line.text):
            pass
        elif line.text == story.standfirst:
            story.drop(line.text, DropReason.STANDFIRST_REPEATED)
        elif story.standfirst is None and is_head_line(line) and fold_caption(lines[at + 1].text) in pictures:
            story.standfirst = line.text
        else:
            return at
    return max(0, len(lines) - 1)


def stands_under(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands under a picture: it is credited, or printed twice and no sentence."""
    line, *after = lines[at : at + 2]
    return is_picture(line) or (is_head_line(line) and any(one.key == line.key for one in after))


def take_date(story: Story, text: str) -> None:
    """Keep the first date line of a head."""
    story.date_line = story.date_line or text
    story.drop(text, DropReason.DATE)


def read_body(story: Story, lines: tuple[Line, ...], headline: str, pictures: set[str]) -> None:
    """Take the paragraphs of a dump's story, and set aside the lines that are something else.

    ``headline`` is the key of the headline's line, ``pictures`` those of the captions known so far.
    """
    label: DropReason | None = None  # What the lines below it belong to.
    asides = [name_aside(line) for line in lines]
    prose = [at for at, line in enumerate(lines) if is_sentence(line) and not asides[at]]
    last = prose[-1] if prose else len(lines)
    tail = find_tail(lines, prose, asides)
    for at, line in enumerate(lines):
        own = asides[at]
        under = None if own in LABELS else name_under(label, line)
        named = under or own or (name_tail(line) if at > last else None)
        named = named or (DropReason.BOILERPLATE if at >= tail else None)
        if named:
            if not under:
                label = named if named in LABELS and len(line.text) <= MAX_LABEL_LETTERS else None
                is_early = bisect(prose, at) * 3 < 2 * len(prose)  # A counter stands over the story as well.
                label = None if label is DropReason.COMMENTS and is_early else label
                add_picture(story, line.text)
            story.drop(line.text, named)
            continue
        label = None
        picture = fold_caption(line.text) if len(line.text) <= MAX_HEAD_LETTERS else ""
        if line.key == headline or picture in pictures:
            story.drop(line.text, DropReason.HEADLINE_REPEATED if line.key == headline else DropReason.CAPTION_REPEATED)
        elif stands_under(lines, at):
            pictures.add(picture)
            story.images.append(make_image(None, line.text))
        else:
            story.paragraphs.append(line.text)


def find_tail(lines: tuple[Line, ...], prose: list[int], asides: list[DropReason | None]) -> int:
    """Return where the lines begin that a page left below the story's last sentence; their number without any.

    ``prose`` are the places of sentences, ``asides`` what each line says itself to be. One line may be the story's
    last, and where sentences end in nothing, any.
    """
    below = lines[prose[-1] + 1 :] if prose else ()
    if len(below) < MIN_TAIL_LINES or any(measure_letters(line.text) > MAX_RELATED_LETTERS for line in below):
        return len(lines)
    is_closed = len(prose) * 2 > prose[-1] and not lines[prose[-1]].text.endswith((":", "："))
    usual = Counter(line.gap for line in lines[1 : prose[-1] + 1]).most_common(1)
    is_apart = bool(usual) and below[0].gap > usual[0][0]
    is_closed = is_closed and (is_apart or any(asides[prose[-1] + 1 :]) or any(map(name_tail, below)))
    return prose[-1] + 1 if is_closed else len(lines)


def name_under(label: DropReason | None, line: Line) -> DropReason | None:
    """Return the label again where a line belongs under it: a headline, a tag, whatever readers wrote."""
    if label is DropReason.RELATED:
        is_theirs = (is_head_line(line) and measure_letters(line.text) <= MAX_RELATED_LETTERS) or bool(
            BULLET.match(line.text)
        )
    elif label is DropReason.TAGS:
        is_theirs = is_head_line(line) and count_words(line.text) <= MAX_TAG_WORDS
    else:
        is_theirs = label is DropReason.COMMENTS
    return label if is_theirs else None


def add_picture(story: Story, text: str) -> None:
    """Add the picture of which a line says that it tells; credit and caption on two lines are one picture's."""
    if name_spoken(text) is None:
        return
    image = make_image(None, text)
    last = story.images[-1] if story.images else None
    if last and image.caption and last.caption is None:
        story.images[-1] = Image(url=None, caption=image.caption, credit=image.credit or last.credit)
    elif last and image.credit and image.caption is None and last.credit is None:
        story.images[-1] = Image(url=None, caption=last.caption, credit=image.credit)
    else:
        story.images.append(image)


def find_captions(above: tuple[Line, ...], below: tuple[Line, ...], *, is_touching: bool) -> set[str]:
    """Return the keys of the lines in a head that are captions.

    They are printed twice, or credited; or they stand against the marker or the headline's repetition, and below it
    again. A single one is known by either.
    """
    counts = Counter(line.key for line in above)
    again = {line.key for line in below}
    is_twice = any(counts[line.key] > 1 and is_captioned(line.text) for line in above)
    found = {line.key for line in above if counts[line.key] > 1 or (line.key in again and is_captioned(line.text))}
    found |= {line.key for line in above if (names_agency if is_twice else is_credited)(line.text)}
    block = len(above) - 1
    while block > 0 and above[block].gap == 0:
        block -= 1
    last = {line.key for line in above[max(block, 0) :] if not is_told(line)}
    is_block = is_touching and bool(above) and above[block].gap > 0
    if is_block and (not found or last & found):
        return found | last
    return found | (last & again) or again


def is_told(line: Line) -> bool:
    """Tell whether a line says itself what it is, and so stands under no picture."""
    is_city = find_city(line.text) is not None or CITY_AND_HOUSE.match(line.text) is not None
    return is_city or is_sign(line) or name_line(line.text) is not None


def read_head(story: Story, above: tuple[Line, ...], captions: set[str]) -> None:
    """Take standfirst, byline, date and pictures from the lines of a head."""
    seen: set[str] = set()
    pictures = {fold_caption(line.text) for line in above if line.key in captions}
    for at, line in enumerate(above):
        beside = above[max(0, at - 1) : at], above[at + 1 : at + 2]
        if line.key in captions:
            key = fold_caption(line.text)
            if key in seen:
                story.drop(line.text, DropReason.CAPTION_REPEATED)
            else:
                seen.add(key)
                story.images.append(make_image(None, line.text))
        elif fold_caption(line.text) in pictures:  # Without its credit.
            story.drop(line.text, DropReason.CAPTION_REPEATED)
        elif is_date_line(line.text):
            take_date(story, line.text)
        elif take_writer(story, line, *beside) or take_credit(story, line, beside[1]):
            pass
        elif (
            named := name_aside(line) or name_head(line) or (DropReason.BOILERPLATE if is_of_page(line.text) else None)
        ):
            add_picture(story, line.text)
            story.drop(line.text, named)
        elif story.standfirst is None:
            story.standfirst = line.text
        else:
            story.paragraphs.append(line.text)


def take_writer(story: Story, line: Line, before: tuple[Line, ...], after: tuple[Line, ...]) -> bool:
    """Take the names that a line says wrote it, with the place and the date in it; tell whether it is such a line.

    ``before`` and ``after`` are the lines beside it, or none: a name alone is told by a label, or by a date.
    """
    if story.byline:
        return False
    if names := read_signed(line.text):
        story.byline = names
        for part in filter(None, map(str.strip, line.text.split("|")[1:])):
            take_date(story, part) if is_date_line(part) else story.drop(part, DropReason.BYLINE)
        return True
    is_labelled = any(LABEL_ALONE.fullmatch(one.text) for one in before)
    is_dated = any(is_date_line(one.text) for one in (*before, *after))
    if is_name(line.text) and (is_labelled or (is_dated and is_bare_name(line.text))):
        story.byline = split_names((line.text,))
        if story.byline:
            return True
    return read_city(story, line.text)


def take_credit(story: Story, line: Line, after: tuple[Line, ...]) -> bool:
    """Take a picture whose credit stands below its caption, or behind it without brackets; tell whether it is one."""
    if is_signature(line.text) and split_credit(line.text)[0]:
        story.images.append(make_image(None, line.text))
    elif is_credit_line(line.text) and story.images and story.images[-1].credit is None:
        story.images[-1] = replace(story.images[-1], credit=split_credit(line.text)[1])
    elif story.standfirst and after and not after[0].gap and is_credit_line(after[0].text):
        story.images.append(Image(url=None, caption=line.text, credit=None))
    else:
        return False
    return True


def read_city(story: Story, text: str) -> bool:
    """Take the city, and the name of the writer if not the newsroom's own; tell whether the line is such a one."""
    if house := CITY_AND_HOUSE.match(text):
        story.dateline = house["city"].strip()
        story.drop(text, DropReason.BYLINE)
        return True
    found = None if story.byline else find_city(text)
    names = split_names((found["name"],)) if found else ()
    if found is None or not names:
        return False
    story.dateline = None if LABEL.match(found["city"]) else found["city"].strip()
    story.byline = names
    return True


def date_story(story: Story, time_zone: str, now: datetime) -> None:
    """Read the date line of a head; one in the future is no date."""
    at = parse_date(story.date_line, time_zone=time_zone) if story.date_line else None
    if at and at <= now:
        story.published = DateCandidate(at=at, found_in="visible_text", text=story.date_line or "")
        story.candidates = (story.published,)
