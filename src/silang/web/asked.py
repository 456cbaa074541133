"""What a request may ask for: the shape and bounds of every parameter, said once for pages and API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BeforeValidator, StringConstraints

PAGE = 30
_LONG = 300
_PLAIN = r"^[^\x00-\x1f\x7f]*$"


def _given(value: object) -> object:
    """An empty field of a form asks for nothing."""
    return None if value == "" else value


Id = Annotated[str, Path(max_length=_LONG, pattern=_PLAIN, description="As the archive names it.")]
Words = Annotated[str, Query(max_length=_LONG, pattern=_PLAIN)]
_Short = Annotated[str, StringConstraints(max_length=_LONG, pattern=_PLAIN)]
Named = Annotated[_Short | None, BeforeValidator(_given), Query()]
Day = Annotated[date | None, BeforeValidator(_given), Query(description="An ISO day, 2025-03-06.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass over.")]
Limit = Annotated[int, Query(ge=1, le=100, description="How many at most.")]
Order = Annotated[Literal["relevance", "newest"], Query()]


def iso(day: date | None) -> str | None:
    """The day as the archive writes it."""
    return day.isoformat() if day else None
