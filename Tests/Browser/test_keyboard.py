"""Menu, search and content are reached by the keyboard alone, and the focus shows where it is."""

import pytest

from published import KINDS
from visits import visit, wait_for_suggestions

FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    id: element.id, tag: element.tagName, text: element.textContent.trim(),
    inMenu: !!element.closest("header nav.menu"), inMain: !!element.closest("main"),
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth,
  };
}"""
SKIP_LINKS = {"fr": "Aller au contenu", "br": "Mont d’an danvez", "en": "Skip to content"}
# More steps than the header of any page takes.
HEADER = 20


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)
    return page.evaluate(FOCUS)


def press_until(page, found, key="Tab", most=HEADER):
    for _ in range(most):
        focus = press(page, key)
        if found(focus):
            return focus
    raise AssertionError(f"not reached in {most} steps")


@pytest.mark.parametrize("kind", KINDS)
def test_skip_link_shows_and_leads_to_the_content(page, server, kind):
    visit(page, server, KINDS[kind])
    link = press(page, "Tab")
    assert link["text"] == SKIP_LINKS[page.locator("html").get_attribute("lang")]
    assert link["isInView"] and link["isOutlined"]
    page.keyboard.press("Enter")
    page.wait_for_selector("main:focus", state="attached")
    following = press(page, "Tab")
    assert following["inMain"] or not page.locator("main :is(a[href], input, button)").count()


@pytest.mark.parametrize("kind", ["home", "methode", "search-results"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_shows_the_focus(page, server, kind, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server, KINDS[kind])
    hidden = []
    for _ in range(250):
        focus = press(page, "Tab")
        if focus["tag"] == "BODY":
            break
        if not (focus["isOutlined"] and focus["isInView"]):
            hidden.append({name: focus[name] for name in ["text", "isOutlined", "isInView"]})
    else:
        raise AssertionError("the focus never leaves the page")
    assert hidden == []


def test_menu_is_reached_and_followed(page, server):
    visit(page, server, KINDS["methode"])
    focus = press_until(page, lambda focus: focus["inMenu"])
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("header nav.menu [aria-current]").inner_text() == focus["text"]


def test_search_is_reached_and_a_suggestion_followed(page, server):
    visit(page, server, KINDS["home"])
    press_until(page, lambda focus: focus["id"] == "q-entete")
    page.keyboard.type("world caf")
    wait_for_suggestions(page, "world caf")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "world café" in page.locator("h1").inner_text().lower()


def test_search_leads_to_results_without_a_suggestion(page, server):
    visit(page, server, KINDS["home"])
    press_until(page, lambda focus: focus["id"] == "q-entete")
    page.keyboard.type("world café")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector("[data-resultats] a")
    press_until(
        page, lambda focus: "World Café" in focus["text"] and focus["inMain"], most=2 * HEADER
    )


def test_escape_closes_the_suggestions_and_no_lone_key_moves_the_focus(page, server):
    visit(page, server, KINDS["home"])
    # A key alone is a shortcut that a reader who speaks to the screen cannot turn off.
    assert press(page, "/")["id"] != "q-entete"
    page.get_by_role("combobox").focus()
    page.keyboard.type("atel")
    wait_for_suggestions(page, "atel")
    page.keyboard.press("Escape")
    assert page.locator("[role=listbox]").is_hidden()
    assert page.get_by_role("combobox").get_attribute("aria-expanded") == "false"
    assert page.get_by_role("combobox").input_value() == "atel"
