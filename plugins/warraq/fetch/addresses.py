"""Whom we may ask: URLs fit to be fetched, and addresses fit to be dialled.

The URL is only made sound here. What protects private networks is ``is_open``, asked with the very address that libcurl
is about to dial: no spelling of a host and no name that changes its answer gets past it.
"""

import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

import idna

from warraq.fetch.faults import Fault
from warraq.model import Reason
from warraq.settings import Network
from warraq.urls.standard import PLAIN_URL, drop_dots

MAX_URL_CHARACTERS = 8_192
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HOST_NAME = re.compile(r"[A-Za-z0-9._-]+")
SCHEMES = frozenset({"http", "https"})
URL_SAFE = "%/?:@!$&'()*+,;=~-._[]"  # Reserved characters of RFC 3986 keep their meaning; "%" is taken as encoded.

# Not for us though ``is_global`` of some Python version says otherwise (3.11.7 says it of each; measured 2026-11-23),
# from the IANA special-purpose registries and the clouds' documentation.
CLOSED_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "100.64.0.0/10",  # Carrier NAT; 100.100.100.200 is Alibaba's metadata.
        "168.63.129.16/32",  # Azure's platform service.
        "192.0.0.0/24",  # Protocol assignments; 192.0.0.192 is Oracle's metadata.
        "192.88.99.0/24",  # 6to4 relays.
        "::/96",  # IPv4-compatible, long withdrawn.
        "64:ff9b:1::/48",  # NAT64 within one network.
        "100::/64",  # Discarded.
        "2001::/23",  # Protocol assignments, Teredo among them.
        "2002::/16",  # 6to4: it carries any IPv4 address.
        "3fff::/20",  # Documentation (RFC 9637).
        "5f00::/16",  # Segment routing (RFC 9602).
        "fec0::/10",  # Site-local, withdrawn.
    )
)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address that is reached.
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_open(text: str, allowed: tuple[Network, ...]) -> bool:
    """Return whether the numeric address ``text`` may be dialled: a public one, or one in ``allowed``."""
    try:
        address = unwrap(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        return False
    if any(address in network for network in allowed):
        return True
    closed = address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global
    return not closed and not any(address in network for network in CLOSED_NETWORKS)


def unwrap(address: Address) -> Address:
    """Return the IPv4 address that a mapped or NAT64 address reaches, or the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        return address.ipv4_mapped or address
    return address


def read_literal(host: str) -> str | None:
    """Return the address that ``host`` spells (also in decimal, octal and hexadecimal), or None where it is a name."""
    if ":" in host:
        return host
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def check_url(url: str) -> str:
    """Return ``url`` in ASCII, without its fragment, fit to be sent. Raises ``Fault`` with ``BAD_URL``."""
    text = url.strip()
    if len(text) > MAX_URL_CHARACTERS or CONTROL.search(text):
        raise Fault(Reason.BAD_URL, "too long, or holds control characters")
    if PLAIN_URL.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
        port = parts.port
        if parts.scheme not in SCHEMES:
            raise Fault(Reason.BAD_URL, f"scheme {parts.scheme[:20]!r} is not http or https")
        if "@" in parts.netloc:
            raise Fault(Reason.BAD_URL, "holds credentials")
        host = encode_host(parts.hostname or "")
        query = f"?{quote(parts.query, safe=URL_SAFE)}" if parts.query else ""
        authority = host if port is None else f"{host}:{port}"
        return f"{parts.scheme}://{authority}{encode_path(parts.path)}{query}"
    except ValueError as error:
        raise Fault(Reason.BAD_URL, str(error)) from None


def encode_path(path: str) -> str:
    """Return ``path`` as libcurl sends it, so that what is kept is what was asked for."""
    return quote(drop_dots(path), safe=URL_SAFE)


def encode_host(host: str) -> str:
    """Return ``host`` as it goes on the wire: ASCII names, bracketed IPv6. Raises ``ValueError``, or ``Fault``."""
    if ":" in host:
        return f"[{ipaddress.IPv6Address(host)}]"
    name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    if not HOST_NAME.fullmatch(name):
        raise Fault(Reason.BAD_URL, f"no host name: {host[:80]!r}")
    return name


def follow_location(url: str, location: str | None) -> str:
    """Return the absolute URL a redirect from ``url`` names. Raises ``Fault`` with ``BAD_REDIRECT``.

    ``location`` is the header in latin-1: it is UTF-8 where it reads as such, and bytes to be escaped where not.
    """
    if not location:
        raise Fault(Reason.BAD_REDIRECT, "redirect without a Location")
    sent = location.encode("latin-1", "replace")
    try:
        text = sent.decode()
    except UnicodeDecodeError:
        text = quote(sent, safe=URL_SAFE + "#")
    try:
        return check_url(urljoin(url, text))
    except Fault as fault:
        raise Fault(Reason.BAD_REDIRECT, f"redirect: {fault.detail}") from None
    except ValueError as error:
        raise Fault(Reason.BAD_REDIRECT, str(error)) from None


def hide_credentials(url: str) -> str:
    """Return ``url`` with whatever stands before an ``@`` of its authority left out, fit to be logged."""
    if "@" not in url:
        return url
    scheme, separator, rest = url.partition("//")
    cut = min((place for place in map(rest.find, "/?#\\") if place >= 0), default=len(rest))
    return scheme + separator + rest[:cut].rpartition("@")[2] + rest[cut:]
