"""No page scrolls sideways, on a narrow screen or with text twice as large."""

import pytest

from published import KINDS, html_files, path_of
from visits import address_of, open_context, visit, visit_in_turn

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const wide = [...document.querySelectorAll("body *")].filter((element) =>
    element.getBoundingClientRect().right > width + 0.5);
  const inner = wide.find((element) => !wide.some((other) => element !== other
    && element.contains(other)));
  const markup = inner?.outerHTML.slice(0, 200);
  return `${document.documentElement.scrollWidth} px for ${width}: ${markup}`;
}"""


def test_no_page_scrolls_sideways_at_320_px(browser, server):
    addresses = [address_of(server, (path_of(file), None)) for file in html_files()]
    screen = {"width": 320, "height": 640}
    with open_context(browser, java_script_enabled=False, viewport=screen) as context:
        pages = [context.new_page(), context.new_page()]
        found = {
            address: overflow
            for address, page in visit_in_turn(pages, addresses)
            if (overflow := page.evaluate(OVERFLOW))
        }
    assert addresses and found == {}


@pytest.mark.parametrize("kind", ["search-results", "search-nothing"])
def test_no_search_scrolls_sideways_at_320_px(page, server, kind):
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, server, KINDS[kind])
    assert page.evaluate(OVERFLOW) is None


@pytest.mark.parametrize("kind", KINDS)
def test_text_twice_as_large_stays_within_the_page(page, server, kind):
    visit(page, server, KINDS[kind])
    page.evaluate("document.documentElement.style.fontSize = '212%'")
    assert page.evaluate(OVERFLOW) is None


@pytest.mark.parametrize("kind", KINDS)
def test_wider_spacing_of_the_text_stays_within_the_page(page, server, kind):
    # The spacing that WCAG 1.4.12 lets a reader choose.
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, server, KINDS[kind])
    page.evaluate("""() => {
      for (const element of document.querySelectorAll("body *")) {
        Object.assign(element.style,
          { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
      }
    }""")
    assert page.evaluate(OVERFLOW) is None
