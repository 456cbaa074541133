"""What several tests need: the gold, where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of the gold; skips where it is absent."""
    folder = Path(os.environ.get("SILANG_GOLD") or ROOT.parent / "shared" / "gold")
    if not (folder / "score.py").is_file():
        pytest.skip(f"the gold is not at {folder}; set SILANG_GOLD to its folder (it is third-party text, not shipped)")
    return folder
