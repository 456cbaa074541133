"""Paths to files: folders walked in order, kinds told apart by name or content, bytes to text."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from silang.model import Skipped
from silang.reading.feeds import is_feed

Kind = Literal["text", "html", "jsonl", "json", "csv", "tsv", "feed"]
_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_OFFICE = {
    ".pdf": "a PDF", ".doc": "a Word document", ".docx": "a Word document", ".odt": "an office document",
    ".rtf": "an office document", ".xls": "a spreadsheet", ".xlsx": "a spreadsheet", ".ods": "a spreadsheet",
    ".ppt": "a presentation", ".pptx": "a presentation", ".pages": "an office document", ".epub": "an e-book",
    ".jpg": "an image", ".jpeg": "an image", ".png": "an image", ".gif": "an image", ".webp": "an image",
    ".tif": "an image", ".tiff": "an image", ".bmp": "an image", ".heic": "an image", ".svg": "an image",
}  # fmt: skip
_PACKED = {".gz", ".zip", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst"}
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a Word document or a packed file", b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"{\\rtf": "an office document",
}  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.I | re.S
)
_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_LIST = re.compile(rb"\s*\[\s*[{\]]")
SNIFFED = 4096  # bytes that tell what a file is
CP1252_NOTE = "not valid UTF-8; read as Windows-1252, so some letters may be wrong"
UNREADABLE_TEXT = "neither UTF-8 nor Windows-1252; save it as UTF-8"


def walk(path: Path) -> Iterator[Path | Skipped]:
    """The files of a folder and of those in it, in the order of their names; hidden ones are passed over silently."""
    seen: set[tuple[int, int]] = set()
    todo = [path]
    while todo:
        here = todo.pop()
        try:
            status = here.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield here
                continue
            if (status.st_dev, status.st_ino) in seen:
                yield Skipped(str(here), "a link to a folder that was read already")
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(name for name in os.listdir(here) if not name.startswith("."))
        except OSError as error:
            yield Skipped(str(here), _because(error))
            continue
        if not names and here == path:
            yield Skipped(str(here), "an empty folder: no report in it")
        todo.extend(here / name for name in reversed(names))


def refusal(path: Path, *, named: bool) -> str | None:
    """Why that file is not opened, None where it may be. `named`: the user named it, so an unknown ending will do."""
    suffix = path.suffix.casefold()
    if suffix in _OFFICE:
        return f"{_OFFICE[suffix]} is not read; save it as text (.txt) or HTML (.html)"
    if suffix in _PACKED:
        return "a packed file is not read; unpack it first"
    if suffix not in _KINDS and not named:
        what = suffix or "a name without an ending"
        return f"{what} is not a kind that is read (.txt .html .xml .jsonl .json .csv .tsv)"
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _because(error)
    if not stat.S_ISREG(mode):
        return "not a regular file (a pipe, socket or device)"
    return None


def _because(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied"
    return f"cannot be read: {error.strerror or error}"


def opened(path: Path) -> BinaryIO | str:
    """The file, open for reading, or why it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        return _because(error)


def kind_of(path: Path | None, head: bytes) -> Kind:
    """What a file is: by the ending of its name, else by how its content starts."""
    if path and (known := _KINDS.get(path.suffix.casefold())):
        return known
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _OBJECT.match(head):
        return "jsonl"
    if _LIST.match(head):
        return "json"
    if is_feed(head):
        return "feed"
    return "html" if _HTML.match(head) else "text"


def not_text(head: bytes) -> str | None:
    """Why bytes that start so are no text; None where they may be."""
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            return f"{what} in spite of its name; save it as text (.txt) or HTML (.html)"
    if bom_encoding(head) != "utf-16" and b"\0" in head:
        return "a binary file, not text: it holds NUL bytes"
    return None


def bom_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start tells, None without one."""
    return next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str | None] | None:
    """The text of `data` without its byte order mark, and a note where it is not in UTF-8; None where no text."""
    encoding = encoding or bom_encoding(data) or "utf-8"
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), CP1252_NOTE
    except UnicodeDecodeError:
        return None


def digest(stream: BinaryIO) -> str:
    """The SHA-256 of a stream, in hex; the stream is left at its start."""
    stream.seek(0)
    made = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    stream.seek(0)
    return made
