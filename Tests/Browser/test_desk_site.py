"""The site's own matters at the desk: its name, menus, colours and logo, its lists of terms, its trash."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from desks import desk, png
from patience import wait_until
from test_accessibility import violations_at
from test_desk import added, field, row, tab_to, typed
from test_desk_requests import SHEET, make_lab
from visits import open_context

WIDTHS = [768, 1440]
CONFIGURATION = "archipel.yaml"
PHASES = "content/_vocabularies/phases.yaml"
LETTERS = "content/_vocabularies/lettres.yaml"
FIRST, SECOND = "  - id: a\n    libelle: Alpha\n", "  - id: b\n    libelle: Bêta\n"
SITE = """\
# Le site du lab.
title: 'Lab' # court
lang: fr
theme: ti
menu:
  # Ce que l’on vient chercher.
  - label: Méthodes
    page: methodes
  - label: { fr: "Le web", en: The web }
    url: https://exemple.fr
page_size: 12
"""


@pytest.fixture(scope="module")
def lab(program, tmp_path_factory):
    with desk(program, make_lab(tmp_path_factory.mktemp("lab"))) as started:
        started.enter()
        yield started


@pytest.fixture
def site(lab):
    """The files that declare the site, which a test may change."""
    (lab.source / CONFIGURATION).write_text(SITE, encoding="utf-8")
    before = {path: lab.read(path) for path in [CONFIGURATION, PHASES, SHEET]}
    yield lab
    for path, data in before.items():
        (lab.source / path).write_bytes(data)


@pytest.fixture
def letters(site):
    """A list of two terms whose ids are not made from their names; what writes others in their place."""
    def write(*terms):
        (site.source / LETTERS).write_text("libelle: Lettres\ntermes:\n" + "".join(terms), encoding="utf-8")

    write(FIRST, SECOND)
    yield write
    (site.source / LETTERS).unlink()


@pytest.fixture
def writer(browser, site):
    with open_context(browser, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        site.open(page)
        yield page


def written(lab, path=CONFIGURATION):
    return lab.read(path).decode()


def saved(page):
    expect(page.locator("#etat")).to_contain_text(re.compile("enregistré$", re.IGNORECASE))


def save(page):
    page.keyboard.press("Control+s")
    saved(page)


def moved_to_site(page):
    """Goes to the page of the site by keyboard, from wherever the desk is."""
    page.evaluate("document.activeElement.blur()")
    tab_to(page, 'a[href="./?site"]')
    page.keyboard.press("Enter")
    page.wait_for_selector(".cartes")


def test_the_site_is_named_and_its_menu_made_by_keyboard_alone(site, writer):
    page = writer
    moved_to_site(page)
    tab_to(page, '.cartes a[href$="#identity"]')
    page.keyboard.press("Enter")
    page.wait_for_selector(".formulaire")
    expect(field(page, "title").locator("textarea")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Lab de l’Ouest")
    typed(page, '[data-cle="tagline"] textarea', "Essayer ensemble : c’est ici")
    typed(page, '[data-cle="base_url"] input', "lab.exemple.fr")
    expect(field(page, "base_url").locator(".message.error")).to_contain_text("https://")
    page.keyboard.press("Control+a")
    page.keyboard.type("https://lab.exemple.fr/")
    expect(field(page, "base_url").locator(".message")).to_have_count(0)

    added(page, "menu")
    typed(page, row(page, "menu", 3, "label"), "Le café")
    typed(page, row(page, "menu", 3, "page"), "world")
    expect(field(page, "menu").locator('li:nth-child(3) [role="option"]').first).to_contain_text("World Café")
    page.keyboard.press("Enter")
    for place in [2, 1]:
        page.keyboard.press("Alt+ArrowUp")
        expect(page.locator("#annonce")).to_contain_text(f"Rang {place} sur 3")
    save(page)
    assert written(site) == SITE.replace("'Lab'", "'Lab de l’Ouest'").replace(
        " # court\n", " # court\ntagline: \"Essayer ensemble : c’est ici\"\n").replace(
        "lang: fr\n", "lang: fr\nbase_url: https://lab.exemple.fr/\n").replace(
        "chercher.\n", "chercher.\n  - label: \"Le café\"\n    page: methodes/world-cafe\n")
    view = page.frame_locator("#vue")
    expect(view.get_by_role("link", name="Le café").first).to_be_attached()
    expect(view.get_by_text("Essayer ensemble").first).to_be_attached()


def test_usual_licences_are_offered_by_their_names_and_others_are_taken(site, writer):
    page = writer
    page.get_by_role("link", name="Le site", exact=True).click()
    page.get_by_role("link", name="Nom, adresse et licence").click()
    licence = field(page, "licence")
    expect(licence.locator("option")).not_to_have_count(0)
    offered = licence.locator("option").evaluate_all("(all) => all.map(({ value, label }) => [value, label])")
    assert ["etalab-2.0", "Licence Ouverte 2.0"] in offered and len(offered) > 5
    control = licence.get_by_role("combobox")
    control.fill("libre")
    expect(licence.locator(".message.error")).to_be_visible()
    control.fill("MIT")
    expect(licence.locator(".message")).to_have_count(0)
    save(page)
    assert "\nlicence: MIT\n" in written(site)


def test_colours_and_a_logo_are_chosen_by_pointer_and_undone(site, writer):
    page = writer
    page.get_by_role("link", name="Le site", exact=True).click()
    page.get_by_role("link", name="Couleurs, logo et images").click()
    main = field(page, "main")
    main.get_by_label("Le jour", exact=True).fill("#ffee88")
    expect(main.locator(".message").first).to_contain_text("contraste")
    sample = main.get_by_label("Le jour : choisir la couleur")
    sample.evaluate("(one) => { one.value = '#0b4257'; one.dispatchEvent(new Event('input')); }")
    expect(main.locator(".message")).to_have_count(0)
    main.get_by_label("La nuit", exact=True).fill("#8ad")
    transfer = page.evaluate_handle(
        """(bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "Notre logo.png", { type: "image/png" }));
          return data;
        }""", list(png(64, 64)))
    field(page, "logo").locator(".depot").dispatch_event("drop", {"dataTransfer": transfer})
    expect(field(page, "logo").locator("img")).to_be_visible()
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    saved(page)
    assert "colors:\n  main:\n    day: \"#0b4257\"\n    night: \"#8ad\"\n" in written(site)
    assert "logo: notre-logo.png\n" in written(site)
    assert site.read("content/notre-logo.png") == png(64, 64)
    page.get_by_role("button", name="Ôter Menu principal, rang 1").click()
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    saved(page)
    assert "Méthodes" not in written(site)
    for expected in ["Méthodes", SITE]:
        page.get_by_text("Plus", exact=True).click()
        page.get_by_role("button", name="Annuler le dernier enregistrement").click()
        # What is announced is said of the time before too.
        wait_until(lambda: expected in written(site))
    assert written(site) == SITE


def test_a_term_is_added_renamed_and_kept_while_sheets_have_it(site, writer):
    page = writer
    before = written(site, PHASES)
    moved_to_site(page)
    tab_to(page, f'a[href$="{PHASES.replace("/", "%2F")}"]')
    page.keyboard.press("Enter")
    page.wait_for_selector(".formulaire")
    count = field(page, "termes").locator("> div > ol > li").count()
    added(page, "termes")
    typed(page, row(page, "termes", count + 1, "libelle"), "Prendre soin")
    save(page)
    assert written(site, PHASES) == before + (
        "  - id: prendre-soin\n    libelle: \"Prendre soin\"\n")

    name = field(page, "termes").locator("li").nth(1).locator('[data-cle="libelle"] textarea').first
    assert name.input_value() == "Idéation"
    name.fill("Trouver")
    save(page)
    assert "- id: ideation\n    libelle: { fr: Trouver, en: Ideation }" in written(site, PHASES)
    assert "synonymes: [créativité, Idéation]" in written(site, PHASES)

    page.get_by_role("button", name="Ôter Termes, rang 1", exact=True).click()
    said = field(page, "termes").locator("> .messages .message.error")
    expect(said).to_contain_text("« World Café »")
    kept = written(site, PHASES)
    page.keyboard.press("Control+s")
    expect(page.locator("#annonce")).to_contain_text("« World Café »")
    assert written(site, PHASES) == kept


def test_both_versions_of_the_configuration_are_shown_and_none_is_lost(site, writer):
    page = writer
    site.open(page, CONFIGURATION)
    theirs = SITE.replace("page_size: 12", "page_size: 24").encode()
    (site.source / CONFIGURATION).write_bytes(theirs)
    field(page, "title").locator("textarea").fill("Le mien")
    page.keyboard.press("Control+s")
    box = page.get_by_role("dialog")
    expect(box).to_contain_text("Le mien")
    assert site.read(CONFIGURATION) == theirs
    assert violations_at(WIDTHS, page) == {}
    box.get_by_role("button", name="Enregistrer la mienne").click()
    saved(page)
    assert "Le mien" in written(site) and "page_size: 24" in written(site)
    kept = list((site.source / ".corbeille").glob(f"*/{CONFIGURATION}"))
    assert theirs in [file.read_bytes() for file in kept]


def term(page, place):
    """A row of the terms of a list, with all that it folds."""
    found = field(page, "termes").locator("> div > ol > li").nth(place - 1)
    found.locator("details").evaluate_all("(all) => { for (const one of all) one.open = true; }")
    return found


def define(page, place, text):
    term(page, place).locator('[data-cle="definition"] textarea').fill(text)


def defined(term, text):
    return f'{term}    definition: "{text}"\n'


def test_terms_keep_their_ids_over_a_file_that_was_put_in_another_order(site, letters, writer):
    page = writer
    site.open(page, LETTERS)
    define(page, 1, "La première")
    letters(SECOND, FIRST)
    page.keyboard.press("Control+s")
    page.get_by_role("dialog").get_by_role("button", name="Enregistrer la mienne").click()
    saved(page)
    text = written(site, LETTERS)
    assert defined(FIRST, "La première") in text and SECOND in text and text.count("- id:") == 2
    # What is undone is what was written over: the file of somebody else.
    page.get_by_text("Plus", exact=True).click()
    page.get_by_role("button", name="Annuler le dernier enregistrement").click()
    wait_until(lambda: written(site, LETTERS).endswith(SECOND + FIRST))


def test_terms_keep_their_ids_over_a_file_where_one_was_renamed_or_removed(site, letters, writer):
    page = writer
    renamed = "  - id: b\n    libelle: Gamma\n    synonymes: [Bêta]\n"
    for theirs, expected in [([renamed, FIRST], ["a", "b"]), ([FIRST], ["a"])]:
        letters(FIRST, SECOND)
        site.open(page, LETTERS)
        define(page, 1, "La première")
        letters(*theirs)
        page.keyboard.press("Control+s")
        page.get_by_role("dialog").get_by_role("button", name="Enregistrer la mienne").click()
        saved(page)
        text = written(site, LETTERS)
        assert defined(FIRST, "La première") in text
        assert set(expected) <= set(re.findall(r"- id: (\S+)", text)) and text.count("- id:") == 2


def test_a_second_conflict_starts_from_the_file_of_the_first(site, letters, writer):
    page = writer
    site.open(page, LETTERS)
    define(page, 1, "La première")
    third = "  - id: c\n    libelle: Gamma\n"
    letters(SECOND, FIRST)
    page.keyboard.press("Control+s")
    mine = page.get_by_role("dialog").get_by_role("button", name="Enregistrer la mienne")
    expect(mine).to_be_visible()
    letters(third, SECOND, FIRST)
    mine.click()
    expect(page.get_by_role("dialog")).to_contain_text("Gamma")
    mine.click()
    saved(page)
    text = written(site, LETTERS)
    assert defined(FIRST, "La première") in text and SECOND in text and text.count("- id:") == 2


@pytest.mark.parametrize("is_told", [True, False])
def test_what_was_typed_is_put_over_a_file_in_another_order(site, letters, writer, is_told):
    page = writer
    site.open(page, LETTERS)
    define(page, 1, "La première")
    expect(page.locator("#etat")).to_contain_text("à enregistrer")
    page.on("dialog", lambda dialog: dialog.accept())
    letters(SECOND, FIRST)
    if not is_told:
        # As it was kept by a program that did not keep what the file had.
        page.evaluate("""(path) => {
          const { from, ...kept } = Bureau.memory.recall(path);
          Bureau.memory.keep(path, kept);
        }""", LETTERS)
    site.open(page, LETTERS)
    page.get_by_role("button", name="Reprendre ma saisie").click()
    save(page)
    text = written(site, LETTERS)
    assert defined(FIRST, "La première") in text and SECOND in text and text.count("- id:") == 2


def test_terms_keep_their_ids_when_one_writes_while_they_are_being_saved(site, letters, writer):
    page = writer
    site.open(page, LETTERS)
    added(page, "termes")
    typed(page, row(page, "termes", 3, "libelle"), "Gamma")
    page.get_by_role("button", name="Ôter Termes, rang 1", exact=True).click()
    term(page, 1).locator('[data-cle="libelle"] textarea').fill("Bêta renommé")
    held = []
    page.route("**/enregistrer", lambda route: route.continue_() if held else held.append(route))
    page.keyboard.press("Control+s")
    wait_until(lambda: page.wait_for_timeout(20) or held)
    define(page, 1, "La deuxième")
    define(page, 2, "La troisième")
    held[0].continue_()
    wait_until(lambda: page.wait_for_timeout(20) or "Gamma" in written(site, LETTERS))
    expect(page.locator("#annonce")).to_contain_text("Enregistré")
    expect(page.locator("#etat")).to_contain_text("à enregistrer")
    term(page, 2).locator('[data-cle="libelle"] textarea').fill("Delta")
    save(page)
    text = written(site, LETTERS)
    assert re.findall(r'- id: (\S+)\n    libelle: "?([^"\n]+)', text) == [("b", "Bêta renommé"), ("gamma", "Delta")]
    assert "La deuxième" in text and "La troisième" in text
    assert re.search(r"synonymes: .*Bêta", text) and re.search(r"synonymes: .*Gamma", text)


def test_a_conflict_says_fields_by_their_labels(site, letters, writer):
    page = writer
    site.open(page, LETTERS)
    define(page, 1, "La première")
    letters(SECOND, FIRST)
    page.keyboard.press("Control+s")
    box = page.get_by_role("dialog")
    expect(box.locator("pre")).to_have_count(2)
    mine, theirs = box.locator("pre").all_inner_texts()
    assert mine == "Nom : Alpha · Ce que le terme veut dire : La première\nNom : Bêta"
    assert theirs == "Nom : Bêta\nNom : Alpha"
    box.get_by_role("button", name="Annuler").click()
    site.open(page, PHASES)
    define(page, 1, "Chercher")
    (site.source / PHASES).write_bytes(site.read(PHASES) + b"# Relu.\n")
    page.keyboard.press("Control+s")
    expect(box).to_contain_text("Nom : Français : Exploration, Anglais : Exploration")


def test_a_text_in_another_language_has_a_name_of_its_own(site, letters, writer):
    page = writer
    letters("  - libelle: { fr: Un, br: Unan }\n    definition: { fr: Le premier, br: Kentañ }\n")
    site.open(page, LETTERS)
    for label, text in [("Nom", "Unan"), ("Ce que le terme veut dire", "Kentañ")]:
        control = term(page, 1).get_by_role("textbox", name=f"{label} (breton)", exact=True)
        expect(control).to_have_value(text)


def test_what_is_said_of_the_first_language_is_said_at_its_control(site, writer):
    page = writer
    site.open(page, PHASES)
    page.evaluate("""() => Bureau.messages.show([{ id: "essai", severity: "error", message: "rien de clair",
      path: ["termes", "0", "definition", "fr"] }])""")
    definition = field(page, "termes").locator("> div > ol > li").first.locator('[data-cle="definition"]')
    control = definition.locator("textarea").first
    expect(control).to_be_hidden()
    expect(control).to_have_attribute("aria-invalid", "true")
    said = control.evaluate("(one) => one.getAttribute('aria-describedby').split(' ')"
                            ".map((id) => document.getElementById(id).textContent).join(' ')")
    assert "Rien de clair." in said
    page.locator("#manque > summary").click()
    page.locator("#manque li button").click()
    expect(control).to_be_focused()


def test_a_file_of_the_site_is_no_sheet_in_what_is_said_of_it(program, browser, tmp_path):
    source = make_lab(tmp_path / "lab")
    (source / LETTERS).write_text("libelle: Lettres\ntermes: []\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=source, check=True)
    with desk(program, source) as lab, open_context(browser) as context:
        page = context.new_page()
        lab.open(page)
        page.goto(f"{lab.address}?site")
        expect(page.locator(".listes li", has_text="Lettres")).to_contain_text("aucun terme")
        lab.open(page, CONFIGURATION)
        page.get_by_text("Plus", exact=True).click()
        page.get_by_role("button", name="Historique…").click()
        box = page.get_by_role("dialog", name="Historique de ce fichier")
        expect(box).to_contain_text("Aucune version de ce fichier")
        box.get_by_role("button", name="Fermer").click()
        (source / CONFIGURATION).write_text("title: Autre\n", encoding="utf-8")
        lab.open(page, LETTERS)
        (source / LETTERS).unlink()
        field(page, "libelle").locator("textarea").fill("Signes")
        page.keyboard.press("Control+s")
        expect(page.get_by_role("dialog")).to_contain_text("retrouver ce fichier")


def test_a_broken_configuration_is_mended_in_its_source(site, writer):
    page = writer
    (site.source / CONFIGURATION).write_text("title: Lab\nmenu: [a\nlang: fr\n", encoding="utf-8")
    site.open(page, CONFIGURATION)
    expect(page.locator(".message.error").first).to_contain_text("faute")
    page.get_by_role("button", name="Y aller").first.click()
    assert violations_at(WIDTHS, page) == {}
    page.locator("#texte-source").fill(SITE)
    page.keyboard.press("Control+s")
    saved(page)
    page.locator(".plus > summary").click()
    page.get_by_role("button", name="Revenir au formulaire").click()
    expect(field(page, "title").locator("textarea")).to_have_value("Lab")
    # What the form does not show is named, and its source is one step away.
    expect(page.locator(".autres")).to_contain_text("theme")
    page.locator(".autres").get_by_role("button", name="Modifier la source").click()
    expect(page.locator("#texte-source")).to_have_value(SITE.strip())


def test_the_form_has_the_languages_that_were_just_saved(site, writer):
    page = writer
    site.open(page, CONFIGURATION)
    others = field(page, "tagline").locator(".langues > summary")
    own = field(page, "lang").locator("textarea")
    expect(own).to_be_visible()
    expect(others).to_have_count(0)
    page.locator(".autres").get_by_role("button", name="Modifier la source").click()
    page.locator("#texte-source").fill(SITE + "languages: [br]\n")
    save(page)
    page.locator(".plus > summary").click()
    page.get_by_role("button", name="Revenir au formulaire").click()
    expect(others).to_contain_text("breton")
    # The form that is open is drawn again, and the writer stays where they were.
    own.fill("br")
    save(page)
    expect(others).to_have_count(0)
    expect(own).to_be_focused()
    assert "\nlang: br\n" in written(site)


def test_a_site_without_a_configuration_gets_one(program, browser, tmp_path):
    source = make_lab(tmp_path / "lab")
    (source / CONFIGURATION).unlink()
    with desk(program, source) as lab, open_context(browser) as context:
        page = context.new_page()
        lab.open(page)
        lab.open(page, CONFIGURATION)
        field(page, "title").locator("textarea").fill("Tout neuf")
        page.keyboard.press("Control+s")
        saved(page)
        assert written(lab) == "title: Tout neuf\n"


def test_a_hostile_configuration_runs_nothing(site, writer):
    page = writer
    hostile = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    lines = [f"title: '{hostile}'", f"tagline: '{hostile}'", f"publisher: '{hostile}'", f"logo: '{hostile}'",
             f"base_url: 'javascript:{hostile}'", f"lang: '{hostile}'", f"licence: '{hostile}'", f"'{hostile}': 1",
             f"menu: [{{ label: '{hostile}', page: '{hostile}' }}, {{ label: X, url: 'javascript:window.hacked=1' }}]",
             f"colors: {{ main: '{hostile}' }}", f"contacts: ['{hostile}']"]
    (site.source / CONFIGURATION).write_text("\n".join(lines) + "\n", encoding="utf-8")
    vocabulary = f"libelle: '{hostile}'\ntermes:\n  - libelle: '{hostile}'\n    definition: '{hostile}'\n    page: '{hostile}'\n"
    (site.source / PHASES).write_text(vocabulary, encoding="utf-8")
    for path in [CONFIGURATION, PHASES]:
        site.open(page, path)
        page.wait_for_timeout(500)
        assert page.evaluate("window.hacked") is None
        assert all(frame.evaluate("window.hacked") is None for frame in page.frames)
    page.goto(f"{site.address}?site")
    page.wait_for_selector(".cartes")
    assert page.evaluate("window.hacked") is None
    site.open(page, CONFIGURATION)
    expect(field(page, "title").locator("textarea")).to_have_value(hostile)


def test_a_deleted_sheet_comes_back_after_the_page_was_loaded_again(site, writer):
    page = writer
    before = site.read(SHEET)
    site.open(page, SHEET)
    page.locator(".plus > summary").click()
    page.get_by_role("button", name="Supprimer…").click()
    page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()
    expect(page.locator("#avis")).to_contain_text("corbeille")
    assert not (site.source / SHEET).exists()
    for address in ["", "?site"]:
        page.goto(site.address + address)
        expect(page.locator("#corbeille li")).to_contain_text("World Café")
        assert violations_at(WIDTHS, page) == {}
    page.get_by_role("button", name="La remettre : World Café").press("Enter")
    expect(field(page, "title").locator("textarea")).to_have_value("World Café")
    assert site.read(SHEET) == before
    page.goto(site.address)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#corbeille")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(site, browser, scheme):
    with open_context(browser, color_scheme=scheme) as context:
        page = context.new_page()
        site.open(page)
        page.goto(f"{site.address}?site")
        page.wait_for_selector(".cartes")
        found = {"site": violations_at(WIDTHS, page)}
        site.open(page, CONFIGURATION)
        for details in page.locator(".formulaire details").all():
            details.evaluate("(one) => { one.open = true; }")
        found["configuration"] = violations_at(WIDTHS, page)
        field(page, "base_url").locator("input").fill("nulle part")
        field(page, "main").get_by_label("Le jour", exact=True).fill("bleu")
        expect(field(page, "main").locator(".message.error").first).to_be_visible()
        found["errors"] = violations_at(WIDTHS, page)
        site.open(page, PHASES)
        for details in page.locator(".formulaire details").all():
            details.evaluate("(one) => { one.open = true; }")
        found["terms"] = violations_at(WIDTHS, page)
        assert found == {state: {} for state in found}


def test_a_narrow_window_shows_every_control_of_the_site(site, writer):
    for width in [400, 768]:
        writer.set_viewport_size({"width": width, "height": 900})
        for path in [CONFIGURATION, PHASES]:
            site.open(writer, path)
            assert writer.evaluate("document.documentElement.scrollWidth <= innerWidth")
            controls = writer.locator(".formulaire :is(input, textarea, select, button):visible")
            for box in [one.bounding_box() for one in controls.all()]:
                assert box["x"] >= 0 and box["x"] + box["width"] <= width
