import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.fetch.addresses import check_url, hide_credentials, is_open
from warraq.fetch.faults import Fault
from warraq.model import Reason


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 -- An address to be refused, not to be bound.
        "10.0.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.168.1.1",
        "192.88.99.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "not an address",
        "",
    ],
)
def test_closed_addresses_are_refused(address: str) -> None:
    assert not is_open(address, ())


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_dialled(address: str) -> None:
    assert is_open(address, ())


def test_a_named_network_is_opened_and_nothing_beside_it() -> None:
    allowed = (ipaddress.ip_network("127.0.0.1/32"), ipaddress.ip_network("fd00::/8"))

    assert [is_open(address, allowed) for address in ("127.0.0.1", "::ffff:127.0.0.1", "127.0.0.2", "fd00::1")] == [
        True,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://News.Example/a", "https://news.example/a", id="case of the host"),
        pytest.param("http://news.example", "http://news.example/", id="no path"),
        pytest.param("http://news.example/a?b=1#c", "http://news.example/a?b=1", id="fragment"),
        pytest.param("http://news.example:8080/%20%D8", "http://news.example:8080/%20%D8", id="escaped"),
        pytest.param("http://news.example/خبر", "http://news.example/%D8%AE%D8%A8%D8%B1", id="Arabic path"),
        pytest.param("http://أخبار.example/", "http://xn--igbicxr.example/", id="Arabic host"),
        pytest.param("http://straße.example/", "http://xn--strae-oqa.example/", id="sharp s stays itself"),
        pytest.param("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/", id="IPv6"),
        pytest.param("  http://news.example/a \n", "http://news.example/a", id="white space around"),
        pytest.param("http://news.example/a'b(c)*~[d]", "http://news.example/a'b(c)*~[d]", id="marks"),
    ],
)
def test_urls_are_made_fit_to_be_sent(url: str, expected: str) -> None:
    assert check_url(url) == expected


@given(st.text())
def test_any_text_is_a_sound_url_or_a_fault(text: str) -> None:
    try:
        url = check_url(f"http://news.example/{text}")
    except Fault as fault:
        assert fault.reason is Reason.BAD_URL  # noqa: PT017 -- Either end is right.
    else:
        assert url.isascii()
        assert " " not in url
        assert check_url(url) == url


@given(st.from_regex(r"https?://[a-z0-9.-]{1,9}(/[A-Za-z0-9%.]{0,4}){1,3}(\?[a-z&=']{0,4})?", fullmatch=True))
def test_a_plain_url_is_made_fit_as_any_other(url: str) -> None:
    assert read(url) == read(f"{url}#fragment")


def read(url: str) -> str | Reason:
    try:
        return check_url(url)
    except Fault as fault:
        return fault.reason


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://u:p@news.example/a", "http://news.example/a"),
        ("http://u:p@x@news.example?q=@", "http://news.example?q=@"),
        ("http://news.example/a@b", "http://news.example/a@b"),
        ("nonsense", "nonsense"),
    ],
)
def test_credentials_are_hidden(url: str, expected: str) -> None:
    assert hide_credentials(url) == expected
