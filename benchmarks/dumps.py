"""Dumps and web archives: rows and records a second, and peak memory against the size of the file.

usage: python benchmarks/dumps.py [--rows 1000 4000 12000] [--output benchmarks/results/dumps.json]
       python benchmarks/dumps.py --memory --rows 12000 50000 200000 --output benchmarks/results/dumps-memory.json

The dumps are made here, of sentences that we wrote, each report with places and numbers of its own; every twentieth
row is a copy of the one before. Two steps are timed, in processor time: `rows`, the file unpacked and parted into
records or pages; `reports`, the same with reports made of them (text of a page found, furniture marked, held against
what was read before). Memory is the peak of a process of its own that reads the whole file, the interpreter and its
libraries included (VmHWM, so on Linux alone). Web archives are a tenth as long as the dumps.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from silang.model import Report
from silang.reading import stream
from silang.reading.columns import COLUMNS
from silang.reading.records import Page, Record
from silang.reading.sources import items

ROOT = Path(__file__).parents[1]
_SYLLABLES = ("ba", "ci", "ga", "ka", "la", "mu", "na", "pa", "ra", "su", "ta", "wi")
_SENTENCES = (
    "Air setinggi {a} sentimeter merendam {b} rumah di Desa {place} sejak Senin dini hari.",
    '"Kami sudah membuka {b} dapur umum dan meminta warga tetap di balai desa," kata Camat {place} {name}.',
    "Menurut {name}, tanggul di hilir Kali {place} retak sepanjang {a} meter setelah hujan {b} jam.",
    "Petugas mengirim {a} perahu karet, sedangkan sekolah di {place} diliburkan selama {b} hari.",
    "Warga berharap pemerintah kabupaten memperbaiki jalan menuju pasar yang putus di {b} titik.",
    "Baca juga: Jembatan {place} Ditutup {b} Hari",
    "Bupati mengatakan bantuan untuk {a} keluarga di {place} sedang dalam perjalanan dari gudang kabupaten.",
)


def text(n: int) -> str:
    """The text of the nth report."""
    place = "".join(_SYLLABLES[n // 12**k % 12] for k in range(4)).capitalize()
    name = "".join(_SYLLABLES[(n // 7 + 5 * k) % 12] for k in range(3)).capitalize()
    words = {"place": place, "name": f"{name} Sasmita", "a": 20 + n % 300, "b": 2 + n % 37}
    return "\n\n".join(sentence.format(**words) for sentence in _SENTENCES * 2)


def rows(count: int) -> Iterator[dict[str, Any]]:
    """Rows as a scraper writes them."""
    for n in range(count):
        n -= n % 20 == 19
        day = f"2031-02-{n % 28 + 1:02}T10:00:00+07:00"
        url = f"https://koranbayangan.test/{n}"
        yield {"title": f"Banjir ke-{n}", "text": text(n), "date": day, "url": url, "source": "koranbayangan.test"}


def jsonl(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows(count))


def jsonl_gz(path: Path, count: int) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows(count))


def csv(path: Path, count: int) -> None:
    import csv as writing

    with path.open("w", encoding="utf-8", newline="") as file:
        made = writing.DictWriter(file, ("title", "text", "date", "url", "source"))
        made.writeheader()
        made.writerows(rows(count))


def parquet(path: Path, count: int) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([(name, "string") for name in ("title", "text", "date", "url", "source")])
    with ParquetWriter(path, schema) as writer:
        batch: list[dict[str, Any]] = []
        for row in rows(count):
            batch.append(row)
            if len(batch) == 1000:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch.clear()
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def warc_gz(path: Path, count: int) -> None:
    """A page for every row, and a picture for each third."""
    with path.open("wb") as file:
        for n, row in enumerate(rows(count)):
            file.write(gzip.compress(_record(n, row["url"], "text/html; charset=utf-8", _page(row)), 6))
            if n % 3 == 0:
                file.write(gzip.compress(_record(n, row["url"] + ".png", "image/png", b"\x89PNG" + bytes(5000)), 6))


def _page(row: dict[str, Any]) -> bytes:
    menu = "".join(f'<li><a href="/{n}">Rubrik {n}</a></li>' for n in range(60))
    body = "".join(f"<p>{part}</p>" for part in row["text"].split("\n\n"))
    return (
        f"<!DOCTYPE html><html lang=id><head><title>{row['title']}</title>"
        f"<meta property='article:published_time' content='{row['date']}'></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{row['title']}</h1>{body}</article><footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def _record(n: int, url: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    fields = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n:08}>\r\nWARC-Date: 2031-02-03T04:05:06Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n"
    )
    return fields.encode() + b"\r\n" + http + b"\r\n\r\n"


KINDS: dict[str, Callable[[Path, int], None]] = {
    "jsonl": jsonl, "jsonl.gz": jsonl_gz, "csv": csv, "parquet": parquet, "warc.gz": warc_gz,
}  # fmt: skip


def rates(path: Path) -> dict[str, float]:
    """Records or pages, and reports, a second of processor time."""
    start = time.process_time()
    held = sum(isinstance(item, Record | Page) for item in items(str(path), COLUMNS))
    parted = time.process_time()
    made = sum(isinstance(part, Report) for part in stream([path]))
    return {
        "rows a second": round(held / (parted - start), 1),
        "reports a second": round(made / (time.process_time() - parted), 1),
    }


def peak(path: Path) -> float:
    """Megabytes that a process of its own holds at most while it reads the file."""
    run = subprocess.run([sys.executable, __file__, "--read", str(path)], capture_output=True, text=True, check=True)
    return float(run.stdout)


def _read(path: Path) -> None:
    for _ in stream([path]):
        pass
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    print(round(int(status.split("VmHWM:")[1].split()[0]) / 1024, 1))


def main() -> None:
    """Makes the dumps, reads them and writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 4000, 12_000], help="the sizes")
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "results" / "dumps.json")
    parser.add_argument("--memory", action="store_true", help="peak memory alone, without rates")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.read:
        _read(args.read)
        return
    result: dict[str, Any] = {
        "command": "python benchmarks/dumps.py" + (f" --memory --rows {' '.join(map(str, args.rows))}" * args.memory),
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: version(name) for name in ("fastwarc", "pyarrow", "trafilatura")},
    }
    with tempfile.TemporaryDirectory() as folder:
        for kind, make in () if args.memory else KINDS.items():
            path = Path(folder) / f"dump.{kind}"
            make(path, args.rows[0] if kind != "warc.gz" else args.rows[1] // 10)
            result[kind] = {"megabytes": round(path.stat().st_size / 2**20, 2), **rates(path)}
        result["peak memory"] = []
        for kind, count in [("jsonl", n) for n in args.rows] + [("warc.gz", n // 10) for n in args.rows]:
            path = Path(folder) / f"{count}.{kind}"
            KINDS[kind](path, count)
            size = round(path.stat().st_size / 2**20, 2)
            result["peak memory"].append({"kind": kind, "rows": count, "megabytes": size, "peak megabytes": peak(path)})
            path.unlink()
    args.output.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(args.output.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
