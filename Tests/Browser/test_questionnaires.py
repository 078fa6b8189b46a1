"""The questionnaires of the site: filled, resumed, printed, refused, with and without script."""

import re

import pytest
from playwright.sync_api import expect

from paper import print_page
from test_accessibility import violations_at
from test_keyboard import press, press_until
from visits import address_of

RECEPTION = "questionnaires/accueil/"
GATE = "questionnaires/grille-d-entree/"
START = "questionnaires/par-ou-commencer/"


@pytest.fixture(params=["http", "file"])
def base(request):
    """The address of the site: on a server, then on a disk."""
    if request.param == "http":
        return request.getfixturevalue("server")
    return request.getfixturevalue("offline_site").as_uri() + "/"


def go(page, base, path, fragment=""):
    page.goto("about:blank")
    page.goto(address_of(base, (path, None)) + fragment)
    page.wait_for_selector("[data-actions]:not([hidden])")


def answer(page, choice):
    """Gives every question the answer of a place, `choice(number of the question)`."""
    questions = page.locator(".question")
    for number in range(questions.count()):
        question = questions.nth(number)
        if not question.evaluate("(field) => field.disabled"):
            question.locator("[type=radio]").nth(choice(number)).check()
    return questions.count()


def test_the_score_counts_every_answer_and_leads_to_its_text(page, base):
    go(page, base, RECEPTION)
    assert answer(page, lambda number: 2 if number < 4 else 1) == 20
    result = page.locator("[data-resultat]")
    expect(result).to_contain_text("24 points sur 40")
    expect(result).to_contain_text("Des points d’appui, et des trous")
    assert result.locator("meter").count() == 5
    assert [meter.get_attribute("value") for meter in result.locator("meter").all()] == ["8", "4", "4", "4", "4"]
    assert result.locator("a").count() == 3


def test_nothing_is_concluded_before_the_last_answer(page, server):
    go(page, server, RECEPTION)
    page.locator(".question").first.locator("[type=radio]").first.check()
    expect(page.locator("[data-etat]")).to_have_text("1 réponses sur 20.")
    expect(page.locator("[data-resultat]")).to_be_hidden()


def test_answers_come_back_from_the_address_and_go_with_one_button(page, base):
    go(page, base, RECEPTION)
    answer(page, lambda number: number % 3)
    address, score = page.url, page.locator(".outil-total").inner_text()
    go(page, base, RECEPTION, address[address.index("#"):])
    expect(page.locator(".outil-total")).to_have_text(score)
    page.locator("[data-effacer]").click()
    assert page.locator("[type=radio]:checked").count() == 0
    assert "#r1" not in page.url
    expect(page.locator("[data-resultat]")).to_be_hidden()


@pytest.mark.parametrize("spoil, says", [
    (lambda code: code[:-8], "coupée"),
    (lambda code: code[:-3] + "AAA", "coupée"),
    (lambda code: code.replace("#r1", "#r2"), "autre version"),
    (lambda code: code * 100, "trop longue"),
])
def test_a_bad_address_is_told_and_nothing_is_taken_from_it(page, server, spoil, says):
    go(page, server, RECEPTION)
    answer(page, lambda number: 1)
    code = page.url[page.url.index("#"):]
    go(page, server, RECEPTION, spoil(code) + ("A" * 12000 if says == "trop longue" else ""))
    expect(page.locator("[data-etat]")).to_contain_text(says)
    assert page.locator("[type=radio]:checked").count() == 0


def test_an_address_of_another_questionnaire_is_told(page, server):
    go(page, server, GATE)
    answer(page, lambda number: 0)
    code = page.url[page.url.index("#"):]
    go(page, server, RECEPTION, code)
    expect(page.locator("[data-etat]")).to_contain_text("autre version")


def test_the_gate_closes_the_grid_and_opens_it_again(page, base):
    go(page, base, GATE)
    questions = page.locator(".question")
    assert questions.count() == 10
    questions.nth(0).locator("[type=radio]").nth(2).check()
    expect(page.locator("[data-resultat]")).to_contain_text("rencontrer les personnes concernées")
    assert questions.nth(5).evaluate("(field) => field.disabled")
    assert not questions.nth(1).evaluate("(field) => field.disabled")
    questions.nth(0).locator("[type=radio]").nth(0).check()
    assert not questions.nth(5).evaluate("(field) => field.disabled")
    expect(page.locator("[data-resultat]")).to_be_hidden()


def test_the_sheet_for_the_committee_holds_each_sentence_on_paper(page, server, tmp_path):
    go(page, server, GATE)
    answer(page, lambda number: 0)
    for number, area in enumerate(page.locator(".question textarea").all()):
        area.fill(f"Phrase numéro {number} <b>&")
    table = page.locator(".outil-feuille")
    assert table.locator("tbody tr").count() == 10
    expect(table).to_contain_text("Phrase numéro 9 <b>&")
    expect(page.locator("[data-resultat]")).to_contain_text("Prêt pour le comité de pilotage")
    page.emulate_media(media="print")
    paper = print_page(page, tmp_path / "grille.pdf")
    assert paper.size == (595, 842)
    assert all(f"Phrase numéro {number}" in paper.text for number in range(10))
    assert "Tout effacer" not in paper.text


def test_the_path_leads_to_methods_and_says_why(page, base):
    go(page, base, START)
    purpose = page.locator(".question").nth(0)
    purpose.get_by_text("Décider").click()
    cards = page.locator("[data-resultat] .carte")
    expect(cards.first).to_be_visible()
    purpose_only = cards.count()
    page.locator(".question").nth(2).get_by_text("6 à 12").click()
    page.locator(".question").nth(1).get_by_text("Deux heures").click()
    expect(cards.first).to_contain_text("Parce que : Décider · Deux heures · 6 à 12")
    assert 0 < cards.count() <= purpose_only + 5
    link = cards.first.locator("h3 a")
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(title)


def test_the_path_answers_as_the_fields_of_the_sheets_do(page, server):
    """Worked out again from the catalogue of the site, for every purpose."""
    go(page, server, START)
    page.locator(".question [type=radio]").first.check()
    page.wait_for_function("() => window.ArchipelActivites")
    activities = page.evaluate("ArchipelActivites.activites")
    catalogue = page.request.get(f"{server}commons.json").json()["sheets"]
    fields = {sheet["id"]: sheet["fields"] for sheet in catalogue if sheet["type"] == "methode"}
    for place, radio in enumerate(page.locator(".question").first.locator("[type=radio]").all()):
        purpose = radio.get_attribute("value")
        if not purpose:
            continue
        radio.check()
        wanted = {a["id"] for a in activities if purpose in fields[a["id"]].get("but", [])}
        expect(page.locator("[data-etat]")).to_contain_text(str(len(wanted)) if wanted else "Aucune")


def test_a_questionnaire_is_filled_by_the_keyboard_alone(page, server):
    go(page, server, GATE)
    for _ in range(10):
        press_until(page, lambda focus: focus["tag"] == "INPUT" and "Oui, et nous" in page.evaluate(
            "document.activeElement.parentNode.textContent"), most=60)
        press(page, "Space")
    expect(page.locator("[data-resultat]")).to_contain_text("Prêt pour le comité")


def test_without_script_the_form_and_its_scores_are_on_paper(plain_page, server, tmp_path):
    plain_page.goto(address_of(server, (RECEPTION, None)))
    first = plain_page.locator(".question").first.locator("[type=radio]")
    first.nth(0).check()
    first.nth(1).check()
    assert not first.nth(0).is_checked()
    assert plain_page.locator(".bareme").is_visible()
    assert not plain_page.locator("[data-actions]").is_visible()
    paper = print_page(plain_page, tmp_path / "accueil.pdf")
    assert "à partir de 26" in paper.text
    assert len(re.findall("Oui, toujours", paper.text)) == 20


@pytest.mark.parametrize("path", [RECEPTION, GATE, START])
def test_axe_finds_nothing_in_a_filled_questionnaire(page, dark_page, server, path):
    for each in (page, dark_page):
        go(each, server, path)
        answer(each, lambda number: 1)
        expect(each.locator("[data-resultat]")).to_be_visible()
    assert violations_at([320, 1280], page, dark_page) == {}
    for each in (page, dark_page):
        assert each.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_kept_and_nobody_else_is_asked(fresh_context, server):
    asked = []
    fresh_context.on("request", lambda request: asked.append(request.url))
    page = fresh_context.new_page()
    go(page, server, START)
    answer(page, lambda number: 1)
    expect(page.locator("[data-resultat]")).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert [address for address in asked if not address.startswith((server, "about:", "data:"))] == []
