"""The preview, as somebody who writes sees it: a browser on one side, an editor on the other."""

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from playwright.sync_api import expect

from published import REPOSITORY

SHEET = """---
titre: {title}
---

{body}
"""
LONG = "Bonjour.\n\n" + "\n".join(f"## Partie {number}\n" for number in range(80))


@contextmanager
def preview(program, source, *options):
    """Starts a preview on a free port; gives its address and its process."""
    command = [program, "serve", "--source", source, "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address, process.stdout.read()
        yield address[0], process
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    (folder / "content").mkdir(parents=True)
    (folder / "archipel.yaml").write_text("title: Essai\n", encoding="utf-8")
    write(folder, "accueil", "Accueil", LONG)
    write(folder, "autre", "Autre", "Rien ici.")
    return folder


def write(folder, name, title, body):
    (folder / "content" / f"{name}.md").write_text(
        SHEET.format(title=title, body=body), encoding="utf-8")


def status(address, path="/", **headers):
    """The status of a request, with headers of our own."""
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    connection = HTTPConnection(host, int(port), timeout=5)
    connection.request("GET", path, headers=headers)
    return connection.getresponse().status


def panel(page):
    return page.locator("section[role=alert]")


def test_an_open_page_follows_its_sheet_and_keeps_its_place(program, source, page):
    with preview(program, source) as (address, _):
        page.goto(address + "accueil/")
        page.evaluate("scrollTo(0, 900)")
        write(source, "accueil", "Bienvenue", LONG)
        expect(page.locator("h1")).to_have_text("Bienvenue")
        # Without its styles yet, the page is laid out otherwise.
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        assert abs(page.evaluate("scrollY") - 900) < 5


def test_a_page_that_does_not_show_a_sheet_is_left_alone(program, source, page):
    with preview(program, source) as (address, process):
        page.goto(address + "accueil/")
        page.evaluate("window.mark = 1")
        assert "pages" in process.stdout.readline()
        write(source, "autre", "Autre", "Un autre texte.")
        assert "pages" in process.stdout.readline()
        page.wait_for_timeout(300)
        assert page.evaluate("window.mark") == 1


def test_an_editor_that_renames_is_seen(program, source, page):
    with preview(program, source) as (address, _):
        page.goto(address + "autre/")
        draft = source / "content" / ".autre.md.tmp"
        draft.write_text(SHEET.format(title="Renommée", body="Ici."), encoding="utf-8")
        os.replace(draft, source / "content" / "autre.md")
        expect(page.locator("h1")).to_have_text("Renommée")


def test_a_new_folder_and_a_new_sheet_are_seen(program, source, page):
    with preview(program, source) as (address, _):
        assert page.goto(address + "fiches/une/").status == 404
        (source / "content" / "fiches").mkdir()
        write(source, "fiches/une", "Une fiche", "Voilà.")
        expect(page.locator("h1")).to_have_text("Une fiche")


def test_a_mistake_shows_over_the_page_and_goes_away_when_mended(program, source, page):
    with preview(program, source) as (address, _):
        page.goto(address + "accueil/")
        write(source, "autre", "[", "Rien ici.")
        panel(page).wait_for()
        text = panel(page).inner_text()
        assert "content/autre.md, ligne 3, colonne 1" in text and "^" in text, text
        assert page.locator("h1").inner_text() == "Accueil"
        page.keyboard.press("Escape")
        panel(page).wait_for(state="detached")
        write(source, "accueil", "[", "Rien ici.")
        panel(page).wait_for()
        write(source, "accueil", "Accueil", "Mieux.")
        write(source, "autre", "Autre", "Rien ici.")
        panel(page).wait_for(state="detached")
        expect(page.locator("main")).to_contain_text("Mieux.")


def test_lives_on_when_its_source_goes_and_comes_back(program, source, page, tmp_path):
    with preview(program, source) as (address, process):
        page.goto(address + "accueil/")
        # At once: removed file by file, it would be a site that has fewer and fewer pages.
        elsewhere = tmp_path / "elsewhere"
        source.rename(elsewhere)
        panel(page).wait_for()
        assert status(address, "/accueil/") == 200
        shutil.copytree(elsewhere, source)
        write(source, "accueil", "Revenue", "Bonjour.")
        expect(page.locator("h1")).to_have_text("Revenue")
        assert process.poll() is None


def test_survives_a_thousand_changes_in_a_burst(program, source, page):
    with preview(program, source) as (address, process):
        page.goto(address + "accueil/")
        for number in range(1000):
            write(source, "accueil", f"Titre {number}", "Bonjour.")
        expect(page.locator("h1")).to_have_text("Titre 999")
        assert process.poll() is None


def test_serves_this_machine_alone(program, source):
    (source / "secret.txt").write_text("secret", encoding="utf-8")
    (source / "content" / "lien.txt").symlink_to("/etc/passwd")
    with preview(program, source) as (address, _):
        assert status(address) == 200
        assert status(address, Host="localhost") == 200
        assert status(address, Host="exemple.fr") == 403
        for path in ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//etc/passwd",
                     "/lien.txt", "/archipel.yaml"]:
            assert status(address, path) == 404, path


def test_says_that_a_port_is_taken(program, source):
    with preview(program, source) as (address, process):
        port = address.rstrip("/").rpartition(":")[2]
        command = [program, "serve", "--source", source, "--port", port]
        second = subprocess.run(command, capture_output=True, text=True, timeout=20)
        assert second.returncode == 2
        assert re.fullmatch(
            f"archipel: le port {port} est déjà pris par « archipel » \\(processus {process.pid}\\) ; "
            r"essayez « --port \d+ »\n", second.stderr), second.stderr


def test_writes_nothing_and_previews_the_site_of_the_lab(program, tmp_path, page):
    source = tmp_path / "source"
    shutil.copytree(REPOSITORY / "content", source / "content")
    shutil.copy(REPOSITORY / "archipel.yaml", source)
    before = sorted(source.rglob("*"))
    with preview(program, source) as (address, _):
        messages = []
        page.goto("about:blank")
        page.on("console", lambda message: messages.append(message.text))
        page.goto(address + "recherche/?q=world+cafe")
        page.wait_for_selector("[data-statut]:not(:empty)")
        expect(page.locator("main")).to_contain_text("World Café")
        assert messages == []
    assert sorted(source.rglob("*")) == before
