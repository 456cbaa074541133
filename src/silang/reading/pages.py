"""What a saved page says of itself: JSON-LD, OpenGraph, meta and its print, reconciled; and what form it has.

One thing is often told twice and differently. The order of trust is JSON-LD (schema.org `NewsArticle`), then
OpenGraph and meta in the order of `_META`, then what the page prints. `look` gives all of it; the first of each wins.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from silang.reading.outlets import find_outlet, fold
from silang.reading.printed import printed_author, printed_bylines, printed_published
from silang.reading.records import MAX_FIELD
from silang.reading.times import iso_time
from silang.reading.turns import turn_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Field = Literal["headline", "published", "updated", "url", "outlet", "author", "byline"]
Form = Literal["report", "amp", "paged", "live", "gallery", "video"]

_LIVE, _GALLERY, _VIDEO = "LiveBlogPosting", ("ImageGallery", "MediaGallery"), "VideoObject"
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", _LIVE)
_SITE = re.compile(r"\s+[-–—|]\s+([^-–—|]{2,40})$")
_GALLERY_PATH = re.compile(r"//[^/]+/(?:[\w-]+/)?(?:foto|photo|galeri|foto-news|fotonews)(?:/|$)|//(?:foto|photo)\.")
_VIDEO_PATH = re.compile(r"//[^/]+/(?:[\w-]+/)?(?:video|videos)/|//(?:video|tv)\.")
_PRINT = "the page's print"
_SEVERAL = ("author", "byline")  # fields of which one place may tell several
_LD: Mapping[Field, str] = {
    "headline": "headline", "published": "datePublished", "updated": "dateModified", "url": "url",
    "outlet": "publisher", "author": "author",
}  # fmt: skip
_META: Mapping[Field, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "title"),
    "published": ("article:published_time", "datepublished", "publishdate", "pubdate", "date", "dc.date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified"),
    "url": ("og:url", "twitter:url"),
    "outlet": ("og:site_name", "publisher", "cre"),
    "author": ("author", "article:author", "dc.creator", "content_author"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a page tells of its report: of which field, what, and where it says so (``og:title``)."""

    field: Field
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a page tells, in order of trust (times as ISO 8601, authors of one place together), and its form.

    `page`: which page of a paged article it is, None where that is not told."""

    told: tuple[Told, ...]
    form: Form
    page: int | None = None


def look(tree: HtmlElement) -> Look:
    """Reads all that the page says of itself, once."""
    (article, kinds), meta = _stated(tree), _meta(tree)
    link = str(tree.xpath("string(//link[@rel='canonical']/@href)"))
    url = link or meta.get("og:url", "")
    turn = turn_of(tree, url)
    form = _form(tree, kinds, url, meta.get("og:type", ""), turn is not None)
    told = tuple(_told(tree, article, meta, link))
    if turn is None or form != "paged":
        return Look(told, form)
    own = (Told("url", turn.url, "the page's turns"),) if turn.url != url else ()
    return Look((*own, *told), form, turn.page)


def _told(tree: HtmlElement, article: Mapping[str, object], meta: Mapping[str, str], link: str) -> Iterator[Told]:
    found = [Told("url", link, "canonical link")] if link else []
    for field, key in _LD.items():
        found.extend(Told(field, name, f"JSON-LD {key}") for name in _names(article.get(key)))
    for field, places in _META.items():
        found.extend(Told(field, meta[place], place) for place in places if meta.get(place))
    if title := " ".join(str(tree.xpath("string(//title)")).split()):
        found.append(Told("headline", title, "title element"))
    sites = tuple(one.value for one in found if one.field == "outlet")
    headline = next((one.value for one in found if one.field == "headline" and len(one.value) <= MAX_FIELD), None)
    if printed := printed_published(tree, headline, sites):
        found.append(Told("published", printed, _PRINT))
    if author := printed_author(tree):
        found.append(Told("author", author, _PRINT))
    found.extend(Told("byline", line, _PRINT) for line in printed_bylines(tree))
    return (clean for one in found if (clean := _clean(one, sites)))


def won(things: Iterable[Told], field: Field) -> tuple[Told, ...]:
    """What counts for `field`: the first place that tells of it, with all that it tells."""
    of = [one for one in things if one.field == field]
    return tuple(one for one in of if one.where == of[0].where) if field in _SEVERAL else tuple(of[:1])


def _form(tree: HtmlElement, kinds: set[str], url: str, type: str, paged: bool) -> Form:
    """What form a page has. `paged`: it is one page of several; `amp` is a whole report in another dress."""
    if _LIVE in kinds:
        return "live"
    if kinds & set(_GALLERY) or _GALLERY_PATH.search(url):
        return "gallery"
    article = kinds & set(_ARTICLES)
    if (_VIDEO in kinds and not article) or type.startswith("video") or _VIDEO_PATH.search(url):
        return "video"
    if paged:
        return "paged"
    return "amp" if "amp" in tree.attrib or "\u26a1" in tree.attrib else "report"


def _clean(one: Told, sites: Iterable[str]) -> Told | None:
    value: str | None = one.value
    if len(one.value) > MAX_FIELD:
        return None
    if one.field == "headline":
        value = _unsigned(one.value, {fold(site) for site in sites})
    elif one.field in ("published", "updated"):
        value = iso_time(one.value)
    elif one.field == "author" and "://" in one.value:  # a profile's address
        value = None
    return Told(one.field, value, one.where) if value else None


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if name := _name(item):
            yield name


def _unsigned(title: str, sites: Container[str]) -> str | None:
    """A title without the site's name at its end: ``Banjir Surut - Kompas.com Regional``."""
    title = " ".join(title.split())
    while (cut := _SITE.search(title)) and _is_site(cut.group(1), sites):
        title = title[: cut.start()]
    return title or None


def _is_site(words: str, sites: Container[str]) -> bool:
    return fold(words) in sites or any(find_outlet(name) for name in _beginnings(words))


def _beginnings(words: str) -> Iterator[str]:
    """Beginnings of `words`, the longest first."""
    parts = words.split()
    return (" ".join(parts[:n]) for n in range(len(parts), 0, -1))


def _stated(tree: HtmlElement) -> tuple[Mapping[str, object], set[str]]:
    """The page's own article in JSON-LD, empty where there is none that can be read; and the types of all its items."""
    found: Mapping[str, object] = {}
    types: set[str] = set()
    for node in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(str(node), strict=False)
        except (ValueError, RecursionError):
            continue
        todo = deque([value])
        while todo:
            item = todo.popleft()
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, Mapping):
                kinds = item.get("@type")
                mine = {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}
                types |= mine
                if not found and mine & set(_ARTICLES):
                    found = item
                todo.append(item.get("@graph"))
    return found, types


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
