"""A page that tests of several regions print their lines around, and how what comes of a page or dump is read."""

from types import SimpleNamespace

from warraq.model import Article

HEADLINE = "Two oldest ferries to leave the strait"
STORY = [
    "The ferry company said on Monday that its two oldest boats would leave the strait before the winter timetable.",
    "Islanders who work in the town asked the council to keep one of them for the early crossing until the spring.",
    "The council meets on Thursday evening, and the harbour master has been asked to bring the figures of last year.",
    "A new boat was ordered in March, but the yard that builds it has put off the launch for the second time since.",
]


def make(*, head: str = "", under: str = "", amid: str = "", end: str = "", headline: str = HEADLINE) -> str:
    """Return the page, with markup in its head, under its headline, amid its story and at the end."""
    first, second, third, fourth = (f"<p>{text}</p>" for text in STORY)
    return (
        f"<!doctype html><html><head><title>{headline}</title>{head}</head><body><article><h1>{headline}</h1>{under}"
        f"<div>{first}{second}{amid}{third}{fourth}{end}</div></article></body></html>"
    )


def clean_dump(cleaner: SimpleNamespace, *lines: str) -> Article:
    """Return the one article of a dump of these lines."""
    (article,) = cleaner.text("\n".join(lines)).articles
    return article


def read_body(article: Article) -> list[str]:
    """Return the paragraphs of an article."""
    return article.body.split("\n\n")


def clean_body(cleaner: SimpleNamespace, markup: str) -> list[str]:
    """Return the paragraphs of the one article of a page."""
    (article,) = cleaner.html(markup).articles
    return read_body(article)
