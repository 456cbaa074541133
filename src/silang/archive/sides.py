"""The two sides of a ruling to be: whether they are there, and may be ruled on."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from silang.archive import comparisons, listing
from silang.archive.nouns import RulingKind
from silang.archive.ruled import evidence
from silang.errors import RulingError, UnknownIdError


def resolved(connection: Connection, kind: RulingKind, sides: tuple[str, str]) -> tuple[str, str]:
    """The sides by the names that they are kept by. Raises UnknownIdError for one that is not there, RulingError where
    they cannot be ruled on."""
    left, right = sides
    if kind == "story":
        listing.line(connection, left)
        return left, comparisons.known(connection, right)
    if kind == "claim":
        left, right = _evidence(connection, left), _evidence(connection, right)
        one, other = (listing.line(connection, evidence(side).report) for side in (left, right))
    else:
        one, other = listing.line(connection, left), listing.line(connection, right)
    if one.id == other.id:
        raise RulingError("one_report", "both sides are one report; a ruling needs two")
    if one.story != other.story or one.story is None:
        why = f"{one.id} and {other.id} are not of one story; rule first that they belong together"
        raise RulingError("two_stories", why)
    return (left, right) if left <= right else (right, left)


def _evidence(connection: Connection, told: str) -> str:
    """``REPORT:start-end`` for that or for ``REPORT/s3``."""
    report, slash, statement = told.rpartition("/")
    if slash:
        try:
            found = listing.extraction(connection, report).statement(statement)
        except KeyError:
            raise UnknownIdError(f"no statement {statement!r} in report {report!r}") from None
        return f"{report}:{found.start}-{found.end}"
    try:
        span = evidence(told)
    except ValueError:
        why = f"{told!r} is no evidence; write REPORT/s3 or REPORT:start-end"
        raise RulingError("no_evidence", why) from None
    if not 0 <= span.start < span.end <= len(listing.report(connection, span.report).text):
        raise RulingError("outside", f"{told!r} lies outside the text of the report")
    return f"{span.report}:{span.start}-{span.end}"
