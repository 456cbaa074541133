"""The story at a glance, and the stories that it follows or that follow it."""

from __future__ import annotations

from silang.dossier.page import Episode, Gist
from silang.dossier.quotes import quote
from silang.dossier.scene import Scene


def gist(scene: Scene) -> Gist:
    """One sentence of the reports, then who, where and when, of what is known."""
    outline, say = scene.comparison.story.outline, scene.say
    when = say.day(outline.when, weekday=True) if outline.when else ""
    told = (("gist.who", say.all(outline.who)), ("gist.where", say.all(outline.where)), ("gist.when", when))
    line = quote(scene, outline.line, named=False) if outline.line else None
    return Gist(line, tuple((say(key), words) for key, words in told if words))


def episodes(scene: Scene) -> tuple[Episode, ...]:
    """The other stories of the chain, oldest first."""
    say = scene.say
    return tuple(
        Episode(
            one.story,
            one.headline or say("page.unnamed"),
            say.day(one.first) if one.first else "",
            say("gist.tied", names=say.all(one.names)) if one.names else "",
        )
        for one in scene.comparison.story.chain
    )
