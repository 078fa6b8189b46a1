"""What a phone shows: lists that are scanned with the thumb, and views that open on what they hold."""

import pytest
from playwright.sync_api import expect

from published import KINDS, catalogue
from visits import address_of, open_context, visit

WIDTH, HEIGHT = 320, 640
BOARD = "projets/tableau/"
CATALOGUE = "methodes/"
MATRIX = "le-lab/feuille-de-route-entrelabs/"


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return page


def go(page, base, path, query=None):
    page.goto(address_of(base, (path, query)))


def top_of(locator):
    """How far down the page something is."""
    return locator.evaluate("element => element.getBoundingClientRect().top + scrollY")


@pytest.mark.parametrize("kind", ["home", "methode", "language", "search"])
def test_the_header_leaves_the_screen_to_the_page(phone, server, kind):
    # As wide as most phones: narrower ones need narrow letters for it.
    phone.set_viewport_size({"width": 360, "height": HEIGHT})
    visit(phone, server, KINDS[kind])
    assert phone.locator(".entete").bounding_box()["height"] <= 0.3 * HEIGHT
    for target in phone.locator(".entete :is(.marque, input, button, .menu a)").all():
        assert target.bounding_box()["height"] >= 44, target.inner_text()


def test_a_method_says_how_long_it_takes_before_it_is_scrolled(phone, server):
    phone.set_viewport_size({"width": 360, "height": HEIGHT})
    go(phone, server, "methodes/world-cafe/")
    expect(phone.locator(".fait-duree dd")).to_be_in_viewport(ratio=1)


def test_a_catalogue_shows_several_methods_at_a_time(phone, server):
    go(phone, server, CATALOGUE)
    methods = sum(sheet["type"] == "methode" and not sheet.get("translation_of")
                  for sheet in catalogue()["sheets"])
    titles = phone.locator(".catalogue .carte h3 a")
    assert titles.count() == methods
    height = top_of(titles.last) - top_of(titles.first)
    # Three on a screen, the headings of the parts included.
    assert height / (methods - 1) <= HEIGHT / 3


def test_the_parts_of_a_catalogue_are_one_touch_away(phone, server):
    go(phone, server, CATALOGUE)
    # The goals that head the parts come first among the filters.
    headings = phone.locator(".catalogue .partie > h2")
    phone.locator(".recherche-filtres > summary").click()
    goals = phone.locator(".filtre").first.locator("label")
    assert goals.count() == headings.count() > 3
    goals.filter(has_text="Construire").click()
    phone.get_by_role("button", name="Voir les fiches").click()
    expect(phone.locator(".catalogue .carte:visible h3 a").first).to_be_in_viewport(ratio=1)


def test_the_parts_of_a_catalogue_are_one_touch_away_without_a_script(browser, server):
    with open_context(
        browser, java_script_enabled=False, viewport={"width": WIDTH, "height": HEIGHT}
    ) as context:
        page = context.new_page()
        go(page, server, CATALOGUE)
        parts = page.locator(".catalogue .vue-sommaire a")
        assert parts.count() == page.locator(".catalogue .partie > h2").count() > 3
        assert top_of(parts.last) < 2 * HEIGHT
        parts.filter(has_text="Construire").click()
        first = page.locator(".partie:has(h2:target) h3 a").first
        expect(first).to_be_in_viewport(ratio=1)


def test_filtered_cards_have_no_parts(phone, server):
    go(phone, server, CATALOGUE, "phase=prototypage")
    assert phone.locator(".catalogue .carte:visible").count() > 3
    parts = phone.locator(".catalogue .vue-sommaire")
    assert parts.count() == 1 and parts.is_hidden()


def test_an_address_with_filters_opens_on_what_they_give(phone, server):
    go(phone, server, CATALOGUE, "phase=prototypage&duree=90")
    first = phone.locator(".catalogue .carte h3 a:visible").first
    assert top_of(first) < 2 * HEIGHT
    # What is chosen is not hidden: how many filters, and a way to them.
    summary = phone.locator(".recherche-filtres > summary")
    assert "(2)" in summary.inner_text()
    summary.click()
    assert phone.locator("[name=phase][value=prototypage]").is_checked()
    phone.get_by_role("button", name="Voir les fiches").click()
    phone.get_by_role("button", name="Retirer les filtres").click()
    assert "(" not in summary.inner_text()


@pytest.mark.parametrize("path, query", [(CATALOGUE, None), ("recherche/", "q=atelier")])
def test_the_count_stays_in_view_while_filters_are_chosen(phone, server, path, query):
    visit(phone, server, (path, query))
    phone.locator(".recherche-filtres > summary").click()
    box = phone.locator("fieldset input[type=checkbox]").nth(3)
    box.focus()
    before = phone.locator("main [role=status]").inner_text()
    phone.keyboard.press("Space")
    status = phone.locator("main [role=status]")
    status.get_by_text(before, exact=True).wait_for(state="detached")
    bar, chosen = status.bounding_box(), box.bounding_box()
    assert 0 <= bar["y"] and bar["y"] + bar["height"] <= HEIGHT + 1
    assert chosen["y"] + chosen["height"] <= bar["y"]


def test_a_row_of_a_catalogue_says_how_long_and_for_how_many(phone, server):
    go(phone, server, CATALOGUE)
    row = phone.locator(".catalogue .carte", has_text="World Café").first
    facts = row.locator(".faits-carte li:visible").all_text_contents()
    assert {"Durée", "Groupe", "Difficulté d’animation"} <= {
        name for name in ["Durée", "Groupe", "Difficulté d’animation"]
        if any(fact.startswith(name) for fact in facts)}
    # They stand on one or two lines.
    assert row.locator(".faits-carte").bounding_box()["height"] < 50


def test_a_list_of_a_tag_shows_several_sheets_at_a_time(phone, server):
    go(phone, server, *KINDS["tag"])
    titles = phone.locator(".carte h3 a")
    count = titles.count()
    assert count > 10
    assert (top_of(titles.last) - top_of(titles.first)) / (count - 1) <= HEIGHT / 3


def test_a_board_opens_on_its_first_projects(phone, server):
    go(phone, server, BOARD)
    assert phone.locator(".colonne-vide").count() > 3
    first = phone.locator(".colonne li a").first
    assert top_of(first) - top_of(phone.locator(".colonnes")) < HEIGHT * 0.7
    # No step is left out, nor the words that say what it is.
    for column in phone.locator(".colonne-vide").all():
        assert column.locator("h2").is_visible() and column.locator("p").first.is_visible()
        assert column.bounding_box()["height"] < 90


def test_a_matrix_keeps_the_names_of_its_rows_and_lets_the_next_column_be_seen(phone, server):
    go(phone, server, MATRIX)
    frame = phone.locator(".defile")
    frame.scroll_into_view_if_needed()
    right = frame.evaluate("frame => frame.getBoundingClientRect().right")
    next_column = phone.locator(".matrice thead th").nth(2).bounding_box()
    assert next_column["x"] + 20 < right < next_column["x"] + next_column["width"]
    frame.evaluate("frame => frame.scrollTo(frame.scrollWidth, 0)")
    # A little beyond the edge: their collapsed border does not hide what has scrolled away.
    for head in phone.locator(".matrice tr > :first-child").all():
        assert -2 <= head.bounding_box()["x"] - frame.bounding_box()["x"] <= -0.5
    # No word of a name is cut.
    assert phone.locator(".matrice tbody th").evaluate_all(
        "heads => heads.filter((head) => head.scrollWidth > head.clientWidth + 1).length") == 0


def test_the_address_of_a_resource_stands_apart_from_its_button(phone, server):
    visit(phone, server, KINDS["ressource"])
    button = phone.locator("a.bouton[rel=external]")
    box = button.bounding_box()
    address = phone.get_by_text(button.get_attribute("href"), exact=True)
    assert address.bounding_box()["y"] >= box["y"] + box["height"] + 8
