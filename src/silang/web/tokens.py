"""Tokens that every change must carry: a form of this room has one, a form of any other site cannot know it.

The token is an HMAC of the reader's session (a random cookie) under a secret that lives as long as the process.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

COOKIE = "silang_session"
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and checks the tokens of one running room."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def of(self, session: str) -> str:
        """The token of a session."""
        return hmac.new(self.secret, session.encode(), sha256).hexdigest()

    def holds(self, session: str | None, token: str) -> bool:
        """Whether `token` is that of `session`; False without a session."""
        return session is not None and hmac.compare_digest(self.of(session).encode(), token.encode())


def session_of(cookie: str | None) -> str | None:
    """The session that a cookie names, None where it is none of ours."""
    return cookie if cookie and _SESSION.fullmatch(cookie) else None


def new_session() -> str:
    """A session nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(32)
