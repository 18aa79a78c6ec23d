"""The articles of a text dump: each head read, each body freed of what the head says again."""

from datetime import datetime
from itertools import pairwise

from warraq.clean.captions import fold_caption, make_image
from warraq.clean.datelines import ARABIC, find_place, is_person
from warraq.clean.dump import MARKERS, Line, is_sentence, stands_over
from warraq.clean.dump_body import read_body
from warraq.clean.dump_head import read_below, read_head
from warraq.clean.dump_heads import Head, find_heads, list_again
from warraq.clean.dump_lead import guess_head, is_title
from warraq.clean.dump_lines import is_credited
from warraq.clean.dump_parts import find_starts, is_card
from warraq.clean.dump_pictures import find_captions
from warraq.clean.dump_signs import (
    MAX_SIGNED_LETTERS,
    begins_dated,
    is_edition,
    is_published,
    is_sign,
    read_over,
    read_signed,
)
from warraq.clean.dump_tail import find_foot
from warraq.clean.dump_title import STORY_LINES, find_title, is_lead
from warraq.clean.houses import read_house_line
from warraq.clean.named_offices import read_officed
from warraq.clean.names import read_labelled
from warraq.clean.opening_days import read_opening_day
from warraq.clean.phrases import name_line
from warraq.clean.signatures import is_full_name
from warraq.clean.stems import list_stems
from warraq.clean.story import Story
from warraq.model import DateCandidate, DropReason
from warraq.text.dates import is_date_line, parse_date

MIN_HEADS = 2  # Besides the first.
LAST_LINES = 3
OF_WRITERS = frozenset({DropReason.BYLINE, DropReason.CREDIT})


def read_stories(lines: tuple[Line, ...], *, time_zone: str, now: datetime) -> tuple[Story, ...]:
    """Return the articles of a dump in their order."""
    if not lines:
        return ()
    by_start = {head.start: head for head in find_heads(lines) if not is_card(lines, head.start, head)}
    bounds = find_starts(lines, tuple(by_start.values()))
    stories = []
    lead = 0  # The first line over the headline.
    for start, end in pairwise((*bounds, len(lines))):
        head = by_start.get(start)
        if head is None and end < len(lines) and is_lead(lines, start, end, is_proved=end in by_start):
            continue
        top = start
        if head and is_title_alone(lines[start : head.below]):
            top, head = head.above, None
        begin = top if head else find_title(lines, top, end)
        story = Story(headline=lines[begin].text)
        pictures = read_lead(story, lines, lead, begin)
        read_story(story, lines, head or guess_head(lines, begin, end), end, pictures=pictures, has_proof=bool(head))
        restore_speaker(story, lines[begin + 1 : end])
        take_signature(story)
        if not story.paragraphs:
            story.dropped = [(line.text, DropReason.OUTSIDE_BODY) for line in lines[lead:end]]
        story.dropped += [(text, DropReason.BOILERPLATE) for line in lines[lead:end] for text in line.asides]
        date_story(story, time_zone, now)
        stories.append(story)
        lead = end
    return tuple(stories)


def is_title_alone(lines: tuple[Line, ...]) -> bool:
    """Tell whether lines from a headline to itself are a page's title and a menu: the head stands below them."""
    between = lines[1:-1]
    return lines[-1].text not in MARKERS and not any(
        line.text in MARKERS or is_sentence(line) or is_sign(line) or is_credited(line.text) or is_title(line)
        for line in between
    )


def read_lead(story: Story, lines: tuple[Line, ...], start: int, end: int) -> set[str]:
    """Set aside what stands over the headline; take its date and its pictures, whose keys are returned."""
    pictures: set[str] = set()
    for at, line in enumerate(lines[start:end], start):
        if is_date_line(line.text) or begins_dated(line.text) or is_edition(line.text):
            story.lead_date = line.text if is_published(line.text) or not story.lead_date else story.lead_date
            story.drop(line.text, DropReason.DATE)
        elif not story.byline and (names := read_over(line.text)):
            story.byline = names
        elif stands_over(lines, at) and fold_caption(line.text) not in pictures:
            pictures.add(fold_caption(line.text))
            story.images.append(make_image(None, line.text))
        elif line.key == lines[end].key:
            story.drop(line.text, DropReason.HEADLINE_REPEATED)
        else:
            story.drop(line.text, name_line(line.text) or DropReason.BOILERPLATE)
    return pictures


def read_story(
    story: Story, lines: tuple[Line, ...], head: Head, end: int, *, pictures: set[str], has_proof: bool
) -> None:
    """Read the article between a head's start and ``end``; ``pictures`` are the keys of captions known so far."""
    above = lines[head.start + 1 : head.above]
    below = list_again(above, lines, head.below, end) if has_proof else ()
    captions = find_captions(above, below, is_touching=head.is_touching)
    prose = " ".join(line.text for line in lines[head.below : min(end, head.below + STORY_LINES)])
    read_head(story, above, captions, pictures, told=None if has_proof else list_stems(prose))
    for line in lines[head.above : head.below]:
        story.drop(line.text, DropReason.MARKER if line.text in MARKERS else DropReason.HEADLINE_REPEATED)
    for line in below:
        reason = DropReason.CAPTION_REPEATED if line.key in captions else DropReason.STANDFIRST_REPEATED
        story.drop(line.text, reason)
    if lines[head.start].field:
        foot = head.below + len(below) + find_foot(lines[head.below + len(below) : end])
        end, rest = foot, lines[foot:end]
        for line in rest:
            story.drop(line.text, DropReason.NEWSLETTER)
    body = lines[head.below + len(below) : end]
    headline = lines[head.start].key if head.below > head.start else ""  # Its line is the first paragraph as well.
    read_body(story, body[read_below(story, body, pictures) if has_proof else 0 :], headline, pictures)


def restore_speaker(story: Story, lines: tuple[Line, ...]) -> None:
    """Put the first of several heads of person and place back over its paragraph: who is heard there, and no byline."""
    first = next((line.text for line in lines if names_speaker(line.text)), None)
    if first is None or first in story.paragraphs or sum(map(names_speaker, story.paragraphs)) < MIN_HEADS:
        return
    if story.standfirst == first:
        story.standfirst = None
    elif len(story.byline) == 1 and story.byline[0] in first:
        story.byline, story.dateline = (), None
    else:
        return
    story.paragraphs.insert(0, first)


def take_signature(story: Story) -> None:
    """Take the names with which the last line signs a story that has no others: "By Anna Keller", «رنا خوري».

    Where that line was dropped as a credit of the story, it names its writers all the same.
    """
    if story.byline or len(story.paragraphs) <= MIN_HEADS:
        return
    if names := read_signature(story.paragraphs[-1]):
        story.byline = names
        story.drop(story.paragraphs.pop(), DropReason.BYLINE)
        return
    credits_dropped = (text for text, reason in story.dropped[-LAST_LINES:] if reason in OF_WRITERS)
    story.byline = next(filter(None, map(read_signature, credits_dropped)), ())


def read_signature(text: str) -> tuple[str, ...]:
    """Return the full names in a last line that is labelled, or in Arabic a person, alone or beside a city.

    What a scraper put before it makes it a caption.
    """
    if len(text) > MAX_SIGNED_LETTERS or text.partition(" ")[0] in MARKERS:
        return ()
    place = find_place(text) if ARABIC.match(text) else None
    if is_person(text) or (place and place.city and is_person(place.name)):
        return (place.name if place else text,)
    names = read_signed(text) or read_labelled(text) or read_officed(text)
    return names if all(map(is_full_name, names)) else ()


def names_speaker(text: str) -> bool:
    """Tell whether a line is a person and a place: «محمد حسن، غزة»."""
    return read_house_line(text, ()) is not None or find_place(text) is not None


def date_story(story: Story, time_zone: str, now: datetime) -> None:
    """Read the date line below the headline, else above it, where pages print today's, else the dateline's day.

    One in the future is no date.
    """
    printed = story.date_line or story.lead_date or next(map(read_opening_day, story.paragraphs), None)
    at = parse_date(printed, time_zone=time_zone) if printed else None
    if at and at <= now:
        story.published = DateCandidate(at=at, found_in="visible_text", text=printed or "")
        story.candidates = (story.published,)
