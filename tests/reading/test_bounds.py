"""Bad input within bounds: a message with file and line, the next item, and memory that does not grow with the file."""

from __future__ import annotations

import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from silang.model import Report, Skipped
from silang.reading import read, stream, tables
from silang.reading.columns import COLUMNS
from silang.reading.ledger import Ledger
from silang.reading.records import Record
from silang.reading.sources import items

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a good report stands behind whatever is laid before it."""
    (tmp_path / "z.txt").write_text(ONE, encoding="utf-8")
    return tmp_path


def peak_of(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.json", "a.jsonl", "a.csv"])
def test_half_a_gigabyte_is_not_loaded(folder: Path, name: str) -> None:
    size = 500 * 2**20 if name == "a.html" else 70 * 2**20
    with (folder / name).open("wb") as file:
        file.write(b"<html><body><p>" if name == "a.html" else b"{" + b"a" * 5000)
        file.truncate(size)
    found: list[str] = []
    peak = peak_of(lambda: found.extend(skipped.reason for skipped in read([folder / name]).skipped))
    assert peak < 150 * 2**20
    assert len(found) in (1, 2)
    assert [report.text for report in read([folder / "z.txt"]).reports] == [ONE]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "font", "ul><li"])
def test_tags_nested_a_hundred_thousand_deep(folder: Path, tag: str) -> None:
    (folder / "a.html").write_text(f"<html><body>{f'<{tag}>' * 100_000}<p>{ONE}</p>", encoding="utf-8")
    reading = read([folder])
    assert reading.reports[-1].text == ONE


def test_nuls_in_a_dump_cost_their_line_alone(folder: Path) -> None:
    good = [json.dumps({"id": f"r{n}", "text": f"{ONE} Laporan {n}."}) for n in range(60)]
    (folder / "a.jsonl").write_text("\n".join([*good[:50], good[50].replace("desa", "de\0sa"), *good[51:]]), "utf-8")
    reading = read([folder / "a.jsonl"])
    assert len(reading.reports) == 59
    ((line, reason),) = [(skipped.line, skipped.reason) for skipped in reading.skipped]
    assert line == 51
    assert "not valid JSON" in reason


def test_a_quotation_mark_that_never_closes_costs_its_row_alone(folder: Path) -> None:
    rows = [f"Banjir {n};{ONE} Laporan {n}. {'x' * 200_000}" for n in range(60)]
    rows[3] = rows[3].replace(";", ';"')
    (folder / "a.csv").write_text("judul;isi\n" + "\n".join(rows), encoding="utf-8")
    found = list(items(str(folder / "a.csv"), COLUMNS))
    assert [(item.line, item.kind) for item in found if isinstance(item, Skipped)] == [(5, "broken")]
    assert sum(isinstance(item, Record) for item in found) == 59


def test_a_table_of_nothing_but_open_quotation_marks_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_LINE", 2**16)
    (folder / "a.csv").write_text("judul;isi\n" + '"b";"c\n' * 100_000, encoding="utf-8")
    reading = read([folder])
    assert [report.text for report in reading.reports] == [ONE]
    assert reading.skipped[-1].reason == "more than 50 broken rows; the rest is left out"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_a_device_and_links_in_a_circle_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "a.warc.gz")
    os.symlink(folder / "c.jsonl", folder / "b.jsonl")
    os.symlink(folder / "b.jsonl", folder / "c.jsonl")
    reading = read([folder, "/dev/zero"])
    assert [report.text for report in reading.reports] == [ONE]
    assert len(reading.skipped) == 4
    assert all(skipped.reason for skipped in reading.skipped)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_memory_is_flat_against_the_size_of_a_dump(tmp_path: Path, form: str) -> None:
    peaks = []
    for count in (200, 1_000, 5_000):
        path = tmp_path / f"{count}.{form}"
        rows = (f"{ONE} Laporan {n}." for n in range(count))
        lines = (json.dumps({"text": row}) for row in rows) if form == "jsonl" else (f'"{row}"' for row in rows)
        path.write_text("\n".join(("" if form == "jsonl" else "text", *lines)), encoding="utf-8")
        peaks.append(peak_of(lambda path=path: sum(1 for _ in items(str(path), COLUMNS))))  # type: ignore[misc]
    assert max(peaks) < min(peaks) + 2**18


def test_memory_is_flat_against_what_was_read_before() -> None:
    """SQLite's own memory is bounded by its page cache; what Python holds must not grow."""
    ledger = Ledger()
    peaks = []
    for count in (100, 5_000):
        reports = (Report(f"r{n % 50}", "x", f"{ONE} {n}", (), url=f"https://b.test/{n}") for n in range(count))

        def noted(reports: object = reports) -> None:
            for report in reports:  # type: ignore[attr-defined]
                ledger.twin(report, "")
                ledger.unique(report.id)
                ledger.note(report, "")

        peaks.append(peak_of(noted))
    ledger.close()
    assert peaks[1] < peaks[0] + 2**16


def test_a_stream_that_is_left_early_lets_go_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"{ONE} {n}."}) for n in range(9)), "utf-8")
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else None
    parts = stream([tmp_path / "a.jsonl"])
    next(parts)
    next(parts)
    parts.close()  # type: ignore[attr-defined]
    if before is not None:
        assert len(os.listdir("/proc/self/fd")) == before
