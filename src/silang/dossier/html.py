"""Pages as HTML: one file each, no script, no network; the page's own policy forbids both."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from silang.dossier import drawing
from silang.dossier.page import Page
from silang.dossier.quotes import in_marks
from silang.dossier.wording import wording
from silang.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment

# Control characters, which HTML forbids, and marks that turn the direction of all text after them.
_HIDDEN = [*range(0, 9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROL = dict.fromkeys(_HIDDEN, "\ufffd")


def render_html(page: Page, *, stories: str | None = None) -> str:
    """The page of one story. `stories` is the address of the list of all stories, where there is one."""
    return _render("story.html.jinja", page.lang, stories=stories, episode_at=named if stories else None, **drawn(page))


def drawn(page: Page) -> dict[str, Any]:
    """What the template of a story needs besides its layout: the page, and the drawings made from it."""
    say = wording(page.lang)
    lanes = drawing.origins(page.branches, [p.code for p in page.papers], say("origin.no_tie"))
    return {"page": page, "lanes": lanes, "curves": [drawing.curve(update, say) for update in page.updates]}


def render_index(pages: Sequence[Page], *, lang: str, skipped: Sequence[str] = ()) -> str:
    """The list of several stories, or what to do where there is none."""
    return _render("index.html.jinja", lang, pages=pages, skipped=skipped)


def address(page: Page) -> str:
    """The file name of a story's page where there are several."""
    return named(page.id)


def named(story: str) -> str:
    """The file name of the page of the story of that id."""
    return f"story-{story}.html"


def _render(template: str, lang: str, **values: Any) -> str:
    sheet = style()
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    values |= {"lang": lang, "say": wording(lang), "style": sheet, "digest": digest, "version": VERSION}
    values |= {"layout": "base.html.jinja", "rule": None, "report_at": None, "outlet_at": None, "person_at": None}
    return environment().get_template(template).render(values)


@cache
def style() -> str:
    """The style sheet, without the comments and indents that only its authors need."""
    lines = files("silang.dossier").joinpath("templates/style.css").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip() and not line.strip().startswith("/*"))


@cache
def environment() -> Environment:
    """The templates of the dossier; whoever lays a page out anew gives them a `layout` that extends the base."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("silang.dossier"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_visible,
    )
    environment.globals["address"] = address
    environment.filters["in_marks"] = in_marks
    return environment


def _visible(value: Any) -> Any:
    """Hidden characters as the replacement character."""
    return value.translate(_CONTROL) if type(value) is str else value
