"""The table of contents follows the reading, and does without its script."""

import pytest

from published import KINDS
from visits import visit

CURRENT = "nav.sommaire a[aria-current]"


@pytest.mark.parametrize("kind", ["methode", "projet", "article"])
def test_the_section_that_is_read_is_marked(page, server, kind):
    visit(page, server, KINDS[kind])
    links = page.locator("nav.sommaire a")
    assert links.count() > 2
    targets = links.evaluate_all("""links => {
      const tops = links.map((link) => document.querySelector(link.hash).getBoundingClientRect().top);
      // Of two sections side by side, the first is marked.
      return links.filter((_, place) => tops[place] > (tops[place - 1] ?? -1e9) + 1)
        .map((link) => link.hash);
    }""")
    assert len(targets) > 2
    for place in [1, 2, 0]:
        target = targets[place]
        # A section has been reached when its title is at the top of the screen.
        page.locator(target).evaluate("title => title.scrollIntoView()")
        page.wait_for_selector(f'{CURRENT}[href="{target}"]')
        assert page.locator(CURRENT).count() == 1


def test_every_entry_leads_to_its_section_without_script(plain_page, server):
    visit(plain_page, server, KINDS["methode"])
    targets = plain_page.locator("nav.sommaire a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert targets
    assert [target for target in targets if plain_page.locator(target).count() != 1] == []
