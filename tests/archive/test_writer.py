import base64
import gzip
import hashlib
import os
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastArchiveIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from warraq.archive.reader import read_record, read_warc
from warraq.archive.records import pack
from warraq.archive.writer import WarcWriter
from warraq.model import ArchivedPage, HttpResponse, MediaKind

KEY = bytes(range(32))
AT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
Make = Callable[..., HttpResponse]


def test_a_response_reads_back_byte_for_byte(tmp_path: Path, make_response: Make) -> None:
    body = bytes(range(256)) * 40

    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(make_response(body), url_key=KEY)

    found = read_record(tmp_path, location)
    assert found.page.content == body
    assert found.page.kind is MediaKind.HTML
    assert found.page.url == "https://news.example/1"
    assert found.page.content_type == "text/html; charset=utf-8"
    assert found.page.fetched_at == AT
    assert (found.url_key, found.status, found.location) == (KEY, 200, location)
    assert location.payload_sha256 == hashlib.sha256(body).digest()


def test_warcio_reads_every_record_and_verifies_its_digest(tmp_path: Path, make_response: Make) -> None:
    head = b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n"

    with WarcWriter(tmp_path, "lane") as writer:
        writer.append_response(make_response(b"decoded body", extra_head=head), url_key=KEY)
        writer.append_resource(b"<rss/>", url="https://news.example/rss", url_key=KEY, content_type="text/xml", at=AT)

    with (tmp_path / "lane.warc.gz").open("rb") as file:
        seen = []
        for record in ArchiveIterator(file, check_digests="raise"):
            seen.append((record.rec_type, record.content_stream().read()))
            if record.rec_type == "response":
                http = record.http_headers
                assert http.get_header("X-Crawl-Content-Encoding") == "gzip"
                assert http.get_header("X-Crawl-Transfer-Encoding") == "chunked"
                assert http.get_header("Content-Length") == "12"
                assert record.rec_headers.get_header("WARC-IP-Address") == "192.0.2.7"
                assert record.rec_headers.get_header("WARC-Date") == "2026-11-23T09:30:15.123456Z"
                assert record.rec_headers.get_header("WARC-Warraq-Key") == KEY.hex()
                response_id = record.rec_headers.get_header("WARC-Record-ID")
            if record.rec_type == "request":
                assert record.rec_headers.get_header("WARC-Concurrent-To") == response_id
    assert [kind for kind, _ in seen] == ["warcinfo", "response", "request", "resource"]
    assert seen[1][1] == b"decoded body"
    assert seen[3][1] == b"<rss/>"


def test_a_body_that_came_as_gzip_is_stored_as_it_came_and_every_reader_undoes_it(
    tmp_path: Path, make_response: Make
) -> None:
    coded = gzip.compress(b"<p>story</p>" * 1_000, mtime=0)
    head = b"content-encoding: gzip\r\nContent-Length: %d\r\nX-Cache: HIT\r\n" % len(coded)
    answer = replace(make_response(b"<p>story</p>" * 1_000, extra_head=head), gzip_body=coded)

    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(answer, url_key=KEY)

    found = read_record(tmp_path, location)
    assert (found.page.content, found.location) == (answer.body, location)
    assert location.payload_sha256 == hashlib.sha256(answer.body).digest()
    assert found.payload_digest == "sha256:" + base64.b32encode(hashlib.sha256(coded).digest()).decode()
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        record = next(one for one in ArchiveIterator(file, check_digests="raise") if one.rec_type == "response")
        assert record.http_headers.to_bytes() == answer.response_head
        assert record.content_stream().read() == answer.body
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        file.seek(location.warc_offset)
        fast = next(iter(FastArchiveIterator(file, parse_http=True, auto_decode="all")))
        assert fast.reader.read() == answer.body
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        file.seek(location.warc_offset)
        assert next(iter(FastArchiveIterator(file, parse_http=True))).verify_payload_digest()


def test_what_a_head_says_of_codings_that_were_undone_is_kept_beside_the_truth(
    tmp_path: Path, make_response: Make
) -> None:
    coded = gzip.compress(b"story", mtime=0)
    head = b"Content-Encoding: x-gzip, identity\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n"

    with WarcWriter(tmp_path, "lane") as writer:
        writer.append_response(replace(make_response(b"story", extra_head=head), gzip_body=coded), url_key=KEY)

    with (tmp_path / "lane.warc.gz").open("rb") as file:
        http = next(one.http_headers for one in ArchiveIterator(file) if one.rec_type == "response")
    assert http.headers == [
        ("Content-Type", "text/html; charset=utf-8"),
        ("X-Crawl-Content-Encoding", "x-gzip, identity"),
        ("X-Crawl-Transfer-Encoding", "chunked"),
        ("X-Crawl-Content-Length", "3"),
        ("Content-Length", str(len(coded))),
        ("Content-Encoding", "gzip"),
    ]


def test_fastwarc_reads_every_record_and_verifies_its_digest(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(make_response(b"body"), url_key=KEY)

    records = list(FastArchiveIterator(str(tmp_path / "lane.warc.gz")))
    types = [record.record_type for record in records]
    assert types == [WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.request]
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        file.seek(location.warc_offset)
        record = next(iter(FastArchiveIterator(file, parse_http=True)))
        assert record.verify_payload_digest()
        assert record.reader.read() == b"body"
    assert records[1].headers["WARC-Payload-Digest"] == "sha256:" + base64.b32encode(location.payload_sha256).decode()


@given(
    body=st.binary(max_size=300),
    names=st.lists(st.from_regex(rb"[A-Za-z-]{1,20}", fullmatch=True), max_size=5),
    value=st.from_regex(rb"[^\r\n\0]{0,60}", fullmatch=True),
    form=st.tuples(st.sampled_from([b"\r\n", b"\n"]), st.booleans()),
)
def test_any_head_and_body_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    make_response: Make,
    body: bytes,
    names: list[bytes],
    value: bytes,
    form: tuple[bytes, bool],
) -> None:
    line_end, is_coded = form
    coded = gzip.compress(body) if is_coded else None
    names = [*names, b"Content-Encoding", b"Transfer-Encoding", b"Content-Length"]
    head = line_end.join([b"HTTP/1.1 200 OK", *(name + b": " + value for name in names), b"", b""])
    folder = tmp_path_factory.mktemp("raw")

    with WarcWriter(folder, "lane") as writer:
        location = writer.append_response(
            replace(make_response(body), response_head=head, gzip_body=coded), url_key=KEY
        )

    assert read_record(folder, location).page.content == body


@pytest.mark.parametrize(
    "extra_head",
    [
        pytest.param(b"X-Long: " + b"x" * 65_000 + b"\r\n", id="long"),
        pytest.param(b"Content-Encoding : gzip\r\n", id="space before the colon"),
        pytest.param(b"Content-Encoding:\r\n gzip\r\n", id="folded"),
        pytest.param(b"No colon at all\r\n", id="no colon"),
        pytest.param(b"X-Latin: \xe9\x80\r\n", id="no UTF-8"),
    ],
)
@pytest.mark.parametrize("coded", [None, gzip.compress(b"body")], ids=["plain", "gzip"])
def test_odd_heads_do_not_keep_a_body_from_being_read_back(
    tmp_path: Path, make_response: Make, extra_head: bytes, coded: bytes | None
) -> None:
    answer = replace(make_response(b"body", extra_head=extra_head), gzip_body=coded)
    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(answer, url_key=KEY)

    assert read_record(tmp_path, location).page.content == b"body"


@pytest.mark.parametrize("is_coded", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize(
    "filling",
    [
        pytest.param(b"", id="between noise"),
        pytest.param(b"\x1f\x8b\x08" * 3_000, id="thousands of starts"),
        pytest.param(b"\x1f" * 16_383 + b"\x8b\x08", id="across the end of a stored block"),
    ],
)
def test_no_other_record_begins_within_one(
    tmp_path: Path, make_response: Make, filling: bytes, *, is_coded: bool
) -> None:
    forged = gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    body = os.urandom(400_000) + forged + filling + os.urandom(300_000)
    answer = make_response(body)
    if is_coded:
        answer = replace(answer, gzip_body=gzip.compress(body))

    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(answer, url_key=KEY)

    data = (tmp_path / "lane.warc.gz").read_bytes()
    assert data.count(b"\x1f\x8b\x08") == 3
    assert read_record(tmp_path, location).page.content == body
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        read = [record.content_stream().read() for record in ArchiveIterator(file, check_digests="raise")]
    assert body in read
    with (tmp_path / "lane.warc.gz").open("rb") as file:
        kinds = [record.record_type for record in FastArchiveIterator(file, parse_http=True)]
    assert len(kinds) == 3


@given(
    content=st.binary(max_size=200),
    packed=st.lists(st.one_of(st.binary(max_size=50), st.just(b"\x1f\x8b\x08"), st.just(bytes(20_000)))).map(b"".join),
)
def test_a_member_holds_what_was_packed_and_no_start_of_another(content: bytes, packed: bytes) -> None:
    member = pack(content, packed)

    assert gzip.decompress(member) == content + packed
    assert member.find(b"\x1f\x8b\x08", 1) < 0


def test_two_equal_runs_write_equal_files(tmp_path: Path, make_response: Make) -> None:
    for folder in ("first", "second"):
        with WarcWriter(tmp_path / folder, "lane") as writer:
            writer.append_response(make_response(), url_key=KEY)
            writer.append_response(make_response(), url_key=KEY)

    assert (tmp_path / "first/lane.warc.gz").read_bytes() == (tmp_path / "second/lane.warc.gz").read_bytes()


def test_record_ids_never_repeat_within_a_file(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "lane") as writer:
        writer.append_response(make_response(), url_key=KEY)
        writer.append_response(make_response(), url_key=KEY)

    with (tmp_path / "lane.warc.gz").open("rb") as file:
        ids = [record.rec_headers.get_header("WARC-Record-ID") for record in ArchiveIterator(file)]
    assert len(set(ids)) == 5


def test_a_writer_without_records_leaves_no_file(tmp_path: Path) -> None:
    with WarcWriter(tmp_path, "lane"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_file_has_its_final_name_only_once_it_is_closed(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(make_response(), url_key=KEY)
        writer.sync()

        assert [path.name for path in tmp_path.iterdir()] == ["lane.warc.gz.open"]
        assert location.warc_file == "lane.warc.gz"
        assert read_record(tmp_path, location).page.content == make_response().body

    assert [path.name for path in tmp_path.iterdir()] == ["lane.warc.gz"]


def test_a_taken_name_is_never_written_over(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "lane") as first:
        first.append_response(make_response(b"first"), url_key=KEY)
        with WarcWriter(tmp_path, "lane") as second:
            location = second.append_response(make_response(b"second"), url_key=KEY)
    with WarcWriter(tmp_path, "lane") as third:
        other = third.append_response(make_response(b"third"), url_key=KEY)

    assert location.warc_file == "lane-2.warc.gz"
    assert other.warc_file == "lane-3.warc.gz"
    assert {path.name for path in tmp_path.iterdir()} == {"lane.warc.gz", "lane-2.warc.gz", "lane-3.warc.gz"}


def test_a_name_may_hold_folders(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "2026/11/lane") as writer:
        location = writer.append_response(make_response(b"deep"), url_key=KEY)

    assert location.warc_file == "2026/11/lane.warc.gz"
    assert read_record(tmp_path, location).page.content == b"deep"


def test_hostile_values_cannot_add_lines_to_a_record(tmp_path: Path) -> None:
    with WarcWriter(tmp_path, "lane") as writer:
        writer.append_resource(
            b"x",
            url="https://news.example/\r\nWARC-Type: response\r\n\r\n/خبر",
            url_key=KEY,
            content_type="text/plain; x=\r\nWARC-Type: response",
            at=AT,
        )

    (found,) = read_warc(tmp_path / "lane.warc.gz", folder=tmp_path)
    assert isinstance(found, ArchivedPage)
    assert found.page.url == "https://news.example/%0D%0AWARC-Type:%20response%0D%0A%0D%0A/%D8%AE%D8%A8%D8%B1"
    assert found.status is None


def test_what_a_full_disk_did_not_take_is_written_once_there_is_room(tmp_path: Path, make_response: Make) -> None:
    bodies = [b"synced", os.urandom(10_000), b"after"]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        with WarcWriter(tmp_path, "lane") as writer:
            writer.append_response(make_response(bodies[0]), url_key=KEY)
            writer.sync()
            synced = (tmp_path / "lane.warc.gz.open").read_bytes()
            resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, hard))
            writer.append_response(make_response(bodies[1]), url_key=KEY)
            with pytest.raises(OSError, match=r"File too large: .*lane\.warc\.gz\.open"):
                writer.sync()
            assert (tmp_path / "lane.warc.gz.open").read_bytes() == synced
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            locations = [writer.append_response(make_response(bodies[2]), url_key=KEY)]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert read_bodies(tmp_path / "lane.warc.gz") == bodies
    assert read_record(tmp_path, locations[0]).page.content == b"after"


def test_a_record_that_finds_the_disk_full_is_not_in_the_file(tmp_path: Path, make_response: Make) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        with WarcWriter(tmp_path, "lane") as writer:
            writer.append_response(make_response(b"kept"), url_key=KEY)
            resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, hard))
            with pytest.raises(OSError, match="File too large"):
                writer.append_response(make_response(os.urandom(300_000)), url_key=KEY)
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            writer.append_response(make_response(b"after"), url_key=KEY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert read_bodies(tmp_path / "lane.warc.gz") == [b"kept", b"after"]


def test_what_waited_when_the_block_failed_is_left_to_salvage(tmp_path: Path, make_response: Make) -> None:
    def fail() -> None:
        with WarcWriter(tmp_path, "lane") as writer:
            writer.append_response(make_response(b"kept"), url_key=KEY)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()

    assert [path.name for path in tmp_path.iterdir()] == ["lane.warc.gz.open"]
    assert read_bodies(tmp_path / "lane.warc.gz.open") == [b"kept"]


def test_one_thread_appends_while_another_syncs(tmp_path: Path, make_response: Make) -> None:
    bodies = [os.urandom(20_000) + b"%d" % number for number in range(400)]
    answers = [replace(make_response(body), gzip_body=gzip.compress(body, 1)) for body in bodies]
    with WarcWriter(tmp_path, "lane") as writer, ThreadPoolExecutor(1) as appender:
        kept = [appender.submit(writer.append_response, answer, url_key=KEY) for answer in answers]
        for one in kept:
            one.result()
            writer.sync()

    assert read_bodies(tmp_path / "lane.warc.gz") == bodies
    assert [read_record(tmp_path, one.result()).page.content for one in kept] == bodies


def read_bodies(path: Path) -> list[bytes]:
    found = read_warc(path, folder=path.parent)
    return [item.page.content for item in found if isinstance(item, ArchivedPage)]


def test_the_same_payload_again_is_a_revisit_that_other_readers_understand(tmp_path: Path, make_response: Make) -> None:
    later = AT.replace(day=24)
    packed = {"gzip_body": gzip.compress(b"<p>same</p>", mtime=1)}
    with WarcWriter(tmp_path, "lane") as writer:
        location = writer.append_response(replace(make_response(b"<p>same</p>"), **packed), url_key=KEY)
        writer.sync()
        anew = {"gzip_body": gzip.compress(b"<p>same</p>", mtime=2), "fetched_at": later}
        kept = read_record(tmp_path, location)
        writer.append_revisit(replace(make_response(b"<p>same</p>"), **anew), url_key=KEY, of=kept)

    with (tmp_path / "lane.warc.gz").open("rb") as file:
        records = [
            (record.rec_type, dict(record.rec_headers.headers), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request", "revisit"]
    _, fields, body = records[3]
    assert body == b""
    assert fields["WARC-Refers-To-Date"] == "2026-11-23T09:30:15.123456Z"
    assert fields["WARC-Refers-To-Target-URI"] == fields["WARC-Target-URI"] == "https://news.example/1"
    assert fields["WARC-Payload-Digest"] == records[1][1]["WARC-Payload-Digest"]
    assert fields["WARC-Profile"].endswith("/warc/1.1/revisit/identical-payload-digest")
    assert [page.location for page in read_warc(tmp_path / "lane.warc.gz", folder=tmp_path)] == [location]
