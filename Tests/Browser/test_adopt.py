"""Sheets taken from a site on the web: what comes along, and what a hostile server gets."""

import json
import subprocess
import time

import pytest

from patience import PATIENCE

TYPE = "libelle: Méthode\ndossier: methodes\nexporte: [source]\n"
SHEET = """---
titre: Café
auteurs: [Ana Le Bras]
---

Un texte.
"""


def make_site(folder, name, base_url):
    (folder / "content/_types").mkdir(parents=True)
    (folder / "archipel.yaml").write_text(
        f"title: Lab {name}\nlicence: CC-BY-SA-4.0\nbase_url: {base_url}\n")
    (folder / "content/index.md").write_text("Bonjour.\n")
    (folder / "content/_types/outil.yaml").write_text(TYPE)


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=PATIENCE)


def redirect(target):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.end_headers()
    return answer


def serve(answers, folder):
    for path in folder.rglob("*"):
        if path.is_file():
            answers["/" + path.relative_to(folder).as_posix()] = path.read_bytes()


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sheet_comes_from_its_address_and_its_original_is_followed(program, web, tmp_path):
    address, answers, _ = web
    make_site(tmp_path / "a", "A", address)
    (tmp_path / "a/content/methodes").mkdir()
    (tmp_path / "a/content/methodes/cafe.md").write_text(SHEET)
    assert run(program, "build", "--source", tmp_path / "a").returncode == 0
    serve(answers, tmp_path / "a/output")
    make_site(tmp_path / "b", "B", "https://b.bzh")
    adopted = run(program, "adopt", address, "Café", "--source", tmp_path / "b")
    assert adopted.returncode == 0, adopted.stderr
    text = (tmp_path / "b/content/methodes/cafe.md").read_text()
    assert f"{address}methodes/cafe/" in text and "Ana Le Bras" in text
    status = run(program, "adopt", "--status", "--source", tmp_path / "b")
    assert "originaux changés : 0" in status.stdout, status.stdout + status.stderr
    answers["/methodes/cafe/index.md"] = SHEET.replace("Un texte", "Un autre texte").encode()
    status = run(program, "adopt", "--status", "--source", tmp_path / "b")
    assert "+ 1: Un autre texte." in status.stdout
    del answers["/methodes/cafe/index.md"]
    status = run(program, "adopt", "--status", "--source", tmp_path / "b")
    assert "le serveur répond 404" in status.stdout


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(600):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(1000):
            handler.wfile.write(b" " * (1 << 20))
    except OSError:
        pass


@pytest.mark.parametrize("answer, message", [
    (redirect("/commons.json"), "renvoie sans fin"),
    (redirect("http://localhost:9/commons.json"), "un autre serveur"),
    (redirect("file:///etc/hostname"), "n’est pas suivi"),
    (drip, "ne répond pas assez vite"),
    (endless, "trop long"),
    (b"<html>", "n’est pas le catalogue"),
    (None, "le serveur répond 404"),
], ids=["loop", "other-host", "other-scheme", "drip", "endless", "page", "nothing"])
def test_a_hostile_server_costs_a_message(program, web, tmp_path, answer, message):
    address, answers, _ = web
    answers["/commons.json"] = answer
    make_site(tmp_path / "b", "B", "https://b.bzh")
    before = files(tmp_path)
    adopted = run(program, "adopt", address, "--source", tmp_path / "b")
    assert adopted.returncode == 1 and message in adopted.stderr, adopted.stderr
    assert files(tmp_path) == before


def test_nothing_of_another_host_is_asked_for(program, web, tmp_path):
    address, answers, asked = web
    entry = {"id": "x", "title": "X", "url": "x/", "source": "https://autre.exemple/x.md"}
    answers["/commons.json"] = json.dumps(
        {"title": "A", "licence": "CC0-1.0", "base_url": address, "sheets": [entry]}).encode()
    make_site(tmp_path / "b", "B", "https://b.bzh")
    adopted = run(program, "adopt", address, "--source", tmp_path / "b")
    assert adopted.returncode == 1 and "n’est pas dans ce site" in adopted.stderr
    assert asked == ["/commons.json"]
