"""What reports of one event assert alike, where they conflict, and on how many feet it stands."""

from silang.comparison.compare import Numbering, compare
from silang.comparison.entities import tie_entities

__all__ = ["Numbering", "compare", "tie_entities"]
