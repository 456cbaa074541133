"""Web archives: the pages of WARC (ISO 28500, plain or packed) and of WACZ, record by record.

What is no page is told as kind ``no_page``, which readers count and do not list. Only responses are looked at: requests
and metadata are about a page, and are none.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, BinaryIO, cast

from silang.model import Archived, Skipped
from silang.reading.packed import FREE, RATIO, PackedError, unpacked
from silang.reading.records import MAX_LINE, File, Found, Page

_MAX_HEADER = 1 << 16  # bytes of one record's headers
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TOLD = ("image", "video", "audio", "font", "text/css", "text/plain", "text/javascript", "application/javascript",
         "application/json", "application/pdf", "application/xml", "text/xml", "application/octet-stream")  # fmt: skip
_CODINGS = 4  # one upon another
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,99})?\r\n")
_END = b"\r\n\r\n"  # of every record
_TOO_LARGE = f"a page larger than {MAX_LINE // 2**20} MB; no report is that long"
NO_PACKAGE = "a web archive needs a package more: pip install 'silang[warc]'"


def read_warc(stream: BinaryIO, file: File) -> Found:
    """The pages of a WARC; `line` is the record, from 1. A page cut off by the end of the file is left out."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Skipped(file.path, NO_PACKAGE, kind="kind")
        return
    tail = _Tail(stream)
    records = ArchiveIterator(cast(BinaryIO, tail), parse_http=False, max_header_len=_MAX_HEADER, stream_detect=False)
    number = 0
    try:
        for number, record in enumerate(records, 1):
            if record.record_type != WarcRecordType.response:
                continue
            yield _page(record, file, number)
    except PackedError:
        raise
    except OSError as error:
        yield Skipped(file.path, f"no record of a web archive: {error}; what follows is left out", number + 1, "broken")
        return
    if number == 0 or tail.last != _END:
        where = f"in record {number}" if number else "before its first record"
        yield Skipped(file.path, f"cut off in the middle, {where}", number or None, "broken")


def read_wacz(stream: BinaryIO, file: File) -> Found:
    """The pages of every WARC in a WACZ (a zip with the WARCs in its folder ``archive``)."""
    try:
        with zipfile.ZipFile(stream) as packed:
            inner = [info for info in packed.infolist() if info.filename.startswith("archive/") and not info.is_dir()]
            if not inner:
                yield Skipped(file.path, "no web archive in this zip: it has no folder archive", kind="empty")
            for info in inner:
                yield from _member(packed, info, file)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        yield Skipped(file.path, f"not a WACZ that can be read: {error}", kind="broken")


def _member(packed: zipfile.ZipFile, info: zipfile.ZipInfo, file: File) -> Found:
    if info.flag_bits & 1:
        yield Skipped(file.path, f"{info.filename}: locked with a password", kind="unreadable")
        return
    if info.file_size > FREE and info.file_size > RATIO * info.compress_size:
        reason = f"{info.filename}: unpacks to more than {RATIO} times its size; no web archive does"
        yield Skipped(file.path, reason, kind="too_large")
        return
    with packed.open(info) as member:
        stream = unpacked(cast(BinaryIO, member))
        if isinstance(stream, str):
            yield Skipped(file.path, f"{info.filename}: {stream}", kind="kind")
            return
        try:
            yield from read_warc(stream, file)
        except PackedError as error:
            yield Skipped(file.path, f"{info.filename}: {error}", kind="broken")


def _page(record: Any, file: File, number: int) -> Page | Skipped:
    def no_page(reason: str) -> Skipped:
        return Skipped(file.path, reason, number, "no_page")

    try:
        record.parse_http(auto_decode="none", max_header_len=_MAX_HEADER)
    except OSError:
        return no_page("no answer of a web server")
    headers = record.http_headers
    if headers is None:
        return no_page("no answer of a web server")
    if headers.status_code != 200:
        code = headers.status_code
        return no_page(f"status {code}" if code and 100 <= code < 600 else "no status that is known")
    kind = (record.http_content_type or "").strip().casefold()
    if kind not in _PAGES:
        return no_page(f"no HTML: {_told(kind)}")
    name = f"record {record.record_id}"
    promised = record.content_length
    if promised > MAX_LINE:
        return Skipped(file.path, f"{name}: {_TOO_LARGE}", number, "too_large")
    payload = record.reader.read(promised)
    if len(payload) < promised:
        return Skipped(file.path, f"{name}: cut off in the middle; the page is left out", number, "broken")
    coding = headers.get("Transfer-Encoding", ""), headers.get("Content-Encoding", "")
    try:
        data = _decoded(payload, *coding)
    except OSError as error:
        return Skipped(file.path, f"{name}: broken coding of the page: {error}", number, "broken")
    if len(data) > MAX_LINE:
        return Skipped(file.path, f"{name}: {_TOO_LARGE}", number, "too_large")
    about = record.headers
    archived = Archived(str(record.record_id), about.get("WARC-Payload-Digest"))
    return Page(data, file.stem, file.path, number, about.get("WARC-Target-URI"), archived)


def _told(kind: str) -> str:
    """A content type as it is told: one of a few, that a hostile archive makes no list of them."""
    if not kind:
        return "no type"
    return next((known for known in _TOLD if kind == known or kind.partition("/")[0] == known), "another type")


def _decoded(payload: bytes, transfer: str, content: str) -> bytes:
    """The page of a payload, at most one byte beyond the bound; OSError where a coding is broken or unknown.

    Crawlers often undo a coding and leave its header: what does not start as it says is taken as it is.
    """
    codings = [coding for listed in (content, transfer) for coding in _listed(listed)]
    if len(codings) > _CODINGS:
        raise OSError(f"{len(codings)} codings one upon another")
    for coding in reversed(codings):
        payload = _undone(payload, coding)
    return payload


def _listed(header: str) -> list[str]:
    """The codings of a header in the order in which they were applied (RFC 9110, 8.4; RFC 9112, 6.1)."""
    codings = (coding.strip().casefold() for coding in header.split(","))
    return [coding for coding in codings if coding not in ("", "identity")]


def _undone(payload: bytes, coding: str) -> bytes:
    if coding == "chunked":
        if not _CHUNK.match(payload):
            return payload
        from fastwarc.stream_io import ChunkedReader

        return ChunkedReader(io.BytesIO(payload)).read(MAX_LINE + 1)
    if payload.lstrip()[:1] == b"<":
        return payload
    if coding in ("gzip", "x-gzip", "deflate"):
        return _inflated(payload)
    if coding == "br":
        from fastwarc.stream_io import BrotliReader

        return BrotliReader(io.BytesIO(payload)).read(MAX_LINE + 1)
    if coding == "zstd":
        from fastwarc.stream_io import ZstdReader

        return ZstdReader(io.BytesIO(payload)).read(MAX_LINE + 1)
    raise OSError(f"coding {coding[:20]} is not known")


def _inflated(payload: bytes) -> bytes:
    """The page out of gzip, of one member or several, of zlib, or of deflate without a header."""
    for form in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return _members(payload, form)
        except zlib.error:
            continue
    raise OSError("not gzip or deflate, or cut off")


def _members(payload: bytes, form: int) -> bytes:
    data = bytearray()
    while True:
        packing = zlib.decompressobj(form)
        data += packing.decompress(payload, MAX_LINE + 1 - len(data))
        if len(data) > MAX_LINE:
            return bytes(data)
        if not packing.eof:
            raise zlib.error("cut off")
        payload = packing.unused_data
        if not payload.startswith(b"\x1f\x8b"):
            return bytes(data)


class _Tail:
    """A stream whose last bytes are remembered; it gives what is at hand, that what stands before a break is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast(io.BufferedReader, stream)
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read1(size)
        if data:
            self._at += len(data)
            self.last = (self.last + data[-len(_END) :])[-len(_END) :]
        return data
