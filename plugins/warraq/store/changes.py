"""Classes of change: what a reader would call the difference between two texts of one article."""

import enum

# A typo is this and no more: facts, names and negations are longer, shorter or other words.
MAX_TYPO_WORDS = 3
MAX_TYPO_LETTERS = 2
MIN_TYPO_WORD = 4  # لم and لن differ in one letter and in everything.


class ChangeClass(enum.StrEnum):
    """What changed. The words are a contract: readers filter by them."""

    TYPO = "typo"
    HEADLINE = "headline"
    CORRECTION = "correction"
    DETAIL = "detail"


def classify_change(
    before: tuple[str | None, str | None], after: tuple[str | None, str | None], *, is_same_text: bool
) -> ChangeClass:
    """Return the class of a change between two pairs of headline and body.

    A body of None is one that may not be kept: ``is_same_text`` says whether headline and body are as before.
    """
    (old_headline, old_body), (new_headline, new_body) = before, after
    if is_same_text:
        return ChangeClass.DETAIL
    if old_headline == new_headline:
        return ChangeClass.TYPO if is_typo(old_body, new_body) else ChangeClass.CORRECTION
    if old_body is None or new_body is None or old_body == new_body:
        return (
            ChangeClass.TYPO if old_body == new_body and is_typo(old_headline, new_headline) else ChangeClass.HEADLINE
        )
    return ChangeClass.CORRECTION if not is_typo(old_body, new_body) else ChangeClass.HEADLINE


def is_typo(before: str | None, after: str | None) -> bool:
    """Tell whether two texts differ as one corrected slip of the pen does: few letters of few words, no digit."""
    if before is None or after is None:
        return False
    old_words, new_words = before.split(), after.split()
    if len(old_words) != len(new_words):
        return False
    pairs = [(old, new) for old, new in zip(old_words, new_words, strict=True) if old != new]
    return len(pairs) <= MAX_TYPO_WORDS and all(is_slip(old, new) for old, new in pairs)


def is_slip(old: str, new: str) -> bool:
    """Tell whether two words are the same but for a letter or two."""
    if any(letter.isdigit() for letter in old + new) or min(len(old), len(new)) < MIN_TYPO_WORD:
        return False
    return count_edits(old, new) <= MAX_TYPO_LETTERS


def count_edits(old: str, new: str) -> int:
    """Return the edits between two words, as far as they matter: more than the limit is the limit and one.

    Only what lies between the common beginning and the common end is counted, so long words cost nothing.
    """
    begin = 0
    while begin < min(len(old), len(new)) and old[begin] == new[begin]:
        begin += 1
    end = 0
    while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
        end += 1
    return min(max(len(old), len(new)) - begin - end, MAX_TYPO_LETTERS + 1)
