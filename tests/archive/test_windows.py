"""Which days are read for a report to be placed."""

from __future__ import annotations

from datetime import date

from silang.archive.streams import spans


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
