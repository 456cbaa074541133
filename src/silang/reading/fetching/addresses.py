"""Which addresses are fetched: http and https, and only hosts on the public internet unless private ones are allowed.

A host is looked up once, every one of its addresses is judged, and the connection goes to the very address that was
judged, so that a name that changes its answer (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from ssl import SSLContext
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from silang.errors import FetchError

_KEPT = "/%:@!$&'()*+,;=~-._"
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes
_KEPT_BACK = tuple(  # by IANA's registries, which older versions of Python do not know all of
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20", "64:ff9b:1::/48"))
)
_MAX = 2_000  # characters of an address
_CONNECT = 10.0  # seconds that one address of a host has to answer


@dataclass(frozen=True, slots=True)
class Address:
    """One address that may be asked for: `url` without fragment, its host in ASCII; `origin` is scheme, host, port."""

    url: str
    origin: str
    host: str
    target: str


def address_of(given: str, base: str = "") -> Address:
    """The address in its plain form; of a link, on the page at `base`. Raises FetchError where none that is fetched."""
    if len(given) > _MAX:
        raise FetchError(f"an address of {len(given):,} characters")
    try:
        parts = urlsplit(urljoin(base, given.strip()))
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"not an address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}")
    if not host:
        raise FetchError("an address without a host")
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a name or password in it")
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc = f"{netloc}:{port}" if port is not None else netloc
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT + "?")
    url = urlunsplit((parts.scheme, netloc, path, query, ""))
    return Address(url, f"{parts.scheme}://{netloc}", ascii_host, f"{path}?{query}" if query else path)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; what is embedded in an IPv6 address is judged too."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip in _NAT64:
        return is_public(str(IPv4Address(ip.packed[-4:])))
    if any(ip in net for net in _KEPT_BACK):
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None and is_public(str(ip.ipv4_mapped))
    if isinstance(ip, IPv6Address):
        return all(is_public(str(inner)) for inner in (ip.sixtofour, *(ip.teredo or ())) if inner is not None)
    return True


class Gate(httpcore.NetworkBackend):
    """Opens connections, to judged addresses alone, and lets none outlast `deadline` (of `time.monotonic`)."""

    def __init__(self, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.deadline = float("inf")

    def left(self, timeout: float | None = None) -> float:
        """The seconds that remain. Raises httpcore.ReadTimeout where none does."""
        remaining = self.deadline - time.monotonic()
        if remaining <= 0:
            raise httpcore.ReadTimeout
        return remaining if timeout is None else min(timeout, remaining)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers. Raises FetchError where it is not public."""
        backend, failure = httpcore.SyncBackend(), FetchError(f"{host} has no address")
        for ip in self._judged(host, port):
            try:
                wait = min(_CONNECT, self.left(timeout))
                return _Timed(backend.connect_tcp(ip, port, wait, local_address, socket_options), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = FetchError(f"no connection to {host}: {error}")
        raise failure

    def _judged(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{host} is not found: {error}") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self.allow_private and (inside := next((ip for ip in addresses if not is_public(ip)), None)):
            raise FetchError(f"{host} leads to {inside}, which is not public; --allow-private allows it")
        return addresses


class _Timed(httpcore.NetworkStream):
    """A connection whose every read and write counts against the deadline of its gate."""

    def __init__(self, stream: httpcore.NetworkStream, gate: Gate) -> None:
        self._stream, self._gate = stream, gate

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._gate.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._gate.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._gate.left(timeout)), self._gate)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
