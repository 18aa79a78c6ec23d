"""What of a dump speaks of something else: told by the words that the story repeats, in any language."""

from bisect import bisect
from itertools import islice, pairwise

from warraq.clean.dump import Line
from warraq.clean.dump_lead import MIN_STORY_SENTENCES, is_title
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.model import DropReason

MIN_TOLD = 3  # Paragraphs, before what shares no words with them may be foreign to them.
FOREIGN_SHARE = 0.15
MIN_FOREIGN = 6  # Words of the sentences below a label, together: fewer share none with any story.
MIN_OTHER = 8
MAX_LABELS = 8  # Of those in the later half of a story.
FIRM = frozenset({DropReason.COMMENTS, DropReason.COPYRIGHT, DropReason.TAGS})  # The others want a second one.
SIGNED = frozenset("#©")  # Such a line stands amid stories as well.
# Labels below a story's end; what stands under one and is foreign to the story is the page's.
CLOSING = frozenset({DropReason.COMMENTS, DropReason.COPYRIGHT, DropReason.NEWSLETTER, DropReason.TAGS})


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
    next article may have above it, announces none, unless it stands over cards: one sentence each.
    """
    labels = (
        at
        for at, aside in enumerate(asides[:-1])
        if aside is DropReason.RELATED and (lines[at].text.endswith((":", "：")) or is_over_cards(prose, at))
    )
    late = (label for label in labels if len(prose) - bisect(prose, label) <= len(prose) // 2)
    for label in islice(late, MAX_LABELS):
        cut = bisect(prose, label)
        below = [list_stems(lines[at].text) for at in prose[cut:]]
        other = set().union(*below)
        titles = [line for line in lines[label + 1 : prose[cut] if cut < len(prose) else label + 1] if is_title(line)]
        if len(below) < MIN_STORY_SENTENCES or all(measure_share(line, other) < MIN_SHARE for line in titles):
            continue
        told = list_stems(" ".join(lines[at].text for at in prose[:cut]))
        if share_stems(other, told) < FOREIGN_SHARE and all(share_stems(own, told) < MIN_SHARE for own in below):
            return label
    return len(lines)


def is_over_cards(prose: list[int], label: int) -> bool:
    """Tell whether no two sentences below a label stand against each other."""
    below = prose[bisect(prose, label) :]
    return all(after - at > 1 for at, after in pairwise(below))


def measure_share(line: Line, told: set[str]) -> float:
    """Return the share of a line's words that a story says too; 0 where they are too few to tell."""
    return share_stems(list_stems(line.text), told)
