"""Take pages out of files that are whole: where a record lay, a record of the same length says that it was removed.

No byte before or behind it moves, so every other place the database knows stays true.
"""

import mmap
import os
import struct
import zlib
from datetime import datetime
from pathlib import Path

from warraq.archive import records
from warraq.archive.framing import read_fields
from warraq.archive.members import CutShortError, DamageError, Member

HEAD_END = b"\r\n\r\n"
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # No name, no time: RFC 1952.
GZIP_ENDS = len(GZIP_HEAD) + 8
STORED_HEAD = 5  # Before each stored block of deflate: RFC 1951, 3.2.4.
MAX_STORED = 65_535
NOTICE = b"This page was removed on request.\r\n"


def measure_page(path: Path, offset: int) -> int:
    """Return the bytes that a page takes at ``offset``: its record, and the record of the request that brought it.

    Of a file that was cut short that is what is left of them. Raises ``ValueError`` where no record lies there, and
    ``OSError`` where there is no such file, or it ends before.
    """
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size <= offset:
            raise FileNotFoundError(path)
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return measure_record(data, offset, path.name)


def measure_record(data: mmap.mmap, offset: int, name: str) -> int:
    """Return the bytes of the record at ``offset`` of the file ``name``, as ``measure_page`` counts them."""
    try:
        _, end = read_member(data, offset)
    except CutShortError:
        return len(data) - offset
    except DamageError as error:
        message = f"{name}, byte {offset}: {error}"
        raise ValueError(message) from None
    try:
        fields, behind = read_member(data, end)
    except DamageError:
        return end - offset
    return (behind if fields.get("warc-type") == "request" else end) - offset


def read_member(data: mmap.mmap, start: int) -> tuple[dict[str, str], int]:
    """Return the fields of the record in the gzip member at ``start``, and where that ends. Raises ``DamageError``."""
    member = Member(data, start)
    head = piece = member.more()
    while piece:
        piece = member.more()
        head += piece if HEAD_END not in head else b""
    return read_fields(head.partition(HEAD_END)[0]), member.position


def erase(path: Path, offset: int, length: int, *, at: datetime) -> None:
    """Write a record of ``length`` bytes over the file from ``offset`` on, and return once it is on disk.

    Done again it writes the same; where so few bytes are left that they hold no record, zeros. Raises ``OSError`` where
    there is no such file.
    """
    try:
        tombstone = make_tombstone(path.name, offset, length, at)
    except ValueError:
        tombstone = bytes(length)
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(tombstone)
        file.flush()
        os.fsync(file.fileno())


def make_tombstone(name: str, offset: int, length: int, at: datetime) -> bytes:
    """Return a gzip member of exactly ``length`` bytes that holds a record of a notice and blanks.

    Raises ``ValueError`` where so few bytes hold no record.
    """
    head = (
        records.VERSION.decode()
        + "WARC-Type: metadata\r\n"
        + f"WARC-Record-ID: {records.make_record_id(name, offset, 'removed')}\r\n"
        + f"WARC-Date: {records.format_date(at)}\r\n"
        + "Content-Type: text/plain\r\n"
    ).encode()
    # A block more than is needed takes up the five bytes that no other number of blocks would.
    least = 1 + (length - GZIP_ENDS) // (MAX_STORED + STORED_HEAD)
    for blocks in (least, least + 1):
        room = length - GZIP_ENDS - blocks * STORED_HEAD - len(head) - len(HEAD_END)
        for digits in range(1, 16):
            size = room - len(f"Content-Length: {'9' * digits}\r\n\r\n")
            if size >= len(NOTICE) and len(str(size)) == digits:
                block = NOTICE + b" " * (size - len(NOTICE))
                content = head + f"Content-Length: {size}\r\n\r\n".encode() + block + HEAD_END
                return store_member(content, blocks)
    message = f"{length} bytes are too few for a record"
    raise ValueError(message)


def store_member(content: bytes, blocks: int) -> bytes:
    """Return a gzip member of the content, uncompressed, in so many blocks."""
    size = -(-len(content) // blocks)
    parts = [content[place * size : (place + 1) * size] for place in range(blocks)]
    body = b"".join(
        struct.pack("<BHH", number == blocks - 1, len(part), len(part) ^ 0xFFFF) + part
        for number, part in enumerate(parts)
    )
    return GZIP_HEAD + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
