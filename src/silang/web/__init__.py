"""The reading room: the archive in the browser and as JSON, at this machine alone. Needs the extra `web`."""

from silang.web.app import room

__all__ = ["room"]
