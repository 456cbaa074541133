"""Readers of the reading room in tests: a browser at this machine, and the token of the form that it holds."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi", reason="the reading room needs the extra `web`")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette's client announces its next transport
    from starlette.testclient import TestClient

from silang.web import room

if TYPE_CHECKING:
    from silang.archive import Archive

HOST = "http://127.0.0.1:8770"
EXAMPLES = Path(__file__).parents[2] / "examples"
_TOKEN = re.compile(r'name="token" value="(\w+)"')


def visitor(archive: Archive | None = None) -> TestClient:
    """A browser with a cookie jar of its own, in front of a room of its own."""
    return TestClient(room(archive), base_url=HOST, raise_server_exceptions=False)


def token(page: str) -> str:
    """The token in the form of a page."""
    found = _TOKEN.search(page)
    assert found, "the page has no form with a token"
    return found[1]
