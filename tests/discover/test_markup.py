import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.discover.markup import MAX_CHARACTERS, read_text, sanitise

BASE = "https://nile.example/feed"
ACTIVE = re.compile(r"<(script|iframe|style|svg|object|form)|<[^>]*\son\w+\s*=|<[^>]*javascript:", re.IGNORECASE)
TOKENS = (
    "<", ">", "a", " onload=x", "<p ", "<script>", "</script>", '"', "'", "<!--", "-->", "<svg", "&lt;", "/", "=",
    "javascript:", " href=", "<![CDATA[", "]]>", "<style>", "<title>", "<textarea>", "&#106;", "\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("خبر", "خبر", id="plain"),
        pytest.param("<p>سطر</p><p>سطر<br>ثالث</p>", "سطر سطر ثالث", id="blocks part words"),
        pytest.param("كل<b>مة</b>", "كلمة", id="inline tags do not"),
        pytest.param("AT&amp;T &lt;br&gt;", "AT&T <br>", id="references"),
        pytest.param("5 < 6 و 7 > 3", "5 < 6 و 7 > 3", id="lone angle brackets"),
        pytest.param("قبل<!-- <b>خفي</b> -->بعد", "قبلبعد", id="comment"),
        pytest.param("قبل<script>x()</script>بعد", "قبلبعد", id="script"),
        pytest.param("<p></p>", None, id="nothing"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="not said"),
    ],
)
def test_text_is_read_from_markup(markup: str | None, text: str | None) -> None:
    assert read_text(markup) == text


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("line", ["https://nile.example/?a=1&amp;b=2", "plan.html &amp; map.txt"])
def test_a_line_that_looks_like_an_address_is_read_without_a_warning(line: str) -> None:
    assert read_text(line) == line.replace("&amp;", "&")
    assert sanitise(line, base=BASE) == line


@pytest.mark.parametrize(
    ("markup", "clean"),
    [
        pytest.param('<p onclick="x()">ن</p>', "<p>ن</p>", id="event handler"),
        pytest.param('<a href="javascript:x()">ن</a>', "<a>ن</a>", id="javascript link"),
        pytest.param('<a href=" java\nscript:x()">ن</a>', "<a>ن</a>", id="javascript link in disguise"),
        pytest.param('<img src="data:image/png;base64,AA" alt="ن"/>', '<img alt="ن"/>', id="data picture"),
        pytest.param('<img src="/7.jpg"/>', '<img src="https://nile.example/7.jpg"/>', id="relative picture"),
        pytest.param("<script>x()</script><p>ن</p>", "<p>ن</p>", id="script"),
        pytest.param("<svg><script>x()</script></svg><p>ن</p>", "<p>ن</p>", id="svg"),
        pytest.param("<section><font color=red>ن</font></section>", "<section>ن</section>", id="unknown tag"),
        pytest.param("<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>", id="text that looks like a tag"),
        pytest.param("<noscript><p title='</noscript><img src=x onerror=x()>'></noscript>ن", None, id="mutation"),
    ],
)
def test_markup_is_left_without_anything_that_acts(markup: str, clean: str | None) -> None:
    result = sanitise(markup, base=BASE)

    assert not ACTIVE.search(result or "")
    assert clean is None or result == clean


def test_a_field_too_long_is_none_rather_than_half_a_story() -> None:
    assert sanitise("ن" * (MAX_CHARACTERS + 1), base=BASE) is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(TOKENS),
        max_size=30,
    ).map("".join)
)
def test_no_mixture_of_tokens_leaves_anything_that_acts(markup: str) -> None:
    once = sanitise(markup, base=BASE)

    assert not ACTIVE.search(once or "")
