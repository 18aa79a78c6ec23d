"""http(s) URLs parsed and written out as the URL standard says.

Source: https://url.spec.whatwg.org, read 2026-11. Stricter in two points: credentials are refused, and
every scheme but http and https.
"""

import ipaddress
import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

import idna

MAX_CHARACTERS_READ = 10_000
DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_PORT = 65_535
MAX_HOST_CHARACTERS = 254

CONTROLS_AROUND = "".join(map(chr, range(0x21)))
IGNORED = re.compile("[\t\n\r]")
SURROGATE = re.compile("[\ud800-\udfff]")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
FORBIDDEN_IN_HOST = re.compile("[\x00-\x20\x7f#%/:<>?@\\[\\\\\\]^|]|[^\x00-\x7f]")
PUNYCODE = "xn--"
JOINERS = "\u200c\u200d"
LAST_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?", re.DOTALL)
ADDRESS_PARTS = 4
MAX_OCTET = 0xFF
ZEROS = re.compile(r"(?<![0-9a-f])0(?::0)+(?![0-9a-f])")
DOT = re.compile(r"\.|%2e", re.IGNORECASE)

PATH_UNSAFE = re.compile('[\x00-\x20\x7f"<>^`{}]|[^\x00-\x7f]')
QUERY_UNSAFE = re.compile("[\x00-\x20\x7f\"<>']|[^\x00-\x7f]")
FRAGMENT_UNSAFE = re.compile('[\x00-\x20\x7f"<>`]|[^\x00-\x7f]')
# Most addresses stand as they are written out already: a name that is no number, no dot segment, nothing to escape.
PLAIN_URL = re.compile(
    r"""(https?)://
    ((?![^/]*xn--)(?=[^/]{1,253}/)(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)
    ((?:/(?!\.|%2[eE])[A-Za-z0-9%:@!$&'()*+,;=~._-]*)+)
    (?:\?([A-Za-z0-9%/:@!$&()*+,;=~._?-]+))?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Url:
    """The parts of an absolute http(s) URL, each as it is written out."""

    scheme: str
    host: str
    port: int | None  # None is the scheme's own.
    path: str
    query: str | None = None
    fragment: str | None = None

    def __str__(self) -> str:
        """Write the URL out."""
        port = f":{self.port}" if self.port is not None else ""
        query = f"?{self.query}" if self.query is not None else ""
        fragment = f"#{self.fragment}" if self.fragment is not None else ""
        return f"{self.scheme}://{self.host}{port}{self.path}{query}{fragment}"


def parse_url(text: str, base: Url | None = None) -> Url | None:
    """Return the parts of an absolute http(s) URL, or of a link on ``base``; None for all else and for credentials."""
    if len(text) > MAX_CHARACTERS_READ:
        return None
    if plain := PLAIN_URL.fullmatch(text):
        scheme, host, path, query = plain.groups()
        return Url(scheme=scheme, host=host, port=None, path=path, query=query)
    text = SURROGATE.sub("\ufffd", IGNORED.sub("", text.strip(CONTROLS_AROUND)))
    named = SCHEME.match(text)
    scheme = named[1].lower() if named else base.scheme if base else ""
    if scheme not in DEFAULT_PORTS:
        return None
    rest, _, fragment = text[named.end() if named else 0 :].partition("#")
    path, _, query = rest.partition("?")
    path = path.replace("\\", "/")
    found = (
        parse_authority(scheme, path) if is_absolute(named is not None, scheme, path, base) else join(base, path, query)
    )
    return found and replace(
        found,
        query=escape(query, QUERY_UNSAFE) if "?" in rest else found.query,
        fragment=escape(fragment, FRAGMENT_UNSAFE) if "#" in text else None,
    )


def is_absolute(has_scheme: bool, scheme: str, path: str, base: Url | None) -> bool:  # noqa: FBT001 - a fact of the text, not a switch.
    """Tell whether a link names its own host."""
    return path.startswith("//") or base is None or (has_scheme and scheme != base.scheme)


def join(base: Url | None, path: str, query: str) -> Url | None:
    """Return the URL of a relative link's path on ``base``."""
    if base is None:
        return None
    if not path:
        return base if not query else replace(base, query=None)
    full = path if path.startswith("/") else base.path.rpartition("/")[0] + "/" + path
    return replace(base, path=normalise_path(full), query=None)


def parse_authority(scheme: str, text: str) -> Url | None:
    """Return host, port and path of what follows the scheme."""
    authority, slash, path = text.lstrip("/").partition("/")
    if "@" in authority:
        return None
    if authority.startswith("["):
        literal, closed, tail = authority[1:].partition("]")
        host, port = write_ipv6(literal), tail.removeprefix(":")
        if not closed or (tail and not tail.startswith(":")):
            return None
    else:
        name, _, port = authority.partition(":")
        host = parse_host(name)
    if host is None or not re.fullmatch("[0-9]{0,20}", port) or int(port or 0) > MAX_PORT:
        return None
    number = int(port) if port and int(port) != DEFAULT_PORTS[scheme] else None
    return Url(scheme=scheme, host=host, port=number, path=normalise_path(slash + path))


def parse_host(name: str) -> str | None:
    """Return a host in lower case and punycode, an IPv4 address in any notation as four decimals, or None."""
    name = unquote(name, errors="replace") if "%" in name else name
    host = name.lower() if name.isascii() and PUNYCODE not in name.lower() else write_punycode(name)
    if not host or not host.strip(".") or len(host) > MAX_HOST_CHARACTERS or FORBIDDEN_IN_HOST.search(host):
        return None
    return write_ipv4(host) if LAST_NUMBER.fullmatch(host) else host


def write_punycode(name: str) -> str | None:
    """Return an international name in ASCII by UTS 46, or None where a letter is not allowed where it stands."""
    try:
        return ".".join(map(write_label, idna.uts46_remap(name, std3_rules=False).split(".")))
    except (idna.IDNAError, UnicodeError):
        return None


def write_label(label: str) -> str:
    """Return one mapped label in ASCII. Raises ``IDNAError`` or ``UnicodeError`` where it is not allowed."""
    shown = label[len(PUNYCODE) :].encode("ascii").decode("punycode") if label.startswith(PUNYCODE) else label
    if shown.isascii():
        if shown != label:
            raise idna.IDNAError(label)
        return label
    if idna.uts46_remap(shown, std3_rules=False) != shown:
        raise idna.IDNAError(label)
    idna.check_initial_combiner(shown)
    idna.check_bidi(shown)
    if not all(idna.valid_contextj(shown, at) for at, letter in enumerate(shown) if letter in JOINERS):
        raise idna.IDNAError(label)
    return PUNYCODE + shown.encode("punycode").decode()


def write_ipv4(host: str) -> str | None:
    """Return the four decimals of an IPv4 address written with one to four decimal, octal or hexadecimal numbers."""
    parts = host.removesuffix(".").split(".")
    try:
        numbers = [read_number(part) for part in parts]
    except ValueError:
        return None
    *first, last = numbers
    if len(numbers) > ADDRESS_PARTS or any(number > MAX_OCTET for number in first) or last >= 256 ** (5 - len(numbers)):
        return None
    return str(ipaddress.IPv4Address(sum(number << (24 - 8 * index) for index, number in enumerate(first)) + last))


def read_number(part: str) -> int:
    """Return the value of a number in C notation. Raises ``ValueError`` where it is none."""
    if not re.fullmatch("0x[0-9a-f]*|[0-9]+", part) or len(part) > MAX_HOST_CHARACTERS:
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") else int(part)


def write_ipv6(literal: str) -> str | None:
    """Return an IPv6 address in brackets, in hexadecimal with its longest run of zeros left out, or None."""
    try:
        value = int(ipaddress.IPv6Address(literal)) if "%" not in literal else None
    except ValueError:
        value = None
    if value is None:
        return None
    pieces = ":".join(f"{value >> shift & 0xFFFF:x}" for shift in range(112, -1, -16))
    run = max(ZEROS.findall(pieces), key=len, default="")
    head, _, tail = pieces.partition(run) if run else (pieces, "", "")
    return f"[{head.rstrip(':')}::{tail.lstrip(':')}]" if run else f"[{pieces}]"


def normalise_path(path: str) -> str:
    """Return an absolute path without dot segments, its unsafe characters escaped as UTF-8."""
    return escape(drop_dots(path), PATH_UNSAFE)


def drop_dots(path: str) -> str:
    """Return an absolute path without its dot segments, escaped ones among them."""
    kept: list[str] = []
    segments = path.removeprefix("/").split("/")
    for index, segment in enumerate(segments):
        dots = DOT.sub(".", segment) if len(segment) <= len("%2e%2e") else segment
        if dots == "..":
            kept = kept[:-1]
        if dots not in {".", ".."}:
            kept.append(segment)
        elif index == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def escape(text: str, unsafe: re.Pattern[str]) -> str:
    """Return the text with each unsafe character as percent-escaped UTF-8."""
    return unsafe.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
