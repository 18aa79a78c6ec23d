"""What stands in the body's element behind the end of the story."""

import re

from warraq.clean.appeals import name_appeal
from warraq.clean.contacts import MAX_CONTACT_LETTERS, asks_reader, has_contact, is_told
from warraq.clean.disclaimers import name_disclaimer
from warraq.clean.layout import Layout
from warraq.clean.linked import QUESTION_MARKS
from warraq.clean.phrases import name_closing
from warraq.clean.prose import FULL_STOPS, is_statement
from warraq.clean.sign_offs import DASHES, END_MARK, is_desk, is_sign_off, is_signed, is_small_desk, read_caseless
from warraq.clean.signatures import is_set_apart
from warraq.clean.tags import LISTED
from warraq.model import DropReason

LAST_LINES = 4
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
# Where else a story stood: «نقلا عن "المرسى"», «یہ خبر اے ایف پی سے لی گئی ہے»; the foot of a WordPress feed; how to
# cite it ("Citation: … retrieved 5 March 2021 from https://…").
TAKEN_FROM = re.compile(
    r"نقل(?:ا|ًا|اً)? عن:? (?:[\"«“][^\"«»“”]{2,40}[\"»”]|(?:[^\W\d]+ ){0,3}[^\W\d]+)\.?"
    r"|یہ (?:خبر|رپورٹ|مضمون|تحریر) .{2,40} سے لی گئی ہے۔?"
    r"|Citation: .{8,200} retrieved .{6,30} from https?://\S+"
    r"|ظهرت (?:المقالة|التدوينة) .{8,200} أولاً? على .{2,60}"
)
# The end as agencies mark it, in a line of its own: «// انتهى //»; short lines behind it are stamps and numbers.
END_LINE = re.compile(r"[\W_]*(?:انته[ىي]|النهاية|انتهای (?:پیام|خبر))[\W_]*")
MAX_STAMP_LETTERS = 30
NUMBER = re.compile(r"\d{3,}")
# "Pages: 1 2 3", "1 | 2 | Next »": the parts of a story that goes on elsewhere.
PAGES = re.compile(r"(?:[^\W\d]{2,9}:?\s)?\d{1,2}(?:(?:\s\|?\s?|\|\s?)\d{1,2})+(?:\s?\|?\s?[^\W\d]{4,10}\s?[>»]+)?")
# «العدد 4120 - الاثنين 3 مارس 2014»: where the story was printed.
ISSUE = re.compile(r"(?:[^.!؟?:]{3,40}\s[-–|،]\s)?العدد:?\s\d{2,6}(?:\s?[-–|،]\s?[^.!؟?:]*\d{4}[^.!؟?:]{0,30})?")
HASHTAG = re.compile(r"#\w*[^\W\d]\w*")
# The addresses of a paper's own channel and app, which the last line gives the reader.
CHANNEL = "whatsapp.com/channel/"
APP = re.compile(r"(?<![\w.])t\.me/|play\.google\.com/store/apps|apps\.apple\.com/", re.ASCII)
MAX_CHANNEL_LETTERS, MAX_APP_LETTERS = 400, 120
MIN_SENTENCE_WORDS = 5
LAST_ASKED = 3  # Paragraphs, before a line that may be the answer.


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
    reason = DropReason.CREDIT if is_sign_off(text) else name_closing(text) or name_appeal(text)
    reason = reason or name_disclaimer(text)
    if reason or (is_last and HASHTAG.fullmatch(text)):
        return reason or DropReason.TAGS
    if asks_reader(text) or (is_number(text) and tag not in LISTED):
        return DropReason.BOILERPLATE
    return DropReason.FOLLOW if is_last and "/" in text and gives_channel(text) else None


def gives_channel(text: str) -> bool:
    """Tell whether a line gives the address of a channel; that of an app or of Telegram stands in sentences too."""
    if len(text) > MAX_CHANNEL_LETTERS:
        return False
    is_line = len(text) <= MAX_APP_LETTERS and text[-1] not in FULL_STOPS
    return CHANNEL in text or (is_line and APP.search(text) is not None)


def is_number(text: str) -> bool:
    """Tell whether a line is the story's number, the paper's, or those of the pages that it goes on upon."""
    if NUMBER.fullmatch(text) or ISSUE.fullmatch(text):
        return True
    return len(text) <= MAX_STAMP_LETTERS and PAGES.fullmatch(text) is not None


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
    if is_asked or not is_statement(END_MARK.sub("", last.text), MIN_SENTENCE_WORDS):
        return False
    told = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    return text[0] == "(" or not any(told.search(one.text) for one in before)
