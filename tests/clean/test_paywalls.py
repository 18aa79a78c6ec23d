"""What is called a paywall: the paid part of a story, which is the story, and what offers it, which is not."""

from types import SimpleNamespace

import pytest

from warraq.model import Article, Cleaned

OPEN = [
    "The ferry company said on Monday that its two oldest boats would leave the strait before the winter timetable.",
    "Islanders who work in the town asked the council to keep one of them for the early crossing until the spring.",
    "The council meets on Thursday evening, and the harbour master has been asked to bring the figures of last year.",
    "A new boat was ordered in March, but the yard that builds it has put off the launch for the second time since.",
    "The yard says that the engine came late, and that nobody had asked it to build the hull before the engine was in.",
    "Its owner, who took the yard over from his aunt, told the islanders in June that the boat would sail at Easter.",
]
PAID = [
    "The letters of the owner, which lie in the town hall, say that the engine was never paid for by the company.",
    "The company wrote back in April that it would pay as soon as the hull was seen, and no one ever came to see it.",
]
HEADLINE = "Two oldest ferries to leave the strait"
OFFER = "With a subscription you read this story and all the others of our reporters on the islands and in the town."
HAS_PART = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","isAccessibleForFree":false,'
    '"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":"%s"}}</script>'
)


def make(inside: str, *, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{HEADLINE}</title>{head}</head><body>"
        f"<main><article><h1>{HEADLINE}</h1><div>{inside}</div></article></main></body></html>"
    )


def write(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def only(cleaned: Cleaned) -> Article:
    assert cleaned.rejection is None
    assert len(cleaned.articles) == 1
    return cleaned.articles[0]


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(f"<div class='paywall'>{write(PAID)}</div>", id="in one element"),
        pytest.param("".join(f"<p class='paywall'>{text}</p>" for text in PAID), id="each paragraph by itself"),
        pytest.param(
            "".join(
                f"<section><div class='row'><div class='text -paywall'><p>{text}</p></div></div>"
                "<div class='ad'>Advertisement</div></section>"
                for text in PAID
            ),
            id="in elements apart from each other",
        ),
        pytest.param(
            f"<div class='paywall'>{write(PAID)}<button>Share</button></div>", id="with a button that asks for nothing"
        ),
        pytest.param(
            f"<div class='paywall'>{write(PAID)}<div class='paywall-offer'><p>{OFFER}</p></div></div>",
            id="with an offer of another name in it",
        ),
        pytest.param(
            f"<div class='paywall'>{write(PAID)}</div><div class='paywall'><p>{OFFER}</p></div>",
            id="beside an offer of the same name",
        ),
    ],
)
def test_the_paid_part_of_a_story_is_the_story(cleaner: SimpleNamespace, rest: str) -> None:
    article = only(cleaner.html(make(write(OPEN) + rest)))

    assert article.body == "\n\n".join([*OPEN, *PAID])


def test_a_paid_part_of_one_paragraph_and_subheads_is_the_story(cleaner: SimpleNamespace) -> None:
    rest = (
        f"<div class='paywall'><h2>The letters</h2><p>{PAID[0]}</p><h4>And now?</h4><p>The yard waits for it.</p></div>"
    )

    article = only(cleaner.html(make(write(OPEN) + rest)))

    assert article.body == "\n\n".join([*OPEN, "The letters", PAID[0], "And now?", "The yard waits for it."])


@pytest.mark.parametrize(
    "wall",
    [
        pytest.param(f"<div class='paywall'><p>{OFFER}</p></div>", id="in prose"),
        pytest.param(
            "<div class='paywall'><h3>Weiterlesen</h3><p>Wer unsere Zeitung bezieht, liest jeden Tag, was auf den "
            "Inseln und in der Stadt geschieht, und alle Berichte aus dem Rathaus.</p>"
            "<p>Mit dem Digitalabo lesen Sie alles.</p></div>",
            id="in prose, with a line that says so",
        ),
        pytest.param(
            "<div class='paywall'><p>Lukijamme saavat joka aamu uutiset saarilta ja kaupungista, ja kaikki jutut "
            "valtuuston kokouksista heti.</p><a href='/kauppa'>Katso hinnat</a></div>",
            id="with a link to the shop",
        ),
        pytest.param(
            "<div class='paywall'><p>Lukijamme saavat joka aamu uutiset saarilta ja kaupungista, ja kaikki jutut "
            "valtuuston kokouksista heti.</p><button>Katso hinnat</button></div>",
            id="with a button",
        ),
        pytest.param("<div class='paywall'><p>Full access, two euros.</p></div>", id="in a short line"),
    ],
)
def test_an_offer_is_not_the_story(cleaner: SimpleNamespace, wall: str) -> None:
    article = only(cleaner.html(make(write(OPEN) + wall)))

    assert article.body == "\n\n".join(OPEN)


def test_an_offer_as_long_as_what_is_free_is_not_the_story(cleaner: SimpleNamespace) -> None:
    wall = (
        f"<div class='paywall'><p>{OFFER}</p><p>Already a subscriber? Log in to read on, here and in the app.</p></div>"
    )

    article = only(cleaner.html(make(write(OPEN[:3]) + wall)))

    assert article.body == "\n\n".join(OPEN[:3])


def test_a_paid_part_that_speaks_of_subscriptions_amid_other_things_is_the_story(cleaner: SimpleNamespace) -> None:
    told = (
        "Islanders had to subscribe to the company's card, she said, or to pay twice as much for each of the crossings."
    )
    rest = [*PAID, told, *OPEN[4:]]

    article = only(cleaner.html(make(write(OPEN[:4] * 3) + f"<div class='paywall'>{write(rest)}</div>")))

    assert article.body.endswith("\n\n".join(rest))


@pytest.mark.parametrize("name", ["abo-teil", "d-none", "overlay"])
@pytest.mark.parametrize("selector", [".%s", "%s", "article .%s"])
def test_the_part_that_a_publisher_declares_as_paid_is_the_story(
    cleaner: SimpleNamespace, name: str, selector: str
) -> None:
    head = HAS_PART % (HEADLINE, selector % name)

    article = only(cleaner.html(make(f"{write(OPEN)}<div class='{name}'>{write(PAID)}</div>", head=head)))

    assert article.body == "\n\n".join([*OPEN, *PAID])


def test_an_offer_that_a_publisher_declares_as_the_paid_part_is_not_the_story(cleaner: SimpleNamespace) -> None:
    head = HAS_PART % (HEADLINE, ".abo-teil")

    article = only(cleaner.html(make(f"{write(OPEN)}<div class='abo-teil'><p>{OFFER}</p></div>", head=head)))

    assert article.body == "\n\n".join(OPEN)


def test_a_hidden_copy_of_the_story_is_not_its_paid_part(cleaner: SimpleNamespace) -> None:
    head = HAS_PART % (HEADLINE, ".d-none")

    article = only(cleaner.html(make(f"{write(OPEN)}<div class='d-none'>{write(OPEN)}</div>", head=head)))

    assert article.body == "\n\n".join(OPEN)


def test_what_is_to_be_read_aloud_is_not_declared_as_paid(cleaner: SimpleNamespace) -> None:
    head = '<script type="application/ld+json">{"@type":"WebPage","isAccessibleForFree":false,"speakable":'
    head += '{"@type":"SpeakableSpecification","cssSelector":[".overlay"]}}</script>'

    article = only(cleaner.html(make(f"{write(OPEN)}<div class='overlay'>{write(PAID)}</div>", head=head)))

    assert PAID[0] not in article.body


def test_a_paid_paragraph_that_tells_of_becoming_a_member_is_the_story(cleaner: SimpleNamespace) -> None:
    told = (
        "The island hopes to become a member of the ferry union next year, a step that the harbour master asked for "
        "since the storm of January took the old pier and two boats."
    )
    page = make(f"{write(OPEN)}<div class='paywall'>{write([told, *PAID])}</div>")

    assert only(cleaner.html(page)).body == "\n\n".join([*OPEN, told, *PAID])
