"""Nouns as JSON and back, by their fields alone: a field added to a noun later reads as its default.

Fields that hold their default are left out. Stored bytes are that JSON, deflated.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

N = TypeVar("N")


def pack(noun: object) -> Any:
    """`noun` as dicts, lists and scalars."""
    if is_dataclass(noun):
        held = ((f, getattr(noun, f.name)) for f in fields(noun))
        return {f.name: pack(value) for f, value in held if f.default is MISSING or value != f.default}
    return [pack(item) for item in noun] if isinstance(noun, tuple) else noun


def unpack(noun: type[N], data: Any) -> N:
    """The noun that `pack` made `data` of. Raises KeyError or TypeError where `data` is no such thing."""
    made: N = _reader(cast(Any, noun))(data)
    return made


def store(noun: object) -> bytes:
    """`noun` as deflated JSON; the same noun gives the same bytes."""
    return zlib.compress(json.dumps(pack(noun), separators=(",", ":")).encode("ascii"), 6)


def load(noun: type[N], stored: bytes) -> N:
    """The noun that `store` wrote."""
    return unpack(noun, json.loads(zlib.decompress(stored)))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        item = _reader(inner[0])
        return lambda data: tuple([item(one) for one in data])
    if origin in (Union, types.UnionType):
        (some,) = [one for one in inner if one is not type(None)]
        reader = _reader(some)
        return lambda data: None if data is None else reader(data)
    if origin is Literal or kind in (str, int, float, bool):
        return _as_is
    raise TypeError(f"no noun's field: {kind!r}")


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    def read(data: dict[str, Any]) -> Any:
        return kind(**{name: readers[name](value) for name, value in data.items()})

    return read


def _as_is(data: Any) -> Any:
    return data
