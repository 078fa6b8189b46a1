"""The views of the site, driven by the keyboard, with and without script, over http and from a disk."""

import csv
import io
import re
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from patience import PATIENCE
from published import SITE, catalogue, file_of, parse_page
from test_keyboard import press, press_until
from visits import address_of

CATALOGUE = "methodes/"
BOARD = "projets/tableau/"
DIRECTORY = "acteurs/"
GLOSSARY = "glossaire/"
MATRIX = "le-lab/feuille-de-route-entrelabs/"
POCKET = "methodes/cartes/"


def sheets(kind, folder=""):
    """The sheets that views show: those of a type, but for their translations."""
    return [
        sheet for sheet in catalogue()["sheets"]
        if sheet["type"] == kind and sheet["url"].removeprefix("./").startswith(folder)
        and not sheet.get("translation_of")
    ]


def dictionary_key(text):
    """What a French dictionary sorts by: no accents, no letter case, what is no letter apart."""
    letters = unicodedata.normalize("NFD", text).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub("[^a-z0-9]+", "-", plain)


@pytest.fixture(params=["http", "file"])
def base(request):
    """The address of the site: on a server, then on a disk."""
    if request.param == "http":
        return request.getfixturevalue("server")
    return request.getfixturevalue("offline_site").as_uri() + "/"


def go(page, base, path, query=None):
    page.goto(address_of(base, (path, query)))


def tree(path):
    return parse_page(file_of(path, SITE))


def shown_cards(page):
    """The cards that answer, without those that nearly do."""
    return page.locator(".catalogue :is(.partie, [data-resultats]) .carte:visible")


def values_of(card):
    """What filters compare of a card, `{"but:clore", "format:presence", …}`."""
    facets = (facet.split(":") for facet in card.split())
    return {f"{name}:{value}" for name, values in facets for value in values.split(",")}


def count_of(page):
    return int(page.locator(".catalogue [role=status]").inner_text().split()[0])


# The catalogue ---------------------------------------------------------------------------------


def test_a_catalogue_is_filtered_by_the_keyboard_alone(page, base):
    go(page, base, CATALOGUE)
    everything = shown_cards(page).count()
    assert everything == count_of(page) == len(sheets("methode"))
    press_until(page, lambda focus: focus["text"] == "But" and focus["tag"] == "SUMMARY", most=60)
    press(page, "Enter")
    press(page, "Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    name, value = page.evaluate("[document.activeElement.name, document.activeElement.value]")
    press(page, "Space")
    some = shown_cards(page).count()
    assert 0 < some == count_of(page) < everything
    chosen = shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.v)")
    assert all(f"{name}:{value}" in values_of(values) for values in chosen)
    assert page.evaluate("document.activeElement.value") == value
    if base.startswith("http"):
        assert parse_qs(urlsplit(page.url).query) == {name: [value]}
    press_until(page, lambda focus: focus["text"] == "Retirer les filtres", most=60)
    press(page, "Enter")
    assert shown_cards(page).count() == everything
    assert urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_press_on_the_words_of_a_choice_makes_it(page, base):
    go(page, base, CATALOGUE)
    menu = page.locator("details.filtre").nth(3)
    menu.locator("summary").click()
    for choice in menu.locator("label:has([type=checkbox])").all():
        choice.locator("span").first.click()
        expect(choice.locator("input")).to_be_checked()
    expect(menu).to_have_attribute("open", "")


def test_an_address_holds_the_filters(page, base):
    query = "phase=ideation&phase=evaluation&format=distance&groupe=8&duree=90&inconnu=1"
    go(page, base, CATALOGUE, query)
    for name, value in [("phase", "ideation"), ("phase", "evaluation"), ("format", "distance")]:
        assert page.locator(f"[name={name}][value={value}]").is_checked()
    cards = shown_cards(page)
    assert 0 < cards.count() == count_of(page)
    for card in cards.evaluate_all("cards => cards.map(card => ({...card.dataset}))"):
        values = values_of(card["v"])
        assert {"phase:ideation", "phase:evaluation"} & values and "format:distance" in values
        ranges = {name: (float(low), float(high)) for name, low, high in
                  (part.split(":") for part in card["r"].split())}
        assert ranges["groupe"][0] <= 8 <= ranges["groupe"][1]
        assert ranges["duree"][0] <= 90


def table(download):
    """The rows of a table for spreadsheets, as one would read them."""
    text = Path(download.path()).read_bytes()
    assert text.startswith("\ufeff".encode()) and text.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_filtered_list_is_taken_to_a_spreadsheet(page, base):
    asked = []
    go(page, base, CATALOGUE, "phase=ideation&format=distance")
    page.on("request", lambda request: asked.append(request.url))
    for way in ["pointer", "keyboard"]:
        with page.expect_download() as found:
            if way == "pointer":
                page.get_by_role("button", name="Télécharger").click()
            else:
                page.get_by_role("button", name="Télécharger").focus()
                press(page, "Enter")
        assert found.value.suggested_filename == "methodes.csv"
        rows = table(found.value)
        assert [row["Titre"] for row in rows] == shown_cards(page).locator("h3").all_inner_texts()
        assert len(rows) == count_of(page) > 0
        assert all("Idéation" in row["Phase"] and "Distance" in row["Format"] for row in rows)
        assert all(int(row["Groupe (min.)"]) <= int(row["Groupe (max.)"]) for row in rows)
        assert all(row["Adresse"].startswith(base) and row["Résumé"] for row in rows)
    # Nothing but the script that writes it, and the table itself.
    assert [url for url in asked if not url.startswith(("blob:", base))] == []


def test_the_whole_list_and_none_of_it_are_taken_too(page, base):
    go(page, base, CATALOGUE)
    with page.expect_download() as found:
        page.get_by_role("button", name="Télécharger").click()
    titles = {row["Titre"] for row in table(found.value)}
    assert len(titles) == len(sheets("methode"))
    go(page, base, CATALOGUE, "groupe=8&duree=1")
    with page.expect_download() as found:
        page.get_by_role("button", name="Télécharger").click()
    assert table(found.value) == []


def test_a_spreadsheet_reckons_nothing_of_what_was_written(page, base):
    go(page, base, CATALOGUE)
    page.evaluate("""() => {
      document.querySelector("[data-v] h3 a").textContent = '=HYPERLINK("x";"y")';
    }""")
    with page.expect_download() as found:
        page.get_by_role("button", name="Télécharger").click()
    assert table(found.value)[0]["Titre"] == "'=HYPERLINK(\"x\";\"y\")"


def test_a_filter_that_nothing_meets_says_so(page, base):
    go(page, base, CATALOGUE, "groupe=8&duree=1")
    assert shown_cards(page).count() == 0
    assert "Aucune fiche" in page.locator(".catalogue [role=status]").inner_text()
    assert page.get_by_role("button", name="Retirer les filtres").is_visible()


def test_the_counts_of_values_follow_the_other_filters(page, server):
    go(page, server, CATALOGUE, "phase=prototypage")
    for label in page.locator(".filtres label:has([name=format])").all():
        told = int(label.locator("[data-compte]").text_content().strip("()"))
        value = label.locator("input").get_attribute("value")
        cards = shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.v)")
        assert told == sum(f"format:{value}" in values_of(card) for card in cards)


def test_the_filters_hold_on_one_line_in_the_order_that_the_page_gives(page, server):
    page.set_viewport_size({"width": 1440, "height": 900})
    go(page, server, CATALOGUE)
    assert page.locator(".filtres").bounding_box()["height"] <= 64
    names = page.locator(".filtre > summary").all_inner_texts()
    assert [name.strip() for name in names][:5] == [
        "But", "Durée", "Groupe", "Format", "Difficulté d’animation"]
    # Escape closes a menu, and leaves the reader at its button.
    page.locator(".filtre > summary").nth(1).click()
    page.get_by_role("button", name="15\u202fmin").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Durée"
    assert page.locator(".filtre[open]").count() == 0


@pytest.mark.parametrize("width, height", [(1440, 900), (360, 800)])
def test_the_first_card_is_on_the_first_screen(page, server, width, height):
    page.set_viewport_size({"width": width, "height": height})
    go(page, server, CATALOGUE)
    assert shown_cards(page).first.bounding_box()["y"] < 600


def test_a_preset_is_one_touch_and_is_taken_off_by_its_chip(page, server):
    go(page, server, CATALOGUE)
    page.locator(".filtre > summary", has_text="Groupe").click()
    page.get_by_role("button", name="30", exact=True).click()
    assert parse_qs(urlsplit(page.url).query) == {"groupe": ["30"]}
    for card in shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.r)"):
        low, high = re.search(r"groupe:(\d+):(\d+)", card).groups()
        assert int(low) <= 30 <= int(high)
    page.get_by_role("button", name="Retirer 30 personnes").click()
    assert urlsplit(page.url).query == ""
    assert shown_cards(page).count() == len(sheets("methode"))


def test_cards_that_nearly_answer_say_what_is_off(page, server):
    go(page, server, CATALOGUE, "but=briser-la-glace&groupe=60&duree=30")
    assert shown_cards(page).count() <= 2
    near = page.locator("[data-presque] .carte:visible")
    assert 0 < near.count() <= 6
    told = near.locator(".carte-ecart").all_inner_texts()
    assert len(told) == near.count() and any("jusqu’à" in text for text in told)
    for card, text in zip(near.all(), told):
        if limit := re.fullmatch(r"jusqu’à (\d+) personnes", text):
            assert int(limit[1]) < 60
            assert f":{limit[1]}" in card.get_attribute("data-r")
    page.get_by_role("button", name="Retirer les filtres").click()
    assert near.count() == 0 and page.locator(".carte-ecart").count() == 0


def test_cards_are_sorted_as_the_reader_asks(page, server):
    go(page, server, CATALOGUE, "format=distance")
    titles = shown_cards(page).locator("h3")
    assert titles.all_inner_texts() == sorted(titles.all_inner_texts(), key=dictionary_key)
    page.get_by_label("Trier par").select_option("duree")
    assert "tri=duree" in page.url
    ranges = shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.r)")
    starts = [float(re.search(r"duree:([\d.]+)", text)[1]) for text in ranges]
    assert len(starts) > 5 and starts == sorted(starts)


def test_of_two_catalogues_on_a_page_the_first_is_filtered(page, program, tmp_path):
    source = tmp_path / "lab"
    (source / "content/_types").mkdir(parents=True)
    (source / "content/_types/outil.yaml").write_text(
        "libelle: Outil\ndossier: outils\nchamps: { sorte: { libelle: Sorte, type: texte } }\n")
    (source / "content/outils").mkdir()
    for name, sort in [("pince", "main"), ("scie", "main"), ("perceuse", "moteur")]:
        (source / f"content/outils/{name}.md").write_text(
            f"---\ntitre: {name}\nsorte: {sort}\n---\n\nUn outil.\n")
    catalogue_of_tools = "{ genre: catalogue, type: outil, facettes: [sorte] }"
    (source / "content/page.md").write_text(
        f"---\ntitre: Page\nvues: [{catalogue_of_tools}, {catalogue_of_tools}]\n---\n\nTexte.\n")
    command = [program, "build", "--offline", "--source", source]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    checked = subprocess.run(
        [program, "check", "--source", source], capture_output=True, text=True, timeout=PATIENCE)
    assert "n’a pas de filtres" in checked.stderr + checked.stdout
    page.goto((source / "output/page/index.html").as_uri() + "?sorte=main")
    views = page.locator(".vue-catalogue")
    expect(views.nth(0).locator(".vue-compte")).to_have_text("2 fiches sur 3")
    expect(views.nth(0).locator("[data-resultats] .carte:visible")).to_have_count(2)
    expect(views.nth(1).locator(".carte:visible")).to_have_count(3)
    expect(page.locator("form.filtres")).to_have_count(1)


def test_a_card_is_followed_wherever_it_is_clicked(page, server):
    go(page, server, CATALOGUE)
    card = shown_cards(page).first
    title = card.locator("h3").inner_text()
    box = card.locator("p").last.bounding_box()
    with page.expect_navigation():
        page.mouse.click(box["x"] + 5, box["y"] + 5)
    assert page.locator("h1").inner_text() == title


def test_a_goal_of_the_home_page_leads_to_its_methods(page, plain_page, server):
    for each in [page, plain_page]:
        go(each, server, "")
        with each.expect_navigation():
            each.locator(".envies a", has_text="Décider").click()
    assert page.locator("[name=but][value=decider]").is_checked()
    cards = shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.v)")
    assert cards and all("but:decider" in values_of(card) for card in cards)
    assert page.evaluate("scrollY") == 0
    # Without a script, the address names the part of the goal.
    assert plain_page.locator("h2:target").inner_text().startswith("Décider")


def test_a_catalogue_is_whole_without_a_script(plain_page, server):
    go(plain_page, server, CATALOGUE)
    assert plain_page.locator(".filtres").is_hidden()
    assert shown_cards(plain_page).count() == len(sheets("methode"))
    for part in plain_page.locator(".catalogue .partie").all():
        told = int(part.locator("h2 .detail").inner_text().split()[0])
        assert told == part.locator("h3 a, .vue-aussi a").count()


# The other views -------------------------------------------------------------------------------


def test_a_board_has_each_project_in_its_column(plain_page, base):
    go(plain_page, base, BOARD)
    columns = plain_page.locator(".colonne")
    assert columns.count() >= 6
    links = 0
    for column in columns.all():
        told = int(column.locator("h2 .detail").inner_text().split()[0])
        assert told == column.locator("li a").count()
        links += told
    assert links == len(sheets("projet", "projets/"))


def test_a_card_of_the_board_is_followed_by_the_keyboard(page, server):
    go(page, server, BOARD)
    focus = press_until(
        page, lambda focus: page.evaluate("!!document.activeElement.closest('.colonne')"), most=60)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == focus["text"]


def test_a_directory_is_in_alphabetical_order_and_says_so(plain_page, base):
    go(plain_page, base, DIRECTORY)
    assert "sans classement" in plain_page.locator(".vue-note").inner_text()
    for part in plain_page.locator(".rubrique").all():
        names = part.locator("li a").all_inner_texts()
        assert names and names == sorted(names, key=dictionary_key)
    listed = set(plain_page.locator(".rubrique li a").evaluate_all("links => links.map(a => a.href)"))
    assert len(listed) == len(sheets("acteur"))
    first = plain_page.locator(".vue-sommaire a").first
    target = first.get_attribute("href")
    first.click()
    assert plain_page.locator(target).is_visible()


def test_a_matrix_ties_its_cells_to_two_headers():
    table = tree(MATRIX).find(".//table[@class='matrice']")
    assert table.findtext("caption")
    assert all(head.get("scope") == "col" for head in table.findall("thead/tr/th"))
    rows = table.findall("tbody/tr")
    assert len(rows) == 3 and all(len(row.findall("td")) == 3 for row in rows)
    assert all(row.find("th").get("scope") == "row" for row in rows)
    assert len(table.findall(".//td//li")) == 12
    # The state of each entry is said in words.
    assert all(item.find("span").text_content().strip() for item in table.findall(".//td//li"))
    assert all(cell.text_content().strip() for cell in table.findall(".//td"))


def test_a_pocket_card_is_at_the_address_of_its_method():
    root = tree(POCKET)
    ids = set(root.xpath("//*[contains(@class, 'jeu-carte')]/@id"))
    names = {sheet["url"].rstrip("/").split("/")[-1] for sheet in sheets("methode")}
    assert {f"carte-{name}" for name in names} <= ids
    for card in root.xpath("//li[@class='jeu-carte']"):
        assert card.find("ol/li") is not None and card.find("dl") is not None


# The glossary ----------------------------------------------------------------------------------


def test_words_of_the_texts_lead_to_their_definitions():
    defined = set(tree(GLOSSARY).xpath("//h2/@id"))
    links = 0
    for sheet in catalogue()["sheets"]:
        path = sheet["url"].removeprefix("./")
        found = tree(path).xpath("//a[@class='terme']")
        targets = [link.get("href") for link in found]
        assert len(targets) == len(set(targets)), path
        for link in found:
            assert link.get("href").rpartition("#")[2] in defined, path
            assert not link.xpath("ancestor::h1|ancestor::h2|ancestor::h3|ancestor::a"), path
        links += len(found)
    assert links > 10
    assert not tree(GLOSSARY).xpath("//a[@class='terme']")


def test_a_word_is_followed_by_the_keyboard(page, base):
    go(page, base, "communautes/ti-lab/")
    word = page.locator("a.terme").first
    name = word.inner_text()
    press_until(page, lambda focus: focus["text"] == name and
                page.evaluate("document.activeElement.className") == "terme", most=80)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{target}']").is_visible()


def test_letters_lead_to_their_first_word(plain_page, base):
    go(plain_page, base, GLOSSARY)
    for link in plain_page.locator(".vue-glossaire a").all():
        word = plain_page.locator(link.get_attribute("href"))
        assert word.inner_text().strip()
