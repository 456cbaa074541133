"""The contract of an engine, over each of them; shards that are whole or not there."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from silang.engine import Cores, Engine, OneProcess, Shards
from silang.errors import SilangError


def squared(n: int) -> int:
    return n * n


def broken(n: int) -> int:
    if n == 11:
        raise ValueError(f"{n} cannot be done")
    return n


def gone(n: int) -> int:
    os._exit(9)


def line(n: int) -> bytes:
    return str(n * n).encode()


def stopped(n: int) -> bytes:
    if n == 7:
        raise KeyboardInterrupt
    return line(n)


def two_lines(n: int) -> bytes:
    return b"a\nb"


@pytest.fixture(scope="module", params=["one process", "two"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with OneProcess() if request.param == "one process" else Cores(2) as made:
        yield made


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(squared, range(100))) == [n * n for n in range(100)]
    assert list(engine.map(squared, [])) == []


def test_items_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n

    assert next(iter(engine.map(squared, items()))) == 0
    assert taken < 200


def test_what_the_work_raises_is_raised_to_the_caller_and_the_engine_goes_on(engine: Engine) -> None:
    with pytest.raises(ValueError, match="11 cannot be done"):
        list(engine.map(broken, range(30)))
    assert list(engine.map(squared, [3])) == [9]


def test_values_of_a_key_come_together_in_the_order_in_which_they_came(engine: Engine) -> None:
    keyed = [(f"k{n % 37}", n) for n in range(1000)]
    assert dict(engine.group(keyed)) == {f"k{k}": list(range(k, 1000, 37)) for k in range(37)}


def test_the_order_of_keys_depends_on_the_keys_alone(engine: Engine) -> None:
    keyed = [(f"k{n}", n) for n in range(200)]
    shuffled = random.Random(1).sample(keyed, len(keyed))
    assert list(engine.group(keyed)) == list(engine.group(shuffled)) == list(OneProcess().group(keyed))


def test_a_process_that_is_gone_is_named_as_such() -> None:
    with Cores(1) as engine, pytest.raises(SilangError, match="fewer jobs"):
        list(engine.map(gone, [1]))


def test_shards_done_are_not_done_again(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(Shards(tmp_path, "squares 1", stopped, str, size=4).run(OneProcess(), range(10)))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"0\n1\n4\n9\n"], (
        "one whole shard, no part of another"
    )
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    shards = Shards(tmp_path, "squares 1", line, str, size=4)
    assert list(shards.lines(engine, range(10))) == [line(n) for n in range(10)]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_other_items_and_another_work_are_done_anew(tmp_path: Path) -> None:
    for name, items in (("squares 1", range(4)), ("squares 2", range(4)), ("squares 1", range(1, 5))):
        assert list(Shards(tmp_path, name, line, str).lines(OneProcess(), items)) == [line(n) for n in items]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_result_of_two_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one line"):
        list(Shards(tmp_path, "two", two_lines, str).run(OneProcess(), [1]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("jobs", [0, -1])
def test_fewer_than_one_process_is_refused(jobs: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        Cores(jobs)
