"""Bytes to text: what is declared about the bytes counts where the bytes do not contradict it."""

import codecs
import re
from collections import Counter

from resiliparse.parse.encoding import detect_encoding

from warraq.clean.bounds import bound_markup

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS = tuple(mark for mark, _ in BYTE_ORDER_MARKS)
# The detector's cost grows with what it reads; a page says what it is in its first letters beyond ASCII.
SAMPLE_BYTES = 65_536
# A page cut in the middle, or with one torn byte sequence in 500, is still UTF-8.
TORN_SHARE = 0.002
ZEROS_IN_UTF16 = 0.02  # Arabic in UTF-16 has them in its markup and blanks alone.
# UTF-8 once read as windows-1256 or windows-1252: the lead bytes D8..DB of Arabic, as those code pages print them.
MOJIBAKE = (
    ("ظ", "cp1256", "utf-8", re.compile("[طظغ][\u0080-\u00bf\u0600-\u06ff‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—™›œ]")),
    (
        "\u00d9",
        "cp1252",
        "utf-8",
        re.compile("[ØÙÚÛ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ã[\u0080-\u00bf]|â€[™œ“”]"),
    ),
    ("Ç", "latin-1", "cp1256", re.compile("[ÇáãäåæíÊÑÏÓÔÚÝÞßÉ]{4}")),
)
# What browsers read by these names holds more letters than Python's codecs of the same names (WHATWG Encoding, 2026).
WIDER = {
    "big5": "big5hkscs",
    "big5_hkscs": "big5hkscs",
    "euc_jp": "euc_jis_2004",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
    "koi8-r": "koi8-u",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
WIDE_LETTERS = ("big5", "euc", "gb", "shift")
SHIFTED = (b"\x1b$B", b"\x1b$@")  # ISO-2022-JP goes over to Japanese so; all its bytes are ASCII.
DECLARED = re.compile(
    rb"(?:charset|^<\?xml[^>]{,40}encoding)\s*=\s*[\"']?\s*"
    rb"(big5[\w-]*|euc-\w+|gb[\w-]+|iso-8859-\d+|koi8-[ru]|latin-?\d|shift_jis|tis-620|windows-\d+)",
    re.IGNORECASE,
)
DECLARED_BYTES = 2_048
# The letters beyond ASCII of languages in Latin script (2026). Bytes that are no text of the encoding that is declared
# (Arabic, Cyrillic, Turkish or Czech ones as Latin-1) mix the letters of several.
ALPHABETS = tuple(
    map(
        frozenset,
        (
            "àâçéèêëîïôùûüÿœæ",  # fr, wa
            "àâäçéèêëìíîïòóôöùúûü",  # nl, rm, oc, fur
            "àáçèéíïñòóúüºª",  # ca, es, eu, gl
            "àáâãçéêíóôõúüºª",  # pt
            "àèéìíîòóùúºª",  # it, ga, gd
            "äöüßé",  # de
            "àåäæéöøüô",  # da, fi, nb, sv
            "áéíóúýðþæöø",  # is, fo
            "äöõüšž",  # et
            "ąćęłńóśźż",  # pl
            "áčďéěíňóřšťúůýž",  # cs
            "áäčďéíĺľňóôŕšťúýž",  # sk
            "áéíóöőúüű",  # hu
            "ăâîşţșț",  # ro
            "čćđšž",  # bs, hr, sl, sr
            "çëé",  # sq
            "ąčęėįšųūž",  # lt
            "āčēģīķļņšūž",  # lv
            "âçğıîöşüû",  # az, tr
            "àċġħż",  # mt
        ),
    )
)
BEYOND_ASCII = re.compile("[^\x00-\x7f\xa0]+")
LONG_RUN = 3
ONE_ALPHABET = 0.93  # Of the letters beyond ASCII; the rest are those of foreign names. Hungarian as Latin-1: 0.89.
LATIN = frozenset(
    {f"iso8859-{part}" for part in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)} | {"cp1250", "cp1252", "cp1254", "cp1257"}
)
MOJIBAKE_SHARE = 0.3  # Of the letters beyond ASCII, at least, before a text is taken for misread.
CUT = re.compile(rb"<(script|style|svg)")  # Half the bytes of a page, and none of its text.


def decode_page(content: bytes, head: bytes = b"") -> str:
    """Return the text of ``content``: its byte order mark, strict UTF-8, what it declares, then a detector decide.

    ``head`` declares the encoding for a part of a page that does not. What cannot be read becomes U+FFFD.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    sample = content[:SAMPLE_BYTES]
    named = name_wide(sample) or ("iso2022_jp_ext" if any(sign in sample for sign in SHIFTED) else None)
    if named:
        return content.decode(named, "replace")
    try:
        return repair_mojibake(content.decode("utf-8"))
    except UnicodeDecodeError:
        return repair_mojibake(decode_other(content, head or content[:DECLARED_BYTES]))


def decode_markup(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a page without scripts, styles and drawings, and the JSON-LD among the scripts.

    They are cut from the bytes: finding and decoding is twice as fast there, and parsing what is left too.
    """
    if content.startswith(MARKS) or name_wide(content[:SAMPLE_BYTES]):
        content = decode_page(content).encode("utf-8", "replace")
    markup, scripts = cut_scripts(content)
    markup = bound_markup(markup)
    head = markup[:DECLARED_BYTES]
    return decode_page(markup), tuple(decode_page(script, head) for script in scripts)


def cut_scripts(content: bytes) -> tuple[bytes, list[bytes]]:
    """Return markup without scripts, styles and drawings, and what stands in its scripts of JSON-LD."""
    found: list[bytes] = []
    kept: list[bytes] = []
    unclosed: set[bytes] = set()  # Looked for once: each look goes to the end of the page.
    at = 0
    for opening in CUT.finditer(content):
        start, name = opening.start(), opening[1]
        if start < at or name in unclosed:
            continue
        end = content.find(b"</" + name, start)
        if end < 0:
            unclosed.add(name)
            continue
        head = content.find(b">", start, end) if name == b"script" else -1
        if head >= 0 and b"ld+json" in content[start:head].lower():
            found.append(content[head + 1 : end])
        kept.append(content[at:start])
        at = content.find(b">", end) + 1 or len(content)
    return b"".join((*kept, content[at:])), found


def name_wide(sample: bytes) -> str | None:
    """Return the encoding of UTF-16 without a mark, which zeros in every second byte betray; None for anything else."""
    if 0 not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < ZEROS_IN_UTF16 * len(sample) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def decode_other(content: bytes, head: bytes) -> str:
    """Return the text of bytes that are not strict UTF-8."""
    text = content.decode("utf-8", "replace")
    beyond_ascii = sum(character > "\x7f" for character in text) if len(text) < SAMPLE_BYTES * 32 else len(text)
    if text.count("\ufffd") <= max(1, len(text) * TORN_SHARE) and beyond_ascii > 10 * text.count("\ufffd"):
        return text
    return decode_detected(content, head)


def decode_detected(content: bytes, head: bytes) -> str:
    """Return the text in the encoding ``head`` declares if the bytes are text of it; else as a detector finds."""
    declared = name_declared(head)
    text = decode_declared(content, declared)
    if text is not None:
        return text
    first = next((at for at, byte in enumerate(content) if byte > 0x7F), 0)  # noqa: PLR2004 - the last ASCII byte.
    start = max(0, first - 1000)
    # In HTML5's own list of encodings the detector takes Korean for the UTF-8 that it is not.
    found = detect_encoding(
        content[start : start + SAMPLE_BYTES], max_len=SAMPLE_BYTES, html5_compatible=False, from_html_meta=False
    )
    for name in filter(None, (found, declared)):
        try:
            return content.decode(WIDER.get(name, name), "replace")
        except LookupError:
            continue
    return content.decode("cp1252", "replace")


def name_declared(head: bytes) -> str:
    """Return Python's name of the encoding that ``head`` declares; empty if it declares none that Python knows."""
    match = DECLARED.search(head)
    try:
        return codecs.lookup(match[1].decode("ascii")).name if match else "iso8859-1"
    except LookupError:
        return ""


def decode_declared(content: bytes, declared: str) -> str | None:
    """Return the text in the ``declared`` encoding, None if a detector is the better judge of these bytes."""
    if declared not in LATIN and not declared.startswith(WIDE_LETTERS):
        return None
    try:
        text = content.decode(WIDER.get(declared, declared))
    except UnicodeDecodeError:
        return None
    return text if declared not in LATIN or is_one_tongue(text) else None


def is_one_tongue(text: str) -> bool:
    """Tell whether ``text`` is of one language in Latin script by its letters beyond ASCII, with no control among them.

    Three of them in a row, as words of other scripts have, are rare in any.
    """
    runs = BEYOND_ASCII.findall(text[:SAMPLE_BYTES].lower())
    beyond = Counter("".join(runs))
    long = sum(len(run) for run in runs if len(run) >= LONG_RUN)
    if long > (1 - ONE_ALPHABET) * beyond.total() or any(letter < "\xa0" for letter in beyond):
        return False
    letters = {letter: count for letter, count in beyond.items() if letter.isalpha()}
    most = max(sum(letters.get(letter, 0) for letter in alphabet) for alphabet in ALPHABETS)
    return most >= ONE_ALPHABET * sum(letters.values())


def repair_mojibake(text: str) -> str:
    """Return the text as it was before someone read it in the wrong code page, where that reverses exactly."""
    if text.isascii():
        return text
    for lead, misread_as, encoding, sign in MOJIBAKE:
        if lead not in text:
            continue
        sample = text[: SAMPLE_BYTES // 4]
        signs = sum(len(found) for found in sign.findall(sample))
        if signs and signs > MOJIBAKE_SHARE * sum(character > "\x7f" for character in sample):
            try:
                return text.encode(misread_as).decode(encoding)
            except UnicodeError:
                continue
    return text
