"""Saved pages of outlets: the article's text by trafilatura, and what the page says of it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from silang.model import Skipped
from silang.reading.bylines import named
from silang.reading.fetching.kept import filled
from silang.reading.files import UNREADABLE_TEXT, bom_encoding, decode
from silang.reading.pages import Field, Form, Look, Told, look, won
from silang.reading.printed import teasers
from silang.reading.records import MAX_FIELD, MAX_LINE, Given, Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 100_000  # of one page
_HEAD = 2_048  # bytes in which a page says its charset
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_LATIN = frozenset(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252"))
_UNICODE = frozenset(("utf-8", "utf8", "utf-7", "utf-16", "utf-16le", "utf-16be", "utf-32"))  # which it is not in
_IN_PART: Mapping[Form, str] = {
    "paged": "{page} of an article of several; joined with the others where they are given too",
    "live": "a live blog: many entries of many moments, read as one report",
    "gallery": "a photo gallery: what is read are captions",
    "video": "a video page: what is read is the text beside the film",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page: its article's text, and what it says of itself."""

    text: str
    look: Look


def read_html(data: bytes, stem: str, path: str) -> Iterator[Record | Skipped]:
    """The record of one saved page, headline and times from its metadata; passed over where it holds no article, and
    said so where it holds only a part, or no plain report."""
    page = read_page(data)
    if isinstance(page, str):
        yield Skipped(path, page)
        return
    if page.look.form in _IN_PART:
        which = f"page {page.look.page}" if page.look.page else "one page"
        yield Skipped(path, f"read in part: {_IN_PART[page.look.form].format(page=which)}")
    yield Record(page.text, filled(given_by(page.look.told), path), stem, path)


def read_page(data: bytes) -> Page | str:
    """The page of those bytes; in plain words why not, where it is none or holds no article."""
    import trafilatura

    tree = _tree(data)
    if isinstance(tree, str):
        return tree
    seen = look(tree)
    for teaser in teasers(tree):
        teaser.drop_tree()
    text = trafilatura.extract(tree, include_comments=False, include_tables=False)
    if not text:
        return UNREADABLE_TEXT if decode(data) is None else "no article found in this page"
    return Page(text, seen)


def _tree(data: bytes) -> HtmlElement | str:
    """The page as a tree; in plain words why not, where it cannot be one."""
    import lxml.html
    from lxml.etree import LxmlError

    if len(data) > MAX_LINE:
        return f"a page larger than {MAX_LINE // 2**20} MB; no report is that long"
    try:
        tree = lxml.html.fromstring(_marked(data))
    except (LxmlError, ValueError) as error:
        return f"not HTML that can be read: {error}"
    elements = list(tree.iter("*"))
    if len(elements) > MAX_ELEMENTS:
        return f"a page of more than {MAX_ELEMENTS:,} elements; no report has so many"
    for element in elements:  # pictures in the page, styles
        for name in [name for name, value in element.attrib.items() if len(value) > MAX_FIELD]:
            del element.attrib[name]
    return tree


def given_by(things: tuple[Told, ...]) -> Given:
    """The fields of a report as the page tells them, each by its most trusted place."""

    def first(field: Field) -> str | None:
        return next((one.value for one in won(things, field)), None)

    return Given(
        url=first("url"),
        outlet=first("outlet"),
        headline=first("headline"),
        published=first("published"),
        updated=first("updated"),
        authors=tuple(one.value for one in won(things, "author")),
        bylines=tuple(byline for line in won(things, "byline") for byline in named(line.value)),
    )


def _marked(data: bytes) -> bytes | str:
    """The page as text where it is plainly UTF-8 or UTF-16, or says a charset that it is not in; else as bytes, whose
    own charset decides. A charset of Latin letters is Windows-1252, as browsers have it (WHATWG Encoding, 4.2)."""
    head = data[:_HEAD]
    if (wide := bom_encoding(data) or _without_mark(head)) and wide.startswith("utf-16"):
        return data.decode(wide, "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _CHARSET.search(head)
        name = said.group(1).decode("ascii").casefold() if said else "latin1"
        if name not in _LATIN and name not in _UNICODE and _is_known(name):
            return data
        return _mostly(data) or data.decode("cp1252", "replace")
    return text if not text.lstrip().startswith("<?xml") else data


def _without_mark(head: bytes) -> str | None:
    """Which UTF-16 a page is in that has no byte order mark: its markup has a zero in every second byte."""
    if head.startswith(b"<\0"):
        return "utf-16-le"
    return "utf-16-be" if head.startswith(b"\0<") else None


def _mostly(data: bytes) -> str | None:
    """The page as UTF-8 in spite of some broken letters, None where it has as many of them as whole ones."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    whole = len(data) - len(text) - 2 * broken  # bytes that letters beyond ASCII take more than one
    return text if whole > broken else None


def _is_known(charset: str) -> bool:
    try:
        return bool(codecs.lookup(charset))
    except LookupError:
        return False
