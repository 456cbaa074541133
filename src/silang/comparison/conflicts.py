"""Where reports cannot both be right."""

from __future__ import annotations

from collections.abc import Sequence

from silang.comparison.likeness import Likeness
from silang.comparison.tying import Tied
from silang.model import Conflict, Extraction, Report


def find_conflicts(
    reports: Sequence[Report], extractions: Sequence[Extraction], likeness: Likeness, tied: Sequence[Tied]
) -> list[Conflict]:
    """The conflicts between tied units, in the order of their units."""
    return []
