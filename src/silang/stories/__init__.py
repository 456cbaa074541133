"""Which reports are of one event, and which print one text."""

from silang.stories.book import Change
from silang.stories.chains import Chain, chains
from silang.stories.copies import Copy, copies
from silang.stories.group import gather, group
from silang.stories.outline import outline
from silang.stories.profiles import Profile, profile
from silang.stories.rulings import Ruling
from silang.stories.stream import Placement, Stream

__all__ = [
    "Chain",
    "Change",
    "Copy",
    "Placement",
    "Profile",
    "Ruling",
    "Stream",
    "chains",
    "copies",
    "gather",
    "group",
    "outline",
    "profile",
]
