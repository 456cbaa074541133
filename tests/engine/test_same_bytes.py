"""One process and all cores give the same bytes."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from silang.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = [str(path) for path in sorted(EXAMPLES.iterdir()) if path.is_dir()][:2]


def test_the_export_is_the_same_on_one_process_and_on_two() -> None:
    def exported(jobs: int) -> bytes:
        result = CliRunner().invoke(app, ["export", *FOLDERS, "--jobs", str(jobs)])
        assert result.exit_code in (0, 3), result.stderr
        return result.stdout_bytes

    one = exported(1)
    assert len(one) > 10_000
    assert exported(2) == one
