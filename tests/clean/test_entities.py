"""Characters that publishers and tools escape once too often, on pages and in dumps of our own."""

from types import SimpleNamespace

import pytest

FIRST = "The council of the “harbour” voted on Monday to repair the ferry landing before the winter storms"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The &amp;quot;Anna&amp;quot; was late", 'The "Anna" was late'),
        ("AT&amp;amp;T paid", "AT&T paid"),
        ("It&amp;#39;s late", "It's late"),
        ("Paid&amp;nbsp;today", "Paid today"),
        ("R&amp;D goes on", "R&D goes on"),
        ("Write &amp;lt;p&amp;gt; first", "Write &lt;p&gt; first"),
        ("Open x&amp;foo; now", "Open x&foo; now"),
    ],
)
def test_what_was_escaped_twice_is_read_as_it_was_meant(cleaner: SimpleNamespace, written: str, read: str) -> None:
    caption = f'<figure><img src="/a.jpg"><figcaption>{written} at the quay in May.</figcaption></figure>'
    story = f"<h1>{written}</h1><p>{FIRST}.</p><p>{written}, and the mayor was glad of it.</p>{caption}"
    article = cleaner.html(f"<html lang=en><body><article>{story}</article></body></html>").articles[0]

    assert article.headline == read
    assert article.body == f"{FIRST}.\n\n{read}, and the mayor was glad of it."
    assert [image.caption for image in article.images] == [f"{read} at the quay in May."]


def test_a_dump_is_read_with_the_characters_it_writes_by_their_names(cleaner: SimpleNamespace) -> None:
    second = "The &quot;Anna&quot;&nbsp;will cost &pound;4 million, AT&amp;T said."
    article = cleaner.text(f"Mayor&#39;s ferry &amp; landing\n\n{FIRST}.\n\n{second}\n").articles[0]

    assert article.headline == "Mayor's ferry & landing"
    assert article.body == f'{FIRST}.\n\nThe "Anna" will cost £4 million, AT&T said.'
