"""`silang tables`: from reports or from an export; its data dictionary in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from silang.cli import NOTHING, SKIPPED, app
from silang.dossier.tables import TABLES, Table
from silang.errors import SilangError
from tests.dossier import built

DOCS = (Path(__file__).parent.parent.parent / "docs" / "tables.md").read_text(encoding="utf-8")
RUN = CliRunner()


def test_from_an_export_or_from_its_reports_the_tables_are_the_same(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "warta.txt").write_text(built.WARTA, encoding="utf-8")
    (reports / "suar.txt").write_text(built.SUAR, encoding="utf-8")
    (reports / "rilis.pdf").write_bytes(b"%PDF-1.4")
    exported = RUN.invoke(app, ["export", str(reports)])
    (tmp_path / "e.json").write_bytes(exported.stdout_bytes)
    one = RUN.invoke(app, ["tables", str(reports), "-o", str(tmp_path / "a")])
    two = RUN.invoke(app, ["tables", "--from", str(tmp_path / "e.json"), "-o", str(tmp_path / "b")])
    assert (one.exit_code, two.exit_code) == (SKIPPED, 0)
    assert "rilis.pdf" in one.stderr
    made = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("a", "b")]
    assert made[0] == made[1]


@pytest.mark.parametrize("arguments", [[], ["x", "--from", "y.json"], ["x", "--format", "xlsx"]])
def test_a_wrong_command_line(arguments: list[str], tmp_path: Path) -> None:
    assert RUN.invoke(app, ["tables", *arguments, "-o", str(tmp_path / "out")]).exit_code == 2


def test_an_export_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["tables", "--from", str(tmp_path / "tiada.json"), "-o", str(tmp_path / "out")])
    assert run.exit_code == NOTHING
    assert "tiada.json" in run.stderr
    (tmp_path / "e.json").write_text("{}", encoding="utf-8")
    run = RUN.invoke(app, ["tables", "--from", str(tmp_path / "e.json"), "-o", str(tmp_path / "out")])
    assert isinstance(run.exception, SilangError)
    assert "e.json" in str(run.exception)


# ── the docs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def section(table: Table) -> str:
    """A table's section of docs/tables.md."""
    facts = [f"Key: {_names(table.key)}."] if table.key else []
    facts += [f"{_names(join.columns)} → `{join.table}`." for join in table.joins]
    lines = [f"### `{table.name}`", "", " ".join([table.says, *facts]), "", "| column | type | what it holds |"]
    lines += ["| --- | --- | --- |"]
    lines += [f"| `{c.name}` | {c.kind}{', or null' if c.empty else ''} | {c.says} |" for c in table.columns]
    return "\n".join(lines) + "\n"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


def test_the_data_dictionary_is_that_of_the_code() -> None:
    written = DOCS[DOCS.index("### `") :]
    assert written == "\n".join(section(table) for table in TABLES)
