"""Which report one is, and which text of it: its address and its digest."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit

from silang.model import Report

_TRACKING = ("utm_", "fbclid", "gclid", "igshid")
_LONG = 24  # hex digits
_ID = 12  # hex digits: one chance in a million that two of 20 million reports share an id


def address(report: Report) -> str:
    """What makes it this report and no other: its URL without tracking, else its outlet and text; hashed.

    A URL that leads to no page of a site (its front page, ``n/a``) is none.
    """
    if url := plain_url(report.url or ""):
        told = f"url {url}"
    else:
        told = f"text {report.outlet.id if report.outlet else ''} {report.text}"
    return _sha256(told)[:_LONG]


def named(address: str, version: int) -> str:
    """The id of that version of the report at an address."""
    return address[:_ID] if version == 1 else f"{address[:_ID]}.{version}"


def plain_url(url: str) -> str:
    """`url` without scheme, fragment, tracking parameters and a leading ``www.``; empty where it names no page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    given = parse_qsl(parts.query, True, errors="surrogateescape")  # bytes that are no UTF-8 still tell pages apart
    kept = [(key, value) for key, value in given if not key.casefold().startswith(_TRACKING)]
    query = f"?{urlencode(kept, errors='surrogatepass')}" if kept else ""
    page = f"{parts.path.rstrip('/')}{query}"
    return f"{parts.netloc.casefold().removeprefix('www.')}{page}" if parts.netloc and page else ""


def digest(report: Report) -> str:
    """The SHA-256 of the text, in hex."""
    return _sha256(report.text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
