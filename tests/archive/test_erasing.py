"""A page is taken out of a WARC, and nothing else of the file moves or is lost."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastArchiveIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from warraq.archive.erasing import erase, make_tombstone, measure_page
from warraq.archive.reader import read_record, read_warc
from warraq.archive.writer import WarcWriter
from warraq.errors import RejectedError
from warraq.model import ArchivedPage, HttpResponse, RawLocation

KEY = bytes(range(32))
AT = datetime(2026, 11, 27, 8, tzinfo=UTC)
Make = Callable[..., HttpResponse]


def write_three(folder: Path, make_response: Make, body: bytes) -> tuple[Path, list[RawLocation]]:
    with WarcWriter(folder, "lane") as writer:
        locations = [
            writer.append_response(make_response(b"<p>first</p>", "https://news.example/1"), url_key=KEY),
            writer.append_response(make_response(body, "https://news.example/secret-name"), url_key=KEY),
            writer.append_resource(
                b"<p>third</p>", url="https://news.example/3", url_key=KEY, content_type="text/html", at=AT
            ),
        ]
    return folder / "lane.warc.gz", locations


@pytest.mark.parametrize("size", [0, 30, 65_500, 300_000])
def test_an_erased_page_is_gone_with_its_request_and_the_others_stand_where_they_stood(
    tmp_path: Path, make_response: Make, size: int
) -> None:
    body = b"<p>secret</p>" + bytes(place * 7919 % 251 for place in range(size))
    path, locations = write_three(tmp_path, make_response, body)
    before = path.stat().st_size

    erase(path, locations[1].warc_offset, measure_page(path, locations[1].warc_offset), at=AT)

    assert path.stat().st_size == before
    assert [read_record(tmp_path, place).page.content for place in (locations[0], locations[2])] == [
        b"<p>first</p>",
        b"<p>third</p>",
    ]
    with pytest.raises(RejectedError, match="holds no page"):
        read_record(tmp_path, locations[1])
    pages = list(read_warc(path, folder=tmp_path))
    assert [page.page.url for page in pages if isinstance(page, ArchivedPage)] == [
        "https://news.example/1",
        "https://news.example/3",
    ]
    assert len(pages) == 2


def test_other_readers_find_whole_records_and_no_trace(tmp_path: Path, make_response: Make) -> None:
    path, locations = write_three(tmp_path, make_response, b"<p>secret</p>" * 9_000)
    erase(path, locations[1].warc_offset, measure_page(path, locations[1].warc_offset), at=AT)

    with path.open("rb") as file:
        read = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read().strip())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert [kind for kind, _, _ in read] == ["warcinfo", "response", "request", "metadata", "resource"]
    assert read[3] == ("metadata", None, b"This page was removed on request.")
    assert not [content for _, url, content in read if b"secret" in content or "secret" in (url or "")]
    with path.open("rb") as file:
        assert [record.record_type for record in FastArchiveIterator(file)] == [
            WarcRecordType.warcinfo,
            WarcRecordType.response,
            WarcRecordType.request,
            WarcRecordType.metadata,
            WarcRecordType.resource,
        ]


def test_a_resource_is_erased_alone(tmp_path: Path, make_response: Make) -> None:
    path, locations = write_three(tmp_path, make_response, b"<p>second</p>")

    erase(path, locations[2].warc_offset, measure_page(path, locations[2].warc_offset), at=AT)

    assert [page.page.content for page in read_warc(path, folder=tmp_path) if isinstance(page, ArchivedPage)] == [
        b"<p>first</p>",
        b"<p>second</p>",
    ]


def test_erased_by_half_and_again_it_is_whole(tmp_path: Path, make_response: Make) -> None:
    path, locations = write_three(tmp_path, make_response, b"<p>secret</p>" * 9_000)
    offset = locations[1].warc_offset
    length = measure_page(path, offset)
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(make_tombstone(path.name, offset, length, AT)[: length // 2])

    erase(path, offset, length, at=AT)

    assert len([page for page in read_warc(path, folder=tmp_path) if isinstance(page, ArchivedPage)]) == 2


@pytest.mark.parametrize("left", [9, 200, 700])
def test_what_is_left_of_a_page_in_a_file_that_was_cut_short_is_erased(
    tmp_path: Path, make_response: Make, left: int
) -> None:
    path, locations = write_three(tmp_path, make_response, bytes(place * 7919 % 251 for place in range(9_000)))
    offset = locations[1].warc_offset
    os.truncate(path, offset + left)
    before = path.read_bytes()

    erase(path, offset, measure_page(path, offset), at=AT)

    after = path.read_bytes()
    assert (len(after), after[:offset]) == (len(before), before[:offset])
    assert after[offset:] != before[offset:]
    assert read_record(tmp_path, locations[0]).page.content == b"<p>first</p>"


def test_of_a_page_that_was_cut_off_nothing_is_left_to_erase(tmp_path: Path, make_response: Make) -> None:
    path, locations = write_three(tmp_path, make_response, b"<p>secret</p>")
    for size in (locations[1].warc_offset, 0):
        os.truncate(path, size)

        with pytest.raises(FileNotFoundError):
            measure_page(path, locations[1].warc_offset)


def test_where_no_record_lies_nothing_is_measured(tmp_path: Path, make_response: Make) -> None:
    path, locations = write_three(tmp_path, make_response, b"<p>second</p>")
    with pytest.raises(ValueError, match=r"lane\.warc\.gz, byte"):
        measure_page(path, locations[1].warc_offset + 1)


@given(st.integers(min_value=300, max_value=400_000))
def test_a_tombstone_has_any_length(length: int) -> None:
    assert len(make_tombstone("lane.warc.gz", 17, length, AT)) == length


def test_too_few_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="200 bytes are too few for a record"):
        make_tombstone("lane.warc.gz", 17, 200, AT)
