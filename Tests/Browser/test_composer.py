"""Composing a sequence: figures against a table, keys, fingers, files, paper, bad addresses."""

import csv
import gzip
import io
import json
import re

import icalendar
import pytest
from playwright.sync_api import expect

from paper import print_page
from published import REPOSITORY
from test_accessibility import violations_at
from test_keyboard import press, press_until
from visits import address_of, open_context

COMPOSER = "parcours/composer/"
CASES = json.loads((REPOSITORY / "Tests/Fixtures/tools/cases.json").read_text(encoding="utf-8"))
RECKON = """([entry, activities]) => {
  const calculs = ArchipelCalculs;
  const deroule = { ...entry.deroule, blocs: entry.deroule.blocs.map((bloc) =>
    ({ ...bloc, activite: bloc.activite ? activities[bloc.activite] : null })) };
  const { temps, fin, alertes } = calculs.horaires(deroule);
  return {
    temps: temps.map(({ debut, minutes, libre }) => [debut, minutes, libre]), fin,
    alertes: alertes.map(calculs.resume),
    courses: calculs.courses(deroule).map(({ nom, total }) => [nom, total]),
  };
}"""

DRAWN = """() => ({
  bars: [...document.querySelectorAll(".bande rect")].map((bar) =>
    ["x", "width", "y", "height", "class"].map((name) => bar.getAttribute(name))),
  legend: document.querySelector(".bande-legende").innerText.replace(/\\s+/g, " "),
})"""


@pytest.fixture(params=["http", "file"])
def base(request):
    """The address of the site: on a server, then on a disk."""
    if request.param == "http":
        return request.getfixturevalue("server")
    return request.getfixturevalue("offline_site").as_uri() + "/"


def go(page, base, fragment=""):
    page.goto("about:blank")
    page.goto(address_of(base, (COMPOSER, None)) + fragment)
    page.wait_for_function("() => window.ArchipelComposeur")


def add(page, title):
    page.locator("[name=methode]").fill(title)
    page.locator("[name=methode]").press("Enter")


def half_day(page, base):
    """24 people from 9 h: welcome, two methods, a break, two methods, lunch at half past twelve."""
    go(page, base)
    page.locator("[name=titre]").fill("Demi-journée, « essai »")
    page.locator("[name=personnes]").fill("24")
    page.locator("[data-ajout=accueil]").click()
    add(page, "Rencontres express")
    add(page, "Un, deux, quatre, tous")
    page.locator("[data-ajout=pause]").click()
    add(page, "Vote pondéré")
    add(page, "Billet de sortie")
    page.locator("[data-ajout=repas]").click()


def times(page):
    return page.locator("[data-debut]").all_inner_texts()


def minutes(page, place):
    return int(page.locator("[data-minutes]").nth(place).input_value())


# The arithmetic --------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", CASES["deroules"], ids=lambda entry: entry["nom"])
def test_the_page_reckons_as_the_table_says(page, server, entry):
    if not page.url.endswith(COMPOSER):
        go(page, server)
    found = page.evaluate(RECKON, [entry, CASES["activites"]])
    assert found == {key: entry[key] for key in ("temps", "fin", "alertes", "courses")}


def test_the_page_scores_and_checksums_as_the_table_says(page, server):
    go(page, server)
    for entry in CASES["scores"]:
        found = page.evaluate(
            "(entry) => ArchipelCalculs.score(entry.questions, entry.seuils)", entry)
        assert {key: found[key] for key in entry["attendu"]} == entry["attendu"], entry["nom"]
    for text, digits in CASES["sommes"]:
        assert page.evaluate("(t) => ArchipelCalculs.somme(new TextEncoder().encode(t))", text) == digits


def test_a_sheet_and_the_page_tell_the_same_figures(page, server):
    """Each ready sequence, opened in the composer, has the times and quantities of its own page."""
    page.goto(address_of(server, ("parcours/", None)))
    paths = ["explorer", "decider", "trouver-des-idees", "tester", "clore-un-projet", "accueillir"]
    for path in paths:
        page.goto("about:blank")
        page.goto(address_of(server, (f"parcours/{path}/", None)))
        starts = page.locator(".horaire-temps strong").all_inner_texts()[:-1]
        things = page.locator(".courses tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [row.cells[0].textContent, row.cells[1].textContent])")
        assert len(starts) >= 7 and things
        drawn = page.evaluate(DRAWN)
        assert "Énergie" in drawn["legend"]
        page.locator(".outil-actions .bouton").click()
        page.wait_for_function("() => window.ArchipelComposeur")
        plain = lambda texts: [text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts]
        assert plain(times(page)) == plain(starts), path
        found = page.locator("[data-courses] tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [row.cells[0].textContent, row.cells[1].textContent])")
        assert [plain(row) for row in found] == [plain(row) for row in things], path
        assert page.evaluate(DRAWN) == drawn, path
        assert page.locator("[data-etat]").inner_text() == ""


# Composing -------------------------------------------------------------------------------------


def test_a_half_day_keeps_lunch_at_its_time(page, base):
    half_day(page, base)
    starts = times(page)
    assert starts[0] == "9 h" and starts[-1] == "12 h 30"
    clock = 540
    for place, start in enumerate(starts[:-1]):
        hours, _, rest = start.partition(" h")
        assert int(hours) * 60 + int(rest or 0) == clock
        clock += minutes(page, place)
    free = 750 - clock
    words = f"{free // 60} h {free % 60:02}" if free > 60 else f"{free} min"
    assert words in page.locator(".bloc").last.inner_text()
    assert "Fin à 13 h 30, 4 h 30 en tout" in page.locator("[data-fin]").inner_text()


def test_the_address_holds_it_whole(page, base):
    half_day(page, base)
    starts, things = times(page), page.locator("[data-courses]").inner_text()
    fragment = page.url[page.url.index("#"):]
    go(page, base, fragment)
    assert times(page) == starts
    assert page.locator("[data-courses]").inner_text() == things
    assert page.locator("[name=titre]").input_value() == "Demi-journée, « essai »"


def test_blocks_are_ordered_by_the_keyboard_alone(page, server):
    half_day(page, server)
    names = lambda: [bloc.get_attribute("aria-label").split(" : ")[1]
                     for bloc in page.locator('[data-geste="retirer"]').all()]
    before = names()
    page.locator('[data-geste="descendre"]').first.focus()
    press(page, "Enter")
    assert names()[:2] == [before[1], before[0]]
    assert page.evaluate("document.activeElement.dataset.geste") == "descendre"
    assert "place 2 sur 7" in page.locator("[data-etat]").inner_text()
    press(page, "Enter")
    assert names()[2] == before[0]
    press(page, "Alt+ArrowUp")
    press(page, "Alt+ArrowUp")
    assert names() == before
    press_until(page, lambda focus: page.evaluate("document.activeElement.dataset.geste") == "retirer", most=5)
    press(page, "Enter")
    assert len(names()) == 6
    page.locator("[data-annuler]").press("Enter")
    assert names() == before


def test_blocks_are_ordered_by_a_finger(browser, server):
    with open_context(browser, has_touch=True, viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        half_day(page, server)
        first = page.locator(".bloc").first
        first.scroll_into_view_if_needed()
        handle = first.locator(".poignee").bounding_box()
        target = page.locator(".bloc").nth(1).bounding_box()
        client = context.new_cdp_session(page)
        point = lambda y: [{"x": handle["x"] + 8, "y": y}]
        client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": point(handle["y"] + 8)})
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": point(target["y"] + 20)})
        client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(page.locator(".bloc").nth(1).locator('[data-geste="titre"]')).to_have_value("Accueil")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_methods_are_added_from_their_pages_to_one_sequence(fresh_context, base):
    page = fresh_context.new_page()
    page.goto(address_of(base, ("methodes/world-cafe/", None)))
    with fresh_context.expect_page() as opened:
        page.locator(".fiche-tete .ajouter").click()
    composer = opened.value
    composer.wait_for_selector(".bloc")
    expect(composer.locator("[data-etat]")).to_have_text("Ajouté : World Café.")
    page.goto(address_of(base, ("methodes/", None)))
    page.locator(".carte .ajouter:visible").first.click()
    expect(composer.locator(".bloc")).to_have_count(2)
    assert len(fresh_context.pages) == 2
    assert "#d1." in composer.url


def test_the_day_is_seen_at_a_glance(page, server):
    """Colour tells the phase, height how lively a block is; the list says both in words."""
    go(page, server)
    add(page, "World Café")
    add(page, "Billet de sortie")
    page.locator("[data-ajout=pause]").click()
    lively, calm, rest = page.evaluate(DRAWN)["bars"]
    assert int(rest[3]) < int(calm[3]) < int(lively[3])
    assert all(int(bar[2]) + int(bar[3]) in (999, 1000) for bar in (lively, calm, rest))
    assert "Exploration" in page.locator(".bande-legende").inner_text()
    expect(page.locator(".bloc").nth(0).locator(".bloc-nom .detail")).to_have_text("Exploration · Vive")


def test_warnings_say_what_does_not_fit(page, server):
    half_day(page, server)
    page.locator("[name=personnes]").fill("200")
    expect(page.locator(".blocs")).to_contain_text("200 personnes, la méthode est faite pour")
    page.locator("[name=fin]").fill("12:00")
    expect(page.locator("[data-alertes]")).to_contain_text("90 min après l’heure de fin")
    page.locator("[name=debut]").fill("23:00")
    expect(page.locator("[data-alertes]")).to_contain_text("passe minuit")
    page.locator("[name=animation]").fill("1")
    page.locator("[data-minutes]").first.fill("300")
    expect(page.locator(".blocs")).to_contain_text("il manque")


@pytest.mark.parametrize("people", ["0", "5000", "", "2.5"])
def test_a_group_that_cannot_be_has_no_total(page, server, people):
    half_day(page, server)
    page.locator("[name=personnes]").fill(people)
    expect(page.locator("[data-etat]")).to_contain_text("Corrigez « Personnes » : un nombre entier de 1 à 2000")
    expect(page.locator("[data-courses]")).to_be_hidden()
    assert page.locator("[data-fin]").inner_text() == ""
    page.locator("[name=personnes]").fill("24")
    expect(page.locator("[data-courses]")).to_be_visible()


# Bad addresses ---------------------------------------------------------------------------------

FORGE = """(value) => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const base = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `#d1.${ArchipelCalculs.somme(bytes)}.${base}`;
}"""
BLOCK = ["", "Bloc", 10, 10, -1, 0]


@pytest.mark.parametrize("spoil, says", [
    (lambda code: code[:-5], "coupée ou modifiée"),
    (lambda code: code[:-1] + ("A" if code[-1] != "A" else "B"), "coupée ou modifiée"),
    (lambda code: "#d0" + code[3:], "autre version"),
    (lambda code: code + "A" * 100 * len(code), "trop longue"),
    (lambda code: "#n’importe quoi", "coupée ou modifiée"),
])
def test_a_bad_address_is_told(page, server, spoil, says):
    half_day(page, server)
    code = page.url[page.url.index("#"):]
    go(page, server, spoil(code))
    expect(page.locator("[data-etat]")).to_contain_text(says)
    assert page.locator(".bloc").count() == 0


@pytest.mark.parametrize("value, says", [
    (["", 540, -1, 5000, 2, 5, 0, "", [BLOCK]], "nombres impossibles"),
    (["", 540, -1, 0, 2, 5, 0, "", [BLOCK]], "nombres impossibles"),
    (["", 540, -1, 12, 2, 5, 0, "", [["", "x", -3, 0, -1, 0]]], "nombres impossibles"),
    (["", 540, -1, 12, 2, 5, 0, "", [BLOCK] * 200], "plus de cent blocs"),
    ({"a": 1}, "nombres impossibles"),
    (["<img src=x onerror=alert(1)>", 540, -1, 12, 2, 5, 0, "", "x"], "nombres impossibles"),
])
def test_a_forged_address_is_told(page, server, value, says):
    go(page, server)
    code = page.evaluate(FORGE, value)
    go(page, server, code)
    expect(page.locator("[data-etat]")).to_contain_text(says)
    assert page.locator(".bloc").count() == 0


def test_a_method_that_is_gone_keeps_its_minutes_and_says_so(page, server):
    go(page, server)
    code = page.evaluate(FORGE, ["", 540, -1, 12, 2, 5, 0, "", [["methodes/partie", "Partie", 40, 20, -1, 0], BLOCK]])
    go(page, server, code)
    assert times(page) == ["9 h", "9 h 40"]
    expect(page.locator(".bloc").first).to_contain_text("n’est plus sur le site")


def test_what_an_address_holds_is_text(page, server):
    go(page, server)
    code = page.evaluate(FORGE, ["<b>x", 540, -1, 12, 2, 5, 0, "", [["", "<img src=x>", 10, 10, -1, 0]]])
    go(page, server, code)
    assert page.locator(".composeur img").count() == 0
    assert page.locator('[data-geste="titre"]').input_value() == "<img src=x>"


# What is kept ----------------------------------------------------------------------------------


def test_nothing_is_kept_before_the_reader_asks(fresh_context, server):
    asked = []
    fresh_context.on("request", lambda request: asked.append(request.url))
    page = fresh_context.new_page()
    half_day(page, server)
    size = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert page.evaluate(size) == 0
    page.locator("[data-garder]").check()
    assert page.evaluate(size) > 0
    starts = times(page)
    go(page, server)
    assert times(page) == starts
    page.locator("[data-garder]").uncheck()
    assert page.evaluate(size) == 0
    assert [address for address in asked if not address.startswith((server, "about:", "data:", "blob:"))] == []


# What goes out -----------------------------------------------------------------------------------


def download(page, button):
    with page.expect_download() as waiting:
        page.locator(f"[data-fichier={button}]").click()
    return waiting.value.path().read_bytes(), waiting.value.suggested_filename


def test_the_calendar_holds_every_block(page, base):
    half_day(page, base)
    page.locator("[data-jour]").fill("2027-03-09")
    data, name = download(page, "ics")
    assert name == "demi-journee-essai.ics"
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 7
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    last = events[-1]
    assert last.decoded("dtstart").isoformat() == "2027-03-09T12:30:00"
    assert last.decoded("dtend").isoformat() == "2027-03-09T13:30:00"
    assert len({str(event["uid"]) for event in events}) == 7


def test_the_table_is_read_by_spreadsheets(page, server):
    half_day(page, server)
    page.locator('[data-geste="titre"]').first.fill('=1+1;"x"')
    page.locator('[data-geste="titre"]').first.blur()
    data, _ = download(page, "csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 8 and all(len(row) == 5 for row in rows)
    assert rows[1][0] == "09:00" and rows[1][3] == "'=1+1;\"x\""
    assert rows[-1][:3] == ["12:30", "13:30", "60"]


def test_the_text_holds_times_and_quantities(page, server):
    half_day(page, server)
    text = download(page, "md")[0].decode()
    assert "| 12 h 30 | 60 | Repas |" in text
    assert "## La liste de courses, pour 24 personnes" in text


@pytest.mark.parametrize("what, holds, lacks", [
    ("animation", ["Vote pondéré", "La liste de courses"], ["Emporter"]),
    ("programme", ["Programme", "12 h 30"], ["La liste de courses", "min"]),
    ("courses", ["Gommettes"], ["12 h 30"]),
])
def test_paper_holds_what_was_asked(page, server, tmp_path, what, holds, lacks):
    half_day(page, server)
    page.evaluate("window.print = () => {}")
    page.locator(f"[data-imprimer={what}]").click()
    page.emulate_media(media="print")
    paper = print_page(page, tmp_path / f"{what}.pdf")
    assert paper.pages <= 2
    assert [text for text in holds if text not in paper.text] == []
    assert [text for text in lacks if text in paper.text] == []


def test_live_mode_follows_a_delay(browser, server):
    with open_context(browser, timezone_id="Europe/Paris") as context:
        page = context.new_page()
        page.clock.install(time="2027-03-09T08:03:00Z")
        half_day(page, server)
        page.locator("[data-animer]").click()
        direct = page.locator("[data-direct]")
        expect(direct).to_contain_text("Accueil")
        expect(direct).to_contain_text("Ensuite, à 9 h 18")
        page.clock.fast_forward("16:00")
        expect(direct).to_contain_text("Dépassement 1:00")
        direct.get_by_text("+5 min").click()
        expect(direct).to_contain_text("Reste 4:00")
        expect(direct).to_contain_text("Ensuite, à 9 h 23")
        page.clock.fast_forward("04:00")
        direct.get_by_text("Bloc suivant").click()
        expect(direct).to_contain_text("Rencontres express")
        for _ in range(6):
            direct.get_by_text("Bloc suivant").click()
        expect(direct).to_contain_text("C’est fini")
        direct.get_by_text("Quitter").click()
        expect(direct).to_be_hidden()


# Readers and machines ----------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["empty", "full", "wrong", "live"])
def test_axe_finds_nothing(page, dark_page, server, state):
    for each in (page, dark_page):
        go(each, server)
        if state != "empty":
            half_day(each, server)
        if state == "wrong":
            each.locator("[name=personnes]").fill("0")
        if state == "live":
            each.locator("[data-animer]").click()
    assert violations_at([320, 1280], page, dark_page) == {}
    for each in (page, dark_page):
        each.set_viewport_size({"width": 320, "height": 800})
        assert each.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_a_way_out_is_told(plain_page, server):
    plain_page.goto(address_of(server, (COMPOSER, None)))
    assert "besoin de JavaScript" in plain_page.locator("main").inner_text()
    plain_page.goto(address_of(server, ("parcours/explorer/", None)))
    assert plain_page.locator(".horaire").count() == 9


def test_scripts_are_light(figures):
    for name in ("outils", "calculs", "questionnaire", "composeur", "composeur-sorties"):
        script = (REPOSITORY / f"themes/ti/assets/{name}.js").read_bytes()
        weight = len(gzip.compress(script, 9))
        figures.append(f"{name}.js: {weight / 1000:.1f} kB gzip")
        assert weight <= 15_000
        assert not re.search(rb"\beval\b|innerHTML|https?://(?!www\.w3\.org)", script)
