"""Parquet of scraper dumps: each row one record; only the columns that a report has are read, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from silang.model import Skipped
from silang.reading.records import MAX_LINE, File, Found, from_fields

_ROWS = 64  # rows in memory at once
_PAGE = 1 << 16  # bytes of a column that are read ahead


def read_parquet(stream: BinaryIO, file: File) -> Found:
    """The records of a Parquet file; `line` is the row, from 1. Needs pyarrow (the extra `tables`)."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield Skipped(file.path, "Parquet needs a package more: pip install 'silang[tables]'", kind="kind")
        return
    row = 0
    try:
        with parquet.ParquetFile(stream, buffer_size=_PAGE, pre_buffer=False) as table:
            names = _columns(table.schema_arrow.names, file)
            if not names:
                held = ", ".join(sorted(table.schema_arrow.names)[:8]) or "none"
                yield Skipped(file.path, f"no column of a report; its columns: {held}", kind="empty")
                return
            for batch in table.iter_batches(_ROWS, columns=names, use_threads=False):
                for values in _rows(batch):
                    row += 1
                    if sum(len(value) for value in values.values() if isinstance(value, str)) > MAX_LINE:
                        reason = f"a row longer than {MAX_LINE // 2**20} MB; no report is that long"
                        yield Skipped(file.path, reason, row, "too_large")
                    else:
                        yield from_fields(values, file, row)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        after = f" after row {row}" if row else ""
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield Skipped(file.path, f"not Parquet that can be read{after}: {first}", kind="broken")


def _columns(names: list[str], file: File) -> list[str]:
    """Those columns that may hold a field of a report."""
    known = {name.split(".", 1)[0] for listed in file.columns.values() for name in listed}
    return [name for name in names if name.strip().casefold() in known]


def _rows(batch: Any) -> Iterator[Mapping[str, object]]:
    for values in batch.to_pylist():
        yield {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
