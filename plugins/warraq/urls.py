"""URLs as the URL standard reads them, folded to one canonical form each, and keyed.

Parsing follows https://url.spec.whatwg.org (read 2026-11) for http and https; anything else is no page.
"""

import hashlib
import ipaddress
import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

import idna

from warraq.errors import RejectedError
from warraq.model import Reason

MAX_CHARACTERS = 2_000  # Of the canonical form.
MAX_CHARACTERS_READ = 10_000
DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_PORT = 65_535

# Parameters that tell the publisher where a reader came from and never choose the page. Names ending in * are beginnings.
# Checked 2026-11 against the links in published feeds; "ref", "id", "p" and "page" choose pages and stay out.
TRACKING_PARAMETERS = (
    "__twitter_impression",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "at_*",  # BBC, France Médias Monde.
    "campaign_id",
    "cmp",  # The Guardian.
    "cmpid",
    "dclid",
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "guccounter",  # Yahoo.
    "guce_*",
    "igsh",
    "igshid",
    "maca",  # Deutsche Welle.
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "mtm_*",
    "ns_*",  # BBC.
    "ocid",  # BBC, Microsoft.
    "oly_anon_id",
    "oly_enc_id",
    "pk_*",
    "s_cid",
    "smid",  # New York Times.
    "smtyp",
    "spm",
    "srsltid",
    "traffic_source",  # Al Jazeera.
    "ttclid",
    "twclid",
    "utm_*",
    "wbraid",
    "wt.mc_id",
    "wt_mc",
    "wt_zmc",
    "xtor",  # French houses.
    "yclid",
)
TRACKING = re.compile(
    "|".join(re.escape(name).replace(r"\*", ".*") for name in TRACKING_PARAMETERS), re.IGNORECASE | re.DOTALL
)
# Parameters that ask for the AMP form of the same page, with the values that do.
AMP_PARAMETERS = re.compile(r"amp(=(1|true|amp)?)?|outputtype=(amp|valueamp)", re.IGNORECASE)
# The AMP form of a page whose last segment is an id or slug: a section named "amp" has no such neighbour.
AMP_ENDING = re.compile(r"(?<=[0-9-])/amp(/?)$|(?<=[0-9a-f-])\.amp(?=(\.html?)?$)", re.IGNORECASE)
AMP_CACHE = re.compile(r"/[cv]/(s/)?([^/]+\.[^/]+)(/.*)?")
# Hosts of phones and AMP: dropped where a registrable name is left.
MOBILE_LABELS = frozenset({"amp", "m", "mobile"})
SECOND_LEVEL_LABELS = frozenset("ac co com edu go gov info mil ne net or org".split())

CONTROLS_AROUND = "".join(map(chr, range(0x21)))
IGNORED = re.compile("[\t\n\r]")
SURROGATE = re.compile("[\ud800-\udfff]")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
PORT = re.compile("(.*?)(?::([0-9]{0,8}))?", re.DOTALL)
FORBIDDEN_IN_HOST = re.compile("[\x00-\x20\x7f#%/:<>?@\\[\\\\\\]^`{|}]|[^\x00-\x7f]")
LAST_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?", re.DOTALL)
ADDRESS_PARTS = 4
ZEROS = re.compile(r"(?<![0-9a-f])0(?::0)+(?![0-9a-f])")
DOT = re.compile(r"\.|%2e", re.IGNORECASE)

PATH_UNSAFE = re.compile('[\x00-\x20\x7f"<>^`{}]|[^\x00-\x7f]')
QUERY_UNSAFE = re.compile("[\x00-\x20\x7f\"<>']|[^\x00-\x7f]")
FRAGMENT_UNSAFE = re.compile('[\x00-\x20\x7f"<>`]|[^\x00-\x7f]')
ESCAPED = re.compile("%([0-9A-Fa-f]{2})?")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


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


def canonicalise_url(url: str) -> str:
    """Return the one form of all URLs that lead to the same page.

    Raises ``RejectedError`` (``Reason.BAD_URL``) for what is no absolute http(s) URL, has credentials, or is too long.
    """
    parsed = parse_url(url)
    if parsed is None:
        raise RejectedError(Reason.BAD_URL, f"not a plain http(s) URL: {redact_url(url)}")
    text = str(fold_url(parsed))
    if len(text) > MAX_CHARACTERS:
        raise RejectedError(Reason.BAD_URL, f"longer than {MAX_CHARACTERS} characters: {redact_url(url)[:200]}")
    return text


def make_url_key(canonical_url: str, *, source_id: str | None = None, article_id_pattern: str | None = None) -> bytes:
    """Return the 32 bytes that identify a page: SHA-256 of the canonical URL, or of ``source#id`` where the source's pattern finds one."""
    if source_id is not None and article_id_pattern is not None:
        target = re.sub(r"^[a-z]+://[^/]*", "", canonical_url)
        found = re.search(article_id_pattern, target)
        if found and found[1]:
            return hashlib.sha256(f"{source_id}#{found[1]}".encode()).digest()
    return hashlib.sha256(canonical_url.encode("utf-8", "surrogatepass")).digest()


def resolve_link(base: str, href: str) -> str | None:
    """Return the absolute http(s) URL that ``href`` means on the page ``base``, or None where it is none or has credentials."""
    parsed = parse_url(href, parse_url(base))
    return str(parsed) if parsed else None


def host_of(url: str) -> str:
    """Return the URL's host in lower case and punycode, or an empty string where it has none."""
    parsed = parse_url(url)
    return parsed.host if parsed else ""


def redact_url(url: str) -> str:
    """Return the URL fit for logs: without credentials, query and fragment, and at most 200 characters."""
    plain = re.sub(r"^([^/?#]*:)?([/\\]{0,2})[^/\\?#]*@", r"\1\2", re.split("[?#]", url, maxsplit=1)[0])
    return plain.encode("ascii", "backslashreplace").decode()[:200]


def parse_url(text: str, base: Url | None = None) -> Url | None:
    """Return the parts of an absolute http(s) URL, or of a link on ``base``; None for anything else and for credentials."""
    if len(text) > MAX_CHARACTERS_READ:
        return None
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
        literal, _, tail = authority[1:].partition("]")
        host, port = write_ipv6(literal), tail.removeprefix(":")
        if tail and not tail.startswith(":"):
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
    host = name.lower() if name.isascii() and "xn--" not in name.lower() else write_punycode(name)
    if not host or not host.strip(".") or len(host) > 254 or FORBIDDEN_IN_HOST.search(host):
        return None
    return write_ipv4(host) if LAST_NUMBER.fullmatch(host) else host


def write_punycode(name: str) -> str | None:
    """Return an international name in ASCII by UTS 46, or None where a letter is not allowed."""
    try:
        labels = idna.uts46_remap(name, std3_rules=False).split(".")
        for label in labels:
            if label.startswith("xn--"):
                idna.uts46_remap(label[4:].encode("ascii").decode("punycode"), std3_rules=False)
        return ".".join(label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in labels)
    except (idna.IDNAError, UnicodeError):
        return None


def write_ipv4(host: str) -> str | None:
    """Return the four decimals of an IPv4 address written with one to four decimal, octal or hexadecimal numbers."""
    parts = host.removesuffix(".").split(".")
    try:
        numbers = [read_number(part) for part in parts]
    except ValueError:
        return None
    *first, last = numbers
    if len(numbers) > ADDRESS_PARTS or any(number > 0xFF for number in first) or last >= 256 ** (5 - len(numbers)):
        return None
    return str(ipaddress.IPv4Address(sum(number << (24 - 8 * index) for index, number in enumerate(first)) + last))


def read_number(part: str) -> int:
    """Return the value of a number in C notation. Raises ``ValueError`` where it is none."""
    if not re.fullmatch("0x[0-9a-f]*|[0-9]+", part) or len(part) > 64:
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
    return "/" + escape("/".join(kept), PATH_UNSAFE)


def escape(text: str, unsafe: re.Pattern[str]) -> str:
    """Return the text with each unsafe character as percent-escaped UTF-8."""
    return unsafe.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def unify_escapes(text: str) -> str:
    """Return the text with escapes in upper case, none for letters and digits, and none broken."""

    def write(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16)) if found[1] else ""
        return character if character in UNRESERVED else f"%{found[1].upper()}" if found[1] else "%25"

    return ESCAPED.sub(write, text)


def fold_url(url: Url) -> Url:
    """Return the URL without fragment, tracking, and the marks of AMP and phone editions."""
    query = None if url.query is None else "&".join(filter(is_meaningful, unify_escapes(url.query).split("&"))) or None
    path = AMP_ENDING.sub(r"\1", unify_escapes(url.path))
    folded = replace(url, host=fold_host(url.host), path=path, query=query, fragment=None)
    original = unwrap_amp_cache(folded)
    return folded if original is None else fold_url(original)


def is_meaningful(parameter: str) -> bool:
    """Tell whether a parameter may choose the page."""
    name = parameter.removeprefix("amp;").partition("=")[0]
    return bool(parameter) and not TRACKING.fullmatch(name) and not AMP_PARAMETERS.fullmatch(parameter)


def fold_host(host: str) -> str:
    """Return the host without the label of its phone or AMP edition, where a registrable name is left."""
    host = host.removesuffix(".") if len(host) > 1 else host
    first, _, rest = host.partition(".")
    labels = rest.split(".")
    if first not in MOBILE_LABELS or len(labels) == 1 or (len(labels) == 2 and labels[0] in SECOND_LEVEL_LABELS):
        return host
    return fold_host(rest)


def unwrap_amp_cache(url: Url) -> Url | None:
    """Return the page that Google's AMP cache copies, or None where the URL is not of that cache."""
    found = AMP_CACHE.fullmatch(url.path) if url.host.endswith(".cdn.ampproject.org") else None
    return parse_url(f"http{found[1] and 's' or ''}://{found[2]}{found[3] or '/'}") if found else None
