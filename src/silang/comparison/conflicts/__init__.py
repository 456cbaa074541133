"""Where reports cannot both be right, by kind."""

from silang.comparison.conflicts.find import SEEN, find_conflicts

__all__ = ["SEEN", "find_conflicts"]
