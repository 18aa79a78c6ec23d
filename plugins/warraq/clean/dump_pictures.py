"""The pictures of a dump's story: which of its lines are captions or credits."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from warraq.clean.captions import fold_caption, is_captioned, is_credit_line, make_image, name_spoken
from warraq.clean.credits import split_credit
from warraq.clean.datelines import CITY_AND_HOUSE, find_city, is_bare_name
from warraq.clean.dump import Line, count_words, is_head_line, is_sentence, names_agency
from warraq.clean.dump_lines import (
    BUTTONS,
    FULL_STOPS,
    MAX_PICTURE_LETTERS,
    is_credited,
    is_of_page,
    is_picture,
    split_taken,
)
from warraq.clean.dump_signs import is_dated, is_sign
from warraq.clean.dump_writers import find_placed
from warraq.clean.phrases import name_line
from warraq.clean.pictures import choose_alt
from warraq.clean.sign_offs import is_signature
from warraq.clean.story import Story
from warraq.model import DropReason, Image
from warraq.text.dates import is_date_line

MIN_STANDFIRST = 12  # Words of a line that may be either.


def find_captions(above: tuple[Line, ...], below: tuple[Line, ...], *, is_touching: bool) -> set[str]:
    """Return the keys of the lines in a head that are captions.

    They are printed twice, or credited; or they stand against the marker or the headline's repetition, and below it
    again. A single one is known by either.
    """
    above = tuple(line for line in above if not is_of_page(line.text))
    counts = Counter(line.key for line in above)
    again = {line.key for line in below}
    is_twice = any(counts[line.key] > 1 and is_captioned(line.text) for line in above)
    found = {line.key for line in above if counts[line.key] > 1 or (line.key in again and is_captioned(line.text))}
    found |= {line.key for line in above if (names_agency if is_twice else is_credited)(line.text)}
    found -= {line.key for line in above if is_date_line(line.text) or CITY_AND_HOUSE.match(line.text)} | {
        line.key for line, below in pairwise(above) if is_bare_name(line.text) and is_dated(below)
    }
    block = len(above) - 1
    while block > 0 and above[block].gap == 0:
        block -= 1
    last = {line.key for line in above[max(block, 0) :] if not is_told(line)}
    is_block = is_touching and bool(above) and above[block].gap > 0
    if is_block and (not found or last & found):
        return found | last
    rest = (last & again) - found
    others = {line.key for line in above if not is_told(line)} - found - rest
    # The one line that stands again beside captions, or a long one alone, is the standfirst if nothing else can be.
    is_long = not is_touching and any(line.key in rest and count_words(line.text) >= MIN_STANDFIRST for line in above)
    is_standfirst = len(rest) == 1 and not others and (found or is_long)
    return found if is_standfirst else found | rest or again


def is_told(line: Line) -> bool:
    """Tell whether a line says itself what it is, and so stands under no picture."""
    is_city = (find_city(line.text) or find_placed(line.text)) is not None or CITY_AND_HOUSE.match(
        line.text
    ) is not None
    return is_city or is_sign(line) or name_line(line.text) is not None


def stands_under(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands under a picture: it is credited, or printed twice and no sentence."""
    line, *after = lines[at : at + 2]
    is_twice = any(one.key == line.key for one in after) and is_head_line(line) and not is_of_page(line.text)
    return is_picture(line) or is_twice or is_shown_amid(lines, at)


def is_shown_amid(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a short sentence with an agency behind it stands amid others that have none: it is of a picture.

    Where more have one, or the last, the agency says whose story it is.
    """
    text = lines[at].text
    if len(text) > MAX_PICTURE_LETTERS or text[-1] in FULL_STOPS or not (is_captioned(text) and names_agency(text)):
        return False
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return at + 1 < len(lines) and all(is_sentence(line) and not is_captioned(line.text) for line in beside)


def make_picture(text: str) -> Image:
    """Return the picture of a line that is its caption and credit; behind a sentence stands a name."""
    taken = split_taken(text)
    return Image(url=None, caption=taken[0], credit=taken[1]) if taken else make_image(None, text)


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


def add_shown(story: Story, line: Line, pictures: set[str]) -> None:
    """Add the picture of which a line says what it shows, if those known so far do not; drop any other words."""
    caption, picture = choose_alt(line.text, story.headline), fold_caption(line.text)
    if caption is None or picture in pictures:
        story.drop(line.text, DropReason.CAPTION_REPEATED if picture in pictures else DropReason.CAPTION)
        return
    pictures.add(picture)
    story.images.append(make_image(None, caption))


def is_alternative(line: Line, below: Line) -> bool:
    """Tell whether a line is what a picture shows, as those hear it who do not see it: against its spoken source."""
    return is_head_line(line) and name_spoken(below.text) is DropReason.CREDIT and name_spoken(line.text) is None


def take_credit(story: Story, line: Line, after: tuple[Line, ...]) -> bool:
    """Take a picture whose credit stands below its caption, or behind it without brackets; tell whether it is one."""
    if is_signature(line.text) and split_credit(line.text)[0] and name_line(line.text) not in BUTTONS:
        story.images.append(make_image(None, line.text))
    elif is_credit_line(line.text) and story.images and story.images[-1].credit is None:
        story.images[-1] = replace(story.images[-1], credit=split_credit(line.text)[1])
    elif (
        after
        and not after[0].gap
        and (((story.standfirst or line.gap) and is_credit_line(after[0].text)) or is_alternative(line, after[0]))
    ):
        story.images.append(Image(url=None, caption=line.text, credit=None))
    else:
        return False
    return True
