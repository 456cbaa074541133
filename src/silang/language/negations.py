"""The words that negate a clause."""

from __future__ import annotations

NEGATIONS = frozenset({"tidak", "tak", "bukan", "belum", "jangan", "tanpa"})
