import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.catalogue import parse_source, read_catalogue, write_source
from warraq.errors import CatalogueError
from warraq.model import Evidence, PublisherRule, Rights, Source
from warraq.text.characters import clean_line
from warraq.urls import canonicalise_url, make_url_key

SOURCES = Path(__file__).resolve().parents[2] / "dags" / "sources"

NILE = r"""id: nile
name: النيل
homepage: https://nile.example/
language: ar
time_zone: Africa/Cairo
enabled: true
why: Its feed answers.
evidence:
- seen_on: 2026-11-01
  says: The feed gave 45 items.
feeds:
- https://nile.example/feed
sitemaps:
- https://nile.example/news.xml
day_sitemap: https://nile.example/day?y=%Y&m=%-m&d=%d
article_id: /(\d{5,})-
hosts:
- video.nile.example
page_budget: 50
delay_seconds: 2.5
rights:
  store_full_text: false
  terms_url: https://nile.example/terms
rules:
- from: 2020-01-01
  until: 2022-12-31
  body:
  - .node_body p
"""
SOURCE = Source(
    source_id="nile",
    name="النيل",
    homepage="https://nile.example/",
    language="ar",
    time_zone="Africa/Cairo",
    is_enabled=True,
    state_reason="Its feed answers.",
    evidence=(Evidence(seen_on="2026-11-01", says="The feed gave 45 items."),),
    feeds=("https://nile.example/feed",),
    sitemaps=("https://nile.example/news.xml",),
    day_sitemap="https://nile.example/day?y=%Y&m=%-m&d=%d",
    article_id_pattern=r"/(\d{5,})-",
    hosts=("video.nile.example",),
    page_budget=50,
    delay_seconds=2.5,
    rights=Rights(store_full_text=False, terms_url="https://nile.example/terms"),
    rules=(PublisherRule(valid_from="2020-01-01", valid_until="2022-12-31", body=(".node_body p",)),),
)

Blame = Callable[[str], list[str]]


@pytest.fixture
def blame() -> Blame:
    def blame(text: str) -> list[str]:
        with pytest.raises(CatalogueError) as caught:
            parse_source(text, file="nile.yaml")
        return str(caught.value).splitlines()

    return blame


def test_a_file_is_read_whole() -> None:
    assert parse_source(NILE, file="nile.yaml") == SOURCE


def test_what_is_written_is_read_back_the_same() -> None:
    assert parse_source(write_source(SOURCE), file="nile.yaml") == SOURCE


@settings(max_examples=150, deadline=None)
@given(
    name=st.text(st.characters(codec="utf-8"), min_size=1).map(clean_line).filter(bool),
    budget=st.integers(1, 1_000_000),
    delay=st.none() | st.floats(0, 3_600),
    is_enabled=st.booleans(),
    language=st.sampled_from(["ar", "no", "en"]),
)
def test_any_source_is_read_back_the_same(
    *, name: str, budget: int, delay: float | None, is_enabled: bool, language: str
) -> None:
    source = replace(
        SOURCE,
        name=name,
        state_reason=name,
        page_budget=budget,
        delay_seconds=delay,
        is_enabled=is_enabled,
        language=language,
        evidence=(Evidence(seen_on="2026-11", says=name),),
    )

    assert parse_source(write_source(source), file="nile.yaml") == source


@pytest.mark.parametrize(
    ("line", "wrong", "fault"),
    [
        pytest.param("id: nile", "id: The Nile", "1: id must be small letters", id="id"),
        pytest.param("name: النيل", "name:", "2: name has no value", id="no value"),
        pytest.param("language: ar", "language: arabic", "4: language must be an ISO 639-1 code", id="language"),
        pytest.param(
            "Africa/Cairo",
            "Africa/Kairo",
            "5: time_zone must be an IANA time zone, not 'Africa/Kairo'; did you mean \"Africa/Cairo\"?",
            id="zone",
        ),
        pytest.param("enabled: true", "enabled: yes", "6: enabled must be true or false", id="flag"),
        pytest.param("enabled: true", "enabled: [true]", "6: enabled must be true or false", id="flag in a list"),
        pytest.param("2026-11-01", "1/11/2026", "9: evidence[1].seen_on must be a day written YYYY-MM-DD", id="date"),
        pytest.param("feeds:\n", "feed:\n", '11: feed is no key of a file; did you mean "feeds"?', id="unknown key"),
        pytest.param("- https://nile.example/feed", "- ftp://nile.example/feed", "12: feeds[1] must be", id="scheme"),
        pytest.param("%Y", "%y", "15: day_sitemap has '%y'", id="directive"),
        pytest.param("&d=%d", "", "15: day_sitemap must name the day", id="day sitemap without a day"),
        pytest.param(r"/(\d{5,})-", r"/\d+-", "16: article_id must have exactly one group", id="no group"),
        pytest.param(r"/(\d{5,})-", "/(", "16: article_id is no regular expression", id="regex"),
        pytest.param(r"/(\d{5,})-", "https://(a)", "16: article_id is searched in", id="regex with a host"),
        pytest.param("video.nile.example", "https://nile.example", "18: hosts[1] must be a bare host", id="host"),
        pytest.param("video.nile.example", '"*.nile.example"', "18: hosts[1] must be a bare host", id="any host"),
        pytest.param("page_budget: 50", "page_budget: many", "19: page_budget must be a whole number", id="number"),
        pytest.param("page_budget: 50", "page_budget: 0", "19: page_budget must be greater than 0", id="zero"),
        pytest.param("2.5", ".nan", "20: delay_seconds", id="not a number"),
        pytest.param(
            "  store_full_text: false\n",
            "  store_fulltext: false\n",
            '22: rights.store_fulltext is no key of rights; did you mean "store_full_text"?',
            id="unknown key inside",
        ),
        pytest.param("2022-12-31", "2019-12-31", "25: rules[1] ends (2019-12-31) before it begins", id="days"),
        pytest.param(".node_body p", "p..x", "28: rules[1].body[1] is no CSS selector", id="selector"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(blame: Blame, line: str, wrong: str, fault: str) -> None:
    assert line in NILE

    faults = blame(NILE.replace(line, wrong, 1))

    assert [found for found in faults if found.startswith(f"nile.yaml:{fault}")] != []


@pytest.mark.parametrize(
    ("ends", "begins", "day"),
    [
        pytest.param("", "", "2020-01-01", id="neither ends"),
        pytest.param("", "  from: 2026-06-01\n", "2026-06-01", id="the older has no end"),
        pytest.param("  until: 2022-12-31\n", "  from: 2022-12-31\n", "2022-12-31", id="a day of both"),
    ],
)
def test_two_rules_for_one_day_are_refused(blame: Blame, ends: str, begins: str, day: str) -> None:
    older = NILE.replace("  until: 2022-12-31\n", ends)

    faults = blame(f"{older}- headline: [h1.new]\n{begins}")

    assert len(faults) == 1
    assert faults[0].startswith(f"nile.yaml:24: rules has two for {day}, the 1. and the 2.: put both into one, or")


def test_a_rule_that_begins_after_another_ended_is_read() -> None:
    source = parse_source(f"{NILE}- headline: [h1.new]\n  from: 2023-01-01\n", file="nile.yaml")

    assert [rule.valid_from for rule in source.rules] == ["2020-01-01", "2023-01-01"]


def test_every_fault_of_a_file_is_told_at_once(blame: Blame) -> None:
    faults = blame(NILE.replace("id: nile\n", "").replace("language: ar", "language: xx").replace("feeds:", "feds:"))

    assert faults == [
        "nile.yaml:1: id is missing",
        "nile.yaml:3: language must be an ISO 639-1 code such as ar or en, not 'xx'",
        'nile.yaml:10: feds is no key of a file; did you mean "feeds"?',
    ]


def test_a_key_that_stands_twice_is_refused(blame: Blame) -> None:
    assert blame(NILE + "language: en\n") == ["nile.yaml:29: language stands twice, first on line 4"]


def test_a_source_that_is_on_needs_something_to_read(blame: Blame) -> None:
    text = re.sub(r"feeds:.*?(?=article_id)", "", NILE, flags=re.DOTALL)

    assert blame(text) == [
        "nile.yaml:1: the file is enabled and has nothing to read: give feeds, sitemaps or day_sitemap"
    ]


def test_a_password_is_not_repeated(blame: Blame) -> None:
    faults = blame(NILE.replace("https://nile.example/feed", "https://user:secret@nile.example/feed"))

    assert faults == ["nile.yaml:12: feeds[1] must be an http:// or https:// address without credentials"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", "nile.yaml:1: the file is empty", id="empty"),
        pytest.param("- a", "nile.yaml:1: the file must be a mapping of keys", id="list"),
        pytest.param("a: b: c", "nile.yaml:1: the file is no YAML: mapping values are not allowed here", id="no yaml"),
        pytest.param("a\n\0", "nile.yaml:2: the file is no YAML: special characters are not allowed", id="nul"),
        pytest.param(
            "a: &x [*x]", "nile.yaml:1: the file is no YAML: it uses an alias (*): write the value out", id="alias"
        ),
        pytest.param("x" * 200_001, "nile.yaml:1: the file is no YAML: longer than 200000 characters", id="long"),
    ],
)
def test_what_is_no_file_of_the_catalogue_says_why(blame: Blame, text: str, fault: str) -> None:
    assert blame(text) == [fault]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("id: \n-[]{}'\"&*!|>%@`#,?\t\0é1"), max_size=60))
def test_any_text_is_a_source_or_a_named_fault(text: str) -> None:
    with pytest.raises(CatalogueError, match=r"^x\.yaml:\d+: "):
        parse_source(text, file="x.yaml")


def test_sources_come_sorted_by_id() -> None:
    delta = NILE.replace("nile", "delta")

    assert [source.source_id for source in read_catalogue({"1": NILE, "2": delta})] == ["delta", "nile"]


def test_an_id_or_feed_claimed_twice_is_refused() -> None:
    other = NILE.replace("/news.xml", "/other.xml")

    with pytest.raises(CatalogueError) as caught:
        read_catalogue({"a.yaml": NILE, "b.yaml": other})

    assert str(caught.value).splitlines() == [
        "b.yaml:1: id (nile) is in a.yaml already",
        "b.yaml:12: feeds[1] (https://nile.example/feed) is in a.yaml already",
    ]


def test_the_catalogue_is_right_and_each_source_has_evidence() -> None:
    sources = read_catalogue({path.name: path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.yaml"))})

    assert {"aawsat", "aljazeera", "bbc-arabic"} <= {source.source_id for source in sources}
    assert [source.source_id for source in sources if not source.evidence] == []
    assert [path.stem for path in sorted(SOURCES.glob("*.yaml"))] == [source.source_id for source in sources]


@pytest.mark.parametrize(
    "url",
    [
        "https://aawsat.com/home/article/5143416/%D8%AE%D8%A8%D8%B1",
        "https://aawsat.com/home/article/5143416",
        "https://aawsat.com/%D8%B1%D8%A3%D9%8A/%D9%85/5143416-%D8%AE%D8%A8%D8%B1-%D8%A2%D8%AE%D8%B1",
        "https://aawsat.com/%D8%B1%D8%A3%D9%8A/%D9%85/5143416",
        "https://aawsat.com/node/5143416",
        "http://www.aawsat.com/node/5143416",
    ],
)
def test_asharq_al_awsat_is_keyed_by_its_number_in_every_era(url: str) -> None:
    aawsat = parse_source((SOURCES / "aawsat.yaml").read_text(encoding="utf-8"), file="aawsat.yaml")

    key = make_url_key(canonicalise_url(url), aawsat)

    # SHA-256 of "aawsat#5143416".
    assert key.hex() == "a9b27fc2b00b59582cb9ee25af4aa904899b351d329bcde95ab291503bc5a371"
