"""The full-text index of each store over the same terms: FTS5 on SQLite, a tsvector on Postgres.

Terms are letters and digits alone (see `terms`), so no word that a reader types is ever read as a store's own syntax.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive.store import is_sqlite
from silang.archive.terms import Wanted

_FRONT = 5.0  # a term of the headline weighs so much more than one of the text
_ADD_FTS5 = sa.text("INSERT INTO terms (rowid, headline, body) VALUES (:n, :headline, :body)")
_ADD_VECTOR = sa.text(
    "INSERT INTO terms (report, vector) VALUES (:n, "
    "setweight(to_tsvector('simple', :headline), 'A') || setweight(to_tsvector('simple', :body), 'D'))"
)


def index(connection: Connection, n: int, headline: str, body: str) -> None:
    """Lets report number `n` be found by those terms."""
    statement = _ADD_FTS5 if is_sqlite(connection) else _ADD_VECTOR
    connection.execute(statement, {"n": n, "headline": headline, "body": body})


def matching(connection: Connection, sought: Wanted) -> sa.Select[tuple[int, float]]:
    """Selects ``n`` and ``score`` (the higher the better) of the reports that hold all phrases and none of those left
    out. At least one phrase is wanted."""
    return _fts5(sought) if is_sqlite(connection) else _vector(sought)


def _fts5(sought: Wanted) -> sa.Select[tuple[int, float]]:
    kept = " AND ".join(_quoted(phrase) for phrase in sought.phrases)
    left_out = " OR ".join(_quoted(phrase) for phrase in sought.without)
    match = f"({kept}) NOT ({left_out})" if left_out else kept
    terms = sa.table("terms", sa.column("rowid", sa.Integer))
    score = sa.literal_column(f"-bm25(terms, {_FRONT}, 1.0)", sa.Float).label("score")
    where = sa.text("terms MATCH :match").bindparams(match=match)
    return sa.select(terms.c.rowid.label("n"), score).select_from(terms).where(where)


def _quoted(phrase: tuple[str, ...]) -> str:
    return '"' + " ".join(phrase) + '"'


def _vector(sought: Wanted) -> sa.Select[tuple[int, float]]:
    terms = sa.table("terms", sa.column("report", sa.Integer), sa.column("vector"))
    query = _all(sought.phrases)
    held = query
    if sought.without:
        held = reduce(sa.func.tsquery_and, [query, *(sa.func.tsquery_not(_phrase(p)) for p in sought.without)])
    score = sa.func.ts_rank(terms.c.vector, query, 1, type_=sa.Float).label("score")
    return sa.select(terms.c.report.label("n"), score).where(terms.c.vector.op("@@")(held))


def _all(phrases: tuple[tuple[str, ...], ...]) -> sa.ColumnElement[Any]:
    return reduce(sa.func.tsquery_and, [_phrase(phrase) for phrase in phrases])


def _phrase(phrase: tuple[str, ...]) -> sa.ColumnElement[Any]:
    return sa.func.phraseto_tsquery("simple", " ".join(phrase))
