"""What recurs across a publisher's pages: learned from the pages themselves, and used to drop it.

A line counts as boilerplate by the pages it stands on, not by what it says: no table names it. Its fingerprint holds
where it stands too (tag and class of its element), so a phrase that many stories quote within their own paragraphs is
another block each time. What knows most of a page's sentences is no frame around its story: it is the story.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.text.characters import fold_line

HASH_BYTES = 8
SENTENCE_LETTERS = 32
SENTENCE_ENDS = (".", "!", "?", "؟", "۔", "。", "»", "”", '"', "…")
# What is no sentence (labels, buttons, markers) frames the story where it recurs at all. Whole sentences recur in
# stories too (a minister's phrase, a refrain), and so do short lines that stand as the story does, in its paragraphs,
# headings, lists and tables ("Dear reader,", "Ingredients", "Points"): they must be on half the pages.
LABEL, SENTENCE, STORY_LABEL = range(3)
MIN_PAGES = (5, 8, 5)
MIN_SHARES = (0.2, 0.5, 0.5)  # Of the publisher's pages seen.
PLAIN_PLACE = "p"
STORY_TAGS = HEADINGS | frozenset({"caption", "dd", "dt", "li", "td", "th"})
MAX_KNOWN_SHARE = 0.5  # Of the letters in a page's sentences.


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The blocks that recur across one publisher's pages, as fingerprints; ``version`` names this very set."""

    version: str
    fingerprints: frozenset[bytes]


NOTHING_LEARNED = Template(version="", fingerprints=frozenset())


def is_sentence(text: str) -> bool:
    """Tell whether a block is a whole sentence or more."""
    return len(text) >= SENTENCE_LETTERS and text.endswith(SENTENCE_ENDS)


def list_fingerprints(texts: Sequence[str], places: Sequence[str]) -> list[bytes]:
    """Return what knows each block of a page again, by its text and where it stands."""
    told = {place for text, place in zip(texts, places, strict=True) if is_sentence(text)}
    return [
        fingerprint(text, place, is_told=place in told or place.partition(".")[0] in STORY_TAGS)
        for text, place in zip(texts, places, strict=True)
    ]


def fingerprint(text: str, place: str, *, is_told: bool) -> bytes:
    """Return the 8 bytes that know a block again: the first says what kind it is, the rest what it says and where."""
    kind = SENTENCE if is_sentence(text) else STORY_LABEL if is_told else LABEL
    key = fold_line(text) or text
    digest = hashlib.blake2b(f"{place}\0{key}".encode(), digest_size=HASH_BYTES - 1).digest()
    return bytes([kind]) + digest


def find_known(texts: Sequence[str], fingerprints: Sequence[bytes], template: Template) -> tuple[int, ...]:
    """Return which blocks of a page its template knows; no sentence where they are most of its sentences."""
    known = [at for at, one in enumerate(fingerprints) if one in template.fingerprints]
    letters = sum(len(text) for text in texts if is_sentence(text))
    recurring = sum(len(texts[at]) for at in known if is_sentence(texts[at]))
    is_frame = recurring <= MAX_KNOWN_SHARE * letters
    return tuple(at for at in known if is_frame or not is_sentence(texts[at]))


def name_place(tree: Tree, block: Block) -> str:
    """Return the tag and the class of the element that holds a block, without digits: they number, and name nothing."""
    names = "".join(letter for letter in tree.names[block.element] if not letter.isdigit())
    return f"{block.tag}.{names}" if names else block.tag


def select_recurring(counts: Mapping[bytes, int], page_count: int) -> Template:
    """Return the template of a publisher from the pages each fingerprint stood on, of ``page_count`` seen.

    The same counts give the same version, in whatever order they come; where nothing recurs the version is empty.
    """
    enough = [max(pages, share * page_count) for pages, share in zip(MIN_PAGES, MIN_SHARES, strict=True)]
    chosen = sorted(one for one, pages in counts.items() if pages >= enough[one[0]])
    if not chosen:
        return NOTHING_LEARNED
    return Template(version=hashlib.sha256(b"".join(chosen)).hexdigest()[:12], fingerprints=frozenset(chosen))
