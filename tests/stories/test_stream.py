"""Stories as reports come: any order, stable ids, merges and splits told, editors obeyed, state kept."""

from __future__ import annotations

import json
import random
from itertools import permutations

import pytest

from silang.errors import SilangError, UnknownIdError
from silang.language import parse
from silang.model import Extraction, Report, Segment
from silang.stories import Copy, Placement, Profile, Ruling, Stream, profile
from silang.stories.copies import Imprint, copied

WHEN = "2024-03-06T03:00:00Z"
MARKET = (
    "Api melalap Pasar Ngadirejo Lama di Kecamatan Wonosidi, Selasa dini hari. Sebanyak 112 kios hangus.",
    "Kebakaran menghanguskan 112 kios di Pasar Ngadirejo Lama, Wonosidi. Api padam setelah tiga jam.",
    "Pedagang Pasar Ngadirejo Lama di Wonosidi menangisi 112 kios yang hangus. Api padam menjelang subuh.",
)
KAPOK = (
    "Api melalap gudang kapuk di Desa Karangsuwung, Kecamatan Plumbonan, Selasa dini hari. Tidak ada korban.",
    "Kebakaran gudang kapuk di Karangsuwung, Plumbonan, padam setelah enam mobil pemadam datang.",
)
BRIDGE = (
    "Jembatan gantung Kaliurip di Desa Sendanglor putus dihantam banjir bandang. Sembilan siswa terseret arus.",
    "Sembilan siswa terseret saat jembatan gantung Kaliurip, Desa Sendanglor, putus. Banjir bandang datang tiba-tiba.",
)


def made(id: str, text: str, day: str | None = "2024-03-05", url: str | None = None) -> Profile:
    report = Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), published=day, url=url)
    return profile(report, parse(report), Extraction(id, ()))


def events() -> list[Profile]:
    named = (("m", MARKET), ("k", KAPOK), ("b", BRIDGE))
    return [made(f"{name}{n}", text) for name, texts in named for n, text in enumerate(texts)]


def streamed(profiles: list[Profile]) -> Stream:
    stream = Stream()
    for one in profiles:
        stream.add(one)
    return stream


def parts(stream: Stream) -> set[frozenset[str]]:
    return {frozenset(reports) for reports in stream.stories().values()}


def ruled(stream: Stream, report: str, story: str, verdict: str) -> Placement:
    return stream.rule(Ruling(report, story, verdict, "redaksi", WHEN))  # type: ignore[arg-type]


def test_each_event_is_a_story() -> None:
    assert parts(streamed(events())) == {
        frozenset({"m0", "m1", "m2"}),
        frozenset({"k0", "k1"}),
        frozenset({"b0", "b1"}),
    }


def test_the_order_in_which_reports_come_decides_nothing_about_the_groups() -> None:
    expected = parts(streamed(events()))
    chance = random.Random(4)
    for _ in range(20):
        shuffled = events()
        chance.shuffle(shuffled)
        assert parts(streamed(shuffled)) == expected


def test_in_neighbourhoods_too_large_to_cluster_again_reports_still_find_their_stories_and_rulings_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = parts(streamed(events()))
    monkeypatch.setattr("silang.stories.stream.NEIGHBOURHOOD", 1)
    stream = streamed(events())
    assert parts(stream) == expected
    market = stream.placement("m0").story
    ruled(stream, "m1", market, "does not belong")
    ruled(stream, "b0", stream.placement("k0").story, "belongs")
    assert parts(stream) == {frozenset(part) for part in (["m0", "m2"], ["m1"], ["k0", "k1", "b0"], ["b1"])}


def test_a_story_keeps_its_id_as_reports_come() -> None:
    stream = Stream()
    ids = {stream.add(made(f"m{n}", text)).story for n, text in enumerate(MARKET)}
    assert len(ids) == 1
    assert ids == {Stream().add(made("m0", "Lain sama sekali.")).story}, "it is made of the first report's id"


def test_a_report_that_comes_twice_stays_where_it_is() -> None:
    stream = streamed(events())
    before = stream.state()
    assert stream.add(events()[0]).moved == ()
    assert stream.state() == before


def test_a_late_report_that_ties_two_stories_makes_one_and_leaves_an_alias() -> None:
    shelter = "Relawan Wartiyem dan Ismunandar mendata pedagang yang mengungsi di Balai Tegalombo"
    first = made("first", MARKET[0])
    second = made("second", f"{shelter} sejak kebakaran Pasar Ngadirejo.")
    both = made("both", f"{MARKET[0]} {shelter}.")
    stream = streamed([first, second])
    old, young = (stream.placement(id).story for id in ("first", "second"))
    assert old != young
    placed = stream.add(both)
    assert [(change.kind, change.old, change.new) for change in placed.changes] == [("merged", young, old)]
    assert placed.moved == (("second", old), ("both", old))
    assert stream.resolve(young) == old


def test_merges_by_hand_are_told_and_answer_to_both_ids() -> None:
    stream = streamed([made("m0", MARKET[0]), made("b0", BRIDGE[0])])
    market, bridge = (stream.placement(id).story for id in ("m0", "b0"))
    placed = ruled(stream, "b0", market, "belongs")
    assert [(c.kind, c.old, c.new) for c in placed.changes] == [("merged", bridge, market)]
    assert placed.moved == (("b0", market),)
    assert stream.resolve(bridge) == market
    assert stream.aliases() == {bridge: market}
    assert placed.reasons[0].name == "ruling"


def test_a_report_taken_from_a_story_leaves_it_whole_and_may_be_put_back() -> None:
    stream = streamed(events())
    market = stream.placement("m0").story
    placed = ruled(stream, "m0", market, "does not belong")
    assert stream.reports(market) == ("m1", "m2"), "the story stays, even where its first report is taken"
    assert [(c.kind, c.old, c.new) for c in placed.changes] == [("split", market, placed.story)]
    assert ruled(stream, "m0", market, "undone").story == market
    assert stream.resolve(placed.story) == market
    assert [ruling.verdict for ruling in stream.rulings()] == ["does not belong", "undone"]


def test_a_ruling_is_obeyed_when_more_reports_come() -> None:
    stream = streamed([made("m0", MARKET[0]), made("m1", MARKET[1])])
    ruled(stream, "m1", stream.placement("m0").story, "does not belong")
    stream.add(made("m2", MARKET[2]))
    assert stream.placement("m0").story != stream.placement("m1").story


def test_a_report_placed_by_hand_draws_no_other_after_it() -> None:
    stream = streamed(events())
    bridge = stream.placement("b0").story
    ruled(stream, "m0", bridge, "belongs")
    assert parts(stream) == {frozenset({"b0", "b1", "m0"}), frozenset({"m1", "m2"}), frozenset({"k0", "k1"})}


def test_the_last_place_given_holds() -> None:
    stream = streamed(events())
    for home in ("b0", "k0"):
        ruled(stream, "m0", stream.placement(home).story, "belongs")
    assert parts(stream) == {frozenset({"b0", "b1"}), frozenset({"m1", "m2"}), frozenset({"k0", "k1", "m0"})}


def test_rulings_on_what_is_not_there_are_refused_by_name() -> None:
    stream = streamed(events())
    with pytest.raises(UnknownIdError, match="'zzz'"):
        ruled(stream, "zzz", stream.placement("m0").story, "belongs")
    with pytest.raises(UnknownIdError, match="'none'"):
        ruled(stream, "m0", "none", "belongs")
    lonely = Stream()
    story = lonely.add(made("m0", MARKET[0])).story
    with pytest.raises(SilangError, match="only report"):
        ruled(lonely, "m0", story, "does not belong")
    assert lonely.rulings() == ()


def test_state_goes_through_json_and_the_stream_goes_on_as_if_never_stopped() -> None:
    whole, profiles = Stream(), events()
    for one in profiles[:4]:
        whole.add(one)
    ruled(whole, "m1", whole.placement("m0").story, "does not belong")
    again = Stream.restored(json.loads(json.dumps(whole.state())))
    assert again.state() == whole.state()
    for one in profiles[4:]:
        assert again.add(one) == whole.add(one)
    assert again.state() == whole.state()


def test_a_state_of_another_format_is_refused() -> None:
    with pytest.raises(SilangError, match="stories/0"):
        Stream.restored({"format": "stories/0"})


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_copies_go_together_and_say_so(order: tuple[int, ...]) -> None:
    long = " ".join(MARKET) + " Bupati Wonosidi meninjau lokasi dan menjanjikan tempat penampungan sementara."
    texts = [
        made("asli", long, url="https://kabar.test/1"),
        made("amp", long, url="https://amp.kabar.test/1"),
        made("baru", long + " Kerugian ditaksir Rp2 miliar.", "2024-03-06", "https://kabar.test/1"),
    ]
    stream = streamed([texts[n] for n in order])
    assert len(stream.stories()) == 1
    assert {copy.kind for copy in stream.placement("amp").copies} == {"same", "updated"}
    assert "copy" in [reason.name for reason in stream.placement("asli").reasons]


def test_one_form_filled_in_twice_is_no_copy() -> None:
    form = (
        "Gempa bumi bermagnitudo {0} mengguncang Kabupaten {1}, Selasa pagi. Pusat gempa di laut {2} kilometer dari "
        "{1} pada kedalaman 10 kilometer, tidak berpotensi tsunami, kata badan meteorologi dalam keterangan tertulis."
    )
    stream = streamed([made("a", form.format("5,1", "Serunai", 42)), made("b", form.format("4,8", "Matawai", 11))])
    assert stream.placement("b").copies == ()
    assert len(stream.stories()) == 2


def test_a_site_with_all_its_reports_at_one_address_costs_no_square(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def seen(left: Imprint, right: Imprint) -> Copy | None:
        looked_at.append(left.report)
        return copied(left, right)

    texts = (f"Warga Dusun Nomor {n} memanen kentang di lereng {n * 7} hari ini." for n in range(120))
    address = "https://kabar.test/terbaru"
    stream = streamed([made(f"r{n:03}", text, url=address) for n, text in enumerate(texts)])
    monkeypatch.setattr("silang.stories.stream.copied", seen)
    stream.add(made("last", MARKET[0], url=address))
    assert 0 < len(looked_at) <= 50
