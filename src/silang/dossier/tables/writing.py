"""Tables on disk: CSV that a spreadsheet cannot be tricked with, or Parquet of a fixed schema; rows in streams."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from silang.dossier.tables.columns import Cell, Column, Row, Table
from silang.dossier.tables.contents import TABLES
from silang.dossier.tables.flat import Flat, Json
from silang.dossier.tables.package import package
from silang.errors import ExportError, MissingExtraError

if TYPE_CHECKING:
    import pyarrow

FORMATS = ("csv", "parquet")
_ROWS = 10_000  # held at once
_LETTERS = 32_000_000  # code points held at once
# What makes a spreadsheet read a cell as a formula (OWASP, CSV Injection), full-width forms included.
_FORMULA = tuple("=+-@＝＋－＠")
_LEADING = ("\t", "\r", "\n", "'")
_TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "whole": (int,),
    "number": (str,),
    "day": (date,),
    "instant": (datetime,),
}


def write_tables(document: Json, folder: Path, *, form: str = "csv") -> dict[str, int]:
    """Writes every table of an export into `folder`, made where absent, and gives how many rows each has.

    `form` is `csv` or `parquet`. Beside the tables, `datapackage.json` describes them (Frictionless Data Package). What
    was there under the same names is replaced once all is written. Raises ValueError where `form` is neither,
    ExportError where the export is not as its schema says, MissingExtraError where Parquet is asked for without
    pyarrow, OSError where a file cannot be written.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not a format of tables; use one of {', '.join(FORMATS)}")
    write = _csv if form == "csv" else _parquet()
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=".tables-", dir=folder))
    try:
        flat, counts = Flat(document), {}
        for table in TABLES:
            counts[table.name] = write(table, _checked(table, flat), made / f"{table.name}.{form}")
        described = json.dumps(package(form), ensure_ascii=False, indent=1) + "\n"
        (made / "datapackage.json").write_bytes(described.encode())
        for path in sorted(made.iterdir()):
            path.replace(folder / path.name)
    finally:
        shutil.rmtree(made)
    return counts


def _checked(table: Table, flat: Flat) -> Iterator[Row]:
    """The rows of a table; ExportError at the first that the export's schema does not allow."""
    try:
        for row in table.rows(flat):
            for column, cell in zip(table.columns, row, strict=True):
                if not _fits(column, cell):
                    raise ExportError(f"{table.name}: {cell!r} is no {column.kind} for {column.name}")
            yield row
    except KeyError as error:
        raise ExportError(f"{table.name}: the export holds no {error.args[0]!r}") from error
    except (TypeError, AttributeError) as error:
        raise ExportError(f"{table.name}: the export is not as its schema says ({error})") from error


def _fits(column: Column, cell: Cell) -> bool:
    if cell is None:
        return column.empty
    return isinstance(cell, _TYPES[column.kind]) and not isinstance(cell, bool)


def _csv(table: Table, rows: Iterator[Row], path: Path) -> int:
    """RFC 4180 in UTF-8. A lone surrogate, which has no UTF-8 form, becomes a question mark."""
    n = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in rows:
            writer.writerow([_printed(column, cell) for column, cell in zip(table.columns, row, strict=True)])
            n += 1
    return n


def _printed(column: Column, cell: Cell) -> str | int | None:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and column.kind == "text":
        return guarded(cell)
    return cell


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula, or where it begins with one.

    A reader that takes off one leading apostrophe has the text back, exactly.
    """
    if text.startswith(_LEADING) or text.lstrip().startswith(_FORMULA):
        return f"'{text}"
    return text


def _parquet() -> Callable[[Table, Iterator[Row], Path], int]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'silang[tables]', or use CSV") from error
    kinds = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
        "instant": pa.timestamp("ms", tz="UTC"),
    }

    def write(table: Table, rows: Iterator[Row], path: Path) -> int:
        schema = pa.schema(
            pa.field(c.name, kinds[c.kind], nullable=c.empty, metadata={"description": c.says}) for c in table.columns
        )
        n = 0
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in _batches(rows):
                columns = [_array(pa, c, [row[k] for row in batch], schema) for k, c in enumerate(table.columns)]
                writer.write_batch(pa.record_batch(columns, schema=schema))
                n += len(batch)
        return n

    return write


def _array(pa: Any, column: Column, cells: Sequence[Cell], schema: pyarrow.Schema) -> Any:
    kind = schema.field(column.name).type
    if column.kind == "number":
        return pa.array([None if cell is None else float(str(cell)) for cell in cells], kind)
    if column.kind == "text":
        cells = [cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else None for cell in cells]
    return pa.array(cells, kind)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    letters = 0
    for row in rows:
        batch.append(row)
        letters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(batch) == _ROWS or letters >= _LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch
