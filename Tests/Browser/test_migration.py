"""Sites made with other tools, taken over as the guide says, command by command.

Each small site of `Tests/Fixtures/reprises` is first made by its own tool: what addresses it had is
what that tool says.
"""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from urllib.parse import urlsplit

import pytest

import guide
import servers
from patience import PATIENCE
from published import REPOSITORY

SITES = REPOSITORY / "Tests/Fixtures/reprises"
# What the other tools would have replaced.
PLACEHOLDER = re.compile(r"\{\{|\{%|^!!! |<p>!!!|layout:", re.MULTILINE)


def run(command, folder, **environment):
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def page_of(section):
    """The page of the guide with the section of a tool."""
    own = {"Hugo", "Jekyll", "MkDocs"}
    return "reprendre-un-site" if section in own else "reprendre-d-autres-outils"


def follow(section, folder):
    """Types what a section of the guide tells to type."""
    for block in guide.blocks(page_of(section), "sh", section=section):
        run(["bash", "-euo", "pipefail", "-c", block.text], folder)


def old_pages(folder):
    """The addresses of the pages that another tool made, as `2024/05/premier/`."""
    return {
        file.relative_to(folder).as_posix().removesuffix("index.html")
        for file in folder.rglob("*.html")
        if file.name != "404.html"
    }


def build(program, source):
    run([program, "build", "--source", source], source)
    return source / "output"


def answers(output, address):
    """The page that readers of an old address come to."""
    file = output / address / "index.html" if not address.endswith(".html") else output / address
    assert file.is_file(), f"nothing at {address}"
    text = file.read_text(encoding="utf-8")
    moved = re.search(r'http-equiv="refresh" content="0; ?url=([^"]+)"', text)
    if not moved:
        return text
    target = (file.parent / moved[1]).resolve()
    assert target.is_relative_to(output.resolve())
    return (target / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def ancient(tmp_path):
    """Copies one of the sites to where the guide has it; gives the folder around it."""

    def copy(name, folder="ancien"):
        shutil.copytree(SITES / name, tmp_path / folder, dirs_exist_ok=True)
        return tmp_path

    return copy


def test_a_site_of_hugo_keeps_its_addresses(program, ancient, tmp_path):
    around = ancient("hugo")
    hugo = servers.find_program("hugo")
    run([hugo, "--destination", tmp_path / "made"], around / "ancien")
    follow("Hugo", around)
    output = build(program, around / "nouveau")
    had = old_pages(tmp_path / "made")
    assert {"2024/05/premier/", "vieux/premier-atelier/", "methodes/atelier/"} <= had
    for address in had:
        assert not PLACEHOLDER.search(answers(output, address)), address
    page = answers(output, "2024/05/premier/")
    assert "Premier atelier" in page and 'alt="La salle, quatre tables"' in page
    assert re.search(r'<a href="[^"]*methodes/atelier/">méthode</a>', page)


def test_a_site_of_jekyll_keeps_its_addresses(program, ancient, tmp_path):
    around = ancient("jekyll")
    jekyll = servers.find_program("jekyll")
    made = tmp_path / "made"
    run([jekyll, "build", "--disable-disk-cache", "--destination", made], around / "ancien")
    follow("Jekyll", around)
    output = build(program, around / "nouveau")
    had = old_pages(made)
    assert {"journal/2024/05/14/premier-atelier.html", "qui-sommes-nous/charte/"} <= had
    for address in had:
        assert not PLACEHOLDER.search(answers(output, address)), address
    page = answers(output, "journal/2024/05/14/premier-atelier.html")
    assert "Premier atelier" in page and 'alt="La salle, quatre tables"' in page
    assert re.search(r'<a href="[^"]*charte/">notre charte</a>', page)
    later = answers(output, "2024/06/02/retour.html")
    assert re.search(r'<a href="[^"]*premier-atelier/">l’atelier</a>', later)


def test_a_site_of_mkdocs_keeps_its_addresses(program, ancient, tmp_path):
    around = ancient("mkdocs", ".")
    made = tmp_path / "made"
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", made], around)
    had = old_pages(made)
    assert had == {"", "guides/premier.html"}
    shutil.rmtree(made)
    follow("MkDocs", around)
    output = build(program, around)
    for address in had:
        assert not PLACEHOLDER.search(answers(output, address)), address
    page = answers(output, "guides/premier.html")
    assert "Premier atelier" in page
    for kind in ["note", "caution"]:
        assert page.count(f'class="alerte alerte-{kind}"') == 1


@pytest.mark.parametrize("export", ["json", "csv"])
def test_the_sheets_of_a_yeswiki_become_files(program, ancient, tmp_path, export):
    around = ancient("yeswiki", ".")
    to_files, to_json = guide.blocks(page_of("YesWiki"), "sh", section="YesWiki")
    if export == "csv":
        (around / "fiches.json").unlink()
        run(["bash", "-c", to_json.text], around)
    run(["bash", "-euo", "pipefail", "-c", to_files.text], around)
    (allowed,) = guide.blocks(page_of("YesWiki"), "yaml", section="YesWiki")
    (around / "archipel.yaml").write_text(allowed.text)
    output = build(program, around)
    page = answers(output, "wiki/WorldCafe")
    assert "World Café\N{NO-BREAK SPACE}: une" in page and "<p>Des tables, une question.</p>" in page
    assert "quelquun@" not in page
    assert "Chacun parle une fois." in answers(output, "wiki/TourDeTable")
    assert (output / "etiquettes/ecoute/index.html").is_file()
    if export == "csv":
        return
    rule = guide.block(page_of("YesWiki"), "nginx", "adresses-yeswiki")
    with servers.nginx(output, tmp_path, besides=rule) as address:
        with urllib.request.urlopen(address + "?WorldCafe", timeout=PATIENCE) as answer:
            assert urlsplit(answer.url).path == "/wiki/WorldCafe/"
            assert answer.read() == (output / "wiki/WorldCafe/index.html").read_bytes()


def follow_to_new(program, ancient, name, section):
    """Takes over one of the sites as a section says; gives its pages by their addresses, and what
    `build` said."""
    around = ancient(name)
    follow(section, around)
    source = around / "nouveau"
    done = subprocess.run(
        [program, "build", "--source", source, "--lang", "fr"], capture_output=True, text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    output = source / "output"
    pages = {
        file.relative_to(output).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in output.rglob("*.html")
    }
    for address, page in pages.items():
        assert not PLACEHOLDER.search(page), address
    return pages, done.stdout + done.stderr


def test_a_space_of_gitbook_builds_as_it_is(program, ancient):
    pages, said = follow_to_new(program, ancient, "gitbook", "GitBook")
    assert "Bienvenue" in pages[""] and 'href="methodes/"' in pages[""]
    assert "Deux méthodes" in pages["methodes/"] and "alerte" in pages["methodes/"]
    cafe = pages["methodes/world-cafe/"]
    assert re.search(r'src="[^"]*salle[^"]*\.svg"', cafe)
    assert re.search(r'<a href="[^"]*atelier/">', cafe)
    assert "Prévoir la salle." in pages["methodes/atelier/"]
    assert "lien mort" not in said and "SUMMARY/" not in pages


def test_a_site_of_vuepress_builds_as_it_is(program, ancient):
    pages, said = follow_to_new(
        program, ancient, "vuepress", "VuePress, VitePress et Docusaurus {#vuepress}"
    )
    walk = pages["methodes/marche/"]
    assert "À savoir" in walk and "<details" in walk and "{#" not in walk and "[[toc]]" not in walk
    assert 'src="salle.svg"' in pages[""] or re.search(r'src="[^"]*salle', pages[""])
    assert "Un encadré de Docusaurus." in pages["methodes/page/"]
    assert "lien mort" not in said


def test_a_vault_of_obsidian_builds_as_it_is(program, ancient):
    pages, said = follow_to_new(program, ancient, "obsidian", "Obsidian")
    home = next(page for address, page in pages.items() if address == "Accueil/")
    for words in ["World café", "par son autre nom"]:
        assert re.search(rf'<a href="[^"]*World%20caf%C3%A9/">{words}</a>', home)
    assert re.search(r'<a href="[^"]*World%20caf%C3%A9/#une-partie">', home)
    assert re.search(r'<img[^>]*src="[^"]*salle[^"]*\.svg"', home) and "Pour nous" not in home
    assert not [page for page in pages.values() if "Pour moi" in page]
    assert "lien mort" not in said


def test_a_book_of_mdbook_builds_with_what_it_includes(program, ancient):
    pages, said = follow_to_new(program, ancient, "mdbook", "mdBook")
    assert "Bienvenue <strong>à toutes et tous</strong>" in pages[""]
    assert "Bonjour" in pages["un/"] and "ANCHOR" not in pages["un/"]
    assert re.search(r'<a href="[^"]*un/">le premier</a>', pages["deux/"])
    assert "lien mort" not in said


def test_a_book_of_mdbook_keeps_its_addresses(program, ancient):
    around = ancient("mdbook", "nouveau")
    (settings,) = [
        block for block in guide.blocks(page_of("mdBook"), "yaml", section="mdBook")
    ]
    (around / "nouveau/archipel.yaml").write_text('title: "Le livre du lab"\n' + settings.text)
    output = build(program, around / "nouveau")
    assert "Bienvenue" in answers(output, "")
    assert "Bonjour" in answers(output, "un")


def test_a_site_of_docsify_builds_as_it_is(program, ancient):
    pages, said = follow_to_new(program, ancient, "docsify", "docsify")
    assert "Une chose à ne pas oublier." in pages[""] and "alerte" in pages[""]
    assert re.search(r'<a href="charte/">', pages[""]) and "_sidebar/" not in pages
    assert "lien mort" not in said


def test_a_site_of_zola_builds_as_it_is(program, ancient):
    pages, said = follow_to_new(program, ancient, "zola", "Zola")
    assert re.search(r'<a href="posts/premier/">le premier</a>', pages[""])
    assert "posts/premier/" in pages["etiquettes/ecoute/"]
    assert 'url=' in pages["vieux/premier/"] and "posts/brouillon/" not in pages
    assert "lien mort" not in said


def test_the_first_look_is_what_the_guide_says(program, ancient, tmp_path):
    around = ancient("gitbook")
    (look,) = [
        block for block in guide.blocks("reprendre-un-site", "sh") if block.name == "regarder"
    ]
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "archipel").symlink_to(program)
    run(
        ["bash", "-euo", "pipefail", "-c", look.text], around,
        PATH=f"{tools}{os.pathsep}{os.environ['PATH']}",
    )
    assert (around / "essai/methodes/world-cafe/index.html").is_file()
