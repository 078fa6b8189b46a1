"""Sites that show each other's sheets: read on the web, searched in a browser, and hostile catalogues."""

import json
import re
import subprocess
import time

import pytest
from playwright.sync_api import expect

from patience import PATIENCE
from visits import open_context, wait_for_answer

TITLES = ["Café des idées", "Forum ouvert", "Marche sensible"]


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=4 * PATIENCE)


def make_site(folder, name, catalogue, base_url, titles):
    (folder / "content/_types").mkdir(parents=True)
    (folder / "archipel.yaml").write_text(
        f"title: Lab {name}\nlicence: CC-BY-SA-4.0\nbase_url: {base_url}\n"
        f"federation:\n  - {{ nom: Lab d’à côté, catalogue: \"{catalogue}\" }}\n")
    (folder / "content/_types/outil.yaml").write_text("libelle: Outil\ndossier: outils\n")
    (folder / "content/index.md").write_text("Bonjour.\n")
    (folder / "content/labs.md").write_text(
        "---\ntitre: Labs\nvue: { genre: portefeuille, type: outil }\n---\n")
    (folder / "content/liste.md").write_text(
        "---\ntitre: Liste\nvue: { genre: catalogue, type: outil }\n---\n")
    (folder / "content/outils").mkdir()
    for number, title in enumerate(titles):
        (folder / f"content/outils/{number}.md").write_text(
            f"---\ntitre: {title} ({name})\nresume: Pour écouter.\ntags: [Écoute]\n---\nUn texte de {name}.\n")


def build(program, folder, *options):
    done = run(program, "build", "--strict", "--source", folder, *options)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def sites(program, web, tmp_path):
    """Two sites that show each other: A is on a disk, B on the web."""
    address, answers, _ = web
    a, b = tmp_path / "a", tmp_path / "b"
    make_site(a, "A", address + "commons.json", "https://a.bzh/", TITLES[:2])
    make_site(b, "B", "../a/output", address, TITLES)
    # Neither has been read when the other is built first.
    for folder in (a, b):
        assert run(program, "build", "--source", folder).returncode == 0
    answers["/commons.json"] = (b / "output/commons.json").read_bytes()
    for folder in (a, b):
        done = run(program, "federate", "--source", folder)
        assert done.returncode == 0, done.stderr
        build(program, folder, "--offline")
    return a, b, address


@pytest.fixture
def page(browser):
    with open_context(browser) as context:
        context.set_offline(True)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        yield page
        assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
        assert page.said == []


def test_the_search_shows_ours_then_theirs_from_a_disk(sites, page):
    a, _, address = sites
    site = (a / "output").as_uri()
    page.goto(f"{site}/recherche/index.html?q=forum")
    wait_for_answer(page)
    found = page.locator("[data-resultats] h2 a")
    expect(found).to_have_text(["Forum ouvert (A)", "Forum ouvert (B)"])
    assert found.nth(0).get_attribute("href") == "../outils/1/index.html#mots=forum"
    assert found.nth(1).get_attribute("href") == f"{address}outils/1/"
    assert found.nth(1).get_attribute("rel") == "external"
    theirs = page.locator("[data-resultats] li").nth(1)
    expect(theirs.locator(".recherche-autres")).to_have_text("Dans d’autres labs")
    expect(theirs.locator(".recherche-type")).to_contain_text(re.compile("Outil · Lab d’à côté · CC BY-SA 4.0"))
    expect(page.locator("[data-statut]")).to_have_text(re.compile("^2 résultats"))


def test_what_only_they_have_is_found_as_it_is_mistyped(sites, page):
    a, _, address = sites
    page.goto((a / "output/recherche/index.html").as_uri() + "?q=marhce")
    wait_for_answer(page)
    expect(page.locator("[data-resultats] h2 a")).to_have_attribute("href", f"{address}outils/2/")
    expect(page.locator(".recherche-corrige")).to_contain_text("marche")


def test_a_filter_keeps_the_sheets_of_one_lab(sites, page):
    a, _, _ = sites
    page.goto((a / "output/recherche/index.html").as_uri())
    page.get_by_text("Filtrer").click()
    box = page.locator("fieldset[data-facette=lab] label")
    kind = page.locator("fieldset[data-facette=type] label", has_text="Outil")
    expect(kind).to_contain_text("(5)")
    page.goto((a / "output/recherche/index.html").as_uri() + "?lab=lab-d-a-cote")
    wait_for_answer(page)
    expect(page.locator("[data-resultats] h2 a")).to_have_count(3)
    expect(box).to_have_count(1)


def test_the_field_of_the_header_suggests_both(sites, page):
    a, _, address = sites
    page.goto((a / "output/index.html").as_uri())
    page.locator("#q-entete").fill("forum")
    options = page.locator("[role=option]")
    expect(options).to_have_count(3)
    expect(options.nth(0)).to_contain_text("Forum ouvert (A)")
    assert options.nth(1).get_attribute("data-adresse") == f"{address}outils/1/"


@pytest.mark.parametrize("path", ["labs", "liste", "etiquettes/ecoute", "outils/0"])
def test_lists_mark_what_is_elsewhere_and_load_nothing_of_it(sites, page, path):
    a, _, address = sites
    page.goto((a / f"output/{path}/index.html").as_uri())
    links = page.locator(f"main a[href^='{address}outils/']")
    expect(links).to_have_count(3)
    for link in links.all():
        assert link.get_attribute("rel") == "external"
    if path != "outils/0":
        # Below the list of our own.
        own = page.locator("main a[href*='outils/']").first
        assert not own.get_attribute("href").startswith("http")


def test_both_show_the_other(sites):
    a, b, address = sites
    assert f"{address}outils/2/" in (a / "output/labs/index.html").read_text()
    assert "https://a.bzh/outils/1/" in (b / "output/labs/index.html").read_text()
    for folder in (a, b):
        entries = json.loads((folder / "output/commons.json").read_text())["sheets"]
        assert len(entries) == (6 if folder == a else 7) - 1


def redirect(target):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.end_headers()
    return answer


def drip(handler):
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.2)
    except OSError:
        pass


def flood(handler):
    """More than is read."""
    handler.send_response(200)
    handler.end_headers()
    try:
        handler.wfile.write(b'{"sheets":[')
        for _ in range(1 << 20):
            handler.wfile.write(b'{"id":"a","title":"a","url":"a"},' * 64)
    except OSError:
        pass


ELSEWHERE = json.dumps({"base_url": "https://pirate.bzh/", "sheets": [{"id": "a", "title": "A", "url": "a/"}]})


@pytest.mark.parametrize("answer, said", [
    (redirect("/commons.json"), "renvoie sans fin"),
    (redirect("http://localhost:1/commons.json"), "autre serveur"),
    (redirect("file:///etc/passwd"), "autre serveur"),
    (drip, "assez vite"),
    (flood, "trop long"),
    (b"<html>", "pas le catalogue"),
    (ELSEWHERE.encode(), "sur un autre serveur"),
    (None, "répond 404"),
], ids=["loop", "other host", "file", "drip", "flood", "page", "other base", "nothing"])
def test_a_hostile_server_leaves_the_copy_as_it_was(program, sites, web, answer, said):
    a, _, _ = sites
    _, answers, _ = web
    copy = a / "content/_federation/lab-d-a-cote.json"
    before = copy.read_bytes()
    answers["/commons.json"] = answer
    done = run(program, "federate", "--source", a)
    assert done.returncode == 0, done.stderr
    assert said in done.stderr and "la copie du" in done.stderr
    assert copy.read_bytes() == before
    build(program, a, "--offline")
    assert "outils/2/" in (a / "output/labs/index.html").read_text()
