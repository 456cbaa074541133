"""Tables: rows that join, spans that hold, formulas disarmed, CSV and Parquet alike, bad exports named."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example as given_example
from hypothesis import given
from hypothesis import strategies as st

import silang
from silang.dossier.tables import TABLES, Table, write_tables
from silang.dossier.tables.flat import day, decimal, instant
from silang.dossier.tables.writing import guarded
from silang.errors import ExportError, MissingExtraError
from silang.interchange import dumps, loads
from silang.model import Crosscheck, Outlet
from tests.dossier import built

Rows = list[dict[str, str]]


def csv_rows(folder: Path, table: str) -> Rows:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def tables(crosscheck: Crosscheck, folder: Path) -> dict[str, Rows]:
    write_tables(silang.export(crosscheck), folder)
    return {table.name: csv_rows(folder, table.name) for table in TABLES}


@pytest.fixture(scope="module")
def example() -> Crosscheck:
    return built.bundled("pelabuhan")


@pytest.fixture(scope="module")
def written(example: Crosscheck, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    return tables(example, tmp_path_factory.mktemp("csv"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_are_unique_and_joins_lead_to_a_row(table: Table, written: dict[str, Rows]) -> None:
    rows = written[table.name]
    keys = {other.name: other.key for other in TABLES}
    if table.key:
        found = [tuple(row[column] for column in table.key) for row in rows]
        assert len(set(found)) == len(found)
    for join in table.joins:
        there = {tuple(row[column] for column in keys[join.table]) for row in written[join.table]}
        for row in rows:
            named = tuple(row[column] for column in join.columns)
            assert "" in named or named in there


def test_the_example_fills_the_tables(written: dict[str, Rows]) -> None:
    assert {name for name, rows in written.items() if not rows} <= {"statement_via"}


def test_every_span_holds_the_words_that_stand_beside_it(written: dict[str, Rows]) -> None:
    texts = {row["report"]: row["text"] for row in written["reports"]}
    checked = 0
    for table in TABLES:
        for column in table.columns:
            if column.name.endswith("text") and table.name != "reports":
                report, start, end = (column.name.removesuffix("text") + part for part in ("report", "start", "end"))
                report = report if report in {c.name for c in table.columns} else "report"
                for row in written[table.name]:
                    if row[start]:
                        checked += 1
                        assert guarded(texts[row[report]][int(row[start]) : int(row[end])]) == row[column.name]
    assert checked > 200


def test_the_rows_of_a_built_story(tmp_path: Path) -> None:
    made = tables(built.bridge(), tmp_path)
    assert [(row["claim"], row["reports"], row["at_least"], row["at_most"]) for row in made["claims"]] == [
        ("c1", "3", "1", "2"),
        ("c2", "2", "0", "1"),
    ]
    assert [(row["claim"], row["report"], row["statement"]) for row in made["claim_statements"]] == [
        ("c1", "warta", ""),
        ("c1", "kabar", ""),
        ("c1", "suar", ""),
        ("c2", "warta", "s1"),
        ("c2", "kabar", "s1"),
    ]
    assert [(row["conflict"], row["left_text"], row["right_text"]) for row in made["conflicts"][:2]] == [
        ("k1", "Dua orang luka.", "Empat orang luka."),
        ("k2", "Empat orang luka.", "Dua orang luka."),
    ]
    assert [(row["low"], row["counted"]) for row in made["quantities"]] == [
        ("2", "orang"),
        ("2", "orang"),
        ("4", "orang"),
    ]
    assert [(row["source_text"], row["source_name"]) for row in made["statements"]][2] == ("dia", "")
    suar = made["reports"][2]
    assert (suar["published"], suar["published_day"], suar["published_at"]) == (
        "2025-02-03T11:45+08:00",
        "2025-02-03",
        "2025-02-03T03:45:00Z",
    )


@pytest.mark.parametrize("made", [built.alone, built.nothing, built.two_stories])
def test_stories_with_little_in_them(made: Any, tmp_path: Path) -> None:
    counted = tables(made(), tmp_path)
    assert len(counted["reports"]) == len(made().reading.reports)


def test_the_same_input_gives_the_same_bytes(example: Crosscheck, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow, which writes Parquet, is not installed")
    for form in ("csv", "parquet"):
        made = []
        for name in ("a", "b"):
            write_tables(silang.export(example), tmp_path / form / name, form=form)
            made.append({path.name: path.read_bytes() for path in (tmp_path / form / name).iterdir()})
        assert made[0] == made[1]
        assert set(made[0]) == {f"{table.name}.{form}" for table in TABLES} | {"datapackage.json"}


def _as_csv(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(cell)


def test_parquet_holds_what_csv_holds(example: Crosscheck, written: dict[str, Rows], tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow, which writes Parquet, is not installed")
    counts = write_tables(silang.export(example), tmp_path, form="parquet")
    for table in TABLES:
        read = pq.read_table(tmp_path / f"{table.name}.parquet")
        assert read.schema.names == [column.name for column in table.columns]
        assert read.num_rows == counts[table.name] == len(written[table.name])
        for column in table.columns:
            field = read.schema.field(column.name)
            assert field.metadata[b"description"].decode() == column.says
            assert field.nullable == column.empty
            cells, printed = read[column.name].to_pylist(), [row[column.name] for row in written[table.name]]
            if column.kind == "number":
                assert cells == [float(cell) if cell else None for cell in printed]
            elif column.kind == "text":
                assert [guarded(cell or "") for cell in cells] == printed
            else:
                assert [_as_csv(cell) for cell in cells] == printed


def test_types_do_not_depend_on_what_was_found(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow, which writes Parquet, is not installed")
    write_tables(silang.export(built.bridge()), tmp_path / "a", form="parquet")
    write_tables(silang.export(built.nothing()), tmp_path / "b", form="parquet")
    for table in TABLES:
        schemas = [pq.read_schema(tmp_path / folder / f"{table.name}.parquet") for folder in ("a", "b")]
        assert schemas[0].equals(schemas[1])


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://x.test")',
        "+62811",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "\u00a0=1",
        "'=1",
    ],
)
def test_what_a_spreadsheet_would_run_is_disarmed(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Dua orang luka.", "3-1", '"Kami," katanya', "2025-02-03"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
@given_example("''")
def test_taking_off_one_apostrophe_gives_the_text_back(text: str) -> None:
    assert guarded(text).removeprefix("'") == text


def test_hostile_fields_are_disarmed_in_every_table(tmp_path: Path) -> None:
    plain = built.bridge()
    bad = '=cmd|"/c calc"!A1'
    reports = tuple(
        replace(r, headline=bad, input=bad, dateline=bad, published=bad, url=bad, outlet=Outlet(bad, bad))
        for r in plain.reading.reports
    )
    entities = tuple(replace(entity, name=bad, aliases=(bad,)) for entity in plain.entities)
    tables(replace(plain, reading=replace(plain.reading, reports=reports), entities=entities), tmp_path)
    cells = [
        cell
        for path in tmp_path.glob("*.csv")
        for row in csv.reader(path.open(encoding="utf-8", newline=""))
        for cell in row
    ]
    assert f"'{bad}" in cells
    assert not [cell for cell in cells if cell.strip()[:1] in set("=+-@")]


def test_a_lone_surrogate_and_a_null_character_do_not_stop_the_tables(tmp_path: Path) -> None:
    text = "Baris \ud800 satu\x00, baris dua."
    report = replace(built.alone().reading.reports[0], text=text, segments=(), headline=None)
    made = replace(built.alone(), reading=replace(built.alone().reading, reports=(report,)))
    assert tables(made, tmp_path)["reports"][0]["text"] == "Baris ? satu\x00, baris dua."
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow, which writes Parquet, is not installed")
    write_tables(silang.export(made), tmp_path, form="parquet")
    assert pq.read_table(tmp_path / "reports.parquet")["text"].to_pylist() == ["Baris ? satu\x00, baris dua."]


def test_days_instants_and_decimals_are_read_or_left_empty() -> None:
    assert day("2025-02-03TMO") == day("2025-02-03T06:15+07:00") == date(2025, 2, 3)
    assert [day(v) for v in (None, "2025-02", "2025-W06", "2025-02-30", "P3D", "2025-02-03x")] == [None] * 6
    assert instant("2025-02-03T06:15:30.5+07:00") == datetime(2025, 2, 2, 23, 15, 30, tzinfo=UTC)
    assert [instant(v) for v in (None, "2025-02-03", "2025-02-03T06:15", "kemarin", "0001-01-01T00:00+07:00")] == [
        None
    ] * 5
    assert [decimal(v) for v in ("2", "-0.5", "1e5", "=1", "")] == ["2", "-0.5", None, None, None]


def test_the_package_describes_every_table(tmp_path: Path) -> None:
    write_tables(silang.export(built.bridge()), tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for table, resource in zip(TABLES, described["resources"], strict=True):
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == [field["name"] for field in resource["schema"]["fields"]]
        told = [tuple(key["fields"]) for key in resource["schema"].get("foreignKeys", ())]
        empty = {column.name for column in table.columns if column.empty}
        assert told == [join.columns for join in table.joins if len(join.columns) == 1 or not empty & {*join.columns}]
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])


# ── exports that are broken ──────────────────────────────────────────────────────────────────────────────────────


def _broken() -> Iterator[tuple[str, Any, str]]:
    def without(document: dict[str, Any]) -> None:
        del document["stories"][0]["claims"][0]["independent"]

    def outside(document: dict[str, Any]) -> None:
        document["stories"][0]["claims"][0]["statements"][0]["end"] = 10**6

    def elsewhere(document: dict[str, Any]) -> None:
        document["stories"][0]["claims"][1]["statements"][0]["statement"] = "s99"

    def kind(document: dict[str, Any]) -> None:
        document["stories"][0]["claims"][0]["independent"]["at_most"] = "=1+1"

    def shape(document: dict[str, Any]) -> None:
        document["reports"][0]["statements"] = [3]

    yield "without", without, "'independent'"
    yield "outside", outside, "a span from"
    yield "elsewhere", elsewhere, "s99"
    yield "kind", kind, "'=1+1' is no whole for at_most"
    yield "shape", shape, "not as its schema says"


@pytest.mark.parametrize(
    ("name", "spoil", "said"), tuple(_broken()), ids=lambda part: part if isinstance(part, str) else ""
)
def test_a_broken_export_is_named_and_nothing_is_left(name: str, spoil: Any, said: str, tmp_path: Path) -> None:
    document = loads(dumps(built.bridge()))
    spoil(document)
    with pytest.raises(ExportError, match=re.escape(said)):
        write_tables(document, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"schema": "silang/9"}', b"\xff\xfe"])
def test_what_is_no_export_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ExportError):
        loads(data)


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=re.escape("silang[tables]")):
        write_tables(silang.export(built.nothing()), tmp_path, form="parquet")


def test_a_format_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xlsx"):
        write_tables(silang.export(built.nothing()), tmp_path, form="xlsx")
