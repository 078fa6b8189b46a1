"""The preview, as somebody who writes sees it: a browser on one side, an editor on the other."""

import json
import os
import re
import shlex
import shutil
import subprocess
import time

import pytest
from playwright.sync_api import expect

from patience import PATIENCE, wait_until
from previews import LONG, SHEET, make_source, preview, write
from published import REPOSITORY
from servers import free_port
from visits import wait_for_answer, wait_for_drawing


@pytest.fixture
def source(tmp_path):
    return make_source(tmp_path / "source")


def panel(page):
    return page.locator("section[role=alert]")


def mark(page):
    page.evaluate("window.mark = 1")


def is_marked(page):
    """Whether the page was not loaded anew."""
    return page.evaluate("window.mark") == 1


def test_an_open_page_follows_its_sheet_and_keeps_its_place(program, source, page):
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        page.evaluate("scrollTo(0, 900)")
        write(source, "accueil", "Bienvenue", LONG)
        expect(page.locator("h1")).to_have_text("Bienvenue")
        # Without its styles yet, the page is laid out otherwise.
        page.wait_for_load_state("load")
        page.wait_for_function("() => Math.abs(scrollY - 900) < 5")
        wait_for_drawing(page)
        assert abs(page.evaluate("scrollY") - 900) < 5


def test_what_is_open_and_what_has_the_focus_stay_so(program, source, page):
    sheet = "content/accueil.md"
    (source / "archipel.yaml").write_text("title: Essai\nhtml: allow\n", encoding="utf-8")
    body = '<details><summary>Un</summary>A</details>\n\n<details id="b"><summary>Deux</summary>B</details>\n'
    write(source, "accueil", "Accueil", body)
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        assert page.locator("#b").count() == 1, (source / sheet).read_text()
        page.locator("#b > summary").press("Enter")
        write(source, "accueil", "Bienvenue", body)
        expect(page.locator("h1")).to_have_text("Bienvenue")
        expect(page.locator("#b")).to_have_attribute("open", "")
        expect(page.locator("#b > summary")).to_be_focused()
        assert page.locator("main details[open]").count() == 1


RETOUCHES = {
    "a word": ("Un mot de plus.", True),
    "a paragraph": ("Un mot.\n\nUn paragraphe.", True),
    "no paragraph": ("", True),
    "a list, then a table": ("- un\n- *deux*\n\n| a | b |\n| - | - |\n| *c* | d |", True),
    "another link": ("- [un](https://exemple.org/a)\n- **deux**", True),
    "code and a quotation": ("> Dit `elle`.\n\n```\ncode\n```", True),
    # What the table of contents leads to, and what scripts may follow.
    "a heading": ("## Un titre", False),
    "another heading": ("## Un autre titre\n\nUn mot.", False),
    "a note": ("Un mot[^1].\n\n[^1]: Une note.", False),
}


def test_words_change_in_place_and_all_else_loads_the_page_anew(program, source, page):
    """What was retouched is what a page loaded anew would be."""
    write(source, "accueil", "Accueil", "Un mot.")
    with preview(program, source) as server:
        page.goto(server.address + "accueil/", wait_until="networkidle")
        for number, (name, (body, is_retouched)) in enumerate(RETOUCHES.items()):
            mark(page)
            write(source, "accueil", f"Accueil {number}", f"{body}\n\nFin {number}.")
            expect(page.locator("main")).to_contain_text(f"Fin {number}.")
            expect(page.locator("h1")).to_have_text(f"Accueil {number}")
            page.wait_for_load_state("networkidle")
            assert is_marked(page) == is_retouched, name
            # The button that a script offers is the one thing that scripts change there.
            shown = page.evaluate("""() => {
              document.querySelector("[data-imprimer]").hidden = true;
              return [document.title, document.querySelector("main").innerHTML];
            }""")
            assert shown == page.evaluate(
                """async () => {
                  const text = await (await fetch(location.href)).text();
                  const fresh = new DOMParser().parseFromString(text, "text/html");
                  return [fresh.title, fresh.querySelector("main").innerHTML];
                }"""), name


def test_what_a_script_has_changed_is_not_retouched(program, source, page):
    write(source, "accueil", "Accueil", "Un mot.")
    with preview(program, source) as server:
        page.goto(server.address + "accueil/", wait_until="networkidle")
        page.evaluate("document.querySelector('.texte p').append('!')")
        mark(page)
        write(source, "accueil", "Accueil", "Un autre mot.")
        expect(page.locator(".texte p").first).to_have_text("Un autre mot.")
        assert not is_marked(page)


def test_a_page_that_does_not_show_a_sheet_is_left_alone(program, source, page):
    with preview(program, source) as server:
        page.goto(server.address + "accueil/", wait_until="networkidle")
        mark(page)
        with server.rebuilt():
            write(source, "autre", "Autre", "Un autre texte.")
        # What is told of its own sheet comes later, and changes its words in place.
        write(source, "accueil", "Bienvenue", LONG)
        expect(page.locator("h1")).to_have_text("Bienvenue")
        assert is_marked(page)


def test_every_open_page_follows_its_own_sheet(program, source, fresh_context):
    for number in range(20):
        write(source, f"f{number}", f"Fiche {number}", "Rien.")
    with preview(program, source) as server:
        pages = [fresh_context.new_page() for _ in range(50)]
        for number, page in enumerate(pages):
            page.goto(server.address + f"f{number % 20}/", wait_until="commit")
        for page in pages:
            page.wait_for_load_state()
            mark(page)
        for number in (3, 4):
            write(source, f"f{number}", f"Fiche {number}", f"Nouvelle {number}.")
        for number in (3, 4):
            for page in pages[number::20]:
                expect(page.locator("main")).to_contain_text(f"Nouvelle {number}.")
        assert is_marked(pages[10]) and is_marked(pages[49])


def test_a_page_that_nobody_looks_at_follows_once_it_is_seen(program, source, page):
    with preview(program, source) as server:
        # The page of the test before may still be looking for a preview that was stopped.
        with page.expect_websocket(lambda line: f":{server.port}/" in line.url) as opened:
            page.goto(server.address + "accueil/")
        shown = page.locator("script[data-digest]").get_attribute("data-digest")
        hide = """(hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
        page.evaluate(hide, True)
        mark(page)
        with opened.value.expect_event(
                "framereceived", lambda news: json.loads(news)["digest"] != shown):
            write(source, "accueil", "Bienvenue", "Bonjour.")
        wait_for_drawing(page)
        assert is_marked(page) and page.locator("h1").inner_text() == "Accueil"
        page.evaluate(hide, False)
        expect(page.locator("h1")).to_have_text("Bienvenue")


EDITORS = {
    "in place": "cp new a.md",
    "vim, a backup": "cp -p a.md a.md~; cp new a.md; rm a.md~",
    "vim, a renamed backup": "mv a.md a.md~; cp new a.md; rm a.md~",
    "vim, slowly": "mv a.md a.md~; sleep 0.05; cp new a.md; rm a.md~",
    "sed -i": "sed -i 's/Avant/Après/' a.md",
    "an atomic save": "cp new .a.md.tmp; mv .a.md.tmp a.md",
    "an atomic save beside": "cp new a.md.tmp1234; mv a.md.tmp1234 a.md",
    "Emacs": "ln -s qui@ici.1234 .#a.md; cp new '#a.md#'; mv a.md a.md~; cp new a.md; rm .#a.md '#a.md#'",
}


STEPS = {
    "cp": lambda old, new: shutil.copyfile(old, new),
    "cp -p": lambda old, new: shutil.copy2(old, new),
    "mv": lambda old, new: old.rename(new),
    "rm": lambda *files: [file.unlink() for file in files],
    "ln -s": lambda target, link: link.symlink_to(target.name),
}


def save(folder, script):
    """Saves `a.md` as an editor does; gives how long it was gone, in seconds."""
    sheet, gone, longest = folder / "a.md", None, 0
    for line in script.split("; "):
        start = time.monotonic()
        command, options, words = re.fullmatch(r"(\w+)((?: -\w+)?) (.*)", line).groups()
        if command == "sleep":
            time.sleep(float(words))
        elif command == "sed":
            subprocess.run(shlex.split(line), cwd=folder, check=True)
        else:
            STEPS[command + options](*(folder / name for name in shlex.split(words)))
        if not sheet.exists():
            gone = gone or start
        elif gone:
            longest, gone = max(longest, time.monotonic() - gone), None
    return longest


@pytest.mark.parametrize("script", EDITORS.values(), ids=EDITORS)
def test_every_way_to_save_is_seen_and_no_page_is_missing_meanwhile(
        program, source, page, script):
    write(source, "a", "Avant", "Ici.")
    (source / "new").write_text(SHEET.format(title="Après", body="Ici."), encoding="utf-8")
    missing = []
    with preview(program, source) as server:
        page.goto(server.address + "a/")
        page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else 0)

        def is_saved_quickly():
            write(source, "a", "Avant", "Ici.")
            expect(page.locator("h1")).to_have_text("Avant")
            missing.clear()
            gone = save(source / "content", script.replace("new", "../new"))
            expect(page.locator("h1")).to_have_text("Après")
            server.settle()
            expect(page.locator("h1")).to_have_text("Après")
            assert panel(page).count() == 0
            # A file that is gone for more than 80 ms is gone: a machine that was held up tries again.
            return gone < 0.07

        wait_until(is_saved_quickly)
        assert missing == []


def test_a_new_folder_and_a_new_sheet_are_seen(program, source, page):
    with preview(program, source) as server:
        assert page.goto(server.address + "fiches/une/").status == 404
        (source / "content" / "fiches").mkdir()
        write(source, "fiches/une", "Une fiche", "Voilà.")
        expect(page.locator("h1")).to_have_text("Une fiche")


def test_a_folder_that_comes_with_its_sheets_goes_and_comes_back(program, source, page, tmp_path):
    deep = tmp_path / "fiches" / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "une.md").write_text(SHEET.format(title="Une fiche", body="Ici."), encoding="utf-8")
    (tmp_path / "fiches" / "deux.md").write_text("# Deux\n", encoding="utf-8")
    place = source / "content" / "fiches"
    with preview(program, source) as server:
        page.goto(server.address + "fiches/a/b/une/")
        for _ in range(2):
            (tmp_path / "fiches").rename(place)
            expect(page.locator("h1")).to_have_text("Une fiche")
            place.rename(tmp_path / "fiches")
            expect(page.locator("h1")).not_to_have_text("Une fiche")
        shutil.copytree(tmp_path / "fiches", place)
        expect(page.locator("h1")).to_have_text("Une fiche")
        write(source, "fiches/a/b/une", "Une autre", "Ici.")
        expect(page.locator("h1")).to_have_text("Une autre")


TYPE = """libelle: {{ fr: Outil, en: Tool }}
libelle_pluriel: {{ fr: Outils, en: Tools }}
dossier: outils
champs:
  usage: {{ libelle: {{ fr: {label}, en: Use }} }}
"""


@pytest.fixture
def rich_source(source):
    """A site with something of everything that a page is made from."""
    for folder in ("content/_types", "content/outils", "content/_vocabularies",
                   "themes/ti/templates/partials", "themes/ti/langues", "themes/ti/assets"):
        (source / folder).mkdir(parents=True, exist_ok=True)
    (source / "content/_types/outil.yaml").write_text(TYPE.format(label="Usage"), encoding="utf-8")
    (source / "content/outils/scie.md").write_text(
        "---\ntitre: Scie\nusage: Couper\n---\n\n![Une scie](scie.svg)\n", encoding="utf-8")
    (source / "content/outils/scie.svg").write_text(DRAWING.format(color="red"), encoding="utf-8")
    return source


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{color}" d="M0 0h9v9z"/></svg>'
PARTS = {
    "the configuration": ("archipel.yaml", "title: Un autre titre\n", "Un autre titre"),
    "a type": ("content/_types/outil.yaml", TYPE.format(label="Emploi"), "Emploi"),
    "a template": ("themes/ti/templates/partials/footer.mustache", "<p>Un autre pied</p>\n",
                   "Un autre pied"),
    "words": ("themes/ti/langues/fr.yaml", "rien_n_est_suivi: Personne ne vous suit\n",
              "Personne ne vous suit"),
}


@pytest.mark.parametrize("path, text, seen", PARTS.values(), ids=PARTS)
def test_whatever_a_page_is_made_from_is_followed(program, rich_source, page, path, text, seen):
    with preview(program, rich_source) as server:
        page.goto(server.address + "outils/scie/")
        expect(page.locator("body")).not_to_contain_text(seen)
        (rich_source / path).write_text(text, encoding="utf-8")
        expect(page.locator("body")).to_contain_text(seen)


def test_a_style_sheet_and_a_drawing_are_followed(program, rich_source, page):
    style = REPOSITORY / "themes/ti/assets/_identite.css"
    with preview(program, rich_source) as server:
        page.goto(server.address + "outils/scie/")
        before = page.locator("main img").get_attribute("src")
        (rich_source / "themes/ti/assets/_identite.css").write_text(
            style.read_text("utf-8") + "body { outline: 7px solid red; }\n", encoding="utf-8")
        expect(page.locator("body")).to_have_css("outline-width", "7px")
        (rich_source / "content/outils/scie.svg").write_text(
            DRAWING.format(color="blue"), encoding="utf-8")
        expect(page.locator(f"main img:not([src='{before}'])")).to_be_visible()
        drawing = page.locator("main img").evaluate("(image) => image.src")
        assert "blue" in page.request.get(drawing).text()


def test_a_mistake_shows_over_the_page_and_goes_away_when_mended(program, source, page):
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        write(source, "autre", "[", "Rien ici.")
        panel(page).wait_for()
        text = panel(page).inner_text()
        assert "content/autre.md, ligne 2, colonne 8" in text and "^" in text, text
        assert page.locator("h1").inner_text() == "Accueil"
        page.keyboard.press("Escape")
        panel(page).wait_for(state="detached")
        # What was closed does not come back as long as it is the same.
        write(source, "autre", "[", "Rien du tout.")
        server.settle()
        assert panel(page).count() == 0, panel(page).inner_text()
        write(source, "accueil", "[", "Rien ici.")
        panel(page).wait_for()
        assert "2 points" in panel(page).inner_text()
        write(source, "accueil", "Accueil", "Mieux.")
        write(source, "autre", "Autre", "Rien ici.")
        panel(page).wait_for(state="detached")
        expect(page.locator("main")).to_contain_text("Mieux.")


MISTAKES = {
    "the configuration": ("archipel.yaml", "title: [\n", "archipel.yaml, ligne"),
    "a type": ("content/_types/outil.yaml", "champs: 3\n", "content/_types/outil.yaml"),
    "a template": ("themes/ti/templates/sheet.mustache", "{{#a}}\n", "sheet.mustache, ligne 1"),
    "a name in a template": ("themes/ti/templates/sheet.mustache", "{{page.titel}}\n",
                             "sheet.mustache, ligne 1"),
    "words": ("themes/ti/langues/fr.yaml", "a: [\n", "fr.yaml, ligne"),
}


@pytest.mark.parametrize("path, text, seen", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_what_pages_are_made_from_shows_over_them(
        program, rich_source, page, path, text, seen):
    file = rich_source / path
    before = file.read_text("utf-8") if file.exists() else None
    with preview(program, rich_source) as server:
        page.goto(server.address + "outils/scie/")
        file.write_text(text, encoding="utf-8")
        expect(panel(page)).to_contain_text(seen)
        file.write_text(before, encoding="utf-8") if before else file.unlink()
        panel(page).wait_for(state="detached")
        expect(page.locator("h1")).to_have_text("Scie")


@pytest.mark.parametrize("body, trouble", [("[", "x.md, ligne"), (None, "fiches » n’existe pas")])
def test_a_content_folder_is_followed_before_its_site_is_whole(
        program, source, page, body, trouble):
    """The configuration names another folder, whose site cannot be shown yet."""
    folder = source / "fiches"
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        if body:
            folder.mkdir()
            (folder / "x.md").write_text(SHEET.format(title=body, body="Rien."), encoding="utf-8")
        (source / "archipel.yaml").write_text("paths: { content: fiches }\n", encoding="utf-8")
        expect(panel(page)).to_contain_text(trouble)
        server.settle()
        folder.mkdir(exist_ok=True)
        (folder / "x.md").unlink(missing_ok=True)
        (folder / "accueil.md").write_text(
            SHEET.format(title="Chez moi", body="Rien."), encoding="utf-8")
        expect(page.locator("h1")).to_have_text("Chez moi")
        panel(page).wait_for(state="detached")


def test_what_may_wait_takes_one_line_until_it_is_asked_for(program, source, page):
    write(source, "accueil", "Accueil", "[nulle part](rien.md)")
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        panel(page).wait_for()
        assert panel(page).bounding_box()["height"] < 80
        page.locator("summary", has_text="À vérifier : un point").press("Enter")
        expect(panel(page)).to_contain_text("content/accueil.md, ligne 5")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_panel_fits_and_leaves_the_page_in_sight(program, source, page, width):
    page.set_viewport_size({"width": width, "height": 640})
    for number in range(30):
        write(source, f"f{number}", f"[{'très long ' * 20}", "Rien.")
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        panel(page).wait_for()
        expect(panel(page)).to_contain_text("… et 10 de plus, dans le terminal.")
        box = panel(page).bounding_box()
        assert box["width"] <= width and box["height"] <= 0.75 * 640
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        # What closes it is at hand without going through the list.
        button = panel(page).get_by_role("button").bounding_box()
        assert box["y"] <= button["y"] and button["y"] + button["height"] <= 640


def test_the_nearest_answer_comes_before_the_list_of_all(program, rich_source, page):
    with preview(program, rich_source) as server:
        page.goto(server.address + "outils/scie/")
        (rich_source / "content/outils/scie.md").write_text(
            "---\ntitre: Scie\netiquetes: [bois]\n---\n", encoding="utf-8")
        panel(page).locator("summary").wait_for()
        panel(page).locator("details").evaluate("details => { details.open = true; }")
        said = panel(page).inner_text()
        assert 0 < said.index("Vouliez-vous dire « etiquettes »") < said.index("Attendu : ")


def test_a_page_says_that_its_preview_has_stopped_and_goes_on_when_it_is_back(
        program, source, page):
    with preview(program, source, port=free_port()) as server:
        page.goto(server.address + "accueil/")
        server.settle(0.2)
    expect(panel(page)).to_contain_text("L’aperçu est arrêté")
    write(source, "accueil", "Plus tard", "Bonjour.")
    with preview(program, source, port=server.port):
        expect(page.locator("h1")).to_have_text("Plus tard")
        panel(page).wait_for(state="detached")


@pytest.mark.parametrize("name", [".", "../source"])
def test_lives_on_when_its_source_goes_and_comes_back(program, source, page, tmp_path, name):
    with preview(program, name, cwd=source) as server:
        page.goto(server.address + "accueil/")
        # At once: removed file by file, it would be a site that has fewer and fewer pages.
        elsewhere = tmp_path / "elsewhere"
        source.rename(elsewhere)
        expect(panel(page)).to_contain_text(f"« {source} » n’existe pas")
        assert page.request.get(server.address + "accueil/").status == 200
        shutil.copytree(elsewhere, source)
        write(source, "accueil", "Revenue", "Bonjour.")
        expect(page.locator("h1")).to_have_text("Revenue")
        panel(page).wait_for(state="detached")
        assert server.runs


def test_survives_a_thousand_changes_in_a_burst(program, source, page):
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        for number in range(1000):
            write(source, "accueil", f"Titre {number}", "Bonjour.")
        expect(page.locator("h1")).to_have_text("Titre 999")
        # Slow writers leave time for many builds: what is seen at once is built at once.
        server.settle()
        count = server.rebuilds()
        with server.held():
            for number in range(1000):
                write(source, "accueil", f"Titre {number}", "Bonsoir.")
        expect(page.locator("main")).to_contain_text("Bonsoir.")
        expect(page.locator("h1")).to_have_text("Titre 999")
        server.settle()
        assert server.runs and server.rebuilds() < count + 10


def test_a_sheet_that_is_being_written_leaves_no_error(program, source, page):
    text = SHEET.format(title='"Un titre entier"', body="Bonjour.")
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        with (source / "content" / "accueil.md").open("w", encoding="utf-8") as file:
            file.write(text[:14])
            file.flush()
            # Another change has the site built while half of the sheet is there.
            with server.rebuilt():
                write(source, "autre", "Autre", "Un autre texte.")
            file.write(text[14:])
        expect(page.locator("h1")).to_have_text("Un titre entier")
        server.settle()
        assert panel(page).count() == 0


@pytest.mark.parametrize("when", [0, 86400, 2**31 - 1])
def test_a_clock_that_goes_wrong_hides_no_change(program, source, page, when):
    sheet = source / "content" / "accueil.md"
    with preview(program, source) as server:
        page.goto(server.address + "accueil/")
        for number in range(5):
            write(source, "accueil", f"Titre {number}", "Bonjour.")
            os.utime(sheet, (when, when))
            expect(page.locator("h1")).to_have_text(f"Titre {number}")


def test_two_previews_of_one_source_both_follow_it(program, rich_source, fresh_context):
    with preview(program, rich_source) as one, preview(program, rich_source) as two:
        pages = [fresh_context.new_page() for _ in range(2)]
        for page, server in zip(pages, [one, two]):
            page.goto(server.address + "outils/scie/")
        (rich_source / "content/outils/scie.md").write_text("# Hache\n\n![Scie](scie.svg)\n")
        for page in pages:
            expect(page.locator("h1")).to_have_text("Hache")
            page.wait_for_function("() => document.querySelector('main img').naturalWidth > 0")


def test_says_that_a_port_is_taken(program, source):
    with preview(program, source) as server:
        command = [program, "serve", "--source", source, "--port", str(server.port)]
        second = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        assert second.returncode == 2
        assert re.fullmatch(
            f"archipel: le port {server.port} est déjà pris par « {program.name} » "
            rf"\(processus {server.process.pid}\) ; essayez « --port \d+ »\n", second.stderr
        ), second.stderr


def test_writes_but_pictures_and_previews_the_site_of_the_lab(program, tmp_path, fresh_context):
    source = tmp_path / "source"
    shutil.copytree(REPOSITORY / "content", source / "content")
    shutil.copy(REPOSITORY / "archipel.yaml", source)
    before = sorted(source.rglob("*"))
    with preview(program, source) as server:
        messages = []
        page = fresh_context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.goto(server.address + "recherche/?q=world+cafe")
        wait_for_answer(page)
        expect(page.locator("main")).to_contain_text("World Café")
        assert messages == []
    after = sorted(source.rglob("*"))
    assert [path for path in after if path.relative_to(source).parts[0] != ".archipel"] == before
    # What is kept there is what a build keeps too: the pictures of the lab, made ready.
    kept = {path.relative_to(source).parts[1] for path in after if ".archipel" in path.parts[:-1]}
    assert kept == {".gitignore", "images", "unfinished"}


def test_a_build_in_the_source_is_no_change_of_it(program, source, page):
    with preview(program, source) as server:
        server.settle()
        count = server.rebuilds()
        for _ in range(2):
            subprocess.run([program, "build", "--source", source], check=True, capture_output=True)
        time.sleep(1)
        assert server.rebuilds() == count
