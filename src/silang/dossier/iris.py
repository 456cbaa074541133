"""Identifiers for the world outside: the same input gives the same, wherever and whenever it is read.

Names of our own are version-5 UUIDs (RFC 9562) over what they name; texts are named by their hash (RFC 6920).
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote
from uuid import UUID, uuid5

from silang.dossier.reader import safe
from silang.model import Claim, Conflict, Crosscheck, Entity, Evidence, Origin, Report

_SPACE = UUID("79b8046f-68da-4bb2-b0c5-b8c5ce4bdab6")
CLASSES = {"PER": "Person", "ORG": "Organization"}
"""What FOAF and schema.org alike call an entity of that label; a place or a thing says nothing."""
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # of ASCII, what may stand in an IRI besides letters, digits and - . _


@dataclass(frozen=True)
class Iris:
    """The IRIs of what one cross-check holds."""

    crosscheck: Crosscheck

    @cached_property
    def _reports(self) -> dict[str, tuple[str, str]]:
        read = self.crosscheck.reading.reports
        return {r.id: (text := text_iri(r.text), _address(r) or urn("report", (r.id, text))) for r in read}

    @cached_property
    def _run(self) -> str:
        return urn("run", (text for text, _ in self._reports.values()))

    def text(self, report: str) -> str:
        """The text of a report (by id) as it was read, by its hash: `ni:///sha-256;…`."""
        return self._reports[report][0]

    def report(self, report: str) -> str:
        """Where a report (by id) was published, else a URN of its id and text."""
        return self._reports[report][1]

    def evidence(self, evidence: Evidence, *about: str) -> str:
        """What is said `about` a piece of evidence."""
        return urn("evidence", (*about, *self._places((evidence,))))

    def claim(self, claim: Claim) -> str:
        """A claim, told from others by its evidence and its id."""
        return urn("claim", (claim.id, *self._places(claim.statements)))

    def conflict(self, conflict: Conflict) -> str:
        """A conflict, told from others by its two sides, its kind and its id."""
        return urn("conflict", (conflict.id, conflict.kind, *self._places((conflict.left, conflict.right))))

    def origin(self, origin: Origin) -> str:
        """An origin, told from others by the reports that it ties, its kind and its id."""
        return urn("origin", (origin.id, origin.kind, *(self.text(id) for id in origin.reports)))

    def entity(self, entity: Entity) -> str:
        """An entity: Wikidata's IRI where it is known, else one that holds within this cross-check alone."""
        if entity.wikidata:
            return f"http://www.wikidata.org/entity/{quote(entity.wikidata)}"
        return urn("entity", (self._run, entity.id, entity.name))

    def _places(self, evidence: Iterable[Evidence]) -> Iterator[str]:
        for one in dict.fromkeys(evidence):
            yield f"{one.report} {self.text(one.report)} {one.start} {one.end}"


def urn(kind: str, parts: Iterable[str]) -> str:
    """`urn:uuid:` of a thing of `kind` that `parts`, in their order, tell from all others."""
    name = "\n".join([kind, *(f"{len(part)}:{part}" for part in parts)])
    # A lone surrogate of the input has no UTF-8 form; it counts as a question mark.
    return f"urn:uuid:{uuid5(_SPACE, name.encode('utf-8', 'replace').decode())}"


def text_iri(text: str) -> str:
    """A text by the SHA-256 of its UTF-8 bytes, as RFC 6920 writes it."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


def _address(report: Report) -> str | None:
    if not report.url or not safe(report.url):
        return None
    return "".join(c if not c.isascii() else quote(c, safe=_KEPT) for c in report.url)
