"""Paragraphs that parsers tear at their links and emphasis, a line for each piece, made whole again."""

import re
from collections.abc import Sequence

MAX_LINK_WORDS = 8
MIN_OPENING_WORDS, MIN_BEFORE_LINK_WORDS = 4, 12  # Of a paragraph's first piece; fewer may be a subhead.
MIN_WORDS, MAX_PIECES = 8, 40  # Of a paragraph that was torn.
SENTENCE_ENDS = (".", "!", "?", "…", "؟", "۔", "。", "।", '"', "”", "»", "」")
ENDS = (*SENTENCE_ENDS, ":", "：", ")", "؛", ";")
OPENING = re.compile(r"[\w\"“”«„「('’‘]")  # No point of a list, no code.
ADDRESS = ("http", "www.")
# What no line begins with but the rest of a sentence.
REST = re.compile(r"[،؛,;.:!?؟)»”。，、](?![.\w])")
# Words that end no line but a torn one: headlines end in such as stand behind their noun or part from their verb.
LINKING = frozenset(
    """أن إلى إن التي الذي الذين ان الى بأن بحسب بسبب بين تلك حتى حول حيث خلال ذلك ضد عبر على عن عند غير في كما كي لأن
    لدى لكن مع من منذ نحو هذا هذه وأن وإن وفق وفي ومن وعلى وإلى به از بر برای با تا را که این آن در
    a an and as at because between for from if into of or than that the their this to was were when which while who with
    au aux avec chez dans de des du en et la le les ou par pour que qui sur un une
    con del e el los las para por sin su una y
    das dem den der die ein eine einem einen für im oder und vom von zum zur
    в во для до за из и к как на не о об от по при с со что у
    bir bu ve veya
    את אל של על עם כי או גם לא
    और एक""".split()  # noqa: SIM905
)


def join_torn(text: str) -> str:
    """Return a text whose paragraphs were torn at their links with one line a paragraph; any other as it is.

    A line goes on with what begins as the rest of a sentence does: in a small letter, or with the sign that ends it; or
    it ends in a word that ends none. A few words between are the link. The last line ends the sentence.
    """
    lines = text.split("\n")
    joined: list[str] = []
    at = 0
    while at < len(lines):
        end = find_end(lines, at) if at and opens(lines, at) else at + 1
        joined.append(join(lines[at:end]))
        at = end
    return "\n".join(joined) if len(joined) < len(lines) else text


def opens(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line may be the first piece of a paragraph: words enough, no small letter first, no end."""
    line = lines[at].strip()
    is_open = OPENING.match(line) is not None and not line.endswith(ENDS) and not line[0].islower()
    return is_open and (len(line.split()) >= MIN_OPENING_WORDS or stands_between(lines[at : at + 3]))


def find_end(lines: Sequence[str], start: int) -> int:
    """Return the line behind the last piece of the paragraph that begins at ``start``; the next one if it is whole."""
    at = start
    is_sure = False
    while at + 1 < min(len(lines), start + MAX_PIECES) and goes_on(lines, start, at):
        is_sure = True
        at += 1
        if lines[at].strip().endswith(ENDS):
            break
    is_whole = lines[at].strip().endswith(SENTENCE_ENDS)
    is_long = sum(len(line.split()) for line in lines[start : at + 1]) >= MIN_WORDS
    return at + 1 if is_sure and is_whole and is_long else start + 1


def goes_on(lines: Sequence[str], start: int, at: int) -> bool:
    """Tell whether a paragraph that begins at ``start`` goes on below one of its lines."""
    line, below = lines[at].strip(), lines[at + 1].strip()
    if not below or line == below or below.startswith(ADDRESS):
        return False
    if is_rest(line, below):
        return True
    words = len(line.split())
    if at > start and words <= MAX_LINK_WORDS:  # The link is over: its sentence is not.
        return not below[0].isupper() or lines[at + 1].startswith(" ")
    is_link = len(below.split()) <= MAX_LINK_WORDS and not below.endswith(ENDS)
    if is_link and stands_between(lines[at : at + 3]):
        return True
    if line.split()[-1] in LINKING:
        return is_link or not below[0].isupper()
    is_amid = words >= MIN_BEFORE_LINK_WORDS and is_link and at + 2 < len(lines)
    return is_amid and is_rest(below, lines[at + 2].strip())


def stands_between(lines: Sequence[str]) -> bool:
    """Tell whether the blanks around a link were left to what stands before it and behind it."""
    before, link, behind = (*lines, "", "")[:3]
    is_behind = behind[:1] == " " or REST.match(behind) is not None
    return before.endswith(" ") and link == link.strip() and is_behind


def is_rest(line: str, below: str) -> bool:
    """Tell whether a line begins as the rest of a sentence does: in a small letter, where the one above has any."""
    return (below[:1].islower() and line.upper() != line.lower()) or REST.match(below) is not None


def join(pieces: Sequence[str]) -> str:
    """Return the pieces of a paragraph as one line, without a blank before what ends a sentence or its part."""
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = f"{whole.rstrip()}{'' if REST.match(piece.strip()) else ' '}{piece.strip()}"
    return whole
