"""Groups of menus: opened without script, by keyboard, on every width, and seen with forced colours."""

import subprocess

import pytest
from playwright.sync_api import expect

from patience import PATIENCE
from visits import open_context

MENU = """\
title: Le lab d’à côté
menu:
  - label: Le lab
    page: lab
    children:
      - { label: Notre équipe, page: lab/equipe }
      - { label: Nous écrire, url: "mailto:lab@exemple.fr" }
  - label: Ressources et documents
    children: [{ label: Le plan, page: lab/equipe#plan }, { label: Un long intitulé de ressource, page: plan }]
  - { label: Chercher, url: /recherche/ }
footer_menu:
  - { label: En bas, children: [{ label: Étiquettes, url: /etiquettes/ }] }
"""


@pytest.fixture(scope="module")
def site(program, tmp_path_factory):
    """A site whose menus have groups, on a disk."""
    source = tmp_path_factory.mktemp("menus")
    (source / "content/lab").mkdir(parents=True)
    (source / "archipel.yaml").write_text(MENU, encoding="utf-8")
    for name, text in [("index", "Bonjour.\n"), ("plan", "Un plan.\n"), ("lab/index", "Le lab.\n"),
                       ("lab/equipe", "---\ntitre: Notre équipe\n---\n\n## Plan\n\nUn texte.\n")]:
        (source / f"content/{name}.md").write_text(text, encoding="utf-8")
    built = subprocess.run([program, "build", "--strict", "--offline", "--source", source],
                           capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return (source / "output").as_uri() + "/"


@pytest.fixture
def reader(browser, site):
    """A page of a reader without scripts."""
    with open_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site + "lab/equipe/index.html")
        yield page


def test_a_group_opens_by_keyboard_one_at_a_time(reader):
    groups = reader.locator("header nav.menu summary")
    expect(groups).to_have_text(["Le lab", "Ressources et documents"])
    entry = reader.locator("header nav.menu a", has_text="Notre équipe")
    expect(entry).to_be_hidden()
    groups.nth(0).focus()
    reader.keyboard.press("Enter")
    expect(entry).to_be_visible()
    reader.keyboard.press("Tab")
    expect(reader.locator(":focus")).to_have_text("Le lab")
    reader.keyboard.press("Tab")
    expect(reader.locator(":focus")).to_have_text("Notre équipe")
    groups.nth(1).focus()
    reader.keyboard.press("Space")
    expect(reader.locator("header nav.menu a", has_text="Le plan")).to_be_visible()
    expect(entry).to_be_hidden()


def test_the_page_and_its_group_are_marked(reader):
    expect(reader.locator("header nav.menu summary[aria-current=true]")).to_have_text("Le lab")
    expect(reader.locator("header nav.menu a[aria-current=page]")).to_have_text("Notre équipe")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_an_open_group_covers_nothing_and_fits(browser, site, width, scheme):
    with open_context(browser, color_scheme=scheme, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(site + "lab/equipe/index.html")
        closed = page.locator("main").bounding_box()["y"]
        for group in page.locator("header nav.menu summary").all():
            group.click()
            links = page.locator("header nav.menu details[open] a")
            assert links.count() >= 2
            bottom = max(link.bounding_box()["y"] + link.bounding_box()["height"] for link in links.all())
            assert bottom <= page.locator("main").bounding_box()["y"]
            if width == 360:
                targets = [*links.all(), group]
                assert min(target.bounding_box()["height"] for target in targets) >= 44
        assert page.locator("main").bounding_box()["y"] > closed
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        colours = page.locator("header nav.menu details[open] a").first.evaluate(
            "link => [getComputedStyle(link).color, getComputedStyle(document.querySelector('.entete')).backgroundColor]")
        assert colours[0] != colours[1]


def test_paper_has_no_menu_and_the_foot_lists_its_group(browser, site):
    with open_context(browser) as context:
        page = context.new_page()
        page.goto(site + "lab/equipe/index.html")
        expect(page.locator("footer nav li li a")).to_have_text(["Étiquettes"])
        page.emulate_media(media="print")
        expect(page.locator("header nav.menu")).to_be_hidden()
