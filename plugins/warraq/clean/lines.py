"""Single lines that are not the story: the headline again, markers, days, what a template knows."""

import re

from warraq.clean.apart import drop_over_standfirst
from warraq.clean.dump import MARKERS
from warraq.clean.layout import Layout
from warraq.clean.persons import ROLE
from warraq.clean.phrases import UNSPACED
from warraq.clean.prose import FULL_PROSE, MIN_CELL_PROSE, SENTENCE_ENDS, WIDE_WEIGHT
from warraq.clean.scopes import Scope
from warraq.clean.sign_offs import END_MARK, GLUED, is_sign_off
from warraq.clean.standfirst import MIN_KEY_LETTERS, MIN_LEAD
from warraq.clean.story import Story
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.templates import Template, find_known, list_fingerprints, name_place
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.writer_labels import PREFIX
from warraq.model import DropReason
from warraq.text.characters import fold_line
from warraq.text.dates import find_dates, is_date_line

MAX_OVER = 6  # Lines.
LAST_PARAGRAPHS = 4
FIRST_LINES = 5
MAX_SIGNED_LETTERS = 120
MAX_LABEL_LETTERS = 16
MAX_SIGNED_REST = 40  # Letters besides the name.
MAX_OFFICE_WORDS = 4
SIZER = re.compile(r"[AaT][+-]?")
MAX_FORM_LETTERS = 4  # Behind the name of a company: "e.V.".
MAX_DATED_REST = 80  # Letters besides the day: label, weekday, time, zone, who wrote it and where.
COUNT = re.compile(r"\d{3,}|\d{1,3}(?:[.,\s]\d{3})+")
DIGIT = re.compile(r"\d")
MAX_CLOSING_REST = 200
PRINTED_AS = re.compile(
    r"appear(?:s|ed)\b|\bprinted?\b|\bheadline\b|\bedition\b|(?:originally|first) published|out of 5|^permalink"
    r"|ظهر(?:ت)?.*أول|نُ?شرت? .*أول|erschien(?:en)? (?:zuerst|auf)|est apparu|apareció primero|è apparso|pojawił się",
    re.IGNORECASE,
)
MAX_DAYS_LETTERS = 160
READING_TIME = re.compile(r"\d\s?min\.$|\(\d{2,5}\s[^\W\d_]{4,9}\)$")  # "3 min.", "(412 Wörter)"
MAX_DATED_LINES = 2  # Published and changed; more are a list of days.


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


def drop_template(
    tree: Tree, verdicts: list[tuple[DropReason | None, int | None]], template: Template | None
) -> tuple[bytes, ...]:
    """Drop the kept blocks that the publisher's template knows; return the fingerprints of all that were looked at."""
    if template is None:
        return ()
    kept = [at for at, (reason, _) in enumerate(verdicts) if reason is None]
    texts = [tree.blocks[at].text for at in kept]
    looked_at = list_fingerprints(texts, [name_place(tree, tree.blocks[at]) for at in kept])
    for known in find_known(texts, looked_at, template):
        verdicts[kept[known]] = (DropReason.TEMPLATE, verdicts[kept[known]][1])
    return tuple(dict.fromkeys(looked_at))


def fold_names(names: tuple[str, ...]) -> list[str]:
    """Return the names that are more than one word, or in a script without blanks, as lines are compared with them."""
    return [fold_line(name) for name in names if " " in name or UNSPACED.search(name)]


def drop_signed_lines(names: tuple[str, ...], verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop short lines over and under the story that are no sentence: with a day in print, or a writer's name."""
    keys = fold_names(names)
    drop_over_standfirst(layout, verdicts)
    drop_days(verdicts, layout)
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    over = [at for at in kept[:FIRST_LINES] if layout.weights[at] < FULL_PROSE or is_stamp(layout.tree.blocks[at].text)]
    if not any(layout.weights[at] >= FULL_PROSE for at in kept):
        return  # Nothing here is long enough to be told from lines around a story.
    dated = []
    for at in (*over, *kept[-LAST_PARAGRAPHS:]):
        block = layout.tree.blocks[at]
        if len(block.text) > MAX_SIGNED_LETTERS or is_in_list(layout, block):
            if at in over and block.tag == "li" and is_labelled_name(block.text, keys):
                verdicts[at] = DropReason.BYLINE
            continue
        if at in over and is_sign_off(block.text):
            verdicts[at] = DropReason.CREDIT
        key = fold_line(block.text)
        is_formed = any(key.startswith(name) and len(key) - len(name) <= MAX_FORM_LETTERS for name in keys)
        is_labelled = block.text[-1] == ":" and PREFIX.match(block.text)  # «كتب محمد الشافعي:».
        is_told = block.text[-1] in SENTENCE_ENDS and not (is_labelled or READING_TIME.search(block.text))
        is_said = (is_told or GLUED.search(block.text)) and not is_formed
        if is_said or verdicts[at]:
            continue
        width = WIDE_WEIGHT if UNSPACED.search(key) else 1
        if any(name in key and width * (len(key) - len(name)) <= MAX_SIGNED_REST for name in keys):
            verdicts[at] = None if is_subhead(verdicts, layout, at, keys) else DropReason.BYLINE
        elif at in over and any(len(block.text) - len(day.text) <= MAX_DATED_REST for day in find_dates(block.text)):
            dated.append(at)
    drop_offices(verdicts, layout, over)
    drop_sizers(verdicts, layout, over)
    for at in dated if 0 < len(dated) <= MAX_DATED_LINES and not is_told_by_day(layout, kept) else ():
        verdicts[at] = DropReason.DATE


def is_subhead(verdicts: list[DropReason | None], layout: Layout, at: int, keys: list[str]) -> bool:
    """Tell whether a name stands in a line over a kept paragraph that begins with it: "About Quay Works"."""
    if at + 1 >= len(verdicts) or verdicts[at + 1] is not None or layout.weights[at + 1] < FULL_PROSE:
        return False
    key, told = fold_line(layout.tree.blocks[at].text), fold_line(layout.tree.blocks[at + 1].text)
    return any(told.startswith(name) and key.endswith(name) and key != name for name in keys)


def is_stamp(text: str) -> bool:
    """Tell whether a line begins with a day and is no sentence: «2008년 5월 14일 17:35 … 기자»."""
    if not DIGIT.match(text) or len(text) > MAX_SIGNED_LETTERS or text[-1] in SENTENCE_ENDS:
        return False
    return any(text.startswith(day.text) for day in find_dates(text)[:1])


def is_in_list(layout: Layout, block: Block) -> bool:
    """Tell whether a line stands in a heading, a list or a table: no cell that holds a story or signs it."""
    if block.tag == "td":
        is_small = layout.prose[block.element] < MIN_CELL_PROSE and not is_row(layout, block.element)
        return is_small and PREFIX.match(block.text) is None
    return block.tag in LISTED


def is_row(layout: Layout, cell: int) -> bool:
    """Tell whether a cell is all that its row holds in a table that lays out the story; others have columns."""
    tree = layout.tree
    row = tree.parents[cell]
    table = next((one for one in climb_tree(tree, row) if tree.tags[one] == "table"), 0)
    return layout.ends[row] - tree.first_blocks[row] == 1 and layout.prose[table] >= MIN_CELL_PROSE


def drop_offices(verdicts: list[DropReason | None], layout: Layout, over: list[int]) -> None:
    """Drop the writer's office right behind the name, over the story: "Associated Press Writer"."""
    for at in over:
        block = layout.tree.blocks[at]
        is_behind = verdicts[at] is None and at > 0 and verdicts[at - 1] is DropReason.BYLINE
        if is_behind and len(block.text.split()) <= MAX_OFFICE_WORDS and not is_in_list(layout, block):
            *_, last = (None, *ROLE.finditer(block.text))
            if last is not None and last.end() == len(block.text):
                verdicts[at] = DropReason.BYLINE


def drop_sizers(verdicts: list[DropReason | None], layout: Layout, over: list[int]) -> None:
    """Drop the letters over a story that set how large it is shown, each in a line: "A", "A+"."""
    sizers = [at for at in over if verdicts[at] is None and SIZER.fullmatch(layout.tree.blocks[at].text)]
    for at in sizers if len(sizers) > 1 else ():
        verdicts[at] = DropReason.BOILERPLATE


def is_labelled_name(text: str, keys: list[str]) -> bool:
    """Tell whether an item is a label and a writer's name, a colon between them or a word like "by" before it."""
    label, colon, name = text.partition(":")
    is_labelled = bool(colon) and len(label) <= MAX_LABEL_LETTERS and fold_line(name) in keys
    return is_labelled or (len(text) <= MAX_SIGNED_LETTERS and fold_line(PREFIX.sub("", text)) in keys)


def drop_days(verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop lines over the story that are dates and nothing else, in a list too, or hold two days and little more."""
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    second = [*(at for at in kept if layout.weights[at] >= FULL_PROSE), len(verdicts), len(verdicts)][1]
    over = [at for at in kept[:FIRST_LINES] if at < second]
    dated = [at for at in over if is_dated(layout.tree.blocks[at].text) and not is_listed(layout, kept, at)]
    for at in dated if dated and not is_told_by_day(layout, kept) else ():
        verdicts[at] = DropReason.DATE
    drop_count(verdicts, layout, kept)


def drop_count(verdicts: list[DropReason | None], layout: Layout, kept: list[int]) -> None:
    """Drop the number right behind a date over all prose of the story: how many read it."""
    blocks = layout.tree.blocks
    for at in kept[:FIRST_LINES]:
        if layout.weights[at]:
            return
        is_behind = at > 0 and verdicts[at - 1] is not None and is_date_line(blocks[at - 1].text)
        if COUNT.fullmatch(blocks[at].text) and is_behind and blocks[at].tag not in HEADINGS:
            verdicts[at] = DropReason.BOILERPLATE


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


def cut_end_mark(story: Story, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Cut the mark of the end that an agency glues to its last sentence."""
    blocks = layout.tree.blocks
    last = next((at for at in range(len(verdicts) - 1, -1, -1) if verdicts[at] is None), None)
    found = END_MARK.search(blocks[last].text) if last is not None else None
    if last is not None and found:
        blocks[last] = blocks[last]._replace(text=blocks[last].text[: found.start()])
        story.drop(found[0].strip(), DropReason.CREDIT)


def is_dated(text: str) -> bool:
    """Tell whether a line is a date, or two and little more: of publication and of the last change."""
    if len(text) > MAX_DAYS_LETTERS or not DIGIT.search(text):
        return False
    days = find_dates(text)
    rest = len(text) - sum(len(day.text) for day in days)
    is_sentence = text[-1] in SENTENCE_ENDS and not READING_TIME.search(text)
    return bool(days) and (is_date_line(text) or (len(days) > 1 and rest <= MAX_DATED_REST and not is_sentence))
