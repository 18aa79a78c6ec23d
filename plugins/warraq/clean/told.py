"""A headline that only a page's title gives: where that names the site, the line over the story that tells of it."""

from warraq.clean.attempt import Attempt
from warraq.clean.declared import Declared
from warraq.clean.prose import FULL_PROSE, SENTENCE_ENDS
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.clean.tags import HEADINGS
from warraq.text.dates import is_date_line

REACH = 8  # Blocks over the first full paragraph.
MIN_WORDS, MAX_WORDS = 3, 20


def is_title_alone(headline: str, declared: Declared) -> bool:
    """Tell whether nothing but the page's title, or a part of it, gives the headline."""
    is_declared = bool(declared.titles) or bool(declared.item and declared.item.headline)
    return not is_declared and headline in (declared.title or "")


def find_told(found: Attempt, headline: str) -> str | None:
    """Return the line over the first full paragraph that the story repeats best; None where the title does as well."""
    layout = found.layout
    told = [at for at, reason in enumerate(found.verdicts) if reason is None and layout.weights[at] >= FULL_PROSE]
    if not told:
        return None
    said = list_stems(" ".join(layout.tree.blocks[at].text for at in told))
    if share_stems(list_stems(headline), said):
        return None
    lines = [layout.tree.blocks[at] for at in range(told[0] - 1, max(-1, told[0] - 1 - REACH), -1)]
    shares = {
        line.text: (line.tag in HEADINGS, share_stems(list_stems(line.text), said))
        for line in lines
        if not line.linked and is_line(line.text)
    }
    best = max(shares, key=lambda text: shares[text], default="")
    return best if best and shares[best][1] >= MIN_SHARE else None


def is_line(text: str) -> bool:
    """Tell whether a text has the length of a headline, and is neither a sentence nor a day."""
    return MIN_WORDS <= len(text.split()) <= MAX_WORDS and text[-1] not in SENTENCE_ENDS and not is_date_line(text)
