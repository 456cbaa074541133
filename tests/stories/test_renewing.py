"""A report that was corrected is placed anew: by its new text alone, in its old turn, with what editors said of it."""

from __future__ import annotations

import json
import random

import pytest

from silang.errors import UnknownIdError
from silang.stories import Profile, Stream
from tests.stories.test_stream import BRIDGE, KAPOK, MARKET, events, made, parts, ruled, streamed


def test_a_report_that_now_tells_of_another_event_changes_story() -> None:
    stream = streamed(events())
    market, bridge = (stream.placement(id).story for id in ("m0", "b0"))
    placed = stream.renew(made("m1", BRIDGE[1]))
    assert placed.story == bridge
    assert placed.moved == (("m1", bridge),)
    assert stream.reports(market) == ("m0", "m2")
    assert {reason.name for reason in placed.reasons} >= {"copy", "terms"}


def test_the_id_stays_with_those_who_stay() -> None:
    stream = streamed(events())
    kapok, bridge = (stream.placement(id).story for id in ("k0", "b0"))
    stream.renew(made("k0", BRIDGE[1]))
    assert (stream.placement("k1").story, stream.placement("k0").story) == (kapok, bridge)
    assert stream.aliases() == {}


def test_a_correction_of_a_word_leaves_all_where_it_is() -> None:
    stream = streamed(events())
    before = dict(stream.stories())
    placed = stream.renew(made("m1", MARKET[1].replace("tiga jam", "empat jam")))
    assert (placed.moved, placed.changes) == ((), ())
    assert stream.stories() == before


def test_the_rest_of_a_story_is_parted_where_only_the_corrected_report_held_it_together() -> None:
    shelter = "Relawan Wartiyem dan Ismunandar mendata pedagang yang mengungsi di Balai Tegalombo"
    stream = streamed(
        [
            made("first", MARKET[0]),
            made("both", f"{MARKET[0]} {shelter}."),
            made("second", f"{shelter} sejak kebakaran Pasar Ngadirejo."),
        ]
    )
    (story,) = stream.stories()
    placed = stream.renew(made("both", KAPOK[0]))
    assert parts(stream) == {frozenset({"first"}), frozenset({"second"}), frozenset({"both"})}
    assert {change.old for change in placed.changes} == {story}


def test_the_only_report_of_a_story_leaves_its_id_leading_on() -> None:
    stream = streamed([*events(), made("x", "Warga Desa Pringkuku memanen salak pondoh tanpa mesin, Selasa siang.")])
    alone = stream.placement("x").story
    placed = stream.renew(made("x", KAPOK[1]))
    assert stream.resolve(alone) == placed.story == stream.placement("k0").story


@pytest.mark.parametrize("seed", range(8))
def test_after_any_corrections_all_stands_as_if_it_had_come_so(seed: int) -> None:
    chance = random.Random(seed)
    now = events()
    stream = streamed(now)
    for _ in range(6):
        n = chance.randrange(len(now))
        now[n] = replace_text(now[n].report, chance)
        stream.renew(now[n])
        fresh = streamed(now)
        assert parts(stream) == parts(fresh)
        for one in now:
            assert stream.kept(one.report) == fresh.kept(one.report)
            assert stream.placement(one.report).copies == fresh.placement(one.report).copies
        again = Stream.restored(json.loads(json.dumps(stream.state())))
        assert again.state() == stream.state()


def replace_text(id: str, chance: random.Random) -> Profile:
    day = chance.choice(["2024-03-05", "2024-03-06", "2024-04-20", None])
    return made(id, chance.choice([*MARKET, *KAPOK, *BRIDGE]), day, chance.choice([None, "https://kabar.test/1"]))


def test_a_stream_that_was_stopped_corrects_as_one_that_was_not() -> None:
    whole = streamed(events())
    ruled(whole, "m0", whole.placement("b0").story, "belongs")
    again = Stream.restored(json.loads(json.dumps(whole.state())))
    for correction in (made("m0", KAPOK[0]), made("b1", MARKET[2]), made("k1", BRIDGE[0])):
        assert again.renew(correction) == whole.renew(correction)
        assert again.state() == whole.state()


def test_what_an_editor_said_of_a_report_holds_for_its_correction() -> None:
    stream = streamed(events())
    market = stream.placement("m0").story
    ruled(stream, "b1", market, "belongs")
    assert stream.renew(made("b1", BRIDGE[0])).story == market
    assert ruled(stream, "b1", market, "undone").story == stream.placement("b0").story


def test_later_reports_whose_links_changed_are_named() -> None:
    stream = streamed(events())
    placed = stream.renew(made("m1", BRIDGE[0]))
    assert placed.relinked == ("m2", "b0", "b1"), "m0 came before it, and holds no link to it"
    assert [link[0] for link in stream.kept("b1")["links"]] == ["m1", "b0"]


def test_in_a_neighbourhood_too_large_to_cluster_again_a_correction_still_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("silang.stories.stream.NEIGHBOURHOOD", 1)
    stream = streamed(events())
    stream.renew(made("m1", BRIDGE[1]))
    assert parts(stream) == {frozenset(part) for part in (["m0", "m2"], ["k0", "k1"], ["b0", "b1", "m1"])}


def test_only_what_is_here_can_be_renewed() -> None:
    with pytest.raises(UnknownIdError, match="'entah'"):
        streamed(events()).renew(made("entah", MARKET[0]))
