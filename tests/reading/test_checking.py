"""`silang outlet check`: what is read of a page and from where, and the TOML that makes an outlet known."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from silang.cli import NOTHING, SKIPPED, app
from silang.model import Skipped
from silang.reading import outlets
from silang.reading.checking import check_page

RUN = CliRunner()
PAGES = Path(__file__).parent / "pages"
CACHES = (outlets.media, outlets._by_name, outlets._by_domain, outlets._by_dateline)


@pytest.fixture
def fresh() -> Iterator[None]:
    for cache in CACHES:
        cache.cache_clear()
    yield
    for cache in CACHES:
        cache.cache_clear()


def test_what_is_read_from_where_and_what_is_missing() -> None:
    check = check_page((PAGES / "json_ld_article.html").read_bytes(), "page")
    assert not isinstance(check, Skipped)
    told = {one.name: (one.value, one.where) for one in check.found}
    assert told["published"] == ("2031-02-03T10:20:00+07:00", "JSON-LD datePublished")
    assert told["bylines"] == ("Sarwono Adi (author)", "JSON-LD author")
    assert check.missing == ("dateline",)


def test_the_entry_that_is_printed_makes_the_outlet_known(
    fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (PAGES / "agency_signature.html").read_bytes()
    check = check_page(data, "page")
    assert not isinstance(check, Skipped)
    assert check.medium is None
    assert check.entry is not None
    (entry,) = tomllib.loads(check.entry)["entry"]
    assert (entry["id"], entry["domains"]) == ("koran-bayangan", ["koranbayangan.test"])
    (tmp_path / "outlets.toml").write_text(check.entry, encoding="utf-8")
    monkeypatch.setenv("SILANG_LEXICON", str(tmp_path))
    for cache in CACHES:
        cache.cache_clear()
    again = check_page(data, "page")
    assert not isinstance(again, Skipped)
    assert again.medium is not None
    assert again.medium.outlet.id == "koran-bayangan"
    assert again.entry is None


def test_the_command_prints_what_it_found() -> None:
    result = RUN.invoke(app, ["outlet", "check", str(PAGES / "paged.html")])
    assert result.exit_code == 0
    assert "paged.html: paged" in result.output
    assert "[article:published_time]" in result.output
    assert "[[entry]]" in result.output


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["outlet", "check", str(tmp_path / "tidak-ada.html")])
    assert result.exit_code == NOTHING
    both = RUN.invoke(app, ["outlet", "check", str(tmp_path / "tidak-ada.html"), str(PAGES / "amp.html")])
    assert both.exit_code == SKIPPED
