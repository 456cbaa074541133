"""The archive on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from silang.cli import NOTHING, app
from silang.errors import ArchiveError, SilangError

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SILANG_ARCHIVE", str(tmp_path / "desk" / "archive.sqlite"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def lines(done: Result) -> list[dict[str, str]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_add_and_read_again() -> None:
    first = run("add", str(ROOT / "examples" / "putusan"), "--json")
    assert first.exit_code == 0, first.output
    assert [added["state"] for added in lines(first)] == ["new"] * 4
    assert "4 reports added" in first.stderr
    assert "4 known already" in run("add", str(ROOT / "examples" / "putusan")).stderr

    listed = run("stories", "--json")
    (story,) = json.loads(listed.stdout)["items"]
    assert story["reports"] == 4
    assert "4 reports, 4 outlets, 1 origin" in run("stories").stdout

    shown = run("show", story["id"])
    assert shown.stdout.startswith("# ")
    assert json.loads(run("show", story["id"], "--json").stdout)["schema"] == "silang/1"
    report = run("show", lines(first)[0]["id"])
    assert story["id"] in report.stdout
    assert "version 1" in report.stdout


def test_a_dossier_of_a_story(tmp_path: Path) -> None:
    run("add", str(ROOT / "examples" / "tunggal"), "--later")
    (story,) = json.loads(run("stories", "--json").stdout)["items"]
    assert run("show", story["id"], "-o", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out" / "index.html").is_file()


def test_search() -> None:
    run("add", str(ROOT / "examples" / "putusan"), str(ROOT / "examples" / "tunggal"), "--later")
    found = run("search", "memvonis", "--facets")
    assert found.exit_code == 0
    assert "outlet:" in found.stdout
    assert "Nothing found" in run("search", "tiadakata").stderr
    assert "Nothing found" in run("search", "--", '"', "-", "AND").stderr
    assert json.loads(run("search", "--json", "--limit", "2").stdout)["total"] == 5
    assert "1 to 2 of 5" in run("search", "--limit", "2").stderr


def test_what_a_report_says_never_steers_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SUKARAYA - Jembatan \x1b[31mMelati\x07 ambruk.\n", encoding="utf-8")
    run("add", str(tmp_path / "a.txt"))
    printed = run("search", "jembatan").stdout + run("stories").stdout
    (story,) = json.loads(run("stories", "--json").stdout)["items"]
    printed += run("show", story["id"]).stdout
    (hit,) = json.loads(run("search", "jembatan", "--json").stdout)["items"]
    printed += run("show", hit["report"]["id"]).stdout
    assert "Melati" in printed
    assert not set(printed) & {"\x1b", "\x07"}


def test_rulings() -> None:
    added = lines(run("add", str(ROOT / "examples" / "putusan"), "--json", "--later"))
    one, two = added[0]["id"], added[1]["id"]
    assert "not one origin" in run("rule", "origin", one, two, "--not", "--by", "Sari", "--note", "wawancara").stderr
    assert "takes back no. 1" in run("rule", "undo", "1", "--by", "Bayu").stderr
    listed = run("rule", "list").stdout
    assert "wawancara" in listed
    assert "taken back since" in listed
    assert len(json.loads(run("rule", "list", "--json").stdout)) == 2
    assert isinstance(run("rule", "undo", "1").exception, ArchiveError)


def test_backup_and_restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", str(ROOT / "examples" / "tunggal"))
    assert run("backup", str(tmp_path / "all.jsonl.gz")).exit_code == 0
    monkeypatch.setenv("SILANG_ARCHIVE", str(tmp_path / "other.sqlite"))
    assert "1 report restored" in run("backup", str(tmp_path / "all.jsonl.gz"), "--restore").stderr
    assert len(json.loads(run("stories", "--json").stdout)["items"]) == 1


def test_nothing_there_yet(tmp_path: Path) -> None:
    for command in (["stories"], ["search", "apa"], ["show", "x"], ["rule", "list"], ["backup", str(tmp_path / "b")]):
        done = run(*command)
        assert done.exit_code == NOTHING
        assert isinstance(done.exception, SilangError)
        assert "no archive at" in str(done.exception)
    (tmp_path / "empty").mkdir()
    assert run("add", str(tmp_path / "empty")).exit_code == NOTHING
    assert "No story yet" in run("stories").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "--since", "2025-3-6"),
        ("search", "--until", "kemarin"),
        ("stories", "--day", "6/3/2025"),
        ("search", "--limit", "9" * 30),
        ("stories", "--offset", "9" * 30),
        ("rule", "undo", "9" * 30),
    ],
)
def test_what_is_no_day_or_no_number_is_refused(arguments: tuple[str, ...]) -> None:
    run("add", str(ROOT / "examples" / "tunggal"))
    assert run(*arguments).exit_code == 2
