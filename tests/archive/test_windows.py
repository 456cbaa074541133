"""Which days are read for a report to be placed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sqlalchemy as sa

from silang.archive import Archive
from silang.archive.store import connect, writing
from silang.archive.streams import pressed, spans, unpressed
from silang.archive.tables import placed
from tests.archive.newsroom import bridge, bridge_too


def test_days_near_each_other_are_one_stretch() -> None:
    assert spans(["2025-03-20", "2025-03-03", "2025-03-10", "2025-03-03"]) == [
        (date(2025, 2, 24), date(2025, 3, 27)),
    ]


def test_days_far_apart_do_not_draw_in_what_lies_between() -> None:
    assert spans(["2019-01-08", "2025-03-08"]) == [
        (date(2019, 1, 1), date(2019, 1, 15)),
        (date(2025, 3, 1), date(2025, 3, 15)),
    ]
    assert spans([]) == []


def test_a_profile_of_another_silang_is_made_again(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite") as archive:
        (first,) = archive.add([bridge()])
        story = archive.line(first.id).story
    engine = connect(str(tmp_path / "a.sqlite"), create=False)
    with writing(engine) as connection:
        (old,) = connection.scalars(sa.select(placed.c.data))
        aged = {**unpressed(old), "format": "stories/0", "profile": {}}
        connection.execute(sa.update(placed).values(data=pressed(aged)))
    engine.dispose()
    with Archive.open(tmp_path / "a.sqlite") as archive:
        (late,) = archive.add([bridge_too()])
        assert archive.line(late.id).story == story
