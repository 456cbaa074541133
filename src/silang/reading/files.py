"""Paths to files: folders walked in order, kinds told apart by name or content, bytes to text."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Literal, cast

from silang.model import Skipped
from silang.reading.feeds import is_feed
from silang.reading.packed import SUFFIXES, unpacked

Kind = Literal["text", "html", "jsonl", "json", "csv", "tsv", "feed", "parquet", "warc", "wacz"]
_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet", ".pq": "parquet",
    ".warc": "warc", ".wacz": "wacz", ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_OFFICE = {
    ".pdf": "a PDF", ".doc": "a Word document", ".docx": "a Word document", ".odt": "an office document",
    ".rtf": "an office document", ".xls": "a spreadsheet", ".xlsx": "a spreadsheet", ".ods": "a spreadsheet",
    ".ppt": "a presentation", ".pptx": "a presentation", ".pages": "an office document", ".epub": "an e-book",
    ".jpg": "an image", ".jpeg": "an image", ".png": "an image", ".gif": "an image", ".webp": "an image",
    ".tif": "an image", ".tiff": "an image", ".bmp": "an image", ".heic": "an image", ".svg": "an image",
}  # fmt: skip
_PACKED = {".zip", ".bz2", ".7z", ".rar", ".tar", ".tgz", ".txz"}
READ = ".txt .html .xml .jsonl .json .csv .tsv .parquet .warc .wacz, also packed as .gz .xz .zst"
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a Word document or a packed file", b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"{\\rtf": "an office document",
    b"\x1f\x8b": "packed twice", b"BZh": "packed with bzip2", b"7z\xbc\xaf": "a packed file",
}  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.I | re.S
)
_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_LIST = re.compile(rb"\s*\[\s*[{\]]")
MANIFEST = "silang-reports.json"  # what tells a folder of reports
SNIFFED = 4096  # bytes that tell what a file is
_BINARY: frozenset[Kind] = frozenset({"parquet", "warc", "wacz"})
CP1252_NOTE = "not valid UTF-8; read as Windows-1252, so some letters may be wrong"
UNREADABLE_TEXT = "neither UTF-8 nor Windows-1252; save it as UTF-8"


def walk(path: Path) -> Iterator[Path | Skipped]:
    """The files of a folder and of those in it, in the order of their names; hidden ones are passed over silently.

    A folder of reports that Silang wrote (`shards`) is one thing, and given as the folder.
    """
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
            if MANIFEST in names:
                yield here
                continue
        except OSError as error:
            yield Skipped(str(here), _because(error))
            continue
        if not names and here == path:
            yield Skipped(str(here), "an empty folder: no report in it")
        todo.extend(here / name for name in reversed(names))


def refusal(path: Path, *, named: bool) -> Skipped | None:
    """Why that file is not opened, None where it may be. `named`: the user named it, so an unknown ending will do."""

    def refused(reason: str) -> Skipped:
        return Skipped(str(path), reason, kind="kind")

    suffix = _suffix(path)
    if suffix in _OFFICE:
        return refused(f"{_OFFICE[suffix]} is not read; save it as text (.txt) or HTML (.html)")
    if suffix in _PACKED:
        return refused("a packed file is not read; unpack it first")
    if suffix not in _KINDS and not named:
        return refused(f"{suffix or 'a name without an ending'} is not a kind that is read ({READ})")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Skipped(str(path), _because(error))
    if not stat.S_ISREG(mode):
        return refused("not a regular file (a pipe, socket or device)")
    return None


def _suffix(path: Path) -> str:
    """The ending that tells the kind: ``.jsonl`` of ``berita.jsonl.gz``."""
    suffixes = [suffix.casefold() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in SUFFIXES:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def stem_of(path: Path) -> str:
    """The name of a file without the endings that tell its kind and packing."""
    return Path(path.stem).stem if path.suffix.casefold() in SUFFIXES else path.stem


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


def told_apart(stream: BinaryIO, path: Path | None) -> tuple[BinaryIO, Kind] | str:
    """What a file holds, unpacked where it is packed, and its kind; why it holds no report, in plain words."""
    if path and _suffix(path) in (".parquet", ".pq"):
        return stream, "parquet"
    inner = unpacked(stream)
    if isinstance(inner, str):
        return inner
    if inner is stream:
        head = inner.read(SNIFFED)
        inner.seek(0)
    else:  # a file cut off after its first bytes is still told by them
        head = cast(BufferedReader, inner).peek(SNIFFED)[:SNIFFED]
    if not head.strip():
        return "empty: no report in it"
    if head[257:262] == b"ustar":
        return "a tar archive, which is not read; unpack it first"
    kind = kind_of(path, head)
    return why if kind not in _BINARY and (why := not_text(head)) else (inner, kind)


def kind_of(path: Path | None, head: bytes) -> Kind:
    """What a file is: by the ending of its name, else by how its content starts."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if path and (known := _KINDS.get(_suffix(path))):
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
