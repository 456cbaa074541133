"""Packed files, told by their first bytes, unpacked as they are read: gzip, xz and zstd, within bounds."""

from __future__ import annotations

import io
import lzma
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, Protocol, cast

RATIO = 300  # text packs to a tenth, a repetitive dump to a hundredth; what swells more is made to
FREE = 64 * 2**20  # bytes unpacked before the ratio counts
MAX_UNPACKED = 1 * 2**40  # bytes that one packed file may come to
_WINDOW = 2**27  # bytes; the largest window that is unpacked (zstd --long=27, xz -9 has half of it)
_STEP = 512  # bytes unpacked at once; at most 16 MB come of them
_BUFFER = 1 << 16
SUFFIXES = (".gz", ".zst", ".zstd", ".xz")
_ZSTD = b"\x28\xb5\x2f\xfd"


class PackedError(OSError):
    """A packed file that cannot be unpacked further: broken, cut off, or beyond the bounds; why, in plain words."""


class _Frame(Protocol):
    """One packed stretch of a file; a file is one or several of them."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def unpacked(stream: BinaryIO) -> BinaryIO | str:
    """`stream` itself where it is not packed, else what it holds, seekable to its start; why not, in plain words.

    Reading the result raises PackedError. Memory is bounded by the window of the packing, whatever the file claims.
    """
    stream.seek(0)
    head = stream.read(6)
    stream.seek(0)
    begin: Callable[[], _Frame]
    errors: tuple[type[Exception], ...]
    if head.startswith(b"\x1f\x8b"):
        begin, errors = lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), (zlib.error, MemoryError)
    elif head == b"\xfd7zXZ\0":
        begin, errors = lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, 2 * _WINDOW), (lzma.LZMAError, MemoryError)
    elif head.startswith(_ZSTD) or (head[1:4] == b"\x2a\x4d\x18" and head[0] >> 4 == 5):
        try:
            import zstandard
        except ImportError:
            return "packed with zstd, which needs a package more: pip install 'silang[dumps]'"
        begin = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj
        errors = (zstandard.ZstdError, MemoryError)
    else:
        return stream
    return cast(BinaryIO, io.BufferedReader(_Bounded(stream, begin, errors), _BUFFER))


class _Bounded(io.RawIOBase):
    """What comes out of a packed stream, counted against what went in."""

    def __init__(self, packed: BinaryIO, begin: Callable[[], _Frame], errors: tuple[type[Exception], ...]) -> None:
        self._packed, self._begin, self._errors = packed, begin, errors
        self._rewind()

    def _rewind(self) -> None:
        self._packed.seek(0)
        self._frame: _Frame | None = None
        self._out = io.BytesIO()
        self._given = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if (offset, whence) != (0, io.SEEK_SET):
            raise io.UnsupportedOperation("a packed file is read from its start")
        self._rewind()
        return 0

    def readinto(self, buffer: Any) -> int:
        while not (data := self._out.read(len(buffer))):
            if not (chunk := self._chunk()):
                return 0
            try:
                self._frame = self._frame or self._begin()
                self._out = io.BytesIO(self._frame.decompress(chunk))
            except self._errors as error:
                raise PackedError(f"broken packing: {error}") from error
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > MAX_UNPACKED:
            raise PackedError(f"unpacks to more than {MAX_UNPACKED // 2**30} GB; part it into smaller files")
        if self._given > FREE and self._given > RATIO * self._packed.tell():
            raise PackedError(f"unpacks to more than {RATIO} times its size; no news dump does")
        return len(data)

    def _chunk(self) -> bytes:
        """The next packed bytes, of this frame or the next; zeros between frames are padding."""
        rest = b""
        if self._frame and self._frame.eof:
            rest, self._frame = self._frame.unused_data.lstrip(b"\0"), None
        while not rest and (rest := self._packed.read(_STEP)) and not self._frame:
            rest = rest.lstrip(b"\0")
        if not rest and self._frame:
            raise PackedError("cut off in the middle of its packing")
        return rest

    def close(self) -> None:
        self._packed.close()
        super().close()
