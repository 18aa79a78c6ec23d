"""The body of a dump's story: its paragraphs, and the lines amid and below them that are something else."""

from bisect import bisect
from collections import Counter

from warraq.clean.captions import fold_caption, make_image
from warraq.clean.dump import MAX_HEAD_LETTERS, Line, count_words, is_head_line, is_sentence
from warraq.clean.dump_lines import BULLET, MAX_LABEL_LETTERS, name_aside, name_tail
from warraq.clean.dump_pictures import add_picture, stands_under
from warraq.clean.layout import measure_letters
from warraq.clean.story import Story
from warraq.model import DropReason

LABELS = frozenset({DropReason.RELATED, DropReason.TAGS, DropReason.COMMENTS})  # What stands under them is theirs.
MAX_RELATED_LETTERS = 95
MAX_TAG_WORDS = 4
MIN_TAIL_LINES = 3


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
