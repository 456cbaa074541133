"""Feeds and sitemaps: what an item tells, and what is said of those that are not read whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from silang.reading import read
from silang.reading.feeds import MAX_ITEMS, Feed, is_feed, parse_feed

BODY = (
    "SUKARAYA - Jembatan Melati di Kecamatan Wanasari ambruk pada Senin pagi.",
    "Bupati Ratna Permadi mengatakan tidak ada korban jiwa karena jembatan itu sudah ditutup sejak Minggu malam.",
)
WHOLE = "".join(f"<p>{line}</p>" for line in BODY)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Kumpulan Kabar</title><link>https://kumpulan.test/</link>
<item><title>Jembatan Melati Ambruk&nbsp;di Wanasari - Koran Bayangan</title><link>https://koranbayangan.test/1</link>
<source url="https://koranbayangan.test">Koran Bayangan</source><dc:creator>Sarwono Adi</dc:creator>
<pubDate>Mon, 03 Feb 2031 10:20:00 +0700</pubDate><media:content url="x"/><description>Ringkas.</description>
<content:encoded><![CDATA[{WHOLE}<script>alert(1)</script>]]></content:encoded></item>
<item><title>Warga Menyeberang dengan Rakit Bambu</title><guid>https://koranbayangan.test/2</guid>
<author>redaksi@koranbayangan.test (Rukmini Sari)</author>
<description>&lt;b&gt;Warga&lt;/b&gt; menyeberang dengan rakit yang dijaga petugas balai desa.</description></item>
<item><title>Hanya Judul</title><guid isPermaLink="false">9</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><entry>
<title type="html">Air &amp;amp; Api</title>
<link rel="self" href="https://koranbayangan.test/feed/1"/><link href="https://koranbayangan.test/1"/>
<published>2031-02-03T10:20:00+07:00</published><updated>2031-02-03T11:00:00+07:00</updated>
<author><name>Sarwono Adi</name></author><source><title>Koran Bayangan</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><title>Air Surut</title><link>https://koranbayangan.test/1</link>
<dc:date>2031-02-03</dc:date><dc:publisher>Koran Bayangan</dc:publisher></item></rdf:RDF>"""
NEWS = """<!-- peta --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://koranbayangan.test/1</loc><news:news>
<news:publication><news:name>Koran Bayangan</news:name></news:publication><news:title>Air Surut</news:title>
<news:publication_date>2031-02-03T10:20:00+07:00</news:publication_date></news:news></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>https://k.test/lama.xml</loc><lastmod>2030-01-01</lastmod></sitemap>
<sitemap><loc>https://k.test/baru.xml</loc><lastmod>2031-01-01</lastmod></sitemap></sitemapindex>"""


def parsed(text: str) -> Feed:
    feed = parse_feed(text.encode())
    assert isinstance(feed, Feed)
    return feed


def test_rss_with_source_content_and_entities_of_html() -> None:
    first, second, third = parsed(RSS).items
    assert first.whole
    assert first.text == "Jembatan Melati Ambruk di Wanasari\n\n" + "\n".join(BODY)
    assert (first.given.outlet, first.given.published) == ("Koran Bayangan", "2031-02-03T10:20+07:00")
    assert first.given.authors == ("Sarwono Adi",)
    assert (second.whole, second.url, second.given.authors) == (
        False,
        "https://koranbayangan.test/2",
        ("Rukmini Sari",),
    )
    assert (third.text, third.url) == (None, None)


def test_atom() -> None:
    (item,) = parsed(ATOM).items
    assert item.whole
    assert item.text == "Air & Api\n\n" + "\n".join(BODY)
    given = item.given
    assert (given.url, given.outlet, given.headline) == ("https://koranbayangan.test/1", "Koran Bayangan", "Air & Api")
    assert (given.published, given.updated) == ("2031-02-03T10:20:00+07:00", "2031-02-03T11:00:00+07:00")


@pytest.mark.parametrize(("text", "published"), [(RDF, "2031-02-03"), (NEWS, "2031-02-03T10:20:00+07:00")])
def test_rdf_and_news_sitemaps(text: str, published: str) -> None:
    (item,) = parsed(text).items
    given = item.given
    assert (given.url, given.outlet, given.headline) == ("https://koranbayangan.test/1", "Koran Bayangan", "Air Surut")
    assert given.published == published


def test_an_index_names_its_newest_sitemap_first() -> None:
    feed = parsed(INDEX)
    assert feed.kind == "index"
    assert [item.url for item in feed.items] == ["https://k.test/baru.xml", "https://k.test/lama.xml"]


@pytest.mark.parametrize("name", ["kabar.xml", "kabar.rss", "kabar"])
def test_a_saved_feed_is_read_and_what_is_not_whole_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS, encoding="utf-8")
    reading = read([tmp_path / name])
    first, second = reading.reports
    assert first.outlet is not None
    assert (first.outlet.name, first.url) == ("Koran Bayangan", "https://koranbayangan.test/1")
    assert first.headline == "Jembatan Melati Ambruk di Wanasari"
    assert [byline.name for byline in second.bylines] == ["Rukmini Sari"]
    said = [skip.reason for skip in reading.skipped]
    assert said[0].startswith("1 of 3 items of the feed hold no text")
    assert said[1].startswith("read in part: 1 of 3 items of the feed hold a summary")


def test_a_saved_sitemap_holds_no_texts(tmp_path: Path) -> None:
    (tmp_path / "peta.xml").write_text(NEWS, encoding="utf-8")
    (skip,) = read([tmp_path]).skipped
    assert skip.reason.startswith("a sitemap: addresses without texts")


BOMB = """<!DOCTYPE rss [<!ENTITY a 'kata'><!ENTITY b '&a;&a;'>]>
<rss><channel><item><title>&b;</title></item></channel></rss>"""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (BOMB.encode(), "declares entities"),
        (f"<?xml version='1.0' encoding='utf-16'?>{BOMB}".encode("utf-16"), "declares entities"),
        (f"<?xml version='1.0' encoding='utf-16be'?>{BOMB}".encode("utf-16-be"), "declares entities"),
        (b"<html><p>kata</p></html>", "no feed or sitemap that is known"),
        (b"kata", "not XML|no feed"),
        (b"<rss>" + b"<!-- -->" * 2_000_000, "larger than 8 MB"),
        (b"<urlset>" + b"<url/>" * (MAX_ITEMS + 1), "more than 50,000 items"),
    ],
)
def test_what_is_no_feed_that_is_read(data: bytes, says: str) -> None:
    found = parse_feed(data)
    assert isinstance(found, str)
    assert any(part in found for part in says.split("|"))


def test_entities_are_not_expanded_in_any_encoding_nor_files_read(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia", encoding="utf-8")
    text = f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE rss [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>"
    text += "<rss><channel><item><title>x&a;</title><link>http://k.test/&a;</link></item></channel></rss>"
    assert "rahasia" not in str(parse_feed(text.encode("utf-16")))


def test_a_title_too_long_for_one_tells_nothing() -> None:
    feed = parse_feed(
        f"<rss><channel><item><title>{'x' * 9_999}</title><link>http://k.test/a</link></item></channel></rss>".encode()
    )
    assert isinstance(feed, Feed)
    assert (feed.items[0].given.headline, feed.items[0].url) == (None, "http://k.test/a")


@pytest.mark.parametrize(
    "data",
    [
        b"<rss>" + b"<a>" * 100_000,
        b"<rss><channel><item><title>x</title>" + b"<b>" * 1000,
        b"<rss><channel>" + b"<item/>" * 20_000 + b"</channel></rss>",
        b"<rss><channel><item><description>" + b"&lt;div&gt;" * 50_000,
        b"<rss><channel><item><title>\0\0</title><link>x",
    ],
    ids=["deep", "cut off", "many", "deep HTML inside", "NULs"],
)
def test_hostile_feeds_end_in_items_or_in_words(data: bytes) -> None:
    found = parse_feed(data)
    assert isinstance(found, str) or len(found.items) <= 20_000


@pytest.mark.parametrize(
    ("head", "feed"),
    [
        (RSS, True),
        (ATOM, True),
        (NEWS, True),
        ("<!DOCTYPE html><html>", False),
        (" " * 5000, False),
        ("<" * 4000, False),
        ("<!---->" * 500, False),
        ("<!-- <rss> -->" * 200 + "<rss>", True),
    ],
)
def test_what_opens_as_a_feed(head: str, feed: bool) -> None:
    assert is_feed(head.encode()) is feed
