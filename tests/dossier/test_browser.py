"""The page in a real browser: Chromium under the page's own policy, and axe over the page."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import tarfile
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from silang.dossier import pages, render_html, render_index
from tests.dossier import built
from tests.dossier.test_rendering import hostile

AXE = "axe-core@4.14.1"
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "silang-tests"
_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--dump-dom",
]  # fmt: skip
# Runs axe with all rows open, and writes what it found, and how wide the page is, into its body.
_RUN = """
(async () => {
  document.querySelectorAll("details").forEach(one => one.open = true);
  document.documentElement.dataset.theme = "THEME";
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  const found = result.violations.map(one => [one.id, one.nodes[0].html, one.nodes[0].failureSummary]);
  const root = document.documentElement, wide = [root.scrollWidth, innerWidth];
  const shown = document.createElement("pre");
  shown.id = "axe";
  shown.textContent = JSON.stringify({found, wide});
  document.body.replaceChildren(shown);
})();
"""


@pytest.fixture(scope="module")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium here; install one to look at the page in a browser")


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, fetched once by npm into the user's cache."""
    packed = _CACHE / "axe-core-4.14.1.tgz"
    if not packed.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip(f"no npm here; install it, and {AXE} is fetched to check the page with")
        _CACHE.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", AXE, "--silent", "--pack-destination", str(_CACHE)]
        fetched = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if fetched.returncode:
            pytest.skip(f"npm could not fetch {AXE}: {fetched.stderr.strip()[-200:]}")
    with tarfile.open(packed) as archive:
        member = archive.extractfile("package/axe.min.js")
        assert member
        return member.read().decode()


def shown(chromium: str, page: Path, width: int = 1200) -> str:
    """The document of `page` after it was loaded."""
    flags = [*_FLAGS, f"--user-data-dir={page.parent / 'profile'}", f"--window-size={width},900"]
    command = [chromium, *flags, "--virtual-time-budget=60000", page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout


def checked(source: str, scripts: tuple[str, ...]) -> str:
    """The page with scripts at its end, which its policy lets through by their hashes and lets nothing else."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    opened = source.replace("default-src 'none';", f"default-src 'none'; script-src {hashes};", 1)
    assert opened != source
    body = "".join(f"<script>{one}</script>" for one in scripts)
    return opened.replace("</body>", f"{body}</body>", 1)


def test_nothing_is_executed_under_the_policy_of_the_page(chromium: str, tmp_path: Path) -> None:
    (page,) = pages(hostile())
    path = tmp_path / "index.html"
    path.write_text(render_html(page), encoding="utf-8")
    document = shown(chromium, path)
    assert "<script" not in document
    assert "jebol" not in re.sub(r"&lt;script&gt;.*?&lt;/script&gt;", "", document)
    assert document.count('<article class="rep"') == 3


def the_page() -> str:
    return render_html(pages(built.bridge())[0])


def hostile_page_in_english() -> str:
    return render_html(pages(hostile(), lang="en")[0])


def list_of_stories() -> str:
    return render_index(pages(built.two_stories()), lang="id")


@pytest.mark.parametrize(
    ("made", "width", "theme"),
    [(the_page, 1200, "light"), (hostile_page_in_english, 500, "dark"), (list_of_stories, 800, "light")],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_axe_finds_no_violation(
    chromium: str, axe: str, tmp_path: Path, made: Callable[[], str], width: int, theme: str
) -> None:
    path = tmp_path / "index.html"
    path.write_text(checked(made(), (axe, _RUN.replace("THEME", theme))), encoding="utf-8")
    report = re.search(r'<pre id="axe">(.*?)</pre>', shown(chromium, path, width), re.DOTALL)
    assert report, "axe did not run"
    result: dict[str, Any] = json.loads(html.unescape(report[1]))
    assert result["found"] == []
    assert result["wide"][0] <= result["wide"][1]
