"""The page model: counts, order, brackets, doubt."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from silang.dossier import Page, pages, render_html, render_markdown
from silang.dossier.page import Side
from silang.dossier.ties import MOST_TIES
from silang.dossier.wording import _loaded, wording
from silang.model import Claim, Conflict, Independence, Origin, Reason
from tests.dossier import built


@pytest.fixture(scope="module")
def page() -> Page:
    return pages(built.bridge())[0]


def test_the_answer_counts_reports_outlets_and_origins_with_both_bounds(page: Page) -> None:
    assert page.answer == ("3 berita", "3 media", "2 asal")
    assert page.origins is not None
    assert (page.origins.least, page.origins.most) == (2, 2)
    assert [(b.badge, [leaf.code for leaf in b.leaves]) for b in page.branches] == [("A", ["WL", "KS"]), ("B", ["SH"])]


def test_a_report_that_credits_its_origin_is_told_from_the_origin(page: Page) -> None:
    how = {leaf.code: (leaf.how, leaf.root) for branch in page.branches for leaf in branch.leaves}
    assert how == {
        "WL": ("kiriman asli", True),
        "KS": ("menyebut Warta Lembah", False),
        "SH": ("liputan sendiri", False),
    }


def test_claims_of_two_origins_agree_and_claims_of_one_are_echoes(page: Page) -> None:
    assert [row.id for row in page.agreed] == ["c1"]
    assert [row.id for row in page.echoes] == ["c2"]
    assert [bracket.badge for bracket in page.agreed[0].brackets] == ["A", "B"]
    assert "1–2" in str(page.agreed[0].origins)
    assert page.agreed[0].feet.label.startswith("3 media dari paling sedikit 1, paling banyak 2 asal.")


def test_a_claim_is_ready_to_cite_with_every_place_that_carries_it(page: Page) -> None:
    assert page.echoes[0].cite.split("\n") == [
        "“Kami sudah meminta warga tidak melintas sejak Minggu,”",
        "– Warta Lembah, 3 Februari 2025, 08.00 WIB, ¶2",
        "– Kabar Seberang, 3 Februari 2025, 09.30 WIB, ¶2",
        "Dimuat 2 media dari 1 asal (Silang).",
    ]


def test_a_citation_gives_web_addresses_and_no_others() -> None:
    crosscheck = built.bridge()
    first, second, third = crosscheck.reading.reports
    addressed = (replace(first, url="https://warta.test/1"), replace(second, url="javascript:alert(1)"), third)
    (page,) = pages(replace(crosscheck, reading=replace(crosscheck.reading, reports=addressed)))
    assert page.echoes[0].cite.split("\n")[1:3] == [
        "– Warta Lembah, 3 Februari 2025, 08.00 WIB, ¶2, https://warta.test/1",
        "– Kabar Seberang, 3 Februari 2025, 09.30 WIB, ¶2",
    ]


def test_pairs_with_the_same_two_figures_are_one_conflict(page: Page) -> None:
    first, second = sorted(page.clashes, key=lambda card: card.ids)
    assert first.ids == ("k1", "k2")
    assert (first.left.big, first.right.big) == ("Dua orang", "Empat orang")
    assert (first.left.total, first.left.outlets) == ("1 asal", "2 media")
    assert second.left.total == "di dalam asal A"
    assert page.echoes[0].conflicts[0].href == f"#{second.anchor}"


def test_the_words_that_a_conflict_points_to_are_marked_on_both_sides(page: Page) -> None:
    first, second = sorted(page.clashes, key=lambda card: card.ids)
    assert [_marks(side) for side in (first.left, first.right)] == [
        [("Dua orang", "point")],
        [("Empat orang", "point")],
    ]
    assert [_marks(side) for side in (second.left, second.right)] == [[], [("Sabtu", "other")]]


def _marks(side: Side) -> list[tuple[str, str]]:
    quotes = (quote for bracket in side.brackets for quote in bracket.quotes)
    return [(piece.text, piece.mark) for quote in quotes for piece in quote.pieces if piece.mark != "same"]


def test_a_report_that_is_less_exact_agrees_and_is_marked_so() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    first, second = story.claims
    morning = built.place(built.KABAR, "Senin pagi")
    reason = Reason("coarser time", "less exact than warta: pukul 06.15 WIB", "kabar", morning.start, morning.end)
    claim = replace(first, reasons=(*first.reasons, reason))
    (page,) = pages(replace(crosscheck, stories=(replace(story, claims=(claim, second)),)))
    (row,) = page.agreed
    assert "lebih longgar: KS “Senin pagi”" in row.notes
    assert row.feet.label.endswith("lebih longgar: Kabar Seberang")
    assert row.headline == "“Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB.”"
    assert [(s.code, s.coarse) for foot in row.feet.feet for s in foot.slots] == [
        ("WL", False),
        ("KS", True),
        ("SH", False),
    ]
    assert [quote.note for bracket in row.brackets for quote in bracket.quotes] == [
        "narasi",
        "narasi, lebih longgar",
        "narasi",
    ]


def test_a_claim_is_not_headed_by_the_less_exact_number() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    first, second = story.claims
    hour = built.place(built.WARTA, "pukul 06.15 WIB")
    less = Reason("coarser number", "less exact than kabar: 06.17", "warta", hour.start, hour.end)
    (page,) = pages(replace(crosscheck, stories=(replace(story, claims=(replace(first, reasons=(less,)), second)),)))
    assert page.agreed[0].headline.startswith("“Jembatan gantung Lumping ambruk pada Senin pagi")


def test_past_four_hundred_claims_those_that_quote_nothing_new_go_first() -> None:
    crosscheck = built.large(reports=16, claims=360)
    story = crosscheck.stories[0]
    doubles = tuple(replace(claim, id=f"d{claim.id}") for claim in story.claims[:60])
    echoes = tuple(replace(claim, id=f"e{claim.id}", independent=Independence(0, 1)) for claim in story.claims[:150])
    full = replace(story, claims=(*story.claims, *doubles, *echoes))
    (page,) = pages(replace(crosscheck, stories=(full,)))
    assert (len(page.agreed), page.more_agreed) == (300, 120)
    assert (len(page.echoes), page.more_echoes) == (100, 50)
    assert not [row.id for row in page.agreed if row.id.startswith("d")]
    assert [row.number for row in page.rows] == list(range(1, 401))
    html = render_html(page)
    assert "120 butir lain tidak dimuat di halaman ini" in html
    assert "120 butir lain tidak dimuat di halaman ini" in render_markdown([page])


def test_ties_stand_firmest_first_and_those_past_the_most_are_counted() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    weak = tuple(
        Origin(f"w{n}", None, "undeclared", ("kabar", "suar"), (Reason("doubt", "", weight=n / 1000),))
        for n in range(MOST_TIES)
    )
    (page,) = pages(replace(crosscheck, stories=(replace(story, origins=(*weak, *story.origins)),)))
    ids = [tie.id for tie in page.ties if tie.id]
    assert (len(ids), page.more_ties) == (MOST_TIES, 1)
    assert ids[0] == "o1"
    assert "w0" not in ids


def test_an_outlet_that_came_out_too_early_left_nothing_out() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    late = Claim(
        "c3",
        (built.at("kabar", "Dua orang luka."), built.at("suar", "Empat orang luka.")),
        None,
        (),
        Independence(0, 2),
        (),
    )
    (page,) = pages(replace(crosscheck, stories=(replace(story, claims=(*story.claims, late)),)))
    assert [gap.outlet for gap in page.missing] == ["Suar Hulu"]


def test_conflicts_between_origins_stand_before_those_within_one() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    conflicts = tuple(replace(c, kind="date") if c.id == "k3" else c for c in story.conflicts)
    (page,) = pages(replace(crosscheck, stories=(replace(story, conflicts=conflicts),)))
    assert [card.ids for card in page.clashes] == [("k1", "k2"), ("k3",)]


def test_a_name_that_differs_in_two_words_is_one_conflict_of_whole_names_in_whatever_claim() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    left, right = built.at("warta", "Gani Prasetya"), built.at("suar", "Suar Hulu")

    def conflict(id: str, claim: str | None, words: tuple[str, str], *, turned: bool = False) -> Conflict:
        places = (built.at("warta", words[0]), built.at("suar", words[1]))
        reasons = tuple(Reason("spells", "spells", p.report, p.start, p.end) for p in places)
        sides = (right, left) if turned else (left, right)
        return Conflict(id, "name", claim, *sides, "", reasons)

    told = (
        conflict("k1", None, ("Gani", "Suar")),
        conflict("k2", "c1", ("Prasetya", "Hulu"), turned=True),
        conflict("k3", "c2", ("Gani", "Suar")),
    )
    (page,) = pages(replace(crosscheck, stories=(replace(story, conflicts=told),)))
    (card,) = page.clashes
    assert sorted(card.ids) == ["k1", "k2", "k3"]
    assert (card.left.big, card.right.big) == ("Gani Prasetya", "Suar Hulu")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-02-03", "2025-02-04", "3 – 4 Februari 2025"),
        ("2025-02-28", "2025-03-01", "28 Februari – 1 Maret 2025"),
        ("2024-12-31", "2025-01-01", "31 Desember 2024 – 1 Januari 2025"),
        ("2025-02", "2025-03", "Februari 2025 – Maret 2025"),
    ],
)
def test_days_share_what_they_have_in_common(first: str, last: str, words: str) -> None:
    assert wording("id").days(first, last) == words


def test_places_tell_who_reports_what_there(page: Page) -> None:
    shared, single = page.places
    assert (shared.name, shared.note, shared.reports) == ("Lumping", "2 media, 2 kali disebut", 2)
    assert [bracket.quotes[0].words for bracket in shared.brackets] == [
        "Jembatan gantung Lumping ambruk pada Senin (3/2/2025) pukul 06.15 WIB.",
        "Pantauan Suar Hulu, tali jembatan Lumping putus pada Senin pagi.",
    ]
    assert (single.name, single.reports) == ("Hulu", 1)
    assert [(one.name, [link.text for link in one.reports]) for one in page.datelines] == [("Batu Raya", ["WL"])]


def test_what_one_outlet_alone_has_and_what_one_leaves_out(page: Page) -> None:
    assert [(one.outlet, one.quotes[0].words) for one in page.only] == [
        ("Suar Hulu", "warga belum pernah diminta berhenti melintas")
    ]
    assert [(gap.outlet, gap.claim.text) for gap in page.missing] == [("Suar Hulu", "butir 2")]


def test_people_come_first_and_sources_not_found_last(page: Page) -> None:
    assert [(person.name, person.doubt) for person in page.people] == [
        ("Gani Prasetya", False),
        ("sumber tidak ditemukan", True),
    ]
    second = page.people[0].utterances[0].brackets[0].quotes[1]
    assert [(p.text, p.mark) for p in second.pieces if p.mark != "same"] == [("Sabtu", "other")]


def test_the_timeline_holds_events_and_publications_in_order(page: Page) -> None:
    (day,) = page.days
    assert day.title == "Senin, 3 Februari 2025"
    assert [event.hour for event in day.events] == ["pagi", "06.15", "08.00 WIB", "09.30 WIB", "11.45 WITA"]


def test_skipped_inputs_are_named_with_their_reason(page: Page) -> None:
    assert page.skipped == ("rilis.pdf: PDF is not read", "dump.jsonl, baris 3: broken JSON")


def test_one_report_is_compared_with_nothing() -> None:
    (single,) = pages(built.alone())
    assert single.answer == ("1 berita", "0 media")
    assert single.origins is None
    assert single.papers[0].doubts[0] == "media tidak ditemukan"
    assert (single.agreed, single.clashes, single.only, single.ties) == ((), (), (), ())


def test_no_report_gives_no_page() -> None:
    assert pages(built.nothing()) == ()


def test_quotes_only_keeps_quotations_and_leaves_full_texts_out() -> None:
    (short,) = pages(built.bridge(), quotes_only=True)
    assert all(paper.blocks == () and paper.heading == () for paper in short.papers)
    assert short.agreed[0].brackets[0].quotes[0].refs[0][1].href == "#WL"
    assert "Tiga Jembatan Lain Diperiksa" not in repr(short)


def test_more_than_eight_outlets_become_counts() -> None:
    (crowd,) = pages(built.large(reports=16, claims=10))
    assert crowd.agreed[0].feet.compact
    assert sum(foot.count for foot in crowd.agreed[0].feet.feet) == crowd.agreed[0].outlets


def test_english_and_a_language_that_is_none() -> None:
    (page,) = pages(built.bridge(), lang="en")
    assert page.answer == ("3 reports", "3 outlets", "2 origins")
    assert page.days[0].events[2].hour == "08:00 WIB"
    with pytest.raises(ValueError, match="'fr' is not a language"):
        pages(built.bridge(), lang="fr")


def test_every_word_is_there_in_both_languages_with_the_same_names() -> None:
    for part, keys in _loaded().items():
        if part == "detail":
            continue
        for key, words in keys.items():
            assert set(words) == {"id", "en"}, f"{part}.{key}"
            assert _names(words["id"]) == _names(words["en"]), f"{part}.{key}"


def test_every_detail_matches_its_example() -> None:
    for entry in _loaded()["detail"]:
        named = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(entry["en"])), entry["example"])
        assert named, entry["example"]
        said = wording("id").detail(entry["example"])
        assert said == entry["id"].format(**named.groupdict()), "another entry comes first"
        assert said != entry["example"]


def _names(text: str) -> set[str]:
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(text) if name and name != "n"}


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(2.0, "2", "2"), (1240.0, "1.240", "1,240"), (3000000.0, "3.000.000", "3,000,000"), (1.5, "1,5", "1.5")],
)
def test_numbers_in_digits(value: float, indonesian: str, english: str) -> None:
    assert (wording("id").number(value), wording("en").number(value)) == (indonesian, english)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-02-03", "3 Februari 2025"),
        ("2025-02", "Februari 2025"),
        ("2025", "2025"),
        ("2025-W07", "pekan ke-7 2025"),
        ("2025-02-03T06:15", "3 Februari 2025, 06.15"),
        ("2025-02-03T06:15+09:00", "3 Februari 2025, 06.15 WIT"),
        ("2025-02-03TNI", "3 Februari 2025, malam"),
        ("2025-13-40", "2025-13-40"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_times_in_words(value: str, words: str) -> None:
    assert wording("id").moment(value) == words


def test_a_figure_that_grows_over_publishing_time_is_no_conflict() -> None:
    (page,) = pages(built.growing("2", "2", "5"))
    (update,) = page.updates
    assert [(step.code, step.value, step.old) for step in update.steps] == [
        ("WL", 2, False),
        ("KS", 2, False),
        ("SH", 5, False),
    ]
    assert page.clashes == ()


@pytest.mark.parametrize("counts", [("2", "5", "3"), ("5", "5", "5"), ("5", "2", "2")])
def test_a_figure_that_falls_or_stands_is_no_growth(counts: tuple[str, str, str]) -> None:
    assert pages(built.growing(*counts))[0].updates == ()


def test_an_old_figure_printed_late_is_marked() -> None:
    (update,) = pages(built.growing("2", "5", "2"))[0].updates
    assert [step.old for step in update.steps] == [False, False, True]


def test_reports_without_an_outlet_are_told_but_not_counted() -> None:
    crosscheck = built.bridge()
    first, second, third = crosscheck.reading.reports
    nameless = replace(
        crosscheck, reading=replace(crosscheck.reading, reports=(first, second, replace(third, outlet=None)))
    )
    (page,) = pages(nameless)
    assert page.answer[:2] == ("3 berita", "2 media")
    assert page.agreed[0].carried == "2 media + 1 tanpa nama"
    assert page.doubts == (
        "1 berita tanpa nama media (suar). Isinya dibandingkan, tetapi tidak dihitung sebagai media maupun asal.",
    )


def test_a_claim_may_part_and_join_the_groups_of_the_story() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    first, second = story.claims
    loose = replace(first, origins=(), independent=Independence(0, 3))
    (page,) = pages(replace(crosscheck, stories=(replace(story, claims=(loose, second)),)))
    assert [bracket.badge for bracket in page.agreed[0].brackets] == ["A1", "A2", "B"]
    assert [foot.badge for foot in page.agreed[0].feet.feet] == ["A1", "A2", "B"]
    assert [foot.badge for foot in page.echoes[0].feet.feet] == ["A", "B"]


def test_a_tie_by_text_alone_is_no_evidence_of_a_foot() -> None:
    crosscheck = built.bridge()
    story = crosscheck.stories[0]
    nameless = replace(story.origins[0], name=None, kind="undeclared")
    (page,) = pages(replace(crosscheck, stories=(replace(story, origins=(nameless,)),)))
    assert page.answer[2] == "1–2 asal"
