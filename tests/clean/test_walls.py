"""Short news that says what walls and error pages say, and those pages themselves: small pages of our own."""

from types import SimpleNamespace

import pytest

from warraq.model import Reason

PUBLISHED = '<meta property="article:published_time" content="2026-11-22T10:00:00Z">'


def make_page(headline: str, text: str, head: str = "", after: str = "") -> str:
    return (
        f"<html><head><title>{headline} | The Quay</title>{head}</head><body><main><article><h1>{headline}</h1>"
        f"<p>{text}</p>{after}</article></main></body></html>"
    )


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Missing hiker not found after search of a week",
            "Rescuers ended the search for a missing hiker on Sunday, a week after he was last seen near the dam.",
        ),
        (
            "404 migrants rescued off Crete",
            "Coast guards rescued 404 people from two boats off Crete on Sunday. The migrants are in good health.",
        ),
        (
            "Access denied to reporters at border camp",
            "Reporters were turned away from the border camp on Sunday for the third time, their union said.",
        ),
        (
            "Mayor's account suspended after threats",
            "The platform said on Sunday that the mayor's account suspended after threats will stay closed for a week.",
        ),
        (
            "Forgot your password? So did the central bank",
            "The central bank locked itself out of its vault. “Forgot your password” is no excuse, the governor said.",
        ),
        (
            "El cine chileno vive un momento de gloria",
            "El cine chileno vive un momento de gloria con tres películas premiadas, dijo el domingo la ministra.",
        ),
        (
            "Один момент решил исход матча",
            "Один момент решил исход матча в Казани в воскресенье: вратарь хозяев ошибся на последней минуте.",
        ),
        (
            "クッキー工場で火災、けが人なし",
            "22日午後、静岡市のクッキー工場で火災があり、約2時間後に消し止められた。従業員12人は避難し、けが人はいなかった。工場は先月から改修中だった。",
        ),
        (
            "لم يتم العثور على ناجين بعد غرق المركب",
            "أعلن خفر السواحل الأحد أنه لم يتم العثور على ناجين بعد غرق مركب قبالة ليبيا، وأن البحث مستمر.",
        ),
    ],
)
def test_a_short_story_that_says_what_walls_say_is_an_article(
    cleaner: SimpleNamespace, headline: str, text: str
) -> None:
    cleaned = cleaner.html(make_page(headline, text, PUBLISHED))

    assert [(one.headline, one.body) for one in cleaned.articles] == [(headline, text)]


@pytest.mark.parametrize(
    "after",
    [
        "<noscript>Please enable JavaScript to view the comments powered by Disqus.</noscript>",
        "<noscript><p>JavaScript is disabled in your browser.</p></noscript>",
    ],
)
def test_a_short_story_with_a_word_to_those_without_scripts_is_an_article(cleaner: SimpleNamespace, after: str) -> None:
    headline = "Search in the valley ends after a week"
    text = "Rescuers ended their search in the valley on Sunday, a week after a man was last seen near the dam."

    cleaned = cleaner.html(make_page(headline, text, PUBLISHED, after))

    assert [(one.headline, one.body) for one in cleaned.articles] == [(headline, text)]


@pytest.mark.parametrize(
    ("headline", "text", "reason"),
    [
        (
            "Oops! We can't find the page you're looking for",
            "The page you're looking for might have been removed or had its name changed. Please check the address.",
            Reason.SOFT_404,
        ),
        (
            "お探しのページが見つかりません",
            "お探しのページは移動または削除された可能性があります。URLをご確認のうえ、トップページから再度お探しください。",
            Reason.SOFT_404,
        ),
        (
            "Scheduled maintenance",
            "Our website is undergoing scheduled maintenance. We should be back shortly. Thank you for your patience.",
            Reason.SOFT_404,
        ),
        (
            "الموقع تحت الصيانة",
            "نعتذر عن الإزعاج، الموقع تحت الصيانة حاليا ونعمل على تحسين خدماتنا. سنعود إليكم قريبا، شكرا لصبركم.",
            Reason.SOFT_404,
        ),
        (
            "502 Bad Gateway",
            "The server returned an invalid response to the gateway. Please try again in a few minutes or write to us.",
            Reason.SOFT_404,
        ),
        (
            "451: Unavailable due to legal reasons",
            "You are attempting to access this website from a country belonging to the European Economic Area.",
            Reason.SOFT_404,
        ),
        (
            "Account Suspended",
            "This Account has been suspended. Contact your hosting provider for more information about this account.",
            Reason.PARKED_DOMAIN,
        ),
        (
            "쿠키 사용에 동의해 주세요",
            "본 사이트는 서비스 개선을 위해 쿠키를 사용합니다. 계속 이용하시면 쿠키 사용에 동의하는 것으로 간주됩니다.",
            Reason.CONSENT_WALL,
        ),
        (
            "Government falls after vote on budget",
            "We and our partners store and access information on a device, such as cookies, for personalised ads.",
            Reason.CONSENT_WALL,
        ),
    ],
)
def test_a_wall_with_a_day_of_publication_is_no_article(
    cleaner: SimpleNamespace, headline: str, text: str, reason: Reason
) -> None:
    cleaned = cleaner.html(make_page(headline, text, PUBLISHED))

    assert cleaned.articles == ()
    assert cleaned.rejection.reason is reason


@pytest.mark.parametrize(
    "around",
    [
        '<header><a href="/login">Already a subscriber? Log in</a></header>',
        "<footer><p>Become a subscriber to support us.</p></footer>",
        '<nav><a href="/plus">Members only</a></nav>',
    ],
)
def test_what_a_pages_head_and_foot_say_of_subscriptions_walls_no_short_story(
    cleaner: SimpleNamespace, around: str
) -> None:
    headline = "Search in the valley ends after a week"
    text = "Rescuers ended their search in the valley on Sunday, a week after a man was last seen near the dam."
    page = make_page(headline, text, PUBLISHED).replace("<main>", f"{around}<main>")

    assert [one.body for one in cleaner.html(page).articles] == [text]


def test_a_prompt_to_subscribe_below_a_few_words_of_the_story_is_a_paywall(cleaner: SimpleNamespace) -> None:
    headline = "Search in the valley ends after a week"
    text = "Rescuers ended their search in the valley on Sunday, a week after a man was last seen near the dam."
    prompt = '<div class="wall"><p>Already a subscriber? Log in</p></div>'

    cleaned = cleaner.html(make_page(headline, text, PUBLISHED, prompt))

    assert cleaned.rejection.reason is Reason.PAYWALL


def list_others(count: int) -> str:
    return "".join(f'<h3><a href="/news/{at}">Another story of the town, number {at}</a></h3>' for at in range(count))


def test_a_short_story_beside_many_linked_headlines_is_an_article(cleaner: SimpleNamespace) -> None:
    headline = "Search in the valley ends after a week"
    text = "Rescuers ended their search in the valley on Sunday, a week after a man was last seen near the dam."

    cleaned = cleaner.html(
        make_page(headline, text, after=f"<aside>{list_others(12)}</aside>"),
        url="https://quay.example/news/2026/11/22/search-in-the-valley-ends",
    )

    assert [(one.headline, one.body) for one in cleaned.articles] == [(headline, text)]


@pytest.mark.parametrize("url", ["https://quay.example/topics/news-of-the-valley-2026", "https://quay.example/valley"])
def test_linked_headlines_below_the_summary_of_the_first_are_a_listing(cleaner: SimpleNamespace, url: str) -> None:
    first = '<h2><a href="/news/99">Search in the valley ends after a week</a></h2>'
    text = "<p>Rescuers ended their search in the valley on Sunday, a week after a man was last seen near the dam.</p>"

    cleaned = cleaner.html(f"<html lang=en><body><main>{first}{text}{list_others(12)}</main></body></html>", url=url)

    assert cleaned.articles == ()
    assert cleaned.rejection.reason is Reason.LISTING


@pytest.mark.parametrize(
    ("headline", "lines"),
    [
        ("The quay in winter", ("The boats are gone", "the quay is bare", "a bell is ringing", "in winter air again")),
        (
            "الميناء في الشتاء",
            ("رحلت السفن عن الميناء", "والرصيف خال بلا بحارة", "جرس يرن في هواء الشتاء", "ولا يسمعه أحد"),
        ),
        ("कारखाने में आग", ("रविवार को शहर के एक कारखाने में आग लग गई।", "दो घंटे में आग बुझा ली गई।", "कोई घायल नहीं हुआ।")),
    ],
)
def test_verse_and_short_paragraphs_of_any_script_are_an_article(
    cleaner: SimpleNamespace, headline: str, lines: tuple[str, ...]
) -> None:
    cleaned = cleaner.html(make_page(headline, "</p><p>".join(lines), PUBLISHED))

    assert [one.body for one in cleaned.articles] == ["\n\n".join(lines)]


TERMS = """# Terms of this site
# Robots are welcome here as long as they behave. The editors ask you to read the terms before you index any page.
# Any use of our articles for the training of machines is prohibited without a licence, which the editors may grant you.
User-agent: *
Disallow: /search
"""


@pytest.mark.parametrize("path", ["robots.txt", "ads.txt?v=2", "llms.txt", ".well-known/security.txt"])
def test_what_a_site_tells_machines_is_no_article(cleaner: SimpleNamespace, path: str) -> None:
    cleaned = cleaner.html(TERMS, url=f"https://press.example/{path}")

    assert cleaned.articles == ()
    assert cleaned.rejection.reason == Reason.WRONG_TYPE
    assert cleaned.rejection.detail == "the address is that of a file for machines, as robots.txt is"


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b'{"headline": "Government falls", "body": "<p>The government fell on Sunday.</p>"}', "the content is JSON"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n1 0 obj", "the content is a PDF"),
    ],
)
def test_a_file_that_is_no_page_is_known_by_its_bytes(cleaner: SimpleNamespace, content: bytes, detail: str) -> None:
    cleaned = cleaner.raw(content)

    assert cleaned.articles == ()
    assert (cleaned.rejection.reason, cleaned.rejection.detail) == (Reason.WRONG_TYPE, detail)
