"""Saved pages of outlets: the article's text by trafilatura; what JSON-LD, OpenGraph and meta say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from silang.model import Skipped
from silang.reading.files import UNREADABLE_TEXT, decode
from silang.reading.opening import dated
from silang.reading.outlets import find_outlet
from silang.reading.records import MAX_LINE, Given, Record
from silang.reading.times import iso_time

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle")
_SITE = re.compile(r"\s+[-–—|]\s+([^-–—|]{2,40})$")
_DATED = 40  # elements that are looked at for a time
_META = {
    "headline": ("og:title", "twitter:title", "title"),
    "published": ("article:published_time", "datepublished", "publishdate", "pubdate", "date", "dc.date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified"),
    "url": ("og:url", "twitter:url"),
    "outlet": ("og:site_name", "publisher", "cre"),
    "author": ("author", "article:author", "dc.creator", "content_author"),
}


def read_html(data: bytes, stem: str, path: str) -> Iterator[Record | Skipped]:
    """The record of one saved page, headline and times from its metadata; passed over where it holds no article."""
    import lxml.html
    import trafilatura
    from lxml.etree import LxmlError

    if len(data) > MAX_LINE:
        yield Skipped(path, f"a page larger than {MAX_LINE // 2**20} MB; no report is that long")
        return
    try:
        tree = lxml.html.fromstring(_marked(data))
    except (LxmlError, ValueError) as error:
        yield Skipped(path, f"not HTML that can be read: {error}")
        return
    decoded = decode(data)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False)
    if not text:
        yield Skipped(path, UNREADABLE_TEXT if decoded is None else "no article found in this page")
        return
    yield Record(text, _given(tree), stem, path)


def _marked(data: bytes) -> bytes | str:
    """The page as text where it is plainly UTF-8; else as bytes, whose own charset decides."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    return text if not text.lstrip().startswith("<?xml") else data


def _given(tree: HtmlElement) -> Given:
    stated, meta = _article(tree), _meta(tree)

    def first(key: str, field: str) -> str | None:
        return _name(stated.get(key)) or next((meta[name] for name in _META[field] if meta.get(name)), None)

    link = tree.xpath("string(//link[@rel='canonical']/@href)")
    authors = stated.get("author")
    names = authors if isinstance(authors, list) else [authors]
    found = tuple(name for item in names if (name := _name(item)))
    return Given(
        url=str(link) or first("url", "url"),
        outlet=first("publisher", "outlet"),
        headline=_unsigned(first("headline", "headline") or str(tree.xpath("string(//title)"))),
        published=iso_time(first("datePublished", "published") or "") or _printed(tree),
        updated=iso_time(first("dateModified", "updated") or ""),
        authors=found or tuple(meta[n] for n in _META["author"] if meta.get(n))[:1],
    )


def _unsigned(title: str) -> str | None:
    """A title without the site's name at its end: ``Banjir Surut - Kompas.com Regional``."""
    title = " ".join(title.split())
    while (cut := _SITE.search(title)) and any(find_outlet(name) for name in _names(cut.group(1))):
        title = title[: cut.start()]
    return title or None


def _names(words: str) -> Iterator[str]:
    """Beginnings of `words`, the longest first."""
    parts = words.split()
    return (" ".join(parts[:n]) for n in range(len(parts), 0, -1))


def _printed(tree: HtmlElement) -> str | None:
    """The publishing time that the page prints in an element of that name."""
    named = " or ".join(f"contains(@class, '{word}')" for word in ("date", "time", "tanggal", "waktu"))
    for node in tree.xpath(f"//body//*[{named}]")[:_DATED]:
        made = dated(" ".join(node.text_content().split()))
        if made and "T" in made:  # a day alone may be another report's
            return made
    return None


def _article(tree: HtmlElement) -> Mapping[str, object]:
    """The page's own NewsArticle in JSON-LD, empty where there is none that can be read."""
    for node in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(str(node), strict=False)
        except (ValueError, RecursionError):
            continue
        todo = [value]
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, Mapping):
                kinds = item.get("@type")
                if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    return item
                todo.append(item.get("@graph"))
    return {}


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.xpath("//meta[@content]"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").casefold()
        if name and (content := " ".join(node.get("content", "").split())):
            found.setdefault(name, content)
    return found


def _name(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        return _name(value[0]) if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None
