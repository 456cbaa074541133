"""Claims as skeletons of schema.org ClaimReview (https://schema.org/ClaimReview), for a fact-checker to fill in.

The claim reviewed is put in one outlet's own words. Who reviews, when and to what verdict is null: in JSON-LD null says
nothing at all, so that a skeleton left as it is rules on nothing.
"""

from __future__ import annotations

from typing import Any

from silang.dossier.iris import CLASSES, Iris, urn
from silang.dossier.quotes import ordered
from silang.dossier.rows import headed
from silang.dossier.scene import Scene
from silang.dossier.wording import wording
from silang.model import Claim, Crosscheck, Entity, Evidence

Json = dict[str, Any]


def claim_reviews(crosscheck: Crosscheck) -> Json:
    """One ClaimReview per claim, by story and in the order of its page, as a JSON-LD graph.

    `claimReviewed` holds the words that head the claim on the page; `appearance` each report that carries it, with its
    outlet, address and own words.
    """
    iris, graph = Iris(crosscheck), []
    for comparison in crosscheck.stories:
        scene = Scene(crosscheck, comparison, wording("en"), quotes_only=True)
        graph += [_review(scene, iris, claim, head) for claim, head in headed(scene)]
    return {"@context": "https://schema.org", "@graph": graph}


def _review(scene: Scene, iris: Iris, claim: Claim, head: Evidence) -> Json:
    source = scene.entities.get(claim.source or "")
    carried: dict[str, list[Evidence]] = {}
    for evidence in ordered(scene, claim.statements):
        carried.setdefault(evidence.report, []).append(evidence)
    about = iris.claim(claim)
    return {
        "@type": "ClaimReview",
        "@id": urn("claim review", (about,)),
        "identifier": claim.id,
        "claimReviewed": scene.words(head),
        "inLanguage": scene.by_id[head.report].language,
        "author": None,
        "url": None,
        "datePublished": None,
        "reviewRating": None,
        "itemReviewed": {
            "@type": "Claim",
            "@id": about,
            "author": _author(iris, source) if source else None,
            "appearance": [_appearance(scene, iris, row) for row in carried.values()],
        },
    }


def _author(iris: Iris, source: Entity) -> Json:
    kind = {"@type": CLASSES[source.label]} if source.label in CLASSES else {}
    return {**kind, "@id": iris.entity(source), "name": source.name}


def _appearance(scene: Scene, iris: Iris, evidence: list[Evidence]) -> Json:
    report = scene.by_id[evidence[0].report]
    address = iris.report(report.id)
    outlet = report.outlet
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": None if address.startswith("urn:") else address,
        "headline": report.headline,
        "datePublished": report.published,
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name} if outlet else None,
        "hasPart": [{"@type": "Quotation", "text": scene.words(one)} for one in evidence],
    }
