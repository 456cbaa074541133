"""The command line: every command documented, results on standard output, messages on standard error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from silang.cli import NOTHING, SKIPPED, app
from silang.interchange import schema
from silang.version import VERSION

ROOT = Path(__file__).parent.parent
RUN = CliRunner()
DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(app).commands

REPORT = (
    "SUKARAYA, GELORA.TEST - Jembatan Melati di Kecamatan Wanasari ambruk pada Senin (3/3/2025) pagi.\n"
    '"Tidak ada korban jiwa," kata Bupati Sukaraya Ratna Permadi, Senin.\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "gelora.txt").write_text(REPORT, encoding="utf-8")
    return reports


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    section = re.search(rf"## `silang {name}\b.*?(?=\n## |\Z)", DOCS, re.DOTALL)
    assert section, f"docs/cli.md has no section on {name}"
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert option in section.group()
    assert COMMANDS[name].help


def test_version() -> None:
    assert RUN.invoke(app, ["--version"]).output.strip() == f"silang {VERSION}"


def test_schema_is_printed() -> None:
    assert json.loads(RUN.invoke(app, ["schema"]).stdout) == schema()


def test_export_writes_json_alone_to_standard_output(folder: Path) -> None:
    run = RUN.invoke(app, ["export", str(folder)])
    assert run.exit_code == 0
    document = json.loads(run.stdout)
    assert [report["text"] for report in document["reports"]] == [REPORT]


def test_standard_input() -> None:
    run = RUN.invoke(app, ["export", "-"], input=REPORT)
    assert run.exit_code == 0
    assert json.loads(run.stdout)["reports"][0]["input"] == "-"


def test_dossier_writes_the_page_and_the_same_in_other_forms(folder: Path, tmp_path: Path) -> None:
    run = RUN.invoke(app, ["dossier", str(folder), "--output", str(tmp_path / "a" / "b")])
    assert run.exit_code == 0
    assert {path.name for path in (tmp_path / "a" / "b").iterdir()} == {
        "index.html",
        "dossier.md",
        "dossier.json",
        "annotations.jsonld",
        "claimreview.jsonld",
    }


def test_quotes_only_writes_no_full_text(folder: Path, tmp_path: Path) -> None:
    (folder / "gelora.txt").write_text(REPORT + "Lampu taman baru sudah menyala di alun-alun.\n", encoding="utf-8")
    run = RUN.invoke(app, ["dossier", str(folder), "-o", str(tmp_path / "out"), "--quotes-only"])
    assert run.exit_code == 0
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    assert "Lampu taman baru" not in written


def test_explain_a_statement(folder: Path) -> None:
    run = RUN.invoke(app, ["explain", "gelora/s1", str(folder)])
    assert run.exit_code == 0
    assert "Tidak ada korban jiwa" in run.stdout
    assert "Ratna Permadi" in run.stdout


def test_explain_an_unknown_id_says_what_there_is(folder: Path) -> None:
    run = RUN.invoke(app, ["explain", "c99", str(folder)])
    assert run.exit_code == NOTHING
    assert "c99" in str(run.exception)


def test_nothing_read(tmp_path: Path) -> None:
    run = RUN.invoke(app, ["export", str(tmp_path)])
    assert run.exit_code == NOTHING
    assert "no report was read" in run.stderr
    assert run.stdout == ""


def test_something_skipped(folder: Path) -> None:
    (folder / "halaman.pdf").write_bytes(b"%PDF-1.4")
    run = RUN.invoke(app, ["export", str(folder)])
    assert run.exit_code == SKIPPED
    assert "halaman.pdf" in run.stderr
    assert json.loads(run.stdout)["reports"]


@pytest.mark.parametrize(
    "arguments",
    [["dossier", "{folder}"], ["dossier", "{folder}", "-o", "x", "--lang", "fr"], ["export"]],
)
def test_a_wrong_command_line(arguments: list[str], folder: Path) -> None:
    run = RUN.invoke(app, [a.format(folder=folder) for a in arguments])
    assert run.exit_code == 2
