"""The writer of raw pages: under a temporary name and a lock while it lives, under its final name when it is whole."""

import fcntl
import io
import os
import threading
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from warraq.archive import records
from warraq.model import ArchivedPage, HttpResponse, RawLocation

SUFFIX = ".warc.gz"
OPEN_SUFFIX = ".warc.gz.open"
MAX_NAME_TRIES = 1_000
WRITE_BYTES = 262_144  # Written at once: each write of its own costs a page a tenth of its time (2026-11-27).


class WarcWriter:
    """Writes ``<name>.warc.gz`` in ``folder``, one gzip member a record. One thread appends; another may ``sync``.

    While it is written the file is called ``<name>.warc.gz.open`` and locked; without a record there is none. Where
    the name is taken, "-2" or more is added to it: trust the name in the locations.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Remember where to write; the first record opens the file. ``name`` may hold folders of its own."""
        self._folder = folder
        self._name = name
        self._file: io.FileIO | None = None
        self._lock = threading.Lock()  # Of what waits and how far the file is written.
        self._waiting: list[bytes] = []  # Records that are not in the file yet.
        self._written = 0
        self._offset = 0  # Of the next record, what waits counted.
        self._warcinfo_id = ""

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; after an error leave it to ``salvage``, since not all of it may have been told."""
        if error is None:
            self.close()
        elif self._file is not None:
            with suppress(OSError), self._lock:
                self._write()
            self._file.close()
            self._file = None

    @property
    def warc_file(self) -> str:
        """Return the final name, relative to the folder."""
        return f"{self._name}{SUFFIX}"

    def append_response(self, response: HttpResponse, *, url_key: bytes) -> RawLocation:
        """Write ``response``, and the request that brought it, and return where the response lies.

        Nothing may be told to the database before ``sync``.
        """
        at = response.fetched_at
        self._open(at)
        sha256, uri = response.body_sha256, records.format_uri(response.final_url)
        record_id = self._make_id("response", uri, at, sha256.hex())
        shared = [("WARC-Target-URI", uri), ("WARC-Date", records.format_date(at))]
        address = [("WARC-IP-Address", response.ip_address)] if response.ip_address else []
        page = records.make_record(
            "response",
            [
                ("WARC-Record-ID", record_id),
                *shared,
                *address,
                ("WARC-Warcinfo-ID", self._warcinfo_id),
                ("WARC-Payload-Digest", records.digest_payload(response)),
                (records.KEY_FIELD, url_key.hex()),
                ("Content-Type", "application/http; msgtype=response"),
            ],
            *records.make_response_block(response),
        )
        request_fields = [
            ("WARC-Record-ID", records.make_record_id(self.warc_file, "request", record_id)),
            *shared,
            *address,
            ("WARC-Warcinfo-ID", self._warcinfo_id),
            ("WARC-Concurrent-To", record_id),
            ("Content-Type", "application/http; msgtype=request"),
        ]
        return self._append(page + records.make_record("request", request_fields, response.request_head), sha256)

    def append_revisit(self, response: HttpResponse, *, url_key: bytes, of: ArchivedPage) -> None:
        """Write that ``response`` is the page that was kept before: its head, and no body.

        The digest is that of the record it refers to, even where a server packed the same page anew.
        """
        at = response.fetched_at
        self._open(at)
        sha256, uri = response.body_sha256, records.format_uri(response.final_url)
        fields = [
            ("WARC-Record-ID", self._make_id("revisit", uri, at, sha256.hex())),
            ("WARC-Target-URI", uri),
            ("WARC-Date", records.format_date(at)),
            ("WARC-Warcinfo-ID", self._warcinfo_id),
            ("WARC-Profile", records.SAME_PAYLOAD),
            ("WARC-Refers-To-Target-URI", uri),
            ("WARC-Refers-To-Date", records.format_date(of.page.fetched_at)),
            ("WARC-Payload-Digest", of.payload_digest or records.format_digest(sha256)),
            (records.KEY_FIELD, url_key.hex()),
            ("Content-Type", "application/http; msgtype=response"),
        ]
        self._append(records.make_record("revisit", fields, records.make_head_block(response)), sha256)

    def append_resource(
        self, content: bytes, *, url: str, url_key: bytes, content_type: str, at: datetime
    ) -> RawLocation:
        """Write ``content`` (a feed, or a file that came from no server) and return where it lies.

        ``read_warc`` gives back resources of type text/plain and text/html as pages, and no others.
        """
        self._open(at)
        sha256, uri = records.digest(content), records.format_uri(url)
        fields = [
            ("WARC-Record-ID", self._make_id("resource", uri, at, sha256.hex())),
            ("WARC-Target-URI", uri),
            ("WARC-Date", records.format_date(at)),
            ("WARC-Warcinfo-ID", self._warcinfo_id),
            ("WARC-Payload-Digest", records.format_digest(sha256)),
            (records.KEY_FIELD, url_key.hex()),
            ("Content-Type", content_type),
        ]
        return self._append(records.make_record("resource", fields, content), sha256)

    def sync(self) -> None:
        """Return once every record so far is on disk. Raises ``OSError``: then they wait, for the next call to try."""
        if self._file is not None:
            with self._lock:
                self._write()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Give the file its final name, whole and on disk. Closing twice changes nothing."""
        if self._file is None:
            return
        self.sync()
        final = self._folder / self.warc_file
        final.with_name(final.name + ".open").rename(final)
        sync_folder(final.parent)
        self._file.close()
        self._file = None

    def _open(self, at: datetime) -> None:
        if self._file is not None:
            return
        self._name, self._file = claim_name(self._folder, self._name)
        self._waiting, self._written, self._offset = [], 0, 0
        self._warcinfo_id = self._make_id("warcinfo", at)
        fields = [
            ("WARC-Record-ID", self._warcinfo_id),
            ("WARC-Date", records.format_date(at)),
            ("WARC-Filename", Path(self.warc_file).name),
            ("Content-Type", "application/warc-fields"),
        ]
        block = records.make_warcinfo_block(f"warraq/{version('warraq')}")
        self._append(records.make_record("warcinfo", fields, block), b"")

    def _make_id(self, *parts: object) -> str:
        return records.make_record_id(self.warc_file, self._offset, *parts)

    def _append(self, made: bytes, sha256: bytes) -> RawLocation:
        """Have a record wait to be written with others. Where they cannot be it is forgotten: raises ``OSError``."""
        with self._lock:
            location = RawLocation(warc_file=self.warc_file, warc_offset=self._offset, payload_sha256=sha256)
            self._waiting.append(made)
            self._offset += len(made)
            if self._offset - self._written >= WRITE_BYTES:
                try:
                    self._write()
                except OSError:
                    self._offset -= len(self._waiting.pop())
                    raise
        return location

    def _write(self) -> None:
        """Write all that waits, or leave the file as it was (a full disk) and raise ``OSError``. Under the lock."""
        file = self._file
        if file is None:
            message = "the writer is closed"
            raise ValueError(message)
        left = memoryview(b"".join(self._waiting))
        file.seek(self._written)  # Where a signal broke off the last write, its bytes are written again.
        try:
            while left:
                left = left[file.write(left) :]
        except OSError as error:
            file.truncate(self._written)
            file.seek(self._written)
            error.filename = str(self._folder / f"{self._name}{OPEN_SUFFIX}")  # Whose disk is full?
            raise
        self._waiting, self._written = [], self._offset


def claim_name(folder: Path, name: str) -> tuple[str, io.FileIO]:
    """Open and lock a new file for ``name``, or for the first free "name-2" and on, and return both."""
    for number in range(1, MAX_NAME_TRIES):
        free_name = name if number == 1 else f"{name}-{number}"
        path = folder / f"{free_name}{OPEN_SUFFIX}"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = io.FileIO(path, "x")
        except FileExistsError:
            continue
        # Between our creating it and locking it, salvage may have taken the empty file for a dead one's and removed it.
        fcntl.flock(file, fcntl.LOCK_EX)
        if is_same_file(file, path) and not path.with_suffix("").exists():
            sync_folder(path.parent)
            return free_name, file
        if is_same_file(file, path):
            path.unlink()
        file.close()
    message = f"{folder / name}: {MAX_NAME_TRIES} files of this name exist"
    raise FileExistsError(message)


def is_same_file(file: io.FileIO, path: Path) -> bool:
    """Return whether ``path`` still names the open ``file``."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def sync_folder(folder: Path) -> None:
    """Return once the names in ``folder`` are on disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
