"""Addresses to a folder of saved pages: a page itself, the pages that a feed or sitemap names, at most so many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from silang.errors import FetchError
from silang.reading.feeds import Feed, Item, is_feed, parse_feed
from silang.reading.fetching.addresses import address_of
from silang.reading.fetching.client import Client, Limits, unpacked
from silang.reading.fetching.kept import Folder, Kept, file_of
from silang.reading.records import Given

_MAPS = 10  # sitemaps of one index that are read
_DEPTH = 2  # indexes within indexes
_PAGE = -1  # the depth at which only a page is looked for
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address: fetched, unchanged since it was fetched, or refused with the reason."""

    address: str
    state: Literal["fetched", "unchanged", "refused"]
    reason: str | None = None


def fetched(
    addresses: Iterable[str],
    folder: Path,
    *,
    limit: int = 20,
    limits: Limits | None = None,
    watch: Callable[[str], None] | None = None,
) -> tuple[Outcome, ...]:
    """Fetches pages into `folder`, each address once, one after another. `limit`: pages of one feed or sitemap.

    An address may also be the path of a saved feed. `watch` is called with each page's address before it is asked for.
    Raises OSError where the folder cannot be written to; whatever goes wrong with an address is an Outcome.
    """
    limits = limits or Limits()
    with Client(limits) as client:
        run = _Run(client, Folder(folder), limits, limit, watch)
        return tuple(outcome for address in addresses for outcome in run.of(address))


@dataclass(slots=True)
class _Run:
    client: Client
    folder: Folder
    limits: Limits
    limit: int
    watch: Callable[[str], None] | None
    done: set[str] = field(default_factory=set)

    def of(self, address: str) -> Iterator[Outcome]:
        """The outcomes of what the user named: an address, or a saved feed."""
        if "://" not in address:
            yield from self._saved(address)
            return
        yield from self._at(address, Given(), _DEPTH, [self.limit])

    def _saved(self, path: str) -> Iterator[Outcome]:
        if not Path(path).is_file():
            yield Outcome(path, "refused", "neither an address (https://…) nor a file")
            return
        try:
            with Path(path).open("rb") as stream:
                data = _plain(stream.read(self.limits.size + 1), self.limits.size)
        except (OSError, FetchError) as error:
            yield Outcome(path, "refused", str(error))
            return
        yield from self._listed(path, data, _DEPTH, [self.limit])

    def _at(self, address: str, given: Given, depth: int, room: list[int], base: str = "") -> Iterator[Outcome]:
        """One address: a page is kept, and of a feed or sitemap the pages that it names, while there is `room`. `base`
        is the feed that names it, whose links may be relative."""
        try:
            url = address_of(address, base).url
            if url in self.done:
                return
            self.done.add(url)
            body, state = self._bytes(url, given)
            if not is_feed(body):
                yield Outcome(url, state)
                return
            if depth == _PAGE:
                raise FetchError("a feed in place of a page")
        except FetchError as error:
            yield Outcome(address, "refused", str(error))
            return
        yield from self._listed(url, body, depth, room)

    def _bytes(self, url: str, given: Given) -> tuple[bytes, Literal["fetched", "unchanged"]]:
        if self.watch:
            self.watch(url)
        old = self.folder.at_hand(url)
        answer = self.client.get(url, old.etag if old else None, old.modified if old else None)
        if answer.body is None:
            if old is None:
                raise FetchError("the server says that nothing changed, but nothing was fetched before")
            return self.folder.bytes_of(old), "unchanged"
        body = _plain(answer.body, self.limits.size)
        told = given.outlet, given.headline, given.published, given.updated
        kept = Kept(url, file_of(url, hidden=is_feed(body)), answer.url, answer.etag, answer.modified, *told)
        same = old is not None and self.folder.bytes_of(old) == body
        if not same or kept != old:
            self.folder.keep(kept, body)
        return body, "unchanged" if same else "fetched"

    def _listed(self, address: str, body: bytes, depth: int, room: list[int]) -> Iterator[Outcome]:
        feed = parse_feed(body)
        if isinstance(feed, str):
            yield Outcome(address, "refused", feed)
        elif feed.kind == "index" and depth == 0:
            yield Outcome(address, "refused", "indexes of sitemaps within indexes; name one of the sitemaps")
        else:
            yield from self._items(address, feed, depth, room)

    def _items(self, address: str, feed: Feed, depth: int, room: list[int]) -> Iterator[Outcome]:
        inner = feed.kind == "index"
        items = [item for item in (feed.items if inner else _newest(feed)) if item.url]
        if not items:
            yield Outcome(address, "refused", "a feed that names no page")
        for item in items[:_MAPS] if inner else items:
            if room[0] <= 0:
                return
            before = len(self.done)
            room[0] -= not inner
            yield from self._at(item.url or "", item.given, depth - 1 if inner else _PAGE, room, address)
            room[0] += not inner and len(self.done) == before  # fetched already


def _newest(feed: Feed) -> Iterable[Item]:
    """The items of a feed as they stand; those of a sitemap with the newest first, for its order means nothing."""
    if feed.kind == "feed":
        return feed.items
    return sorted(feed.items, key=lambda item: item.given.published or item.given.updated or "", reverse=True)


def _plain(body: bytes, size: int) -> bytes:
    """A sitemap that lies packed on its server, unpacked."""
    return unpacked([body], "gzip", size) if body.startswith(_GZIP) else body
