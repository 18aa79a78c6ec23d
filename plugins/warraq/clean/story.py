"""The parts of one article while it is put together, shared by pages of markup and dumps of text."""

from dataclasses import dataclass, field
from datetime import datetime

from warraq.model import Article, DateCandidate, Dropped, DropReason, Image
from warraq.text.languages import detect_language, normalise_language

LANGUAGE_LETTERS = 600  # As many as tell the language; more cost time.
# Words of the languages' own: where a publisher declares the language a few of them confirm it in 3 µs; the detector
# takes 500.
COMMON_WORDS = {
    "ar": (" في ", " إلى ", " التي ", " الذي ", " هذا ", " هذه "),
    "de": (" der ", " und ", " nicht ", " ist ", " ein "),
    "en": (" the ", " and ", " of ", " that ", " with ", " to ", " was ", " for "),
    "es": (" el ", " los ", " las ", " una ", " por "),
    "fa": (" است", " این ", " که ", " را ", " برای "),
    "fr": (" les ", " des ", " est ", " dans ", " une "),
    "pt": (" não ", " uma ", " dos ", " são ", " mais "),
    "tr": (" bir ", " için ", " olarak ", " ile ", " olan "),
}
MIN_COMMON_WORDS = 4
MIN_ALONE = 8  # Where nothing is declared.
FAR_AHEAD = 5


@dataclass(slots=True)
class Story:
    """One article in the making."""

    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: list[Image] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    dropped: list[tuple[str, DropReason]] = field(default_factory=list)
    date_line: str | None = None  # As printed in a dump's head.
    lead_date: str | None = None  # As printed above it.
    published: DateCandidate | None = None
    candidates: tuple[DateCandidate, ...] = ()
    modified_at: datetime | None = None

    def drop(self, text: str, reason: DropReason) -> None:
        """Set a block aside with its reason."""
        self.dropped.append((text, reason))


def build_article(story: Story, position: int, language: str | None) -> Article:
    """Return the article that a story has become; ``language`` is what publisher or source say of it."""
    body = "\n\n".join(story.paragraphs)
    return Article(
        position=position,
        url=story.url,
        headline=story.headline,
        standfirst=story.standfirst,
        byline=story.byline,
        dateline=story.dateline,
        published_at=story.published.at if story.published else None,
        published_at_source=story.published.found_in if story.published else None,
        modified_at=story.modified_at,
        language=name_language(body[:LANGUAGE_LETTERS], language),
        section=story.section,
        tags=story.tags,
        images=tuple(story.images),
        body=body,
        date_candidates=story.candidates,
    )


def name_language(sample: str, declared: str | None) -> str | None:
    """Return a text's language: the one its commonest words tell, if declared or far ahead; else the one detected."""
    code = normalise_language(declared)
    counts = {language: sum(map(sample.count, words)) for language, words in COMMON_WORDS.items()}
    if code in counts and counts[code] >= MIN_COMMON_WORDS and counts[code] == max(counts.values()):
        return code
    best = max(counts, key=lambda language: counts[language])
    rest = max(count for language, count in counts.items() if language != best)
    if code is None and counts[best] >= MIN_ALONE and counts[best] >= FAR_AHEAD * rest:
        return best
    return detect_language(sample, hint=declared)


def list_dropped(story: Story, position: int | None) -> tuple[Dropped, ...]:
    """Return what was removed around one story."""
    return tuple(Dropped(text, reason, position) for text, reason in story.dropped)
