"""WARC records told apart in a stream of bytes, none longer in memory than was asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warraq.archive.members import WARC_START, DamageError, Member, Plain, Stream

MAX_HEAD_BYTES = 131_072  # Of a WARC head, and of the HTTP head within the block: twice what we take off the wire.
MAX_LENGTH_DIGITS = 15  # A petabyte is no record.
HEAD_END = re.compile(rb"\r?\n\r?\n")
FOLD = re.compile(rb"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """A record as it lies in the file."""

    offset: int
    fields: dict[str, str]  # Names in lower case.
    length: int
    block: bytes  # Its first bytes, as many as were asked for.


class RecordReader:
    """Reads the records of one stream in turn."""

    def __init__(self, stream: Stream, keep: int) -> None:
        """Keep up to ``keep`` bytes of each block."""
        self.offset = stream.start  # Where the record being read begins, or its member.
        self._stream = stream
        self._keep = keep
        self._held = bytearray()

    def read(self) -> Iterator[RawRecord]:
        """Yield each record once the stream went on or ended soundly after it. Raises ``DamageError``."""
        while self._skip_line_ends():
            if isinstance(self._stream, Plain):
                self.offset = self._stream.position - len(self._held)
            fields = read_fields(self._take_head())
            length = read_length(fields)
            record = RawRecord(offset=self.offset, fields=fields, length=length, block=self._take_block(length))
            self._skip_line_ends()
            if isinstance(self._stream, Member) and self._is_trailed():
                while self._fill():  # To the checksum: until then nobody knows that the record is sound.
                    self._held.clear()
                yield record
                message = "a record is longer than it says"
                raise DamageError(message)
            yield record

    def _fill(self) -> bool:
        """Hold more, or return False at the sound end."""
        piece = self._stream.more()
        self._held += piece
        return bool(piece)

    def _skip_line_ends(self) -> bool:
        """Pass over the blank lines between records, and return whether anything follows."""
        while not self._held or self._held[0] in b"\r\n":
            self._held = self._held.lstrip(b"\r\n")
            if not self._held and not self._fill():
                return False
        return True

    def _is_trailed(self) -> bool:
        """Tell whether a member goes on with anything but a record."""
        while len(self._held) < len(WARC_START) and self._fill():
            pass
        return bool(self._held) and not self._held.startswith(WARC_START)

    def _take_head(self) -> bytes:
        while not (end := HEAD_END.search(self._held)):
            if len(self._held) > MAX_HEAD_BYTES or not self._fill():
                message = "a record's head has no end"
                raise DamageError(message)
        return self._take(end.end())

    def _take_block(self, length: int) -> bytes:
        kept = bytearray()
        left = length
        while left:
            if not self._held and not self._fill():
                message = "a record's block ends early"
                raise DamageError(message)
            piece = self._take(min(left, len(self._held)))
            left -= len(piece)
            kept += piece[: self._keep - len(kept)]
        return bytes(kept)

    def _take(self, length: int) -> bytes:
        taken = bytes(self._held[:length])
        del self._held[:length]
        return taken


def read_fields(head: bytes) -> dict[str, str]:
    """Return the fields of a WARC head, names in lower case. Raises ``DamageError`` where it is none."""
    if not head.startswith(WARC_START):
        message = f"no WARC record begins here: {head[:20]!r}"
        raise DamageError(message)
    lines = (line.partition(":") for line in FOLD.sub(b" ", head).decode("utf-8", "replace").split("\n")[1:])
    return {name.strip().lower(): value.strip() for name, colon, value in lines if colon}


def read_length(fields: dict[str, str]) -> int:
    """Return the length of a record's block in bytes. Raises ``DamageError`` where it is not said."""
    text = fields.get("content-length", "")
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_LENGTH_DIGITS):
        message = f"a record of length {text[:20]!r}"
        raise DamageError(message)
    return int(text)
