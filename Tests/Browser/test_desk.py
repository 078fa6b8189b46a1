"""The desk, as people who know neither YAML nor Markdown use it: by keyboard alone, and by pointer."""

import re
import statistics

import pytest
from playwright.sync_api import expect

from desks import desk, png
from test_accessibility import violations_at
from test_desk_requests import SHEET, make_lab
from visits import open_context

WIDTHS = [768, 1440]


@pytest.fixture(scope="module")
def lab(program, tmp_path_factory):
    with desk(program, make_lab(tmp_path_factory.mktemp("lab"))) as started:
        started.enter()
        yield started


@pytest.fixture
def sheet(lab):
    """A sheet of its own for a test, as the lab has it."""
    original = lab.read(SHEET)
    yield SHEET
    (lab.source / SHEET).write_bytes(original)


@pytest.fixture
def writer(browser, lab):
    """A page of the desk in a browser that has kept nothing."""
    with open_context(browser, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        lab.open(page)
        yield page


def field(page, key):
    return page.locator(f'[data-cle="{key}"]').first


def tab_to(page, selector, most=120):
    """Presses Tab until the focus is where a selector says; gives how often."""
    for count in range(most):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return count
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {selector} by keyboard")


def typed(page, selector, text):
    tab_to(page, selector)
    page.keyboard.type(text)


def chosen(page, selector, value):
    tab_to(page, selector)
    for _ in range(40):
        if page.locator(selector).first.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} cannot be chosen by keyboard")


def ticked(page, key):
    tab_to(page, f'[data-cle="{key}"] input[type="checkbox"]')
    page.keyboard.press("Space")


def row(page, key, place, part=""):
    inner = f' [data-cle="{part}"]' if part else ""
    return f'[data-cle="{key}"] li:nth-child({place}){inner} :is(textarea, input)'


def unfolded(page, key):
    """Opens a field that is folded as long as it is empty."""
    tab_to(page, f'.facultatif:has(> [data-cle="{key}"]) > summary')
    page.keyboard.press("Enter")


def unfold_by_pointer(page, key):
    fold = page.locator(f'.facultatif:has(> [data-cle="{key}"])')
    if not fold.evaluate("(one) => one.open"):
        fold.locator("> summary").click()


def added(page, key):
    tab_to(page, f'[data-cle="{key}"] .ajouter')
    page.keyboard.press("Enter")


def saved(page):
    expect(page.locator("#etat")).to_contain_text("enregistrée")
    expect(page.locator("#etat")).not_to_have_class(re.compile("modifiee"))


def fill_step(page, place, title, minutes, words):
    typed(page, row(page, "etapes", place, "titre"), title)
    typed(page, row(page, "etapes", place, "minutes"), minutes)
    typed(page, row(page, "etapes", place, "consigne"), words)


def test_a_method_is_written_by_keyboard_alone(lab, writer, tmp_path):
    picture = tmp_path / "Les tables.png"
    picture.write_bytes(png(1200, 800))
    page = writer
    # A browser told to hand over its dialogs only when the key is pressed may open one before.
    page.on("filechooser", lambda chooser: None)
    chosen(page, ".nouvelle select", "methode")
    typed(page, ".nouvelle input", "Le cercle des voix")
    page.keyboard.press("Enter")
    page.wait_for_selector(".formulaire")
    expect(page.locator("#etat")).to_contain_text("Brouillon")
    # What is missing is a list, and nothing is red yet.
    expect(page.locator("#manque")).to_contain_text("Avant de publier")
    expect(page.locator("[aria-invalid]")).to_have_count(0)

    typed(page, '[data-cle="summary"] textarea', "Donner la parole à chaque personne.")
    typed(page, '[data-cle="intention"] textarea', "Entendre tout le monde.")
    added(page, "quand")
    typed(page, row(page, "quand", 1), "Un groupe où peu de personnes parlent.")
    for key in ["phase", "participation"]:
        ticked(page, key)
    typed(page, '[data-cle="duree"] [data-cle="min"] input', "1 heure environ")
    expect(field(page, "duree").locator('[data-cle="min"] .message.error')).to_be_visible()
    expect(field(page, "duree").locator(".message")).to_have_count(1)
    page.keyboard.press("Control+a")
    page.keyboard.type("45 min")
    expect(field(page, "duree").locator('[data-cle="min"] .message')).to_have_count(0)
    typed(page, '[data-cle="duree"] [data-cle="max"] input', "1 h")
    typed(page, '[data-cle="groupe"] [data-cle="min"] input', "4")
    typed(page, '[data-cle="groupe"] [data-cle="max"] input', "20")
    chosen(page, '[data-cle="difficulte"] select', "1")
    ticked(page, "format")
    for place, (title, minutes) in enumerate([("Le tour", "40"), ("L’accueil", "10")], start=1):
        added(page, "etapes")
        fill_step(page, place, title, minutes, "Chacune et chacun parle à son tour.")
    # The second step comes first.
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#annonce")).to_contain_text("Rang 1 sur 2")
    typed(page, ".corps textarea", "Un texte ")
    page.keyboard.press("Control+b")
    page.keyboard.type("important")

    unfolded(page, "materiel")
    for place, name in enumerate(["Chaises", "Bâton de parole"], start=1):
        added(page, "materiel")
        typed(page, row(page, "materiel", place, "nom"), name)
    unfolded(page, "image")
    tab_to(page, '[data-cle="image"] button')
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(picture)
    expect(field(page, "image").locator("input").first).to_have_value("les-tables.png")
    expect(field(page, "image").locator("img")).to_be_visible()
    unfolded(page, "image_alt")
    typed(page, '[data-cle="image_alt"] :is(textarea, input)', "Un cercle de chaises vides")

    unfolded(page, "voir_aussi")
    added(page, "voir_aussi")
    typed(page, '[data-cle="voir_aussi"] input', "forum")
    found = field(page, "voir_aussi").locator('[role="option"]')
    expect(found.first).to_contain_text("Forum ouvert")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    saved(page)
    expect(page.locator("#manque li")).to_have_text([])

    text = lab.read("content/methodes/le-cercle-des-voix.md").decode()
    assert text.index("L’accueil") < text.index("Le tour")
    for line in ["titre: \"Le cercle des voix\"", "minutes: 10", "statut: brouillon",
                 "nom: \"Bâton de parole\"", "les-tables.png", "Un cercle de chaises vides",
                 "methodes/forum-ouvert", "Un texte **important**"]:
        assert line in text, f"{line} is not in\n{text}"
    assert lab.read("content/methodes/les-tables.png") == picture.read_bytes()

    page.get_by_role("button", name="Publier", exact=True).press("Enter")
    expect(page.locator("#etat")).to_contain_text("Publiée")
    assert "brouillon" not in lab.read("content/methodes/le-cercle-des-voix.md").decode()
    frame = page.frame_locator("#vue")
    expect(frame.locator("h1")).to_have_text("Le cercle des voix")


def test_a_picture_is_dropped_and_a_relation_chosen_by_pointer(lab, writer, sheet):
    page = writer
    lab.open(page, sheet)
    transfer = page.evaluate_handle(
        """(bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "Plan de salle.png", { type: "image/png" }));
          return data;
        }""", list(png(40, 30)))
    unfold_by_pointer(page, "image")
    field(page, "image").locator(".depot").dispatch_event("drop", {"dataTransfer": transfer})
    expect(field(page, "image").locator("input").first).to_have_value("plan-de-salle.png")
    unfold_by_pointer(page, "voir_aussi")
    field(page, "voir_aussi").locator(".ajouter").click()
    search = field(page, "voir_aussi").locator("input:visible").last
    search.click()
    search.fill("tour de parole")
    field(page, "voir_aussi").locator('[role="option"]', has_text="inclusion").click()
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    saved(page)
    assert b"plan-de-salle.png" in lab.read(sheet)


def test_a_form_begins_with_what_is_required_and_folds_the_rest(lab, writer):
    lab.ask("creer", {"type": "methode", "title": "Une fiche pliée"})
    lab.open(writer, "content/methodes/une-fiche-pliee.md")
    assert writer.locator(":is(.more, .links) .facultatif[open]").count() == 0
    optional = writer.locator("details.more .facultatif > summary")
    assert optional.count() > 5 and all(one.is_visible() for one in optional.all())
    # The parts of the form are named at the top, each with how much it lacks.
    summary = writer.get_by_role("navigation", name="Sommaire de la fiche")
    expect(summary.get_by_role("button").first).to_contain_text("à compléter")
    summary.get_by_role("button", name="Liens avec d’autres fiches").click()
    expect(writer.locator("details.links > summary")).to_be_focused()
    head = writer.locator(".tete").bounding_box()
    assert writer.locator("details.links > summary").bounding_box()["y"] >= head["height"]
    # A row asks for what it needs, and has the rest when it is asked for.
    field(writer, "etapes").locator(".ajouter").click()
    step = field(writer, "etapes").locator("li").first
    expect(step.locator('[data-cle="consigne"]')).to_be_visible()
    expect(step.locator('[data-cle="notes"]')).to_be_hidden()
    step.locator(".precisions > summary").click()
    expect(step.locator('[data-cle="notes"]')).to_be_visible()


def test_what_a_sheet_holds_is_not_folded(lab, writer, sheet):
    lab.open(writer, sheet)
    fields = writer.evaluate("Object.keys(Bureau.fiche.state.sheet.values.fields)")
    folded = writer.locator(".facultatif:not([open]) > .champ").evaluate_all("(all) => all.map((one) => one.dataset.cle)")
    assert fields and set(fields).isdisjoint(folded)
    expect(field(writer, "etapes").locator('[data-cle="configuration"]').first).to_be_visible()


def test_the_page_of_a_new_sheet_and_of_a_new_address_is_shown(lab, writer):
    writer.locator(".nouvelle select").select_option("message")
    writer.locator(".nouvelle input").fill("Une page à suivre")
    writer.keyboard.press("Enter")
    title = writer.frame_locator("#vue").locator("h1")
    expect(title).to_have_text("Une page à suivre")
    writer.locator(".plus > summary").click()
    writer.get_by_role("button", name="Changer l’adresse…").click()
    writer.get_by_role("dialog").locator("input").fill("Une autre fin !")
    writer.keyboard.press("Enter")
    expect(writer.locator("#annonce")).to_contain_text("« une-autre-fin »")
    expect(writer.locator("#vue")).to_have_attribute("src", re.compile("/une-autre-fin/$"))
    expect(title).to_have_text("Une page à suivre")


def test_a_narrow_window_shows_the_form_or_the_page(lab, writer, sheet):
    writer.set_viewport_size({"width": 768, "height": 1000})
    lab.open(writer, sheet)
    view, form = writer.locator("#vue"), writer.locator(".formulaire")
    writer.set_viewport_size({"width": 1440, "height": 1000})
    writer.locator(".corps textarea").focus()
    writer.set_viewport_size({"width": 768, "height": 1000})
    expect(writer.locator(".corps textarea")).to_be_focused()
    expect(view).to_be_hidden()
    writer.get_by_role("button", name="Aperçu").click()
    expect(view).to_be_in_viewport(ratio=0.9)
    expect(form).to_be_hidden()
    writer.get_by_role("button", name="Texte", exact=True).click()
    expect(writer.locator(".corps textarea")).to_be_focused()
    expect(view).to_be_hidden()


def test_one_field_that_changes_changes_its_line_alone(lab, writer, sheet):
    before = lab.read(sheet).decode().splitlines()
    lab.open(writer, sheet)
    field(writer, "title").locator("textarea").fill("Café : « du monde »")
    writer.get_by_role("button", name="Enregistrer", exact=True).click()
    saved(writer)
    after = lab.read(sheet).decode().splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [('titre: "World Café"', 'titre: "Café : « du monde »"')]
    writer.locator(".plus > summary").click()
    writer.get_by_role("button", name="Annuler le dernier enregistrement").click()
    expect(writer.locator("#annonce")).to_contain_text("annulé")
    assert lab.read(sheet).decode().splitlines() == before
    expect(field(writer, "title").locator("textarea")).to_have_value("World Café")


def test_opening_and_saving_changes_nothing(lab, writer, sheet):
    before = lab.read(sheet)
    lab.open(writer, sheet)
    expect(writer.locator("#etat")).not_to_have_class(re.compile("modifiee"))
    writer.keyboard.press("Control+s")
    expect(writer.locator("#annonce")).to_contain_text("Enregistrée")
    assert lab.read(sheet) == before


def test_what_was_typed_is_offered_again_after_the_browser_was_closed(lab, browser, sheet, tmp_path):
    with open_context(browser) as context:
        page = context.new_page()
        lab.open(page, sheet)
        field(page, "title").locator("textarea").fill("Un titre en cours")
        expect(page.locator("#etat")).to_contain_text("à enregistrer")
        page.close()
        page = context.new_page()
        lab.open(page, sheet)
        expect(field(page, "title").locator("textarea")).to_have_value("World Café")
        page.get_by_role("button", name="Reprendre ma saisie").click()
        expect(field(page, "title").locator("textarea")).to_have_value("Un titre en cours")
        page.keyboard.press("Control+s")
        saved(page)
        assert "Un titre en cours" in lab.read(sheet).decode()


def test_going_back_and_forward_keeps_what_was_typed(lab, writer, sheet):
    lab.open(writer, sheet)
    field(writer, "title").locator("textarea").fill("Avant de partir")
    expect(writer.locator("#etat")).to_contain_text("à enregistrer")
    writer.on("dialog", lambda dialog: dialog.accept())
    writer.go_back()
    writer.wait_for_selector(".depart")
    writer.go_forward()
    writer.wait_for_selector(".formulaire")
    title = field(writer, "title").locator("textarea")
    if title.input_value() != "Avant de partir":
        writer.get_by_role("button", name="Reprendre ma saisie").click()
    expect(title).to_have_value("Avant de partir")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_versions_are_shown_and_none_is_lost(lab, writer, sheet, scheme):
    writer.emulate_media(color_scheme=scheme)
    lab.open(writer, sheet)
    theirs = lab.read(sheet).replace(b"Faire dialoguer", b"Faire parler")
    (lab.source / sheet).write_bytes(theirs)
    field(writer, "title").locator("textarea").fill("Le mien")
    writer.keyboard.press("Control+s")
    box = writer.get_by_role("dialog")
    expect(box).to_contain_text("Le mien")
    expect(box).to_contain_text("World Café")
    assert lab.read(sheet) == theirs
    assert violations_at(WIDTHS, writer) == {}
    box.get_by_role("button", name="Enregistrer la mienne").click()
    saved(writer)
    now = lab.read(sheet).decode()
    assert "Le mien" in now and "Faire parler" in now
    kept = list((lab.source / ".corbeille").glob(f"*/{sheet}"))
    assert theirs in [file.read_bytes() for file in kept]


def test_the_last_saves_are_undone_after_the_page_was_loaded_again(lab, writer, sheet):
    before = lab.read(sheet)
    lab.open(writer, sheet)
    for title in ["Premier titre", "Deuxième titre"]:
        field(writer, "title").locator("textarea").fill(title)
        writer.keyboard.press("Control+s")
        saved(writer)
    writer.reload()
    for expected in ["Premier titre", "World Café"]:
        writer.get_by_text("Plus", exact=True).click()
        writer.get_by_role("button", name="Annuler le dernier enregistrement").click()
        expect(field(writer, "title").locator("textarea")).to_have_value(expected)
    assert lab.read(sheet) == before
    writer.get_by_text("Plus", exact=True).click()
    expect(writer.get_by_role("button", name="Annuler le dernier enregistrement")).to_be_disabled()
    # What somebody else has written meanwhile is not undone.
    field(writer, "title").locator("textarea").fill("Troisième titre")
    writer.keyboard.press("Control+s")
    saved(writer)
    (lab.source / sheet).write_bytes(lab.read(sheet) + "Et ceci.\n".encode())
    writer.reload()
    writer.get_by_text("Plus", exact=True).click()
    expect(writer.get_by_role("button", name="Annuler le dernier enregistrement")).to_be_disabled()


def test_a_title_that_is_taken_leads_to_the_sheet_that_has_it(lab, writer):
    lab.open(writer)
    writer.get_by_label("Quelle sorte de fiche ?").select_option("methode")
    writer.get_by_role("textbox", name="Son titre").fill("World Café")
    writer.get_by_role("button", name="Commencer").click()
    writer.get_by_role("link", name="Ouvrir « World Café »").click()
    expect(field(writer, "title").locator("textarea")).to_have_value("World Café")


def test_a_file_that_has_gone_is_written_again_on_demand(lab, writer, sheet):
    lab.open(writer, sheet)
    (lab.source / sheet).unlink()
    field(writer, "title").locator("textarea").fill("Revenue")
    writer.keyboard.press("Control+s")
    writer.get_by_role("button", name="Recréer le fichier").click()
    saved(writer)
    assert "Revenue" in lab.read(sheet).decode()


def test_a_broken_front_matter_is_mended_in_its_source(lab, writer, sheet):
    (lab.source / sheet).write_text("---\ntitre: Un\nphase: [a\n---\nTexte\n", encoding="utf-8")
    lab.open(writer, sheet)
    expect(writer.locator(".message.error").first).to_be_visible()
    writer.get_by_role("button", name="Y aller").first.click()
    writer.locator("#texte-source").fill("---\ntitre: Un\n---\nTexte\n")
    writer.keyboard.press("Control+s")
    saved(writer)
    writer.locator(".plus > summary").click()
    writer.get_by_role("button", name="Revenir au formulaire").click()
    expect(field(writer, "title").locator("textarea")).to_have_value("Un")


def test_a_hostile_sheet_runs_nothing(lab, writer, sheet):
    hostile = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    text = lab.read(sheet).decode()
    text = re.sub(r"^(titre|resume|intention): .*$", rf"\1: '{hostile}'", text, flags=re.MULTILINE)
    (lab.source / sheet).write_text(f"{text}\n{hostile}\n\n[x](javascript:window.hacked=1)\n", encoding="utf-8")
    lab.open(writer, sheet)
    writer.wait_for_timeout(500)
    assert writer.evaluate("window.hacked") is None
    assert all(frame.evaluate("window.hacked") is None for frame in writer.frames)
    expect(field(writer, "title").locator("textarea")).to_have_value(hostile)


def test_a_script_of_a_theme_cannot_write(program, browser, tmp_path):
    """It runs in the pages of the preview, which are no part of the origin of the desk."""
    source = make_lab(tmp_path / "lab")
    with desk(program, source) as lab, open_context(browser) as context:
        page = context.new_page()
        lab.open(page)
        before = lab.read(SHEET)
        page.goto(f"{lab.server.address}methodes/world-cafe/")
        tried = page.evaluate(
            """async ([desk, path]) => {
              const tried = {};
              for (const [name, options] of Object.entries({
                plain: { method: "POST", credentials: "include", body: "{}" },
                json: { method: "POST", credentials: "include", body: JSON.stringify({ path }),
                  headers: { "Content-Type": "application/json" } },
                silent: { method: "POST", credentials: "include", mode: "no-cors", body: "{}" },
                read: { credentials: "include" },
              })) {
                try {
                  const answer = await fetch(desk + (name === "read" ? "" : "supprimer"), options);
                  tried[name] = answer.type === "opaque" ? "opaque" : await answer.text();
                } catch (error) { tried[name] = "refused"; }
              }
              tried.kept = localStorage.getItem("archipel-jeton");
              tried.cookie = document.cookie;
              return tried;
            }""", [lab.address, SHEET])
        assert set(tried.values()) <= {"refused", "opaque", None, ""}, tried
        assert lab.read(SHEET) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(lab, browser, sheet, scheme, tmp_path):
    with open_context(browser, color_scheme=scheme) as context:
        page = context.new_page()
        lab.open(page)
        found = {"home": violations_at(WIDTHS, page)}
        lab.ask("creer", {"type": "methode", "title": f"Vide {scheme}"})
        lab.open(page, f"content/methodes/vide-{scheme}.md")
        found["empty"] = violations_at(WIDTHS, page)
        lab.open(page, sheet)
        for details in page.locator(".formulaire details").all():
            details.evaluate("(one) => { one.open = true; }")
        page.locator(".plus > summary").click()
        found["saved"] = violations_at(WIDTHS, page)
        field(page, "title").locator("textarea").fill("")
        field(page, "difficulte").locator("select").evaluate("(one) => { one.value = ''; one.dispatchEvent(new Event('change')); }")
        field(page, "intention").locator("textarea").fill("x" * 400)
        expect(page.locator(".message.error").first).to_be_visible()
        found["errors"] = violations_at(WIDTHS, page)
        assert found == {state: {} for state in found}


def test_every_page_of_the_preview_leads_to_the_desk(lab, writer):
    writer.goto(f"{lab.server.address}methodes/world-cafe/")
    writer.get_by_role("link", name="Écrire").click()
    expect(field(writer, "title").locator("textarea")).to_have_value("World Café")
    writer.goto(f"{lab.server.address}methodes/world-cafe/")
    writer.get_by_role("link", name="Nouvelle fiche").click()
    expect(writer.get_by_role("heading", name="Nouvelle fiche")).to_be_visible()


def test_messages_come_as_one_types(lab, writer, sheet, figures):
    lab.open(writer, sheet)
    times = writer.evaluate(
        """async () => {
          const area = document.querySelector('[data-cle="intention"] textarea');
          const messages = area.closest('[data-cle]').querySelector('.messages');
          const times = [];
          for (let round = 0; round < 10; round += 1) {
            area.focus();
            const change = new Promise((resolve) => new MutationObserver((_, self) => {
              self.disconnect(); resolve(performance.now());
            }).observe(messages, { childList: true }));
            const start = performance.now();
            area.value = "x".repeat(round % 2 ? 20 : 400);
            area.dispatchEvent(new Event("input", { bubbles: true }));
            times.push(await change - start);
            await new Promise((resolve) => setTimeout(resolve, 300));
          }
          return times;
        }""")
    figures.append(f"desk: a keystroke to its message: {statistics.median(times):.0f} ms "
                   f"(at most {max(times):.0f} ms)")
    assert len(times) == 10
