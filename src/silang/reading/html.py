"""Saved pages of outlets: the article's text by trafilatura, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from silang.model import Skipped
from silang.reading.bylines import named
from silang.reading.fetching.kept import filled
from silang.reading.files import UNREADABLE_TEXT, decode
from silang.reading.pages import Field, Form, Look, Told, look, won
from silang.reading.printed import teasers
from silang.reading.records import MAX_LINE, Given, Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 100_000  # of one page
MAX_ATTRIBUTE = 4_096  # code points; a longer one tells nothing and is dropped
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
        for name in [name for name, value in element.attrib.items() if len(value) > MAX_ATTRIBUTE]:
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
    """The page as text where it is plainly UTF-8; else as bytes, whose own charset decides."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    return text if not text.lstrip().startswith("<?xml") else data
