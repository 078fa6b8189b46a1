"""The search page and the suggestions, over http and from a disk: what is typed, what the address
holds, what is said, and the way on when nothing is found or a file of the index is not what it was."""

import re
from urllib.parse import parse_qs, quote, urlparse

import pytest
from playwright.sync_api import expect

from servers import POLICY
from visits import address_of, visit, wait_for_answer, wait_for_suggestions

SEARCH = "recherche/"
ODD_QUERIES = {
    "ten thousand characters": "participation " * 714,
    "one word of ten thousand letters": "a" * 10_000,
    "only punctuation": "!?… « » ; : — ( ) [ ] * \\ / ' ’ \" -",
    "only stop words": "de la le les des",
    "emoji": "🙂🎉👩‍💻",
    "right to left": "مرحبا بالعالم",
    "mark-up": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a name of objects": "__proto__ constructor toString hasOwnProperty",
    "a quote without end": "\"forum ouvert",
    "a minus alone": "- -- -a -",
    "a regular expression": "(a+)+$ [z-a] \\u{",
    "control characters": "a\u0000b\u202e c\ufeff",
}


@pytest.fixture(params=["http", "file"])
def base(request, server, offline_site):
    return server if request.param == "http" else offline_site.as_uri() + "/"


@pytest.fixture
def said(page):
    """What the console says, and dialogs that a page should never open."""
    lines = []

    def hear(message):
        lines.append(message.text)

    page.on("console", hear)
    page.on("pageerror", hear)
    yield lines
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", hear)


def ask(page, base, query, **filters):
    values = "&".join(f"{name}={quote(value)}" for name, value in filters.items())
    visit(page, base, (SEARCH, f"q={quote(query)}" + (f"&{values}" if values else "")))


def status(page):
    return page.locator("[data-statut]")


def results(page):
    return page.locator("[data-resultats] h2")


def state(page):
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def test_a_query_of_the_address_is_answered_and_counted(page, base, said):
    ask(page, base, "world cafe")
    assert page.locator("[data-recherche-page] input[name=q]").input_value() == "world cafe"
    expect(status(page)).to_have_role("status")
    assert re.match(r"\d+ résultats? pour « world cafe »", status(page).inner_text().replace("\u00a0", " "))
    assert results(page).first.inner_text() == "World Café"
    assert page.locator("[data-resultats] mark").first.inner_text() == "World"
    assert said == []


def test_typing_goes_to_the_address_and_the_back_button_leads_back(page, base):
    ask(page, base, "forum")
    field = page.locator("[data-recherche-page] input[name=q]")
    field.fill("personas")
    field.press("Enter")
    expect(results(page).first).to_have_text("Personas")
    assert state(page)["q"] == "personas"
    page.go_back()
    expect(results(page).first).to_have_text("Forum ouvert")
    assert field.input_value() == "forum"


def test_filters_narrow_the_results_and_live_in_the_address(page, base):
    ask(page, base, "atelier")
    before = status(page).inner_text()
    page.locator("[data-filtres] summary").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name=re.compile("Idéation"))
    box.focus()
    page.keyboard.press("Space")
    expect(status(page)).not_to_have_text(before)
    wait_for_answer(page)
    assert state(page)["phase"] == "ideation"
    kept = results(page).all_inner_texts()
    page.reload()
    expect(box).to_be_checked()
    expect(results(page)).to_have_text(kept)
    page.go_back()
    expect(status(page)).to_have_text(before)


@pytest.mark.parametrize("written", ["idéation", "ideation", "IDÉATION"])
def test_a_filter_is_read_however_it_is_written(page, base, written):
    ask(page, base, "", phase=written)
    count = re.search(r"\d+", status(page).inner_text())
    assert count and 0 < int(count[0]) < 100
    expect(page.get_by_role("checkbox", name=re.compile("Idéation"))).to_be_checked()


def test_a_range_keeps_what_fits_in_it(page, base):
    page.goto(address_of(base, (SEARCH, None)))
    every = page.evaluate("Archipel.search('', { filters: { type: 'methode' } }).then((found) => found.total)")
    short = page.evaluate(
        "Archipel.search('', { filters: { duree: { max: 30 } } }).then((found) => found.total)")
    assert 0 < short < every


def test_phrases_and_exclusions(page, base):
    ask(page, base, "forum ouvert")
    find = "(query) => Archipel.search(query).then(({ results }) => results.map(({ title }) => title))"
    assert "Forum ouvert" in page.evaluate(find, '"forum ouvert"')
    assert page.evaluate(find, '"ouvert forum"') == []
    assert "Forum ouvert" not in page.evaluate(find, "forum -ouvert")


def test_a_typing_error_is_said_and_what_was_typed_is_offered(page, base):
    ask(page, base, "wrold cafe")
    assert results(page).first.inner_text() == "World Café"
    assert "world cafe" in page.locator(".recherche-corrige").inner_text().lower()
    page.locator(".recherche-corrige button").click()
    expect(page.locator(".recherche-corrige")).to_have_count(0)


def test_nothing_found_says_so_and_offers_the_nearest_words_and_all_sheets(page, base):
    ask(page, base, "xfacilitationneuxz")
    assert "Aucun résultat" in status(page).inner_text()
    near = page.locator(".recherche-notes button").first
    expect(near).to_be_visible()
    everything = page.get_by_role("link", name="Voir toutes les fiches")
    assert "a-z/" in everything.get_attribute("href")
    near.click()
    expect(results(page).first).to_be_visible()


def test_the_words_are_marked_on_the_page_reached(page, base):
    ask(page, base, "petites tables")
    results(page).first.locator("a").click()
    expect(page.locator("main mark").first).to_be_visible()
    assert {text.lower() for text in page.locator("main mark").all_inner_texts()} & {"tables", "table"}


@pytest.mark.parametrize("name", ODD_QUERIES)
def test_an_odd_query_is_answered_or_said_to_find_nothing(page, base, said, name):
    ask(page, base, "forum")
    field = page.locator("[data-recherche-page] input[name=q]")
    field.fill(ODD_QUERIES[name])
    before = status(page).inner_text()
    field.press("Enter")
    expect(status(page)).not_to_have_text(before)
    wait_for_answer(page)
    everything = page.get_by_role("link", name="Voir toutes les fiches")
    assert bool(results(page).count()) != bool(everything.count())
    assert said == []
    assert page.locator("main script, main img[src=x]").count() == 0


def test_suggestions_open_and_close_by_the_keyboard(page, base):
    page.goto(address_of(base, ("a-propos/", None)))
    field = page.get_by_role("combobox")
    # A key alone does nothing: it may be a word said to the computer.
    page.keyboard.press("/")
    expect(field).not_to_be_focused()
    field.focus()
    page.keyboard.type("pers")
    options = page.get_by_role("option")
    wait_for_suggestions(page, "pers")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert page.locator("[role=option][aria-selected=true]").count() == 0
    expect(page.locator(".recherche-annonce")).to_contain_text("suggestion")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    assert field.input_value() == "pers"
    page.keyboard.press("Escape")
    assert field.input_value() == ""


def test_two_letters_suggest_nothing(page, base):
    page.goto(address_of(base, ("a-propos/", None)))
    page.get_by_role("combobox").focus()
    # The suggestions are there before a letter is typed, and wait for more than 120 ms of rest.
    page.locator(".recherche-annonce").wait_for(state="attached")
    page.keyboard.type("pe")
    page.wait_for_timeout(300)
    assert page.get_by_role("option").count() == 0


BROKEN = {
    "missing": {"status": 404, "body": "<!doctype html><h1>404</h1>", "content_type": "text/html"},
    "an error page": {"status": 200, "body": "<!doctype html><h1>Erreur</h1>", "content_type": "text/html"},
    "cut short": {"status": 200, "body": 'Archipel.index({"pages', "content_type": "text/javascript"},
    "empty": {"status": 200, "body": "", "content_type": "text/javascript"},
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("file", ["root.js", "[bf].*.js"])
def test_a_broken_file_of_the_index_gives_a_message_and_a_way_on(fresh_context, server, name, file):
    page = fresh_context.new_page()
    page.route(re.compile(f"recherche-index/{file}"), lambda route: route.fulfill(**BROKEN[name]))
    page.goto(server + SEARCH + "?q=forum")
    expect(status(page)).to_have_text("La recherche n’a pas pu se charger.")
    everything = page.get_by_role("link", name="Voir toutes les fiches")
    with page.expect_navigation():
        everything.click()
    assert page.locator("main a", has_text="Forum ouvert").count()


def test_a_search_that_failed_can_be_tried_again(fresh_context, server):
    page = fresh_context.new_page()
    shards = re.compile("recherche-index/.*")
    page.route(shards, lambda route: route.abort())
    page.goto(server + SEARCH + "?q=forum")
    expect(status(page)).to_have_text("La recherche n’a pas pu se charger.")
    page.unroute(shards)
    page.locator("[data-recherche-page] input[name=q]").press("Enter")
    expect(results(page).first).to_have_text("Forum ouvert")


def test_without_script_the_form_leads_to_the_alphabetical_list(plain_page, server):
    plain_page.goto(server)
    plain_page.locator("[data-recherche] input[name=q]").fill("forum")
    with plain_page.expect_navigation():
        plain_page.locator("[data-recherche] button").click()
    assert urlparse(plain_page.url).path == "/a-z/"
    assert plain_page.locator("main a", has_text="Forum ouvert").count()


def test_the_policy_of_the_site_forbids_nothing_that_the_search_does(fresh_context, server):
    page = fresh_context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(server + SEARCH + "?q=atelier&phase=ideation")
    assert answer.headers["content-security-policy"] == POLICY
    expect(results(page).first).to_be_visible()
    page.get_by_role("combobox").press_sequentially("carte")
    expect(page.get_by_role("option").first).to_be_visible()
    assert said == []


READ = {
    "12 personnes": [("groupe", "12 personnes")],
    "un atelier pour une douzaine de personnes": [("groupe", "une douzaine de personnes")],
    "10 à 15 participantes": [("groupe", "10 à 15 participantes")],
    "20 people": [("groupe", "20 people")],
    "décider en 30 minutes": [("duree", "30 minutes")],
    "1h30": [("duree", "1h30")],
    "world café à distance": [("format", "à distance")],
    "1 h 30 à distance": [("duree", "1 h 30"), ("format", "à distance")],
    "moins de 2 heures": [("duree", "moins de 2 heures")],
    "demi-journée": [("duree", "demi-journée")],
    "half a day": [("duree", "half a day")],
    "un quart d’heure en visio": [("duree", "un quart d'heure"), ("format", "en visio")],
    "EN PRESENTIEL": [("format", "en presentiel")],
    "brise-glace sans matériel": [("equipement", "sans matériel")],
    "SANS MATERIEL 30 minutes": [("duree", "30 minutes"), ("equipement", "sans materiel")],
    "icebreaker without equipment": [("equipement", "without equipment")],
    "2 h 12 personnes": [("duree", "2 h"), ("groupe", "12 personnes")],
    # What no type declares, and what is no number of these, stay words.
    "3 tables": [],
    "une personne qui parle": [],
    "le projet de 2015": [],
    "5 pourquoi": [],
    "le matériel de la salle": [],
    "« 12 personnes »": [],
    # A title is one, numbers included.
    "Sprint d’une journée": [],
    "Écrire une fiche en dix minutes": [],
}


@pytest.mark.parametrize("query", READ)
def test_numbers_and_formats_are_read_where_a_type_declares_them(page, base, query):
    page.goto(address_of(base, (SEARCH, None)))
    said = page.evaluate("(query) => Archipel.search(query).then(({ said }) => said)", query)
    assert sorted((one["name"], one["text"]) for one in said) == sorted(READ[query])


def test_what_was_read_is_a_chip_that_can_be_taken_off(page, base):
    ask(page, base, "briser la glace 100 personnes")
    chip = page.locator(".recherche-puce")
    expect(chip).to_have_accessible_name("Ne plus filtrer par « 100 personnes »")
    few = status(page).inner_text()
    assert results(page).count() > 0
    chip.click()
    expect(page.locator(".recherche-puce")).to_have_count(0)
    expect(status(page)).not_to_have_text(few)
    assert state(page)["mot"] == "100 personnes"
    page.reload()
    wait_for_answer(page)
    expect(page.locator(".recherche-puce")).to_have_count(0)
    page.go_back()
    expect(page.locator(".recherche-puce")).to_have_count(1)


@pytest.mark.parametrize("query", ["0 personnes", "999999 minutes", "-5 minutes"])
def test_a_number_that_nothing_answers_is_said_to_be_one(page, base, said, query):
    ask(page, base, query)
    expect(page.locator(".recherche-notes")).to_contain_text(f"Aucune fiche ne répond à « {query} »")
    assert results(page).count() == 0
    assert said == []


def test_a_number_that_nothing_answers_leaves_the_other_words_their_results(page, base):
    ask(page, base, "vote pour 999999 personnes")
    expect(page.locator(".recherche-notes")).to_contain_text("Aucune fiche ne répond à « 999999 personnes »")
    assert results(page).count() > 0


def test_an_exclusion_alone_says_that_a_word_is_missing(page, base):
    ask(page, base, "-5")
    expect(page.locator(".recherche-notes")).to_contain_text("« -5 » ne fait qu’exclure")


def test_results_show_how_long_for_how_many_and_where(page, base):
    ask(page, base, "world cafe")
    facts = page.locator("[data-resultats] li").first.locator(".recherche-fait")
    assert [text.replace("\u00a0", " ") for text in facts.all_inner_texts()] == [
        "1 h 30 – 2 h 30", "12 – 120 personnes", "Papier et feutres", "Présence"
    ]


@pytest.mark.parametrize("query", ["brise-glace sans matériel", "sans matériel 30 minutes", "sans matériel"])
def test_without_equipment_keeps_the_methods_that_need_none(page, base, query):
    ask(page, base, query)
    expect(page.locator(".recherche-puce", has_text="sans matériel")).to_have_count(1)
    facts = page.locator("[data-resultats] li").filter(has=page.locator("h2")).evaluate_all(
        "results => results.map(result => [...result.querySelectorAll('.recherche-fait')].map(one => one.innerText))")
    assert len(facts) >= 3 and all("Sans matériel" in one for one in facts)
    # Each fact is read whole, on a line of its own or beside others, on the narrowest screen.
    page.set_viewport_size({"width": 320, "height": 640})
    lines = page.locator(".recherche-fait")
    assert lines.evaluate_all("facts => facts.every(one => one.getBoundingClientRect().right <= innerWidth)")


def test_other_languages_come_under_their_own_heading(page, base):
    ask(page, base, "world cafe")
    groups = page.evaluate(
        """Archipel.search("world cafe", { limit: 50 }).then(({ results }) => results.map(({ isForeign }) => isForeign))"""
    )
    assert groups == sorted(groups) and True in groups and False in groups
    # They come last, past the first results when there are many.
    more = page.get_by_role("button", name="Plus de résultats")
    while not page.locator(".recherche-autres").count() and more.is_visible():
        shown = page.locator("[data-resultats] li").count()
        more.click()
        expect(page.locator("[data-resultats] li")).not_to_have_count(shown)
    expect(page.locator(".recherche-autres")).to_have_count(1)
    titles = page.locator("[data-resultats] li")
    first = page.locator("[data-resultats] li:has(.recherche-autres)").first
    assert first.locator("a").get_attribute("href").find("/en/") >= 0 or "/br/" in (
        first.locator("a").get_attribute("href"))
    assert titles.count() > 1


def test_an_empty_search_starts_from_what_people_come_for(page, base):
    page.goto(address_of(base, (SEARCH, None)))
    start = page.locator("[data-depart] a")
    expect(start.first).to_have_text(re.compile(r"Briser la glace \(\d+\)"))
    start.first.click()
    wait_for_answer(page)
    assert state(page)["but"] == "briser-la-glace"
    assert results(page).count() > 1
    expect(page.locator("[data-depart]")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("query", ["atelier", "12 personnes visio", "wrold cafe", "xyzzyqwv"])
def test_results_push_nothing_that_is_seen(browser, server, width, query):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true })""")
    visit(page, server, (SEARCH, f"q={quote(query)}"))
    assert page.evaluate("window.shift") <= 0.02
    page.close()


WORDS = {
    "A.D.E.M.E.": "ademe",
    "20 m²": "20 m2",
    "la 2ᵉ, Mᵐᵉ": "la 2e mme",
    "C# C++": "c# c++",
    "quelqu’un": "quelquun",
    "le mot 東京 ici": "le mot 東 京 ici",
}


@pytest.mark.parametrize("text", WORDS)
def test_the_page_cuts_words_as_the_index_does(page, base, text):
    page.goto(address_of(base, (SEARCH, None)))
    forms = page.evaluate(
        "(text) => { const seen = []; Archipel.parts(text, (form) => { seen.push(form); }); return seen; }", text)
    assert " ".join(forms) == WORDS[text]


@pytest.mark.parametrize("forgotten, written", [("quelqu un", "quelqu’un"), ("jusqu au bout", "jusqu’au bout")])
def test_an_apostrophe_that_is_left_out_costs_no_result(page, base, forgotten, written):
    page.goto(address_of(base, (SEARCH, None)))
    find = "(query) => Archipel.search(query).then(({ results }) => results.map(({ url }) => url))"
    found = page.evaluate(find, written)
    assert found and page.evaluate(find, forgotten) == found


@pytest.mark.parametrize("synonym, word", [("énergiseur", "briser la glace"), ("playmobil", "figurine")])
def test_synonyms_of_the_lab_find_what_its_sheets_say(page, base, synonym, word):
    page.goto(address_of(base, (SEARCH, None)))
    find = "(query) => Archipel.search(query).then(({ results }) => results.map(({ url }) => url))"
    assert set(page.evaluate(find, synonym)) & set(page.evaluate(find, word))
