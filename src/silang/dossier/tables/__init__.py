"""A cross-check as tables, from its export: CSV for the spreadsheet, Parquet for the notebook."""

from silang.dossier.tables.columns import Column, Join, Table
from silang.dossier.tables.contents import TABLES
from silang.dossier.tables.writing import FORMATS, write_tables

__all__ = ["FORMATS", "TABLES", "Column", "Join", "Table", "write_tables"]
