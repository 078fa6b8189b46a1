"""The editor of the forge, as `archipel desk --forge` writes it."""

import subprocess

from playwright.sync_api import expect

from test_desk_requests import make_lab
from visits import open_context


def editor(program, source, forge="adresse: https://codeberg.org/lab/site, application: abc"):
    make_lab(source)
    with open(source / "archipel.yaml", "a", encoding="utf-8") as configuration:
        configuration.write(f"forge: {{ {forge} }}\n")
    return subprocess.run([program, "desk", "--forge", "--source", source],
                          check=True, capture_output=True, text=True).stdout


def test_the_page_says_that_its_program_is_missing(program, browser, tmp_path):
    said = editor(program, tmp_path)
    assert "n’est pas fourni" in said and "admin/LISEZMOI.txt" in said
    address = (tmp_path / "admin/index.html").as_uri()
    with open_context(browser) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("il manque le fichier « cms.js »")
        (tmp_path / "admin/cms.js").write_text("document.title = 'Éditeur';", encoding="utf-8")
        page.goto(address)
        expect(page).to_have_title("Éditeur")
        expect(page.get_by_role("alert")).to_be_hidden()


def test_github_is_told_what_it_needs(program, tmp_path):
    editor(program, tmp_path, "adresse: https://github.com/lab/site")
    told = (tmp_path / "admin/LISEZMOI.txt").read_text(encoding="utf-8")
    assert "jeton d’accès" in told and "relais" in told
