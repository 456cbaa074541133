"""`silang evaluate`: what it prints, and gold and exports that it cannot use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from silang.cli import NOTHING, app
from silang.errors import GoldError
from silang.evaluation import evaluate, golds
from tests.evaluation.melati import found, gold

RUN = CliRunner()


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", '{"story": {}}', '{"story": {}, "reports": [{"id": "a"}]}', '{"story": {}, "reports": [1]}'],
)
def test_what_is_no_gold_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "rusak.gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"rusak\.gold\.json"):
        golds([tmp_path])


def test_a_folder_without_gold_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no"):
        golds([tmp_path])
    with pytest.raises(GoldError, match="tiada"):
        golds([tmp_path / "tiada.json"])


def test_a_gold_that_lacks_a_field_of_a_part_is_named() -> None:
    claim = {"statements": gold()["story"]["claims"][0]["statements"]}
    with pytest.raises(GoldError, match=r"melati: .*'origins'"):
        evaluate(found(), [gold(claims=[claim])])


def test_an_export_of_other_kinds_of_values_is_named() -> None:
    export, asked = found(), gold()
    export["reports"][0]["published"] = 20240814
    asked["reports"][0]["published"] = "2024-08-14"
    with pytest.raises(GoldError, match="melati"):
        evaluate(export, [asked])


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "melati.gold.json").write_text(json.dumps(gold()), encoding="utf-8")
    (tmp_path / "e.json").write_text(json.dumps(found(conflicts=[])), encoding="utf-8")
    return str(tmp_path), str(tmp_path / "e.json")


def test_the_command_prints_a_row_for_each_part(files: tuple[str, str]) -> None:
    run = RUN.invoke(app, ["evaluate", files[0], "--export", files[1]])
    assert run.exit_code == 0
    rows = {line[:30].strip(): line[30:].split() for line in run.stdout.splitlines()}
    assert rows["claims"] == ["precision", "1.000", "recall", "1.000", "f1", "1.000", "gold", "1"]
    assert rows["conflicts"][3] == "0.000"


def test_the_command_prints_json_and_misses(files: tuple[str, str]) -> None:
    made = json.loads(RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--json"]).stdout)
    assert made["claims"]["f1"] == 1.0
    run = RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--misses", "conflicts"])
    assert "Tiga warga luka || b: Dua warga luka" in run.stdout
    assert RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--misses", "apa"]).exit_code == 2


def test_the_command_names_what_it_cannot_use(files: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(json.dumps({**found(), "reports": []} | {"stories": []}), encoding="utf-8")
    run = RUN.invoke(app, ["evaluate", files[0], "--export", str(tmp_path / "f.json")])
    assert "2 gold reports are not in the export" in run.stderr
    run = RUN.invoke(app, ["evaluate", files[0], "--export", str(tmp_path / "tiada.json")])
    assert run.exit_code == NOTHING
    assert "tiada.json" in run.stderr
