"""COPY: whatever text a record holds comes back letter by letter."""

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warraq import store
from warraq.model import Image

# What Postgres holds: everything but NUL and surrogates. The backslash, tab and line ends are what COPY minds.
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30) | st.text(
    '\\\t\n\r\v\b\f"{},N. \x7f\u2028', max_size=12
)

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=6, max_size=6), tags=st.lists(TEXT, max_size=4))
def test_a_staged_record_comes_back_as_it_was(desk: "Desk", make: "Make", texts: list[str], tags: list[str]) -> None:
    headline, standfirst, section, body, caption, writer = texts
    desk.open()
    desk.poll(make.entry("https://almidan.example/1"))
    desk.fetch(*desk.items())
    (page,) = desk.fetched()
    article = make.article(
        headline,
        body,
        standfirst=standfirst or None,
        section=section,
        byline=(writer,),
        tags=tuple(tags),
        images=(make_image(caption),),
    )
    record = make.record(page, article)

    desk.stage(make.staged(page, record))

    ((row,),) = store.read_staged(desk.connection, run_id="ingest_news/1")
    assert row.record == record


def make_image(caption: str) -> Image:
    return Image(url=None, caption=caption, credit=caption)


def test_a_megabyte_of_story_is_staged_and_published(desk: "Desk", make: "Make") -> None:
    body = "بدأت حركة السير صباح اليوم. " * 60_000
    desk.open()

    outcomes = desk.load("https://almidan.example/1", make.article(body=body))

    assert outcomes == {"almidan": {"loaded": 1}}
    assert desk.read("select body = %s from news.articles", [body]) == [True]
