"""The dossier: one page model for each story, rendered as HTML and as Markdown; the same evidence as linked data."""

from silang.dossier.annotations import web_annotations
from silang.dossier.build import pages
from silang.dossier.claimreview import claim_reviews
from silang.dossier.files import write
from silang.dossier.html import render_html, render_index
from silang.dossier.markdown import render_markdown
from silang.dossier.page import Page

__all__ = [
    "Page",
    "claim_reviews",
    "pages",
    "render_html",
    "render_index",
    "render_markdown",
    "web_annotations",
    "write",
]
