"""The dossier: one page model for each story, rendered as HTML and as Markdown."""

from silang.dossier.build import pages
from silang.dossier.files import write
from silang.dossier.html import render_html, render_index
from silang.dossier.markdown import render_markdown
from silang.dossier.page import Page

__all__ = ["Page", "pages", "render_html", "render_index", "render_markdown", "write"]
