import gzip
import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # It ships no types.
import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warraq.archive.dumps import read_dump, read_html_file
from warraq.archive.framing import DamageError
from warraq.archive.reader import read_date, read_record, read_warc
from warraq.archive.writer import WarcWriter
from warraq.errors import RejectedError
from warraq.model import ArchiveDamage, ArchivedPage, HttpResponse, MediaKind, RawLocation, Reason

KEY = bytes(range(32))
AT = datetime(2026, 11, 23, tzinfo=UTC)
CUT_CHUNKS = b"5\r\nstory\r\n5\r\nen"
Make = Callable[..., HttpResponse]


GZIPPED = gzip.compress(b"story " * 999)
CHUNKED_GZIP = b"%x\r\n%s\r\n0\r\n\r\n" % (len(GZIPPED), GZIPPED)


def write_record(fields: bytes, block: bytes, *, warc_type: bytes = b"response") -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <http://other.example/>\r\nWARC-Date: 2024-02-03T04:05:06Z\r\n"
        b"%sContent-Length: %d\r\n\r\n%s\r\n\r\n" % (warc_type, fields, len(block), block)
    )


def pages(found: list[ArchivedPage | ArchiveDamage]) -> list[bytes]:
    return [item.page.content for item in found if isinstance(item, ArchivedPage)]


def damages(found: list[ArchivedPage | ArchiveDamage]) -> list[ArchiveDamage]:
    return [item for item in found if isinstance(item, ArchiveDamage)]


def http(body: bytes, head: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%s\r\n%s" % (head, body)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(b"", b"plain", b"plain", id="plain"),
        pytest.param(b"Content-Encoding: gzip\r\n", gzip.compress(b"story"), b"story", id="gzip"),
        pytest.param(b"Content-Encoding: br\r\n", brotli.compress(b"story"), b"story", id="br"),
        pytest.param(b"Content-Encoding: gzip\r\n", b"<p>story", b"<p>story", id="said to be gzip, and is not"),
        pytest.param(b"Transfer-Encoding: gzip, chunked\r\n", CHUNKED_GZIP, b"story " * 999, id="gzip in chunks"),
        pytest.param(b"Transfer-Encoding: chunked\r\n", b"5\r\nstory\r\n0\r\n\r\n", b"story", id="chunked"),
        pytest.param(b"Transfer-Encoding: chunked\r\n", b"<p>story", b"<p>story", id="said to be chunked, and is not"),
        pytest.param(b"Transfer-Encoding: chunked\r\n", CUT_CHUNKS, CUT_CHUNKS, id="chunked and cut"),
        pytest.param(b"", b"", b"", id="empty"),
    ],
)
def test_a_response_is_decoded_from_its_codings(tmp_path: Path, head: bytes, body: bytes, expected: bytes) -> None:
    path = tmp_path / "other.warc"
    path.write_bytes(write_record(b"Content-Type: application/http\r\n", http(body, head)))

    (found,) = read_warc(path, folder=None)

    assert isinstance(found, ArchivedPage)
    assert found.page.content.startswith(expected)
    assert found.page.url == "http://other.example/"
    assert found.page.fetched_at == datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert (found.status, found.url_key, found.location.warc_file) == (200, None, str(path))


def test_a_response_comes_back_with_the_validators_of_its_next_fetch(tmp_path: Path) -> None:
    path = tmp_path / "other.warc"
    head = b'ETag: W/"7f3"\r\nLast-Modified: Fri, 20 Nov 2026 06:00:00 GMT\r\n'
    path.write_bytes(write_record(b"Content-Type: application/http\r\n", http(b"story", head)))

    (found,) = read_warc(path, folder=None)

    assert isinstance(found, ArchivedPage)
    assert (found.etag, found.last_modified) == ('W/"7f3"', "Fri, 20 Nov 2026 06:00:00 GMT")


def test_a_page_whose_checksum_was_not_read_is_not_given(tmp_path: Path) -> None:
    block = http(b"".join(b"%d " % number for number in range(40_000)))
    sound = write_record(b"Content-Type: application/http\r\n", block)
    wrong = sound.replace(b" 7 8 ", b" 7 8 " + b"x" * 140_000)  # As one flipped bit of a compressed run makes it.
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(wrong)[:-8] + gzip.compress(sound)[-8:])

    (found,) = read_warc(tmp_path / "a.warc.gz", folder=tmp_path)

    assert isinstance(found, ArchiveDamage)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "whole.warc.gz"])
def test_plain_files_and_both_ways_of_compressing_give_the_same_pages(tmp_path: Path, name: str) -> None:
    records = [write_record(b"", http(b"page %d" % number)) for number in range(20)]
    packed = {
        "a.warc": b"".join(records),
        "a.warc.gz": b"".join(map(gzip.compress, records)),
        "whole.warc.gz": gzip.compress(b"".join(records)),
    }
    (tmp_path / name).write_bytes(packed[name])

    found = list(read_warc(tmp_path / name, folder=tmp_path))

    assert pages(found) == [b"page %d" % number for number in range(20)]
    for item in found:
        assert isinstance(item, ArchivedPage)
        assert read_record(tmp_path, item.location) == item


def test_wet_records_are_text(tmp_path: Path) -> None:
    block = "عنوان\nنص الخبر".encode()
    fields = b"Content-Type: text/plain\r\n"
    (tmp_path / "a.wet.gz").write_bytes(gzip.compress(write_record(fields, block, warc_type=b"conversion")))

    (found,) = read_warc(tmp_path / "a.wet.gz", folder=tmp_path)

    assert isinstance(found, ArchivedPage)
    assert (found.page.kind, found.page.content, found.status) == (MediaKind.TEXT, block, None)


def test_records_that_are_no_pages_are_passed_over(tmp_path: Path) -> None:
    kinds = (b"warcinfo", b"request", b"metadata", b"revisit", b"continuation", b"something-new")
    dns = write_record(b"Content-Type: text/dns\r\n", b"20240203 other.example. 60 IN A 192.0.2.1")
    image = write_record(b"Content-Type: image/png\r\n", b"\x89PNG", warc_type=b"resource")
    (tmp_path / "a.warc").write_bytes(b"".join(write_record(b"", b"x", warc_type=kind) for kind in kinds) + dns + image)

    assert list(read_warc(tmp_path / "a.warc", folder=tmp_path)) == []


@pytest.mark.parametrize(
    "url",
    [
        "metadata://gnu.org/software/wget/warc/wget.log",
        "urn:text:https://other.example/",
        "urn:textFinal:https://o.example/",
    ],
)
def test_the_notes_of_a_crawler_are_passed_over(tmp_path: Path, url: str) -> None:
    note = write_record(b"Content-Type: text/plain\r\n", b"A text of its own.", warc_type=b"resource")
    (tmp_path / "a.warc").write_bytes(note.replace(b"http://other.example/", url.encode()))

    assert list(read_warc(tmp_path / "a.warc", folder=tmp_path)) == []


def test_a_video_over_the_bound_is_no_damage(tmp_path: Path) -> None:
    video = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + bytes(400_000)
    (tmp_path / "a.warc").write_bytes(write_record(b"", video) + write_record(b"", http(b"story")))

    found = list(read_warc(tmp_path / "a.warc", folder=tmp_path, max_bytes=100_000))

    assert damages(found) == []
    assert [len(content) for content in pages(found)] == [100_000, 5]


def test_a_file_warcio_wrote_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        for number in range(3):
            payload = io.BytesIO(b"body %d" % number)
            writer.write_record(
                writer.create_warc_record("http://x.example/", "response", payload=payload, http_headers=headers)
            )

    assert pages(list(read_warc(tmp_path / "a.warc.gz", folder=tmp_path))) == [b"body 0", b"body 1", b"body 2"]


@pytest.fixture
def own_file(tmp_path: Path, make_response: Make) -> tuple[Path, tuple[RawLocation, ...]]:
    with WarcWriter(tmp_path, "lane") as writer:
        locations = tuple(writer.append_response(make_response(b"page %d" % n), url_key=KEY) for n in range(3))
    return tmp_path / "lane.warc.gz", locations


def test_a_truncation_at_any_byte_is_reported_and_loses_no_earlier_page(
    own_file: tuple[Path, tuple[RawLocation, ...]],
) -> None:
    path, locations = own_file
    content = path.read_bytes()
    starts = [location.warc_offset for location in locations]
    boundaries = {record_end for record_end, _ in walk(content)} | {0}
    for cut in range(len(content)):
        path.write_bytes(content[:cut])

        found = list(read_warc(path, folder=path.parent))

        whole = [b"page %d" % n for n in range(3) if cut >= end_of_member(content, starts[n])]
        assert pages(found) == whole
        assert len(damages(found)) == (0 if cut in boundaries else 1)


def walk(content: bytes) -> list[tuple[int, int]]:
    ends, start = [], 0
    while start < len(content):
        end = end_of_member(content, start)
        ends.append((end, start))
        start = end
    return ends


def end_of_member(content: bytes, start: int) -> int:
    import zlib  # noqa: PLC0415 -- The reference the reader is held against.

    stream = zlib.decompressobj(31)
    stream.decompress(content[start:])
    return len(content) - len(stream.unused_data)


def test_a_flipped_bit_costs_its_own_record_alone(own_file: tuple[Path, tuple[RawLocation, ...]]) -> None:
    path, locations = own_file
    content = path.read_bytes()
    first, second = locations[0].warc_offset, locations[1].warc_offset
    end = end_of_member(content, first)
    unharmed = 0
    for place in range(first, end):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[place] ^= 1 << bit
            path.write_bytes(flipped)

            found = list(read_warc(path, folder=path.parent))

            if damages(found):
                assert pages(found) == [b"page 1", b"page 2"]
                assert [damage.warc_offset for damage in damages(found)] == [first]
            else:
                assert pages(found) == [b"page 0", b"page 1", b"page 2"]
                unharmed += 1
    assert second > end
    assert unharmed < 60  # Time, flags and system in the gzip head, and the bits that fill up its last byte.


@given(st.data())
def test_no_bytes_make_the_reader_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    whole = write_record(b"", http(b"page")) * 3
    content = bytearray(
        data.draw(st.sampled_from([whole, gzip.compress(whole), gzip.compress(whole) * 2, b"WARC/1.0\r\n"]))
    )
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=6)
    ):
        content[place] = byte
    path = tmp_path_factory.mktemp("raw") / "a.warc.gz"
    path.write_bytes(bytes(content) + data.draw(st.binary(max_size=50)))

    found = list(read_warc(path, folder=path.parent))

    assert len(pages(found)) <= 6


def test_a_plain_file_is_read_on_after_a_damaged_head(tmp_path: Path) -> None:
    records = [write_record(b"", http(b"page %d" % number)) for number in range(3)]
    records[1] = records[1].replace(b"Content-Length: ", b"Content-Length: x")
    (tmp_path / "a.warc").write_bytes(b"".join(records))

    found = list(read_warc(tmp_path / "a.warc", folder=tmp_path))

    assert pages(found) == [b"page 0", b"page 2"]
    assert [damage.warc_offset for damage in damages(found)] == [len(records[0])]


def test_a_compressed_file_whose_beginning_is_lost_is_read_on(tmp_path: Path) -> None:
    records = [gzip.compress(write_record(b"", http(b"body %d" % number))) for number in range(3)]
    (tmp_path / "a.warc.gz").write_bytes(bytes(16) + b"".join(records)[16:])

    found = list(read_warc(tmp_path / "a.warc.gz", folder=tmp_path))

    assert [damage.warc_offset for damage in damages(found)] == [0]
    assert pages(found) == [b"body 1", b"body 2"]


def test_a_block_that_is_not_its_digests_is_damage(tmp_path: Path) -> None:
    record = write_record(b"WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", http(b"changed"))
    (tmp_path / "a.warc").write_bytes(record + write_record(b"", http(b"next")))

    found = list(read_warc(tmp_path / "a.warc", folder=tmp_path))

    assert pages(found) == [b"next"]
    assert [damage.detail for damage in damages(found)] == ["a record's block is not the one its digest was made of"]


def test_a_page_over_the_bound_is_reported_and_the_next_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    records = (
        write_record(b"", http(b"x" * 200_000)),
        write_record(b"", http(bomb, b"Content-Encoding: gzip\r\n")),
        write_record(b"", http(b"next")),
    )
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))

    found = list(read_warc(tmp_path / "a.warc.gz", folder=tmp_path, max_bytes=100_000))

    assert pages(found) == [b"next"]
    assert len(damages(found)) == 2


def test_an_empty_file_holds_nothing_and_is_not_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").touch()

    assert list(read_warc(tmp_path / "a.warc.gz", folder=tmp_path)) == []


def test_a_file_that_is_no_archive_is_one_damage(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(os.urandom(5_000).replace(b"\x1f", b"\0"))

    (found,) = read_warc(tmp_path / "a.warc.gz", folder=tmp_path)

    assert isinstance(found, ArchiveDamage)
    assert found.warc_offset == 0


def test_a_record_that_is_not_the_one_asked_for_is_refused(own_file: tuple[Path, tuple[RawLocation, ...]]) -> None:
    path, locations = own_file
    wrong = RawLocation(warc_file="lane.warc.gz", warc_offset=locations[0].warc_offset, payload_sha256=bytes(32))

    with pytest.raises(RejectedError) as caught:
        read_record(path.parent, wrong)

    assert caught.value.rejection.reason is Reason.UNREADABLE


@pytest.mark.parametrize("content", [b"", b"rubbish", b"WARC/1.1\r\n\r\n"])
def test_a_location_in_a_ruined_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lane.warc.gz").write_bytes(content)

    for offset in (0, 5, 10_000):
        with pytest.raises(RejectedError):
            read_record(tmp_path, RawLocation(warc_file="lane.warc.gz", warc_offset=offset, payload_sha256=bytes(32)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024-02-03T04:05:06Z", datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC), id="second"),
        pytest.param("2024-02-03T04:05:06.123456789Z", datetime(2024, 2, 3, 4, 5, 6, 123456, tzinfo=UTC), id="nano"),
        pytest.param("2024-02-03T04:05:06", datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC), id="no zone"),
        pytest.param("2024-02", datetime(2024, 2, 1, tzinfo=UTC), id="month"),
        pytest.param("2024", datetime(2024, 1, 1, tzinfo=UTC), id="year"),
    ],
)
def test_dates_of_every_precision_are_read(text: str, expected: datetime) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize("text", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_date_is_damage(text: str) -> None:
    with pytest.raises(DamageError):
        read_date(text)


def test_dumps_are_read_compressed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("نص".encode())
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("نص".encode()))
    (tmp_path / "a.html").write_bytes(b"<p>")

    texts = [read_dump(tmp_path / name, fetched_at=AT) for name in ("a.txt", "a.txt.gz")]
    page = read_html_file(tmp_path / "a.html", url="https://news.example/", fetched_at=AT)

    assert [(text.content, text.kind, text.url) for text in texts] == [("نص".encode(), MediaKind.TEXT, None)] * 2
    assert (page.content, page.kind, page.url) == (b"<p>", MediaKind.HTML, "https://news.example/")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(gzip.compress(os.urandom(500))[:200], Reason.TRUNCATED, id="cut"),
        pytest.param(b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\xff" * 50, Reason.BAD_ENCODING, id="corrupt"),
        pytest.param(gzip.compress(bytes(100_000)), Reason.TOO_BIG, id="bomb"),
        pytest.param(bytes(2_000), Reason.TOO_BIG, id="long"),
    ],
)
def test_a_dump_that_cannot_be_read_whole_is_refused(tmp_path: Path, content: bytes, reason: Reason) -> None:
    (tmp_path / "a.txt.gz").write_bytes(content)

    with pytest.raises(RejectedError) as caught:
        read_dump(tmp_path / "a.txt.gz", fetched_at=AT, max_bytes=1_000)

    assert caught.value.rejection.reason is reason
