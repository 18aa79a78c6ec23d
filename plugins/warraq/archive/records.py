"""The bytes of WARC records (ISO 28500:2017, WARC/1.1), each its own gzip member.

The body of a response that came as gzip is stored as it came: smaller by a tenth than we would make it, and at a third
of the cost (2026-11-27). Any other is stored decoded, as Common Crawl does, for not every reader undoes br and zstd.
What the head says of the body's length and codings that is not true of what is stored is kept under names that begin
with ``X-Crawl-``, and the truth stands beside it. ``WARC-Payload-Digest`` is of the body as stored, as readers check;
the digest in the database is of the body decoded.
"""

import base64
import hashlib
import re
import struct
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice, pairwise
from urllib.parse import quote

from isal import isal_zlib

from warraq.archive.members import GZIP_MAGIC
from warraq.model import HttpResponse

VERSION = b"WARC/1.1\r\n"
KEY_FIELD = "WARC-Warraq-Key"
LINE_END = re.compile(rb"\r?\n")  # Some servers end lines by LF alone; readers of WARCs want both.
MOVED_HEADERS = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})
MOVED_PREFIX = b"X-Crawl-"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"  # A name: nobody fetches it.
RAW_WINDOW = -15
GZIP_HEAD = GZIP_MAGIC + bytes(6) + b"\xff"  # No name, no time, no system.
GZIP_TAIL = struct.Struct("<LL")  # The checksum and the length of what is packed.
STORED_HEAD = struct.Struct("<?HH")
STORED_BYTES = 16_384
RECORD_END = b"\r\n\r\n"
STREAM_START = re.compile(re.escape(GZIP_MAGIC))
MAX_PARTED = 10_000  # Starts of streams within one page.
HEAD_BYTES = 2_048
HEAD_LEVEL = 0  # Heads alone come out 140 bytes larger, and a page is written in two thirds of the time (2026-11-27).
GZIP_LEVEL = 2  # News pages come out 10% larger than zlib makes them at 4, in a sixth of the time (2026-11-27).
NAMESPACE = uuid.UUID("5b0f2b0e-9d55-5f0e-8f4e-6a1c7d0c9b11")  # Drawn once, for the ids of our records.
URI_SAFE = "".join(map(chr, range(0x21, 0x7F)))

Fields = Iterable[tuple[str, str]]


def make_record(kind: str, fields: Fields, block: bytes, packed: bytes = b"") -> bytes:
    """Return one record of type ``kind``, compressed. The same arguments give the same bytes.

    ``packed`` ends the block: bytes that no packing makes smaller.
    """
    head = (("WARC-Type", kind), *fields, ("Content-Length", str(len(block) + len(packed))))
    if not "".join([value for _, value in head]).isprintable():  # Servers and feeds chose some of them.
        head = tuple((name, clean_value(value)) for name, value in head)
    lines = "".join([f"{name}: {value.strip()}\r\n" for name, value in head]).encode()
    content = b"".join((VERSION, lines, b"\r\n", block))
    return pack(content, packed + RECORD_END) if packed else pack(content + RECORD_END)


def pack(content: bytes, packed: bytes = b"") -> bytes:
    """Return ``content``, then ``packed``, which is stored as it is, as one gzip member in which no other begins.

    A stream within a page that stood in it as it is would be taken for a record where the file is damaged; of a body
    made of nothing else the first ten thousand are cut. The head of
    a stored block of so few bytes is never part of a stream's start (RFC 1951, 3.2.4; RFC 1952, 2.3.1).
    """
    level = HEAD_LEVEL if len(content) < HEAD_BYTES else GZIP_LEVEL
    stream = isal_zlib.compressobj(level, isal_zlib.DEFLATED, RAW_WINDOW)
    head = stream.compress(content) + stream.flush(isal_zlib.Z_SYNC_FLUSH if packed else isal_zlib.Z_FINISH)
    if STREAM_START.search(head):  # One member in a thousand, by chance: that one is not made smaller.
        return pack(b"", content + packed)
    pieces = [GZIP_HEAD, head]
    for start, end in pairwise(find_cuts(packed)):
        for at in range(start, end, STORED_BYTES):
            length = min(STORED_BYTES, end - at)
            pieces += STORED_HEAD.pack(at + length == len(packed), length, length ^ 0xFFFF), packed[at : at + length]
    checksum = isal_zlib.crc32(packed, isal_zlib.crc32(content))
    return b"".join((*pieces, GZIP_TAIL.pack(checksum, (len(content) + len(packed)) & 0xFFFFFFFF)))


def find_cuts(content: bytes) -> list[int]:
    """Return where to cut ``content`` so that no gzip stream begins in any part, its ends included."""
    starts = islice(STREAM_START.finditer(content), MAX_PARTED)
    return [0, *(match.start() + 1 for match in starts), len(content)]


def clean_value(value: str) -> str:
    """Return ``value`` fit for one line of a head."""
    return "".join(character if character.isprintable() else " " for character in value)


def make_record_id(*parts: object) -> str:
    """Return a record id that follows from ``parts``, so that two equal runs write equal files: a UUID of version 5."""
    name = "\n".join(map(str, parts)).encode()
    made = hashlib.sha1(NAMESPACE.bytes + name, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) % 4]
    return f"<urn:uuid:{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}>"


def format_date(at: datetime) -> str:
    """Return ``at`` as a WARC-Date with microseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def format_digest(payload_sha256: bytes) -> str:
    """Return a digest in the form warcio and FastWARC verify."""
    return f"sha256:{base64.b32encode(payload_sha256).decode()}"


def format_uri(url: str) -> str:
    """Return ``url`` with everything but printable ASCII escaped."""
    return quote(url, safe=URI_SAFE, errors="replace")


def digest(payload: bytes) -> bytes:
    """Return the SHA-256 of ``payload``."""
    return hashlib.sha256(payload).digest()


def make_response_block(response: HttpResponse) -> tuple[bytes, bytes]:
    """Return the response as received, save what its head says of the body and is not true of the one stored.

    In two parts: what can be packed, and what came packed, b"" where nothing did.
    """
    stored = take_payload(response)
    truth = {b"content-length": b"%d" % len(stored)}
    if response.gzip_body is not None:
        truth[b"content-encoding"] = b"gzip"
    status_line, *lines = LINE_END.split(response.response_head.rstrip(b"\r\n"))
    kept: list[bytes] = []
    for line in lines:
        name, _, value = line.partition(b":")
        name = name.lower()
        if name.strip() not in MOVED_HEADERS:
            kept.append(line)
        elif truth.get(name) == value.strip():
            kept.append(line)
            del truth[name]  # Said twice it would be no plainer.
        else:
            kept.append(MOVED_PREFIX + line)
    kept.extend(b"%s: %s" % (name.title(), value) for name, value in truth.items())
    head = b"\r\n".join((status_line, *kept, b"", b""))
    return (head + stored, b"") if response.gzip_body is None else (head, stored)


def take_payload(response: HttpResponse) -> bytes:
    """Return the body as a record stores it."""
    return response.body if response.gzip_body is None else response.gzip_body


def digest_payload(response: HttpResponse) -> str:
    """Return the digest of the body as a record stores it."""
    return format_digest(digest(take_payload(response)))


def make_head_block(response: HttpResponse) -> bytes:
    """Return the head of the response alone, as a revisit has it."""
    return response.response_head.rstrip(b"\r\n") + b"\r\n\r\n"


def make_warcinfo_block(software: str) -> bytes:
    """Return what a file says of itself."""
    fields = (
        ("software", software),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        (
            "description",
            f"Bodies are decoded, or one gzip stream; {KEY_FIELD} is the key of the frontier's entry, in hexadecimal",
        ),
    )
    return b"".join(f"{name}: {value}\r\n".encode() for name, value in fields)
