"""Saved pages that we wrote in the structures that outlets use, each with what must be read from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from silang.reading import read
from silang.reading.html import Page, read_page
from silang.reading.pages import won

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.html"))
IN_PART = {"paged": "of several", "live": "live blog", "gallery": "photo gallery", "video": "video page"}


def expected(page: Path) -> dict[str, Any]:
    wanted: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return wanted


def looked_at(page: Path) -> Page:
    made = read_page(page.read_bytes())
    assert isinstance(made, Page)
    return made


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    wanted = expected(page)
    reading = read([page])
    (report,) = reading.reports
    assert report.outlet is not None
    assert report.outlet.name.casefold() == wanted["outlet"].casefold()
    assert (report.headline, report.published, report.updated) == (
        wanted["headline"], wanted["published"], wanted["updated"],
    )  # fmt: skip
    assert report.dateline == wanted["dateline"]
    assert [[line.role, line.name] for line in report.bylines] == wanted["bylines"]
    body = " ".join(" ".join(segment.of(report.text).split()) for segment in report.body())
    for paragraph in wanted["text"]:
        assert paragraph in body
    for noise in wanted["noise"]:
        assert noise not in body


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_form_of_a_page_is_recognised_and_said(page: Path) -> None:
    wanted = expected(page)["form"]
    assert looked_at(page).look.form == wanted
    said = [skip.reason for skip in read([page]).skipped]
    assert len(said) == (wanted in IN_PART)
    assert all(IN_PART[wanted] in reason for reason in said)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_which_place_won_is_recorded(page: Path) -> None:
    things = looked_at(page).look.told
    for field, where in expected(page)["places"].items():
        assert won(things, field)[0].where == where
