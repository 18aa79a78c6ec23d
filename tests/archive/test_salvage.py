import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warraq.archive.reader import read_record, read_warc
from warraq.archive.salvage import salvage
from warraq.archive.writer import WarcWriter
from warraq.model import ArchiveDamage, ArchivedPage, HttpResponse, RawLocation

KEY = bytes(range(32))
Make = Callable[..., HttpResponse]


@pytest.fixture
def dead_file(tmp_path: Path, make_response: Make) -> tuple[bytes, tuple[RawLocation, ...]]:
    """The bytes of a file of three pages, and where they lie; the folder is left empty."""
    with WarcWriter(tmp_path, "lane") as writer:
        locations = tuple(writer.append_response(make_response(b"page %d" % n), url_key=KEY) for n in range(3))
    path = tmp_path / "lane.warc.gz"
    content = path.read_bytes()
    path.unlink()
    return content, locations


def test_a_dead_writers_records_are_all_rescued_under_the_name_the_database_knows(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    content, locations = dead_file
    (tmp_path / "lane.warc.gz.open").write_bytes(content + b"\x1f\x8b\x08half a member")

    rescued = salvage(tmp_path, list)

    assert rescued == ("lane.warc.gz",)
    assert (tmp_path / "lane.warc.gz").read_bytes() == content
    assert [read_record(tmp_path, location).page.content for location in locations] == [b"page 0", b"page 1", b"page 2"]


def test_a_cut_anywhere_keeps_every_whole_page_and_breaks_none(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    content, locations = dead_file
    for cut in range(0, len(content) + 1, 7):
        (tmp_path / "lane.warc.gz.open").write_bytes(content[:cut])

        rescued = salvage(tmp_path, list)

        found = list(read_warc(tmp_path / "lane.warc.gz", folder=tmp_path)) if rescued else []
        assert all(isinstance(item, ArchivedPage) for item in found)
        ends = [*(location.warc_offset for location in locations), len(content) + 1]
        assert len(found) >= sum(end <= cut for end in ends[1:])
        for path in tmp_path.iterdir():
            assert path.name == "lane.warc.gz"
            path.unlink()


def test_a_living_writers_file_is_left_alone(tmp_path: Path, make_response: Make) -> None:
    with WarcWriter(tmp_path, "lane") as writer:
        writer.append_response(make_response(), url_key=KEY)

        assert salvage(tmp_path, list) == ()

        writer.append_response(make_response(), url_key=KEY)
    assert len(list(read_warc(tmp_path / "lane.warc.gz", folder=tmp_path))) == 2


def test_pages_are_handed_over_again_until_they_were_adopted(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    content, locations = dead_file
    (tmp_path / "lane.warc.gz.open").write_bytes(content)
    adopted: list[ArchivedPage | ArchiveDamage] = []

    def refuse(_pages: Iterator[ArchivedPage | ArchiveDamage]) -> None:
        message = "the database went away"
        raise ConnectionError(message)

    with pytest.raises(ConnectionError):
        salvage(tmp_path, refuse)
    rescued = salvage(tmp_path, lambda pages: adopted.extend(pages) or True)

    assert rescued == ("lane.warc.gz",)
    assert [page.location for page in adopted if isinstance(page, ArchivedPage)] == list(locations)
    assert salvage(tmp_path, refuse) == ()


def test_a_file_that_nobody_wants_is_removed_under_both_names(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    (tmp_path / "lane.warc.gz.open").write_bytes(dead_file[0])

    rescued = salvage(tmp_path, lambda pages: len(list(pages)) > 3)

    assert (rescued, list(tmp_path.iterdir())) == ((), [])


def test_a_writer_that_failed_leaves_its_file_to_salvage(tmp_path: Path, make_response: Make) -> None:
    def write_and_fail() -> None:
        with WarcWriter(tmp_path, "lane") as writer:
            writer.append_response(make_response(), url_key=KEY)
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()

    assert [path.name for path in tmp_path.iterdir()] == ["lane.warc.gz.open"]
    assert salvage(tmp_path, list) == ("lane.warc.gz",)


def test_a_dead_file_without_a_page_is_removed(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    content, locations = dead_file
    (tmp_path / "empty.warc.gz.open").touch()
    (tmp_path / "described.warc.gz.open").write_bytes(content[: locations[0].warc_offset])
    (tmp_path / "rubbish.warc.gz.open").write_bytes(b"rubbish")

    assert salvage(tmp_path, list) == ()
    assert list(tmp_path.iterdir()) == []


def test_salvage_never_writes_over_a_file(tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]) -> None:
    (tmp_path / "lane.warc.gz").write_bytes(b"another file")
    (tmp_path / "lane.warc.gz.open").write_bytes(dead_file[0])

    assert salvage(tmp_path, list) == ("lane-2.warc.gz",)
    assert (tmp_path / "lane.warc.gz").read_bytes() == b"another file"


def test_a_salvage_killed_between_its_two_names_is_finished_by_the_next(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    left = tmp_path / "lane.warc.gz.open"
    left.write_bytes(dead_file[0])
    (tmp_path / "lane.warc.gz").hardlink_to(left)

    assert salvage(tmp_path, list) == ("lane.warc.gz",)
    assert [path.name for path in tmp_path.iterdir()] == ["lane.warc.gz"]


def test_a_writer_killed_by_sigkill_loses_no_synced_page(tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys, datetime, pathlib
        from warraq.archive.writer import WarcWriter
        writer = WarcWriter(pathlib.Path(sys.argv[1]), "lane")
        at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
        for number in range(1_000_000):
            writer.append_resource(b"%d" % number, url="urn:x:x", url_key=b"k" * 32, content_type="text/plain", at=at)
            writer.sync()
            print(number, flush=True)
    """)
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [int(next(child.stdout)) for _ in range(25)]
        os.kill(child.pid, signal.SIGKILL)
        told += [int(line) for line in child.stdout]

    assert salvage(tmp_path, list) == ("lane.warc.gz",)
    found = [
        int(item.page.content)
        for item in read_warc(tmp_path / "lane.warc.gz", folder=tmp_path)
        if isinstance(item, ArchivedPage)
    ]
    assert found[: len(told)] == told


def test_a_file_that_cannot_be_opened_keeps_no_other_from_being_rescued(
    tmp_path: Path, dead_file: tuple[bytes, tuple[RawLocation, ...]]
) -> None:
    (tmp_path / "another.warc.gz.open").mkdir()
    (tmp_path / "lane.warc.gz.open").write_bytes(dead_file[0])

    assert salvage(tmp_path, list) == ("lane.warc.gz",)
