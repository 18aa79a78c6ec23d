"""The bytes of a document → text that parsers survive: unpacked, decoded, without what XML forbids."""

import re
import zlib

from resiliparse.parse.encoding import detect_encoding

from warraq.errors import RejectedError
from warraq.model import Reason

MAX_BYTES = 52_428_800  # sitemaps.org's own limit for one file, unpacked. Feeds are far smaller.
GZIP_LAYERS = 2  # A .xml.gz sent with Content-Encoding: gzip is unpacked once by the client and once here.
GZIP_MAGIC = b"\x1f\x8b"

# First bytes → encoding: byte order marks, then the ways "<?xm" and "<" begin (XML 1.0, appendix F). Longest first.
SIGNATURES = (
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xfe\xff", "utf-16"),
    (b"\xff\xfe", "utf-16"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
# What publishers mean by these names is the larger set (encoding.spec.whatwg.org, 2026).
MEANT_ENCODINGS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jis_2004",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "ks_c_5601-1987": "cp949",
    "latin-1": "cp1252",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "us-ascii": "cp1252",
    "windows-874": "cp874",
    "x-sjis": "cp932",
    "windows-1252": "cp1252",
}
# A feed cut in the middle, or with a summary cut between the bytes of a letter, is still UTF-8.
TORN_SHARE = 0.002
WHOLE_LETTERS = 10  # Beyond ASCII, at least, for each torn one.
# Servers and templates say ISO-8859-1 of whatever they do not know. Letters of Latin script beyond ASCII stand alone;
# most bytes of Arabic or Cyrillic stand in rows.
LETTERS_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
SHORTEST_ROW = 3
FEWEST_ROWS = 5  # "äöü" alone is still Latin.
# Python codecs that decode text and are no charset of a document.
FOREIGN_CODECS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})

DECLARED = re.compile(rb"""\A\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,40})["']""")
HEADER_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Also escaped once or twice, as inside a description. Digits are bounded: int() refuses thousands of them.
REFERENCE = re.compile(r"&(?:amp;){0,3}#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE)
LONGEST_REFERENCE = 8
SURROGATES = range(0xD800, 0xE000)
LAST_CHARACTER = 0x10FFFF


def unpack(content: bytes) -> bytes:
    """Return the document without gzip. Raises ``RejectedError`` where it is broken or over ``MAX_BYTES``."""
    for _ in range(GZIP_LAYERS):
        if not content.startswith(GZIP_MAGIC):
            break
        content = gunzip(content)
    if len(content) > MAX_BYTES:
        raise RejectedError(Reason.BAD_FEED, f"the document holds more than {MAX_BYTES} bytes")
    return content


def gunzip(content: bytes) -> bytes:
    """Return the bytes of all gzip members, one over ``MAX_BYTES`` at most. Raises ``RejectedError`` if one breaks."""
    unpacked = b""
    while content.startswith(GZIP_MAGIC) and len(unpacked) <= MAX_BYTES:
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            unpacked += member.decompress(content, MAX_BYTES + 1 - len(unpacked))
        except zlib.error as error:
            raise RejectedError(Reason.BAD_FEED, f"the gzip data is broken: {error}") from error
        if not member.eof and len(unpacked) <= MAX_BYTES:
            raise RejectedError(Reason.BAD_FEED, "the gzip data ends too early")
        content = member.unused_data
    return unpacked


def decode(content: bytes, content_type: str | None) -> str:
    """Return the document's text, with nothing in it that XML forbids and no white space around it.

    Strict UTF-8 is believed before anything declared: headers and declarations lie (facts, 2026-11-23).
    """
    text = next(filter(None, (decode_strictly(content, name) for name in name_encodings(content, content_type))), None)
    if text is None:
        text = content.decode(detect(content), errors="replace")
    return REFERENCE.sub(keep_reference, FORBIDDEN.sub("", text)).strip("\ufeff \t\r\n")


def name_encodings(content: bytes, content_type: str | None) -> list[str]:
    """Return the encodings to try in order: of the first bytes, UTF-8, what the document and the header declare."""
    signed = [name for signature, name in SIGNATURES if content.startswith(signature)][:1]
    matches = (DECLARED.match(content), HEADER_CHARSET.search(content_type or ""))
    names = [match[1].decode("ascii") if isinstance(match[1], bytes) else match[1] for match in matches if match]
    declared = [MEANT_ENCODINGS.get(name.lower(), name) for name in names]
    if "cp1252" in declared and not is_latin(content):
        declared = [name for name in declared if name != "cp1252"]
    # ISO-2022 writes its letters in ASCII bytes after an escape, so they pass for UTF-8.
    return [*signed, *declared, "utf-8"] if b"\x1b" in content else [*signed, "utf-8", *declared]


def is_latin(content: bytes) -> bool:
    """Tell whether the bytes beyond ASCII can be letters of Latin script, by how few of them stand in rows."""
    pieces = LETTERS_BEYOND_ASCII.findall(content)
    rows = [piece for piece in pieces if len(piece) >= SHORTEST_ROW]
    return len(rows) < FEWEST_ROWS or 2 * sum(map(len, rows)) <= sum(map(len, pieces))


def decode_strictly(content: bytes, encoding: str) -> str | None:
    """Return the text, or None where the bytes are not of that encoding or it is no charset.

    UTF-8 may be torn in a few places, which are U+FFFD then.
    """
    if encoding.lower().replace("_", "-") in FOREIGN_CODECS:
        return None
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return decode_torn(content) if encoding == "utf-8" else None


def decode_torn(content: bytes) -> str | None:
    """Return the text of UTF-8 that is torn here and there, or None where the bytes are of another encoding."""
    text = content.decode("utf-8", "replace")
    torn = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text)
    is_torn = torn <= max(1, len(text) * TORN_SHARE) and beyond_ascii > WHOLE_LETTERS * torn
    return text if is_torn else None


def detect(content: bytes) -> str:
    """Return the name of the encoding the bytes look like, one that Python knows."""
    name = detect_encoding(content) or "cp1252"
    return name if decode_strictly(b"", name) is not None else "cp1252"


def keep_reference(match: re.Match[str]) -> str:
    """Return a character reference as it stands, or nothing where it names no character: feedparser dies of those."""
    digits, base = (match[1], 16) if match[1] else (match[2], 10)
    digits = digits.lstrip("0")
    code = int(digits or "0", base) if len(digits) <= LONGEST_REFERENCE else LAST_CHARACTER + 1
    is_character = 0 < code <= LAST_CHARACTER and code not in SURROGATES
    return match[0] if is_character else ""
