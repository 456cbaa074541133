"""Parquet of scraper dumps: rows as records, in little memory, and what is no Parquet told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from silang.model import Reading
from silang.reading import read
from silang.reading.records import MAX_LINE

pa = pytest.importorskip("pyarrow", reason="Parquet is read by the package pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


def reading_of(folder: Path, rows: list[dict[str, object]]) -> Reading:
    pq.write_table(pa.Table.from_pylist(rows), folder / "a.parquet", row_group_size=2)
    return read([folder])


def test_rows_are_records(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "Title": f"Banjir {n}", "maintext": f"{ONE} Laporan {n}.",
            "date_publish": datetime(2031, 2, 3, 10, tzinfo=UTC), "source": {"name": "Liputan6"},
            "authors": ["Sarwono Adi"], "localpath": b"\0", "vector": [1.0] * 9,
        }
        for n in range(5)
    ]  # fmt: skip
    reading = reading_of(tmp_path, rows)
    assert [report.headline for report in reading.reports] == [f"Banjir {n}" for n in range(5)]
    assert {report.published for report in reading.reports} == {"2031-02-03T10:00:00+00:00"}
    assert {report.outlet.id for report in reading.reports if report.outlet} == {"liputan6"}
    assert {byline.name for report in reading.reports for byline in report.bylines} == {"Sarwono Adi"}
    assert reading.skipped == ()


def test_a_row_without_a_text_and_one_beyond_the_bound(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [{"isi": ONE}, {"isi": None}, {"isi": "a" * (MAX_LINE + 1)}, {"isi": ONE + " Ya."}])
    assert len(reading.reports) == 2
    assert [(s.line, s.reason) for s in reading.skipped] == [
        (2, "no field with a text (text, content, body, isi …); its fields: isi"),
        (3, "a row longer than 8 MB; no report is that long"),
    ]


def test_other_columns_and_no_parquet(tmp_path: Path) -> None:
    assert reading_of(tmp_path, [{"harga": 5}]).skipped[0].reason == "no column of a report; its columns: harga"
    whole = (tmp_path / "a.parquet").read_bytes()
    for data in (b"PAR1" + b"x" * 50, whole[: len(whole) // 2], b"bukan parquet"):
        (tmp_path / "a.parquet").write_bytes(data)
        (skipped,) = read([tmp_path]).skipped
        assert skipped.reason.startswith("not Parquet that can be read")


def test_without_pyarrow_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    pq.write_table(pa.Table.from_pylist([{"isi": ONE}]), tmp_path / "a.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'silang[tables]'" in read([tmp_path]).skipped[0].reason
