"""Feeds: RSS 2.0 and 1.0, Atom, news sitemaps and indexes of sitemaps, parsed without loading or expanding anything.

Formats: RSS 2.0 with its content module and `<source>` (who published the item), RDF Site Summary 1.0 with Dublin Core,
RFC 4287, sitemaps.org 0.9 with Google's news extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING, Any, Literal

from silang.model import Skipped
from silang.reading.outlets import find_outlet, unsigned
from silang.reading.records import MAX_FIELD, MAX_LINE, Found, Given, Record
from silang.reading.times import iso_time

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Kind = Literal["feed", "sitemap", "index"]
MAX_ITEMS = 50_000  # of one feed; sitemaps.org allows no more
_HEAD = 4096  # bytes in which the root element must open
_ROOTS: dict[str, Kind] = {
    "rss": "feed", "RDF": "feed", "feed": "feed", "urlset": "sitemap", "sitemapindex": "index",
}  # fmt: skip
_ENTRIES: dict[Kind, tuple[str, ...]] = {"feed": ("item", "entry"), "sitemap": ("url",), "index": ("sitemap",)}
_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_DECLARES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DECLARING = "a feed that declares entities of its own; such feeds are not read"
_OPENS = re.compile(
    rb"(?>\s|<\?[^>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->|<!DOCTYPE[^>\[]{0,300}>)*+<(?:\w{1,20}:)?(\w+)", re.DOTALL
)
_TITLE = re.compile(r"\s+[-–—|:»]\s+")
_BLOCKS = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "figure", "tr", "table"))


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed or sitemap. `whole`: the text is the feed's full content, not its summary."""

    url: str | None
    given: Given
    text: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries in its order; for an index the addresses of its sitemaps, the newest first."""

    kind: Kind
    items: tuple[Item, ...]


def is_feed(head: bytes) -> bool:
    """Whether bytes that start so are a feed or sitemap."""
    found = _OPENS.match(head[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    return bool(found and found.group(1).decode("ascii", "replace") in _ROOTS)


def parse_feed(data: bytes) -> Feed | str:
    """The feed of those bytes; in plain words why not, where it is none or cannot be read safely."""
    from lxml import etree

    if len(data) > MAX_LINE:
        return f"a feed larger than {MAX_LINE // 2**20} MB"
    if _DECLARES.search(data):
        return _DECLARING
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(_ENTITY.sub(_numbered, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"not XML that can be read: {error}"
    dtd: Any = root.getroottree().docinfo.internalDTD if root is not None else None
    if dtd is not None and any(dtd.iterentities()):
        return _DECLARING  # in UTF-16, UTF-7 or such
    if root is None or (kind := _ROOTS.get(_name(root))) is None:
        return "XML, but no feed or sitemap that is known (RSS, Atom, sitemap)"
    channel = next((node for node in root if _name(node) == "channel"), root)
    held = dict.fromkeys(node for node in (*channel, *root) if _name(node) in _ENTRIES[kind])  # Atom: one and the same
    if len(held) > MAX_ITEMS:
        return f"a feed of more than {MAX_ITEMS:,} items"
    if kind == "index":
        newest = sorted(held, key=lambda node: _text(node, "lastmod") or "", reverse=True)
        return Feed(kind, tuple(Item(_text(node, "loc"), Given()) for node in newest))
    if kind == "sitemap":
        return Feed(kind, tuple(map(_mapped, held)))
    house = next((part for part in _TITLE.split(_text(channel, "title") or "") if find_outlet(part)), None)
    return Feed(kind, tuple(_item(node, house) for node in held))


def read_feed(data: bytes, stem: str, path: str) -> Found:
    """The records of a saved feed; said so where it holds summaries or addresses alone."""
    feed = parse_feed(data)
    if isinstance(feed, str):
        yield Skipped(path, feed)
        return
    if feed.kind != "feed":
        yield Skipped(path, "a sitemap: addresses without texts; `silang fetch` fetches their pages")
        return
    told = [item for item in feed.items if item.text]
    if bare := len(feed.items) - len(told):
        yield Skipped(path, f"{bare} of {len(feed.items)} items of the feed hold no text; `silang fetch` fetches pages")
    if parts := sum(not item.whole for item in told):
        reason = f"read in part: {parts} of {len(feed.items)} items of the feed hold a summary, not the whole report"
        yield Skipped(path, f"{reason}; `silang fetch` fetches their pages")
    for item in told:
        yield Record(item.text or "", item.given, stem, path)


def _numbered(match: re.Match[bytes]) -> bytes:
    """An entity of HTML as a number, which XML knows."""
    name = match.group(1).decode("ascii")
    if name in _XML or (letters := html5.get(f"{name};")) is None:
        return match.group()
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")


def _item(node: Element, house: str | None) -> Item:
    source = next((child for child in node if _name(child) == "source"), None)
    outlet = None
    if source is not None:
        outlet = _text(source, "title") or _words(source)
    headline = _plain(_text(node, "title"))
    headline = unsigned(headline, outlet) if headline else headline  # aggregators sign it
    whole, summary = _content(node, "encoded", "content"), _content(node, "description", "summary")
    text = whole or summary
    given = Given(
        url=_link(node),
        outlet=outlet or _text(node, "publisher") or house,
        headline=headline,
        published=_time(node, "pubDate", "published", "date", "issued"),
        updated=_time(node, "updated", "modified"),
        authors=tuple(_authors(node)),
    )
    return Item(given.url, given, f"{headline}\n\n{text}" if headline and text else text, bool(whole))


def _mapped(node: Element) -> Item:
    news = next((child for child in node if _name(child) == "news"), None)
    url = _text(node, "loc")
    if news is None:
        return Item(url, Given(url=url, updated=_time(node, "lastmod")))
    publication = next((child for child in news if _name(child) == "publication"), None)
    given = Given(
        url=url,
        outlet=_text(publication, "name") if publication is not None else None,
        headline=_text(news, "title"),
        published=_time(news, "publication_date"),
        updated=_time(node, "lastmod"),
    )
    return Item(url, given)


def _link(node: Element) -> str | None:
    """An item's page: RSS `link`, Atom `link` that leads to the page, a permanent `guid`."""
    for child in node:
        if _name(child) == "link":
            if (href := child.get("href")) and child.get("rel", "alternate") == "alternate":
                return href.strip()
            if child.text and child.text.strip():
                return child.text.strip()
    guid = next((child for child in node if _name(child) == "guid"), None)
    if guid is not None and guid.get("isPermaLink", "true") == "true" and (guid.text or "").strip().startswith("http"):
        return (guid.text or "").strip()
    return None


def _content(node: Element, *names: str) -> str | None:
    """The first of those children that holds text, as plain text."""
    from lxml import etree

    for child in node:
        if _name(child) not in names or (_name(child) == "content" and "/mrss" in str(child.tag)):
            continue
        inner = "".join(etree.tostring(part, encoding="unicode") for part in child)
        text = "".join(map(str, child.itertext())) if child.get("type", "html") in ("html", "text") else inner
        if plain := _plain(text, child.get("type") == "text"):
            return plain
    return None


def _plain(text: str | None, already: bool = False) -> str | None:
    """The text of HTML, a line for each block."""
    import lxml.html
    from lxml.etree import LxmlError

    if not text or not text.strip():
        return None
    if already or ("<" not in text and "&" not in text):
        return text.strip()
    try:
        tree = lxml.html.fragment_fromstring(text, create_parent="div")
    except (LxmlError, ValueError):
        return None
    for node in tree.xpath("//script | //style"):
        node.drop_tree()
    for node in tree.iter(*_BLOCKS):
        node.tail = "\n" + (node.tail or "")
        if node.tag != "br":
            node.text = "\n" + (node.text or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line) or None


def _authors(node: Element) -> Iterator[str]:
    for child in node:
        if _name(child) in ("creator", "author") and (
            name := _text(child, "name") or " ".join((child.text or "").split())
        ):
            signed = re.search(r"\(([^()@]+)\)\s*$", name)  # RSS: address (name)
            yield signed.group(1).strip() if signed else name


def _time(node: Element, *names: str) -> str | None:
    return next((made for name in names if (made := iso_time(_text(node, name) or ""))), None)


def _text(node: Element, name: str) -> str | None:
    """The text of the first child of that name, None where there is none."""
    child = next((child for child in node if _name(child) == name), None)
    return _words(child) if child is not None else None


def _words(node: Element) -> str | None:
    words = " ".join("".join(map(str, node.itertext())).split())
    return words if 0 < len(words) <= MAX_FIELD else None


def _name(node: Element) -> str:
    """An element's name without its namespace; empty for comments and such."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
