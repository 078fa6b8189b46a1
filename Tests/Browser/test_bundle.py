"""The archive to reuse a sheet: read back, checked, unpacked, adopted."""

import hashlib
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pytest
from PIL import Image

from patience import PATIENCE
from published import SITE, catalogue, parse_page

TYPE = """libelle: Outil
dossier: outils
exporte: [paquet]
champs:
  plan: { libelle: Plan, type: fichier }
  fiches: { libelle: Fiches, type: objet, plusieurs: true, champs: { note: { libelle: Note, type: markdown } } }
"""
SHEET = """---
titre: "Un outil : l’été"
auteurs: [Ana Le Bras]
plan: "docs/plan d'été.pdf"
fiches: [{ note: "Voir ![une carte](carte.png)." }]
credits: [{ titre: Photo, auteur: Lab B, licence: CC-BY-4.0, image: ../images/café.jpg, modifications: Recadrée }]
---

![Des tasses](../images/café.jpg) et [le plan](<docs/plan d'été.pdf>).

Ailleurs : ![absent](https://exemple.fr/x.png), [autre](autre.md).
"""


def picture(colour, format, **options):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, format, **options)
    return file.getvalue()


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=PATIENCE)


def make_site(folder):
    (folder / "content/_types").mkdir(parents=True)
    (folder / "content/outils/docs").mkdir(parents=True)
    (folder / "content/images").mkdir()
    (folder / "archipel.yaml").write_text("title: Lab A\nlicence: CC-BY-SA-4.0\nbase_url: https://lab-a.bzh/\n")
    (folder / "content/index.md").write_text("Bonjour.\n")
    (folder / "content/_types/outil.yaml").write_text(TYPE)
    (folder / "content/outils/été.md").write_text(SHEET)
    (folder / "content/outils/autre.md").write_text("---\ntitre: Autre\n---\n")
    (folder / "content/outils/docs/plan d'été.pdf").write_bytes(b"%PDF-1.4 plan")
    exif = Image.Exif()
    exif[0x013B] = "Nom d’une personne"
    (folder / "content/images/café.jpg").write_bytes(picture("red", "JPEG", exif=exif))
    (folder / "content/outils/carte.png").write_bytes(picture("blue", "PNG"))


@pytest.fixture(scope="module")
def built(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("paquet")
    make_site(folder)
    done = run(program, "build", "--source", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def bundle(built):
    return bundle_of(built)


def bundle_of(folder):
    """The archive of the sheet of the tests."""
    (file,) = (file for file in (folder / "output/outils").rglob("*.zip") if file.name != "autre.zip")
    return file


def checked(file):
    """The files of an archive by name below its folder, once its digests hold."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        (folder,) = {name.split("/")[0] for name in archive.namelist()}
        files = {name.removeprefix(folder + "/"): archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(files[name]).hexdigest() == digest, name
    return files


def test_every_method_of_the_lab_has_one_that_holds_its_source(site):
    methods = [sheet for sheet in catalogue()["sheets"] if sheet["type"] == "methode"]
    assert len(methods) > 50
    for sheet in methods:
        folder = SITE / unquote(sheet["url"])
        (file,) = folder.glob("*.zip")
        files = checked(file)
        assert files[f"{Path(sheet.get('file', sheet['id'])).stem}.md"] == (folder / "index.md").read_bytes()
        assert f"SPDX-License-Identifier: {sheet['licence']}" in files["LICENCE.txt"].decode()
        assert sheet["title"].split("\u00a0")[0] in files["CREDITS.txt"].decode()
        assert all(re.fullmatch(r"[\w. ’'()-]+(/[\w. ’'()-]+)*", name) for name in files), sheet["id"]
        assert parse_page(folder / "index.html").xpath(f"//section//a[@href='{file.name}']"), sheet["id"]
        assert file.stat().st_size < 2_000_000, sheet["id"]


def test_relative_links_lead_to_the_files(bundle):
    files = checked(bundle)
    (source,) = [name for name in files if name.endswith("été.md")]
    assert files[source].decode() == SHEET
    for target in ["../images/café.jpg", "docs/plan d'été.pdf", "carte.png"]:
        parts = []
        for part in (PurePosixPath(source).parent / target).parts:
            parts = parts[:-1] if part == ".." else parts + [part]
        assert "/".join(parts) in files, target
    assert files["outils/docs/plan d'été.pdf"] == b"%PDF-1.4 plan"
    assert Image.open(io.BytesIO(files["outils/carte.png"])).format == "PNG"


def test_pictures_do_not_tell_who_took_them(bundle):
    photo = Image.open(io.BytesIO(checked(bundle)["images/café.jpg"]))
    assert photo.format == "JPEG" and not photo.getexif()


def test_credits_and_terms_are_told_as_text(bundle):
    files = checked(bundle)
    credits = files["CREDITS.txt"].decode()
    assert "Ana Le Bras" in credits and "https://lab-a.bzh/outils/" in credits
    assert "Photo, Lab B, CC-BY-4.0, Recadrée" in credits
    assert files["LICENCE.txt"].decode().splitlines()[:2] == ["CC BY-SA 4.0", "SPDX-License-Identifier: CC-BY-SA-4.0"]
    said = files["LISEZ-MOI.txt"].decode()
    assert "été.md" in said and said.count("\r\n") == said.count("\n")


def test_the_same_sheet_has_the_same_bytes(program, built, bundle, tmp_path):
    before = bundle.read_bytes()
    done = run(program, "build", "--source", built, "--output", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again" / bundle.relative_to(built / "output")).read_bytes() == before


def test_a_changed_picture_changes_it_in_the_next_build(program, tmp_path):
    make_site(tmp_path)
    assert run(program, "build", "--source", tmp_path).returncode == 0
    bundle = bundle_of(tmp_path)
    before = checked(bundle)
    (tmp_path / "content/outils/carte.png").write_bytes(picture("green", "PNG"))
    assert run(program, "build", "--source", tmp_path).returncode == 0
    after = checked(bundle)
    assert {name for name in after if after[name] != before[name]} == {"outils/carte.png", "SHA256SUMS"}


def test_another_site_adopts_it(program, bundle, tmp_path):
    (tmp_path / "content/_types").mkdir(parents=True)
    (tmp_path / "archipel.yaml").write_text("title: Lab B\nlicence: CC-BY-SA-4.0\n")
    (tmp_path / "content/_types/outil.yaml").write_text(TYPE)
    done = subprocess.run([program, "adopt", bundle], cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    (sheet,) = (tmp_path / "content/outils").glob("*.md")
    text = sheet.read_text()
    assert "https://lab-a.bzh/outils/" in text and "Ana Le Bras" in text and "Lab B" in text
    assert len(list((tmp_path / "content/outils").glob("*.jpg"))) == 1
    assert json.loads(checked(bundle)["commons.json"])["base_url"] == "https://lab-a.bzh/"
    again = run(program, "build", "--source", tmp_path)
    assert again.returncode == 0, again.stderr


def test_it_holds_what_the_page_finds_by_name_and_each_file_under_a_name_of_its_own(program, tmp_path):
    make_site(tmp_path)
    (tmp_path / "content/medias").mkdir()
    (tmp_path / "content/medias/photo.png").write_bytes(picture("green", "PNG"))
    (tmp_path / "content/medias/notice.pdf").write_bytes(b"%PDF-1.4 notice")
    names = ["Plan : v1.pdf", "Plan - v1.pdf", "plan - V1.pdf"]
    for number, name in enumerate(names):
        (tmp_path / "content/outils" / name).write_bytes(b"%PDF-1.4 plan " + str(number).encode())
    links = " ".join(f"[plan](<{name}>)" for name in names)
    (tmp_path / "content/outils/été.md").write_text(
        f"---\ntitre: Outil\n---\n\n![[photo.png]], [[notice.pdf]], {links}.\n")
    done = run(program, "build", "--source", tmp_path)
    assert done.returncode == 0, done.stderr
    files = checked(bundle_of(tmp_path))
    assert [name for name in files if name.endswith("medias/photo.png")]
    assert b"%PDF-1.4 notice" in files.values()
    for number in range(len(names)):
        assert b"%PDF-1.4 plan " + str(number).encode() in files.values()
    assert len({name.casefold() for name in files}) == len(files)


def test_it_holds_what_the_sheet_includes_and_changes_with_it(program, tmp_path):
    make_site(tmp_path)
    (tmp_path / "content/outils/été.md").write_text("---\ntitre: Outil\n---\n\n{{#include partage.txt}}\n")
    shared = tmp_path / "content/outils/partage.txt"
    for picture in ["carte.png", "../images/café.jpg"]:
        shared.write_text(f"![Une image]({picture})\n")
        assert run(program, "build", "--source", tmp_path).returncode == 0
        files = checked(bundle_of(tmp_path))
        pictures = [Path(name).name for name in files if name.endswith((".png", ".jpg"))]
        assert pictures == [Path(picture).name]
        (text,) = [files[name] for name in files if name.endswith("partage.txt")]
        assert text == shared.read_bytes()


def test_a_picture_that_is_moved_stays_in_it(program, tmp_path):
    make_site(tmp_path)
    (tmp_path / "content/outils/été.md").write_text("---\ntitre: Outil\n---\n\n![[photo.png]]\n")
    for folder, former in [("medias", None), ("photos", "medias")]:
        if former:
            (tmp_path / "content" / former).rename(tmp_path / "content" / folder)
        else:
            (tmp_path / "content" / folder).mkdir()
            (tmp_path / "content" / folder / "photo.png").write_bytes(picture("green", "PNG"))
        assert run(program, "build", "--source", tmp_path).returncode == 0
        assert [name for name in checked(bundle_of(tmp_path)) if name.endswith(f"{folder}/photo.png")]


def test_an_original_is_in_it_for_as_long_as_a_link_leads_to_it(program, tmp_path):
    make_site(tmp_path)
    other = tmp_path / "content/outils/autre.md"
    for link, tells in [("[la photo](../images/café.jpg)", True), ("rien", False)]:
        other.write_text(f"---\ntitre: Autre\n---\n\n{link}\n")
        assert run(program, "build", "--source", tmp_path).returncode == 0
        photo = Image.open(io.BytesIO(checked(bundle_of(tmp_path))["images/café.jpg"]))
        assert bool(photo.getexif()) == tells
