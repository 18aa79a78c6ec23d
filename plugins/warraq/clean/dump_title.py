"""Which line over a dump's prose is its headline: the one whose words the prose says most, in any language."""

import re
from collections.abc import Mapping

from warraq.clean.captions import is_captioned
from warraq.clean.dump import Line, count_words, is_head_line, is_sentence
from warraq.clean.dump_lead import FULL_STOPS, MIN_STORY_SENTENCES, is_title, repeats, skip_lead
from warraq.clean.dump_lines import is_furniture, name_aside
from warraq.clean.dump_signs import is_sign
from warraq.clean.dump_words import FOREIGN_SHARE, measure_share
from warraq.clean.dump_writers import is_house, names_house
from warraq.clean.phrases import name_line
from warraq.clean.stems import MIN_SHARE, list_stems

MIN_WORDS, MAX_NAME_WORDS = 3, 5  # Of a headline, of a house's name.
PARTING = re.compile(r"\s[/|–—-]\s?")
STORY_LINES = 12  # From the first prose on: what a headline says stands in the story's beginning.
NEAR = 0.2  # Of two shares: titles within it say the same.
NAME_WEIGHT = 0.4  # A house says its own name in its stories.
OWN_SHARE = 0.25  # Of a sentence over the prose that is of the story.
MIN_TICKER_WORDS = 25
MIN_BUTTONS, MAX_MENU_WORDS = 2, 25
MAX_REACH = 3  # Lines from one sentence of the prose to the next.


def is_lead(lines: tuple[Line, ...], start: int, end: int, *, is_proved: bool) -> bool:
    """Tell whether what stands over the first article is none: it has no headline, and hardly prose.

    ``is_proved`` tells that a head follows which repeats or has the marker. Else the phrases must know the first
    sentence, or a line above it; or no sentence stands there at all, but a menu.
    """
    part = lines[start:end]
    prose = [
        at for at, line in enumerate(part) if is_sentence(line) and not is_ticker(line, lines[end : end + STORY_LINES])
    ]
    if is_proved and all(map(is_head_line, part)):
        return True
    if not prose and not start and is_menu_part(part):
        return True
    above = part[: prose[0] + 1] if prose else part
    if prose and all(name_line(part[at].text) for at in prose):
        return True
    is_known = any(name_line(line.text) for line in above) and not any(map(is_title, above))
    return is_known and len(prose) < MIN_STORY_SENTENCES


def is_menu_part(lines: tuple[Line, ...]) -> bool:
    """Tell whether lines without a sentence are what stands over a page: buttons above others, no day and no writer.

    Verses have both, or their buttons below; a few words need no button.
    """
    known = [at for at, line in enumerate(lines) if name_line(line.text, in_dump=True)]
    last = max((at for at, line in enumerate(lines) if is_title(line)), default=-1)
    is_short = sum(count_words(line.text) for line in lines) <= MAX_MENU_WORDS
    is_over = len(known) >= MIN_BUTTONS and (known[0] < last or known[0] == 0)
    return (is_over or is_short) and not any(map(is_sign, lines))


def find_title(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Return the line of the headline between ``start`` and ``end``: over the prose, and told by it.

    Menus, buttons, tickers and other stories' headlines stand over a headline; the story says its own words alone.
    Where it says too few of any line, what the lines say of themselves decides.
    """
    known = skip_lead(lines, start, end)
    first = find_prose(lines, start, end)
    if first is None or lines[start].field:
        return known
    prose = [
        line for line in lines[first : min(end, first + STORY_LINES)] if is_sentence(line) and not name_aside(line)
    ]
    told = list_stems(" ".join(line.text for line in prose))
    shares = measure_titles(lines, start, skip_notices(lines, start, first, told), told)
    at = choose_title(lines, shares)
    if at is None or (known in shares and (shares[at] < MIN_SHARE or is_over(lines, known, at))):
        return known
    return at


def find_prose(lines: tuple[Line, ...], start: int, end: int) -> int | None:
    """Return the first line of a story's prose: a sentence that no button names, and another soon below it."""
    above: int | None = None
    for at in range(start, end):
        if not is_sentence(lines[at]) or name_aside(lines[at]) or is_kicker(lines, at):
            continue
        if (
            above is not None
            and at - above <= MAX_REACH
            and not is_ticker(lines[above], lines[at : min(end, at + STORY_LINES)])
        ):
            return above
        above = at
    return None


def is_kicker(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line ends in a colon over a headline, as who speaks in it: «وزير المياه:»."""
    return lines[at].text.endswith((":", "：")) and at + 1 < len(lines) and is_title(lines[at + 1])


def is_ticker(line: Line, below: tuple[Line, ...]) -> bool:
    """Tell whether a line is many headlines in a row: long, without a full stop, and the prose below is foreign."""
    if count_words(line.text) < MIN_TICKER_WORDS or line.text.endswith(FULL_STOPS):
        return False
    told = list_stems(" ".join(one.text for one in below if is_sentence(one)))
    return measure_share(line, told) < FOREIGN_SHARE


def skip_notices(lines: tuple[Line, ...], start: int, first: int, told: set[str]) -> int:
    """Return where titles end: at the prose, or at a sentence above it that is of the story, below a title."""
    has_title = False
    for at in range(start, first):
        line = lines[at]
        has_title = has_title or is_title(line)
        if has_title and is_sentence(line) and measure_share(line, told) >= OWN_SHARE and not is_kicker(lines, at):
            return at
    return first


def measure_titles(lines: tuple[Line, ...], start: int, end: int, told: set[str]) -> dict[int, float]:
    """Return the share of its words that a story says, for each line that may be a headline; more against its day."""
    shares = {}
    for at in range(start, end):
        line = lines[at]
        if (
            MIN_WORDS <= count_words(PARTING.sub(" ", line.text)) < MIN_TICKER_WORDS
            and is_head_line(line)
            and not (is_sign(line) or is_furniture(line) or is_captioned(line.text))
        ):
            share = measure_share(line, told)
            if is_name(line):
                share *= NAME_WEIGHT
            elif share and is_sign(lines[at + 1]):
                share += NEAR
            shares[at] = share
    return shares


def is_name(line: Line) -> bool:
    """Tell whether a line may be the name of a house, which its stories say as well: few words, one a newsroom's."""
    return count_words(line.text) <= MAX_NAME_WORDS and is_house(line.text)


def choose_title(lines: tuple[Line, ...], shares: Mapping[int, float]) -> int | None:
    """Return the title with the greatest share, of equal ones the lower; None where the story says none of them.

    A standfirst or caption may say more than the headline above it: the upper one counts, if it says half as much, and
    nearly as much where a line of the page stands between.
    """
    best = max(shares, key=lambda at: (shares[at], at), default=None)
    if best is None or not shares[best]:
        return None
    at = best
    for above in sorted((above for above in shares if above < best), reverse=True):
        is_parted = any(is_furniture(line) and not is_sign(line) for line in lines[above + 1 : at])
        if shares[above] < (shares[best] - NEAR if is_parted else shares[best] / 2):
            break
        at = at if repeats(lines[above], lines[at]) else above
    return at


def is_over(lines: tuple[Line, ...], known: int, at: int) -> bool:
    """Tell whether a headline of which the story says nothing stands over a standfirst or caption that it says.

    Nothing but one title is between, or a day or writer below that; a line of the page's own name is no headline.
    """
    if known >= at or names_house(lines[known].text):
        return False
    between = lines[known + 1 : at]
    sign = next((below for below, line in enumerate(between) if is_sign(line)), None)
    return not between or (sign is not None and sum(map(is_title, between[:sign])) <= 1)
