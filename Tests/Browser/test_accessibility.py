"""axe-core finds nothing to say of any kind of page, in light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from published import KINDS
from visits import visit

SCHEMES = ["light", "dark"]
WIDTHS = [320, 768, 1280]
# axe-core leaves the target size of WCAG 2.2 out unless told.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(page):
    """What axe-core refuses, a line for each element."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(node['target'])}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_in_all_forms(page):
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if lines := violations(page):
                found[f"{scheme}, {width} px"] = lines
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(page, server, kind):
    visit(page, server, KINDS[kind])
    assert violations_in_all_forms(page) == {}


def test_axe_finds_no_violation_in_open_suggestions(page, server):
    visit(page, server, KINDS["home"])
    page.get_by_role("combobox").press_sequentially("atel")
    page.wait_for_selector("[role=option]")
    assert violations_in_all_forms(page) == {}


def test_axe_finds_no_violation_in_open_filters(page, server):
    visit(page, server, KINDS["search-results"])
    page.locator("details summary").first.click()
    page.wait_for_selector("fieldset:visible input")
    assert violations_in_all_forms(page) == {}


def test_axe_sees_violations(page, server):
    visit(page, server, KINDS["home"])
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any(line.startswith("html-has-lang") for line in violations(page))
