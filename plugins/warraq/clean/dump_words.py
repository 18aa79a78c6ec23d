"""What of a dump speaks of something else: told by the words that the story repeats, in any language."""

from bisect import bisect
from itertools import islice, pairwise

from warraq.clean.dump import Line, count_words, is_head_line, is_sentence
from warraq.clean.dump_lead import MIN_STORY_SENTENCES, is_title
from warraq.clean.dump_lines import is_furniture, name_aside
from warraq.clean.dump_signs import is_sign
from warraq.clean.phrases import name_line
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.model import DropReason

MIN_LINES_OVER = 3  # Lines that a page left over its headline; two may be a story's own.
MIN_WORDS = 3
MIN_TICKER = 3  # Headlines over a story's own.
SIGN_REACH = 2
MANY_LINES = 6
MAX_OPENING = 72  # Letters in which a notice says what it is.
MAX_STORY_LINES = 30
MIN_TOLD = 3  # Paragraphs, before what shares no words with them may be foreign to them.
FOREIGN_SHARE = 0.15
MIN_FOREIGN = 6  # Words of the sentences below a label, together: fewer share none with any story.
MIN_OTHER = 8
MAX_LABELS = 8  # Of those in the later half of a story.
FIRM = frozenset({DropReason.COMMENTS, DropReason.COPYRIGHT, DropReason.TAGS})  # The others want a second one.
SIGNED = frozenset("#©")  # Such a line stands amid stories as well.
# Labels below a story's end; what stands under one and is foreign to the story is the page's.
CLOSING = frozenset({DropReason.COMMENTS, DropReason.COPYRIGHT, DropReason.NEWSLETTER, DropReason.TAGS})


def find_told(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Return the line below ``start`` that says what the story says, over its prose; ``start`` where none does better.

    Menus, buttons and other stories' headlines stand over a headline; the story repeats the words of its own alone.
    """
    first = find_prose(lines, start, end)
    if first is None or first - start <= MIN_LINES_OVER:
        return start
    told = list_stems(" ".join(line.text for line in lines[first : min(end, first + MAX_STORY_LINES)]))
    best = measure_share(lines[start], told)
    for at in range(start + 1, first):
        line = lines[at]
        if is_sentence(line) and name_line(line.text[:MAX_OPENING]) is None and not is_kicker(lines, at):
            return start  # A story begins there.
        if at < start + MIN_LINES_OVER:
            continue
        if is_head_line(line) and not is_sign(line) and not is_furniture(line) and count_words(line.text) >= MIN_WORDS:
            share = measure_share(line, told)
            if share >= MIN_SHARE and share > 2 * best and is_below_page(lines, start, at, told):
                return at
    return start


def is_kicker(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line ends in a colon over a headline, as who speaks in it: «وزير المياه:»."""
    return lines[at].text.endswith((":", "：")) and at + 1 < len(lines) and is_title(lines[at + 1])


def is_below_page(lines: tuple[Line, ...], start: int, at: int, told: set[str]) -> bool:
    """Tell whether what stands over a line is a page's: short or known, or a day or a name is below alone.

    Or it is a row of headlines, of which the story says nothing.
    """
    over = lines[start:at]
    known = sum(count_words(line.text) < MIN_WORDS or is_furniture(line) for line in over)
    titled = next((above for above, line in enumerate(over) if is_title(line)), len(over))
    is_signed = any(map(is_sign, over[titled + 1 :]))  # Then the headline stands over the sign.
    if any(map(is_sign, lines[at + 1 : at + 1 + SIGN_REACH])):
        return not is_signed or len(over) >= MANY_LINES
    is_ticker = sum(map(is_title, over)) >= MIN_TICKER and not any(measure_share(line, told) for line in over)
    return (2 * known > len(over) or is_ticker) and not is_signed


def find_prose(lines: tuple[Line, ...], start: int, end: int) -> int | None:
    """Return the first line of a story's prose: a sentence that no button names, and another below it."""
    told = (
        at
        for at in range(start, end)
        if is_sentence(lines[at]) and name_aside(lines[at]) is None and not is_kicker(lines, at)
    )
    return next((at for at, below in pairwise(told) if below - at <= MIN_LINES_OVER), None)


def find_foreign(lines: tuple[Line, ...], prose: list[int], asides: list[DropReason | None]) -> int:
    """Return where a label stands below which nothing speaks of the story any more; the number of lines without one.

    ``prose`` are the places of sentences, ``asides`` what each line says itself to be.
    """
    last = max((at for at, aside in enumerate(asides) if aside), default=-1)
    labels = (
        at
        for at, aside in enumerate(asides)
        if aside in CLOSING and lines[at].text[0] not in SIGNED and (aside in FIRM or at < last)
    )
    late = (label for label in labels if bisect(prose, label) >= max(MIN_TOLD, len(prose) // 2 + 1))
    if (first := next(late, None)) is None:
        return len(lines)
    stems = [list_stems(lines[at].text) for at in prose]
    for label in (first, *islice(late, MAX_LABELS)):
        cut = bisect(prose, label)
        told = set().union(*stems[:cut])
        below = stems[cut:]
        is_other = any(min(map(len, pair)) >= MIN_OTHER for pair in pairwise(below))  # Another story, and no notice.
        is_foreign = all(share_stems(own, told) < FOREIGN_SHARE for own in below)
        if sum(map(len, below)) >= MIN_FOREIGN and is_foreign and not is_other:
            return label
    return len(lines)


def find_related(lines: tuple[Line, ...], prose: list[int], asides: list[DropReason | None]) -> int:
    """Return where a label of other stories stands over a headline and its own prose; the number of lines without one.

    That prose says the words of the headline over it, and hardly one of the story's. A button without a colon, as the
    next article may have above it, announces none.
    """
    labels = (
        at
        for at, aside in enumerate(asides[:-1])
        if aside is DropReason.RELATED and lines[at].text.endswith((":", "：")) and is_title(lines[at + 1])
    )
    late = (label for label in labels if MIN_STORY_SENTENCES <= len(prose) - bisect(prose, label) <= len(prose) // 2)
    for label in islice(late, MAX_LABELS):
        cut = bisect(prose, label)
        below = [list_stems(lines[at].text) for at in prose[cut:]]
        other = set().union(*below)
        if measure_share(lines[label + 1], other) < MIN_SHARE:
            continue
        told = list_stems(" ".join(lines[at].text for at in prose[:cut]))
        if share_stems(other, told) < FOREIGN_SHARE and all(share_stems(own, told) < MIN_SHARE for own in below):
            return label
    return len(lines)


def measure_share(line: Line, told: set[str]) -> float:
    """Return the share of a line's words that a story says too; 0 where they are too few to tell."""
    return share_stems(list_stems(line.text), told)
