"""Packed files: told by their first bytes, unpacked within bounds, and said so where they are broken."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pytest

from silang.model import Reading
from silang.reading import packed, read
from silang.reading.columns import COLUMNS
from silang.reading.packed import PackedError, unpacked
from silang.reading.records import Record
from silang.reading.sources import items

zstandard = pytest.importorskip("zstandard", reason="zstd is unpacked by the package zstandard")

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."
Pack = Callable[[bytes], bytes]
PACKINGS = [
    pytest.param(".gz", gzip.compress, id="gzip"),
    pytest.param(".xz", lzma.compress, id="xz"),
    pytest.param(".zst", zstandard.ZstdCompressor(write_checksum=True).compress, id="zstd"),
]


def rows(count: int) -> bytes:
    """JSON Lines of as many reports, each of a text of its own."""
    made = ({"text": f"{ONE} Laporan ke-{n}.", "x": sha256(str(n).encode()).hexdigest()} for n in range(count))
    return "".join(json.dumps(row) + "\n" for row in made).encode()


def drained(packed: BinaryIO) -> None:
    stream = unpacked(packed)
    assert not isinstance(stream, str)
    with stream:
        while stream.read(2**16):
            pass


def told(reading: Reading) -> list[tuple[str, int | None, str]]:
    return [(Path(s.path).name, s.line, s.reason) for s in reading.skipped]


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_a_packed_dump_is_read_by_the_name_inside(tmp_path: Path, suffix: str, pack: Pack) -> None:
    (tmp_path / f"berita.jsonl{suffix}").write_bytes(pack(rows(3)))
    (tmp_path / f"lembar.txt{suffix}").write_bytes(pack(ONE.encode()))
    (tmp_path / f"tabel.csv{suffix}").write_bytes(pack(f'judul,isi\nAir,"{ONE} Surut."\n'.encode()))
    reading = read([tmp_path])
    assert [report.id for report in reading.reports] == ["berita", "berita-2", "berita-3", "lembar", "tabel"]
    assert reading.skipped == ()


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_the_packing_is_told_by_the_content_not_the_name(tmp_path: Path, suffix: str, pack: Pack) -> None:
    (tmp_path / "berita.jsonl").write_bytes(pack(rows(2)))
    reading = read([tmp_path, "-"], stdin=io.BytesIO(pack(rows(1))))
    assert [report.id for report in reading.reports] == ["berita", "berita-2", "stdin"]


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_several_packed_parts_one_after_the_other_are_one_file(tmp_path: Path, suffix: str, pack: Pack) -> None:
    (tmp_path / f"berita.jsonl{suffix}").write_bytes(pack(rows(2)) + pack(rows(4)[-len(rows(4)) + len(rows(2)) :]))
    assert len(read([tmp_path]).reports) == 4


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_a_file_cut_off_is_read_up_to_there(tmp_path: Path, suffix: str, pack: Pack) -> None:
    (tmp_path / f"berita.jsonl{suffix}").write_bytes((pack(rows(20)) + pack(rows(20)))[:-40])
    (tmp_path / "lain.txt").write_text(ONE, encoding="utf-8")
    reading = read([tmp_path])
    assert len(reading.reports) >= 21
    assert reading.reports[-1].text == ONE
    assert reading.reports[19].text == f"{ONE} Laporan ke-19."
    ((name, line, reason),) = told(reading)
    assert name == f"berita.jsonl{suffix}"
    assert reason == f"cut off in the middle of its packing; read up to line {line}"


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_broken_packing_is_told(tmp_path: Path, suffix: str, pack: Pack) -> None:
    data = bytearray(pack(rows(20)))
    data[len(data) // 2 : len(data) // 2 + 40] = b"\xff" * 40
    (tmp_path / f"berita.jsonl{suffix}").write_bytes(pack(rows(5)) + data)
    reading = read([tmp_path])
    assert len(reading.reports) >= 5
    assert "broken packing" in reading.skipped[-1].reason


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
@pytest.mark.parametrize("unit", [b"a", b"a" * 999 + b"\n"])
def test_a_bomb_is_stopped_and_takes_no_memory(
    tmp_path: Path, suffix: str, pack: Pack, unit: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "FREE", 2**22)
    path = tmp_path / f"bom.jsonl{suffix}"
    path.write_bytes(pack(unit * (24 * 2**20 // len(unit))))
    tracemalloc.start()
    found = list(islice(items(str(path), COLUMNS), 10)) if len(unit) > 1 else list(items(str(path), COLUMNS))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50 * 2**20
    with pytest.raises(PackedError, match="more than 300 times its size"):
        drained(path.open("rb"))
    assert not any(isinstance(item, Record) for item in found)


def test_what_unpacks_beyond_the_absolute_bound_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MAX_UNPACKED", 2**20)
    with pytest.raises(PackedError, match="unpacks to more than"):
        drained(io.BytesIO(gzip.compress(os.urandom(2**21))))


def test_an_archive_and_what_is_packed_twice_are_named(tmp_path: Path) -> None:
    import tarfile

    with tarfile.open(tmp_path / "a.txt.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("berita.txt")
        entry.size = len(ONE)
        archive.addfile(entry, io.BytesIO(ONE.encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(gzip.compress(ONE.encode())))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b""))
    assert [reason for _, _, reason in told(read([tmp_path]))] == [
        "a tar archive, which is not read; unpack it first",
        "packed twice in spite of its name; save it as text (.txt) or HTML (.html)",
        "empty: no report in it",
    ]


def test_without_zstandard_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    (tmp_path / "berita.jsonl.zst").write_bytes(zstandard.compress(rows(1)))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    ((_, _, reason),) = told(read([tmp_path]))
    assert "pip install 'silang[dumps]'" in reason
