"""What one process learns of the tables, another that is open already goes by."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from silang.archive import Archive, statistics
from silang.archive.store import connect, reading, writing
from tests.archive.newsroom import bridge, school

_ASKED = "EXPLAIN QUERY PLAN SELECT * FROM probe WHERE a = 1 AND b = 1"


def test_connections_that_are_open_go_by_new_statistics(tmp_path: Path) -> None:
    where = str(tmp_path / "a.sqlite")
    server, adder = connect(where, create=True), connect(where, create=False)
    with writing(adder) as connection:
        for made in ("TABLE probe (a, b)", "INDEX by_a ON probe (a)", "INDEX by_b ON probe (b)"):
            connection.exec_driver_sql(f"CREATE {made}")
    chosen = []
    for same, other in (("a", "b"), ("b", "a")):
        with writing(adder) as connection:
            connection.exec_driver_sql("DELETE FROM probe")
            rows = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 500) SELECT 1, n FROM c"
            connection.exec_driver_sql(f"INSERT INTO probe ({same}, {other}) {rows}")
            statistics.take(connection)
        with reading(server) as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM probe")).scalar() == 500
            chosen.append(connection.exec_driver_sql(f"{_ASKED} -- {same}").one()[-1])
    assert [plan.split()[4] for plan in chosen] == ["by_b", "by_a"]
    server.dispose()
    adder.dispose()


def test_a_reader_that_is_open_sees_what_another_adds(where: str) -> None:
    with Archive.open(where) as reader:
        mark = reader.mark()
        assert reader.search("jembatan").total == 0
        with Archive.open(where, create=False) as adder:
            adder.add([bridge(), school()])
        assert reader.search("jembatan").total == 1
        assert reader.mark() != mark
        assert reader.stories().total == 2
