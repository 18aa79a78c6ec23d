"""What undoes a coding agrees with zlib on streams that are whole, cut, broken, or followed by other bytes."""

import gzip
import zlib

import brotli  # type: ignore[import-untyped]  # It ships no types.
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from warraq.codings import CodingError, decode_body
from warraq.model import Reason

TEXT = ("قال الوزير إن الأسعار انخفضت. " * 300).encode()
GZIPPED = gzip.compress(TEXT, mtime=0)
DEFLATED = zlib.compress(TEXT)
ZSTD = zstd.compress(TEXT)
BR = brotli.compress(TEXT * 10)


def decode(raw: bytes, coding: str) -> bytes | Reason:
    try:
        return decode_body(raw, coding, 10**7).body
    except CodingError as error:
        return error.reason


def decode_by_zlib(raw: bytes, window: int) -> bytes | Reason:
    stream = zlib.decompressobj(window)
    try:
        whole = stream.decompress(raw)
    except zlib.error:
        return Reason.BAD_ENCODING
    return whole if stream.eof else Reason.TRUNCATED


@given(length=st.integers(1, len(GZIPPED) - 1))
def test_a_gzip_stream_that_was_cut_is_truncated_wherever_it_ends(length: int) -> None:
    assert decode(GZIPPED[:length], "gzip") == Reason.TRUNCATED


@given(place=st.integers(0, len(GZIPPED) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_never_gives_text_that_was_not_sent(place: int, bit: int) -> None:
    broken = bytearray(GZIPPED)
    broken[place] ^= 1 << bit
    ours, theirs = decode(bytes(broken), "gzip"), decode_by_zlib(bytes(broken), 31)

    # A bit of the head that RFC 1952 reserves is an error to zlib, and nothing to ISA-L: the text is whole.
    assert ours in {theirs, TEXT} or (isinstance(ours, Reason) and isinstance(theirs, Reason))


@given(place=st.integers(0, len(DEFLATED) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_in_deflate_never_gives_text_that_was_not_sent(place: int, bit: int) -> None:
    broken = bytearray(DEFLATED)
    broken[place] ^= 1 << bit
    is_zlib = broken[0] & 0x0F == 8 and int.from_bytes(broken[:2], "big") % 31 == 0
    ours, theirs = decode(bytes(broken), "deflate"), decode_by_zlib(bytes(broken), 15 if is_zlib else -15)

    assert ours in {theirs, TEXT} or (isinstance(ours, Reason) and isinstance(theirs, Reason))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (GZIPPED + b"<!-- later -->", TEXT),
        (GZIPPED + GZIPPED, TEXT + TEXT),
        (b"ab", Reason.BAD_ENCODING),
        (b"\x1f", Reason.TRUNCATED),
        (b"\x1f\x8b\x08", Reason.TRUNCATED),
        (b"\x1f\x8b\x09" + GZIPPED[3:], Reason.BAD_ENCODING),
    ],
    ids=["bytes after it", "two members", "another start", "one byte", "half a head", "no known method"],
)
def test_what_stands_around_a_gzip_stream_is_told_apart(raw: bytes, expected: bytes | Reason) -> None:
    assert decode(raw, "gzip") == expected


@pytest.mark.parametrize("size", [1, 65_536, 98_272, 98_273, 180_003, 1_500_000])
@pytest.mark.parametrize("quality", [1, 5])
def test_a_body_in_br_comes_whole_whatever_its_size(size: int, quality: int) -> None:
    body = (TEXT * (size // len(TEXT) + 1))[:size]
    compressor = brotli.Compressor(quality=quality)
    flushed = b"".join(compressor.process(body[at : at + 30_000]) + compressor.flush() for at in range(0, size, 30_000))

    assert decode(brotli.compress(body, quality=quality), "br") == body
    assert decode(flushed + compressor.finish(), "br") == body


@given(length=st.integers(1, len(BR) - 1))
def test_a_br_stream_that_was_cut_is_truncated_wherever_it_ends(length: int) -> None:
    assert decode(BR[:length], "br") == Reason.TRUNCATED


@given(length=st.integers(1, len(ZSTD) - 1))
def test_a_zstd_frame_that_was_cut_is_truncated_wherever_it_ends(length: int) -> None:
    assert decode(ZSTD[:length], "zstd") == Reason.TRUNCATED


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (ZSTD + b"<!-- later -->", TEXT),
        (ZSTD + ZSTD, TEXT + TEXT),
        (ZSTD + ZSTD[:-1], Reason.TRUNCATED),
        (ZSTD * 101, Reason.BAD_ENCODING),
        (b"<p>story", Reason.BAD_ENCODING),
        (
            zstd.compress(TEXT * 2_000, options={zstd.CompressionParameter.window_log: 25}),
            Reason.BAD_ENCODING,
        ),
    ],
    ids=["bytes after it", "two frames", "a frame cut", "101 frames", "no frame", "a window of 32 MB"],
)
def test_what_stands_around_a_zstd_frame_is_told_apart(raw: bytes, expected: bytes | Reason) -> None:
    assert decode(raw, "zstd") == expected


def test_a_zstd_bomb_is_left_at_the_bound() -> None:
    with pytest.raises(CodingError, match="over 1000 bytes when decoded"):
        decode_body(zstd.compress(bytes(10**8)), "zstd", 1_000)


@pytest.mark.parametrize(
    ("raw", "coding", "expected"),
    [
        (GZIPPED, "gzip", True),
        (GZIPPED, "X-Gzip", True),
        (GZIPPED + GZIPPED, "gzip", False),
        (GZIPPED + b"\n", "gzip", False),
        (GZIPPED[:3] + b"\x20" + GZIPPED[4:], "gzip", False),
        (DEFLATED, "deflate", False),
        (ZSTD, "zstd", False),
        (TEXT, None, False),
    ],
    ids=["gzip", "by its old name", "two members", "a byte after it", "a reserved flag", "deflate", "zstd", "plain"],
)
def test_one_gzip_stream_alone_is_called_plain(raw: bytes, coding: str | None, *, expected: bool) -> None:
    assert decode_body(raw, coding, 10**7).is_plain_gzip is expected
