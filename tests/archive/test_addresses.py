"""What makes two reports one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from silang.archive.addresses import address, plain_url
from tests.archive.newsroom import bridge, bridge_too


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gelora.test/berita/1/",
        "http://gelora.test/berita/1?utm_source=x&fbclid=y#atas",
        " https://GELORA.test/berita/1 ",
    ],
)
def test_one_page(url: str) -> None:
    assert plain_url(url) == "gelora.test/berita/1"


def test_parameters_that_name_a_page_stay() -> None:
    assert plain_url("https://gelora.test/baca?id=7&utm_medium=y") == "gelora.test/baca?id=7"


@pytest.mark.parametrize("url", [None, "", "n/a", "https://gelora.test/", "http://[kacau"])
def test_without_a_page_the_text_tells(url: str | None) -> None:
    one, other = replace(bridge(), url=url), replace(bridge_too(), url=url)
    assert address(one) != address(other)
    assert address(one) == address(replace(one, id="lain", input="lain.txt"))
    assert address(one) != address(replace(one, outlet=None))


def test_a_query_that_is_no_text_still_names_its_page() -> None:
    pages = [f"https://gelora.test/baca?judul={query}" for query in ("%E9", "%E8", "\ud800", "\udce9x", "é")]
    assert len({plain_url(page) for page in pages}) == len(pages)
    assert len({address(replace(bridge(), url=page)) for page in pages}) == len(pages)
