"""Saved pages of outlets: the article's text by trafilatura, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from silang.model import Skipped
from silang.reading.files import UNREADABLE_TEXT, decode
from silang.reading.pages import Field, Form, Told, form_of, told, won
from silang.reading.records import MAX_LINE, Given, Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_IN_PART: Mapping[Form, str] = {
    "paged": "one page of an article of several; what the other pages hold is not in it",
    "live": "a live blog: many entries of many moments, read as one report",
    "gallery": "a photo gallery: what is read are captions",
    "video": "a video page: what is read is the text beside the film",
}


def read_html(data: bytes, stem: str, path: str) -> Iterator[Record | Skipped]:
    """The record of one saved page, headline and times from its metadata; passed over where it holds no article, and
    said so where it holds only a part, or no plain report."""
    import trafilatura

    tree = parsed(data)
    if isinstance(tree, str):
        yield Skipped(path, tree)
        return
    form, things = form_of(tree), told(tree)
    decoded = decode(data)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False)
    if not text:
        yield Skipped(path, UNREADABLE_TEXT if decoded is None else "no article found in this page")
        return
    if form in _IN_PART:
        yield Skipped(path, f"read in part: {_IN_PART[form]}")
    yield Record(text, given_by(things), stem, path)


def parsed(data: bytes) -> HtmlElement | str:
    """The page as a tree; in plain words why not, where it cannot be one."""
    import lxml.html
    from lxml.etree import LxmlError

    if len(data) > MAX_LINE:
        return f"a page larger than {MAX_LINE // 2**20} MB; no report is that long"
    try:
        return lxml.html.fromstring(_marked(data))
    except (LxmlError, ValueError) as error:
        return f"not HTML that can be read: {error}"


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
    )


def _marked(data: bytes) -> bytes | str:
    """The page as text where it is plainly UTF-8; else as bytes, whose own charset decides."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    return text if not text.lstrip().startswith("<?xml") else data
