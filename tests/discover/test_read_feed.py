import gzip
import json
import pickle
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.discover import FeedReading, RefusedEntry, read_feed
from warraq.discover.feed_text import split_entries
from warraq.errors import RejectedError
from warraq.model import Reason, Rights, Source
from warraq.urls import make_url_key

ACTIVE = re.compile(r"<[^>]*\s(?:on\w+\s*=|href=.javascript:)", re.IGNORECASE)
Read = Callable[..., FeedReading]

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar-EG" xml:base="https://nile.example/ar/">
  <title>النيل</title>
  <entry>
    <id>tag:nile.example,2026:7</id>
    <title type="html">جسر &lt;b&gt;جديد&lt;/b&gt;</title>
    <link rel="alternate" href="news/7?utm_source=feed"/>
    <link rel="enclosure" href="/audio/7.mp3" type="audio/mpeg"/>
    <published>2026-03-01T10:00:00+02:00</published>
    <updated>2026-03-01T09:30:00Z</updated>
    <author><name>ليلى حسن</name></author>
    <category term="عمران"/>
    <summary>افتتح الجسر.</summary>
    <content type="html">&lt;p onclick="x()"&gt;افتتح &lt;a href="javascript:x()"&gt;الجسر&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
</feed>"""


def test_an_atom_entry_keeps_every_field(read: Read) -> None:
    (entry,) = read(ATOM).entries

    assert entry.url == "https://nile.example/ar/news/7?utm_source=feed"
    assert entry.canonical_url == "https://nile.example/ar/news/7"
    assert entry.url_key == make_url_key("https://nile.example/ar/news/7")
    assert entry.found_in == "https://nile.example/feeds/all.xml"
    assert entry.guid == "tag:nile.example,2026:7"
    assert entry.title == "جسر جديد"
    assert entry.summary == "افتتح الجسر."
    assert entry.content_html == "<p>افتتح <a>الجسر</a></p>"
    assert entry.authors == ("ليلى حسن",)
    assert entry.tags == ("عمران",)
    assert entry.published_at == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert entry.modified_at == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert entry.language == "ar-EG"
    assert entry.enclosure_url == "https://nile.example/audio/7.mp3"


def test_a_reading_says_what_the_feed_says_of_itself(read: Read) -> None:
    reading = read(
        '<rss version="2.0"><channel><title>النيل</title><language>ar</language><ttl>15</ttl></channel></rss>'
    )

    assert (reading.kind, reading.title, reading.language, reading.ttl_seconds) == ("rss", "النيل", "ar", 900)


def test_a_reading_crosses_the_border_of_a_worker_process(read_item: Read) -> None:
    reading = read_item("<title>بلا رابط</title>")

    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own bytes.


def test_module_syndication_gives_the_time_to_live(read: Read) -> None:
    reading = read(
        '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>"
    )

    assert reading.ttl_seconds == 900


def test_every_hour_the_feed_wants_left_out_is_kept(read: Read) -> None:
    reading = read(
        '<rss version="2.0"><channel><skipHours><hour>24</hour><hour> 3 </hour>\n<hour>23</hour><hour>99</hour>'
        "</skipHours></channel></rss>"
    )

    assert reading.skip_hours == (0, 3, 23)


def test_a_date_without_a_zone_is_the_publishers_own(read_item: Read) -> None:
    (entry,) = read_item("<link>https://nile.example/1</link><pubDate>2026-01-10 12:00</pubDate>").entries

    assert entry.published_at == datetime(2026, 1, 10, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "-1-01-01",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "Fri, 31 Feb 2025 10:00:00 +0300",
        "soon",
    ],
)
def test_a_date_that_cannot_be_is_none(read_item: Read, text: str) -> None:
    (entry,) = read_item(f"<link>https://nile.example/1</link><pubDate>{text}</pubDate>").entries

    assert entry.published_at is None


@pytest.mark.parametrize(
    ("link", "blame"),
    [
        pytest.param("javascript:alert(1)", "its link is a javascript: one, which is never fetched", id="javascript"),
        pytest.param("data:text/html,x", "its link is a data: one, which is never fetched", id="data"),
        pytest.param("file:///etc/passwd", "its link is a file: one, which is never fetched", id="file"),
        pytest.param(
            "https://user:secret@nile.example/1",
            "its link is no address that can be fetched, or carries a user name or password",
            id="credentials",
        ),
        pytest.param("", "it names no link", id="none"),
    ],
)
def test_a_link_that_must_not_be_followed_is_refused_with_a_reason(read_item: Read, link: str, blame: str) -> None:
    reading = read_item(f"<link>{link}</link><title>خبر</title>")

    (refused,) = reading.refused
    assert reading.entries == ()
    assert isinstance(refused, RefusedEntry)
    assert refused.reason is Reason.BAD_URL
    assert refused.detail == f"entry 1: {blame}"
    assert refused.item.title == "خبر"


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("desk@nile.media (ليلى حداد)", "ليلى حداد (desk@nile.media)"),
        ("ليلى حداد &lt;desk@nile.media&gt;", "ليلى حداد (desk@nile.media)"),
        ("mailto:desk@nile.media", "desk@nile.media"),
        ("ليلى حداد", "ليلى حداد"),
    ],
)
def test_an_author_is_read_with_whatever_address(read_item: Read, said: str, author: str) -> None:
    (entry,) = read_item(f"<link>/1</link><author>{said}</author>").entries

    assert entry.authors == (author,)


def test_a_number_for_a_guid_is_not_taken_for_a_link(read_item: Read) -> None:
    reading = read_item("<guid>12345</guid><title>خبر</title>")

    assert reading.entries == ()
    assert reading.refused[0].item.guid == "12345"


def test_a_permanent_guid_is_the_link_where_there_is_none(read_item: Read) -> None:
    (entry,) = read_item("<guid>https://nile.example/9</guid>").entries

    assert (entry.url, entry.guid) == ("https://nile.example/9", "https://nile.example/9")


@pytest.mark.parametrize("empty", ["<link/>", "<link />", "<link> </link>", "<link><![CDATA[]]></link>"])
def test_a_permanent_guid_is_the_link_where_the_link_is_empty(read_item: Read, empty: str) -> None:
    guid = "<guid>https://nile.example/9</guid>"

    readings = [read_item(guid + empty), read_item(empty + guid)]

    assert [entry.url for reading in readings for entry in reading.entries] == ["https://nile.example/9"] * 2


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("https://nile.example/n?id=7&lang=ar&copy=2", id="bare"),
        pytest.param("https://nile.example/n?id=7&amp;lang=ar&amp;copy=2", id="escaped"),
        pytest.param("<![CDATA[https://nile.example/n?id=7&lang=ar&copy=2]]>", id="in CDATA"),
    ],
)
def test_an_ampersand_in_a_link_is_read_as_meant(read_item: Read, link: str) -> None:
    (entry,) = read_item(f"<title>أ &amp; ب &laquo;ج&raquo;</title><link>{link}</link>").entries

    assert entry.url == "https://nile.example/n?id=7&lang=ar&copy=2"
    assert entry.title == "أ & ب «ج»"


def test_a_picture_inside_a_description_costs_no_entry(read: Read) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 100_000}">'
    feed = f"""<rss version="2.0"><channel>
        <item><link>/1</link><description><![CDATA[{picture}وصف]]></description></item>
        <item><link>/2</link></item></channel></rss>"""

    entries = read(feed).entries

    assert [(entry.url, entry.summary) for entry in entries] == [
        ("https://nile.example/1", "وصف"),
        ("https://nile.example/2", None),
    ]


def test_a_publishers_other_host_is_kept(read_item: Read) -> None:
    (entry,) = read_item("<link>https://video.delta.example/3</link>").entries

    assert entry.url == "https://video.delta.example/3"


def test_a_page_named_twice_is_entered_once_as_first_said(read: Read) -> None:
    reading = read(
        '<rss version="2.0"><channel>'
        "<item><link>https://nile.example/1</link><title>أول</title></item>"
        "<item><link>https://nile.example/1#comments</link><title>ثان</title></item></channel></rss>"
    )

    assert [entry.title for entry in reading.entries] == ["أول"]
    assert reading.repeated == 1


def test_the_publishers_id_keys_an_entry_whatever_its_slug() -> None:
    source = Source(
        source_id="nile",
        name="النيل",
        homepage="https://nile.example/",
        language="ar",
        time_zone="Africa/Cairo",
        is_enabled=True,
        state_reason="a test",
        rights=Rights(store_full_text=True),
        article_id_pattern=r"/(\d{5,})-",
    )
    feed = '<rss version="2.0"><channel><item><link>https://nile.example/{}</link></item></channel></rss>'

    keys = {
        read_feed(feed.format(path).encode(), url="https://nile.example/f", source=source).entries[0].url_key
        for path in ("a/12345-old", "b/12345-new")
    }

    assert len(keys) == 1


def test_entries_over_the_cap_are_counted_and_left(read: Read) -> None:
    items = "".join(f"<item><link>https://nile.example/{n}</link></item>" for n in range(30))

    reading = read(f'<rss version="2.0"><channel>{items}</channel></rss>', max_entries=7)

    assert (len(reading.entries), reading.cut) == (7, 23)


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        pytest.param((3, 2, 1), ["/3", "/2"], id="newest first"),
        pytest.param((1, 2, 3), ["/2", "/3"], id="oldest first"),
    ],
)
def test_of_a_feed_over_the_cap_the_newest_entries_are_read(read: Read, days: tuple[int, ...], kept: list[str]) -> None:
    rss = "".join(
        f"<item><link>/{day}</link><pubDate>Sun, 0{day} Mar 2026 08:00:00 GMT</pubDate></item>" for day in days
    )
    atom = "".join(f'<entry><link href="/{day}"/><updated>2026-03-0{day}T08:00:00Z</updated></entry>' for day in days)
    items = [{"url": f"/{day}", "date_published": f"2026-03-0{day}T08:00:00Z"} for day in days]
    feeds = (
        f"<rss><channel><title>النيل</title>{rss}</channel></rss>",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>النيل</title>{atom}</feed>',
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}),
    )

    readings = [read(feed, max_entries=2) for feed in feeds]

    for reading in readings:
        assert [entry.url.removeprefix("https://nile.example") for entry in reading.entries] == kept
        assert reading.cut == 1


def test_a_json_feed_keeps_every_field(read: Read) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "النيل",
        "language": "ar",
        "items": [
            {
                "id": 5,
                "url": "/5",
                "title": "خبر",
                "summary": "موجز",
                "content_text": "فقرة <أولى>\n\nفقرة ثانية",
                "authors": [{"name": "ليلى"}, {"name": "عمر"}],
                "tags": ["مصر", 3],
                "date_published": "2026-03-01T10:00:00+02:00",
                "attachments": [{"url": "https://nile.example/5.mp3"}],
            },
            "nonsense",
        ],
    }

    reading = read(json.dumps(feed))

    (entry,) = reading.entries
    assert (reading.kind, reading.title) == ("json_feed", "النيل")
    assert (entry.url, entry.guid, entry.language) == ("https://nile.example/5", "5", "ar")
    assert entry.content_html == "<p>فقرة &lt;أولى&gt;</p><p>فقرة ثانية</p>"
    assert (entry.authors, entry.tags) == (("ليلى", "عمر"), ("مصر",))
    assert entry.published_at == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert entry.enclosure_url == "https://nile.example/5.mp3"


@pytest.mark.parametrize(
    ("content", "blame"),
    [
        pytest.param(b"", "the document is empty", id="empty"),
        pytest.param(b"\x00\x00\x00", "the document is empty", id="zeros"),
        pytest.param(b"no feed at all", "the document is no XML", id="text"),
        pytest.param(b"<!doctype html><html><body>x", "the document is an HTML page", id="html"),
        pytest.param(b"[" * 200_000, "the JSON is nested too deep", id="deep json"),
        pytest.param(b"[]", "JSON, but no JSON Feed: it is no object", id="json list"),
        pytest.param(b'{"a": 1}', "JSON, but no JSON Feed: it names no jsonfeed.org version", id="other json"),
        pytest.param(gzip.compress(b"<rss/>")[:-9], "the gzip data ends too early", id="cut gzip"),
        pytest.param(gzip.compress(bytes(60_000_000)), "the document holds more than 52428800 bytes", id="gzip bomb"),
        pytest.param(
            b"<rss " + b"a='1' " * 20_000 + b"/>", "a tag is longer than 65535 characters", id="million attributes"
        ),
        pytest.param(
            b"<note>x</note>",
            "the document is no feed: feedparser finds neither a version nor an entry",
            id="other xml",
        ),
    ],
)
def test_what_is_no_feed_is_rejected_with_a_sentence(read: Read, content: bytes, blame: str) -> None:
    with pytest.raises(RejectedError) as caught:
        read(content)

    assert caught.value.rejection.reason is Reason.BAD_FEED
    assert caught.value.rejection.detail == blame


@pytest.mark.parametrize("reference", ["&#xD800;", "&#x110000;", "&#99999999999999999999;", "&#0;", "&amp;#xD800;"])
def test_a_reference_to_no_character_costs_only_itself(read_item: Read, reference: str) -> None:
    (entry,) = read_item(f"<link>https://nile.example/1</link><title>قبل{reference}بعد</title>").entries

    assert entry.title == "قبلبعد"


@pytest.mark.parametrize("charset", ["punycode", "undefined", "idna", "unicode_escape", "rot13", "hex", "utf-7", "\0x"])
def test_a_hostile_charset_is_not_believed(read: Read, charset: str) -> None:
    feed = '<rss version="2.0"><channel><title>النيل</title></channel></rss>'

    reading = read(feed, content_type=f"application/xml; charset={charset}")

    assert reading.title == "النيل"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_decides(read: Read, encoding: str) -> None:
    feed = '<rss version="2.0"><channel><title>النيل</title></channel></rss>'

    assert read(feed.encode(encoding)).title == "النيل"


def test_a_declared_charset_is_read_where_the_bytes_are_not_utf_8(read: Read) -> None:
    feed = (
        '<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><title>النيل</title></channel></rss>'
    )

    assert read(feed.encode("cp1256")).title == "النيل"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("قال رئيس الوزراء المصري إن الحكومة ستعمل على زيادة الإنتاج", "cp1256", id="Arabic"),
        pytest.param("Премьер-министр заявил, что правительство увеличит производство", "cp1251", id="Russian"),
        pytest.param("Le président s'est exprimé à l'Élysée : « Ça a été décidé » — cœur", "cp1252", id="French"),
        pytest.param("Tyska: äöü ÄÖÜß", "cp1252", id="a row of Latin letters"),
    ],
)
@pytest.mark.parametrize("said", ["ISO-8859-1", "windows-1252"])
def test_a_declared_latin_charset_is_believed_of_latin_letters_alone(
    read: Read, text: str, encoding: str, said: str
) -> None:
    feed = f'<?xml version="1.0" encoding="{said}"?><rss version="2.0"><channel><title>{text}</title></channel></rss>'

    reading = read(feed.encode(encoding), content_type=f"text/xml; charset={said}")

    assert reading.title == text


def test_utf_8_is_believed_before_a_lying_declaration(read: Read) -> None:
    feed = '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>النيل</title></channel></rss>'

    assert read(feed, content_type="text/xml; charset=windows-1256").title == "النيل"


def test_the_path_of_a_file_is_text_and_never_opened(read: Read) -> None:
    with pytest.raises(RejectedError):
        read(b"/etc/passwd")


def test_an_external_entity_is_not_read(read: Read) -> None:
    reading = read(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><title>قبل&x;بعد</title></channel></rss>'
    )

    assert (reading.title or "").startswith("قبل&x")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_mutated_feed_gives_a_reading_or_a_reason(data: st.DataObject) -> None:
    source = Source(
        source_id="nile",
        name="النيل",
        homepage="https://nile.example/",
        language="ar",
        time_zone="Africa/Cairo",
        is_enabled=True,
        state_reason="a test",
        rights=Rights(store_full_text=True),
    )
    feed, start = ATOM.encode(), data.draw(st.integers(0, len(ATOM.encode())))
    token = data.draw(st.sampled_from([b"&#xD800;", b"<![CDATA[", b"]]>", b"<!--", b"\0", b"<entry>", b"&a;", b"\xff"]))
    end = start + data.draw(st.integers(0, 40))

    with suppress(RejectedError):
        reading = read_feed(feed[:start] + token + feed[end:], url="https://nile.example/f", source=source)

        assert not [entry for entry in reading.entries if ACTIVE.search(entry.content_html or "")]


def test_links_in_a_content_are_relative_to_its_own_base(read: Read) -> None:
    feed = ATOM.replace("<entry>", '<entry xml:base="bridge/">').replace("javascript:x()", "plan.html")
    (entry,) = read(feed).entries

    assert entry.content_html == '<p>افتتح <a href="https://nile.example/ar/bridge/plan.html">الجسر</a></p>'


@pytest.mark.parametrize(
    ("document", "missing"),
    [
        (ATOM[: ATOM.index("<content")], "</feed>"),
        (ATOM[: ATOM.index("</entry>")], "</feed>"),
        ('<rss version="2.0"><channel><item><link>/1</link></item><item><link>/2</li', "</rss>"),
        ("<rdf:RDF xmlns:rdf='x'><item><link>/1</link></item>", "</rdf:RDF>"),
        ("<br />\n<b>Warning</b>: x<br />\n<rss><channel><item><link>/1</link></item>", "</rss>"),
    ],
)
def test_a_feed_that_breaks_off_says_so(read: Read, document: str, missing: str) -> None:
    reading = read(document)

    assert reading.entries
    assert reading.is_broken
    assert [refused.detail for refused in reading.refused if not isinstance(refused, RefusedEntry)] == [
        f"the document breaks off: it has no {missing}"
    ]


@pytest.mark.parametrize(
    "document",
    [
        ATOM,
        '<rss version="2.0"/>',
        '<rss version="2.0"></rss>\n<!-- 3 ms -->',
        '<!-- <generator> --><rss version="2.0"></rss>',
    ],
)
def test_a_feed_that_is_whole_is_not_called_broken(read: Read, document: str) -> None:
    reading = read(document)

    assert not reading.is_broken
    assert reading.refused == ()


def test_a_guid_is_text(read_item: Read) -> None:
    (entry,) = read_item("<link>/1</link><guid>&lt;script&gt;x()&lt;/script&gt;7 &lt;b&gt;a&lt;/b&gt;</guid>").entries

    assert entry.guid == "7 a"


def test_a_minus_sign_is_a_sign_of_a_zone(read_item: Read) -> None:
    (entry,) = read_item("<link>/1</link><pubDate>2026-03-01T10:00:00\u221205:00</pubDate>").entries

    assert entry.published_at == datetime(2026, 3, 1, 15, 0, tzinfo=UTC)


WARNING = "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/var/www/a.php</b> on line <b>3</b><br />\n"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param(f'{WARNING}<?xml version="1.0"?>', "", id="warning"),
        pytest.param('Notice: Undefined index: x on line 3\n<?xml version="1.0"?>', "", id="plain notice"),
        pytest.param('<!-- <rss> made at noon -->\n<?xml version="1.0"?>', "", id="comment"),
        pytest.param("", "<script>x()</script>", id="script"),
        pytest.param(
            '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "rss.dtd">', "", id="doctype"
        ),
    ],
)
def test_what_stands_around_a_feed_changes_nothing_of_it(read: Read, before: str, behind: str) -> None:
    feed = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
        <guid>https://nile.example/n?id=7&amp;page=2</guid><dc:creator><![CDATA[&#1604;&#1610;&#1604;&#1609;]]></dc:creator>
        <category><![CDATA[أخبار &amp; آراء]]></category></item></channel></rss>"""

    (entry,) = read(before + feed + behind).entries

    assert (entry.url, entry.authors, entry.tags) == (
        "https://nile.example/n?id=7&page=2",
        ("ليلى",),
        ("أخبار & آراء",),
    )


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Caf&eacute;&nbsp;&laquo;Nil&raquo; &amp; fils", id="names of HTML"),
        pytest.param("<![CDATA[Caf&eacute; «Nil» &amp; fils]]>", id="in CDATA"),
        pytest.param("Caf&amp;eacute; «Nil» &amp;amp; fils", id="escaped twice"),
        pytest.param("Café «Nil» & fils", id="as they are"),
    ],
)
def test_letters_that_html_names_are_read_and_nothing_else_changes(read_item: Read, title: str) -> None:
    (entry,) = read_item(
        f"<title>{title}</title><link>/1</link><author><![CDATA[&#1604;&#1610;&#1604;&#1609;]]></author>"
    ).entries

    assert (entry.title, entry.authors) == ("Café «Nil» & fils", ("ليلى",))


def test_a_prefix_that_is_not_declared_changes_nothing(read_item: Read) -> None:
    (entry,) = read_item(
        "<guid>https://nile.example/n?a=1&amp;b=2</guid><dc:creator><![CDATA[&#1604;&#1610;&#1604;&#1609;]]></dc:creator>"
        '<media:content url="/p.jpg"/><atom:link rel="self" href="/feed"/>'
    ).entries

    assert (entry.url, entry.authors, entry.enclosure_url) == (
        "https://nile.example/n?a=1&b=2",
        ("ليلى",),
        "https://nile.example/p.jpg",
    )


def test_an_ampersand_of_a_link_that_is_escaped_twice_is_one(read_item: Read) -> None:
    (entry,) = read_item("<link>/n?a=1&amp;amp;b=2</link>").entries

    assert entry.url == "https://nile.example/n?a=1&b=2"


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("{media}{own}", id="before"),
        pytest.param("{own}{media}", id="behind"),
        pytest.param("<media:group>{media}</media:group>{own}", id="in a group"),
    ],
)
def test_the_caption_of_a_picture_is_no_summary(read: Read, item: str) -> None:
    own = "<description>افتتح الجسر.</description><content:encoded>&lt;p&gt;النص&lt;/p&gt;</content:encoded>"
    media = '<media:content url="/p.jpg"><media:description type="plain">صورة الجسر</media:description></media:content>'

    (entry,) = read(
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><link>/1</link>'
        f"{item.format(media=media, own=own)}</item></channel></rss>"
    ).entries

    assert (entry.summary, entry.content_html) == ("افتتح الجسر.", "<p>النص</p>")


def test_what_a_podcast_tells_comes_after_the_entrys_own_words(read: Read) -> None:
    spoken = "<itunes:author>راديو النيل</itunes:author><itunes:summary>حلقة اليوم</itunes:summary>"
    written = "<author>desk@nile.example (ليلى حداد)</author><description>افتتح الجسر.</description>"

    entries = read(
        '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>'
        f"<item><link>/1</link>{spoken}{written}</item><item><link>/2</link>{spoken}</item></channel></rss>"
    ).entries

    assert [(entry.authors, entry.summary) for entry in entries] == [
        (("ليلى حداد (desk@nile.example)",), "افتتح الجسر."),
        (("راديو النيل",), "حلقة اليوم"),
    ]


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>النيل</title></channel>
    <item rdf:about="/1"><title>خبر</title><link>/1</link>{}</item></rdf:RDF>"""


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param("<dc:date>2026-03-01T10:00:00+02:00</dc:date>", id="alone"),
        pytest.param(
            '<dc:date xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">'
            "2026-03-01T08:00:00Z</dc:date>",
            id="with its type",
        ),
        pytest.param(
            "<pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><dc:date>2026-03-02</dc:date>", id="beside another"
        ),
    ],
)
def test_the_date_of_dublin_core_is_that_of_publication(read: Read, dates: str) -> None:
    (entry,) = read(RDF.format(dates)).entries

    assert (entry.published_at, entry.modified_at) == (datetime(2026, 3, 1, 8, 0, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("titles", "declared"),
    [
        pytest.param("Ağrı’da kar yağışı; çığ düştü, öğretmenler yürüdü", "utf-8", id="Turkish"),
        pytest.param("L’été sera « très » chaud : élections à Orléans, grève à Étaples", "ISO-8859-1", id="French"),
        pytest.param("جسر جديد على النيل يفتح اليوم", "windows-1256", id="Arabic"),
    ],
)
def test_utf_8_that_is_torn_in_one_place_loses_one_letter(read: Read, titles: str, declared: str) -> None:
    feed = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel>'
        f"<item><link>/1</link><title>{titles}</title></item><item><link>/2</link><description>"
    ).encode()

    entries = read(feed + "é".encode()[:1] + b"...</description></item></channel></rss>").entries

    assert [(entry.title, entry.summary) for entry in entries] == [(titles, None), (None, "\ufffd...")]


@pytest.mark.parametrize(
    ("title", "encoding", "declared"),
    [
        pytest.param("똠양꿍 축제", "cp949", "EUC-KR", id="Korean"),
        pytest.param("①首相が会見 ～髙橋氏", "cp932", "Shift_JIS", id="Japanese"),
        pytest.param("“İstanbul”da yağış", "cp1254", "ISO-8859-9", id="Turkish"),
        pytest.param("“ข่าว” วันนี้", "cp874", "TIS-620", id="Thai"),
        pytest.param("“חדשות” היום בירושלים", "iso-8859-8", "ISO-8859-8-I", id="Hebrew"),
    ],
)
def test_letters_of_the_larger_set_that_a_name_means_are_read(
    read: Read, title: str, encoding: str, declared: str
) -> None:
    feed = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><link>/1</link><title>{title}</title>'

    (entry,) = read((feed + "</item></channel></rss>").encode(encoding, "ignore")).entries

    assert entry.title == title.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Thu, 24 Sep 2026 04:42:05 UT", id="universal time"),
        pytest.param("Thursday, 24-Sep-26 04:42:05 GMT", id="year of two digits"),
        pytest.param("Thu Sep 24 07:42:05 +0300 2026", id="year behind the zone"),
        pytest.param("Thu Sep 24 07:42:05 GMT+03:00 2026", id="as Java prints it"),
    ],
)
def test_the_zone_of_a_date_is_heeded_in_every_form(read_item: Read, text: str) -> None:
    (entry,) = read_item(f"<link>https://nile.example/1</link><pubDate>{text}</pubDate>").entries

    assert entry.published_at == datetime(2026, 9, 24, 4, 42, 5, tzinfo=UTC)


def test_an_alternate_link_may_name_its_relation_by_address(read: Read) -> None:
    (entry,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>خبر</title>'
        '<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/></entry></feed>'
    ).entries

    assert entry.url == "https://nile.example/1"


def test_a_tag_that_is_not_closed_costs_its_own_entry_alone(read: Read) -> None:
    feed = """<rss version="2.0"><channel><title>النيل</title>
        <item><title>أ</title><link>/1</link></item>
        <item><title>ب</titel><link>/2</link></item>
        <item><title>ج</title><link>/3</link></item>
        <item><title>د</title><link>/4</link></item></channel></rss>"""

    reading = read(feed)

    assert [(entry.url, entry.title) for entry in reading.entries] == [
        ("https://nile.example/1", "أ"),
        ("https://nile.example/3", "ج"),
        ("https://nile.example/4", "د"),
    ]
    assert [refused.detail for refused in reading.refused] == ["entry 2: it names no link"]


@pytest.mark.parametrize(
    ("description", "items", "pieces"),
    [
        pytest.param("", 300, 300, id="small"),
        pytest.param("كلمة " * 2_000, 300, 0, id="large entries"),
        pytest.param("", 0, 0, id="no entry"),
    ],
)
def test_a_feed_is_read_entry_by_entry_only_where_that_is_soon_done(description: str, items: int, pieces: int) -> None:
    item = f"<item><title>ب</title><link>/2</link><description>{description}</description></item>"

    assert len(split_entries(f"<rss><channel><title>النيل</title>{item * items}</channel></rss>")) == pieces


def test_a_related_page_is_not_taken_for_the_entrys_own(read: Read) -> None:
    feed = """<rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><item><title>خبر</title><link>/1</link>
        <yandex:related><link url="https://nile.example/old">خبر قديم</link></yandex:related>
        <related><link>/older</link></related></item></channel></rss>"""

    (entry,) = read(feed).entries

    assert entry.url == "https://nile.example/1"


def test_a_json_feed_may_write_line_breaks_as_they_are(read: Read) -> None:
    (entry,) = read(
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/1", "title": "جسر\n\tجديد"}]}'
    ).entries

    assert entry.title == "جسر جديد"
