"""URLs folded to one canonical form each, and keyed."""

import hashlib
import re
from dataclasses import replace
from urllib.parse import SplitResult, urlsplit

from warraq.errors import RejectedError
from warraq.model import Reason, Source
from warraq.urls.standard import Url, escape, parse_url

MAX_CHARACTERS = 2_000  # Of the canonical form.
MAX_CHARACTERS_LOGGED = 200

# Parameters that tell where a reader came from and never choose the page. Names ending in * are beginnings.
# Checked 2026-11 against the links in published feeds; "ref", "id", "p" and "page" choose pages and stay out.
# Sessions are among them: old servers give every reader without a cookie a new one, in every link of a feed.
TRACKING_PARAMETERS = (
    ".tsrc",  # Yahoo.
    "__s",  # Drip.
    "__twitter_impression",
    "_branch_match_id",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "amp_gsa",
    "amp_js_v",  # Google's AMP viewer.
    "aspsessionid*",
    "at_*",  # BBC, France Médias Monde.
    "campaign_id",
    "cmp",  # The Guardian.
    "cmpid",
    "cn-reloaded",  # Condé Nast.
    "dclid",
    "dicbo",  # Outbrain.
    "epik",  # Pinterest.
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fbclid",
    "gaa_*",  # Google's subscriptions.
    "gad_campaignid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "guccounter",  # Yahoo.
    "guce_*",
    "hsctatracking",
    "igsh",
    "igshid",
    "ito",  # Daily Mail.
    "jsessionid",
    "li_fat_id",  # LinkedIn.
    "maca",  # Deutsche Welle.
    "mc_cid",
    "mc_eid",
    "mibextid",  # Facebook.
    "mkt_tok",
    "msclkid",
    "mtm_*",
    "ns_*",  # BBC.
    "ocid",  # BBC, Microsoft.
    "oly_anon_id",
    "oly_enc_id",
    "phpsessid",
    "pk_*",
    "rdt_cid",  # Reddit.
    "ref_src",  # Twitter.
    "s_cid",
    "s_kwcid",
    "sc_cid",
    "sfnsn",  # Facebook.
    "smid",  # New York Times.
    "smtyp",
    "spm",
    "srsltid",
    "tblci",  # Taboola.
    "tpcc",  # TechCrunch.
    "traffic_source",  # Al Jazeera.
    "ttclid",
    "twclid",
    "usqp",
    "utm_*",
    "vero_id",
    "wbraid",
    "wpisrc",  # Washington Post.
    "wt.mc_id",
    "wt_mc",
    "wt_zmc",
    "xtor",  # French houses.
    "yclid",
    "ysclid",  # Yandex.
)
TRACKING = re.compile(
    "|".join(re.escape(name).replace(r"\*", ".*") for name in TRACKING_PARAMETERS), re.IGNORECASE | re.DOTALL
)
# Parameters that ask for the AMP form of the same page, with the values that do.
AMP_PARAMETERS = re.compile(r"amp(=(1|true|amp)?)?|outputtype=(amp|valueamp)", re.IGNORECASE)
# The AMP form of a page whose last segment is an id or slug: a section named "amp" has no such neighbour.
AMP_ENDING = re.compile(r"(?:/amp(/?)|\.amp(\.html?)?)\Z", re.IGNORECASE)
AMP_ENDING_SIZE = 9
ID_OR_SLUG = re.compile("[0-9%-]")
AMP_CACHE = re.compile(r"/[cv]/(s/)?([^/]+\.[^/]+)(/.*)?")
# Hosts of phones and AMP: dropped where a registrable name is left.
MOBILE_LABELS = frozenset({"amp", "m", "mobile"})
SECOND_LEVEL_LABELS = frozenset({"ac", "co", "com", "edu", "go", "gov", "info", "mil", "ne", "net", "or", "org"})

USER = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*:(?=[/\\]))?([/\\]*)[^/\\?#]*@")
# Escapes of letters beyond ASCII come in runs, of which only the case is folded: an Arabic slug holds a hundred.
ESCAPED = re.compile("((?:%[89A-Fa-f][0-9A-Fa-f])+)|%([0-9A-Fa-f]{2})?")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# Programs differ in whether they escape these, and servers take both alike: they part nothing where they stand.
PLAIN_IN_PATH = UNRESERVED | frozenset("!'()*,:@")
PLAIN_IN_QUERY = UNRESERVED | frozenset("!()*,/:?@")
UNWISE = re.compile(r"[\\^|\[\]{}`]")  # Browsers send these as they are; RFC 3986 has them escaped.


def canonicalise_url(url: str) -> str:
    """Return the one form of all URLs that lead to the same page.

    Raises ``RejectedError`` (``Reason.BAD_URL``) for what is no absolute http(s) URL, has credentials, or is too long.
    """
    parsed = parse_url(url)
    if parsed is None or not is_resolvable(parsed.host):
        raise RejectedError(Reason.BAD_URL, f"not a plain http(s) URL: {redact_url(url)}")
    text = str(fold_url(parsed))
    if len(text) > MAX_CHARACTERS:
        raise RejectedError(Reason.BAD_URL, f"longer than {MAX_CHARACTERS} characters: {redact_url(url)}")
    return text


def make_url_key(canonical_url: str, source: Source | None = None) -> bytes:
    """Return the 32 bytes that identify a page: SHA-256 of its canonical URL, or of ``source#id``.

    The latter where the host is the source's own and its pattern, whose one group is the publisher's id, is found in
    the URL's path and query. Another host of the publisher may count its articles anew.
    """
    if source is not None and source.article_id_pattern and is_own_host(host_of(canonical_url), source):
        target = re.sub(r"^[a-z]+://[^/]*", "", canonical_url)
        found = re.search(source.article_id_pattern, target)
        if found and found[1]:
            return hashlib.sha256(f"{source.source_id}#{found[1]}".encode("utf-8", "surrogatepass")).digest()
    return hashlib.sha256(canonical_url.encode("utf-8", "surrogatepass")).digest()


def is_own_host(host: str, source: Source) -> bool:
    """Tell whether the host is the source's own: its homepage's or one its file lists, with or without ``www.``."""
    own = {host_of(source.homepage), *source.hosts}
    return bool(host) and host.removeprefix("www.") in {name.removeprefix("www.") for name in own}


def resolve_link(base: str, href: str) -> str | None:
    """Return the absolute http(s) URL that ``href`` means on the page ``base``; None for others and for credentials."""
    parsed = parse_url(href, parse_url(base))
    return str(parsed) if parsed else None


def host_of(url: str) -> str:
    """Return the URL's host in lower case and punycode, or an empty string where it has none."""
    parsed = parse_url(url)
    return parsed.host if parsed else ""


def host_name(url: str) -> str:
    """Return the name that a host's pages and its lease go by: as ``host_of`` says it.

    Of an address that is none for us (it holds credentials, or a broken host), the host is as written, in lower case.
    """
    return host_of(url) or split_url(url).hostname or ""


def split_url(url: str) -> SplitResult:
    """Return the parts of a URL as it is written; all of them are empty where it is none, as ``http://[x/``."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def redact_url(url: str) -> str:
    """Return the URL fit for logs: without credentials, query and fragment, and at most 200 characters, all ASCII."""
    plain = USER.sub(r"\1\2", re.split("[?#]", re.sub("[\t\n\r]", "", url), maxsplit=1)[0])
    return plain.encode("ascii", "backslashreplace").decode()[:MAX_CHARACTERS_LOGGED]


def unify_escapes(text: str, plain: frozenset[str]) -> str:
    """Return the text with escapes in upper case, none for what is ``plain``, and none broken."""

    def write(found: re.Match[str]) -> str:
        if found[1]:
            return found[1].upper()
        character = chr(int(found[2], 16)) if found[2] else ""
        return character if character in plain else f"%{found[2].upper()}" if found[2] else "%25"

    return escape(ESCAPED.sub(write, text), UNWISE)


def fold_url(url: Url) -> Url:
    """Return the URL without fragment, tracking, and the marks of AMP and phone editions."""
    original = unwrap_amp_cache(url)
    if original:
        return fold_url(original)
    query = "&".join(filter(is_meaningful, unify_escapes(url.query or "", PLAIN_IN_QUERY).split("&")))
    path = strip_amp(re.sub(r";jsessionid=[^/]*", "", unify_escapes(url.path, PLAIN_IN_PATH), flags=re.IGNORECASE))
    return replace(url, host=fold_host(url.host), path=path, query=query or None, fragment=None)


def strip_amp(path: str) -> str:
    """Return the path of the page whose AMP form this is, or the path itself."""
    while found := AMP_ENDING.search(path, max(0, len(path) - AMP_ENDING_SIZE)):
        plain = path[: found.start()]
        if not ID_OR_SLUG.search(plain.rpartition("/")[2]):
            break
        path = plain + (found[1] or found[2] or "")
    return path


def is_resolvable(host: str) -> bool:
    """Tell whether a name server may know the host: the URL standard lets empty labels pass."""
    return ".." not in host and not host.startswith(".")


def is_meaningful(parameter: str) -> bool:
    """Tell whether a parameter may choose the page."""
    name = parameter.removeprefix("amp;").partition("=")[0]
    return bool(parameter) and not TRACKING.fullmatch(name) and not AMP_PARAMETERS.fullmatch(parameter)


def fold_host(host: str) -> str:
    """Return the host without the label of its phone or AMP edition, where a registrable name is left."""
    first, _, rest = host.removesuffix(".").partition(".")
    second, _, third = rest.partition(".")
    is_registry = not third or (second in SECOND_LEVEL_LABELS and "." not in third)
    if not rest or first not in MOBILE_LABELS or is_registry:
        return host.removesuffix(".")
    return fold_host(rest)


def unwrap_amp_cache(url: Url) -> Url | None:
    """Return the page that Google's AMP cache copies, or None where the URL is not of that cache."""
    found = AMP_CACHE.fullmatch(url.path) if url.host.endswith(".cdn.ampproject.org") else None
    if not found:
        return None
    page = parse_url(f"{'https' if found[1] else 'http'}://{found[2]}{found[3] or '/'}")
    return replace(page, query=url.query) if page and is_resolvable(page.host) else None
