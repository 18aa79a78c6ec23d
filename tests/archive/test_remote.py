"""Whole WARCs go to the address of the raw store and come back; nothing is lost between."""

import os
import time
from pathlib import Path

import pytest

from warraq.archive.remote import Remote, mark_of
from warraq.errors import TransientError, UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "raw"
    (made / "2026").mkdir(parents=True)
    (made / "2026" / "a.warc.gz").write_bytes(b"aaa")
    (made / "b.warc.gz").write_bytes(b"bb")
    (made / "c.warc.gz.open").write_bytes(b"c")
    return made


def list_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_whole_files_go_up_once(folder: Path, tmp_path: Path) -> None:
    remote = Remote(f"file://{tmp_path}/far", folder)

    assert remote.send() == ("2026/a.warc.gz", "b.warc.gz")
    assert remote.send() == ()
    assert list_files(tmp_path / "far") == {"2026/a.warc.gz": b"aaa", "b.warc.gz": b"bb"}


def test_a_file_that_is_not_here_is_brought(folder: Path, tmp_path: Path) -> None:
    remote = Remote(f"file://{tmp_path}/far", folder)
    remote.send()
    (folder / "2026" / "a.warc.gz").unlink()

    assert remote.bring("2026/a.warc.gz").read_bytes() == b"aaa"
    assert remote.send() == ()
    with pytest.raises(FileNotFoundError):
        remote.bring("z.warc.gz")
    assert not list(folder.rglob("*.part"))


def test_only_copies_that_went_up_long_ago_are_removed(folder: Path, tmp_path: Path) -> None:
    remote = Remote(f"file://{tmp_path}/far", folder)
    remote.send()
    (folder / "new.warc.gz").write_bytes(b"n")
    old = time.time() - 3 * 86_400
    for path in (folder / "b.warc.gz", mark_of(folder / "b.warc.gz"), folder / "new.warc.gz"):
        if path.exists():
            os.utime(path, (old, old))

    assert remote.trim() == 1
    assert set(list_files(folder)) == {"2026/a.warc.gz", "2026/a.warc.gz.sent", "c.warc.gz.open", "new.warc.gz"}


def test_what_cannot_go_up_stays_and_goes_later(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "far").write_text("a file where a folder should be", encoding="utf-8")
    remote = Remote(f"file://{tmp_path}/far", folder)

    with pytest.raises(TransientError, match="WARRAQ_RAW: file://"):
        remote.send()
    (tmp_path / "far").unlink()

    assert remote.send() == ("2026/a.warc.gz", "b.warc.gz")


@pytest.mark.parametrize(
    ("address", "blame"),
    [
        ("nile://bucket/raw", "cannot be opened"),
        ("s3://bucket/raw", "cannot be opened"),
        ("memory://raw", "cannot keep files"),
        ("https://nile.example/raw", "cannot"),
        ("file://{folder}/", "lies where WARCs are written"),
        ("file://{folder}/far", "lies where WARCs are written"),
    ],
)
def test_an_address_that_cannot_keep_warcs_is_refused(folder: Path, address: str, blame: str) -> None:
    with pytest.raises(UsageError, match=blame):
        Remote(address.format(folder=folder), folder)
