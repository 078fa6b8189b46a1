"""What the desk has git keep, as the writer chooses once."""

import subprocess

import pytest
from playwright.sync_api import expect

from desks import desk
from patience import wait_until
from test_accessibility import violations_at
from test_desk_requests import SHEET, make_lab
from visits import open_context

WIDTHS = [768, 1440]
ENVIRONMENT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin"}


def git(folder, *arguments):
    author = ["-c", "user.name=Marie", "-c", "user.email=marie@exemple.fr"]
    return subprocess.run(["git", *author, *arguments], cwd=folder, env=ENVIRONMENT, check=True,
                          capture_output=True, text=True).stdout


@pytest.fixture
def lab(program, tmp_path):
    source = make_lab(tmp_path)
    git(source, "init", "--quiet", "--initial-branch=main")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "-m", "Au début")
    with desk(program, source) as started:
        started.enter()
        yield started


@pytest.fixture
def writer(browser, lab):
    with open_context(browser) as context:
        page = context.new_page()
        lab.open(page, SHEET)
        yield page


def retitle(page, title):
    page.locator('[data-cle="title"] textarea').first.fill(title)
    page.keyboard.press("Control+s")


def test_a_version_is_kept_at_each_save_once_the_writer_has_said_who_they_are(lab, writer):
    (lab.source / "ailleurs.txt").write_text("à moi", encoding="utf-8")
    git(lab.source, "add", "ailleurs.txt")
    retitle(writer, "Premier titre")
    dialog = writer.get_by_role("dialog")
    expect(dialog).to_contain_text("rien n’est envoyé tant que vous ne le demandez pas")
    assert violations_at(WIDTHS, writer) == {}
    dialog.get_by_label("Votre nom").fill("Anne Le Goff")
    dialog.get_by_label("Votre adresse de messagerie").fill("anne@exemple.fr")
    dialog.get_by_role("button", name="Garder ce choix").click()
    expect(writer.locator("#annonce")).to_contain_text("Version gardée dans l’historique")
    assert git(lab.source, "show", "--format=%an <%ae>%n%s", "--name-only") == (
        f"Anne Le Goff <anne@exemple.fr>\nModifie « Premier titre »\n\n{SHEET}\n")
    # What somebody else has staged is neither kept nor lost.
    assert git(lab.source, "status", "--porcelain", "--untracked-files=no") == "A  ailleurs.txt\n"

    retitle(writer, "Deuxième titre")
    # What was announced before says the same: the history tells when this version is there.
    wait_until(lambda: git(lab.source, "rev-list", "--count", "HEAD").strip() == "3")

    writer.get_by_text("Plus", exact=True).click()
    writer.get_by_role("button", name="Historique…").click()
    entries = writer.get_by_role("dialog").get_by_role("listitem")
    expect(entries).to_have_count(3)
    expect(entries.first).to_contain_text("Anne Le Goff : Modifie « Deuxième titre »")
    assert violations_at(WIDTHS, writer) == {}


def test_a_change_of_the_site_is_kept_as_one_of_a_sheet(lab, writer):
    lab.open(writer, "archipel.yaml")
    retitle(writer, "Un lab")
    dialog = writer.get_by_role("dialog")
    dialog.get_by_label("Votre nom").fill("Anne Le Goff")
    dialog.get_by_label("Votre adresse de messagerie").fill("anne@exemple.fr")
    dialog.get_by_role("button", name="Garder ce choix").click()
    expect(writer.locator("#annonce")).to_contain_text("Version gardée dans l’historique")
    assert git(lab.source, "show", "--format=%s", "--name-only") == "Modifie « Le site »\n\narchipel.yaml\n"


def test_nothing_is_kept_when_the_writer_does_not_want_it(lab, writer):
    retitle(writer, "Premier titre")
    writer.get_by_role("dialog").get_by_label("Garder une version").select_option("jamais")
    writer.get_by_role("button", name="Garder ce choix").click()
    expect(writer.get_by_role("dialog")).to_have_count(0)
    retitle(writer, "Deuxième titre")
    expect(writer.locator("#etat")).to_contain_text("enregistrée")
    assert git(lab.source, "rev-list", "--count", "HEAD").strip() == "1"


def test_git_is_asked_for_files_of_the_content_and_of_the_site_alone(lab):
    person = {"name": "Anne", "mail": "anne@exemple.fr", "message": "Prend"}
    for path in ["archipel.yml", "../dehors", ".git/config", "content/_types/note.yaml"]:
        status, _ = lab.ask("garder", person | {"paths": [path]})
        assert status == 404, path
    for other in [{"name": "A <b>"}, {"mail": "personne"}, {"branch": "-x"}, {"branch": "a..b"}]:
        status, said = lab.ask("garder", person | {"paths": [SHEET]} | other)
        assert status == 422, said
    assert git(lab.source, "rev-list", "--count", "HEAD").strip() == "1"
