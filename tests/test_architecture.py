"""Imports run one way: the arrows of ARCHITECTURE.md, drawn from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "silang"

# Each room may import from rooms of a lower rank, and from itself.
RANK = {
    "version": 0,
    "errors": 0,
    "schema": 0,
    "model": 1,
    "engine": 1,
    "language": 2,
    "reading": 3,
    "extraction": 4,
    "stories": 5,
    "comparison": 6,
    "pipeline": 7,
    "interchange": 8,
    "dossier": 8,
    "reasons": 8,
    "evaluation": 8,
    "archive": 9,
    "web": 10,
    "cli": 11,
    "__main__": 12,
}
FILES = sorted(SRC.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SRC).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The silang modules that a file imports at run time, with the line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import; name the module in full"
            if node.module == "silang":
                yield from ((f"silang.{alias.name}", node.lineno) for alias in node.names)
            elif (node.module or "").startswith("silang."):
                yield str(node.module), node.lineno
        elif isinstance(node, ast.Import):
            yield from ((a.name, node.lineno) for a in node.names if a.name.startswith("silang."))


def test_every_room_has_a_rank() -> None:
    assert {room(path) for path in FILES} - {"__init__"} == set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_arrow_points_back(path: Path) -> None:
    here = room(path)
    if here == "__init__":  # the public surface, which loads every verb on first use
        return
    for module, line in imports(path):
        there = module.split(".")[1]
        assert there == here or RANK[there] < RANK[here], f"{path}:{line}: {here} may not import {module}"


def test_no_room_for_odds_and_ends() -> None:
    assert not [path for path in FILES if path.stem in {"utils", "util", "helpers", "misc", "common"}]
