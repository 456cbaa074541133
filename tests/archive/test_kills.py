"""Killed at any moment, the archive holds all that it told of, and nothing half."""

from __future__ import annotations

import os

import pytest

from benchmarks.kills import run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it kills a forked process; this system cannot fork")
def test_nothing_is_lost(where: str) -> None:
    figures = run(where, kills=10)
    assert (figures["lost"], figures["half"], figures["errors"]) == (0, 0, 0)
    assert figures["amid_a_round"] > 0
    assert figures["acknowledged"] > 0
