"""What every request passes before any page sees it: whom it names as host, where it comes from, how large it is and
how long it takes.

The room answers to this machine alone. A page of some other site can still make a browser send requests here, under a
name of its own that it has pointed at 127.0.0.1 (DNS rebinding), or as a form (cross-site request forgery): `Host` and
`Origin` tell such requests apart, and they are refused. See OWASP, Cross-Site Request Forgery Prevention; W3C, Fetch
Metadata Request Headers.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MAX_BODY = 16 * 2**20  # bytes of one request
MAX_QUERY = 8 * 2**10  # bytes of what follows the ? of an address
SECONDS = 60.0  # for the whole of a request to come in: it comes from this machine
_SAFE = {"GET", "HEAD", "OPTIONS"}
_HOST = re.compile(r"(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?")
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # Not no-referrer: a browser then sends `Origin: null` with our own forms.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class TooLargeError(Exception):
    """More bytes came than a request may have."""


class TooSlowError(Exception):
    """A request did not come in within its time."""


@dataclass(frozen=True, slots=True)
class Guard:
    """ASGI middleware: refuses what does not come from the reader at this machine; adds the headers of safety."""

    app: ASGIApp
    hosts: tuple[str, ...] = LOOPBACK
    max_body: int = MAX_BODY
    seconds: float = SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes lifespan on as it is, refuses all that is neither lifespan nor HTTP."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                own = {name for name, _ in HEADERS}
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in own]
                if not any(name.lower() == b"cache-control" for name, _ in kept):
                    kept.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if why := self._refusal(scope):
            await _plain(guarded, *why)
            return
        try:
            await self.app(scope, self._bounded(receive), guarded)
        except TooLargeError:
            if started:
                raise
            await _plain(guarded, 413, self._too_large())
        except TooSlowError:
            if started:
                raise
            await _plain(guarded, 408, f"Too slow: a request has {self.seconds:.0f} seconds to come in.")

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        fields: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            fields.setdefault(name.lower(), []).append(value.decode("latin-1").strip().casefold())
        named = fields.get(b"host", [])
        if len(named) != 1 or not self._ours(named[0]):
            return 421, "This reading room answers only to the machine it runs on."
        if not (_leads_here(fields) if scope["method"] in _SAFE else self._from_here(fields, named[0])):
            return 403, "Refused: the request does not come from a page of this reading room."
        if len(scope.get("query_string", b"")) > MAX_QUERY:
            return 414, f"Too long: what follows the ? of an address may have {MAX_QUERY} bytes."
        length = fields.get(b"content-length", ["0"])[0]
        if not length.isascii() or not length.isdigit():
            return 400, "The length of the request is no number."
        if len(length) > 15 or int(length) > self.max_body:
            return 413, self._too_large()
        return None

    def _ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        return bool(found and found[1] in self.hosts)

    def _from_here(self, fields: dict[bytes, list[str]], host: str) -> bool:
        """Whether a change was asked for by a page of this room, or by a program that is no browser."""
        site = fields.get(b"sec-fetch-site", ["same-origin"])
        origin = fields.get(b"origin", [f"http://{host}"])
        return site in (["same-origin"], ["none"]) and origin == [f"http://{host}"]

    def _too_large(self) -> str:
        return f"Too large: a request may have {self.max_body // 2**20} MB."

    def _bounded(self, receive: Receive) -> Receive:
        taken, whole, until = 0, False, asyncio.get_running_loop().time() + self.seconds

        async def counted() -> Message:
            nonlocal taken, whole
            if whole:  # what is still to come is that the reader has gone
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError as error:
                raise TooSlowError from error
            taken += len(message.get("body", b""))
            if taken > self.max_body:
                raise TooLargeError
            whole = not message.get("more_body", False)
            return message

        return counted


def _leads_here(fields: dict[bytes, list[str]]) -> bool:
    """Whether a request to read comes from here, or is a link of another site that a reader follows to a page: no
    other site has a use for what is here as picture, frame or script, or makes this machine work by asking for it."""
    if fields.get(b"sec-fetch-site", ["none"]) in (["same-origin"], ["none"]):
        return True
    return fields.get(b"sec-fetch-mode") == ["navigate"] and fields.get(b"sec-fetch-dest") == ["document"]


async def _plain(send: Send, status: int, text: str) -> None:
    body = text.encode() + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
