"""The first hour of somebody who writes: a site, a sheet, ten mistakes, the preview, publication.

What was typed and said is kept in the file that ARCHIPEL_TRANSCRIPT names, for people to read.
"""

import os
import re
import shlex
import subprocess
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

import servers
from patience import PATIENCE
from previews import preview

SHEET = "content/methodes/cinq-minutes-dehors.md"

# What the writer completes, and what replaces it.
COMPLETED = [
    ('resume: ""', 'resume: "Marcher à deux pour préparer une question."'),
    ("statut: brouillon\n", ""),
    ('intention: "À compléter"', 'intention: "Se mettre en mouvement avant de parler."'),
    ('quand:\n  - "À compléter"', 'quand:\n  - "Au début d’un atelier."'),
    ('consigne: "À compléter"', 'consigne: "Marchez à deux ; chaque personne parle la moitié du temps."'),
    ("# avant: [nom-de-la-fiche]", "avant: [tour-de-table]"),
]
BODY = "À mener après un [tour de table](tour-de-table.md).\n\n## Dehors\n\nPar temps de pluie, le couloir convient.\n"

# A mistake, the text and what replaces it, and what its message must hold: the place that the caret
# points at, what is expected, what is proposed. Where a right word is proposed, it is what is expected.
MISTAKES = [
    ("un guillemet oublié", 'titre: "Cinq minutes dehors"', 'titre: "Cinq minutes dehors',
     '"Cinq minutes dehors', "un guillemet droit à la fin du texte", None),
    ("une clé mal écrite", "difficulte: 1", "dificulte: 1", "dificulte", "", "difficulte"),
    ("une durée en toutes lettres", "min: 45 min", "min: trois quarts d’heure",
     "trois quarts d’heure", "« 90 min »", None),
    ("une date à la française", "# mis_a_jour: 2026-03-14", "mis_a_jour: 14/03/2026",
     "14/03/2026", "« 2026-03-14 »", None),
    ("un terme qui n’existe pas", "phase: [exploration]", "phase: [explorassion]",
     "explorassion", "Exploration, Idéation", "Exploration"),
    ("un degré hors de l’échelle", "difficulte: 1", "difficulte: 7", "7", "de 1 à 3", None),
    ("un champ obligatoire effacé", 'intention: "Se mettre en mouvement avant de parler."\n', "",
     None, "une ligne « intention: … » – À quoi sert la méthode", None),
    ("des étapes plus longues que l’atelier", "minutes: 35", "minutes: 350",
     None, "de 45 à 90, d’après « duree.min » et « duree.max »", None),
    ("une fiche liée qui n’existe pas", "avant: [tour-de-table]", "avant: [tour-de-tabel]",
     "tour-de-tabel", "", "tour-de-table"),
    ("un lien mort dans le texte", "(tour-de-table.md)", "(tour-de-tables.md)",
     "tour-de-tables.md", "", "tour-de-table.md"),
    ("une image qui n’est pas là", "## Dehors", "![La cour](cour.jpg)\n\n## Dehors",
     "cour.jpg", "un fichier à côté de la fiche", None),
    ("une apostrophe dans un texte entre apostrophes", 'resume: "Marcher à deux pour préparer une question."',
     "resume: 'Marcher à deux, c'est préparer.'", "'est", '« resume: "Marcher à deux, c\'est préparer." »', None),
    ("deux-points dans un titre sans guillemets", 'titre: "Cinq minutes dehors"', "titre: Dehors : cinq minutes",
     ": cinq minutes", '« titre: "Dehors : cinq minutes" »', None),
    ("une liste venue d’un traitement de texte", '- titre: "Ouvrir"', '– titre: "Ouvrir"',
     "–", "un trait d’union et une espace", None),
    ("une espace insécable avant les deux-points", "difficulte: 1", "difficulte\u00a0: 1",
     "\u00a0", "une espace ordinaire (barre d’espace)", None),
    ("la première ligne oubliée", "---\n# Le titre de la page.", "# Le titre de la page.",
     "# Le titre", "entre deux lignes « --- »", None),
    ("des puces dans le texte", "## Dehors", "• un parc\n• une cour\n\n## Dehors", "•", "« - » et une espace", None),
    ("un intertitre sans espace", "## Dehors", "##Dehors", "##Dehors", "« ## Mon titre »", None),
    ("un tableau sans sa ligne de tirets", "## Dehors", "| quoi | où |\n| eau | cour |\n\n## Dehors",
     "| quoi", "« | --- | --- | »", None),
    ("un lien vers un nom à espaces", "(tour-de-table.md)", "(tour de table.md)", "](", "un chemin sans espace", None),
    ("une image de son ordinateur", "## Dehors", "![La cour](C:\\Images\\cour.jpg)\n\n## Dehors",
     "C:\\Images", "une copie du fichier à côté de la fiche, et son nom : « cour.jpg »", None),
    ("une adresse sans https", "(tour-de-table.md)", "(www.exemple.fr)", "www.", "", "https://www.exemple.fr"),
    ("une tabulation dans l’en-tête", "  min: 45 min", "\tmin: 45 min", None, "une tabulation décale", None),
]


class Hour:
    """A terminal in the folder of a writer, and what was typed and said there."""

    def __init__(self, program, folder):
        self.program, self.folder, self.lines = program, folder, []

    def tell(self, text):
        self.lines += ["", f"# {text}", ""]

    def run(self, *arguments, status=0):
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=PATIENCE)
        said = (done.stderr + done.stdout).rstrip()
        self.lines += [f"$ archipel {shlex.join(arguments)}", said]
        assert done.returncode == status, said
        return said

    @property
    def transcript(self):
        return "\n".join(self.lines).strip() + "\n"


@pytest.fixture(scope="module")
def hour(program, tmp_path_factory):
    hour = Hour(program, tmp_path_factory.mktemp("hour"))
    yield hour
    if path := os.environ.get("ARCHIPEL_TRANSCRIPT"):
        Path(path).write_text(hour.transcript, encoding="utf-8")


@pytest.fixture(scope="module")
def sheet(hour):
    """The sheet that the writer has made and completed, in a site of their own."""
    hour.tell("Un site neuf, qui se construit aussitôt.")
    assert "README.md" in hour.run("init", "mon-lab")
    hour.folder /= "mon-lab"
    assert "0 erreur, 0 avertissement" in hour.run("build")
    hour.tell("Une fiche, à compléter.")
    said = hour.run("new", "methode", "Cinq minutes dehors", "--all")
    assert SHEET in said and "à compléter : resume, intention, quand, etapes" in said
    sheet = hour.folder / SHEET
    hour.lines += ["", f"--- {SHEET} ---"] + sheet.read_text(encoding="utf-8").splitlines()[:24] + ["…"]
    hour.tell("Le même titre une deuxième fois : la fiche n’est pas écrasée.")
    assert "existe déjà" in hour.run("new", "methode", "Cinq minutes dehors", status=1)
    hour.tell("Un type mal écrit.")
    assert "vouliez-vous dire « methode » ?" in hour.run("new", "metode", "Autre", status=1)
    hour.tell("La fiche complétée.")
    replace(sheet, *COMPLETED)
    sheet.write_text(sheet.read_text(encoding="utf-8") + BODY, encoding="utf-8")
    assert "0 erreur, 0 avertissement" in hour.run("check")
    return sheet


def panel(page):
    return page.locator("section[role=alert]")


def replace(sheet, *changes):
    text = sheet.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    sheet.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name, old, new, place, expected, proposed", MISTAKES)
def test_each_mistake_is_told_with_its_place_and_its_remedy(
        hour, sheet, name, old, new, place, expected, proposed):
    whole = sheet.read_text(encoding="utf-8")
    hour.tell(f"Une erreur : {name}.")
    replace(sheet, (old, new))
    try:
        said = hour.run("check", status=1)
        text = sheet.read_text(encoding="utf-8")
    finally:
        sheet.write_text(whole, encoding="utf-8")
    message = re.search(rf"^{SHEET}:(\d+):(\d+): erreur: (.+) \[[\w.-]+\]$", said, re.MULTILINE)
    assert message, said
    line, column = int(message[1]), int(message[2])
    lines = text.splitlines()
    assert 0 < line <= len(lines) and 0 < column <= len(lines[line - 1]) + 1, said
    if place:
        assert lines[line - 1][column - 1:].startswith(place), said
    assert expected in said.replace("\u202f", " ").replace("\xa0", " "), said
    assert "1 erreur, 0 avertissement" in said, said
    if proposed:
        assert f"vouliez-vous dire « {proposed} » ?" in said, said


def test_the_preview_shows_a_mistake_over_the_page_until_it_is_mended(hour, sheet, program, page):
    hour.tell("L’aperçu, dans le navigateur.")
    with preview(program, hour.folder) as started:
        address = started.address
        hour.lines += ["$ archipel serve", f"aperçu sur {address}"]
        page.goto(address + "methodes/cinq-minutes-dehors/")
        expect(page.locator("h1")).to_have_text("Cinq minutes dehors")
        replace(sheet, ("min: 45 min", "min: trois quarts d’heure"))
        panel(page).wait_for()
        said = panel(page).inner_text()
        hour.lines += ["", "--- par-dessus la page ---", said]
        assert SHEET in said and "ligne" in said and "trois quarts d’heure" in said
        replace(sheet, ("min: trois quarts d’heure", "min: 45 min"), ("le couloir", "le hall"))
        panel(page).wait_for(state="detached")
        expect(page.locator("main")).to_contain_text("le hall")
        hour.lines += ["", "--- corrigée : le message a disparu, la page a suivi ---"]


def test_the_published_site_is_whole_and_stays_when_a_build_fails(
        hour, sheet, shared_page, tmp_path):
    hour.tell("La publication.")
    hour.run("build", "--base-url", "https://lab.exemple.fr/")
    with servers.nginx(hour.folder / "output", tmp_path) as address:
        seen, waiting = set(), [address]
        while waiting:
            here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            answer = shared_page.goto(here)
            assert answer.status == 200, here
            assert shared_page.locator("h1").count() == 1, here
            links = shared_page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
            pages = {urljoin(here, link).split("#")[0].split("?")[0] for link in links}
            waiting += sorted(link for link in pages if link.startswith(address) and link.endswith("/"))
        hour.lines += [f"{len(seen)} pages suivies de lien en lien dans un navigateur, toutes là"]
        assert address + "methodes/cinq-minutes-dehors/" in seen and len(seen) > 8
        hour.tell("Une construction qui échoue laisse le site en ligne comme il était.")
        replace(sheet, ("difficulte: 1", "difficulte: 7"))
        assert "rien n’est publié" in hour.run("build", status=1)
        assert shared_page.goto(address + "methodes/cinq-minutes-dehors/").status == 200
