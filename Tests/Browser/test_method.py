"""A method: what one can do with it first, its contents, its material for a group, and its lines."""

import subprocess
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from patience import PATIENCE
from published import REPOSITORY, SITE, html_files, parse_page

METHOD = "methodes/world-cafe/"


def test_its_contents_name_every_section():
    root = parse_page(SITE / METHOD / "index.html")
    named = {link.get("href") for link in root.xpath("//nav[contains(@class, 'sommaire')]//a")}
    text = root.xpath("//div[@class='fiche-texte']")[0]
    sections = text.xpath("./div//h2/@id | ./section[not(@class = 'relations') and "
                          "not(@class = 'voisines') and not(@class = 'liens-entrants')]//h2/@id")
    assert len(sections) > 10
    assert {f"#{id}" for id in sections} - named == {"#champ-credits"}
    # No text stands without a heading under what the sheet lists.
    own = text.xpath("./div[@class='texte']")[0]
    assert own[0].tag == "h2"


def test_its_actions_come_first(page, server):
    page.goto(server + METHOD)
    actions = page.locator(".actions :is(a, button):visible")
    assert actions.first.inner_text() == "Imprimer"
    assert actions.first.bounding_box()["y"] < 600
    page.evaluate("window.print = () => { window.printed = true; }")
    actions.first.click()
    assert page.evaluate("window.printed")
    href = page.get_by_role("link", name="Carte de poche").first.get_attribute("href")
    assert href.endswith("#carte-world-cafe")


def test_its_material_is_counted_for_a_group(page, server):
    page.goto(server + METHOD)
    items = page.locator(".materiel li")
    before = items.all_inner_texts()
    people = page.get_by_label("Pour personnes", exact=True)
    people.fill("30")
    told = " ".join(items.filter(has_text="Nappe en papier").all_inner_texts())
    # Two for each group, and six groups of five.
    assert "soit 12 en tout" in told
    assert "soit 30 en tout" in items.filter(has_text="Boissons").inner_text()
    page.get_by_label("en groupes de").fill("4")
    assert "soit 16 en tout" in items.filter(has_text="Nappe en papier").inner_text()
    for nothing in ["0", "-5", "99999", ""]:
        people.fill(nothing)
        assert items.all_inner_texts() == before, nothing


def test_its_contents_are_folded_on_a_narrow_screen(page, server):
    page.goto(server + METHOD)
    links = page.locator("nav.sommaire a")
    assert links.first.is_visible()
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(server + METHOD)
    assert not links.first.is_visible()
    page.locator("nav.sommaire summary").click()
    assert links.first.is_visible()
    intention = page.locator(".intention").bounding_box()["y"]
    assert intention < page.locator(".faits").bounding_box()["y"]


def test_its_lines_are_easy_to_read(page, server):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server + METHOD)
    lengths = page.locator(".fiche-texte > .texte p").evaluate_all("""texts => texts.map((text) => {
      const lines = Math.round(text.getBoundingClientRect().height / parseFloat(
        getComputedStyle(text).lineHeight));
      return [lines, text.textContent.length / lines];
    }).filter(([lines, length]) => lines > 2 && length > 0).map(([, length]) => length)""")
    assert lengths and max(lengths) <= 75
    assert sum(lengths) / len(lengths) >= 60


@pytest.fixture(scope="module")
def reporting_site(program, tmp_path_factory):
    """The folder of a small site that says where mistakes are reported."""
    source = tmp_path_factory.mktemp("reporting")
    (source / "content").mkdir()
    (source / "content/fiche.md").write_text(
        "---\ntitle: Été & hiver\ntags: [a]\n---\n\nUn.\n", encoding="utf-8")
    (source / "archipel.yaml").write_text(
        "title: Lab\nreport: corrections@lab.example\nbase_url: https://lab.example/\n",
        encoding="utf-8")
    built = subprocess.run(
        [program, "build", "--source", source], capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return source / "output"


def test_every_page_leads_to_where_a_mistake_is_reported(reporting_site):
    pages = html_files(reporting_site)
    assert len(pages) > 5
    for file in pages:
        messages = parse_page(file).xpath("//footer//a[starts-with(@href, 'mailto:')]/@href")
        # A sheet has another, to propose a change.
        links = [message for message in messages if "subject=Erreur" in message]
        assert len(links) == 1, file
        query = parse_qs(urlsplit(links[0]).query)
        assert unquote(urlsplit(links[0]).path) == "corrections@lab.example"
        assert query["subject"][0].startswith("Erreur sur la page")
        if file.parent.name == "fiche":
            assert "Été & hiver" in query["body"][0]
            assert "https://lab.example/fiche/" in query["body"][0]


def test_no_page_of_a_site_that_names_no_address_has_such_a_link():
    configuration = (REPOSITORY / "archipel.yaml").read_text(encoding="utf-8")
    assert "report:" not in configuration and "signaler:" not in configuration
    for file in html_files():
        assert not parse_page(file).xpath("//footer//a[starts-with(@href, 'mailto:')]"), file
