"""Single lines that are not the story: the headline again, markers, what a template knows; and the standfirst taken."""

import re

from warraq.clean.declared import Declared
from warraq.clean.dump import MARKERS
from warraq.clean.layout import AGAINST, FULL_PROSE, SENTENCE_ENDS, Layout, measure_letters
from warraq.clean.names import ROLE, is_impersonal
from warraq.clean.phrases import UNSPACED, name_line
from warraq.clean.scopes import Scope
from warraq.clean.sign_offs import is_sign_off
from warraq.clean.story import Story
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.templates import Template, fingerprint, name_place
from warraq.clean.tree import Tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import fold_line
from warraq.text.dates import find_dates, is_date_line

MIN_STANDFIRST_LETTERS = 12
MAX_STANDFIRST_LETTERS = 700
PRINTED_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
MAX_DAY_LETTERS = 60
LEAD_DISTANCE = 6  # Blocks after the headline.
MIN_LEFT = 10.0  # Weighted letters: a line of forty.
MAX_OVER = 3  # Lines.
MIN_LEAD = 60.0  # Weighted letters of prose.
MIN_SAID_LETTERS = 30
MIN_KEY_LETTERS = 24
LAST_PARAGRAPHS = 4
FIRST_LINES = 5
# What follows a name where its bearer is told of.
TOLD_OF = re.compile(
    r"\s*(?:(?:is|was|has|joined|reported|(?:cover|report|write|work)s|est|ist|arbeitet|schreibt|es|è|é|jest|adalah|är|er|oli|on"
    r"|является|работает)(?!\w))"
)
BESIDE_NAME = re.compile(r"\s*[—–,،(-]")
MIN_SAID = 2  # Paragraphs.
MAX_OFFICE_LETTERS = 60
MIN_BIOGRAPHY = 160.0  # A longer paragraph over the story that begins with the writer's name is of the story.
MAX_SIGNED_LETTERS = 120
MAX_SIGNED_REST = 40  # Letters besides the name.
MAX_FORM_LETTERS = 4  # Behind the name of a company: "e.V.".
MAX_DATED_REST = 80  # Letters besides the day: label, weekday, time, zone, who wrote it and where.
DIGIT = re.compile(r"\d")
MAX_CLOSING_REST = 200
PRINTED_AS = re.compile(
    r"appear(?:s|ed)\b|\bprinted?\b|\bheadline\b|\bedition\b|(?:originally|first) published|out of 5|^permalink"
    r"|ظهر(?:ت)?.*أول|نُ?شرت? .*أول|erschien(?:en)? (?:zuerst|auf)|est apparu|apareció primero|è apparso|pojawił się",
    re.IGNORECASE,
)
MAX_DAYS_LETTERS = 160
READING_TIME = re.compile(r"\d\s?min\.$")
MAX_DATED_LINES = 2  # Published and changed; more are a list of days.
MAX_OPENING = 80  # Letters of a paragraph that are compared.
# Blocks that may stand between headline and body: byline, date, share bar, caption.
HEAD_BLOCKS = 14
LEAD_LEVELS, LEAD_BLOCKS = 3, 3  # A class names a lead so many levels above it, and holds no more.
LEADS = frozenset({None, DropReason.OUTSIDE_BODY, DropReason.TEASER})
ALLOWED_SIGNS = AGAINST & ~(Sign.HIDDEN | Sign.TEASER)


def drop_again(story: Story, layout: Layout, verdicts: list[DropReason | None], span: range, scope: Scope) -> None:
    """Drop the lines that say the headline again, and markers that stand alone."""
    tree = layout.tree
    headline = story.headline or ""
    key = fold_line(headline)
    printed = fold_line(scope.heading.text) if scope.heading else key
    for at in span:
        text = tree.blocks[at].text
        if verdicts[at] is None and text in MARKERS:
            verdicts[at] = DropReason.MARKER
        elif len(headline) <= 2 * len(text) + MIN_KEY_LETTERS <= 4 * len(headline) + 3 * MIN_KEY_LETTERS and (
            verdicts[at] is None or verdicts[at] is DropReason.OUTSIDE_BODY
        ):
            folded = fold_line(text)
            if folded and folded in {key, printed}:
                is_own = scope.heading is not None and scope.heading.block == at
                verdicts[at] = DropReason.HEADLINE if is_own else DropReason.HEADLINE_REPEATED


def drop_over(layout: Layout, verdicts: list[DropReason | None], heading: int) -> None:
    """Drop the lines over a trusted heading, where none of them is prose: the section's name, a kicker, a date."""
    over = [at for at in range(heading) if verdicts[at] is None]
    if len(over) <= MAX_OVER and not any(layout.weights[at] >= MIN_LEAD for at in over):
        for at in over:
            verdicts[at] = DropReason.OUTSIDE_BODY


def take_standfirst(
    story: Story, layout: Layout, verdicts: list[DropReason | None], span: range, declared: Declared
) -> None:
    """Take the standfirst: a line between headline and body classed as one, or that the description says too."""
    tree = layout.tree
    first = next((at for at in span if verdicts[at] is None), span.start)
    keys = [fold_line(text) for text in declared.descriptions]
    for at in range(max(span.start, first - HEAD_BLOCKS), min(first + 2, span.stop)):
        block = tree.blocks[at]
        letters = measure_letters(block.text)
        if not MIN_STANDFIRST_LETTERS <= letters <= MAX_STANDFIRST_LETTERS or block.linked * 2 > len(block.text):
            continue
        if block.tag in HEADINGS and at > first:
            continue  # A subhead below a paragraph, whatever its class.
        if verdicts[at] not in LEADS or layout.signs[block.element] & ALLOWED_SIGNS:
            continue
        is_line = name_line(block.text) is not None or PRINTED_DAY.search(block.text[:MAX_DAY_LETTERS])
        if (
            not is_line
            and is_standfirst(layout, at, keys, inside=verdicts[at] is None)
            and leaves(layout, verdicts, at)
        ):
            story.standfirst = block.text
            verdicts[at] = DropReason.STANDFIRST
            drop_standfirst_again(layout, verdicts, span, at)
            return
    take_lead(story, layout, verdicts, range(span.start + 1, min(first, span.start + 1 + LEAD_DISTANCE)))


def leaves(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether the story has prose besides block ``at``."""
    return any(
        reason is None and layout.weights[other] >= MIN_LEFT for other, reason in enumerate(verdicts) if other != at
    )


def take_lead(story: Story, layout: Layout, verdicts: list[DropReason | None], between: range) -> None:
    """Take for standfirst the first sentence that stands alone between headline and body, and is nothing else."""
    for at in between:
        block = layout.tree.blocks[at]
        is_free = verdicts[at] is DropReason.OUTSIDE_BODY and not layout.signs[block.element] & AGAINST
        is_sentence = block.tag in HEADINGS and len(block.text) >= MIN_LEAD and block.text[-1] in ".!?؟。।۔"
        if (
            is_free
            and (layout.weights[at] >= MIN_LEAD or is_sentence)
            and not block.linked
            and len(block.text) <= MAX_STANDFIRST_LETTERS
        ):
            story.standfirst = block.text
            verdicts[at] = DropReason.STANDFIRST
            return


def is_standfirst(layout: Layout, at: int, keys: list[str], *, inside: bool) -> bool:
    """Tell whether a block is the standfirst: by its class, or as the description if unlike the paragraphs."""
    tree = layout.tree
    block = tree.blocks[at]
    element = block.element
    for _ in range(LEAD_LEVELS):
        is_lead = tree.signs[element] & (Sign.STANDFIRST | Sign.TEASER)
        if is_lead and layout.ends[element] - tree.first_blocks[element] <= LEAD_BLOCKS:
            return True
        element = tree.parents[element]
    key = fold_line(block.text)
    # A first paragraph in bold, or in a container of its own, is the story's own to most readers.
    is_apart = not inside or block.tag in HEADINGS
    if is_apart and key in keys and measure_letters(block.text) >= MIN_STANDFIRST_LETTERS:
        return True
    return (
        is_apart
        and len(block.text) >= MIN_SAID_LETTERS
        and len(key) >= MIN_KEY_LETTERS
        and any(len(one) > MIN_KEY_LETTERS and key.startswith(one) for one in keys)
    )


def drop_standfirst_again(layout: Layout, verdicts: list[DropReason | None], span: range, taken: int) -> None:
    """Drop the lines that say the standfirst again."""
    key = fold_line(layout.tree.blocks[taken].text)
    for at in span:
        text = layout.tree.blocks[at].text
        if verdicts[at] is None and len(text) <= MAX_STANDFIRST_LETTERS and fold_line(text) == key:
            verdicts[at] = DropReason.STANDFIRST_REPEATED


def drop_template(
    tree: Tree, verdicts: list[tuple[DropReason | None, int | None]], template: Template | None
) -> tuple[bytes, ...]:
    """Drop the kept blocks that the publisher's template knows; return the fingerprints of all that were looked at."""
    if template is None:
        return ()
    looked_at = []
    for at, (reason, position) in enumerate(verdicts):
        if reason is None:
            looked_at.append(fingerprint(tree.blocks[at].text, name_place(tree, tree.blocks[at])))
            if looked_at[-1] in template.fingerprints:
                verdicts[at] = (DropReason.TEMPLATE, position)
    return tuple(dict.fromkeys(looked_at))


def fold_names(names: tuple[str, ...]) -> list[str]:
    """Return the names that are more than one word, or in a script without blanks, as lines are compared with them."""
    return [fold_line(name) for name in names if " " in name or UNSPACED.search(name)]


def drop_signed_lines(names: tuple[str, ...], verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop short lines over and under the story that are no sentence: with a day in print, or a writer's name."""
    keys = fold_names(names)
    drop_days(verdicts, layout)
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    over = [at for at in kept[:FIRST_LINES] if layout.weights[at] < FULL_PROSE]
    if not any(layout.weights[at] >= FULL_PROSE for at in kept):
        return  # Nothing here is long enough to be told from lines around a story.
    dated = []
    for at in (*over, *kept[-LAST_PARAGRAPHS:]):
        block = layout.tree.blocks[at]
        if len(block.text) > MAX_SIGNED_LETTERS or block.tag in LISTED:
            continue
        if at in over and is_sign_off(block.text):
            verdicts[at] = DropReason.CREDIT
        key = fold_line(block.text)
        is_said = block.text[-1] in SENTENCE_ENDS and not any(
            key.startswith(name) and len(key) - len(name) <= MAX_FORM_LETTERS for name in keys
        )
        if is_said or verdicts[at]:
            continue
        if any(name in key and len(key) - len(name) <= MAX_SIGNED_REST for name in keys):
            verdicts[at] = DropReason.BYLINE
        elif at in over and any(len(block.text) - len(day.text) <= MAX_DATED_REST for day in find_dates(block.text)):
            dated.append(at)
    for at in dated if 0 < len(dated) <= MAX_DATED_LINES and not is_told_by_day(layout, kept) else ():
        verdicts[at] = DropReason.DATE


def drop_days(verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop lines over the story that are dates and nothing else, in a list too, or hold two days and little more."""
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    dated = [
        at for at in kept[:FIRST_LINES] if is_dated(layout.tree.blocks[at].text) and not is_listed(layout, kept, at)
    ]
    for at in dated if dated and not is_told_by_day(layout, kept) else ():
        verdicts[at] = DropReason.DATE


def is_listed(layout: Layout, kept: list[int], at: int) -> bool:
    """Tell whether a block is one of several items of a list."""
    blocks = layout.tree.blocks
    return blocks[at].tag == "li" and any(other in kept and blocks[other].tag == "li" for other in (at - 1, at + 1))


def is_told_by_day(layout: Layout, kept: list[int]) -> bool:
    """Tell whether days stand amid the story too, as heads of its parts."""
    return sum(is_dated(layout.tree.blocks[at].text) for at in kept) > MAX_DATED_LINES


def drop_closing(story: Story, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop the last lines that name the story by its headline: where it was printed, where it appeared first."""
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    headline = fold_line(story.headline or "")
    if len(headline) < MIN_KEY_LETTERS or len(kept) <= 2 * LAST_PARAGRAPHS:
        return
    for at in kept[-LAST_PARAGRAPHS:]:
        text = layout.tree.blocks[at].text
        is_short = len(text) <= len(story.headline or "") + MAX_CLOSING_REST
        key = fold_line(text) if is_short else ""
        if headline in key and (key == headline or PRINTED_AS.search(text)):
            verdicts[at] = DropReason.BOILERPLATE


def is_dated(text: str) -> bool:
    """Tell whether a line is a date, or two and little more: of publication and of the last change."""
    if len(text) > MAX_DAYS_LETTERS or not DIGIT.search(text):
        return False
    days = find_dates(text)
    rest = len(text) - sum(len(day.text) for day in days)
    is_sentence = text[-1] in SENTENCE_ENDS and not READING_TIME.search(text)
    return bool(days) and (is_date_line(text) or (len(days) > 1 and rest <= MAX_DATED_REST and not is_sentence))


def is_biography(text: str | None, names: tuple[str, ...]) -> bool:
    """Tell whether a text says of one of the writers who that is: "A. Name is …"."""
    return text is not None and any(text.startswith(name) and is_told_of(text, len(name)) for name in names)


def is_told_of(text: str, end: int) -> bool:
    """Tell whether a text tells of the one whose name ends at ``end``; behind a dash or a comma, by the office."""
    if TOLD_OF.match(text, end):
        return True
    return BESIDE_NAME.match(text, end) is not None and ROLE.search(text, end, end + MAX_OFFICE_LETTERS) is not None


def drop_biography(names: tuple[str, ...], site: str | None, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop what is told of the writers: over the story who that is, under it what begins with the name of one."""
    house = fold_line(site or "")
    long = tuple(name for name in names if fold_names((name,)))
    persons = tuple(name for name in long if fold_line(name) not in house and not is_impersonal(name))
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    texts = {at: layout.tree.blocks[at].text for at in kept}
    # Who asks or answers in an interview opens many of its paragraphs.
    silent = [name for name in persons if sum(is_said_by(text, name) for text in texts.values()) < MIN_SAID]
    over = [at for at in kept[:FIRST_LINES] if layout.weights[at] < MIN_BIOGRAPHY] if len(kept) > FIRST_LINES else []
    under = kept[-LAST_PARAGRAPHS:] if len(kept) > 2 * LAST_PARAGRAPHS else []
    told_over = [at for at in over if is_biography(texts[at], persons)]
    told_under = [
        at for at in under if is_biography(texts[at], long) or any(begins_with(texts[at], name) for name in silent)
    ]
    for at in (*told_over, *told_under):
        verdicts[at] = DropReason.BYLINE


def is_said_by(text: str, name: str) -> bool:
    """Tell whether a paragraph is what a writer says: "A. Name: …"."""
    return text.startswith(name) and text[len(name) : len(name) + 2].strip()[:1] in {":", "："}


def begins_with(text: str, name: str) -> bool:
    """Tell whether a text begins with a writer's name, as words of their own, and goes on."""
    key, opening = fold_line(name), fold_line(text[:MAX_OPENING])
    return opening.startswith(key) and len(opening) > len(key) and not text[len(name) : len(name) + 1].isalnum()
