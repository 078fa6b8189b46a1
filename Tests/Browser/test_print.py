"""Methods come out of the printer ready for the table, rules as a poster, cards to cut out."""

import math

import pytest

from paper import print_page
from published import KINDS, catalogue
from visits import address_of, open_context, visit

A4 = (595, 842)
A3 = (842, 1191)
CARDS = "methodes/cartes/"


def methods():
    sheets = [sheet for sheet in catalogue()["sheets"] if sheet["type"] == "methode"]
    return [sheet for sheet in sheets if "translation_of" not in sheet]


@pytest.fixture(scope="module")
def paper(browser):
    """A browser in dark mode, where paper stays white."""
    with open_context(browser, color_scheme="dark") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def printed(paper, server, tmp_path_factory):
    """The largest method, printed; its title, and the words of the menu."""
    visit(paper, server, KINDS["methode"])
    title = paper.locator("h1").inner_text()
    menu = paper.locator("header nav.menu").inner_text().split("\n")
    return print_page(paper, tmp_path_factory.mktemp("print") / "methode.pdf"), title, menu


def test_a_method_prints_on_a4(printed, figures):
    sheet, _, _ = printed
    figures.append(f"print: {KINDS['methode'][0]}: {sheet.pages} pages, {sheet.size} points")
    assert sheet.pages >= 1
    assert sheet.size == A4


def test_what_is_printed_is_the_method(printed):
    sheet, title, _ = printed
    text = " ".join(sheet.text.split())
    assert title in text
    assert "Déroulé" in text
    assert "CC BY-SA" in text


def test_navigation_is_not_printed(printed):
    sheet, _, menu = printed
    lines = {line.strip() for line in sheet.text.splitlines()}
    navigation = {*menu, "Aller au contenu", "Chercher", "Plan du site", "Sommaire"}
    assert lines & navigation == set()


def test_every_method_holds_on_one_sheet_printed_on_both_sides(paper, server, tmp_path, figures):
    pages = {}
    for sheet in methods():
        paper.goto(address_of(server, (sheet["url"].removeprefix("./"), None)))
        # What it takes besides the sheet: its canvases, one on each page after it.
        canvases = paper.locator(".canevas-joint").count()
        pages[sheet["title"]] = print_page(paper, tmp_path / "methode.pdf").pages - canvases
    assert pages
    figures.append(f"print: {sum(n <= 2 for n in pages.values())} of {len(pages)} on one sheet")
    assert {title: count for title, count in pages.items() if count > 2} == {}


def test_the_rules_print_as_a_poster(paper, server, tmp_path):
    visit(paper, server, ("le-lab/dix-regles/", None))
    rules = paper.locator(".texte ol > li > strong").all_inner_texts()
    poster = print_page(paper, tmp_path / "affiche.pdf")
    text = " ".join(poster.text.split())
    assert (poster.pages, poster.size) == (1, A3)
    assert len(rules) == 10
    assert [rule for rule in rules if rule.split()[0] not in text] == []
    assert "Les utiliser en atelier" not in text


def test_pocket_cards_print_four_to_a_sheet(paper, server, tmp_path):
    visit(paper, server, (CARDS, None))
    cards = print_page(paper, tmp_path / "cartes.pdf")
    text = " ".join(cards.text.split())
    assert cards.size == A4
    assert cards.pages == math.ceil(len(methods()) / 4)
    assert "Aller au contenu" not in text and "Plan du site" not in text
    # A title may be cut into lines, its first word is not.
    assert [m["title"] for m in methods() if m["title"].split()[0] not in text] == []


def test_no_pocket_card_is_fuller_than_its_paper(paper, server):
    visit(paper, server, (CARDS, None))
    paper.emulate_media(media="print")
    cards = paper.locator(".jeu-carte")
    sizes = cards.evaluate_all("""cards => cards.map((card) => {
      const millimetre = 96 / 25.4, box = card.getBoundingClientRect();
      return [card.id, card.scrollHeight - card.clientHeight, card.scrollWidth - card.clientWidth,
        Math.round(box.width / millimetre), Math.round(box.height / millimetre)];
    })""")
    paper.emulate_media(media="null")
    assert len(sizes) == len(methods())
    assert [card for card in sizes if card[1:] != [0, 0, 105, 148]] == []


def test_calendars_print_the_names_of_their_events(paper, dated_site):
    paper.goto(dated_site + "evenements/index.html")
    marked = paper.locator(".agenda-grille td a")
    assert marked.count() > 0
    paper.emulate_media(media="print")
    boxes = marked.locator(".agenda-point").evaluate_all(
        "names => names.map((name) => [name.offsetWidth, name.offsetHeight, name.scrollWidth])")
    paper.emulate_media(media="null")
    assert [box for box in boxes if box[0] < 20 or box[1] < 5 or box[2] > box[0]] == []


def test_the_map_prints_under_its_text(paper, server, tmp_path):
    visit(paper, server, ("le-lab/archipel/", None))
    first = print_page(paper, tmp_path / "carte.pdf").first
    assert "Chaque île" in first and "Expérimentation" in first and "Transversal" in first


def test_the_functions_of_the_home_page_print_on_one_line(paper, server):
    visit(paper, server, KINDS["home"])
    paper.set_viewport_size({"width": 695, "height": 900})
    paper.emulate_media(media="print")
    tops = paper.locator(".ile").evaluate_all("islands => islands.map((ile) => ile.offsetTop)")
    paper.emulate_media(media="null")
    assert len(tops) == 4 and len(set(tops)) == 1


def test_an_address_that_names_a_card_prints_it_alone(paper, server, tmp_path):
    visit(paper, server, ("methodes/world-cafe/", None))
    with paper.expect_navigation():
        paper.get_by_role("link", name="carte de poche").click()
    assert paper.url == f"{server}{CARDS}#carte-world-cafe"
    card = print_page(paper, tmp_path / "carte.pdf")
    assert card.pages == 1
    assert "World Café" in card.text
    assert "Photolangage" not in card.text
