"""A dossier on disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from silang.dossier.annotations import web_annotations
from silang.dossier.build import pages, skipped
from silang.dossier.claimreview import claim_reviews
from silang.dossier.html import address, render_html, render_index
from silang.dossier.markdown import render_markdown
from silang.dossier.wording import wording
from silang.model import Crosscheck


def write(crosscheck: Crosscheck, directory: Path, *, lang: str = "id", quotes_only: bool = False) -> tuple[Path, ...]:
    """Writes the dossier into `directory`, made where absent, and gives the paths written, `index.html` first.

    One story: `index.html` is its page. Several: it lists them, and each has its own file. `dossier.md` holds all, and
    so do `annotations.jsonld` (the evidence as W3C Web Annotations) and `claimreview.jsonld` (schema.org skeletons).
    Raises ValueError where `lang` is neither `id` nor `en`, OSError where a file cannot be written.
    """
    made = pages(crosscheck, lang=lang, quotes_only=quotes_only)
    left_out = skipped(wording(lang), crosscheck.reading.skipped)
    texts: dict[str, str] = {}
    if len(made) == 1:
        texts["index.html"] = render_html(made[0])
    else:
        texts["index.html"] = render_index(made, lang=lang, skipped=left_out)
        texts |= {address(page): render_html(page, stories="index.html") for page in made}
    texts["dossier.md"] = render_markdown(made, lang=lang, skipped=left_out)
    linked = {
        "annotations.jsonld": web_annotations(crosscheck, quotes_only=quotes_only),
        "claimreview.jsonld": claim_reviews(crosscheck),
    }
    texts |= {name: _json(data) for name, data in linked.items()}
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        # A lone surrogate of the input has no UTF-8 form; it becomes a question mark.
        (directory / name).write_bytes(text.encode("utf-8", "replace"))
    return tuple(directory / name for name in texts)


def _json(data: dict[str, Any]) -> str:
    """JSON that may stand in a page's script element as it is: nothing in it closes the element."""
    return json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/").replace("<!--", "<\\u0021--") + "\n"
