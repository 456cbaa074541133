"""Which addresses are fetched, and which IP addresses are public."""

from __future__ import annotations

import pytest

from silang.errors import FetchError
from silang.reading.fetching.addresses import address_of, is_public


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("https://koranbayangan.test", "https://koranbayangan.test/"),
        (" https://Koranbayangan.TEST/a b?x=1&y=é#z ", "https://koranbayangan.test/a%20b?x=1&y=%C3%A9"),
        ("http://koran-bayangán.test:8080/a%20b", "http://xn--koran-bayangn-feb.test:8080/a%20b"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_in_its_plain_form(given: str, plain: str) -> None:
    assert address_of(given).url == plain


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("koranbayangan.test/a", "without a scheme"),
        ("ftp://koranbayangan.test/", "not ftp"),
        ("file:///etc/hostname", "not file"),
        ("javascript:alert(1)", "not javascript"),
        ("http:///a", "without a host"),
        ("http://nama:sandi@koranbayangan.test/", "a name or password"),
        ("http://koranbayangan.test:99999/", "not an address"),
        ("http://[::1/", "not an address"),
        (f"http://{'a' * 64}.test/", "not an address"),
        (f"http://koranbayangan.test/{'a' * 3000}", "3,026 characters"),
    ],
)
def test_what_is_no_address_that_is_fetched(given: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        address_of(given)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::1", False),
        ("64:ff9b::5db8:d822", True),  # 93.184.216.34 behind NAT64
        ("64:ff9b:1::1", False),
        ("fec0::1", False),
        ("192.0.0.8", False),
        ("3fff::1", False),
    ],
)
def test_which_ip_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("link", ["http://[::1", "//[", "http://k.test:ab/"])
def test_a_link_that_is_broken_is_refused_in_words(link: str) -> None:
    with pytest.raises(FetchError, match="not an address"):
        address_of(link, "https://koranbayangan.test/umpan.xml")


def test_a_link_is_read_on_its_page() -> None:
    assert address_of("/a?b=1", "https://koranbayangan.test/x/umpan.xml").url == "https://koranbayangan.test/a?b=1"
