"""Which reports are of one event, and which print one text."""

from silang.stories.copies import Copy, copies
from silang.stories.group import group

__all__ = ["Copy", "copies", "group"]
