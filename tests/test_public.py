"""`import silang`: cheap, and every verb and noun that it promises is there."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import silang


@pytest.mark.parametrize("verb", [name for name in silang.__all__ if name != "__version__"])
def test_every_verb_is_callable_and_documented(verb: str) -> None:
    assert callable(getattr(silang, verb))
    assert getattr(silang, verb).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        silang.guess  # noqa: B018


def test_import_loads_nothing_heavy() -> None:
    heavy = {"trafilatura", "lxml", "numpy", "babel", "jinja2", "typer", "rich", "rapidfuzz"}
    code = "import sys, silang; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not heavy & set(loaded)


def test_no_verb_is_hidden_by_a_module_of_its_name() -> None:
    modules = {module.name for module in pkgutil.iter_modules(silang.__path__)}
    assert not modules & set(silang.__all__)
