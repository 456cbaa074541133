"""What a page prints around its article: when it appeared, who made it; and the columns of teasers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from silang.reading.bylines import named
from silang.reading.opening import dated
from silang.reading.times import printed_time

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATED = 40  # elements that are looked at for a time
_LABEL = re.compile(
    r"\s*(?:rep(?:orter)?|red(?:aktur)?|reportase|penulis|pewarta|wartawan|jurnalis|editor|penyunting|oleh|kontributor)"
    r"\s*(?::|$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:by|oleh)?[\s:]*([^:|/–—]{3,60}?)\s*(?:(?:\s[-–—]\s|[|/]).*)?$", re.IGNORECASE | re.DOTALL)
_AUTHOR = "contains(concat(' ', @class, ' '), ' author ') or contains(concat(' ', @class, ' '), ' byline ')"
_BYLINE = 140  # code points
_BYLINES = 12  # of one page; comments and lists may look like more
_CLIMB = 3  # elements from a label up to the one that holds its name too
_TEASER = 300  # code points
_TEASERS = 2  # of them beside each other make a column
_RISE = 5  # elements from a teaser's time up to the teaser
_LINKED = 0.4  # of a teaser is its link
_DAY = re.compile(r"\d{1,2}[ /.\-](?:\d{1,2}|[A-Za-z]{3,9})[ /.\-,]+\d{4}")


def printed_published(tree: HtmlElement, headline: str | None, sites: Iterable[str]) -> str | None:
    """The publishing time that the page prints in an element of that name, or soon after its headline.

    `sites` are names of its outlet, which may stand before the time.
    """
    named_so = " or ".join(f"contains(@class, '{word}')" for word in ("date", "time", "tanggal", "waktu"))
    lines = [_words(node) for node in tree.xpath(f"//body//*[{named_so}]")[:_DATED]]
    for line in (*lines, *_below(tree, headline)):
        own = next((site for site in sites if line.casefold().startswith(site.casefold())), "")
        made = dated(line) or dated(line[len(own) :].lstrip(" -–—|,"))
        if made and "T" in made:  # a day alone may be another report's
            return made
    return None


def _below(tree: HtmlElement, headline: str | None) -> Iterator[str]:
    """The pieces of text that stand just after the headline."""
    for head in tree.xpath("//h1 | //h2"):
        if (words := _words(head)) and (headline or words).startswith(words):
            yield from (
                " ".join(piece.split()) for piece in head.xpath("following::text()[normalize-space()]")[:_DATED]
            )
            return


def printed_bylines(tree: HtmlElement) -> Iterator[str]:
    """The lines that name someone in a role (``Rep: Sarwono Adi/ Red: Rukmini Sari``), each once, in order."""
    seen: set[str] = set()
    for words in tree.xpath("//body//text()[contains(., ':') or string-length(normalize-space(.)) < 13]"):
        if len(seen) == _BYLINES:
            return
        if not _LABEL.match(words):
            continue
        node = words.getparent() if words.is_text else words.getparent().getparent()
        line = _line(node)
        if line and line not in seen and not any(line in other for other in seen):
            seen.add(line)
            yield line


def printed_author(tree: HtmlElement) -> str | None:
    """Who signs the page in an element named so: ``<div class="author">Sarwono Adi - koranbayangan</div>``."""
    for node in tree.xpath(f"//body//*[{_AUTHOR} or @rel='author' or @itemprop='author']")[:1]:
        if (line := _words(node)) and len(line) <= _BYLINE and (match := _SIGNED.match(line)):
            return str(match.group(1))
    return None


def teasers(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that stand in columns of dated teasers: two or more beside each other, each a day and a
    link, none longer than a teaser is."""
    columns: dict[HtmlElement, dict[HtmlElement, None]] = {}
    for words in tree.xpath("//body//text()[contains(., '20') or contains(., '19')]"):
        if not _DAY.search(words):
            continue
        node = words.getparent() if words.is_text else words.getparent().getparent()
        for _ in range(_RISE):
            parent = node.getparent()
            if parent is None or parent.tag == "body":
                break
            columns.setdefault(parent, {})[node] = None
            node = parent
    return [node for column in columns.values() for node in _column(column)]


def _column(nodes: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Those of the nodes, which stand beside each other, that are teasers: most of what most of them say is a link."""
    short = [node for node in nodes if _is_dated(node)]
    linked = [node for node in short if sum(len(_words(a)) for a in node.iter("a")) >= _LINKED * len(_words(node))]
    return short if len(linked) >= max(_TEASERS, len(short) / 2) else []


def _is_dated(node: HtmlElement) -> bool:
    """Whether it is as short as a teaser and holds one day and a link."""
    words = _words(node)
    days = (printed_time(words, day.start()) for day in _DAY.finditer(words))
    return (
        len(words) <= _TEASER and sum(day is not None for day in days) == 1 and next(node.iter("a"), None) is not None
    )


def _line(node: HtmlElement) -> str | None:
    for _ in range(_CLIMB):
        if node is None or node.tag == "body" or len(line := _words(node)) > _BYLINE:
            return None
        if any(named(line)):
            return line
        node = node.getparent()
    return None


def _words(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())
