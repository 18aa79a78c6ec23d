"""What stands in the body's element behind the end of the story."""

import re

from warraq.clean.contacts import MAX_CONTACT_LETTERS, asks_reader, has_contact, is_told
from warraq.clean.layout import Layout
from warraq.clean.linked import COLONS, OTHER_STORIES, QUESTION_MARKS
from warraq.clean.phrases import name_closing
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, is_statement
from warraq.clean.sign_offs import DASHES, END_MARK, is_desk, is_sign_off, is_signed, is_small_desk, read_caseless
from warraq.clean.signatures import is_set_apart
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.tree import Block
from warraq.model import DropReason

MAX_TITLE_LETTERS = 60
LAST_LINES = 4
MIN_SMALL = 3  # Letters; names have shorter words between them.
ENDS = FULL_STOPS | frozenset('"”»')
MIN_BEFORE_COMMENTS = 250.0  # Weighted letters of prose.
COUNTED = re.compile(r"\(?\d")
ENDING = re.compile(r"[^:：.!?«“\"]{1,70}\s\S*@[\w.-]+\w")  # "A. Name name@paper.example"
MAX_POLICY_LETTERS = 700
COMMENTING = re.compile(
    r"\bmoderat(?:ing|ed|ion|or).{0,40}comment|comment.{0,60}moderat"
    r"|comment(?:s|ing) (?:policy|guidelines|rules|submitted)"
    r"|coment[áa]rios.{0,80}moderador|التعليقات قبل نشر|نشر التعليقات|حذف .{0,20}تعليق|تعليق.{0,40}يسيء"
    r"|Kommentare.{0,60}(?:moderiert|freigeschaltet)|commentaires.{0,60}mod[ée]r",
    re.IGNORECASE,
)
TRADE = r"(?:أكاديمي|إعلامي|باحث|روائي|شاعر|صحافي|صحفي|كاتب|محلل)ة?"
CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this (?:article|report|story)|reporting)\b|للنشرة العربية|\ba contribué à cet article"
    r"|\b(?:colaboró (?:en|con)|han? contribuido a) est[ae] (?:artículo|crónica|información|noticia|nota|reportaje)"
    r"|\bhaben? (?:zu|an) diesem (?:artikel|bericht|text) mitge"
    r"|^הכותבת? (?:הוא|היא)\s|^הכותב/ת\s"
    r"|^(?:كاتب|باحث|أكاديمي)(?:ة)?(?: و(?:كاتب|باحث|أكاديمي|محلل|صحفي|صحافي|إعلامي)(?:ة)?)"
    r"(?: [^\W\d]+){0,2}$"
    rf"|^[*\s]*{TRADE}(?: و{TRADE})*(?: [^\W\d]{{2,}}ية?| من [^\W\d]+)$",
    re.IGNORECASE,
)
# Where else a story stood: «نقلا عن "المرسى"», «یہ خبر اے ایف پی سے لی گئی ہے»; the foot of a WordPress feed.
TAKEN_FROM = re.compile(
    r"نقل(?:ا|ًا|اً)? عن:? (?:[\"«“][^\"«»“”]{2,40}[\"»”]|(?:[^\W\d]+ ){0,3}[^\W\d]+)\.?"
    r"|یہ (?:خبر|رپورٹ|مضمون|تحریر) .{2,40} سے لی گئی ہے۔?"
    r"|ظهرت (?:المقالة|التدوينة) .{8,200} أولاً? على .{2,60}"
)
# The end as agencies mark it, in a line of its own: «// انتهى //»; short lines behind it are stamps and numbers.
END_LINE = re.compile(r"[\W_]*(?:انته[ىي]|النهاية|انتهای (?:پیام|خبر))[\W_]*")
MAX_STAMP_LETTERS = 30
NUMBER = re.compile(r"\d{3,}")
# "Pages: 1 2 3", "1 | 2 | Next »": the parts of a story that goes on elsewhere.
PAGES = re.compile(r"(?:[^\W\d]{2,9}:?\s)?\d{1,2}(?:(?:\s\|?\s?|\|\s?)\d{1,2})+(?:\s?\|?\s?[^\W\d]{4,10}\s?[>»]+)?")
MIN_SENTENCE_WORDS = 5
LAST_ASKED = 3  # Paragraphs, before a line that may be the answer.
MIN_COPIED = 3  # Paragraphs; a single one may be said twice.
TAIL_SHARE = 0.15
BOLD_TAIL_SHARE = 0.05
TAIL = frozenset({DropReason.RELATED, DropReason.COMMENTS})
MAX_LABEL_LETTERS = 40


def drop_contacts(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the last lines that say how to reach the writer, what comments must be like, what the reader should do."""
    left, is_last = LAST_LINES, True
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is not None:
            continue
        verdicts[at] = name_ending(layout.tree.blocks[at].text, is_last=is_last, tag=layout.tree.blocks[at].tag)
        if verdicts[at] is None and left == LAST_LINES and signs_off(layout, verdicts, at):
            verdicts[at] = DropReason.CREDIT
        is_last = is_last and verdicts[at] is not None
        left -= verdicts[at] is not DropReason.CREDIT
        if not left:
            return


def drop_sign_off(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the last line where it says who wrote the story, once what stood behind it was dropped too."""
    last = next((at for at in range(end - 1, first - 1, -1) if verdicts[at] is None), None)
    if last is not None and signs_off(layout, verdicts, last):
        verdicts[last] = DropReason.CREDIT


def drop_stamps(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the short lines behind one that marks the end."""
    blocks = layout.tree.blocks[first:end]
    texts = [one.text if len(one.text) <= MAX_STAMP_LETTERS and one.tag not in LISTED else "" for one in blocks]
    mark = max((at for at, text in enumerate(texts, first) if text and END_LINE.fullmatch(text)), default=end)
    under = [at for at in range(mark + 1, end) if verdicts[at] is None]
    is_stamps = all(texts[at - first] and texts[at - first][-1] not in FULL_STOPS for at in under)
    if len(under) <= LAST_LINES and is_stamps:
        for at in under:
            verdicts[at] = DropReason.CREDIT


def name_ending(text: str, *, is_last: bool, tag: str = "p") -> DropReason | None:
    """Return what one of the last lines is that is not of the story; None where it is.

    An address or a handle says how to reach the writer where nothing of the story follows (``is_last``) and no sentence
    tells whose it is, or at the end of a few words that are no sentence.
    """
    if len(text) <= MAX_CONTACT_LETTERS and (
        (has_contact(text) and ((is_last and not is_told(text)) or ENDING.fullmatch(text))) or CONTRIBUTED.search(text)
    ):
        return DropReason.BYLINE
    if len(text) <= MAX_CONTACT_LETTERS and TAKEN_FROM.fullmatch(text):
        return DropReason.BOILERPLATE
    if len(text) <= MAX_POLICY_LETTERS and COMMENTING.search(text):
        return DropReason.COMMENTS
    if is_sign_off(text):
        return DropReason.CREDIT
    if reason := name_closing(text):
        return reason
    is_other = asks_reader(text) or (is_number(text) and tag not in LISTED)
    return DropReason.BOILERPLATE if is_other else None


def is_number(text: str) -> bool:
    """Tell whether a line is the story's number, or those of the pages that it goes on upon."""
    return NUMBER.fullmatch(text) is not None or (len(text) <= MAX_STAMP_LETTERS and PAGES.fullmatch(text) is not None)


def signs_off(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether the last line that is kept says who wrote the story: a name behind a dash, or initials under prose.

    Several dashes are a list, what stands under a quotation names whom it quotes, and initials that the story says
    elsewhere or has asked for are of it.
    """
    blocks = layout.tree.blocks
    text = blocks[at].text
    is_caseless = read_caseless(text, is_set_apart=is_set_apart(layout.tree, blocks[at])) is not None
    is_name = is_signed(text) or is_caseless
    is_small = blocks[at].tag not in LISTED and is_small_desk(text)
    if not is_name and not is_desk(text) and not is_small:
        return False
    before = [blocks[one] for one in range(at) if verdicts[one] is None and not is_desk(blocks[one].text)]
    last = before[-1] if before else None
    is_asked = last is not None and (
        "?" in last.text or any(one.text[-1] in QUESTION_MARKS for one in before[-LAST_ASKED:])
    )
    if last is None or is_name:
        is_answer = is_caseless and is_asked
        return last is not None and last.text[0] not in DASHES and last.tag != "blockquote" and not is_answer
    is_told = text[0] != "(" and any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", one.text) for one in before)
    return is_statement(END_MARK.sub("", last.text), MIN_SENTENCE_WORDS) and not is_asked and not is_told


def drop_comments(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop all that follows a heading of comments, where a story stands before it: they may be longer than it.

    Where subheads of the story follow, comments were counted in its middle.
    """
    before, blocks = 0.0, layout.tree.blocks
    last_subhead = max(
        (at for at in range(first, end) if verdicts[at] is None and blocks[at].tag in HEADINGS), default=0
    )
    for at in range(first, end):
        if verdicts[at] is None:
            before += layout.weights[at]
        elif (
            verdicts[at] is DropReason.COMMENTS
            and before >= MIN_BEFORE_COMMENTS
            and at > last_subhead
            and (blocks[at].tag in HEADINGS or COUNTED.match(blocks[at].text))
        ):
            for after in range(at, end):
                verdicts[after] = verdicts[after] or DropReason.COMMENTS
            return


def is_title(block: Block) -> bool:
    """Tell whether a block stands as a heading: by its tag, or as a short line; a linked line is a teaser."""
    letters = len(block.text)
    return not block.linked and (block.tag in HEADINGS or letters <= MAX_TITLE_LETTERS)


def is_rival(block: Block, parents: list[int], container: int, left_share: float) -> bool:
    """Tell whether a heading among the story's own paragraphs ends it; a line in bold does where little follows."""
    is_bold = 2 * block.strong > len(block.text) and left_share < BOLD_TAIL_SHARE
    return (block.tag in HEADINGS or is_bold) and parents[block.element] == container


def drop_tail(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop what follows the last lines of the story: from a heading of other stories on, where little prose is left.

    A paragraph in the container of those before it is of the story, unless that heading stands there too.
    """
    blocks, parents, weights = layout.tree.blocks, layout.tree.parents, layout.weights
    kept = [at for at in range(first, end) if verdicts[at] is None]
    total = sum(weights[at] for at in kept)
    container = parents[blocks[max(kept, key=lambda at: weights[at])].element] if kept else 0
    left, cut, is_own = 0.0, end, False
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += weights[at]
            is_own = is_own or (weights[at] > 0 and parents[blocks[at].element] == container)
        elif (
            verdicts[at] in TAIL
            and is_title(blocks[at])
            and (not is_own or is_rival(blocks[at], parents, container, left / (total or 1)))
        ):
            cut = at
        if left >= TAIL_SHARE * total:
            break
    for at in range(cut, end):
        verdicts[at] = verdicts[at] or DropReason.RELATED


def drop_copy(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a story printed a second time, for another width of screen: its paragraphs again, in their order."""
    blocks = layout.tree.blocks
    kept = [at for at in range(first, end) if verdicts[at] is None and layout.weights[at] >= FULL_PROSE]
    texts = [blocks[at].text for at in kept]
    again = next((at for at in range(MIN_COPIED, len(texts)) if texts[at] == texts[0]), len(texts))
    length = min(again, len(texts) - again)
    if length < MIN_COPIED or texts[again : again + length] != texts[:length]:
        return
    said = {blocks[at].text for at in range(kept[0], kept[again - 1] + 1) if verdicts[at] is None}
    for at in range(kept[again - 1] + 1, kept[again + length - 1] + 1):
        if verdicts[at] is None and blocks[at].text in said:
            verdicts[at] = DropReason.BOILERPLATE


def drop_idle_label(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a last line that announces in a few words, with a colon or in bold, what was dropped right behind it."""
    last = next((at for at in range(end - 1, first - 1, -1) if verdicts[at] is None), end)
    if last + 1 >= end or verdicts[last + 1] not in OTHER_STORIES:
        return
    block = layout.tree.blocks[last]
    is_label = block.text[-1] in COLONS and len(block.text) <= MAX_LABEL_LETTERS
    if is_label or (is_bold_title(block) and verdicts[last + 2 : last + 3] == [verdicts[last + 1]]):
        verdicts[last] = DropReason.RELATED


def is_bold_title(block: Block) -> bool:
    """Tell whether a line is all in bold, and neither a sentence nor a name: one of its words has a small letter."""
    text = block.text
    is_line = len(text) <= MAX_TITLE_LETTERS and block.strong >= len(text) and text[-1] not in ENDS
    return is_line and any(word[0].islower() and len(word) > MIN_SMALL for word in text.split())


def drop_idle_headings(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a heading under which nothing is left."""
    is_idle = True
    for at in range(end - 1, first - 1, -1):
        if layout.tree.blocks[at].tag in HEADINGS and not layout.weights[at]:
            if verdicts[at] is None and is_idle:
                verdicts[at] = DropReason.RELATED
        elif verdicts[at] is None:
            is_idle = False
