"""Bytes to reports: files of any kind that is read, their furniture marked, their metadata found."""

from silang.reading.columns import read_columns
from silang.reading.records import Given
from silang.reading.reports import read_text
from silang.reading.sources import read, stream

__all__ = ["Given", "read", "read_columns", "read_text", "stream"]
