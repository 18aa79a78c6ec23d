"""Content codings of HTTP undone within bounds: gzip, deflate, br, zstd.

libcurl is not asked to: no HTTP client notices a gzip stream that was cut in half when Content-Length agrees
(six measured, 2026-11-23). ISA-L undoes gzip and deflate in less than half of zlib's time (2026-11-27).
"""

from collections.abc import Callable
from dataclasses import dataclass

import brotli
from backports import zstd
from isal import isal_zlib

from warraq.model import Reason

ACCEPTED = "gzip, deflate, br, zstd"
# Seen as Content-Encoding of plain bodies (Scrapy and browsers let them pass as well).
NO_CODINGS = frozenset({"", "identity", "none", "utf-8", "utf8", "text/html", "8bit", "binary"})
STEP_BYTES = 65_536
MAX_STREAMS = 100  # One behind the other in a body.
GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
GZIP_WINDOW = 31
PLAIN_FLAGS = frozenset({0, 8})  # Of gzip's head: nothing, or a file's name. Of the rest readers disagree.
ZLIB_WINDOW = 15
RAW_WINDOW = -15
ZSTD_BOUNDS: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 23}  # 8 MB: RFC 9659.


class CodingError(Exception):
    """A body that cannot be decoded: ``BAD_ENCODING``, ``TRUNCATED``, or ``TOO_BIG``."""

    def __init__(self, reason: Reason, detail: str) -> None:
        """Keep why."""
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body without its content coding."""

    body: bytes
    is_plain_gzip: bool = False  # It came as one gzip stream and nothing else: every reader undoes that alike.


def decode_body(raw: bytes, coding: str | None, max_bytes: int) -> Decoded:
    """Return ``raw`` without its content coding; ``coding`` is the header, None means none was sent.

    Raises ``CodingError``: ``BAD_ENCODING`` (unknown, in layers, or corrupt), ``TRUNCATED``, ``TOO_BIG`` over
    ``max_bytes`` when decoded.
    """
    layers = [name for word in (coding or "").split(",") if (name := word.strip().lower()) not in NO_CODINGS]
    if not layers or not raw:
        return Decoded(raw)
    if len(layers) > 1:
        raise CodingError(Reason.BAD_ENCODING, f"{len(layers)} layers of content coding")
    decode = DECODERS.get(layers[0])
    if decode is None:
        raise CodingError(Reason.BAD_ENCODING, f"content coding {layers[0][:40]!r} was not asked for")
    try:
        return decode(raw, max_bytes)
    except (isal_zlib.error, brotli.error, zstd.ZstdError) as error:  # type: ignore[misc]  # isal's stub takes the class for a value.
        raise CodingError(Reason.BAD_ENCODING, f"{layers[0]}: {error}") from None


def gunzip(raw: bytes, max_bytes: int) -> Decoded:
    """Undo gzip, of several members too; bytes after the last are left, as browsers do."""
    if not GZIP_MAGIC.startswith(raw[:2]):  # ISA-L takes a wrong start of few bytes for one that was cut off.
        raise CodingError(Reason.BAD_ENCODING, "gzip: no gzip stream")
    whole = bytearray()
    start = 0
    for number in range(MAX_STREAMS):
        start = inflate_stream(raw, start, GZIP_WINDOW, whole, max_bytes)
        if raw[start : start + 2] != GZIP_MAGIC:
            return Decoded(bytes(whole), is_plain_gzip=not number and start == len(raw) and raw[3] in PLAIN_FLAGS)
    raise CodingError(Reason.BAD_ENCODING, f"more than {MAX_STREAMS} gzip members")


def inflate(raw: bytes, max_bytes: int) -> Decoded:
    """Undo deflate, with the zlib header RFC 9110 asks for or without it, as old servers send it."""
    has_header = raw[0] & 0x0F == isal_zlib.DEFLATED and int.from_bytes(raw[:2], "big") % 31 == 0
    whole = bytearray()
    inflate_stream(raw, 0, ZLIB_WINDOW if has_header else RAW_WINDOW, whole, max_bytes)
    return Decoded(bytes(whole))


def inflate_stream(raw: bytes, start: int, window: int, whole: bytearray, max_bytes: int) -> int:
    """Append one stream of ``raw`` to ``whole`` and return where it ends. Small steps: what is unused is copied."""
    stream = isal_zlib.decompressobj(window)
    for place in range(start, len(raw), STEP_BYTES):
        step = raw[place : place + STEP_BYTES]
        whole += stream.decompress(step, max_bytes - len(whole) + 1)
        check_size(whole, max_bytes)
        if stream.eof:
            return place + len(step) - len(stream.unused_data)
    raise CodingError(Reason.TRUNCATED, "the compressed stream ends early")


def unbrotli(raw: bytes, max_bytes: int) -> Decoded:
    """Undo br. A call that gives nothing tells that nothing is left: ``can_accept_more_data`` says so too early."""
    stream = brotli.Decompressor()
    piece = stream.process(raw, output_buffer_limit=STEP_BYTES)
    whole = bytearray(piece)
    while piece and not stream.is_finished():
        check_size(whole, max_bytes)
        piece = stream.process(b"", output_buffer_limit=STEP_BYTES)
        whole += piece
    check_size(whole, max_bytes)
    if not stream.is_finished():
        raise CodingError(Reason.TRUNCATED, "the compressed stream ends early")
    return Decoded(bytes(whole))


def unzstd(raw: bytes, max_bytes: int) -> Decoded:
    """Undo zstd, of several frames too; bytes after the last are left, as with gzip."""
    whole = bytearray()
    rest = raw
    for _ in range(MAX_STREAMS):
        stream = zstd.ZstdDecompressor(options=ZSTD_BOUNDS)
        whole += stream.decompress(rest, max_bytes - len(whole) + 1)
        check_size(whole, max_bytes)
        if not stream.eof:
            raise CodingError(Reason.TRUNCATED, "the compressed stream ends early")
        rest = stream.unused_data
        if not rest.startswith(ZSTD_MAGIC):
            return Decoded(bytes(whole))
    raise CodingError(Reason.BAD_ENCODING, f"more than {MAX_STREAMS} zstd frames")


def check_size(whole: bytearray, max_bytes: int) -> None:
    """Raise ``CodingError`` where more has come out than may."""
    if len(whole) > max_bytes:
        raise CodingError(Reason.TOO_BIG, f"over {max_bytes} bytes when decoded")


DECODERS: dict[str, Callable[[bytes, int], Decoded]] = {
    "br": unbrotli,
    "deflate": inflate,
    "gzip": gunzip,
    "x-gzip": gunzip,
    "zstd": unzstd,
}
