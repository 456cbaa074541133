"""Pages in charsets that they say, do not say, or say wrongly."""

from __future__ import annotations

import time

import pytest

from silang.reading.html import read_page

LINES = (
    "Warga Desa Sukamaju membersihkan saluran air selama tiga hari setelah air Kali Bening meluap ke jalan utama.",
    "“Kafé di pasar itu tutup – lumpurnya tebal,” kata Lurah José Wiryo di balai desa pada Senin sore.",
)


def page(charset: str | None) -> str:
    meta = f"<meta charset='{charset}'>" if charset else ""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    return f"<html><head>{meta}<title>Kafé Tutup</title></head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", None),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "utf-16"),
        ("utf-8-sig", "windows-1252"),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "utf-7"),
        ("cp1252", "tidak-ada"),
        ("cp1252", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", "utf-8"),
        ("cp1250", "windows-1250"),
    ],
)
def test_a_page_is_read_in_the_charset_that_it_is_in(held: str, said: str | None) -> None:
    found = read_page(page(said).encode(held))
    assert not isinstance(found, str)
    assert found.text.split("\n") == list(LINES)


def test_one_broken_letter_does_not_turn_the_charset_of_a_page() -> None:
    data = page("utf-8").encode().replace(b"Senin", b"S\xe9nin")
    found = read_page(data)
    assert not isinstance(found, str)
    assert "José Wiryo di balai desa pada S\ufffdnin" in found.text


@pytest.mark.parametrize(
    "head",
    [
        "<title>Banjir" + " - Kompas.com" * 40_000 + "</title>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "B'
        + " - Kompas.com" * 40_000
        + '"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        + "[" * 900
        + '"x"'
        + "]" * 900
        + "}</script>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "'
        + "1" * 400_000
        + '"}</script>',
    ],
    ids=["title", "headline", "lists in lists", "time"],
)
def test_what_a_page_says_of_itself_is_read_in_a_moment_however_long(head: str) -> None:
    data = page("utf-8").replace("<title>Kafé Tutup</title>", head).encode()
    read_page(page("utf-8").encode())  # trafilatura is loaded
    started = time.process_time()
    assert not isinstance(read_page(data), str)
    assert time.process_time() - started < 2
