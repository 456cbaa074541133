"""Forms as they come over the wire: fields and files, bounded in number, held in memory and never on disk."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from silang.web.desk import MAX_FILES, Dropped
from silang.web.guard import MAX_BODY

_MAX_FIELDS = 20
_MAX_TEXT = 2**16  # bytes of a form without files


class FormError(Exception):
    """What was sent is no form, or one of too many parts."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each by its last value, and the files dropped onto it."""

    fields: dict[str, str]
    files: tuple[Dropped, ...] = ()


async def form_of(request: Request) -> Form:
    """What a form holds. Raises FormError where the body is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    try:
        if kind == "multipart/form-data":
            return await _multipart(request)
        if kind == "application/x-www-form-urlencoded":
            return Form(dict(parse_qsl(await _text(request), keep_blank_values=True, max_num_fields=_MAX_FIELDS)))
    except (MultiPartException, ValueError) as error:
        raise FormError(str(error)) from error
    raise FormError("no form")


async def _text(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_TEXT:
            raise FormError(f"a form of more than {_MAX_TEXT} bytes")
    return body.decode()


async def _multipart(request: Request) -> Form:
    # One file more than the desk takes, so that the desk says why.
    parser = MultiPartParser(
        request.headers,
        request.stream(),
        max_files=MAX_FILES + 1,
        max_fields=_MAX_FIELDS,
        max_part_size=MAX_BODY,
    )
    parser.spool_max_size = MAX_BODY
    parsed = await parser.parse()
    try:
        return await _read(parsed)
    finally:
        await parsed.close()


async def _read(parsed: FormData) -> Form:
    fields: dict[str, str] = {}
    files: list[Dropped] = []
    for name, value in parsed.multi_items():
        if not isinstance(value, UploadFile):
            fields[name] = value
        elif data := await value.read():
            files.append(Dropped(value.filename or "", data))
    return Form(fields, tuple(files))
