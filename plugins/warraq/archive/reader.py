"""Pages read back from WARC and WET files, ours and others', whole or damaged."""

import base64
import hashlib
import mmap
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from warraq.archive.framing import MAX_HEAD_BYTES, RawRecord, RecordReader
from warraq.archive.members import GZIP_MAGIC, WARC_START, DamageError, Member, Plain, Stream, find_member, find_plain
from warraq.archive.payloads import Payload, read_http
from warraq.archive.records import KEY_FIELD
from warraq.clean import is_asset
from warraq.errors import RejectedError
from warraq.model import ArchiveDamage, ArchivedPage, MediaKind, Page, RawLocation, Reason

MAX_PAGE_BYTES = 10_000_000
KEY_BYTES = 32
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
RESOURCE_KINDS = {"text/html": MediaKind.HTML, "text/plain": MediaKind.TEXT}
DIGESTS = frozenset({"md5", "sha1", "sha256", "sha512"})
DATE_FORMS = ("%Y", "%Y-%m")  # WARC/1.1 lets a date be as coarse as it is known; the finer forms are ISO 8601's.
# Under these addresses crawlers keep their log, and the text they took of a page that stands there as a response too
# (Wget 1.21, Browsertrix 1.x, 2026-11-28).
NOTES = ("metadata:", "urn:text:", "urn:textfinal:")


def read_warc(
    path: Path, *, folder: Path | None, max_bytes: int = MAX_PAGE_BYTES
) -> Iterator[ArchivedPage | ArchiveDamage]:
    """Yield the pages of a WARC or WET file, compressed or not, and each place where it is damaged.

    A record is yielded once its checksum was verified; after a damaged place reading goes on at the next sound record.
    Responses are HTML pages, conversions text, resources what ``RESOURCE_KINDS`` says but for crawlers' ``NOTES``; all
    other records are passed over. ``folder`` is what the locations' names are relative to, None for the path as given.
    A page over ``max_bytes`` counts as damage; of a picture or the like the beginning is given. Raises ``OSError``
    where the file cannot be opened.
    """
    name = str(path if folder is None else path.relative_to(folder))
    with path.open("rb") as file:
        if not path.stat().st_size:
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield from _read_pages(data, name, max_bytes)


def read_record(folder: Path, location: RawLocation, *, max_bytes: int = MAX_PAGE_BYTES) -> ArchivedPage:
    """Return the page at ``location``, also from a file that is still being written.

    Raises ``RejectedError`` where the record is damaged or is not the one whose digest ``location`` has, and
    ``OSError`` where there is no such file.
    """
    path = folder / location.warc_file
    path = path if path.exists() else path.with_name(f"{path.name}.open")
    detail = f"{location.warc_file} holds no page of this digest at byte {location.warc_offset}"
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            reader = RecordReader(choose_stream(data)(data, location.warc_offset), max_bytes + MAX_HEAD_BYTES)
            for record in reader.read():
                page = make_page(record, location.warc_file, max_bytes)
                if page is not None and page.location == location:
                    return page
    except (DamageError, ValueError) as error:  # A file of no bytes at all cannot be mapped: ValueError.
        detail = f"{location.warc_file}, byte {location.warc_offset}: {error}"
    raise RejectedError(Reason.UNREADABLE, detail)


def choose_stream(data: mmap.mmap) -> Callable[[mmap.mmap, int], Stream]:
    """Return how the file is read, by its first bytes, for names lie; where these are damaged, by what comes behind."""
    if data[: len(GZIP_MAGIC)] == GZIP_MAGIC:
        return Member
    is_plain = data[: len(WARC_START)] == WARC_START or find_member(data, 0) is None
    return Plain if is_plain else Member


def _read_pages(data: mmap.mmap, name: str, max_bytes: int) -> Iterator[ArchivedPage | ArchiveDamage]:
    open_stream = choose_stream(data)
    find_next = find_member if open_stream is Member else find_plain
    start: int | None = 0
    while start is not None and start < len(data):
        stream = open_stream(data, start)
        reader = RecordReader(stream, max_bytes + MAX_HEAD_BYTES)
        try:
            for record in reader.read():
                found = _make_page_or_damage(record, name, max_bytes)
                if found is not None:
                    yield found
            start = stream.position
        except DamageError as error:
            yield ArchiveDamage(warc_file=name, warc_offset=reader.offset, detail=str(error))
            start = find_next(data, reader.offset + 1)


def _make_page_or_damage(record: RawRecord, name: str, max_bytes: int) -> ArchivedPage | ArchiveDamage | None:
    try:
        return make_page(record, name, max_bytes)
    except DamageError as error:
        return ArchiveDamage(warc_file=name, warc_offset=record.offset, detail=str(error))


def make_page(record: RawRecord, name: str, max_bytes: int) -> ArchivedPage | None:
    """Return the page of ``record``, None where it holds none. Raises ``DamageError``."""
    kind = choose_kind(record.fields)
    uri = record.fields.get("warc-target-uri", "").strip("<>")  # Wget puts it in angle brackets.
    if kind is None or uri.lower().startswith(NOTES):
        return None
    if CONTROL.search(uri):
        message = f"an address with control characters: {uri[:80]!r}"
        raise DamageError(message)
    payload = Payload(body=record.block, status=None, content_type=record.fields.get("content-type"))
    if record.fields["warc-type"].lower() == "response":
        payload = read_http(record.block, max_bytes)
    page = Page(
        content=payload.body[:max_bytes],
        kind=kind,
        url=uri or None,
        content_type=payload.content_type or None,
        fetched_at=read_date(record.fields.get("warc-date", "")),
    )
    if not is_asset(page):
        check_length(record, payload, max_bytes)
    check_block(record)
    sha256 = hashlib.sha256(page.content).digest()
    location = RawLocation(warc_file=name, warc_offset=record.offset, payload_sha256=sha256)
    return ArchivedPage(
        page=page,
        location=location,
        url_key=read_key(record.fields),
        status=payload.status,
        etag=payload.etag,
        last_modified=payload.last_modified,
        payload_digest=record.fields.get("warc-payload-digest"),
    )


def choose_kind(fields: dict[str, str]) -> MediaKind | None:
    """Return what the record's page is, or None where it holds none (Heritrix keeps DNS answers as responses)."""
    media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
    match fields.get("warc-type", "").lower():
        case "response":
            return MediaKind.HTML if media_type in {"", "application/http"} else None
        case "conversion":
            return MediaKind.TEXT
        case "resource":
            return RESOURCE_KINDS.get(media_type)
    return None


def check_length(record: RawRecord, payload: Payload, max_bytes: int) -> None:
    """Raise ``DamageError`` where the page is too long to be kept."""
    if record.length > len(record.block):
        message = f"a record of {record.length} bytes, where a page has {max_bytes} at most"
        raise DamageError(message)
    if len(payload.body) > max_bytes:
        message = f"a page of over {max_bytes} bytes"
        raise DamageError(message)


def check_block(record: RawRecord) -> None:
    """Raise ``DamageError`` where the block is here and is not the one its digest was made of."""
    if record.length > len(record.block):
        return
    algorithm, _, declared = record.fields.get("warc-block-digest", "").partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in DIGESTS:
        return
    made = hashlib.new(algorithm, record.block, usedforsecurity=False).digest()
    base32 = base64.b32encode(made).decode()
    if declared.lower() != made.hex() and declared.upper().rstrip("=") != base32.rstrip("="):
        message = "a record's block is not the one its digest was made of"
        raise DamageError(message)


def read_date(text: str) -> datetime:
    """Return a WARC-Date, of any precision. Raises ``DamageError`` where it is none."""
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass  # A year, or a year and a month, is no ISO date to Python.
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    message = f"a record dated {text[:40]!r}"
    raise DamageError(message)


def read_key(fields: dict[str, str]) -> bytes | None:
    """Return the key of the frontier's entry, None where the record is not ours."""
    try:
        key = bytes.fromhex(fields.get(KEY_FIELD.lower(), ""))
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
