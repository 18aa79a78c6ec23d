"""What recurs across a publisher's pages: learned from the pages themselves, and used to drop it.

A line counts as boilerplate by the pages it stands on, not by what it says: no table names it. Its fingerprint holds
where it stands too (tag and class of its element), so a phrase that many stories quote within their own paragraphs is
another block each time.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from warraq.clean.tree import Block, Tree
from warraq.text.characters import fold_line

HASH_BYTES = 8
# Whole sentences recur in stories too (a minister's phrase, a refrain): they must stand on half the pages. What is no
# sentence (labels, buttons, markers) frames the story where it recurs at all.
MIN_PAGES = 5
MIN_SHARE = 0.2  # Of the publisher's pages seen.
MIN_PAGES_SENTENCE = 8
MIN_SHARE_SENTENCE = 0.5
SENTENCE_LETTERS = 32
SENTENCE_ENDS = (".", "!", "?", "؟", "۔", "。", "»", "”", '"', "…")
PLAIN_PLACE = "p"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The blocks that recur across one publisher's pages, as fingerprints; ``version`` names this very set."""

    version: str
    fingerprints: frozenset[bytes]


NOTHING_LEARNED = Template(version="", fingerprints=frozenset())


def fingerprint(text: str, place: str) -> bytes:
    """Return the 8 bytes that know a block again: the first says whether it is a sentence, the rest what and where."""
    key = fold_line(text) or text
    is_sentence = len(text) >= SENTENCE_LETTERS and text.endswith(SENTENCE_ENDS)
    digest = hashlib.blake2b(f"{place}\0{key}".encode(), digest_size=HASH_BYTES - 1).digest()
    return bytes([is_sentence]) + digest


def name_place(tree: Tree, block: Block) -> str:
    """Return the tag and the class of the element that holds a block, without digits: they number, and name nothing."""
    names = "".join(letter for letter in tree.names[block.element] if not letter.isdigit())
    return f"{block.tag}.{names}" if names else block.tag


def select_recurring(counts: Mapping[bytes, int], page_count: int) -> Template:
    """Return the template of a publisher from the pages each fingerprint stood on, of ``page_count`` seen.

    The same counts give the same version, in whatever order they come; where nothing recurs the version is empty.
    """
    enough = max(MIN_PAGES, MIN_SHARE * page_count)
    enough_sentence = max(MIN_PAGES_SENTENCE, MIN_SHARE_SENTENCE * page_count)
    chosen = sorted(one for one, pages in counts.items() if pages >= (enough_sentence if one[0] else enough))
    if not chosen:
        return NOTHING_LEARNED
    return Template(version=hashlib.sha256(b"".join(chosen)).hexdigest()[:12], fingerprints=frozenset(chosen))
