"""What every request passes before any page sees it: whom it names as host, where it comes from, how large it is.

The room answers to this machine alone. A page of some other site can still make a browser send requests here, under a
name of its own that it has pointed at 127.0.0.1 (DNS rebinding), or as a form (cross-site request forgery): `Host` and
`Origin` tell such requests apart, and they are refused. See OWASP, Cross-Site Request Forgery Prevention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MAX_BODY = 16 * 2**20  # bytes of one request
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


@dataclass(frozen=True, slots=True)
class Guard:
    """ASGI middleware: refuses what does not come from the reader at this machine; adds the headers of safety."""

    app: ASGIApp
    hosts: tuple[str, ...] = LOOPBACK
    max_body: int = MAX_BODY

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

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        fields: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            fields.setdefault(name.lower(), []).append(value.decode("latin-1").strip().casefold())
        named = fields.get(b"host", [])
        if len(named) != 1 or not self._ours(named[0]):
            return 421, "This reading room answers only to the machine it runs on."
        if scope["method"] not in _SAFE and not self._from_here(fields, named[0]):
            return 403, "Refused: the request does not come from a page of this reading room."
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
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.max_body:
                raise TooLargeError
            return message

        return counted


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
