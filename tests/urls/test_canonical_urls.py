"""Canonical URLs: one form for all URLs of a page, as the URL standard and publishers' habits have it."""

import json
import timeit
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from warraq.errors import RejectedError
from warraq.model import Reason, Rights, Source
from warraq.urls import canonicalise_url, host_name, host_of, make_url_key, redact_url, resolve_link, split_url
from warraq.urls.standard import parse_url

SHARED = Path(__file__).parents[3] / "shared" / "hostile" / "ssrf_urls.json"

url_like = st.one_of(
    st.text(),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(
            ["http://", "https://", "HTTP:/", "https:\\\\", "http://[", "//", "http://m.", "http://x@", ""]
        ),
        st.sampled_from(
            ["n.example", "AMP.n.example.", "127.1", "0x7f.1", "::1]", "الصحيفة.example", "xn--a", "%41.b", "a..b"]
        ),
        st.sampled_from(
            ["", ":80", ":0443", ":99999", ":", "/", "/a/amp", "/a-1.amp.html", "/a-1/amp/amp", "/%%34%31"]
        ),
        st.text(alphabet="/\\?#&=%.2eE+aمُ utm_-;amp~\t", max_size=40),
    ),
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://n.example/a?utm_source=x", "https://n.example/a", id="tracking"),
        pytest.param(
            "https://n.example/a?id=7&fbclid=z&page=2", "https://n.example/a?id=7&page=2", id="tracking among others"
        ),
        pytest.param(
            "https://n.example/a?at_medium=RSS&at_campaign=K", "https://n.example/a", id="tracking by beginning"
        ),
        pytest.param(
            "https://n.example/a?ysclid=1&gad_source=1&gaa_at=e&gaa_n=2&.tsrc=rss&ito=1490&ref_src=twsrc%5Etfw&id=7",
            "https://n.example/a?id=7",
            id="tracking of portals, advertisers and papers",
        ),
        pytest.param("https://n.example/a?id=7&amp;utm_medium=rss", "https://n.example/a?id=7", id="escaped ampersand"),
        pytest.param("https://n.example/a?", "https://n.example/a", id="empty query"),
        pytest.param("https://n.example/a#comments", "https://n.example/a", id="fragment"),
        pytest.param("HTTPS://N.Example:443", "https://n.example/", id="case and default port"),
        pytest.param("http://n.example:8080/a", "http://n.example:8080/a", id="other port"),
        pytest.param("  https://n.example/a\n", "https://n.example/a", id="space around"),
        pytest.param("https://n.exa\tmple/a\nb", "https://n.example/ab", id="tab and newline inside"),
        pytest.param("https:\\\\n.example\\a", "https://n.example/a", id="backslashes"),
        pytest.param("https://n.example/a/./b/../c", "https://n.example/a/c", id="dot segments"),
        pytest.param("https://n.example/a/%2e%2E/c/.", "https://n.example/c/", id="escaped dot segments"),
        pytest.param("https://n.example/../../a", "https://n.example/a", id="above the root"),
        pytest.param("https://n.example//a//b", "https://n.example//a//b", id="empty segments stay"),
        pytest.param("https://n.example/%7euser/%41", "https://n.example/~user/A", id="needless escapes"),
        pytest.param("https://n.example/%d8%b3", "https://n.example/%D8%B3", id="escapes in upper case"),
        pytest.param("https://n.example/س", "https://n.example/%D8%B3", id="raw Arabic"),
        pytest.param("https://n.example/1%2C7%2ca%28b%29.html", "https://n.example/1,7,a(b).html", id="escaped commas"),
        pytest.param(
            "https://n.example/l%27%C3%A9t%C3%A9", "https://n.example/l'%C3%A9t%C3%A9", id="escaped apostrophe"
        ),
        pytest.param("https://n.example/a%2Fb%3Bc", "https://n.example/a%2Fb%3Bc", id="escapes that part stay"),
        pytest.param(
            "https://n.example/a?u=%2Fb%3A1%7C2&v=c|d%26e",
            "https://n.example/a?u=/b:1%7C2&v=c%7Cd%26e",
            id="in a query",
        ),
        pytest.param("https://n.example/50%", "https://n.example/50%25", id="broken escape"),
        pytest.param("https://n.example/a b", "https://n.example/a%20b", id="raw space"),
        pytest.param("https://صحيفة.example/", "https://xn--ogbhx3c3b.example/", id="Arabic host"),
        pytest.param("https://%6E.example/", "https://n.example/", id="escaped host"),
        pytest.param("https://ｎ.example/", "https://n.example/", id="full-width host"),
        pytest.param("https://n.example./a", "https://n.example/a", id="root label"),
        pytest.param("http://0x7f.1/", "http://127.0.0.1/", id="hexadecimal address"),
        pytest.param("http://[0:0::ffff:7f00:1]/", "http://[::ffff:7f00:1]/", id="address of version 6"),
        pytest.param("https://m.n.example/a", "https://n.example/a", id="phone edition"),
        pytest.param(
            "https://m.com.example/", "https://m.com.example/", id="phone edition without a registrable name stays"
        ),
        pytest.param("https://amp.n.example/a", "https://n.example/a", id="AMP host"),
        pytest.param("https://n.example/story-12/amp/", "https://n.example/story-12/", id="AMP segment"),
        pytest.param("https://n.example/topics/amp", "https://n.example/topics/amp", id="a section named amp"),
        pytest.param("https://n.example/articles/c3.amp", "https://n.example/articles/c3", id="AMP suffix"),
        pytest.param("https://n.example/a?outputType=amp", "https://n.example/a", id="AMP parameter"),
        pytest.param(
            "https://n-example.cdn.ampproject.org/c/s/n.example/a-1?x=1", "https://n.example/a-1?x=1", id="AMP cache"
        ),
        pytest.param("https://n.example/a;jsessionid=0F2", "https://n.example/a", id="session"),
        pytest.param("https://n.example/a?id=7&PHPSESSID=0f2", "https://n.example/a?id=7", id="session in the query"),
    ],
)
def test_canonicalise_url_gives_the_one_form(url: str, expected: str) -> None:
    assert canonicalise_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/a",
        "//n.example/a",
        "n.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://n.example/a",
        "mailto:a@n.example",
        "http://",
        "http://user:secret@n.example/a",
        "http://user@n.example/a",
        "http://n.example:70000/",
        "http://n.example:x/",
        "http://n example/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://[1::2::3]/",
        "http://[::1",
        "http://a<b.example/",
        "http://./",
        "http://a..example/",
        "http://mobile../",
        "http://xn--a-yoc.example/",
        "http://\u200cx.example/",
        "http://\ud800.example/",
        "https://n.example/" + "a" * 2_000,
        "https://n.example/" + "a" * 1_000_000,
    ],
)
def test_canonicalise_url_rejects_what_is_no_page(url: str) -> None:
    with pytest.raises(RejectedError) as caught:
        canonicalise_url(url)

    assert caught.value.rejection.reason is Reason.BAD_URL
    assert "secret" not in caught.value.rejection.detail


@given(url_like)
def test_canonicalise_url_twice_is_canonicalise_url_once(url: str) -> None:
    try:
        once = canonicalise_url(url)
    except RejectedError:
        return

    assert canonicalise_url(once) == once
    assert once.isascii()
    assert host_of(once)


@given(st.from_regex(r"https?://[a-z0-9.-]{1,9}(/[A-Za-z0-9%.]{0,4}){1,3}(\?[a-z&=']{0,4})?", fullmatch=True))
@example("http://n.example/%2E./a")
@example("http://xn--a.example/")
@example("http://1.0x7f/")
def test_a_plain_url_is_read_as_any_other(url: str) -> None:
    assert parse_url(url) == parse_url(" " + url)


@given(st.text(), st.text())
def test_links_logs_and_hosts_never_raise(base: str, href: str) -> None:
    resolved = resolve_link("https://n.example/" + base, href)

    assert resolved is None or resolved.startswith(("http://", "https://"))
    assert redact_url(href).isascii()
    assert host_of(href) == host_of(href).lower()


@pytest.mark.parametrize("url", ["http://[n.example/x", "https://n.example]/x", "http://n\u2100.example/x"])
def test_split_url_gives_nothing_of_what_is_no_url(url: str) -> None:
    assert split_url(url) == ("", "", "", "", "")


@given(st.text(max_size=200))
def test_a_raw_path_and_its_escaped_form_are_one(path: str) -> None:
    raw = "https://n.example/a/" + path.replace("#", "").replace("?", "").replace("%", "").replace("\\", "")

    try:
        canonical = canonicalise_url(raw)
    except RejectedError:
        return

    assert canonicalise_url(resolve_link(raw, "") or "") == canonical


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        pytest.param("../c", "http://n.example/c", id="relative"),
        pytest.param("c?x=1#y", "http://n.example/a/c?x=1#y", id="query and fragment"),
        pytest.param("?q", "http://n.example/a/b?q", id="query alone"),
        pytest.param("#top", "http://n.example/a/b?x=1#top", id="fragment alone"),
        pytest.param("", "http://n.example/a/b?x=1", id="empty"),
        pytest.param("//m.example/z", "http://m.example/z", id="other host"),
        pytest.param("http:c", "http://n.example/a/c", id="same scheme without slashes"),
        pytest.param("https:c", "https://c/", id="other scheme without slashes"),
        pytest.param("/أ ب", "http://n.example/%D8%A3%20%D8%A8", id="Arabic"),
        pytest.param("JavaScript:alert(1)", None, id="script"),
        pytest.param(" java\nscript:alert(1)", None, id="script with a newline inside"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("file:///etc/passwd", None, id="file"),
        pytest.param("mailto:a@n.example", None, id="mail"),
        pytest.param("tel:123", None, id="telephone"),
        pytest.param("http://u:p@n.example/", None, id="credentials"),
        pytest.param("//u@n.example/", None, id="credentials without a scheme"),
        pytest.param("http://[bad/", None, id="malformed"),
    ],
)
def test_resolve_link_reads_a_link_as_a_browser_does(href: str, expected: str | None) -> None:
    assert resolve_link("http://n.example/a/b?x=1#f", href) == expected


def test_resolve_link_takes_absolute_links_on_a_page_without_a_url() -> None:
    assert resolve_link("", "https://n.example/a") == "https://n.example/a"
    assert resolve_link("", "/a") is None


def test_make_url_key_is_the_hash_of_the_canonical_url() -> None:
    key = make_url_key("https://n.example/a")

    assert key.hex() == "0fffb8f15558e718014003bc04e841872629ad432f0b23b69e3001ebdd98c70a"


def make_source(source_id: str) -> Source:
    return Source(
        source_id=source_id,
        name="N",
        homepage="https://www.n.example/",
        language="ar",
        time_zone="UTC",
        is_enabled=True,
        state_reason="A test.",
        article_id_pattern=r"/(\d{5,})-",
        rights=Rights(store_full_text=True),
    )


def test_make_url_key_survives_a_changed_slug_where_the_source_numbers_its_articles() -> None:
    first = make_url_key("https://n.example/world/51234-old-slug", make_source("n"))
    second = make_url_key("https://www.n.example/arab/51234-new-slug", make_source("n"))
    elsewhere = make_url_key("https://n.example/arab/51234-new-slug", make_source("m"))

    assert first == second
    assert first != elsewhere
    assert len(first) == 32


def test_make_url_key_keeps_another_host_of_the_publisher_apart() -> None:
    key = make_url_key("https://english.n.example/world/51234-slug", make_source("n"))

    assert key == make_url_key("https://english.n.example/world/51234-slug")


def test_make_url_key_falls_back_to_the_url_where_the_pattern_finds_no_id() -> None:
    key = make_url_key("https://n.example/about", make_source("n"))

    assert key == make_url_key("https://n.example/about")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://user:secret@n.example/a?token=secret#secret", "https://n.example/a", id="all at once"),
        pytest.param("http://a@b@n.example/", "http://n.example/", id="two at signs"),
        pytest.param("user:secret@n.example", "n.example", id="no scheme"),
        pytest.param("ht\ntp://u:secret@n.example/", "http://n.example/", id="newline inside"),
        pytest.param("https://n.example/a@b", "https://n.example/a@b", id="at sign in the path"),
        pytest.param("https://n.example/س", "https://n.example/\\u0633", id="other letters"),
    ],
)
def test_redact_url_keeps_what_a_log_may_show(url: str, expected: str) -> None:
    assert redact_url(url) == expected


@pytest.mark.skipif(not SHARED.exists(), reason="the shared hostile URLs are not beside this checkout")
def test_urls_the_standard_refuses_are_refused() -> None:
    cases = json.loads(SHARED.read_text(encoding="utf-8"))
    accepted = []

    for case in cases:
        try:
            canonical = canonicalise_url(case["url"])
        except RejectedError:
            continue
        if case["source"] == "wpt-failure":
            accepted.append((case["url"], canonical))

    assert accepted == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://موقع.example/1", "xn--4gbrim.example"),
        ("http://xn--4gbrim.example:8080/2", "xn--4gbrim.example"),
        ("HTTP://News.Example/", "news.example"),
        ("http://user:pass@news.example/", "news.example"),
        ("http://[x/", ""),
        ("urn:warraq:00", ""),
    ],
)
def test_a_host_goes_by_one_name_in_every_script(url: str, name: str) -> None:
    assert host_name(url) == name


def test_an_arabic_address_costs_little_more_than_a_latin_one() -> None:
    arabic = "https://n.example/" + "-".join(["%D8%B1%D8%A6%D9%8A%D8%B3"] * 20)
    latin = "https://n.example/" + "-".join(["abcdefghijklmnopqrstuvwx"] * 20)

    costs = [min(timeit.repeat(lambda url=url: canonicalise_url(url), number=100)) for url in (arabic, latin)]

    assert costs[0] < 5 * costs[1]  # 12 times as much once let a sitemap of 50,000 run out of its time.
