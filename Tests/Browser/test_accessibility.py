"""axe-core finds nothing to say of any kind of page, in light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from published import KINDS
from visits import visit, wait_for_suggestions

WIDTHS = [320, 768, 1280]
# axe-core leaves the target size of WCAG 2.2 out unless told.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(*pages):
    """What axe-core refuses in pages, which it looks at side by side: a line for each element."""
    for page in pages:
        if not page.evaluate("'axe' in window"):
            page.evaluate(Axe().axe_script)
        page.evaluate("(options) => { window.looked = axe.run(options); }", OPTIONS)
    found = [page.evaluate("looked.then(({ violations }) => violations)") for page in pages]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(node['target'])}: {node['failureSummary']}"
        for rules in found
        for rule in rules
        for node in rule["nodes"]
    ]


@pytest.fixture
def pages(page, dark_page):
    """The light page and the dark one."""
    return [page, dark_page]


def violations_at(widths, *pages):
    """What axe-core refuses in pages at some widths, `{width: lines}`."""
    found = {}
    for width in widths:
        for page in pages:
            page.set_viewport_size({"width": width, "height": 900})
        if lines := violations(*pages):
            found[width] = lines
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(pages, server, kind):
    for page in pages:
        visit(page, server, KINDS[kind])
    assert violations_at(WIDTHS, *pages) == {}


def test_axe_finds_no_violation_in_open_suggestions(pages, server):
    for page in pages:
        visit(page, server, KINDS["home"])
        page.get_by_role("combobox").press_sequentially("atel")
        wait_for_suggestions(page, "atel")
    assert violations_at(WIDTHS, *pages) == {}


def test_axe_finds_no_violation_in_open_filters(pages, server):
    for page in pages:
        visit(page, server, KINDS["search-results"])
        page.locator("details summary").first.click()
        page.wait_for_selector("fieldset:visible input")
    assert violations_at(WIDTHS, *pages) == {}


def test_axe_sees_violations(pages, server):
    """In each of the pages, and colours that are too pale in the dark one alone."""
    for page in pages:
        visit(page, server, KINDS["home"])
        page.evaluate("document.documentElement.removeAttribute('lang')")
        page.evaluate("""() => {
          if (!matchMedia("(prefers-color-scheme: dark)").matches) return;
          document.querySelector("h1").style.color = "#333";
        }""")
    lines = violations(*pages)
    assert sum(line.startswith("html-has-lang") for line in lines) == 2
    assert sum(line.startswith("color-contrast") for line in lines) == 1
