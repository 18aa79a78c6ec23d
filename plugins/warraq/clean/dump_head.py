"""The head of a dump's story, line by line: standfirst, byline and date, above the marker and below it."""

from warraq.clean.captions import fold_caption, make_image
from warraq.clean.datelines import ARABIC, CITY_AND_HOUSE, LABEL, Place, find_city, is_bare_name
from warraq.clean.dump import MARKERS, MIN_HEADLINE_WORDS, Field, Line, count_words, is_head_line
from warraq.clean.dump_heads import says_again
from warraq.clean.dump_lead import names_section
from warraq.clean.dump_lines import BULLET, LABELS, ORNAMENT, find_buttons, is_shown, name_aside, name_head
from warraq.clean.dump_pictures import add_picture, add_shown, make_picture, stands_under, take_credit
from warraq.clean.dump_signs import HOUSE_PARTS, is_dated, is_sign, is_stamp, part_sign, read_beside_house, read_signed
from warraq.clean.dump_writers import (
    SPOKEN_ROLE,
    find_from,
    find_placed,
    is_house_line,
    is_spelt,
    is_written,
    names_house,
    read_beside,
    stands_again,
)
from warraq.clean.houses import read_house_line
from warraq.clean.named_offices import read_officed
from warraq.clean.persons import is_name, split_names
from warraq.clean.phrases import name_line
from warraq.clean.stems import MIN_SHARED, list_stems
from warraq.clean.story import Story
from warraq.clean.writer_labels import LABEL_ALONE
from warraq.model import DropReason
from warraq.text.dates import find_dates, is_date_line

MAX_PROVED = 4  # Lines between a headline and its repetition; more may be a list.


def read_head(
    story: Story, above: tuple[Line, ...], captions: set[str], pictures: set[str], *, told: set[str] | None
) -> None:
    """Take standfirst, byline, date and pictures from the lines of a head.

    ``captions`` are the keys of lines, ``pictures`` those of captions known so far; the head's are added to these.
    ``told`` are the words of the prose below; None where the headline stands again below the head, or a marker, so that
    all of it is proved.
    """
    is_proved = told is None
    buttons = find_buttons(above)
    known = (at for at, line in enumerate(above) if is_sign(line) or name_head(line))
    last = len(above) if is_proved and len(above) <= MAX_PROVED else max(known, default=-1)
    shown = {fold_caption(line.text) for line in above if line.key in captions}
    for at, line in enumerate(above):
        beside = above[max(0, at - 1) : at], above[at + 1 :]
        if (
            take_field(story, line)
            or take_caption(story, line, captions, shown, pictures)
            or take_sign(story, line, *beside)
        ):
            continue
        if at in buttons or (at < last and count_words(line.text) < MIN_HEADLINE_WORDS):
            story.drop(line.text, DropReason.BOILERPLATE)
        elif is_house_line(line.text):
            story.drop(line.text, DropReason.BYLINE)
        elif is_shown(line):
            pictures.add(fold_caption(line.text))
            story.images.append(make_image(None, line.text))
        elif story.standfirst is None and (told is None or says_story(line, told)):
            story.standfirst = line.text
        elif is_proved and not beside[1] and is_head_line(line):  # Against the headline's repetition.
            story.images.append(make_image(None, line.text))
        else:
            story.paragraphs.append(line.text)


def says_story(line: Line, told: set[str]) -> bool:
    """Tell whether a line can be a standfirst: words enough, or such as the prose says too; no point, no subhead."""
    if BULLET.match(line.text):
        return False
    return not names_section(line) or len(list_stems(line.text) & told) >= MIN_SHARED


def take_caption(story: Story, line: Line, captions: set[str], shown: set[str], pictures: set[str]) -> bool:
    """Take a line that is a caption, or drop one that says a caption or the headline again; tell whether it does."""
    picture = fold_caption(line.text)
    if line.is_picture:
        add_shown(story, line, pictures)
    elif picture in pictures or (picture in shown and line.key not in captions):  # Perhaps without its credit.
        story.drop(line.text, DropReason.CAPTION_REPEATED)
    elif line.key in captions:
        pictures.add(picture)
        story.images.append(make_picture(line.text))
    elif says_again(story.headline or "", line):
        story.drop(line.text, DropReason.HEADLINE_REPEATED)
    else:
        return False
    return True


def take_sign(story: Story, line: Line, before: tuple[Line, ...], after: tuple[Line, ...]) -> bool:
    """Take what a line says of when and by whom, or what it says itself to be; tell whether it says anything.

    ``before`` is the line above, ``after`` are those of the head below it.
    """
    line = line._replace(text=ORNAMENT.sub("", line.text))
    if is_date_line(BULLET.sub("", line.text)):
        take_date(story, BULLET.sub("", line.text))
    elif take_writer(story, line, before, after[:1]) or take_credit(story, line, after[:1]):
        pass
    elif named := name_aside(line) or name_head(line):
        add_picture(story, line.text)
        story.drop(line.text, named)
    elif is_stamp(line.text):
        take_date(story, line.text)
    else:
        is_labelled = any(read_signed(below.text) for below in after)
        return take_house(story, line.text, is_last=is_labelled or not after)
    return True


def read_below(story: Story, lines: tuple[Line, ...], pictures: set[str]) -> int:
    """Take what of the head stands below the headline's repetition alone; return how many lines that are."""
    for at, line in enumerate(lines[:-1]):
        if line.is_picture:
            add_shown(story, line, pictures)
        elif said := name_said(story, line, pictures):
            story.drop(line.text, said)
        elif stands_under(lines, at):
            pictures.add(fold_caption(line.text))
            story.images.append(make_image(None, line.text))
        elif is_stamp(line.text):
            take_date(story, line.text)
        elif not story.byline and (names := read_signed(line.text)):
            story.byline = names
        elif read_city(story, line.text):
            pass
        elif (named := name_aside(line)) and named not in LABELS:
            add_picture(story, line.text)
            story.drop(line.text, named)
        elif story.standfirst is None and is_head_line(line) and fold_caption(lines[at + 1].text) in pictures:
            story.standfirst = line.text
        else:
            return at
    return max(0, len(lines) - 1)


def name_said(story: Story, line: Line, pictures: set[str]) -> DropReason | None:
    """Return what a line is that the head has said already, or that marks its end; None for any other."""
    if fold_caption(line.text) in pictures:
        return DropReason.CAPTION_REPEATED
    if line.text == story.standfirst:
        return DropReason.STANDFIRST_REPEATED
    return DropReason.MARKER if line.text in MARKERS else None


def take_field(story: Story, line: Line) -> bool:
    """Take a line of a header for what its label says; tell whether it is one, and says something new."""
    if line.field is Field.DATE:
        take_date(story, line.text)
        return True
    if line.field is Field.SUMMARY and story.standfirst is None:
        story.standfirst = line.text
        return True
    return line.field is Field.WRITER and not story.byline and take_name(story, line.text)


def take_writer(story: Story, line: Line, before: tuple[Line, ...], after: tuple[Line, ...]) -> bool:
    """Take the names that a line says wrote it, with the place and the date in it; tell whether it is such a line.

    ``before`` and ``after`` are the lines beside it, or none: a name alone is told by a label, or by a date.
    """
    sign = part_sign(line.text)
    if sign and not (sign.who and story.byline):
        take_date(story, sign.when)
        for part in sign.rest:
            story.drop(part, name_line(part) or DropReason.BOILERPLATE)
        return sign.who is None or take_names(story, sign.who) or take_name(story, sign.who)
    if story.byline:
        return False
    is_labelled = any(LABEL_ALONE.fullmatch(one.text) for one in before)
    is_by_date = any(map(is_dated, (*before, *after)))
    is_told = is_labelled or (is_by_date and is_written(line.text) and name_line(line.text) is None)
    return (is_told and take_name(story, line.text)) or take_names(story, line.text)


def take_names(story: Story, text: str) -> bool:
    """Take the names behind a label, and the date beside them, or those behind a city; tell whether there are any."""
    names = read_signed(text) or read_officed(text)
    if not names:
        return read_city(story, text)
    story.byline = names
    for part in filter(None, map(str.strip, text.split("|")[1:])):
        take_date(story, part) if is_date_line(part) else story.drop(part, DropReason.BYLINE)
    for found in () if story.date_line else find_dates(text)[:1]:
        take_date(story, text[text.index(found.text) :])  # With the hour behind it.
    return True


def take_name(story: Story, text: str) -> bool:
    """Take a line that is nothing but names; tell whether it is one."""
    story.byline = split_names((text,)) if is_name(text) else ()
    return bool(story.byline)


def take_house(story: Story, text: str, *, is_last: bool) -> bool:
    """Take a line of a newsroom, a desk or a place, and a person's name in it or alone; tell whether it is one.

    «صوت الأطلس - عبد الحق الزياني», "BBC News, Bradford", «سلوى حداد»: few words in two parts, and no sentence. The
    last line before the prose may be a subhead, if no table knows the name in it.
    """
    if not story.byline and is_bare_name(text) and (not is_last or (ARABIC.match(text) and is_spelt(text))):
        story.byline = (text,)
        return True
    if spoken := SPOKEN_ROLE.fullmatch(BULLET.sub("", text)):
        story.byline = story.byline or split_names((spoken["who"] or "",))
        story.drop(text, DropReason.BYLINE)
        return True
    over = [said for said, _ in story.dropped]
    name = read_beside_house(text) or read_beside(text, over)
    is_house = not is_last and HOUSE_PARTS.fullmatch(text) is not None and names_house(text)
    if not (name or is_house or stands_again(text, over)):
        return False
    if name:
        story.byline = story.byline or (name,)
    story.drop(text, DropReason.BYLINE)
    return True


def read_city(story: Story, text: str) -> bool:
    """Take the city, and the name of the writer if not the newsroom's own; tell whether the line is such a one."""
    if house := CITY_AND_HOUSE.match(text):
        story.dateline = house["city"].strip()
        story.drop(text, DropReason.BYLINE)
        return True
    if story.byline:
        return False
    if found := find_from(text):
        story.byline = split_names((found["name"],))
        return bool(story.byline)
    found = find_city(text) or find_placed(text)
    place = Place(found["city"].strip(), found["name"]) if found else read_house_line(text, ())
    names = split_names((place.name,)) if place else ()
    if place is None or not names:
        return False
    story.dateline = None if place.city and LABEL.match(place.city) else place.city
    story.byline = names
    return True


def take_date(story: Story, text: str) -> None:
    """Keep the first date line of a head."""
    story.date_line = story.date_line or text
    story.drop(text, DropReason.DATE)
