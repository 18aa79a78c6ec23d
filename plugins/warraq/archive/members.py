"""Gzip members and plain bytes as streams that end in truth: whole, or in ``DamageError``.

zlib says where a member ends and whether its checksum holds; of 3,815 truncations warcio was silent on 3,675 and
FastWARC on 3,778 (measured 2026-11-23).
"""

import mmap
import zlib
from collections.abc import Iterator
from typing import Protocol

GZIP_MAGIC = b"\x1f\x8b\x08"
GZIP_WINDOW = 31
STEP_BYTES = 65_536
WARC_START = b"WARC/"


class DamageError(Exception):
    """Bytes that cannot be read as what they should be. It never leaves the room: an ``ArchiveDamage`` does."""


class CutShortError(DamageError):
    """A file that ends before what began in it does."""


class Stream(Protocol):
    """Bytes that are read forward, and the place in the file to find them by."""

    start: int
    position: int

    def more(self) -> bytes:
        """Return the next bytes, b"" at the end. Raises ``DamageError``."""


class Member:
    """One gzip member, decompressed in small steps."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        """Begin at byte ``start`` of the file."""
        self.start = start
        self.position = start  # Of the next compressed byte; after the end, of the next member.
        self._data = data
        self._stream = zlib.decompressobj(GZIP_WINDOW)

    def more(self) -> bytes:
        """Return up to 64 KiB, b"" once the member has ended and its checksum holds. Raises ``DamageError``."""
        piece = b""
        while not piece and not self._stream.eof:
            held = self._stream.unconsumed_tail
            step = held or self._data[self.position : self.position + STEP_BYTES]
            if not step:
                message = "the file ends within a gzip member"
                raise CutShortError(message)
            self.position += 0 if held else len(step)
            try:
                piece = self._stream.decompress(step, STEP_BYTES)
            except zlib.error as error:
                raise DamageError(str(error)) from None
            if self._stream.eof:
                self.position -= len(self._stream.unused_data)
        return piece


class Plain:
    """The bytes of an uncompressed file from ``start`` on."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        """Begin at byte ``start`` of the file."""
        self.start = start
        self.position = start
        self._data = data

    def more(self) -> bytes:
        """Return up to 64 KiB, b"" at the end."""
        piece = self._data[self.position : self.position + STEP_BYTES]
        self.position += len(piece)
        return piece


def find_member(data: mmap.mmap, start: int) -> int | None:
    """Return where the next member that begins with a WARC record starts, from ``start`` on, or None."""
    place = data.find(GZIP_MAGIC, start)
    while place >= 0:
        try:
            if Member(data, place).more().startswith(WARC_START):
                return place
        except DamageError:
            pass  # Three bytes that look like a member are no member.
        place = data.find(GZIP_MAGIC, place + 1)
    return None


def find_plain(data: mmap.mmap, start: int) -> int | None:
    """Return where the next line that begins a WARC record starts, from ``start`` on, or None."""
    place = data.find(b"\n" + WARC_START, max(start - 1, 0))
    return place + 1 if place >= 0 else None


def walk_whole_members(data: mmap.mmap) -> Iterator[tuple[int, bytes]]:
    """Yield the end and the first bytes of each whole member that begins a record, until the first that does not."""
    start = 0
    while start < len(data):
        member = Member(data, start)
        try:
            first = piece = member.more()
            while piece:
                piece = member.more()
        except DamageError:
            return
        if not first.startswith(WARC_START):
            return
        yield member.position, first
        start = member.position
