"""One address to its bytes: robots.txt obeyed (RFC 9309), slow and alone per host, bounded in size and time."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
from protego import Protego

from silang.errors import FetchError
from silang.reading.fetching.addresses import Address, Gate, address_of
from silang.version import VERSION

AGENT = "Silang"
USER_AGENT = f"{AGENT}/{VERSION} (reads pages that its user names, to compare news reports)"
_REDIRECTS = (301, 302, 303, 307, 308)
_HOPS = 5
_ROBOTS = 512 * 1024  # bytes; RFC 9309 asks for no less
_LONGEST = 60.0  # seconds of a crawl delay that is waited; a host that asks for more is left alone
_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml",
          "application/rdf+xml", "application/gzip", "application/x-gzip")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """`size`: bytes of one answer, unpacked; `seconds`: for one request; `delay`: seconds between two requests to one
    host; `allow_private`: whether hosts that are not public may be asked."""

    size: int = 8 * 1024 * 1024
    seconds: float = 30.0
    delay: float = 1.0
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent for an address, after its redirects. `body` is None where nothing changed (status 304)."""

    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None


class Client:
    """Fetches addresses one after another; robots.txt is read once per origin. Close it, or use it in a `with`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._gate = Gate(limits.allow_private)
        self._pool = httpcore.ConnectionPool(network_backend=self._gate, max_connections=1)
        self._rules: dict[str, Protego | str] = {}
        self._next: dict[str, float] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """What is at `address`; `etag` and `modified` are those of the copy at hand (RFC 9110, 13.1).

        Raises FetchError: why it was not fetched, in plain words.
        """
        condition = [("If-None-Match", etag), ("If-Modified-Since", modified)]
        headers = [(name, value) for name, value in condition if value]
        here = address_of(address)
        for _ in range(_HOPS + 1):
            delay = self._allowed(here)
            answer = self._once(here, headers, delay, self.limits.size)
            if not isinstance(answer, str):
                return answer
            here = address_of(answer, here.url)
        raise FetchError(f"more than {_HOPS} redirects")

    def _allowed(self, address: Address) -> float:
        """The seconds to wait before asking. Raises FetchError where robots.txt of the host forbids it."""
        if address.origin not in self._rules:
            self._rules[address.origin] = self._robots(address_of(f"{address.origin}/robots.txt"))
        rules = self._rules[address.origin]
        if isinstance(rules, str):
            raise FetchError(rules)
        if not rules.can_fetch(address.url, AGENT):
            raise FetchError(f"robots.txt of {address.host} forbids it")
        delay = max(self.limits.delay, float(rules.crawl_delay(AGENT) or 0))
        if delay > max(_LONGEST, self.limits.delay):
            raise FetchError(f"robots.txt of {address.host} asks for {delay:g} seconds between requests; left alone")
        return delay

    def _robots(self, here: Address) -> Protego | str:
        """The rules of an origin: none where it has no robots.txt, a refusal where that cannot be told."""
        origin = here.origin
        for _ in range(_HOPS + 1):
            try:
                answer = self._once(here, [], self.limits.delay, _ROBOTS)
            except _StatusError as error:
                if 400 <= error.status < 500 and error.status != 429:
                    return Protego.parse("")
                return f"robots.txt of {origin} cannot be read ({error}), so nothing is fetched from there"
            except FetchError as error:
                return str(error)
            if not isinstance(answer, str):
                return Protego.parse((answer.body or b"").decode("utf-8-sig", "replace"))
            here = address_of(answer, here.url)
        return f"robots.txt of {origin} redirects more than {_HOPS} times, so nothing is fetched from there"

    def _once(self, address: Address, headers: list[tuple[str, str]], delay: float, size: int) -> Answer | str:
        """The answer to one request, or where it redirects to."""
        self._wait(address.host, delay)
        self._gate.deadline = time.monotonic() + self.limits.seconds
        sent = [("User-Agent", USER_AGENT), ("Accept", "text/html, application/xml;q=0.9, */*;q=0.1")]
        sent += [("Accept-Encoding", "gzip"), *headers]
        with _said(self.limits.seconds), self._pool.stream("GET", address.url, headers=sent) as response:
            got = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and (where := got.get("location")):
                return where
            if response.status == 304:
                return Answer(address.url, None)
            if response.status != 200:
                raise _StatusError(response.status)
            kind = got.get("content-type", "text/html").partition(";")[0].strip().casefold()
            if not kind.startswith(_TYPES):
                raise FetchError(f"{kind or 'content of no stated kind'}, not a page or feed")
            body = unpacked(response.iter_stream(), got.get("content-encoding", "identity"), size)
            return Answer(address.url, body, got.get("etag"), got.get("last-modified"))

    def _wait(self, host: str, delay: float) -> None:
        now = time.monotonic()
        time.sleep(max(0.0, self._next.get(host, now) - now))
        self._next[host] = time.monotonic() + delay


class _StatusError(FetchError):
    """An answer that is neither a page nor a redirect."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the server answered {status}")
        self.status = status


@contextmanager
def _said(seconds: float) -> Iterator[None]:
    """Turns what goes wrong on the way into a FetchError."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise FetchError(f"no whole answer in {seconds:g} seconds") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(f"the connection broke: {error or type(error).__name__}") from error
    except ValueError as error:
        raise FetchError(f"an answer that cannot be read: {error}") from error


def unpacked(chunks: Iterable[bytes], coding: str, size: int) -> bytes:
    """A body of at most `size` bytes, unpacked as it comes in, so that no bomb unfolds."""
    coding = coding.strip().casefold()
    if coding not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(f"packed as {coding}, which was not asked for")
    body = bytearray()
    inflate = zlib.decompressobj(wbits=31) if "gzip" in coding else None
    for chunk in chunks:
        while chunk:
            if inflate and inflate.eof:
                inflate = zlib.decompressobj(wbits=31)  # the next member
            try:
                body += inflate.decompress(chunk, size + 1 - len(body)) if inflate else chunk
            except zlib.error as error:
                raise FetchError(f"packed, and broken: {error}") from error
            if len(body) > size:
                raise FetchError(f"larger than {size / 2**20:g} MB")
            chunk = inflate.unused_data.lstrip(b"\0") if inflate else b""
    if inflate and not inflate.eof:
        raise FetchError("packed, and cut off before its end")
    return bytes(body)
