"""`silang rule`."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli.app import app, err
from silang.cli.archived import MOST, AsJson, Where, clean, opened, print_json

if TYPE_CHECKING:
    from silang.archive import Ruling
    from silang.archive.nouns import RulingKind

rule = typer.Typer(help="Rule on a doubtful case, take a ruling back, list them: kept for good.", no_args_is_help=True)
app.add_typer(rule, name="rule")

Not = Annotated[bool, typer.Option("--not", help="Rule that it is not so.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who rules; else your account's name.")]
Note = Annotated[str, typer.Option(help="Why, for those who read it later.")]
Side = Annotated[str, typer.Argument(metavar="EVIDENCE", help="REPORT/s3, a statement, or REPORT:start-end.")]
Id = Annotated[str, typer.Argument(metavar="REPORT")]


@rule.callback()
def _rule() -> None:
    """Rule on a doubtful case, take a ruling back, list them: kept for good, with who and when."""


@rule.command()
def claim(left: Side, right: Side, archive: Where = None, no: Not = False, by: By = None, note: Note = "") -> None:
    """Two statements make the same claim (--not: they do not)."""
    _make("claim", not no, (left, right), archive, by, note)


@rule.command()
def origin(left: Id, right: Id, archive: Where = None, no: Not = False, by: By = None, note: Note = "") -> None:
    """Two reports are of one origin (--not: they are not)."""
    _make("origin", not no, (left, right), archive, by, note)


@rule.command()
def story(
    report: Id,
    story: Annotated[str, typer.Argument(metavar="STORY")],
    archive: Where = None,
    no: Not = False,
    by: By = None,
    note: Note = "",
) -> None:
    """A report belongs to a story (--not: it does not)."""
    _make("story", not no, (report, story), archive, by, note)


@rule.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=MOST)], archive: Where = None, by: By = None
) -> None:
    """Take a ruling back; both stay on the list."""
    with opened(archive) as kept:
        made = kept.undo(number, who=by or getpass.getuser())
    err.print(_told(made), markup=False)


@rule.command("list")
def list_rulings(
    story: Annotated[str | None, typer.Argument(metavar="[STORY]", help="Only those on this story.")] = None,
    archive: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the rulings, newest first."""
    with opened(archive) as kept:
        found = kept.rulings(story)
    if as_json:
        print_json(found)
        return
    for made in found:
        print(_told(made))
    if not found:
        err.print("No ruling.")


def _make(
    kind: RulingKind, verdict: bool, sides: tuple[str, str], archive: str | None, by: str | None, note: str
) -> None:
    with opened(archive) as kept:
        made = kept.rule(kind, verdict, sides, who=by or getpass.getuser(), note=note)
    err.print(_told(made), markup=False)


_SAID = {
    ("claim", True): "the same claim", ("claim", False): "not the same claim",
    ("origin", True): "one origin", ("origin", False): "not one origin",
    ("story", True): "belongs to", ("story", False): "does not belong to",
}  # fmt: skip


def _told(made: Ruling) -> str:
    said = _SAID[made.kind, made.verdict]
    sides = f"{made.left} {said} {made.right}" if made.kind == "story" else f"{made.left} and {made.right}: {said}"
    if made.undoes is not None:
        sides = f"takes back no. {made.undoes}"
    note = f" ({clean(made.note)})" if made.note else ""
    undone = ", taken back since" if made.undone else ""
    return f"no. {made.number}, {made.at[:16]}, {clean(made.who)}: {sides}{note}{undone}"
