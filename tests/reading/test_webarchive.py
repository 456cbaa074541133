"""Web archives: pages with their provenance, what is no page counted, and every break told with its record."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from silang.cli import app
from silang.model import Archived, Reading, Skipped
from silang.reading import read
from silang.reading.columns import COLUMNS
from silang.reading.records import MAX_LINE
from silang.reading.sources import items

pytest.importorskip("fastwarc", reason="web archives are read by the package fastwarc")

DIGEST = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"


def page(n: int) -> bytes:
    """A page of an outlet with a report of its own."""
    lines = "".join(
        f"<p>Warga Desa Sukamaju {n} membersihkan {part} selama {n + 2} hari, kata Lurah Wiryo Sasmita di balai "
        f"desa, setelah air Kali Bening meluap dan merendam jalan utama menuju pasar.</p>"
        for part in ("saluran air", "halaman sekolah", "gudang beras")
    )
    head = f"<html><head><title>Warga Sukamaju {n} Membersihkan Desa</title></head>"
    return f"{head}<body><article><h1>Warga Sukamaju {n} Membersihkan Desa</h1>{lines}</article></body></html>".encode()


def record(
    n: int, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", extra: str = ""
) -> bytes:
    """One response record."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    fields = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n:08}>\r\nWARC-Date: 2031-02-03T04:05:06Z\r\n"
        f"WARC-Target-URI: https://koranbayangan.test/{n}\r\nWARC-Payload-Digest: {DIGEST}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return fields.encode() + http + b"\r\n\r\n"


INFO = (
    b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/warc-fields\r\n"
    b"Content-Length: 14\r\n\r\nsoftware: x\r\n\r\n\r\n\r\n"
)


def reading_of(folder: Path, name: str, data: bytes) -> Reading:
    (folder / name).write_bytes(data)
    return read([folder / name])


def told(reading: Reading) -> list[tuple[int | None, str, int]]:
    return [(s.line, s.reason, s.count) for s in reading.skipped]


def sukamaju(reading: Reading) -> list[str]:
    """The numbers of the reports that were read."""
    return [(report.headline or "").split()[2] for report in reading.reports]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "dump.gz.warc"])
def test_pages_are_read_with_their_provenance(tmp_path: Path, name: str) -> None:
    records = [INFO, record(1, page(1)), record(2, page(2))]
    data = b"".join(gzip.compress(one) if "gz" in name else one for one in records)
    reading = reading_of(tmp_path, name, data)
    assert sukamaju(reading) == ["1", "2"]
    assert [report.url for report in reading.reports] == [f"https://koranbayangan.test/{n}" for n in (1, 2)]
    assert reading.reports[1].archived == Archived("<urn:uuid:00000002>", DIGEST)
    assert [one.path for one in reading.inputs] == [str(tmp_path / name)]
    assert reading.skipped == ()


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    records = [
        record(1, b"\x89PNG", kind="image/png"),
        record(2, b"\x89PNG", kind="image/png"),
        record(3, b"gone", status="404 Not Found"),
        record(4, page(4)),
        record(5, b"<html><body></body></html>"),
        record(6, b"<html><body></body></html>"),
    ]
    reading = reading_of(tmp_path, "a.warc", b"".join(records))
    assert sukamaju(reading) == ["4"]
    assert told(reading) == [
        (None, "no HTML: image", 2),
        (None, "status 404", 1),
        (None, "no article found in this page", 2),
    ]
    assert {skipped.kind for skipped in reading.skipped} == {"no_page"}


def test_hostile_content_types_are_counted_as_one(tmp_path: Path) -> None:
    records = [record(n, b"x", kind=f"x-{n}/y; {n}", status="200 OK") for n in range(50)]
    assert told(reading_of(tmp_path, "a.warc", b"".join(records))) == [(None, "no HTML: another type", 50)]


def test_an_archive_with_pictures_is_read_without_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record(1, page(1)) + record(2, b"\x89PNG", kind="image/png"))
    run = CliRunner().invoke(app, ["read", str(path), "--output", str(tmp_path / "hasil")])
    assert (run.exit_code, "1 record of web archives holds no page" in run.output) == (0, True)


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("body", "extra"),
    [
        (chunked(page(1)), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(page(1)), "Content-Encoding: gzip\r\n"),
        (zlib.compress(page(1)), "Content-Encoding: deflate\r\n"),
        (raw_deflate(page(1)), "Content-Encoding: deflate\r\n"),
        (chunked(gzip.compress(page(1))), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        (chunked(gzip.compress(page(1))), "Transfer-Encoding: gzip, chunked\r\n"),
        (gzip.compress(gzip.compress(page(1))), "Content-Encoding: gzip, gzip\r\n"),
        (gzip.compress(page(1)[:200]) + gzip.compress(page(1)[200:]), "Content-Encoding: x-gzip\r\n"),
        (page(1), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),  # undone by the crawler
    ],
)
def test_codings_of_the_web_are_undone(tmp_path: Path, body: bytes, extra: str) -> None:
    reading = reading_of(tmp_path, "a.warc", record(1, body, extra=extra) + record(2, page(2)))
    assert sukamaju(reading) == ["1", "2"]
    assert reading.skipped == ()


@pytest.mark.parametrize(
    ("body", "extra", "reason"),
    [
        (gzip.compress(page(1))[:-30], "Content-Encoding: gzip\r\n", "broken coding of the page"),
        (b"\x8b\x1f" * 50, "Content-Encoding: br\r\n", "broken coding of the page"),
        (b"xyz", "Content-Encoding: gzip, gzip, gzip, gzip, gzip\r\n", "5 codings one upon another"),
        (b"xyz", "Content-Encoding: rot13\r\n", "coding rot13 is not known"),
        (chunked(page(1))[:300], "Transfer-Encoding: chunked\r\n", "broken coding of the page"),
        (gzip.compress(bytes(100 * 2**20)), "Content-Encoding: gzip\r\n", "a page larger than 8 MB"),
        (b" " * (MAX_LINE + 1), "", "a page larger than 8 MB"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_with_its_record(
    tmp_path: Path, body: bytes, extra: str, reason: str
) -> None:
    data = INFO + record(7, body, extra=extra) + record(2, page(2))
    tracemalloc.start()
    reading = reading_of(tmp_path, "a.warc", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sukamaju(reading) == ["2"]
    ((line, why, _),) = told(reading)
    assert line == 2
    assert why.startswith("record <urn:uuid:00000007>: ")
    assert reason in why
    assert peak < 60 * 2**20


@pytest.mark.parametrize("cut", [3, 40, 1000])
@pytest.mark.parametrize("pack", [False, True])
def test_a_web_archive_cut_in_the_middle(tmp_path: Path, cut: int, pack: bool) -> None:
    records = [record(n, page(n)) for n in (1, 2, 3)]
    data = b"".join(gzip.compress(one) if pack else one for one in records)
    (tmp_path / "b.txt").write_text("Banjir merendam tiga desa sejak Senin dini hari, kata camat.", encoding="utf-8")
    (tmp_path / "a.warc").write_bytes(data[: -min(cut, 300 if pack else cut)])
    reading = read([tmp_path])
    assert sukamaju(Reading(reading.reports[:2])) == ["1", "2"]
    assert reading.reports[-1].id == "b"
    assert any("cut off in the middle" in skipped.reason for skipped in reading.skipped)


@pytest.mark.parametrize(
    "broken",
    [
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.1\r\n" + b"a" * 200_000,
        b"bukan arsip\r\n\r\n",
    ],
)
def test_what_is_no_record_ends_the_file_and_says_where(tmp_path: Path, broken: bytes) -> None:
    reading = reading_of(tmp_path, "a.warc", record(1, page(1)) + broken + record(3, page(3)))
    assert sukamaju(reading)[:1] == ["1"]
    assert {skipped.kind for skipped in reading.skipped} <= {"broken", "no_page"}
    assert reading.skipped


def wacz(folder: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(folder / "a.wacz", "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return folder / "a.wacz"


def test_a_wacz_is_read_member_by_member(tmp_path: Path) -> None:
    path = wacz(
        tmp_path,
        {
            "datapackage.json": b"{}",
            "archive/a.warc.gz": gzip.compress(record(1, page(1))),
            "archive/b.warc": record(2, page(2)),
            "archive/c.warc.gz": gzip.compress(record(3, page(3)))[:-20],
            "archive/d.warc": record(4, page(4)),
        },
    )
    reading = read([path])
    assert sukamaju(reading) == ["1", "2", "4"]
    assert told(reading) == [(None, "archive/c.warc.gz: cut off in the middle of its packing", 1)]


def test_a_wacz_that_is_none(tmp_path: Path) -> None:
    assert "no folder archive" in read([wacz(tmp_path, {"x.txt": b"x"})]).skipped[0].reason
    assert "not a WACZ that can be read" in reading_of(tmp_path, "b.wacz", b"PK\x03\x04xx").skipped[0].reason
    path = tmp_path / "c.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", bytes(100 * 2**20))
    assert "more than 300 times its size" in read([path]).skipped[0].reason


def test_without_fastwarc_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    ((_, reason, _),) = told(reading_of(tmp_path, "a.warc", record(1, page(1))))
    assert "pip install 'silang[warc]'" in reason


def test_memory_is_flat_against_the_size_of_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (100, 1000):
        path = tmp_path / f"{count}.warc"
        path.write_bytes(b"".join(record(n, page(n)) for n in range(count)))
        tracemalloc.start()
        found = sum(not isinstance(item, Skipped) for item in items(str(path), COLUMNS))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert found == count + 1  # the input besides
    assert peaks[1] < peaks[0] + 2**20


def test_standard_input_may_be_a_web_archive() -> None:
    assert sukamaju(read(["-"], stdin=io.BytesIO(record(1, page(1))))) == ["1"]
