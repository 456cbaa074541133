"""The folder that fetched pages are kept in: saved files, and beside them a ledger of where each came from.

The ledger is `.fetched.jsonl`, one line per page kept, the last line of an address counts. Pages are written under a
temporary name and then renamed, and the ledger's line follows, so that a run that is cut off leaves whole pages only.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from silang.reading.records import Given

LEDGER = ".fetched.jsonl"
_SLUG = 60  # characters of a page's name in a file's name
_HOST = 120  # of its host
_LARGEST = 64 * 1024 * 1024  # bytes of a ledger


@dataclass(frozen=True, slots=True)
class Kept:
    """One page or feed that was fetched: the `address` asked for, the `file` that holds it, the `url` it was found at,
    `etag` and `modified` as the server gave them, and what a feed told of it."""

    address: str
    file: str
    url: str
    etag: str | None = None
    modified: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    updated: str | None = None


class Folder:
    """A folder of fetched pages; made where it is missing. Raises OSError where it cannot be written to."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._kept = _ledger(path / LEDGER)
        with (path / LEDGER).open("ab+") as ledger:
            if ledger.tell() and ledger.seek(-1, os.SEEK_END) >= 0 and ledger.read(1) != b"\n":
                ledger.write(b"\n")  # a line that a run left when it was cut off

    def at_hand(self, address: str) -> Kept | None:
        """What is kept of that address, None where nothing is, or its file has gone."""
        kept = self._kept.get(address)
        return kept if kept and (self.path / kept.file).is_file() else None

    def bytes_of(self, kept: Kept) -> bytes:
        """The bytes that are kept."""
        return (self.path / kept.file).read_bytes()

    def keep(self, kept: Kept, body: bytes) -> None:
        """Writes the page, then its line in the ledger."""
        file = self.path / kept.file
        passing = file.with_name(f".{file.name}.part")
        passing.write_bytes(body)
        os.replace(passing, file)
        with (self.path / LEDGER).open("a", encoding="utf-8") as ledger:
            ledger.write(
                json.dumps({k: v for k, v in asdict(kept).items() if v is not None}, ensure_ascii=False) + "\n"
            )
        self._kept[kept.address] = kept


def file_of(url: str, hidden: bool = False) -> str:
    """The name of a page's file: its host, the last part of its path, and what tells it from all others."""
    parts = urlsplit(url)
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.\w{2,5}$", "", last).casefold()).strip("-")[:_SLUG].strip("-")
    mark = hashlib.sha256(url.encode()).hexdigest()[:8]
    host = re.sub(r"[^a-z0-9.-]+", "-", (parts.hostname or "").removeprefix("www."))[:_HOST]
    name = "-".join(part for part in (host, slug, mark) if part)
    return f".{name}.xml" if hidden else f"{name}.html"


def filled(given: Given, path: str) -> Given:
    """What a saved page tells, and what it leaves open by the ledger beside it, where the page was fetched."""
    here = Path(path)
    ledger = here.parent / LEDGER
    try:
        status = ledger.stat()
    except OSError:
        return given
    kept = _by_file(ledger, status.st_mtime_ns, status.st_size).get(here.name)
    if kept is None:
        return given
    return replace(
        given,
        url=given.url or kept.url,
        outlet=given.outlet or kept.outlet,
        headline=given.headline or kept.headline,
        published=given.published or kept.published,
        updated=given.updated or kept.updated,
    )


@lru_cache(maxsize=8)
def _by_file(ledger: Path, changed: int, size: int) -> dict[str, Kept]:
    """The ledger by the names of files; `changed` and `size` tell one state of it from another."""
    return {kept.file: kept for kept in _ledger(ledger).values()} if size <= _LARGEST else {}


def _ledger(path: Path) -> dict[str, Kept]:
    """The ledger by address; a line that is broken, as a run that was cut off leaves one, is passed over."""
    found: dict[str, Kept] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return found
    for line in lines:
        try:
            kept = Kept(**json.loads(line))
        except (ValueError, TypeError, RecursionError):
            continue
        if all(isinstance(value, str | None) for value in asdict(kept).values()) and Path(kept.file).name == kept.file:
            found[kept.address] = kept
    return found
