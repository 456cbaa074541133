"""The tables described for other tools, as a Frictionless Data Package (https://specs.frictionlessdata.io)."""

from __future__ import annotations

from typing import Any

from silang.dossier.tables.columns import Table
from silang.dossier.tables.contents import TABLES

Json = dict[str, Any]
_TYPES = {"text": "string", "whole": "integer", "number": "number", "day": "date", "instant": "datetime"}


def package(form: str) -> Json:
    """The descriptor: each table with its columns, their types, its key and what it joins."""
    return {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": "silang-tables",
        "resources": [_resource(table, form) for table in TABLES],
    }


def _resource(table: Table, form: str) -> Json:
    described: Json = {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.{form}",
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "format": form,
        "description": table.says,
    }
    if form == "csv":
        described |= {"encoding": "utf-8", "dialect": {"lineTerminator": "\r\n"}}
    return described | {"schema": _schema(table)}


def _schema(table: Table) -> Json:
    fields = [
        {
            "name": column.name,
            "type": _TYPES[column.kind],
            "description": column.says,
            # In CSV an empty text and none look the same.
            "constraints": {"required": not column.empty and (column.kind != "text" or column.name in table.key)},
        }
        for column in table.columns
    ]
    keys = {other.name: other.key for other in TABLES}
    empty = {column.name for column in table.columns if column.empty}
    joins = [
        {
            "fields": list(join.columns),
            "reference": {"resource": join.table.replace("_", "-"), "fields": list(keys[join.table])},
        }
        for join in table.joins
        if not (len(join.columns) > 1 and empty.intersection(join.columns))  # there, no key may be null in part
    ]
    schema: Json = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return schema | ({"foreignKeys": joins} if joins else {})
