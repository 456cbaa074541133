"""Articles that are parted into pages: which page one is, by its address, `rel=next` and `rel=prev`, and its pager."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TURNED = re.compile(r"([?&](?:page|hal|halaman)=|/page/)(\d{1,3}|all)(?:/?$|(?=&))", re.IGNORECASE)
_PAGES = 2  # links to further pages of one article


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page stands in its article: `page` counts from 1, None where that is not told; `url` is its own."""

    page: int | None
    url: str


def turn_of(tree: HtmlElement, url: str) -> Turn | None:
    """The turn of a page of a paged article; None where it is no such page, or holds all pages. `url`: its own."""
    own = _TURNED.search(url)
    if own and own.group(2).casefold() == "all":
        return None
    article = _TURNED.sub("", url)
    ahead, back = (_linked(tree, f"//link[@rel='{rel}']/@href", article) for rel in ("next", "prev"))
    pager = _linked(tree, "//a/@href", article)
    if not (ahead or own or back) and len(pager) < _PAGES:
        return None
    if own:
        return Turn(int(own.group(2)), url)
    page = min(ahead) - 1 if ahead else max(back) + 1 if back else _left_out(set(pager))
    sign = next(iter({**pager, **ahead, **back}.values()))
    return Turn(page, f"{article}{sign}{page}" if page and page > 1 else url)


def turned(url: str) -> tuple[str, int]:
    """The address of the whole article, and the page that `url` leads to, 1 where it names none."""
    found = _TURNED.search(url)
    page = int(found.group(2)) if found and found.group(2).isdigit() else 1
    return _TURNED.sub("", url), page


def _linked(tree: HtmlElement, path: str, article: str) -> dict[int, str]:
    """The pages of this article that links lead to, each with what stands before its number in the address."""
    found: dict[int, str] = {}
    for href in map(str, tree.xpath(path)):
        turn = _TURNED.search(href)
        if turn and turn.group(2).isdigit() and (not article or _TURNED.sub("", href) in ("", article)):
            found[int(turn.group(2))] = turn.group(1)
    return found


def _left_out(linked: set[int]) -> int | None:
    """The page that a pager does not link, because it is the one at hand."""
    missing = set(range(1, max(linked) + 1)) - linked
    return missing.pop() if len(missing) == 1 else None
