"""What a record's block holds: the HTTP message in it, decoded within bounds."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from fastwarc.warc import WarcRecord, WarcRecordType

from warraq.archive.framing import MAX_HEAD_BYTES
from warraq.codings import CodingError, decode_body

STEP_BYTES = 16_384  # The step in which a coding breaks is lost.


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The body of an HTTP response in a record."""

    body: bytes
    status: int | None
    content_type: str | None
    content_encoding: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def read_http(block: bytes, max_bytes: int) -> Payload:
    """Return the response that ``block`` holds, without its codings; a body of over ``max_bytes`` comes too long.

    Many archives keep a decoded body under the head of the coded one: what cannot be decoded is taken as it is. Of a
    compressed body that breaks off, what came before is returned, as the crawler kept it.
    """
    stored = _read(block, "transfer", max(len(block), max_bytes))
    if stored.body:
        with suppress(CodingError):
            return replace(stored, body=decode_body(stored.body, stored.content_encoding, max_bytes).body)
    started = _read(block, "all", max_bytes)
    return started if started.body else _read(block, "none", max_bytes)


def _read(block: bytes, auto_decode: Literal["all", "none", "transfer"], max_bytes: int) -> Payload:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.set_bytes_content(block)
    record.is_http = True
    try:
        record.parse_http(auto_decode, MAX_HEAD_BYTES, quirks_mode=True, strict_mode=False)
    except (OSError, ValueError):
        return Payload(body=b"", status=None, content_type=None)
    headers = {name.lower(): value for name, value in record.http_headers.to_tuples()}
    return Payload(
        body=_read_body(record, max_bytes + 1),
        status=record.http_headers.status_code,
        content_type=headers.get("content-type") or None,
        content_encoding=headers.get("content-encoding"),
        etag=headers.get("etag") or None,
        last_modified=headers.get("last-modified") or None,
    )


def _read_body(record: WarcRecord, max_bytes: int) -> bytes:
    body = bytearray()
    try:
        while len(body) < max_bytes and (piece := record.reader.read(min(STEP_BYTES, max_bytes - len(body)))):
            body += piece
    except OSError:
        pass  # A broken coding; what was decoded before it stands.
    return bytes(body)
