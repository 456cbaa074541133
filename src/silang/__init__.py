"""Silang: cross-checks Indonesian news, sentence by sentence.

The verbs, each loaded on first use:

* `read(paths)` → `Reading`; `read_text(text)` → `Report`
* `extract(report)` → `Extraction`; `times(text, reference=…)` → the time expressions of any text
* `crosscheck(reading)` → `Crosscheck`: the stages `group` and `compare` over all reports
* `export(crosscheck)` → the public JSON; `write(crosscheck, directory)` → the dossier on disk
* `explain(crosscheck, id)` → why a claim, tie, conflict or statement was made

The nouns are in `silang.model`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from silang.version import VERSION as __version__  # noqa: N811

if TYPE_CHECKING:
    from silang.dossier import write as write
    from silang.extraction.times import find_times as times
    from silang.interchange import export as export
    from silang.pipeline import compare as compare
    from silang.pipeline import crosscheck as crosscheck
    from silang.pipeline import extract as extract
    from silang.pipeline import group as group
    from silang.reading import read as read
    from silang.reading import read_text as read_text
    from silang.reasons import explain as explain

_VERBS = {
    "compare": ("silang.pipeline", "compare"),
    "crosscheck": ("silang.pipeline", "crosscheck"),
    "explain": ("silang.reasons", "explain"),
    "export": ("silang.interchange", "export"),
    "extract": ("silang.pipeline", "extract"),
    "group": ("silang.pipeline", "group"),
    "read": ("silang.reading", "read"),
    "read_text": ("silang.reading", "read_text"),
    "times": ("silang.extraction.times", "find_times"),
    "write": ("silang.dossier", "write"),
}
__all__ = [
    "__version__",
    "compare",
    "crosscheck",
    "explain",
    "export",
    "extract",
    "group",
    "read",
    "read_text",
    "times",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _VERBS:
        raise AttributeError(f"module 'silang' has no attribute {name!r}")
    module, verb = _VERBS[name]
    loaded = getattr(import_module(module), verb)
    globals()[name] = loaded
    return loaded


def __dir__() -> list[str]:
    return __all__
