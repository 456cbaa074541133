"""`silang read`: the folder it writes, what it says, and the summary as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from silang.cli import NOTHING, SKIPPED, app

ONE = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    rows = [json.dumps({"lead": f"{ONE} Laporan {n}."}) for n in range(3)]
    (tmp_path / "berita.jsonl").write_text("\n".join([*rows, "{rusak\n" * 30]), encoding="utf-8")
    (tmp_path / "kolom.toml").write_text('text = "lead"\n', encoding="utf-8")
    return tmp_path / "berita.jsonl"


def test_a_dump_is_read_once_and_exported_from_its_folder(dump: Path, tmp_path: Path) -> None:
    folder, fields = tmp_path / "hasil", tmp_path / "kolom.toml"
    result = run("read", dump, "--output", folder, "--fields", fields, "--summary", tmp_path / "ringkas.json")
    assert result.exit_code == SKIPPED
    assert "10 more were skipped" in " ".join(result.stderr.split())
    assert "30 broken" in " ".join(result.stderr.split())
    summary = json.loads((tmp_path / "ringkas.json").read_text(encoding="utf-8"))
    assert (summary["reports"], summary["inputs"]) == (3, 1)
    ((skipped),) = summary["skipped"]
    assert (skipped["kind"], skipped["count"], skipped["example"]["line"]) == ("broken", 30, 4)
    assert summary["reports_per_second"] > 0
    from_folder, direct = run("export", folder), run("export", dump, "--fields", fields)
    assert (from_folder.exit_code, direct.exit_code) == (0, SKIPPED)
    assert from_folder.stdout == direct.stdout
    assert len(json.loads(direct.stdout)["reports"]) == 3


def test_export_writes_a_summary_too(dump: Path, tmp_path: Path) -> None:
    result = run("export", dump, "--summary", tmp_path / "ringkas.json")
    assert result.exit_code == NOTHING
    summary = json.loads((tmp_path / "ringkas.json").read_text(encoding="utf-8"))
    assert [(one["kind"], one["count"]) for one in summary["skipped"]] == [("broken", 30), ("empty", 3)]


def test_what_cannot_be_carried_out_is_one_line_and_no_trace(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "kolom.toml").write_text("isi = 5", encoding="utf-8")
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    for arguments, words in [
        (("read", dump, "-o", tmp_path / "a", "--fields", tmp_path / "kolom.toml"), "no field of a report"),
        (("read", "-", "-o", tmp_path / "b"), "standard input cannot be gone on with"),
        (("read", dump, "-o", tmp_path / "berkas" / "c"), "cannot write to"),
        (("export", dump, "--summary", tmp_path / "tiada" / "x.json"), "cannot write to"),
    ]:
        result = run(*arguments)
        assert result.exit_code == NOTHING
        assert words in " ".join(f"{result.stderr} {result.exception}".split())
