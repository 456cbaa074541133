"""What a page prints around its article: its time, its makers, and the columns of teasers beside it."""

from __future__ import annotations

import lxml.html
import pytest
from lxml.html import HtmlElement

from silang.reading.html import MAX_ELEMENTS, given_by, read_page
from silang.reading.pages import look
from silang.reading.printed import printed_author, printed_bylines, printed_published, teasers

HEAD = "Jembatan Melati Ambruk"
TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "SUKARAYA - Jembatan Melati di Kecamatan Wanasari ambruk pada Senin pagi setelah hujan deras dua hari.",
        "Bupati Ratna Permadi mengatakan tidak ada korban jiwa karena jembatan itu sudah ditutup sejak Minggu malam.",
        "“Kami menutupnya begitu retakan terlihat di tiang tengah jembatan,” kata Ratna kepada wartawan di lokasi.",
    )
)


def tree(body: str) -> HtmlElement:
    return lxml.html.fromstring(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<div>Rep: Sarwono Adi/ Red: Rukmini Sari</div>", ["Rep: Sarwono Adi/ Red: Rukmini Sari"]),
        ("<div><span> </span> Red: Rukmini Sari</div>", ["Red: Rukmini Sari"]),
        ("<div>Pewarta: <span>Sarwono Adi</span></div>", ["Pewarta: Sarwono Adi"]),
        (
            "<table><tr><td>Penulis</td><td>: Sarwono Adi</td></tr><tr><td>Editor</td><td>: Rukmini Sari</td></tr>",
            ["Penulis: Sarwono Adi", "Editor: Rukmini Sari"],
        ),
        ("<p>Editor: Rukmini Sari</p><p>Editor: Rukmini Sari</p>", ["Editor: Rukmini Sari"]),
        ("<p>Editor</p><p>Redaksi</p>", []),
        ("<p>Oleh karena itu: warga pulang.</p>", []),
        (f"<p>Editor: {'kata ' * 60}</p>", []),
    ],
)
def test_lines_that_name_who_made_the_report(body: str, lines: list[str]) -> None:
    assert list(printed_bylines(tree(body))) == lines


def test_a_printed_editor_is_no_author_though_the_metadata_say_so() -> None:
    meta = '<meta name="author" content="Rukmini Sari">'
    seen = look(lxml.html.fromstring(f"<html><head>{meta}</head><body><div>Red: Rukmini Sari</div></body></html>"))
    given = given_by(seen.told)
    assert [(line.role, line.name) for line in given.bylines] == [("editor", "Rukmini Sari")]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('<div class="author"><strong>Sarwono Adi</strong> - koranbayangan</div>', "Sarwono Adi"),
        ('<div itemprop="author">Oleh : <b>Sarwono Adi</b></div>', "Sarwono Adi"),
        ('<div class="byline">Pewarta: Sarwono Adi</div>', None),
        ("<div>Sarwono Adi</div>", None),
    ],
)
def test_who_signs_in_an_element_of_that_name(body: str, name: str | None) -> None:
    assert printed_author(tree(body)) == name


def test_a_time_below_the_headline_whatever_its_element_is_called() -> None:
    top = "<div>Selasa, 4 Februari 2031 | 07:00 WIB</div>"
    body = f"{top}<h1>Koran</h1><h2>{HEAD}</h2><div class='kecil'>Senin, 3 Februari 2031 | 21:04 WIB</div>"
    assert printed_published(tree(body), f"{HEAD} - Koran Bayangan", ()) == "2031-02-03T21:04+07:00"


def column(days: int, text: str = "Pasar Ikan Tua Dipugar Lagi Setelah Lama Kosong") -> str:
    items = (f"<li>{n + 1}/02/2031 09:25 WIB <a href='/{n}'>{text} {n}</a></li>" for n in range(days))
    return f"<ul>{''.join(items)}</ul>"


def test_a_column_of_dated_teasers_is_not_read() -> None:
    page = read_page(f"<html><body><div>{column(6)}{TEXT.replace('<p>', '<br>')}</div></body></html>".encode())
    assert not isinstance(page, str)
    assert "retakan terlihat" in page.text
    assert "Pasar Ikan" not in page.text


def test_what_is_no_column_of_teasers_stays() -> None:
    entries = "".join(
        f"<li>{n}/02/2031 09:25 WIB Air di hilir Kali Bening naik lagi, warga menjauh <a href='#'>bagi</a></li>"
        for n in range(1, 6)
    )
    assert teasers(tree(f"<ul>{entries}</ul>")) == []
    assert teasers(tree(column(1))) == []
    assert len(teasers(tree(column(2)))) == 2
    short = "<li>Urutan ke-9 pada 7/02/2031 pukul 09:25 WIB Rubrik Foto <a href='/9'>Panen</a></li></ul>"
    assert len(teasers(tree(column(2).replace("</ul>", short)))) == 3


def test_a_page_of_countless_elements_is_refused_in_words() -> None:
    assert read_page(b"<body>" + b"<i>x</i>" * MAX_ELEMENTS) == (
        "a page of more than 100,000 elements; no report has so many"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + TEXT,
        f"<article>{TEXT}</article>" + "<b>" * 100_000,
        f"<article>{TEXT}</article>".replace("Melati", "Mel\0ati") + "\0" * 1000,
        f'<script type="application/ld+json">{"[" * 100_000}</script><article>{TEXT}</article>',
        f'<script type="application/ld+json">[{"[]," * 300_000}[]]</script><article>{TEXT}</article>',
        f"<img src='data:{'a' * 2_000_000}'><article>{TEXT}</article>",
    ],
    ids=["deep", "deep after the article", "NULs", "deep JSON-LD", "long JSON-LD", "a picture in the page"],
)
def test_hostile_pages_end_in_text_or_in_words(page: str) -> None:
    found = read_page(page.encode())
    assert found == "no article found in this page" if isinstance(found, str) else "retakan terlihat" in found.text
