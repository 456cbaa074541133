"""Which reports are of one event."""

from silang.stories.group import group

__all__ = ["group"]
